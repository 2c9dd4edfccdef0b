import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { nameOf } from '../../report/queries/read';
import { textOf } from '../../report/queries/read';
import { zoneAt } from '../../report/queries/read';
import { Trait } from '../../report/scan/traits';
import { ownCopy } from '../../text/ownCopy';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Rule } from '../engine/rule';
import { placeholdersOf } from '../../report/queries/placeholders';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';

/** A placeholder with its words. */
interface Note extends Span {
  readonly words: string;
}

const reader: LineReader<Note> = {
  lines: { traits: Trait.Placeholder },
  raw: true,
  read: (words, facts) =>
    placeholdersOf(words, facts).map(({ start, end }) => ({ words: ownCopy(words.slice(start, end)), start, end })),
};

const mostRelated = 50;
/** What the zones before the body are called. */
const zones = { cover: '封面', abstract: '摘要', contents: '目次' } as const;

/** What a chapter is called: 「參、出席會議情形」. */
function chapterName(report: Report, { number, title }: Section): string {
  return (number ? textOf(report, number) : '') + nameOf(report, title);
}

export const rule: Rule = {
  id: 'structure/placeholder',
  title: { 'zh-TW': '留有待填文字', en: 'Placeholder left in the report' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告審核表（內容空洞簡略、未依規定格式者退回補正）',
  checked: '2026-11-24',
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
  check: (report: Report, _context, find) => {
    const parts = new Map<string, Note[]>();
    // Notes come in the order of the text, and so do chapters.
    const chapters = report.sections;
    let next = 0;
    forEachNote(report, reader, ({ words, ...place }, offset) => {
      const note = { words, ...shifted(place, offset) };
      while (next < chapters.length && chapters[next]!.start <= note.start) next++;
      const chapter = chapters[next - 1];
      const zone = zoneAt(report, note.start);
      const part = zone === 'body' ? (chapter ? chapterName(report, chapter) : '本文') : zones[zone];
      const notes = parts.get(part);
      if (notes) notes.push(note);
      else parts.set(part, [note]);
    });
    for (const [part, [first, ...others]] of parts) {
      if (!first) continue;
      find({
        message: others.length > 0 ? 'more' : 'one',
        params: { part, words: first.words, count: others.length + 1 },
        start: first.start,
        end: first.end,
        related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: 'other', start, end })),
      });
    }
  },
};
