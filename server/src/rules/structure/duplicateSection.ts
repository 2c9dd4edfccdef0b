import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import { textOf } from '../../report/read';
import type { Report, Section } from '../../report/model';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Rule } from '../rule';

/**
 * The name of a chapter that is a part of the report. 前言 and 目的 tell of one part under two names, each its own: only
 * the same name, or a slip from it, is the part twice.
 */
function nameOf(report: Report, { title, part }: Section): string | undefined {
  if (part === undefined || part === 'attachments') return undefined;
  const name = normaliseTitle(textOf(report, title));
  const row = partTitleOf(name);
  return row && row.standing !== 'accepted' ? part : name;
}

const names: ChapterReader<string> = {
  read: (report, chapter) => {
    const name = nameOf(report, chapter);
    return name === undefined ? [] : [name];
  },
};

export const rule: Rule = {
  id: 'structure/duplicate-section',
  title: { 'zh-TW': '章節重複', en: 'The same section twice' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    twice: { 'zh-TW': '「{title}」重複出現，請併為一章。', en: '「{title}」 occurs twice; make it one section.' },
    first: { 'zh-TW': '第一次出現', en: 'The first one' },
  },
  prose: {},
  check: (report, _context, find) => {
    const first = new Map<string, Section>();
    const see = (name: string, section: Section): void => {
      const earlier = first.get(name);
      if (!earlier) {
        first.set(name, section);
        return;
      }
      const { title } = section;
      const { start, end } = earlier.title;
      find({
        message: 'twice',
        params: { title: textOf(report, title) },
        start: title.start,
        end: title.end,
        related: [{ message: 'first', start, end }],
      });
    };
    const { abstract } = report;
    const name = abstract && nameOf(report, abstract);
    if (name !== undefined) see(name, abstract!);
    forEachChapterNote(report, names, see);
  },
};
