/**
 * The items of 出國報告審核表 (行政院及所屬各機關出國報告綜合處理要點附件二) as far as a program can judge them, each with
 * the findings that speak against it. Of what only a person can judge it says so.
 */
import type { Report } from '../report/model/report';
import { messageOf } from '../rules/engine/message';
import { render } from '../text/message';
import type { Finding } from '../rules/engine/finding';
import type { Locale, Message } from '../text/message';
import type { Profile } from '../knowledge/types';
import { unwrittenOf } from '../report/queries/unwritten';
import type { UnwrittenNames } from '../report/queries/unwritten';
import { CharClass, classOf } from '../text/characters';
import type { Span } from '../text/span';

/**
 * `unwritten` (尚未填寫) where what the item asks for has yet to be written: that nothing is found in it says nothing.
 * `manual` where only a person can judge.
 */
export type ChecklistState = 'passed' | 'attention' | 'failed' | 'unwritten' | 'manual';

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
  /** What must be written before the item can be judged. */
  readonly judges: 'dates' | 'cover' | 'suggestions' | 'body' | 'prose';
  /** What a person has to see to. */
  readonly manual?: Message;
}

const rows: readonly ItemRow[] = [
  {
    id: 'deadline',
    title: { 'zh-TW': '依限繳交出國報告', en: 'Handed in on time' },
    judges: 'dates',
    rules: ['dates/report-late', 'dates/report-early'],
  },
  {
    id: 'cover',
    title: { 'zh-TW': '封面欄位完整', en: 'Cover complete' },
    judges: 'cover',
    rules: ['cover/', 'dates/incomplete', 'dates/invalid', 'dates/period-order'],
  },
  {
    id: 'format',
    title: {
      'zh-TW': '格式完整（目的、過程、心得及建議）',
      en: 'Form complete (purpose, process, reflections and suggestions)',
    },
    judges: 'body',
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
    judges: 'body',
    rules: [
      'structure/empty-section',
      'structure/thin-section',
      'structure/placeholder',
      'structure/meeting-parts',
      'structure/broken-paragraph',
      'structure/repeated-paragraph',
      'attendance/',
      'dates/',
      'numbers/counted-list',
      'numbers/contradiction',
    ],
  },
  {
    id: 'suggestions',
    title: { 'zh-TW': '建議具參考價值', en: 'Suggestions of use' },
    judges: 'suggestions',
    rules: ['structure/no-recommendation'],
  },
  {
    id: 'names',
    title: { 'zh-TW': '名稱與縮寫正確', en: 'Names and acronyms right' },
    judges: 'prose',
    rules: ['economies/', 'acronyms/'],
  },
  {
    id: 'wording',
    title: { 'zh-TW': '用字、標點及數字合於規定', en: 'Wording, punctuation and numbers by the rules' },
    judges: 'prose',
    rules: ['wording/', 'typography/', 'numbers/'],
  },
  {
    id: 'language',
    title: { 'zh-TW': '以中文撰寫，不以外文資料為內容', en: 'Written in Chinese, not foreign material alone' },
    judges: 'prose',
    rules: [],
  },
  {
    id: 'originality',
    title: { 'zh-TW': '無抄襲相關資料', en: 'Nothing copied' },
    judges: 'prose',
    rules: [],
    manual: { 'zh-TW': '程式無法判斷，請自行確認', en: 'No program can judge this; see to it yourself' },
  },
  {
    id: 'sources',
    title: { 'zh-TW': '引用資料註明來源', en: 'Sources of quotations given' },
    judges: 'prose',
    rules: [],
    manual: { 'zh-TW': '程式無法判斷，請自行確認', en: 'No program can judge this; see to it yourself' },
  },
];

const messages = {
  clean: { 'zh-TW': '沒有發現問題', en: 'Nothing found' },
  found: { 'zh-TW': '{count} 個問題', en: '{count} found' },
  hints: { 'zh-TW': '另有 {count} 個提示', en: 'with {count} hints' },
  chinese: { 'zh-TW': '中文占 {percent}%', en: '{percent}% of the letters are Chinese' },
  unwritten: { 'zh-TW': '尚缺：{what}', en: 'still to be written: {what}' },
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

/** The state of `row` by what was found, of which `todo` has yet to be written. */
function stateOf(places: readonly ChecklistPlace[], todo: UnwrittenNames): ChecklistState {
  if (todo.isAll) return 'unwritten';
  if (places.some(({ severity }) => severity === 'error')) return 'failed';
  if (todo.names.length > 0) return 'unwritten';
  return places.some(({ severity }) => severity === 'warning') ? 'attention' : 'passed';
}

function detailOf(
  places: readonly ChecklistPlace[],
  state: ChecklistState,
  todo: UnwrittenNames,
  locale: Locale,
): string {
  const found = state === 'passed' ? messages.hints : messages.found;
  const what = todo.names.join('、');
  const details = [
    ...(places.length > 0 ? [render(found, { count: places.length }, locale)] : []),
    ...(what === '' ? [] : [render(messages.unwritten, { what }, locale)]),
  ];
  return details.length > 0 ? details.join(locale === 'en' ? '; ' : '；') : messages.clean[locale];
}

/** Whether the report is in Chinese: of what is written, if it is all there. */
function languageItem(report: Report, { id, title }: ItemRow, todo: UnwrittenNames, locale: Locale): ChecklistItem {
  const percent = chineseShare(report);
  const isForeign = percent !== undefined && percent < leastChinese;
  const state = todo.isAll ? 'unwritten' : isForeign ? 'failed' : todo.names.length > 0 ? 'unwritten' : 'passed';
  const detail =
    percent === undefined || state === 'unwritten'
      ? detailOf([], state, todo, locale)
      : render(messages.chinese, { percent }, locale);
  return { id, title: title[locale], state, detail, places: [] };
}

/** The checklist of `report`, which is held to `profile` and whose findings are `findings`. */
export function checklistOf(
  report: Report,
  profile: Profile,
  findings: readonly Finding[],
  locale: Locale,
): readonly ChecklistItem[] {
  const byRow = new Map<ItemRow, ChecklistPlace[]>();
  for (const { rule, message, params, severity, start, end } of findings) {
    const row = rowOf(rule.id);
    if (!row) continue;
    const place = { start, end, severity, message: messageOf(rule, message, params, locale) };
    const places = byRow.get(row);
    if (places) places.push(place);
    else byRow.set(row, [place]);
  }
  const unwritten = unwrittenOf(report, profile);
  return rows.map((row) => {
    const { id, title, manual, judges } = row;
    if (manual) return { id, title: title[locale], state: 'manual', detail: manual[locale], places: [] };
    const todo = unwritten[judges];
    if (id === 'language') return languageItem(report, row, todo, locale);
    const places = byRow.get(row) ?? [];
    const state = stateOf(places, todo);
    return { id, title: title[locale], state, detail: detailOf(places, state, todo, locale), places };
  });
}
