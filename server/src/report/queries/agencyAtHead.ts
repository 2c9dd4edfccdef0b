/** The agency that a report's title begins with. */
import { profiles } from '../../knowledge/profiles';
import type { Report } from '../model/report';

/** An agency's name is no longer, in UTF-16 code units. */
const longestName = 24;
/** Words that begin what the mission was: the agency stands before them. What is visited stands behind. */
const mission = /[赴訪，。、：「《〈（(]|前往|出席|參加|考察|觀摩|研習|研修|實習|進修|見學|訓練|出國|公務|因公/;
/** What follows a name that was the mission's aim: 「東京大學參訪報告」. */
const aim = /^\s*(?:參?訪|考察|觀摩|參觀|研習|實習|進修|交流|見學)/;

/**
 * The agency whose report it says it is at the head of the line that names its kind, or of its title: 「高雄市議會」 of
 * 「高雄市議會議員出國考察報告」, 「國立新竹女子高級中學」 before 「國際教育旅行」. Undefined where they begin otherwise.
 */
export function agencyAtHead({ cover, text }: Report): string | undefined {
  for (const span of [cover.kindLine, cover.title]) {
    if (!span) continue;
    const words = text.slice(span.start, span.end);
    const border = words.search(mission);
    const head = words.slice(0, border < 0 ? longestName : Math.min(border, longestName));
    const ends = profiles
      .flatMap(({ agencies }) => agencies)
      .map((name) => (head.includes(name) ? head.indexOf(name) + name.length : 0))
      .filter((end) => end > 0 && !aim.test(words.slice(end)));
    if (ends.length > 0) return head.slice(0, Math.max(...ends)).trim();
  }
  return undefined;
}
