import type { Profile } from '../../knowledge/types';
import { isBlank } from '../../report/model/lines';
import type { NumberSystem, TextBlock } from '../../report/model/lines';
import type { Section, SectionNumber } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import type { Chapter } from '../../report/model/units';
import { hasBody, parentsIn, renumberedSeries, renumberEdits, strayChapter } from '../../report/queries/headings';
import { numeralOf } from '../../report/queries/headingStyle';
import { textOf } from '../../report/queries/read';
import { missingParts } from '../../report/queries/requiredParts';
import type { Span } from '../../text/span';
import { placedIn } from '../engine/placedIn';
import type { ReportDiscovery, ReportRule, RuleFix, UnitDiscovery, UnitNote } from '../engine/rule';
import { placeOf } from './insertPart';
import { frontNumber, isFrontMatter } from './parts';

/** From the outermost to the innermost. */
const levels: readonly NumberSystem[] = ['formal', 'han', 'han-bracketed', 'digit', 'digit-bracketed'];
/** Systems that number headings; of the others, a list may begin anew wherever it likes. */
const headingSystems: readonly NumberSystem[] = ['formal', 'han', 'han-bracketed'];

interface Broken {
  readonly section: Section;
  readonly message: 'start' | 'gap' | 'repeat' | 'back';
  readonly expected: number;
}

/** Sections of one numbering, with the value of the first. */
interface Series {
  readonly sections: Section[];
  readonly first: number;
}

/** Whether the line only looks numbered: 「…第一、」 wrapped before 「二、三季…」, or a table's row. */
function isNoNumber({ lines }: TextBlock, { line, kind }: Section): boolean {
  if (lines.facts[line]!.shape.cells.length > 1) return true;
  const before = lines.facts[line - 1];
  if (kind !== 'item' || !before || isBlank(before)) return false;
  const { heading, endsSentence, number } = before.shape;
  return !heading && !endsSentence && !number;
}

/** The series among siblings: their own, each of another system, and each list that begins anew. */
function seriesOf(block: TextBlock, siblings: readonly Section[], first: number): readonly Series[] {
  const all: Series[] = [];
  const open = new Map<NumberSystem, Series>();
  for (const section of siblings) {
    const { number } = section;
    if (!number || section.part === 'attachments') continue;
    const series = open.get(number.system);
    const last = series?.sections.at(-1);
    if (last?.number && number.value !== last.number.value + 1 && isNoNumber(block, section)) continue;
    if (!series && number.value !== first && isNoNumber(block, section)) continue;
    const again =
      number.value === 1 &&
      (!headingSystems.includes(number.system) || section.kind === 'item' || last?.kind === 'item');
    if (series && !again) series.sections.push(section);
    else {
      const fresh = { sections: [section], first: number.value === 1 ? 1 : first };
      open.set(number.system, fresh);
      all.push(fresh);
    }
  }
  return all;
}

/** Places where the numbers do not run on. What follows a broken place is measured by that place, so that one slip is one finding. */
function brokenPlaces({ sections, first }: Series): readonly Broken[] {
  // One numbered paragraph by itself begins no list.
  if (sections.length === 1 && sections[0]!.kind === 'item') return [];
  const broken: Broken[] = [];
  let most = first - 1;
  let last = first - 1;
  for (const section of sections) {
    const { value } = section.number!;
    if (value !== last + 1 && value !== most + 1) {
      const expected = most + 1;
      const message = last === first - 1 && most === last ? 'start' : value > expected ? 'gap' : 'repeat';
      broken.push({ section, message: message === 'repeat' && value < last ? 'back' : message, expected });
    }
    last = value + (strayChapter(section) ? 1 : 0);
    most = value === 1 ? last : Math.max(most, last);
  }
  return broken;
}

/** How many parts are missing right before a chapter, by the chapter's start. */
function lackingBefore(report: Report, profile: Profile): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { part } of missingParts(report, profile)) {
    const place = isFrontMatter(part) ? undefined : placeOf(report, profile, part);
    if (place) counts.set(place.at, (counts.get(place.at) ?? 0) + 1);
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

/** A number that does not run on from the one before, and the series that it breaks. */
interface Fault extends Broken {
  readonly series: Series;
}

/** A first heading whose system is more than one level below that of its parent. */
interface Leap {
  readonly parent: SectionNumber;
  readonly number: SectionNumber;
}

function leapOf(chapter: TextBlock, parent: Section): Leap | undefined {
  const [child] = parent.children;
  const outer = parent.number;
  const inner = child?.number;
  if (!outer || !inner || child.kind === 'item' || !hasBody(chapter, child)) return undefined;
  const from = levels.indexOf(outer.system);
  return from >= 0 && levels.indexOf(inner.system) > from + 1 ? { parent: outer, number: inner } : undefined;
}

/** Annexes are documents of their own. */
const isAnnex = ({ part }: Section): boolean => part === 'attachments';

function numberingOf(chapter: Chapter): readonly ChapterNumbering[] {
  const faults: Fault[] = [];
  const leaps: Leap[] = [];
  const nestings: string[] = [];
  for (const section of parentsIn(chapter.section, isAnnex)) {
    for (const series of seriesOf(chapter, numberedIn(section), 1))
      for (const broken of brokenPlaces(series)) faults.push({ ...broken, series });
    const leap = leapOf(chapter, section);
    if (leap) leaps.push(leap);
  }
  for (const { number, children } of parentsIn(chapter.section, () => false)) {
    const inner = number && children.find((child) => child.number)?.number;
    if (inner) nestings.push(`${number.system} ${inner.system}`);
  }
  return [{ faults, leaps, nestings }];
}

/** The children that are numbered on from each other: those before a stray chapter. */
function numberedIn(section: Section): readonly Section[] {
  const stray = strayChapter(section);
  return stray ? section.children.slice(0, section.children.indexOf(stray)) : section.children;
}

/** A broken number of `block`, with the edits that number its series anew. */
function brokenIn(
  block: TextBlock,
  { section, message, expected }: Broken,
  edits: () => RuleFix<Span>['edits'],
): UnitDiscovery {
  const { numeral, system } = section.number!;
  const { start, end } = numeral;
  return {
    message,
    params: { number: textOf(block, numeral), expected: numeralOf(system, expected) ?? expected },
    start,
    end,
    fixes: () => [{ title: 'renumber', safety: 'review', edits: edits() }],
  };
}

/** The broken numbers of the chapters themselves. */
function brokenChapters(report: Report, profile: Profile): readonly UnitDiscovery[] {
  const found: UnitDiscovery[] = [];
  let lacking: ReadonlyMap<number, number> | undefined;
  for (const series of seriesOf(report, report.sections, frontNumber(report) + 1)) {
    for (const broken of brokenPlaces(series)) {
      const { section, expected } = broken;
      // The part that is missing there explains the gap, and its fix closes it.
      lacking ??= lackingBefore(report, profile);
      if (section.number!.value - expected === lacking.get(section.start)) continue;
      found.push(brokenIn(report, broken, () => renumberEdits(report, series.sections, series.first)));
    }
  }
  return found;
}

/** Which of the leaps leave out a level that the report's other sections have. */
function skippedLevels(notes: readonly UnitNote<'chapter', ChapterNumbering>[]): readonly ReportDiscovery[] {
  const counts = new Map<string, number>();
  for (const { note } of notes) for (const key of note.nestings) counts.set(key, (counts.get(key) ?? 0) + 1);
  return notes.flatMap(({ unit, note }) =>
    note.leaps.flatMap(({ parent, number }) => {
      const level = levels[levels.indexOf(parent.system) + 1]!;
      const others = counts.get(`${parent.system} ${level}`) ?? 0;
      if (others <= (counts.get(`${parent.system} ${number.system}`) ?? 0)) return [];
      const params = { parent: textOf(unit, parent), level: sampleOf[level]!, number: textOf(unit, number) };
      return [{ message: 'skipped', params, unit, start: number.start, end: number.end }];
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

export const rule: ReportRule<ChapterNumbering, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: numberingOf },
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
  check: ({ whole }, notes, { profile }, find) => {
    for (const discovery of brokenChapters(whole, profile)) find(placedIn(whole, discovery));
    for (const { unit, note } of notes)
      for (const fault of note.faults)
        find(
          placedIn(
            unit,
            brokenIn(unit, fault, () => renumberedSeries(unit, fault.series.sections, fault.series.first)),
          ),
        );
    skippedLevels(notes).forEach(find);
  },
};
