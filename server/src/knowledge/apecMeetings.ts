import { apecMeetings as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/apecMeetings.tsv';
import type { ApecMeeting } from './types';

let meetings: readonly ApecMeeting[] | undefined;

/**
 * All known meetings in the order of their host years, within a year in the order of the year. Of SOM1 to SOM3 the days
 * are those of all the meetings around the senior officials' own.
 */
export function apecMeetings(): readonly ApecMeeting[] {
  return (meetings ??= rowsOf(schema, compiled).map(({ chinese, english, ...meeting }) => ({
    ...meeting,
    place: { 'zh-TW': chinese, en: english },
  })));
}
