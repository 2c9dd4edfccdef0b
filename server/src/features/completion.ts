import type { Profile } from '../knowledge/types';
import type { Report } from '../report/model/report';
import { isOutsideProse } from '../report/queries/spared';
import type { Locale } from '../text/message';
import type { CalendarDate } from '../text/calendar';
import { completeAgencies } from './completion/agencies';
import { completeAcronyms } from './completion/acronyms';
import { contextAt } from './completion/context';
import { completeAttendance } from './completion/attendance';
import { completeCountries } from './completion/countries';
import { completeAttendees } from './completion/attendees';
import { completeCoverFields } from './completion/coverFields';
import { completeEconomies } from './completion/economies';
import type { CompletionEntry } from './completion/entry';
import { completeItinerary } from './completion/itinerary';
import { completeMeetings } from './completion/meetings';
import { completeNumerals } from './completion/numerals';
import { completePositions } from './completion/positions';
import { completeSections } from './completion/sections';
import { completeSnippets } from './completion/snippets';

/**
 * What may be inserted at `offset`, in the order to show it; nothing in code, in an address or in markup.
 * @param today the day that 報告日期 is offered; undefined where none is known
 * @param asked whether the author asks for the list; one that opens by itself offers less
 */
export function completionAt(
  report: Report,
  offset: number,
  profile: Profile,
  locale: Locale,
  today: CalendarDate | undefined,
  asked: boolean,
): CompletionEntry[] {
  if (isOutsideProse(report, offset)) return [];
  const context = contextAt(report, offset, profile, locale, today, asked);
  return [
    ...completeCoverFields(context),
    ...completeItinerary(context),
    ...completeSections(context),
    ...completeNumerals(context),
    ...completeMeetings(context),
    ...completeAttendance(context),
    ...completeAttendees(context),
    ...completeEconomies(context),
    ...completeCountries(context),
    ...completeAgencies(context),
    ...completePositions(context),
    ...completeAcronyms(context),
    ...completeSnippets(context),
  ].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}
