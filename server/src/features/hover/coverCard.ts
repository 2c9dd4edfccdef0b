import type { CoverFieldId, Profile } from '../../knowledge/types';
import type { Locale, Message } from '../../text/message';
import { render } from '../../text/message';
import { coverFieldNotes } from '../coverFieldNotes';
import { paragraphs, plain } from '../markdown';

const messages = {
  required: { 'zh-TW': '**{label}**　封面必要欄位', en: '**{label}** (required on the cover)' },
  optional: { 'zh-TW': '**{label}**　封面欄位', en: '**{label}** (on the cover)' },
  categories: { 'zh-TW': '類別：{names}', en: 'Categories: {names}' },
  source: { 'zh-TW': '依據：{source}', en: 'Source: {source}' },
} satisfies Record<string, Message>;

/** What a field of the cover wants under `profile`; Markdown. */
export function coverCard(field: CoverFieldId, profile: Profile, locale: Locale): string {
  const own = profile.cover.find((requirement) => requirement.field === field);
  const stands = own ?? profile.cover.find(({ insteadOf }) => insteadOf.some((set) => set.includes(field)));
  const note = coverFieldNotes[field];
  return paragraphs(
    render(own ? messages.required : messages.optional, { label: plain(stands?.label ?? field) }, locale),
    note.wants[locale],
    field === 'category' && profile.categories.length > 0
      ? render(messages.categories, { names: profile.categories.map(plain).join('、') }, locale)
      : undefined,
    render(messages.source, { source: plain(profile.source) }, locale),
  );
}
