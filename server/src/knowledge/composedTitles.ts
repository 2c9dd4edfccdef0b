/**
 * Titles of chapters that are put together of the names of parts: 考察緣起與目的, 參訪行程及內容, 各場會議討論重點. Their
 * number has no end, so that they are taken apart instead of listed. What stands in the table of `parts.ts` goes before.
 * Plausible words, not met in reports: they are passed over in silence and never suggested.
 */
import { partOf } from './parts';
import { partsByWord, titleTextsOf } from './titleWords';
import type { PartId } from './types';

/** What a mission was, and other words that stand before the name of a part and say nothing of which part it is. */
const leads = titleTextsOf('lead', 'meeting-lead');

/** Leads that make 過程, 情形 and the like those of a meeting. */
const ofMeetings = titleTextsOf('meeting-lead');

/** Names that stand by themselves, behind a lead only, and only together with another. */
const whole = partsByWord('whole');
const led = partsByWord('led');
const joined = partsByWord('joined');

const conjunctions = /[及與暨和、/／]/;
/** No title has more leads: 出國計畫目的, 各場會議討論重點. */
const mostLeads = 3;

/** The lead that `title` begins with, the longest one. */
function leadOf(title: string): string | undefined {
  for (const length of [3, 2]) if (leads.has(title.slice(0, length))) return title.slice(0, length);
  return undefined;
}

/** What 情形, 過程 and the like of a meeting are: the table of titles says so of 會議情形 and 會議過程. */
function ofMeetingPart(name: string): PartId {
  return partOf(`會議${name}`) ?? 'proceedings';
}

/** The parts in their order, each once; 心得 and 建議 together are one. */
function united(parts: ReadonlySet<PartId>): readonly PartId[] {
  const both = parts.has('reflections') && parts.has('recommendations');
  const all = new Set<PartId>();
  // What was done counts most: its chapter is the one that tells of meetings and visits.
  for (const part of ['process', 'proceedings'] as const) if (parts.has(part)) all.add(part);
  for (const part of parts)
    all.add(both && (part === 'reflections' || part === 'recommendations') ? 'reflections-and-recommendations' : part);
  return [...all];
}

/**
 * The parts that a title put together of their names stands for, the chief one first; none where a word of it is
 * another. Takes what `normaliseTitle` gives.
 */
export function composedPartsOf(normalised: string): readonly PartId[] {
  let rest = normalised;
  let ofMeeting = false;
  for (let count = 0; count < mostLeads && !led.has(rest); count++) {
    const lead = leadOf(rest);
    if (lead === undefined) break;
    ofMeeting ||= ofMeetings.has(lead);
    rest = rest.slice(lead.length);
  }
  const names = rest.split(conjunctions);
  const parts = new Set<PartId>();
  for (const name of names) {
    const isLed = names.length > 1 || rest !== normalised;
    // A name behind a conjunction may have a lead of its own: 行程與活動紀要.
    const bare = name.slice(names.length > 1 ? (leadOf(name)?.length ?? 0) : 0);
    const part = whole.get(name) ?? (isLed ? led.get(bare) : undefined) ?? (names.length > 1 ? joined.get(name) : undefined); // prettier-ignore
    if (part === undefined) return [];
    parts.add(part === 'process' && ofMeeting ? ofMeetingPart(name) : part);
  }
  return united(parts);
}

/** The part that the title of a chapter names, or the chief one of several. Takes what `normaliseTitle` gives. */
export function chapterPartOf(normalised: string): PartId | undefined {
  return partOf(normalised) ?? composedPartsOf(normalised)[0];
}
