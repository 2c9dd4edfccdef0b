/** 摘要: where it ends, and what it is. */
import type { LineTable } from '../model/lines';
import { lineEnd, lineStart } from '../model/lines';
import type { Section } from '../model/parts';
import { isChapter, namesPart } from './outlineStyle';

/** First line behind 摘要 that starts at `from`. */
export function abstractEnd(lines: LineTable, from: number): number {
  const { marks } = lines.facts[from]!.shape;
  for (let line = from + 1; line < lines.count; line++) {
    const facts = lines.facts[line]!;
    const { shape } = facts;
    if (isChapter(facts)) return line;
    if (shape.marks > 0 && marks > 0 && shape.marks <= marks) return line;
    // 「一、目的：」 is a heading like 「目的」; 「目的：考察…」 may be the digest's own words.
    const whole = shape.lead.end === shape.title.end || (shape.number !== undefined && !shape.runsOn);
    if (namesPart(facts) && shape.part !== 'abstract' && whole) {
      // A digest may itemise its suggestions; 建議 ends it only where it is marked as a heading of its own.
      const itemised = shape.part === 'recommendations' || shape.part === 'reflections';
      if (!itemised || shape.marks > 0) return line;
    }
  }
  return lines.count;
}

/** 摘要 of the lines `[from, to)`. */
export function abstractOf(lines: LineTable, from: number, to: number): Section {
  const facts = lines.facts[from]!;
  const offset = lines.starts[from]!;
  const heading = { start: offset, end: lineEnd(lines, from) };
  const { title, lead, marks } = facts.shape;
  const runsOn = lead.end < title.end;
  const end = lineStart(lines, to);
  return {
    kind: 'section',
    depth: 1,
    number: undefined,
    ordinal: undefined,
    marks,
    heading,
    title: { start: offset + lead.start, end: offset + (runsOn ? lead.end : title.end) },
    content: { start: runsOn ? offset + lead.end + 1 : heading.end, end },
    line: from,
    toLine: to,
    part: 'abstract',
    children: [],
    start: offset,
    end,
  };
}
