import type { Profile } from '../../knowledge/types';
import type { NumberSystem, Report, Section } from '../../report/model';
import { numeralOf } from '../../report/headingStyle';
import { textOf } from '../../report/read';
import { missingParts } from '../../report/requiredParts';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachChapterNote, parentsIn } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Discovery, Rule, TextEdit } from '../rule';
import { hasBody, renumberEdits, strayChapter, strayChapters } from './headings';
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
function isNoNumber({ lines }: Report, { line, kind }: Section): boolean {
  if (lines.facts[line]!.shape.cells.length > 1) return true;
  const before = lines.facts[line - 1];
  if (kind !== 'item' || !before || before.content.end === before.content.start) return false;
  const { heading, endsSentence, number } = before.shape;
  return !heading && !endsSentence && !number;
}

/** The series among siblings: their own, each of another system, and each list that begins anew. */
function seriesOf(report: Report, siblings: readonly Section[], first: number): readonly Series[] {
  const all: Series[] = [];
  const open = new Map<NumberSystem, Series>();
  for (const section of siblings) {
    const { number } = section;
    if (!number || section.part === 'attachments') continue;
    const series = open.get(number.system);
    const last = series?.sections.at(-1);
    if (last?.number && number.value !== last.number.value + 1 && isNoNumber(report, section)) continue;
    if (!series && number.value !== first && isNoNumber(report, section)) continue;
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
function brokenPlaces({ sections, first }: Series, strays?: ReadonlyMap<Section, Section>): readonly Broken[] {
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
    last = value + ((strays ? strays.has(section) : strayChapter(section)) ? 1 : 0);
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

/** Parent and child systems that stand one inside the other in a chapter, each time they do. */
const nestings: ChapterReader<string> = {
  read: (_report, chapter) => {
    const found: string[] = [];
    for (const { number, children } of parentsIn(chapter, () => false)) {
      const inner = number && children.find((child) => child.number)?.number;
      if (inner) found.push(`${number.system} ${inner.system}`);
    }
    return found;
  },
};

function nestingOf(report: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  forEachChapterNote(report, nestings, (key) => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}

/** What the numbers inside a chapter have against them. */
interface Fault {
  readonly message: Broken['message'] | 'skipped';
  /** Places of the numeral, or of the whole number where a level is left out. */
  readonly place: Span;
  readonly system: NumberSystem;
  readonly expected: number;
  /** The number of the parent, where a level is left out. */
  readonly parent: { readonly place: Span; readonly system: NumberSystem } | undefined;
}

/** Where a section's first heading may leave out a level: whether it does, the report's other sections tell. */
function leapOf(report: Report, parent: Section, offset: number): Fault | undefined {
  const [child] = parent.children;
  const outer = parent.number;
  const inner = child?.number;
  if (!outer || !inner || child.kind === 'item' || !hasBody(report, child)) return undefined;
  const from = levels.indexOf(outer.system);
  if (from < 0 || levels.indexOf(inner.system) <= from + 1) return undefined;
  return {
    message: 'skipped',
    place: shifted(inner, -offset),
    system: inner.system,
    expected: 0,
    parent: { place: shifted(outer, -offset), system: outer.system },
  };
}

/** Annexes are documents of their own. */
const isAnnex = ({ part }: Section): boolean => part === 'attachments';

const inside: ChapterReader<Fault> = {
  read: (report, chapter) => {
    const faults: Fault[] = [];
    for (const section of parentsIn(chapter, isAnnex)) {
      for (const series of seriesOf(report, numberedIn(section), 1)) {
        for (const { section: broken, message, expected } of brokenPlaces(series)) {
          const { numeral, system } = broken.number!;
          faults.push({ message, place: shifted(numeral, -chapter.start), system, expected, parent: undefined });
        }
      }
      const leap = leapOf(report, section, chapter.start);
      if (leap) faults.push(leap);
    }
    return faults;
  },
};

/** The children that are numbered on from each other: those before a stray chapter. */
function numberedIn(section: Section): readonly Section[] {
  const stray = strayChapter(section);
  return stray ? section.children.slice(0, section.children.indexOf(stray)) : section.children;
}

/** The edits that number the series anew in which the numeral at `start` stands. */
function renumber(report: Report, chapter: Section, start: number): readonly TextEdit[] {
  for (const section of parentsIn(chapter, isAnnex))
    for (const { sections, first } of seriesOf(report, numberedIn(section), 1))
      if (sections.some(({ number }) => number?.numeral.start === start)) return renumberEdits(report, sections, first);
  return [];
}

export const rule: Rule = {
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
  prose: {},
  check: (report, { profile }, find) => {
    const tell = (
      { message, place, system, expected }: Omit<Fault, 'parent'>,
      edits: () => readonly TextEdit[],
    ): void => {
      const { start, end } = place;
      find({
        message,
        params: { number: textOf(report, place), expected: numeralOf(system, expected) ?? expected },
        start,
        end,
        fixes: () => [{ title: 'renumber', safety: 'review', edits: edits() }],
      });
    };
    const strays = strayChapters(report);
    let lacking: ReadonlyMap<number, number> | undefined;
    for (const series of seriesOf(report, report.sections, frontNumber(report) + 1)) {
      for (const { section, message, expected } of brokenPlaces(series, strays)) {
        const { numeral, system, value } = section.number!;
        // The part that is missing there explains the gap, and its fix closes it.
        lacking ??= lackingBefore(report, profile);
        if (value - expected === lacking.get(section.start)) continue;
        tell({ message, place: numeral, system, expected }, () => renumberEdits(report, series.sections, series.first));
      }
    }
    let nesting: ReadonlyMap<string, number> | undefined;
    forEachChapterNote(report, inside, ({ message, place: own, system, expected, parent }, chapter) => {
      const place = shifted(own, chapter.start);
      if (parent) {
        nesting ??= nestingOf(report);
        const level = levels[levels.indexOf(parent.system) + 1]!;
        const others = nesting.get(`${parent.system} ${level}`) ?? 0;
        if (others > (nesting.get(`${parent.system} ${system}`) ?? 0))
          find(skipped(report, shifted(parent.place, chapter.start), level, place));
      } else tell({ message, place, system, expected }, () => renumber(report, chapter, place.start));
    });
  },
};

function skipped(report: Report, parent: Span, level: NumberSystem, { start, end }: Span): Discovery {
  const sample = { formal: '壹、', han: '一、', 'han-bracketed': '（一）', digit: '1.', 'digit-bracketed': '(1)' };
  return {
    message: 'skipped',
    params: {
      parent: textOf(report, parent),
      level: sample[level as keyof typeof sample],
      number: report.text.slice(start, end),
    },
    start,
    end,
  };
}
