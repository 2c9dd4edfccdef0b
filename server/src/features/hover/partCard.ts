import type { PartId, Profile, ProfilePart } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import type { Locale, Message } from '../../text/message';
import { render } from '../../text/message';
import { countHan } from '../../text/characters';
import { paragraphs, plain } from '../markdown';

const messages = {
  required: { 'zh-TW': '**{title}**　必要章節', en: '**{title}** (required)' },
  optional: { 'zh-TW': '**{title}**　可有可無', en: '**{title}** (optional)' },
  belongs: { 'zh-TW': '「{own}」屬於這個章節。', en: '“{own}” is a part of this section.' },
  foreign: {
    'zh-TW': '「{profile}」格式沒有要求這個章節。',
    en: 'The profile “{profile}” does not ask for this section.',
  },
  source: { 'zh-TW': '依據：{source}', en: 'Source: {source}' },
  profile: { 'zh-TW': '格式：{profile}（{id}）', en: 'Profile: {profile} ({id})' },
  rule: { 'zh-TW': '規則：{rules}', en: 'Rules: {rules}' },
  length: {
    'zh-TW': '字數：{min} 至 {max} 個漢字；目前 {count}',
    en: 'Length: {min} to {max} Han characters; now {count}',
  },
} satisfies Record<string, Message>;

/** Rules that look after a part; a test holds the ids to the registry. */
const rulesOfRequiredPart = ['structure/missing-section', 'structure/empty-section'];
const rulesOfAbstract = ['abstract/length'];

/** The part of the profile that `part` is, or helps to stand for. */
function askedBy(profile: Profile, part: PartId): ProfilePart | undefined {
  return (
    profile.parts.find((candidate) => candidate.part === part) ??
    profile.parts.find((candidate) => candidate.insteadOf.some((set) => set.includes(part)))
  );
}

/** What a part of the report must hold under `profile`, and who asks for it; Markdown. */
export function partCard(report: Report, part: PartId, title: string, profile: Profile, locale: Locale): string {
  const profileLine = render(messages.profile, { profile: plain(profile.name[locale]), id: profile.id }, locale);
  const asked = askedBy(profile, part);
  if (!asked) {
    const foreign = render(messages.foreign, { profile: plain(profile.name[locale]) }, locale);
    return paragraphs(`**${plain(title)}**`, foreign, profileLine);
  }
  const ids = [...(asked.required ? rulesOfRequiredPart : []), ...(part === 'abstract' ? rulesOfAbstract : [])];
  const head = render(asked.required ? messages.required : messages.optional, { title: plain(asked.title) }, locale);
  const bounds = profile.abstractLength;
  const { abstract } = report;
  return paragraphs(
    head,
    asked.part === part ? undefined : render(messages.belongs, { own: plain(title) }, locale),
    plain(asked.holds[locale]),
    part === 'abstract' && bounds && abstract
      ? render(
          messages.length,
          {
            min: bounds.min,
            max: bounds.max,
            count: countHan(report.text, abstract.content.start, abstract.content.end),
          },
          locale,
        )
      : undefined,
    render(messages.source, { source: plain(asked.source) }, locale),
    profileLine,
    ids.length > 0 ? render(messages.rule, { rules: ids.map((id) => `\`${id}\``).join('、') }, locale) : undefined,
  );
}
