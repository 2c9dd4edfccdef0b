import { economies } from '../../knowledge/economies';
import { nameRows } from '../../knowledge/names';
import type { EconomyCode, NameKind, NameRow } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import type { Locale, Message } from '../../text/message';
import { render } from '../../text/message';
import { paragraphs, plain } from '../markdown';

const messages = {
  joined: { 'zh-TW': 'APEC 會員體，{year} 年加入；代碼 {code}', en: 'APEC member since {year}; code {code}' },
  allowed: { 'zh-TW': '可用：{names}', en: 'May be used: {names}' },
  rejected: { 'zh-TW': '不可用：{names}', en: 'Must not be used: {names}' },
  short: { 'zh-TW': '{name}（簡稱）', en: '{name} (short, after the full name)' },
  party: { 'zh-TW': '{name}（指對方）', en: '{name} (the party in talks)' },
  here: { 'zh-TW': '本報告用：{names}', en: 'This report uses: {names}' },
  times: { 'zh-TW': '{name} {count} 次', en: '{name} {count} ×' },
  source: { 'zh-TW': '來源：{source}', en: 'Source: {source}' },
} satisfies Record<string, Message>;

const rejectedKinds: readonly NameKind[] = ['nonstandard', 'own-name', 'english'];

function formOf({ text, form }: NameRow, locale: Locale): string {
  const name = plain(text);
  if (form === 'short') return render(messages.short, { name }, locale);
  return form === 'party' ? render(messages.party, { name }, locale) : name;
}

/** What a report may call the economy, and what not; Markdown. Undefined for a code outside the table. */
export function economyCard(report: Report, code: EconomyCode, locale: Locale): string | undefined {
  const economy = economies.find((candidate) => candidate.code === code);
  if (!economy) return undefined;
  const rows = nameRows.filter((row) => row.economy === code);
  const names = (kinds: readonly NameKind[]): string[] =>
    rows.filter((row) => kinds.includes(row.kind)).map((row) => formOf(row, locale));
  const comma = locale === 'en' ? ', ' : '、';
  const allowed = names(['name']);
  const rejected = names(rejectedKinds);
  const here = (report.economies.forms.get(code) ?? []).map(({ row, count }) =>
    render(messages.times, { name: plain(row.text), count }, locale),
  );
  const english =
    economy.english === economy.englishFull
      ? plain(economy.english)
      : `${plain(economy.english)} (${plain(economy.englishFull)})`;
  return paragraphs(
    `**${plain(economy.chinese)}** ${english}`,
    render(messages.joined, { year: economy.joined, code }, locale),
    allowed.length > 0 ? render(messages.allowed, { names: allowed.join(comma) }, locale) : undefined,
    rejected.length > 0 ? render(messages.rejected, { names: rejected.join(comma) }, locale) : undefined,
    here.length > 0 ? render(messages.here, { names: here.join(comma) }, locale) : undefined,
    render(messages.source, { source: plain(economy.source) }, locale),
  );
}
