import type { Unit } from '../../report/model/line';
import type { SectionNumber } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { strayChapter } from '../../report/queries/headings';
import { sectionsIn, textOf } from '../../report/queries/read';
import { toFormal } from '../../text/numerals';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';

/** Characters that are not the standard ones of 大寫 numerals in Taiwan. */
const variant = /[叁叄参弍貮贰弌壱陆]/;

function isVariant({ text }: Unit, { system, numeral }: SectionNumber): boolean {
  return system === 'formal' && variant.test(textOf({ text }, numeral));
}

/** The numbers of a chapter. */
interface ChapterNumbers {
  /** Its own, in 大寫. */
  readonly formal: SectionNumber | undefined;
  /** Those of it and inside it that are written with such a character. */
  readonly variants: readonly SectionNumber[];
  /** That of a chapter in it which is numbered like what stands inside chapters. */
  readonly stray: SectionNumber | undefined;
}

function numbersOf(chapter: Chapter): readonly ChapterNumbers[] {
  const variants: SectionNumber[] = [];
  for (const { number } of sectionsIn(chapter.section)) if (number && isVariant(chapter, number)) variants.push(number);
  const { number } = chapter.section;
  const formal = number?.system === 'formal' ? number : undefined;
  return [{ formal, variants, stray: strayChapter(chapter.section)?.number }];
}

/** The numbers of chapters numbered 二、 between 壹、 and 參、. */
function strays(
  notes: readonly UnitNote<'chapter', ChapterNumbers>[],
): readonly { readonly unit: Chapter; readonly number: SectionNumber }[] {
  const numbered = notes.filter(({ note }) => note.formal);
  return numbered.flatMap(({ unit, note }, index) => {
    const number = note.stray;
    const next = numbered[index + 1]?.note.formal?.value;
    const isOne = number && (next === undefined ? index > 0 : next === number.value + 1);
    return isOne ? [{ unit, number }] : [];
  });
}

export const rule: ReportRule<ChapterNumbers, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: numbersOf },
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
  check: ({ contents }, notes, _context, find) => {
    for (const { number } of contents?.contents.entries ?? [])
      if (number && isVariant(contents!, number)) find(replaced(contents!, number, 'variant'));
    for (const { unit, note } of notes) for (const number of note.variants) find(replaced(unit, number, 'variant'));
    for (const { unit, number } of strays(notes)) find(replaced(unit, number, 'mixed'));
  },
};

function replaced(unit: Unit, { numeral, value }: SectionNumber, message: 'variant' | 'mixed'): ReportDiscovery {
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
