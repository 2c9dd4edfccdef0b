/** The agency whose report it is, where the cover names it elsewhere than in 服務機關. */
import { endOfAgency, profiles } from '../../knowledge/profiles';
import type { Report } from '../model/report';
import type { CoverUnit } from '../model/units';

/** An agency's name is no longer, in UTF-16 code units. */
const longestName = 24;
/** Words that begin what the mission was: the agency stands before them. What is visited stands behind. */
const mission = /[赴訪，。、：「《〈（(]|前往|出席|參加|考察|觀摩|研習|研修|實習|進修|見學|訓練|出國|公務|因公/;
/** What follows a name that was the mission's aim: 「東京大學參訪報告」. */
const aim = /^\s*(?:參?訪|考察|觀摩|參觀|研習|實習|進修|交流|見學)/;

/** Whether `agency` is a council and those who went are members of one: 「花東縣議會考察報告」 of 議長黃建華, 議員曾麗雲. */
function isCouncilOfMembers({ cover, text }: Pick<Report, 'cover' | 'text'>, agency: string): boolean {
  if (!/(?:議會|代表會)$/.test(agency)) return false;
  return cover.fields.some(
    ({ id, value }) => id.startsWith('name') && /副?議長|議員|代表/.test(text.slice(value.start, value.end)),
  );
}

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
      .map((name) => endOfAgency(head, name))
      .filter(
        (end) => end > 0 && (!aim.test(words.slice(end)) || isCouncilOfMembers({ cover, text }, head.slice(0, end))),
      );
    if (ends.length > 0) return head.slice(0, Math.max(...ends)).trim();
  }
  return undefined;
}

/** What names of agencies end with. */
const ending = '(?:[部署局處會所院館府隊]|大學|學校|[中小]學|公司|中心)';
const agency = new RegExp(`(?<=\\p{Script=Han}{2})${ending}(?!長)`, 'u');
/** A line that begins a title says where one went: 「出席亞洲港口協會」 above 「第21屆年會報告」. */
const agencyAlone = new RegExp(`^(?!出席|參加|參訪|考察|訪問|赴)\\p{Script=Han}{2,}${ending}$`, 'u');

/** Whether a line of the cover is an agency's name by itself, or one stands before a person's: 「農業部漁業署 組長 魏廷安」. */
export function namesAgency({ cover, text }: Report): boolean {
  const lines = text.slice(cover.start, cover.end).split(/[\r\n]+/);
  if (lines.some((line) => agencyAlone.test(line.replace(/[\s#*]/g, '')))) return true;
  return cover.fields.some(({ id, value }) => id.startsWith('name') && agency.test(text.slice(value.start, value.end)));
}

/** The agencies whose report it is, as the fields of the cover name them. */
export function agenciesOn(cover: CoverUnit | undefined): readonly string[] {
  const fields = cover?.cover.fields.filter(({ id }) => id === 'agency') ?? [];
  return fields.flatMap(({ value }) => cover!.text.slice(value.start, value.end).split(/[\s、，（(]+/));
}
