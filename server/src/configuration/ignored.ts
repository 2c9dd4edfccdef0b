/** What keeps findings of a report from being shown, as its configuration file says, each with the adjustment that says so. */
import type { Locale, Message } from '../text/message';
import type { Rule } from '../rules/engine/rule';
import { render } from '../text/message';
import type { Adjustment } from './edit';
import type { Configuration } from './model';
import { reportPath } from './paths';
import { anchorEntry } from './suppress';

export interface IgnoredEntry {
  /** What is not shown: the words, or the title of the rule. */
  readonly title: string;
  /** How far that reaches, and of which rule. */
  readonly scope: string;
  /** Where the words stand, and why they are ignored; empty where neither is known. */
  readonly detail: string;
  /** What `revoke` takes back. */
  readonly adjustment: Adjustment;
}

const scopes = {
  finding: { 'zh-TW': '一處 · {rule}', en: 'One place · {rule}' },
  report: { 'zh-TW': '這份報告', en: 'This report' },
  folder: { 'zh-TW': '這個資料夾', en: 'This folder' },
  missing: { 'zh-TW': '（沒有字句）', en: '(no words)' },
} satisfies Record<string, Message>;

/**
 * The findings of the report `file` that are ignored, the rules that are off in it, and those that are off in the folder.
 * @param file the report's path relative to the configuration's folder
 */
export function ignoredIn(
  { suppressions, severities }: Configuration,
  file: string,
  rules: readonly Rule[],
  locale: Locale,
): readonly IgnoredEntry[] {
  const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title[locale] ?? id;
  const none = { title: { 'zh-TW': '', en: '' }, params: {} };
  const found: IgnoredEntry[] = [];
  for (const { rule, file: path, anchor, reason } of suppressions) {
    if (reportPath(path) !== reportPath(file)) continue;
    const place = anchor && anchorEntry(anchor);
    found.push({
      title: anchor ? anchor.words || scopes.missing[locale] : titleOf(rule),
      scope: anchor ? render(scopes.finding, { rule: titleOf(rule) }, locale) : scopes.report[locale],
      detail: [anchor?.section ?? '', reason].filter((words) => words !== '').join(' · '),
      adjustment: { ...none, path: ['suppressions'], value: { rule, file: path, ...place }, append: true },
    });
  }
  for (const [rule, severity] of Object.entries(severities)) {
    if (severity !== 'off') continue;
    found.push({
      title: titleOf(rule),
      scope: scopes.folder[locale],
      detail: rule,
      adjustment: { ...none, path: ['rules', rule], value: 'off', append: false },
    });
  }
  return found;
}
