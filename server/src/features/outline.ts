import type { Report } from '../report/model/report';
import type { Section } from '../report/model/parts';
import { nameOf } from '../report/queries/read';
import type { Span } from '../text/span';

/** A place of the outline with what stands below it. */
export interface OutlineNode extends Span {
  readonly kind: 'cover' | 'abstract' | 'toc' | 'section' | 'subsection' | 'item';
  /** As written, 「壹」, 「（一）」; empty without one. */
  readonly number: string;
  readonly title: string;
  /** What to select on a jump: the heading's number and title. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The number as people call it: 「壹」 of 「壹、」, 「（一）」 with its brackets, 「1」 of 「1.」. */
function numberOf(report: Report, { number }: Pick<Section, 'number'>): string {
  if (!number) return '';
  const written = report.text.slice(number.start, number.end);
  const last = written[written.length - 1];
  return last === ')' || last === '）' ? written : report.text.slice(number.numeral.start, number.numeral.end);
}

function nodeOf(report: Report, section: Section): OutlineNode {
  const { kind, number, title, heading, start, end, children } = section;
  const from = number ? number.start : title.start;
  const to = Math.max(title.end, number ? number.end : 0);
  return {
    kind,
    number: numberOf(report, section),
    title: nameOf(report, title),
    selection: to > from ? { start: from, end: to } : heading,
    start,
    end,
    children: children.map((child) => nodeOf(report, child)),
  };
}

/** Words that run over several lines, in one. */
function onOneLine(words: string): string {
  return words
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((all, line) => (/[\x21-\x7e]$/.test(all) && /^[\x21-\x7e]/.test(line) ? `${all} ${line}` : all + line), '');
}

function coverOf(report: Report): OutlineNode | undefined {
  const { cover } = report;
  const selection = cover.title ?? cover.kindLine ?? cover.fields[0]?.label;
  if (!selection) return undefined;
  const words = cover.title ?? cover.kindLine;
  return {
    kind: 'cover',
    number: '',
    title: words ? onOneLine(nameOf(report, words)) : '封面',
    selection,
    start: cover.start,
    end: cover.end,
    children: [],
  };
}

/** The report's outline in the order of the text: cover, 摘要, 目次 and the tree of sections. */
export function outlineOf(report: Report): OutlineNode[] {
  const { abstract, contents } = report;
  const nodes = report.sections.map((section) => nodeOf(report, section));
  const cover = coverOf(report);
  if (cover) nodes.push(cover);
  if (abstract) nodes.push({ ...nodeOf(report, abstract), kind: 'abstract' });
  if (contents) {
    const { title, start, end } = contents;
    nodes.push({
      kind: 'toc',
      number: '',
      title: nameOf(report, title),
      selection: title,
      start,
      end,
      children: [],
    });
  }
  return nodes.sort((a, b) => a.start - b.start);
}
