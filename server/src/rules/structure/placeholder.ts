import type { Line, Place } from '../../report/model/line';
import type { Chapter } from '../../report/model/units';
import { placeholdersOf } from '../../report/queries/placeholders';
import { nameOf, textOf } from '../../report/queries/read';
import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';
import type { ReportView } from '../engine/view';

/** Related places that are shown: an author looks for all of them. */
const mostRelated = 50;
/** What the zones before the body are called. */
const zones = { cover: '封面', abstract: '摘要', contents: '目次' } as const;

/** What a chapter is called: 「參、出席會議情形」. */
function chapterName({ text, section }: Chapter): string {
  const { number, title } = section;
  return (number ? textOf({ text }, number) : '') + nameOf({ text }, title);
}

/** Tells, line by line in the order of the text, what the part of the report is called that a line stands in. */
function partsInOrder({ whole: { units } }: ReportView): (line: Line) => string {
  let next = 0;
  return (line) => {
    if (line.zone !== 'body') return zones[line.zone];
    const index = units.indexOf(line)!;
    while (next < units.chapters.length && units.indexOf(units.chapters[next]!.firstLine)! <= index) next++;
    const chapter = units.chapters[next - 1];
    return chapter ? chapterName(chapter) : '本文';
  };
}

export const rule: ReportRule<Span> = {
  per: 'report',
  notes: {
    per: 'line',
    only: { traits: Trait.Placeholder },
    read: ({ text, facts }) => placeholdersOf(text, facts),
  },
  id: 'structure/placeholder',
  title: { 'zh-TW': '留有待填文字', en: 'Placeholder left in the report' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略、未依規定格式者退回補正）',
  checked: '2026-11-30',
  fix: undefined,
  messages: {
    one: {
      'zh-TW': '「{part}」的「{words}」是待填文字，請補上內容。',
      en: '「{words}」 in 「{part}」 is a placeholder; write what belongs here.',
    },
    more: {
      'zh-TW': '「{part}」有 {count} 處待填文字，請補上內容。',
      en: '「{part}」 has {count} placeholders; write what belongs here.',
    },
    other: { 'zh-TW': '待填', en: 'To be filled in' },
  },
  check: (report, notes, _context, find) => {
    if (notes.length === 0) return;
    const partOf = partsInOrder(report);
    const parts = new Map<string, Place[]>();
    for (const { unit, note } of notes) {
      const place = { unit, start: note.start, end: note.end };
      const part = partOf(unit);
      const known = parts.get(part);
      if (known) known.push(place);
      else parts.set(part, [place]);
    }
    for (const [part, places] of parts) {
      const [first, ...others] = places as [Place, ...Place[]];
      find({
        message: others.length > 0 ? 'more' : 'one',
        params: { part, words: textOf(first.unit, first), count: places.length },
        ...first,
        related: others.slice(0, mostRelated).map((place) => ({ message: 'other', ...place })),
      });
    }
  },
};
