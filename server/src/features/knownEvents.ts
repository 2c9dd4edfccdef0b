import { glossaryOf } from '../knowledge/acronyms';
import { apecMeetings } from '../knowledge/apecMeetings';
import { economyNameOf } from '../knowledge/economies';
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

/** The known meetings that were held somewhere, the newest first. */
export function knownEvents(): readonly KnownEvent[] {
  return apecMeetings()
    .filter(({ mode }) => mode === 'in-person')
    .map(({ year, host, event, place, from, to }) => {
      const chinese = glossaryOf(event)[0]?.chinese ?? event;
      const economy = economyNameOf(host);
      return {
        id: `${year} ${event}`,
        name: `${year} 年亞太經濟合作（APEC）${chinese}`,
        destination:
          economy === '香港' || place['zh-TW'].startsWith(economy) ? place['zh-TW'] : economy + place['zh-TW'],
        from: dateOfIso(from ?? ''),
        to: dateOfIso(to ?? ''),
      };
    })
    .reverse();
}
