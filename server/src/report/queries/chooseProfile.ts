import { phrasesOf } from '../../knowledge/phrases';
import { categoriesIn, endOfAgency, profileById, profiles } from '../../knowledge/profiles';
import type { PartId, Profile, ProfileId } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { Report } from '../model/report';
import { agencyAtHead } from './coverAgency';
import { textOf } from './read';

/** A profile with what in the report speaks for it. */
export interface ProfileChoice {
  readonly id: ProfileId;
  /**
   * The agency, the category or the title on the cover, the headings, or nothing: then it is the default. `unknown` for a
   * form that nobody knows, which the central one stands in for.
   */
  readonly because: 'agency' | 'category' | 'title' | 'headings' | 'unknown' | 'default';
  /** The words of the report that speak for it: the agency, the category, the title, a heading; empty for the default. */
  readonly evidence: string;
}

/** 出國類別 as on the cover; empty where it says none. */
function categoryOf({ cover, text }: Report): string {
  const field = cover.fields.find(({ id }) => id === 'category');
  return field ? text.slice(field.value.start, field.value.end) : '';
}

/** The words of the chapter that names `part`. */
function headingOf(report: Report, part: PartId): string {
  const section = report.sections.find((candidate) => candidate.part === part);
  return section ? textOf(report, section.title) : '';
}

/** The words of the cover that say what the report is called, the line that names its kind included. */
function titleOf({ cover, text }: Report): string {
  const words = (span: Span | undefined): string => (span ? text.slice(span.start, span.end) : '');
  return `${words(cover.kindLine)} ${words(cover.title)}`.replace(/[（(]出國類別[^（）()]*[）)]?/, '').trim();
}

/** Words of a category or of a title, with the category of the rules that each means. */
const meanings = phrasesOf('category');

/** The categories that the words mean: 開會 for 「出席第三次工作小組會議」. */
function meantBy(words: string): ReadonlySet<string> {
  return new Set(meanings.filter(({ text }) => words.includes(text)).map(({ standsFor }) => standsFor!));
}

/** The words of the report that say what kind of mission it was, and the categories that they mean. */
interface Mission {
  readonly because: 'category' | 'title';
  readonly evidence: string;
  readonly categories: ReadonlySet<string>;
}

/** What the cover says of the mission: its category, or its title where that is 其他, or nothing that the rules know. */
function missionOf(report: Report): Mission {
  const category = categoryOf(report);
  const named = categoriesIn(category);
  const categories = new Set(
    named.flatMap((one) => (profiles[0]!.categories.includes(one) ? [one] : [...meantBy(one)])),
  );
  categories.delete('其他');
  if (categories.size > 0) return { because: 'category', evidence: category, categories };
  const title = titleOf(report);
  return { because: 'title', evidence: title, categories: meantBy(title) };
}

/** The profile that is usual for each of the categories. */
function usualProfile({ categories }: Mission): Profile | undefined {
  if (categories.size === 0) return undefined;
  return profiles.find(({ usualFor }) => [...categories].every((category) => usualFor.includes(category)));
}

/** An agency of the cover, or what stands there for one, that a profile names. */
interface ProfileAgency {
  readonly agency: string;
  readonly profile: Profile;
}

function profilesNaming(agencies: readonly string[]): readonly ProfileAgency[] {
  return profiles.flatMap((profile) => {
    const agency = agencies.find((words) => profile.agencies.some((name) => endOfAgency(words, name) > 0));
    return agency === undefined ? [] : [{ agency, profile }];
  });
}

/** The profiles of the cover's agency; where it names none that they know, of the one that the title begins with. */
function profilesByAgency(report: Report): readonly ProfileAgency[] {
  const named = profilesNaming(
    report.cover.fields
      .filter((field) => field.id === 'agency')
      .map((field) => report.text.slice(field.value.start, field.value.end)),
  );
  if (named.length > 0) return named;
  const atHead = agencyAtHead(report);
  return atHead === undefined ? [] : profilesNaming([atHead]);
}

/** What only the reports have that researchers owe 國科會 for an academic conference: the title, or the project's number. */
const ofNstc =
  /(?:國科會|科技部|國家科學及技術委員會)[^\n]{0,24}心得報告|出席國際學術會議心得報告|計畫編號[\s：:|]{0,4}(?:NSTC|MOST|NSC)/;
/** A line that begins a digest or the portal's record of a report: 公務出國報告提要, 系統識別號. */
const ofDigest = /^[^\n。，：]{0,24}出國報告提要(?=\s|$)|^系統識別號[：:]/m;

/**
 * What says that the text is a digest and nothing more; undefined for a report. A digest stands before many a report: then
 * chapters follow it. The one of 臺中市 is told in chapters, and has no other abstract.
 */
function digestTitleOf(report: Report): string | undefined {
  const title = ofDigest.exec(report.text.slice(0, headOfText))?.[0];
  return report.abstract && report.sections.length > 0 ? undefined : title;
}

/** Chapters of that form which no other has. */
const chaptersOfNstc = ['參加會議經過', '與會心得', '考察參觀活動', '攜回資料名稱及內容'];
/** So many of them make it. */
const leastOfNstc = 3;

/** The first chapter of the form that researchers fill in, where the report has most of its chapters. */
function academicChapterOf(report: Report): string | undefined {
  const titles = report.sections.map(({ title }) => textOf(report, title));
  const found = chaptersOfNstc.filter((chapter) => titles.some((title) => title.startsWith(chapter)));
  return found.length >= leastOfNstc ? found[0] : undefined;
}

/** So many chapters of other names make a form of their own. */
const leastStrange = 2;
/** Where it stands, in UTF-16 code units. */
const headOfText = 600;

/**
 * The profile a report is written for, read off the report itself: the agency on its cover, then what its chapters and
 * its cover say of the mission. 過程 without 行程 and 出席會議情形 is the central form, and so is the report of anything
 * but a meeting. Chapters that no form knows make it a form of its own. A report that shows nothing yet is that of a
 * conference.
 */
export function profileChoiceOf(report: Report): ProfileChoice {
  const nstc = ofNstc.exec(report.text.slice(0, headOfText))?.[0];
  if (nstc !== undefined) return { id: 'nstc-conference', because: 'title', evidence: nstc };
  const parts = new Set(report.sections.map((section) => section.part));
  if (report.abstract) parts.add('abstract');
  const candidates = profilesByAgency(report);
  const digest = digestTitleOf(report);
  // Who takes a digest for a report has rules for it.
  const isForAgency =
    report.abstract !== undefined && candidates.some(({ profile }) => profile.digestOnlyFor.length > 0);
  if (digest !== undefined && !isForAgency) return { id: 'digest', because: 'title', evidence: digest };
  // A council of a city comes before the city, the city before a school of it; they stand in this order. Of two profiles
  // of one city, it is the one whose required parts the report has more of: 甲類 has a body, 乙類 a digest only.
  const fit = ({ profile }: ProfileAgency): number =>
    profile.parts.filter((part) => part.required && parts.has(part.part)).length;
  const ofOneAgency = candidates.filter(
    ({ profile }) => profile.agencies.join() === candidates[0]?.profile.agencies.join(),
  );
  const best = ofOneAgency.reduce<ProfileAgency | undefined>(
    (chosen, candidate) => (chosen === undefined || fit(candidate) > fit(chosen) ? candidate : chosen),
    undefined,
  );
  if (best) return { id: best.profile.id, because: 'agency', evidence: best.agency };
  const academic = academicChapterOf(report);
  if (academic !== undefined) return { id: 'nstc-conference', because: 'headings', evidence: academic };
  if (parts.has('process') && !parts.has('itinerary') && !parts.has('proceedings'))
    return { id: 'central', because: 'headings', evidence: headingOf(report, 'process') };
  if (parts.has('proceedings'))
    return { id: 'conference', because: 'headings', evidence: headingOf(report, 'proceedings') };
  const mission = missionOf(report);
  const { because, evidence } = mission;
  if (mission.categories.has('開會')) return { id: 'conference', because, evidence };
  const usual = usualProfile(mission);
  if (usual) return { id: usual.id, because, evidence };
  // Who tells the days in 行程 and all else in 過程 tells of no meeting, unless something says so.
  if (parts.has('process')) return { id: 'central', because: 'headings', evidence: headingOf(report, 'process') };
  if (parts.has('itinerary'))
    return { id: 'conference', because: 'headings', evidence: headingOf(report, 'itinerary') };
  const strange = report.sections.filter(({ part, content }) => part === undefined && content.end - content.start > 1);
  if (strange.length >= leastStrange)
    return { id: 'central', because: 'unknown', evidence: textOf(report, strange[0]!.title) };
  return { id: 'conference', because: 'default', evidence: '' };
}

/**
 * The profile a report is written for. Of a form that nobody knows nothing that is missing is more than a warning, and of
 * a school or a firm of a city no more than of any other: the rules of cities, as far as they were read, bind the city’s
 * own offices.
 */
export function chooseProfile(report: Report): Profile {
  const { id, because } = profileChoiceOf(report);
  if (because === 'unknown') return centralAsGuess();
  const profile = profileById(id);
  if (because !== 'agency' || profile.missingPart === 'warning') return profile;
  const lenient = profilesByAgency(report).find((candidate) => candidate.profile.missingPart === 'warning')?.profile;
  return lenient ? lenientAs(profile, lenient) : profile;
}

const lenientProfiles = new Map<string, Profile>();

/** `profile` with nothing asked more strictly than `lenient` asks it; the same object for the same two. */
function lenientAs(profile: Profile, { id, missingPart, coverAsked }: Profile): Profile {
  const key = `${profile.id} ${id}`;
  const known = lenientProfiles.get(key);
  if (known) return known;
  const made = { ...profile, missingPart, coverAsked: profile.coverAsked && coverAsked };
  lenientProfiles.set(key, made);
  return made;
}

let guess: Profile | undefined;

function centralAsGuess(): Profile {
  return (guess ??= { ...profileById('central'), missingPart: 'warning' });
}
