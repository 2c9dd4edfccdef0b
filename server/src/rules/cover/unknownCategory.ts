import { coverField } from '../../report/period';
import { textOf } from '../../report/read';
import type { Rule } from '../rule';

/** Words of a category that tell which of the listed ones is meant; the first that fits and is listed is offered first. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/談判|諮商|磋商/, '談判'],
  [/會議|開會|論壇|年會|研討/, '開會'],
  [/洽談|洽公|接洽/, '業務洽談'],
  [/訓練|實習|受訓/, '實習'],
  [/研習|進修|留學|課程/, '進修'],
  [/研究/, '研究'],
  [/參訪|觀摩|考察|參觀/, '考察'],
  [/拜會|訪問|訪團/, '訪問'],
  [/視察|督導|查核/, '視察'],
];

/** The category without blanks and what stands in brackets behind it: 「其他（參展）」 is 其他. */
function bare(category: string): string {
  return category.replace(/\s+/g, '').replace(/[（(][^（）()]*[）)]$/, '');
}

/** A form to tick, or words still to be written. */
const unfinished = /[□■☐☑☒▣○〇✓✔ˇ]/;

export const rule: Rule = {
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
  prose: {},
  check: (report, { profile }, find) => {
    const { categories } = profile;
    const field = coverField(report, 'category');
    if (!field || field.value.end === field.value.start || categories.length === 0) return;
    const written = textOf(report, field.value);
    if (unfinished.test(written)) return;
    const parts = written.split(/[、，,/／及與]/).map(bare);
    if (parts.every((part) => categories.includes(part))) return;
    const { start, end } = field.value;
    const meant = meanings.find(([words, category]) => categories.includes(category) && words.test(written))?.[1];
    const offered = meant === undefined ? categories : [meant, ...categories.filter((category) => category !== meant)];
    find({
      message: 'unknown',
      params: { category: written, list: categories.join('、') },
      start,
      end,
      fixes: () =>
        offered.map((category) => ({
          title: 'replace',
          params: { category },
          safety: 'review',
          edits: [{ start, end, expected: written, text: category }],
        })),
    });
  },
};
