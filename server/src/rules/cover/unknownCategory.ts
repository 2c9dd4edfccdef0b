import { coverField } from '../../report/queries/period';
import { textOf } from '../../report/queries/read';
import type { Example, Rule, RulePage } from '../engine/rule';

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

/* @__NO_SIDE_EFFECTS__ */
const report = (category: string): string =>
  `行政院所屬各機關因公出國人員出國報告書\n\n（出國類別：${category}）\n\n出席數位經濟會議報告\n\n服務機關：數位發展部\n\n壹、目的\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('⟦出席國際會議⟧'), fixed: report('開會') },
  { in: 'report', text: report('⟦業務觀摩⟧'), fixed: report('考察') },
  { in: 'report', text: report('⟦雙邊諮商⟧'), fixed: report('談判') },
  { in: 'report', text: report('開會') },
  { in: 'report', text: report('考察、訪問'), note: { 'zh-TW': '兩個規定的類別', en: 'Two listed categories' } },
  { in: 'report', text: report('其他（參加展覽）'), note: { 'zh-TW': '類別後的補充說明', en: 'With a remark' } },
  { in: 'report', text: report('□考察 ■開會 □其他'), note: { 'zh-TW': '勾選式', en: 'A form to tick' } },
];

export const page: RulePage = {
  explanation:
    '出國類別應從規定的類別中選一項，報告上傳公務出國報告資訊網時也只有這些選項。「參與國際會議」之類的寫法，通常就是「開會」。',
  leavesAlone: '並列兩個規定的類別、類別後以括號補充說明、勾選式的寫法都不提出。機關另有類別時可關閉這項檢查。',
  summary:
    'The category of the mission should be one of those that the rules list; the portal offers no others. Two listed categories, a remark in brackets and a form to tick are fine.',
};
