import type { Heading } from '../../report/model/headings';
import type { Unit } from '../../report/model/line';
import type { LineNumber } from '../../report/model/lines';
import { strayChapters } from '../../report/queries/headings';
import { sectionsIn, textOf } from '../../report/queries/read';
import { toFormal } from '../../text/numerals';
import type { ReportDiscovery, ReportRule } from '../engine/rule';

/** Characters that are not the standard ones of 大寫 numerals in Taiwan. */
const variant = /[叁叄参弍貮贰弌壱陆]/;

function isVariant(unit: Unit, { system, numeral }: LineNumber): boolean {
  return system === 'formal' && variant.test(textOf(unit, numeral));
}

/** The headings of a chapter that are numbered with such a character. */
function variantsIn(chapter: Heading): readonly Heading[] {
  const variants: Heading[] = [];
  for (const heading of sectionsIn(chapter))
    if (heading.number && isVariant(heading, heading.number)) variants.push(heading);
  return variants;
}

export const rule: ReportRule<Heading, 'headings'> = {
  per: 'report',
  notes: { per: 'headings', read: variantsIn },
  id: 'structure/numeral-variant',
  title: { 'zh-TW': '編號用字不一致', en: 'Variant numeral' },
  severity: 'warning',
  source: '教育部《異體字字典》正字（壹貳參肆伍陸柒捌玖拾）；文書處理手冊（分項標號）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    variant: { 'zh-TW': '「{numeral}」宜寫作「{standard}」。', en: 'Write 「{standard}」 for 「{numeral}」.' },
    mixed: {
      'zh-TW': '各章以「壹、」編號，這一章用了「{numeral}」，宜寫作「{standard}」。',
      en: 'The chapters are numbered 壹、; write 「{standard}」 for 「{numeral}」.',
    },
    replace: { 'zh-TW': '改為「{standard}」', en: 'Change to 「{standard}」' },
  },
  check: ({ contents, headings }, notes, _context, find) => {
    for (const { number } of contents?.contents.entries ?? [])
      if (number && isVariant(contents!, number)) find(replaced(contents!, number, 'variant'));
    for (const { note } of notes) find(replaced(note, note.number!, 'variant'));
    for (const stray of strayChapters(headings.chapters).values()) find(replaced(stray, stray.number!, 'mixed'));
  },
};

function replaced(unit: Unit, { numeral, value }: LineNumber, message: 'variant' | 'mixed'): ReportDiscovery {
  const { start, end } = numeral;
  const standard = toFormal(value);
  return {
    message,
    params: { numeral: textOf(unit, numeral), standard },
    unit,
    start,
    end,
    fixes: () => [
      {
        title: 'replace',
        params: { standard },
        // Another system of numbers may make another level of the heading.
        safety: message === 'variant' ? 'safe' : 'review',
        edits: [{ unit, start, end, text: standard }],
      },
    ],
  };
}
