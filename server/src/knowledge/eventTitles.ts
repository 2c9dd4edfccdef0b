/**
 * Chapters named after what was attended or visited, instead of 過程 or 出席會議情形: 「參、APEC 數位經濟指導小組會議」,
 * 「肆、拜會東京都廳」. The survey of reports met them (會議, 展覽, 參訪); they tell what 過程 tells.
 */

import { titleTextsOf } from './titleWords';

/** What a title of an event ends with, and what is told of it may follow. */
const events = [...titleTextsOf('event')];
const accounts = [...titleTextsOf('account')];
/** What a title of a visit begins with. */
const visits = [...titleTextsOf('visit')];

/** 「（DESG）」 at the end is a name once more. */
const lastBrackets = /[（(][^（）()]{1,40}[）)]$/;

/** A title that goes on so speaks of two things: 參訪及心得. */
const conjunctions = '及與暨和、';

/** Whether a chapter of this title tells of an event or a visit. Takes what `normaliseTitle` gives. */
export function isEventTitle(normalised: string): boolean {
  const title = normalised.replace(lastBrackets, '');
  const endsInEvent = (words: string): boolean => events.some((event) => words.endsWith(event));
  if (endsInEvent(title)) return true;
  if (accounts.some((account) => title.endsWith(account) && endsInEvent(title.slice(0, -account.length)))) return true;
  return visits.some((visit) => {
    const next = normalised[visit.length];
    return next !== undefined && normalised.startsWith(visit) && !conjunctions.includes(next);
  });
}
