/** Writes what was read as the text of a report, the way an author types one: a block a paragraph, numbers as words. */
import type { Inline, TextRun } from '../export/document';
import type { ReadBlock, ReadDocument, ReadParagraph, ReadTable } from './model';

export interface ReportText {
  readonly text: string;
  /** The line on which each block begins, from 0. */
  readonly lines: readonly number[];
}

/** A cover has no more blocks, and no longer ones. */
const mostOfCover = 60;
const longestOfCover = 90;

/** Lines that a body, 摘要 or 目次 begins with. */
const begins = /^(?:摘要|提要|報告摘要|內容摘要|中文摘要|目次|目錄|目\s次|目\s錄|壹[、.．]|第[一壹]章|一、|關鍵[詞字])/;

/**
 * The text of `document`.
 * @param imageFolder the folder below the report's with its images, without a slash at the end
 * @param isWhole whether it may begin with a cover; a piece does not
 * @param firstNote the number of its first footnote
 */
export function reportTextOf(document: ReadDocument, imageFolder: string, isWhole = true, firstNote = 1): ReportText {
  return new Writer(document, imageFolder, firstNote).write(isWhole);
}

class Writer {
  readonly #document: ReadDocument;
  readonly #imageFolder: string;
  readonly #firstNote: number;
  /** Headings have `#` marks: without numbers nothing else shows their level. */
  readonly #marked: boolean;
  /** Every entry of 目次 has its page: an entry without one would end it. */
  readonly #paged: boolean;
  #lines: string[] = [];

  constructor(document: ReadDocument, imageFolder: string, firstNote: number) {
    this.#document = document;
    this.#firstNote = firstNote;
    this.#imageFolder = imageFolder;
    const { blocks } = document;
    const headings = blocks.filter((block): block is ReadParagraph => block.kind === 'paragraph' && block.style === 'heading' && !isFrontTitle(block)); // prettier-ignore
    const entries = blocks.filter(
      (block): block is ReadParagraph => block.kind === 'paragraph' && block.style === 'contents',
    );
    this.#paged = entries.every(({ content }) => words(content).includes('\t') && pageOf.test(words(content)));
    this.#marked = headings.some(({ number, content }) => number === '' && !hasOwnNumber(words(content)));
  }

  write(isWhole: boolean): ReportText {
    const { blocks, footnotes } = this.#document;
    const coverEnd = isWhole ? this.#coverEnd() : 0;
    const lines: number[] = [];
    let before: ReadBlock | undefined;
    for (const [index, block] of blocks.entries()) {
      const written = index < coverEnd ? this.#ofCover(block) : this.#ofBody(block);
      if (written.length > 0) {
        if (this.#lines.length > 0 && !(before && this.#joins(before, block, index < coverEnd))) this.#lines.push('');
        before = block;
      }
      lines.push(Math.max(0, written.length > 0 ? this.#lines.length : this.#lines.length - 1));
      this.#lines.push(...written);
    }
    if (footnotes.length > 0) {
      this.#lines.push('');
      footnotes.forEach((note, index) => this.#lines.push(`[^${index + this.#firstNote}]: ${this.#line(note, true)}`));
    }
    return { text: `${this.#lines.join('\n')}\n`, lines };
  }

  /** The block behind the cover. */
  #coverEnd(): number {
    const { blocks } = this.#document;
    for (const [index, block] of blocks.slice(0, mostOfCover).entries()) {
      if (block.kind === 'pageBreak')
        return blocks.slice(0, index).some(({ kind }) => kind === 'paragraph') ? index : 0;
      if (block.kind !== 'paragraph') continue;
      const said = words(block.content);
      if (block.number !== '' || block.style === 'heading' || block.style === 'front' || block.style === 'contents' || begins.test(block.number + said)) return index; // prettier-ignore
      if (said.length > longestOfCover && !isLabelled(block)) return index;
    }
    return 0;
  }

  /** Whether no empty line stands between two blocks. */
  #joins(before: ReadBlock, block: ReadBlock, onCover: boolean): boolean {
    if (before.kind !== 'paragraph' || block.kind !== 'paragraph') return false;
    if (block.style === 'contents' || block.style === 'bullet') return before.style === block.style;
    return onCover && before.look === block.look && !block.apart && !isLabelled(block) && !isLabelled(before);
  }

  #ofCover(block: ReadBlock): string[] {
    if (block.kind === 'table') return this.#fieldsIn(block.rows) ?? this.#ofBody(block);
    if (block.kind !== 'paragraph') return this.#ofBody(block);
    const lines = splitAtBreaks(block.content).map((part) => this.#line(part, false));
    const [first = '', ...others] = lines.map((line) => line.replace(/([：:])[ \t\u3000]+/, '$1').replace(/\t+/g, ' ').trim()); // prettier-ignore
    // What goes on with a field's value stands below its value: 姓名職稱 with a person a line.
    const indent = isLabelled(block) ? '\u3000'.repeat(first.search(/[：:]/) + 1) : '';
    return [block.number + first, ...others.map((line) => (label.test(line) ? line : indent + line))];
  }

  /** The fields of a cover, which often stand in a table for their looks; undefined for a table that is one. */
  #fieldsIn(rows: ReadTable['rows']): string[] | undefined {
    const lines: string[] = [];
    let indent = '';
    for (const row of rows) {
      const cells = row.map((cell) => splitAtBreaks(cell).map((part) => this.#line(part, false)).filter((line) => line !== '')); // prettier-ignore
      const filled = cells.filter((cell) => cell.length > 0);
      // Two pairs beside each other: 「服務機關｜…｜姓名職稱｜…」.
      const pairs = filled.length === 4 && fieldName.test(filled[2]!.join('')) ? [filled.slice(0, 2), filled.slice(2)] : [filled]; // prettier-ignore
      for (const pair of pairs) {
        if (pair.length > 2) return undefined;
        const [first = [], values] = pair;
        const goesOn = !values && cells[0]!.length === 0 && indent !== '';
        if (lines.length > 0 && first.length > 0 && !goesOn) lines.push('');
        if (goesOn) lines.push(...first.map((line) => indent + line));
        else if (values) {
          const name = `${first.join('').replace(/[：:]\s*$/, '')}：`;
          indent = '\u3000'.repeat(name.length);
          // Each person of 姓名職稱 stands on a line, below the first.
          lines.push(...values.map((line, index) => (index === 0 ? name : indent) + line));
        } else {
          indent = '';
          lines.push(...first);
        }
      }
    }
    return lines;
  }

  #ofBody(block: ReadBlock): string[] {
    switch (block.kind) {
      case 'paragraph':
        return this.#paragraph(block);
      case 'table':
        return this.#table(block.rows, block.hasHeader);
      case 'figure': {
        const path = `${this.#imageFolder}/${block.image}`.replace(/ /g, '%20');
        return [`![${block.description.replace(/[[\]\s]+/g, ' ').trim()}](${path})`];
      }
      case 'pageBreak':
        return [];
    }
  }

  #paragraph(block: ReadParagraph): string[] {
    const { style, level, number, content } = block;
    switch (style) {
      case 'heading':
      case 'front': {
        const title = number + this.#line(content, false).replace(/<br>/g, '').replace(/\t+/g, ' ');
        return [this.#marked ? `${'#'.repeat(style === 'front' ? 1 : level)} ${title}` : title];
      }
      case 'contents':
        return [contentsEntry(number + this.#line(content, false), this.#paged)];
      case 'bullet':
        return [`${'  '.repeat(level)}- ${this.#line(content, true)}`];
      case 'code':
        return ['```', ...splitAtBreaks(content).map(words), '```'];
      case 'quotation':
        return [`> ${this.#line(content, true)}`];
      case 'text': {
        const said = this.#line(content, true);
        return [number === '' ? safeBeginning(said) : number + said];
      }
    }
  }

  #table(rows: readonly (readonly (readonly Inline[])[])[], hasHeader: boolean): string[] {
    const columns = Math.max(...rows.map((row) => row.length));
    const line = (cells: readonly string[]): string => `| ${[...cells, ...Array<string>(columns - cells.length).fill('')].join(' | ')} |`; // prettier-ignore
    const lines = rows.map((row, index) =>
      line(
        row.map((cell) =>
          this.#line(cell, !(hasHeader && index === 0))
            .replace(/\|/g, '｜')
            .replace(/\t/g, ' '),
        ),
      ),
    );
    if (hasHeader) lines.splice(1, 0, line(Array<string>(columns).fill('---')));
    return lines;
  }

  /** Words in one line. @param stressed whether bold and italic are shown */
  #line(content: readonly Inline[], stressed: boolean): string {
    return content
      .map((inline) => {
        switch (inline.kind) {
          case 'text':
            return stressed ? stress(inline) : escapedMarks(inline.text);
          case 'link': {
            const said = inline.content.map(({ text }) => text).join('');
            return said === inline.target || inline.target === `mailto:${said}` ? said : `[${said}](${inline.target})`;
          }
          case 'footnote':
            return `[^${inline.index + this.#firstNote}]`;
          case 'break':
            return '<br>';
        }
      })
      .join('')
      .replace(/[\u00a0\u2007\u202f]/g, ' ')
      .replace(/[\u200b\ufeff\u00ad]/g, '')
      .replace(/[\r\n\v\f\u2028\u2029]+/g, ' ')
      .trim();
  }
}

/** `run` between the marks of its weight, which stand at its words and not at blanks. */
function stress({ text, bold, italic }: TextRun): string {
  const marks = `${bold ? '**' : ''}${italic && /[a-z]/i.test(text) ? '*' : ''}`;
  const own = text.trim();
  if (marks === '' || own === '') return escapedMarks(text);
  const from = text.indexOf(own);
  const closing = [...marks].reverse().join('');
  return text.slice(0, from) + marks + escapedMarks(own) + closing + text.slice(from + own.length);
}

/** `text` with a backslash before what would be read as markup. */
function escapedMarks(text: string): string {
  return text
    .replace(/\\(?=[\\`*_{}[\]()#+\-.!|<>~])/g, '\\\\')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '\\*')
    .replace(/`(?=[^`]*`)/g, '\\`')
    .replace(/\[(?=\^|[^[\]]*\]\()/g, '\\[')
    .replace(/<(?=!--|br\b|https?:|mailto:)/gi, '\\<')
    .replace(/&(?=(?:amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);)/gi, '&amp;');
}

/** A paragraph that would be read as a list, a heading or a quotation by its first sign. */
function safeBeginning(line: string): string {
  return /^(?:#{1,6} |[-+] |>|\||```|~~~)/.test(line) ? `\\${line}` : line;
}

function splitAtBreaks(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') parts.push([]);
    else parts.at(-1)!.push(inline);
  }
  return parts;
}

function words(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      inline.kind === 'text'
        ? inline.text
        : inline.kind === 'link'
          ? inline.content.map(({ text }) => text).join('')
          : '',
    ) // prettier-ignore
    .join('')
    .trim();
}

/** What a cell says that names the one behind it. */
const fieldName =
  /^\p{Script=Han}{0,10}(?:機關|單位|職稱|姓名|人員|日期|期間|時間|地點|地區|國家|類別|名稱|主題|目的|經費|[：:])[：:]?$/u;

const label = /^[\p{Script=Han}\s/、（）()]{2,14}[：:]/u;

function isLabelled({ content }: ReadParagraph): boolean {
  return label.test(words(content));
}

function hasOwnNumber(title: string): boolean {
  return /^(?:第?[壹貳參叁肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}[章節、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)]|附[件錄])/.test(title); // prettier-ignore
}

function isFrontTitle({ content, style }: ReadParagraph): boolean {
  return style === 'front' || /^(?:摘\s*要|提\s*要|目\s*次|目\s*錄|附\s*[件錄]|參考資料|參考文獻)/.test(words(content));
}

/** The page of an entry of 目次, behind a tab. */
const pageOf = /\t ?(\d{1,3}|[ivxl]{1,6})$/i;

/** 「壹、目的\t2」, or the title alone where not all entries have pages. */
function contentsEntry(line: string, paged: boolean): string {
  const page = pageOf.exec(line)?.[1];
  const tab = line.indexOf('\t');
  const title = page === undefined ? line.replaceAll('\t', ' ') : withoutLeader(line.slice(0, tab));
  return page !== undefined && paged ? `${title}\t${page}` : title.trimEnd();
}

/** A title without the dots that lead to its page. */
function withoutLeader(title: string): string {
  let end = title.length;
  while (end > 0 && ' .．…·‧\u3000'.includes(title[end - 1]!)) end--;
  return title.slice(0, end);
}
