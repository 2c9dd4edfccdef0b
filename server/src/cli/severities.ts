import type { Locale, Message, Severity } from '../service';

/** From the gravest to the lightest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const words: Readonly<Record<Severity, Message>> = {
  error: { 'zh-TW': '錯誤', en: 'error' },
  warning: { 'zh-TW': '警告', en: 'warning' },
  information: { 'zh-TW': '資訊', en: 'information' },
  hint: { 'zh-TW': '提示', en: 'hint' },
};

export function severityWord(severity: Severity, locale: Locale): string {
  return words[severity][locale];
}

/** Whether `severity` is as grave as `least` or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
