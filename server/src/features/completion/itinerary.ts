import type { Locale, Message } from '../../text/message';
import { periodOf } from '../../report/queries/period';
import { lineEndOf } from '../../report/queries/headingStyle';
import { itineraryDays } from '../itineraryRows';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { findingWords, isWanted } from './typed';

const texts = {
  label: { 'zh-TW': '依出國期間列出每日行程（{count} 天）', en: 'Every day of the trip ({count} days)' },
  documentation: {
    'zh-TW': '自出發日至返國日，每日一列，星期已算好。',
    en: 'A row for each day from departure to return, weekdays worked out.',
  },
} satisfies Record<string, Message>;

/** What stands between date and activity in the report's own rows: a tab, or the bars of a table. */
function rowStyle({ report }: CompletionContext): {
  readonly before: string;
  readonly between: string;
  readonly behind: string;
} {
  const piped = report.itinerary?.days.some(({ start }) => report.text[start] === '|') ?? false;
  return piped ? { before: '| ', between: ' | ', behind: ' |' } : { before: '', between: '\t', behind: '' };
}

/** In an itinerary without days yet: a row for every day of 出國期間, as tab stops. */
export function completeItinerary(context: CompletionContext): CompletionEntry[] {
  const { report, lead, offset, locale, asked } = context;
  const { itinerary } = report;
  if (!lead || lead.markup !== '' || lead.number !== '' || !itinerary || itinerary.days.length > 0) return [];
  if (offset < itinerary.section.content.start || offset > itinerary.section.end) return [];
  if (!isWanted(asked, lead.words, '行程', 'itinerary days schedule')) return [];
  const period = periodOf(report);
  const days = period ? itineraryDays(period.from, period.to) : [];
  if (days.length === 0) return [];
  const { before, between, behind } = rowStyle(context);
  const activity = (index: number): string =>
    index === 0 ? '啟程' : index === days.length - 1 ? '返國' : `\${${index}:○○}`;
  const rows = days.map((day, index) => literal(before + day + between) + activity(index) + literal(behind));
  return [
    {
      label: textOf(texts.label, locale, days.length),
      kind: 'snippet',
      detail: `${days[0]!}－${days[days.length - 1]!}`,
      documentation: texts.documentation[locale],
      filterText: findingWords(lead.words, '行程', 'itinerary days schedule'),
      sortText: rank('place', 0),
      insertText: rows.join(lineEndOf(report)),
      snippet: true,
      replace: { start: lead.start, end: lead.end },
    },
  ];
}

function textOf(message: Message, locale: Locale, count: number): string {
  return message[locale].replace('{count}', String(count));
}
