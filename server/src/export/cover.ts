/**
 * The lines of a cover as they are printed: kind, title, fields, and whatever else its author wrote there. A line may hold
 * several fields, in columns or one behind the other, known to the tables or not; no word of any is left out.
 */
import type { CoverFieldId } from '../knowledge/types';
import type { LineFacts } from '../report/model/lines';
import { lineAt, lineEnd } from '../report/model/lines';
import type { CoverField } from '../report/model/parts';
import type { Report } from '../report/model/report';
import type { Span } from '../text/span';
import type { CoverLine, Inline } from './document';
import { wordsOf } from './document';
import { blankGap, cellsIn, isBlankLine, titleIn, writtenIn } from './lines';
import { plainText } from './plainText';

/** What parts the columns of a line. */
const border = new RegExp(`\\t|\\||${blankGap.source}`);
/** The same in a value, which blanks may part into lines of their own: there a label has to follow them. */
const borderInValue =
  /\t|(?<![ \u3000])(?: {3,20}|\u3000{2,20})(?=\p{Script=Han}[\p{Script=Han}（）()／/、 \u3000]{1,13}[：:])/u;
/** Marks that say nothing where they stand between two fields. */
const idle = /^[\s|*：:；;，,、／/（）()#]*$/;
/** A label that the tables do not know, with its colon: 「計畫編號：」, 「1. 會議名稱:」. */
const labelled = /^((?:\d{1,2}[.、]\s?)?[\p{Script=Han}（）()／/、·．\u3000 ]{2,14})[：:](?!\/\/)/u;
/** The characters of a label set apart: 「主　　題：」. */
const spreadLabel = /(?<![^\s|])(?:\p{Script=Han}[ \u3000]{1,4}){1,5}\p{Script=Han}(?=[ \u3000]?[：:])/gu;
/** A column that names the one behind it, though no colon says so: its last word is what forms ask for. */
const labelNoun =
  /^\p{Script=Han}{2,10}(?:編號|名稱|姓名|職稱|時間|日期|期間|地點|地區|國家|機關|機構|單位|人員|題目|主題|類別|方式|語言|電話|信箱|經費|系所)$/u;
/** The first cell of two in a cover that is a table. */
const rowLabel = /^\*{0,2}\p{Script=Han}[\p{Script=Han}（）()／/、·．\u3000 ]{1,13}[：:]?\*{0,2}$/u;
/** 「| 項目 | 內容 |」: the head of a table that is a cover. */
const headWord = /^(?:項目|項次|欄位|名稱|內容|說明|資料|填寫內容|封面)?$/;
const tableLine = /^\|[\s\-:|]*$/;

/**
 * The lines of the cover that ends before the line `to`.
 * @param isShown whether a line is printed at all
 * @param inlinesOf reads the markup of words
 */
export function coverLines(
  report: Report,
  to: number,
  isShown: (line: number) => boolean,
  inlinesOf: (words: string) => readonly Inline[],
): readonly CoverLine[] {
  const reader = new CoverReader(report, isShown, inlinesOf);
  for (let line = 0; line < to; line++) reader.read(line);
  return reader.written;
}

function overlaps(one: Span, other: Span | undefined): boolean {
  return other !== undefined && one.start < other.end && other.start < one.end;
}

class CoverReader {
  readonly written: CoverLine[] = [];
  readonly #report: Report;
  readonly #isShown: (line: number) => boolean;
  readonly #inlinesOf: (words: string) => readonly Inline[];
  readonly #fields: ReadonlyMap<number, CoverField>;
  /** The line behind the value that has been told with its label. */
  #toldTo = 0;

  constructor(report: Report, isShown: (line: number) => boolean, inlinesOf: (words: string) => readonly Inline[]) {
    this.#report = report;
    this.#isShown = isShown;
    this.#inlinesOf = inlinesOf;
    this.#fields = new Map(report.cover.fields.map((field) => [field.label.start, field]));
  }

  /** Adds what `line` says. */
  read(line: number): void {
    const { lines, cover } = this.#report;
    const facts = lines.facts[line]!;
    if (line < this.#toldTo || !this.#isShown(line) || isBlankLine(facts)) return;
    const { shape, written } = facts;
    const words = writtenIn(facts);
    const offset = lines.starts[line]!;
    const place = { start: offset + words.start, end: offset + words.end };
    if (tableLine.test(written.slice(words.start, words.end)) || this.#isTableHead(line)) return;
    const isRow = shape.cells.length > 0;
    const isCategory = shape.labels.length === 1 && shape.labels[0]!.field === 'category';
    if (overlaps(place, cover.kindLine) || (isCategory && !isRow)) this.#add('kind', this.#whole(facts), line);
    else if (shape.labels.length === 0 && !isRow && overlaps(place, cover.title) && !this.#isBesideTitle(facts))
      this.#add('title', this.#whole(facts), line);
    else this.#columns(facts, line);
  }

  /** The words of a line that is one thing, without the marks of a heading or a list before it. */
  #whole(facts: LineFacts): string {
    const { number } = facts.shape;
    const { before, title } = titleIn(facts);
    return before + (number ? facts.written.slice(number.start, number.end) : '') + title;
  }

  #add(role: 'kind' | 'title' | 'note', words: string, line: number): void {
    const content = this.#inlinesOf(words);
    if (content.length > 0) this.written.push({ role, id: undefined, label: '', content, line });
  }

  #addField(id: CoverFieldId | undefined, label: string, content: readonly Inline[], line: number): void {
    this.written.push({ role: 'field', id, label: plainText(label), content, line });
  }

  /** 「計畫編號：…」 below the title, which reads on over lines. */
  #isBesideTitle({ written }: LineFacts): boolean {
    return this.written.some(({ role }) => role === 'title') && labelled.test(written.trim());
  }

  #isTableHead(line: number): boolean {
    const { facts } = this.#report.lines;
    const { written, shape } = facts[line]!;
    const below = facts[line + 1]?.written.trim() ?? '';
    if (shape.labels.length > 0 || !/-/.test(below) || !tableLine.test(below)) return false;
    return shape.cells.length > 1 && shape.cells.every(({ start, end }) => headWord.test(written.slice(start, end)));
  }

  /** The fields of a line, and what stands beside them. */
  #columns(facts: LineFacts, line: number): void {
    const { shape, written } = facts;
    const offset = this.#report.lines.starts[line]!;
    const words = writtenIn(facts);
    const from = this.written.length;
    let told = shape.number?.start ?? Math.max(words.start, shape.marks > 0 || shape.bullet ? shape.title.start : 0);
    for (const { label, value } of shape.labels) {
      this.#rest(written.slice(told, label.start), line, from);
      const field = this.#fields.get(offset + label.start);
      const [first = '', ...others] = written.slice(value.start, value.end).split(borderInValue);
      const below = field && lineAt(this.#report.lines, field.value.end) > line ? this.#below(field.value, line) : [];
      const content = [first.trim(), ...below].filter((part) => part !== '').flatMap((part, index) => [
        ...(index > 0 ? [{ kind: 'break' } as const] : []),
        ...this.#inlinesOf(part),
      ]); // prettier-ignore
      this.#addField(field?.id, written.slice(label.start, label.end), content, line);
      this.#rest(others.join('\t'), line, from);
      told = Math.max(label.end, value.end);
    }
    const left = written.slice(told, words.end);
    // A row of a table whose first cell is a label of nothing that is known: 「| 核定文號 | … |」.
    const [name = '', ...values] = written[words.start] === '|' && this.written.length === from ? cellsIn(facts) : [];
    if (values.length === 1 && rowLabel.test(name))
      this.#addField(undefined, name.replace(/[*：:]/g, ''), this.#inlinesOf(values[0]!), line); // prettier-ignore
    else this.#rest(left, line, from);
  }

  /** The lines of a value below that of its label. */
  #below(value: Span, line: number): readonly string[] {
    const { lines, text } = this.#report;
    const last = lineAt(lines, value.end);
    const parts: string[] = [];
    for (let next = line + 1; next <= last; next++) {
      if (!this.#isShown(next)) continue;
      const { start, end } = writtenIn(lines.facts[next]!);
      const offset = lines.starts[next]!;
      parts.push(text.slice(offset + start, Math.min(offset + end, lineEnd(lines, next))));
    }
    this.#toldTo = last + 1;
    return parts;
  }

  /**
   * Words between the fields that the tables know: fields that they do not know, or words that go on with what stands
   * before them.
   * @param from index of the first that the line has written
   */
  #rest(words: string, line: number, from: number): void {
    const cells = words
      .replace(spreadLabel, (label) => label.replace(/[ \u3000]+/g, '\u3000'))
      .split(border)
      .map((cell) => cell.trim())
      .filter((cell) => !idle.test(cell));
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      const found = labelled.exec(cell);
      const label = found ? found[1]! : labelNoun.test(cell) && at + 1 < cells.length ? cell : undefined;
      if (label === undefined) {
        this.#goOn(cell, line, from);
        continue;
      }
      const behind = found ? cell.slice(found[0].length).trim() : '';
      const next = cells[at + 1];
      const isNext = behind === '' && next !== undefined && !labelled.test(next);
      if (isNext) at++;
      this.#addField(undefined, label.trim(), this.#inlinesOf(isNext ? next : behind), line);
    }
  }

  /** Words without a label: they go on with the field before them on the line or on the line above, as long lists of names do. */
  #goOn(words: string, line: number, from: number): void {
    const content = this.#inlinesOf(words);
    const last = this.written.at(-1);
    const isBeside = this.written.length > from;
    const isBelow = line > 0 && !isBlankLine(this.#report.lines.facts[line - 1]!);
    if (last && (isBeside || (last.role === 'field' && isBelow))) {
      const parted: Inline = isBeside
        ? { kind: 'text', text: '\u3000', bold: false, italic: false }
        : { kind: 'break' };
      this.written[this.written.length - 1] = {
        ...last,
        content: wordsOf(last.content) === '' ? content : [...last.content, parted, ...content],
      };
    } else this.#add('note', words, line);
  }
}
