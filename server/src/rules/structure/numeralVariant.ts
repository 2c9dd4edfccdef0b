import type { Report, Section, SectionNumber } from '../../report/model';
import { sectionsIn, textOf } from '../../report/read';
import { toFormal } from '../../text/numerals';
import { shifted } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Discovery, Rule } from '../rule';
import { strayChapters } from './headings';

/** Characters that are not the standard ones of 大寫 numerals in Taiwan. */
const variant = /[叁叄参弍貮贰弌壱陆]/;

export const rule: Rule = {
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
  prose: {},
  check: (report, _context, find) => {
    for (const { number } of report.contents?.entries ?? [])
      if (number && isVariant(report, number)) find(replaced(report, number, 'variant'));
    forEachChapterNote(report, variants, ({ numeral, value }, { start }) => {
      find(replaced(report, { numeral: shifted(numeral, start), value }, 'variant'));
    });
    for (const stray of strays(report)) find(replaced(report, stray.number!, 'mixed'));
  },
};

function isVariant(report: Report, { system, numeral }: SectionNumber): boolean {
  return system === 'formal' && variant.test(textOf(report, numeral));
}

type Numeral = Pick<SectionNumber, 'numeral' | 'value'>;

/** The numbers of a chapter and inside it that are written with such a character. */
const variants: ChapterReader<Numeral> = {
  read: (report, chapter) => {
    const found: Numeral[] = [];
    for (const { number } of sectionsIn(chapter))
      if (number && isVariant(report, number))
        found.push({ numeral: shifted(number.numeral, -chapter.start), value: number.value });
    return found;
  },
};

/** Chapters numbered 二、 between 壹、 and 參、. */
function strays(report: Report): readonly Section[] {
  const found: Section[] = [];
  const strayOf = strayChapters(report);
  if (strayOf.size === 0) return found;
  const numbered = report.sections.filter(({ line }) => report.lines.facts[line]!.shape.number?.system === 'formal');
  numbered.forEach((chapter, index) => {
    const stray = strayOf.get(chapter);
    if (!stray) return;
    const next = numbered[index + 1]?.number?.value;
    if (next === undefined ? index > 0 : next === stray.number!.value + 1) found.push(stray);
  });
  return found;
}

function replaced(report: Report, { numeral: { start, end }, value }: Numeral, message: string): Discovery {
  const numeral = report.text.slice(start, end);
  const standard = toFormal(value);
  return {
    message,
    params: { numeral, standard },
    start,
    end,
    fixes: () => [
      {
        title: 'replace',
        params: { standard },
        safety: 'safe',
        edits: [{ start, end, expected: numeral, text: standard }],
      },
    ],
  };
}
