import type { Profile } from '../../knowledge/types';
import type { Heading } from '../../report/model/headings';
import type { Place, Unit } from '../../report/model/line';
import type { LineNumber, NumberSystem } from '../../report/model/lines';
import {
  numeralEdit,
  parentsIn,
  renumberEdits,
  strayChapter,
  straysInside,
  straysAmong,
} from '../../report/queries/headings';
import { numeralLike } from '../../report/queries/headingStyle';
import { textOf } from '../../report/queries/read';
import { missingParts } from '../../report/queries/requiredParts';
import { inReport } from '../engine/placedIn';
import type { ReportDiscovery, ReportRule, RuleFix, UnitNote } from '../engine/rule';
import type { ReportView } from '../engine/view';
import { placeOf } from './insertPart';
import { frontNumber, isFrontMatter } from './parts';

/** From the outermost to the innermost. */
const levels: readonly NumberSystem[] = ['formal', 'han', 'han-bracketed', 'digit', 'digit-bracketed'];
/** Systems that number headings; of the others, a list may begin anew wherever it likes. */
const headingSystems: readonly NumberSystem[] = ['formal', 'chapter', 'roman', 'section', 'han', 'han-bracketed'];

interface NumberingFault {
  readonly heading: NumberedHeading;
  readonly message: 'start' | 'gap' | 'repeat' | 'back';
  readonly expected: number;
}

/** Headings of one numbering, with the value of the first. */
interface Series {
  readonly headings: NumberedHeading[];
  readonly first: number;
}

/** A heading with the number that tells it from its siblings: the last one of 3.1.2. */
interface NumberedHeading {
  readonly heading: Heading;
  readonly number: LineNumber;
}

/** Whether the line only looks numbered: 「…第一、」 wrapped before 「二、三季…」, or a table's row. */
function isNoNumber({ firstLine, isWrapped }: Heading): boolean {
  return isWrapped || firstLine.facts.shape.cells.length > 1;
}

/** The last number of each system below the section before, of as deep a level: lists may be numbered on from there. */
type LastNumbers = ReadonlyMap<NumberSystem, number>;

/** A list that goes on with a lower number may have lost its first one. */
const leastContinued = 3;

/** The series among siblings: their own, each of another system, and each list that begins anew. */
function seriesOf(siblings: readonly Heading[], first: number, before: LastNumbers): readonly Series[] {
  const all: Series[] = [];
  const open = new Map<NumberSystem, Series>();
  const strays = straysAmong(siblings);
  let excerptIn: NumberSystem | undefined;
  for (const heading of siblings) {
    const { ordinal } = heading;
    if (!ordinal) continue;
    // What goes on in another system of numbers is told by structure/numeral-variant.
    const like = strays.get(heading);
    const number = like ? { ...ordinal, system: like.system } : ordinal;
    const one = { heading, number };
    const series = open.get(number.system);
    const last = series?.headings.at(-1);
    const next = last ? last.number.value + 1 : first;
    // An excerpt begins with any number and ends where the sections go on.
    if (heading.isLedIn === 'excerpt' && number.value !== 1) excerptIn = number.system;
    else if (number.value === next) excerptIn = undefined;
    if (excerptIn === number.system) continue;
    // An annex is a document of its own, unless it is numbered on with the chapters before it.
    if (isAnnex(heading) && number.value !== next) continue;
    if (last && number.value !== next && isNoNumber(heading)) continue;
    if (!series && number.value !== first && isNoNumber(heading)) continue;
    const again =
      number.value === 1 &&
      (!headingSystems.includes(number.system) || heading.kind === 'item' || last?.heading.kind === 'item');
    if (series && !again) series.headings.push(one);
    else {
      const goesOn = number.value >= leastContinued && before.get(number.system) === number.value - 1;
      const fresh = { headings: [one], first: number.value === 1 || goesOn ? number.value : first };
      open.set(number.system, fresh);
      all.push(fresh);
    }
  }
  return all;
}

/** Places where the numbers do not run on. What follows a broken place is measured by that place, so that one slip is one finding. */
function brokenPlaces({ headings, first }: Series): readonly NumberingFault[] {
  // One numbered paragraph by itself begins no list.
  if (headings.length === 1 && headings[0]!.heading.kind === 'item') return [];
  const broken: NumberingFault[] = [];
  let most = first - 1;
  let last = first - 1;
  /** What the last broken number should have been: behind a slip the numbers may go on as if it were right. */
  let meant = NaN;
  const strays = straysInside(headings.map(({ heading }) => heading));
  for (const heading of headings) {
    const { value } = heading.number;
    if (value !== last + 1 && value !== most + 1 && value !== meant + 1) {
      const expected = most + 1;
      meant = expected;
      const message = last === first - 1 && most === last ? 'start' : value > expected ? 'gap' : 'repeat';
      broken.push({ heading, message: message === 'repeat' && value < last ? 'back' : message, expected });
    }
    last = value + (strays.has(heading.heading) ? 1 : 0);
    most = value === 1 ? last : Math.max(most, last);
  }
  return broken;
}

/** How many parts are missing right before a chapter. */
function lackingBefore(report: ReportView, profile: Profile): ReadonlyMap<Unit, number> {
  const counts = new Map<Unit, number>();
  for (const { part } of missingParts(report, profile)) {
    const chapter = isFrontMatter(part) ? undefined : placeOf(report, profile, part)?.before;
    if (chapter) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
  }
  return counts;
}

/** What the numbers inside a chapter have against them, and how its levels are nested. */
interface ChapterNumbering {
  readonly faults: readonly Fault[];
  /** Where a level may be left out: whether one is, the report's other sections tell. */
  readonly leaps: readonly Leap[];
  /** Parent and child systems that stand one inside the other, each time they do. */
  readonly nestings: readonly string[];
}

/** A number that does not run on from the one before, and what mends the series that it breaks. */
interface Fault extends NumberingFault {
  readonly severity?: 'information';
  readonly fixes: ReportDiscovery['fixes'];
}

/** A first heading whose system is more than one level below that of its parent. */
interface Leap {
  readonly parent: Heading;
  readonly child: Heading;
}

function leapOf(parent: Heading): Leap | undefined {
  const [child] = parent.children;
  const outer = parent.number;
  const inner = child?.number;
  // A list below its own lead-in is no level of the outline.
  if (!outer || !inner || child.kind === 'item' || child.isLedIn || !child.isFilled) return undefined;
  const from = levels.indexOf(outer.system);
  return from >= 0 && levels.indexOf(inner.system) > from + 1 ? { parent, child } : undefined;
}

/** Annexes are documents of their own. */
const isAnnex = ({ part }: Heading): boolean => part === 'attachments';

/** Two titles in an annex may be those of two documents out of more. */
const fewestInAnnex = 3;

/** Numbers that are left out, one by one, in the lists of an annex; an excerpt leaves out more, and begins anywhere. */
function gapsInAnnex(chapter: Heading): readonly Fault[] {
  const found: Fault[] = [];
  for (const parent of parentsIn(chapter, () => false)) {
    const { children } = parent;
    const isList = children.length >= fewestInAnnex || children.every(({ text }) => /[。？！]\s*$/.test(text));
    if ((!isAnnex(chapter) && !isAnnex(parent)) || !isList) continue;
    const faults = faultsAmong(parent.children, 1);
    const [gap] = faults;
    if (faults.length === 1 && gap!.message === 'gap' && gap!.heading.number.value === gap!.expected + 1)
      found.push({ ...gap!, severity: 'information' });
  }
  return found;
}

function numberingOf(chapter: Heading): readonly ChapterNumbering[] {
  const faults: Fault[] = [];
  const leaps: Leap[] = [];
  const nestings: string[] = [];
  const strays = new Map<Heading, Heading>();
  /** By the depth of the sections. */
  const lastNumbers = new Map<number, LastNumbers>();
  for (const parent of parentsIn(chapter, isAnnex)) {
    for (const [section, stray] of straysInside(parent.children)) strays.set(section, stray);
    const stray = strays.get(parent) ?? strayChapter(parent);
    const siblings = stray ? parent.children.slice(0, parent.children.indexOf(stray)) : parent.children;
    faults.push(...faultsAmong(siblings, 1, lastNumbers.get(parent.depth)));
    lastNumbers.set(parent.depth, lastNumbersOf(siblings));
    const leap = leapOf(parent);
    if (leap) leaps.push(leap);
  }
  faults.push(...gapsInAnnex(chapter));
  for (const { number, children } of parentsIn(chapter, () => false)) {
    const inner = number && children.find((child) => child.number)?.number;
    if (inner) nestings.push(`${number.system} ${inner.system}`);
  }
  return [{ faults, leaps, nestings }];
}

function lastNumbersOf(siblings: readonly Heading[]): LastNumbers {
  return new Map(siblings.flatMap(({ number }) => (number ? [[number.system, number.value] as const] : [])));
}

/** What is wrong with the number of a heading, with the fix of its series: the same function for all of that. */
function discoveryOf({ heading: { heading, number }, message, expected, fixes, severity }: Fault): ReportDiscovery {
  const { numeral } = number;
  const outer = heading.number ? '' : textOf(heading, { start: number.start, end: numeral.start });
  const params = {
    number: outer + textOf(heading, numeral),
    expected: `${outer}${numeralLike(heading, number, expected) ?? expected}`,
  };
  return { message, params, unit: heading, ...numeral, fixes, ...(severity && { severity }) };
}

/** What numbers a series anew, and with chapters their entries in 目次. */
function renumbering({ headings, first }: Series): NonNullable<ReportDiscovery['fixes']> {
  const editsIn = ({ whole }: ReportView): RuleFix<Place>['edits'] => {
    if (headings[0]!.heading.depth === 1) {
      const chapters = new Map(
        whole.units.headings.chapters.map((chapter, index) => [chapter, whole.sections[index]!]),
      );
      return inReport(whole, renumberEdits(whole, headings.map(({ heading }) => chapters.get(heading)!), first)); // prettier-ignore
    }
    return headings.flatMap(({ heading: unit, number }, index) => {
      const edit = numeralEdit(unit, number, first + index);
      return edit ? [{ ...edit, unit }] : [];
    });
  };
  return (report) => [{ title: 'renumber', safety: 'review', edits: editsIn(report) }];
}

/** The broken numbers among siblings, the first of which is to have the number `first`. */
function faultsAmong(siblings: readonly Heading[], first: number, before: LastNumbers = new Map()): readonly Fault[] {
  return seriesOf(siblings, first, before).flatMap((series) => {
    const fixes = renumbering(series);
    return brokenPlaces(series).map(({ heading, message, expected }) => ({ heading, message, expected, fixes }));
  });
}

/** The broken numbers of the chapters themselves. */
function faultsOfChapters(report: ReportView, profile: Profile): readonly Fault[] {
  const faults = faultsAmong(report.headings.chapters, frontNumber(report) + 1);
  if (faults.length === 0) return faults;
  // A part that is missing before a chapter explains the gap, and its fix closes it.
  const lacking = lackingBefore(report, profile);
  return faults.filter(
    ({ heading: { heading, number }, expected }) => number.value - expected !== lacking.get(heading),
  );
}

/** Which of the leaps leave out a level that the report's other sections have. */
function skippedLevels(notes: readonly UnitNote<'headings', ChapterNumbering>[]): readonly ReportDiscovery[] {
  const counts = new Map<string, number>();
  for (const { note } of notes) for (const key of note.nestings) counts.set(key, (counts.get(key) ?? 0) + 1);
  return notes.flatMap(({ note }) =>
    note.leaps.flatMap(({ parent, child }) => {
      const outer = parent.number!;
      const inner = child.number!;
      const level = levels[levels.indexOf(outer.system) + 1]!;
      const others = counts.get(`${outer.system} ${level}`) ?? 0;
      if (others <= (counts.get(`${outer.system} ${inner.system}`) ?? 0)) return [];
      const params = { parent: textOf(parent, outer), level: sampleOf[level]!, number: textOf(child, inner) };
      return [{ message: 'skipped', severity: 'hint', params, unit: child, start: inner.start, end: inner.end }];
    }),
  );
}

/** A number of each level, as messages show it. */
const sampleOf: Partial<Record<NumberSystem, string>> = {
  formal: '壹、',
  han: '一、',
  'han-bracketed': '（一）',
  digit: '1.',
  'digit-bracketed': '(1)',
};

export const rule: ReportRule<ChapterNumbering, 'headings'> = {
  per: 'report',
  notes: { per: 'headings', read: numberingOf },
  id: 'structure/heading-numbering',
  title: { 'zh-TW': '編號不連續', en: 'Numbering of headings broken' },
  severity: 'warning',
  source: '文書處理手冊（分項標號：一、（一）、1、(1)）；行政院及所屬各機關出國報告綜合處理要點附件一',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    start: {
      'zh-TW': '編號由「{number}」開始，應為「{expected}」。',
      en: 'Numbering starts at {number}, not {expected}.',
    },
    gap: {
      'zh-TW': '編號跳到「{number}」，應為「{expected}」。',
      en: 'Numbering jumps to {number}; {expected} is next.',
    },
    repeat: {
      'zh-TW': '編號「{number}」重複，應為「{expected}」。',
      en: 'Number {number} occurs again; {expected} is next.',
    },
    back: {
      'zh-TW': '編號退回「{number}」，應為「{expected}」。',
      en: 'Numbering goes back to {number}; {expected} is next.',
    },
    skipped: {
      'zh-TW': '「{parent}」之下應先用「{level}」一層，這裡直接用了「{number}」。',
      en: 'Below {parent} comes the level of {level}; {number} leaves it out.',
    },
    renumber: { 'zh-TW': '同一層重新編號', en: 'Renumber this level' },
  },
  check: (report, notes, { profile }, find) => {
    for (const fault of faultsOfChapters(report, profile)) find(discoveryOf(fault));
    for (const { note } of notes) for (const fault of note.faults) find(discoveryOf(fault));
    skippedLevels(notes).forEach(find);
  },
};
