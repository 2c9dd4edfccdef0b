import { coverField } from '../../report/queries/period';
import { textOf } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';
import { phrasesOf } from '../../knowledge/phrases';

/** Words of a category that tell which of the listed ones is meant; the first that fits and is listed is offered first. */
const meanings = phrasesOf('category');
/** What the portal lists under 其他: many reports name it alone. */
const kindsOfOther: ReadonlySet<string> = new Set(phrasesOf('category-of-other').map(({ text }) => text));

/** The category without blanks and what stands in brackets or behind a dash: 「其他（參展）」 and 「其他－參展」 are 其他. */
function bare(category: string): string {
  return category.replace(/\s+/g, '').split(/(?!^)[（(－—–:：-]/)[0]!;
}

/** A form to tick, or words still to be written. */
const unfinished = /[□■☐☑☒▣○〇✓✔ˇ]/;

export const rule: ReportRule = {
  per: 'report',
  id: 'cover/unknown-category',
  title: { 'zh-TW': '出國類別不在規定之列', en: 'Category that the rules do not list' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國類別）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    unknown: {
      'zh-TW': '「{category}」不是規定的出國類別（{list}）。',
      en: '「{category}」 is none of the listed categories ({list}).',
    },
    replace: { 'zh-TW': '改為「{category}」', en: 'Change to 「{category}」' },
  },
  check: ({ cover }, _notes, { profile }, find) => {
    const { categories } = profile;
    const field = coverField(cover, 'category');
    if (!cover || !field || field.value.end === field.value.start || categories.length === 0) return;
    const written = textOf(cover, field.value);
    if (unfinished.test(written)) return;
    const parts = written.split(/[、，,/／及與]/).map(bare);
    const isListed = (part: string): boolean => categories.includes(part) || kindsOfOther.has(part);
    if (isListed(bare(written)) || parts.every(isListed)) return;
    const { start, end } = field.value;
    const meant = meanings.find(
      ({ text, standsFor }) => categories.includes(standsFor!) && written.includes(text),
    )?.standsFor;
    const offered = meant === undefined ? categories : [meant, ...categories.filter((category) => category !== meant)];
    find({
      message: 'unknown',
      params: { category: written, list: categories.join('、') },
      unit: cover,
      start,
      end,
      fixes: () =>
        offered.map((category) => ({
          title: 'replace',
          params: { category },
          safety: 'review',
          edits: [{ unit: cover, start, end, text: category }],
        })),
    });
  },
};
