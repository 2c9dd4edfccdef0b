/**
 * The items of 出國報告審核表 (行政院及所屬各機關出國報告綜合處理要點附件二) as far as a program can judge them, each with
 * the findings that speak against it. Of what only a person can judge it says so.
 */
import type { Report } from '../report/model/report';
import { messageOf } from '../rules/engine/message';
import { render } from '../text/message';
import type { Finding } from '../rules/engine/finding';
import type { Locale, Message } from '../text/message';
import { CharClass, classOf } from '../text/characters';
import type { Span } from '../text/span';

export type ChecklistState = 'passed' | 'attention' | 'failed' | 'manual';

export interface ChecklistItem {
  /** Stable: editors remember what is folded by it. */
  readonly id: string;
  readonly title: string;
  readonly state: ChecklistState;
  /** What was seen, or what a person has to see to. */
  readonly detail: string;
  /** The places that speak against it, in the order of the text. */
  readonly places: readonly ChecklistPlace[];
}

export interface ChecklistPlace extends Span {
  readonly message: string;
  readonly severity: Finding['severity'];
}

interface ItemRow {
  readonly id: string;
  readonly title: Message;
  /** Ids of rules, or families with a slash at the end, whose findings belong here; none where only a person can judge. */
  readonly rules: readonly string[];
  /** What a person has to see to. */
  readonly manual?: Message;
}

const rows: readonly ItemRow[] = [
  {
    id: 'deadline',
    title: { 'zh-TW': '依限繳交出國報告', en: 'Handed in on time' },
    rules: ['dates/report-late', 'dates/report-early'],
  },
  {
    id: 'cover',
    title: { 'zh-TW': '封面欄位完整', en: 'Cover complete' },
    rules: ['cover/', 'dates/incomplete', 'dates/invalid', 'dates/period-order'],
  },
  {
    id: 'format',
    title: {
      'zh-TW': '格式完整（目的、過程、心得及建議）',
      en: 'Form complete (purpose, process, reflections and suggestions)',
    },
    rules: [
      'structure/missing-section',
      'structure/section-order',
      'structure/duplicate-section',
      'structure/heading-name',
      'structure/heading-numbering',
      'structure/numeral-variant',
      'structure/heading-punctuation',
      'structure/heading-repeats-parent',
      'structure/toc-mismatch',
      'abstract/',
    ],
  },
  {
    id: 'content',
    title: { 'zh-TW': '內容充實完備', en: 'Content full and complete' },
    rules: [
      'structure/empty-section',
      'structure/thin-section',
      'structure/placeholder',
      'structure/meeting-parts',
      'structure/broken-paragraph',
      'attendance/',
      'dates/',
      'numbers/counted-list',
      'numbers/contradiction',
    ],
  },
  {
    id: 'suggestions',
    title: { 'zh-TW': '建議具參考價值', en: 'Suggestions of use' },
    rules: ['structure/no-recommendation'],
  },
  {
    id: 'names',
    title: { 'zh-TW': '名稱與縮寫正確', en: 'Names and acronyms right' },
    rules: ['economies/', 'acronyms/'],
  },
  {
    id: 'wording',
    title: { 'zh-TW': '用字、標點及數字合於規定', en: 'Wording, punctuation and numbers by the rules' },
    rules: ['wording/', 'typography/', 'numbers/'],
  },
  {
    id: 'language',
    title: { 'zh-TW': '以中文撰寫，不以外文資料為內容', en: 'Written in Chinese, not foreign material alone' },
    rules: [],
  },
  {
    id: 'originality',
    title: { 'zh-TW': '無抄襲相關資料', en: 'Nothing copied' },
    rules: [],
    manual: { 'zh-TW': '程式無法判斷，請自行確認', en: 'No program can judge this; see to it yourself' },
  },
  {
    id: 'sources',
    title: { 'zh-TW': '引用資料註明來源', en: 'Sources of quotations given' },
    rules: [],
    manual: { 'zh-TW': '程式無法判斷，請自行確認', en: 'No program can judge this; see to it yourself' },
  },
];

const messages = {
  clean: { 'zh-TW': '沒有發現問題', en: 'Nothing found' },
  found: { 'zh-TW': '{count} 個問題', en: '{count} found' },
  hints: { 'zh-TW': '另有 {count} 個提示', en: 'with {count} hints' },
  chinese: { 'zh-TW': '中文占 {percent}%', en: '{percent}% of the letters are Chinese' },
  empty: { 'zh-TW': '報告沒有內容', en: 'The report is empty' },
} satisfies Record<string, Message>;

/** Below this share of Han characters among letters a report counts as foreign, in percent. */
const leastChinese = 50;

/** The first row that takes a rule's findings: rows stand in the order of the form, and a finding counts once. */
function rowOf(ruleId: string): ItemRow | undefined {
  return (
    rows.find(({ rules }) => rules.includes(ruleId)) ??
    rows.find(({ rules }) => rules.some((prefix) => prefix.endsWith('/') && ruleId.startsWith(prefix)))
  );
}

/** Share of Han characters among all letters, in percent; undefined without letters. A Latin word is many letters: it counts by its length over four. */
function chineseShare({ text, lines }: Report): number | undefined {
  let latin = 0;
  for (let i = 0; i < text.length; i++) if (classOf(text.charCodeAt(i)) === CharClass.Latin) latin++;
  const han = lines.facts.reduce((sum, facts) => sum + facts.han, 0);
  return han + latin === 0 ? undefined : Math.round((han / (han + latin / 4)) * 100);
}

function languageItem(report: Report, { id, title }: ItemRow, locale: Locale): ChecklistItem {
  const percent = chineseShare(report);
  const state = percent === undefined ? 'attention' : percent < leastChinese ? 'failed' : 'passed';
  const detail =
    percent === undefined ? render(messages.empty, undefined, locale) : render(messages.chinese, { percent }, locale);
  return { id, title: title[locale], state, detail, places: [] };
}

/** The checklist of `report`, whose findings are `findings`. */
export function checklistOf(report: Report, findings: readonly Finding[], locale: Locale): readonly ChecklistItem[] {
  const byRow = new Map<ItemRow, ChecklistPlace[]>();
  for (const { rule, message, params, severity, start, end } of findings) {
    const row = rowOf(rule.id);
    if (!row) continue;
    const place = { start, end, severity, message: messageOf(rule, message, params, locale) };
    const places = byRow.get(row);
    if (places) places.push(place);
    else byRow.set(row, [place]);
  }
  return rows.map((row) => {
    const { id, title, manual } = row;
    if (id === 'language') return languageItem(report, row, locale);
    if (manual) return { id, title: title[locale], state: 'manual', detail: manual[locale], places: [] };
    const places = byRow.get(row) ?? [];
    const state = places.some(({ severity }) => severity === 'error')
      ? 'failed'
      : places.some(({ severity }) => severity === 'warning')
        ? 'attention'
        : 'passed';
    const words = state === 'passed' ? messages.hints : messages.found;
    const detail = places.length > 0 ? render(words, { count: places.length }, locale) : messages.clean[locale];
    return { id, title: title[locale], state, detail, places };
  });
}
