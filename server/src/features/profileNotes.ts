import type { Profile } from '../knowledge/types';
import { render } from '../text/message';
import type { Locale, Message } from '../text/message';
import { journeyOf, usualCategoryOf } from './newReport/journey';
import type { Journey } from './newReport/journey';

const messages = {
  free: { 'zh-TW': '沒有固定的章節', en: 'no fixed parts' },
  due: { 'zh-TW': '返國後 {months} 個月內提出', en: 'due {months} months after the return' },
  lenient: { 'zh-TW': '缺少章節時只提醒', en: 'a missing part is a warning only' },
} satisfies Record<string, Message>;

/** What there is to know of a profile before one chooses it. */
export interface ProfileNotes {
  /** What it asks for, in a line: the parts that it requires, and when the report is due. */
  readonly explanation: string;
  /** The one of its categories that its reports mostly have. */
  readonly usualCategory: string;
  /** The journey that each of its categories stands for, by the category. */
  readonly journeys: Readonly<Record<string, Journey>>;
}

function explanationOf({ parts, deadline, missingPart }: Profile, locale: Locale): string {
  const required = parts.filter((part) => part.required).map(({ title }) => title);
  return [
    required.length > 0 ? required.join('、') : messages.free[locale],
    deadline && render(messages.due, { months: deadline.months }, locale),
    missingPart === 'warning' && required.length > 0 && messages.lenient[locale],
  ]
    .filter(Boolean)
    .join(locale === 'en' ? '; ' : '；');
}

export function profileNotesOf(profile: Profile, locale: Locale): ProfileNotes {
  return {
    explanation: explanationOf(profile, locale),
    usualCategory: usualCategoryOf(profile),
    journeys: Object.fromEntries(profile.categories.map((category) => [category, journeyOf(profile, category)])),
  };
}
