import { normaliseTitle, partTitleOf } from '../../knowledge/parts';
import type { Heading } from '../../report/model/headings';
import { textOf } from '../../report/queries/read';
import type { Place } from '../../report/model/line';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/**
 * The name of a chapter that is a part of the report. 前言 and 目的 tell of one part under two names, each its own: only
 * the same name, or a slip from it, is the part twice.
 */
function nameOf(heading: Heading): string | undefined {
  const { title, part } = heading;
  if (part === undefined || part === 'attachments') return undefined;
  const name = normaliseTitle(textOf(heading, title));
  const row = partTitleOf(name);
  return row && row.standing !== 'accepted' ? part : name;
}

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ headings: { abstract, chapters } }, _notes, _context, find) => {
    const first = new Map<string, Place>();
    for (const unit of abstract ? [abstract, ...chapters] : chapters) {
      const name = nameOf(unit);
      if (name === undefined) continue;
      const { start, end } = unit.title;
      const place = { unit, start, end };
      const earlier = first.get(name);
      if (!earlier) first.set(name, place);
      else
        find({
          message: 'twice',
          params: { title: textOf(unit, place) },
          ...place,
          related: relatedPlaces([earlier], 'first'),
        });
    }
  },
};
