import { glossaryOf } from '../knowledge/acronyms';
import { apecMeetings } from '../knowledge/apecMeetings';
import { countryNamed } from '../knowledge/countries';
import { economyNameOf } from '../knowledge/economies';
import type { ApecMeeting } from '../knowledge/types';
import { dateOfIso } from '../text/calendar';
import type { CalendarDate } from '../text/calendar';

/** An event that a new report may be about, with what the cover needs of it. */
export interface KnownEvent {
  /** 2024 SOM3. */
  readonly id: string;
  /** 2024 年亞太經濟合作（APEC）第三次資深官員會議. */
  readonly name: string;
  /** 秘魯利馬. */
  readonly destination: string;
  /** First and last day; undefined where they are not known to the day. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/** The event's Chinese name. Two ministers' meetings share the letters TMM; the table holds that of tourism. */
function titleOf(event: ApecMeeting['event']): string {
  if (event === 'TMM') return '觀光部長會議';
  return glossaryOf(event)[0]?.chinese ?? event;
}

/** Whether a place is named without its host: an economy of its own, or the host's name already. */
function standsAlone(place: string, host: string): boolean {
  return host === '香港' || place.startsWith(host) || place === '香港' || countryNamed(place) !== undefined;
}

/** The known meetings that were held somewhere, the newest first. */
export function knownEvents(): readonly KnownEvent[] {
  return apecMeetings()
    .filter(({ mode }) => mode === 'in-person')
    .map(({ year, host, event, place, from, to }) => {
      const chinese = titleOf(event);
      const economy = economyNameOf(host);
      return {
        id: `${year} ${event}`,
        name: `${year} 年亞太經濟合作（APEC）${chinese}`,
        destination: standsAlone(place['zh-TW'], economy) ? place['zh-TW'] : economy + place['zh-TW'],
        from: dateOfIso(from ?? ''),
        to: dateOfIso(to ?? ''),
      };
    })
    .reverse();
}
