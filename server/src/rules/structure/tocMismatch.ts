import { lineEndOf } from '../../report/queries/headingStyle';
import type { Heading } from '../../report/model/headings';
import type { Place } from '../../report/model/line';
import { lineEnd } from '../../report/model/lines';
import type { ContentsEntry } from '../../report/model/parts';
import type { ContentsUnit } from '../../report/model/units';
import { sectionsIn, textOf, writtenOf } from '../../report/queries/read';
import { missingParts } from '../../report/queries/requiredParts';
import { chapterPartOf } from '../../knowledge/composedTitles';
import { normaliseTitle } from '../../knowledge/parts';
import { longestIncreasingSubsequence } from '../../text/longestIncreasingSubsequence';
import type { ReportDiscovery, ReportRule, RuleFix } from '../engine/rule';
import type { ReportView } from '../engine/view';
import { bareTitle, keyOf, numeralEdit, titleOf } from '../../report/queries/headings';

/** Longer lines are no titles, in UTF-16 code units. */
const longestTitle = 40;

/** An entry with the heading it names; one of the two may be lacking. */
interface Pair {
  readonly entry: ContentsEntry | undefined;
  readonly heading: PlacedHeading | undefined;
}

/** A heading by its place in a walk of all headings that goes to parents first. */
interface PlacedHeading {
  readonly heading: Heading;
  readonly at: number;
  /** Place of the first one that is not inside it. */
  readonly to: number;
  readonly children: readonly PlacedHeading[];
}

/** The headings with their places in the order of the text. */
function placed(headings: readonly Heading[], from = 0): readonly PlacedHeading[] {
  let at = from;
  return headings.map((heading) => {
    const children = placed(heading.children, at + 1);
    const one = { heading, at, to: children.at(-1)?.to ?? at + 1, children };
    at = one.to;
    return one;
  });
}

/** The headings that are called like one of `keys`, in the order of the text. */
function headingsNamed(roots: readonly PlacedHeading[], keys: ReadonlySet<string>): Map<string, PlacedHeading[]> {
  const named = new Map<string, PlacedHeading[]>();
  for (const root of roots)
    for (const one of sectionsIn(root)) {
      const { kind, title } = one.heading;
      const key = kind === 'item' || title.end === title.start ? undefined : keyOf(titleOf(one.heading));
      if (key === undefined || !keys.has(key)) continue;
      const others = named.get(key);
      if (others) others.push(one);
      else named.set(key, [one]);
    }
  return named;
}

/** The title of an entry as it is written, without the line ends that cut it. */
function titleOfEntry(unit: ContentsUnit, { title, line, toLine }: ContentsEntry): string {
  let words = '';
  for (let at = line; at < toLine; at++) {
    const start = Math.max(title.start, unit.lines.starts[at]!);
    const end = Math.min(title.end, lineEnd(unit.lines, at));
    if (start < end) words += writtenOf(unit, { start, end }).trim();
  }
  return words;
}

/** The heading of each entry: of the same title, the first behind the one before, or else the first there is. */
function matchTitles(contents: ContentsUnit, roots: readonly PlacedHeading[]): Pair[] {
  const { entries } = contents.contents;
  const keys = entries.map((entry) => keyOf(titleOfEntry(contents, entry)));
  const named = headingsNamed(roots, new Set(keys));
  let behind = -1;
  return entries.map((entry, index) => {
    const places = named.get(keys[index]!);
    if (!places || places.length === 0) return { entry, heading: undefined };
    const next = Math.max(
      0,
      places.findIndex(({ at }) => at > behind),
    );
    const [heading] = places.splice(next, 1);
    behind = heading!.at;
    return { entry, heading };
  });
}

/** The number system of a chapter: 目次 lists chapters of one system, or those without a number. */
function systemOf({ heading }: PlacedHeading): string {
  return heading.number?.system ?? 'none';
}

/** The headings of `chapter` that hold the one at the place `at`, the innermost last. */
function parentsOf(chapter: PlacedHeading, at: number): readonly PlacedHeading[] {
  const parents: PlacedHeading[] = [];
  let around: PlacedHeading | undefined = chapter;
  while (around && around.at < at) {
    parents.push(around);
    around = around.children.find((child) => child.at <= at && at < child.to);
  }
  return parents;
}

/** The chapters of annexes that no entry names, which one that means them may name otherwise: 參考文獻 for 附件. */
function annexesAmong(chapters: readonly PlacedHeading[], pairs: readonly Pair[]): readonly PlacedHeading[] {
  const matched = new Set(pairs.map(({ heading }) => heading));
  return chapters.filter((one) => {
    const { part, number, kind } = one.heading;
    return part === 'attachments' && number !== undefined && kind !== 'item' && !matched.has(one);
  });
}

/** The headings that 目次 leaves out although it lists others of their level. */
function unlisted(chapters: readonly PlacedHeading[], pairs: readonly Pair[]): readonly PlacedHeading[] {
  const matched = new Set(pairs.map(({ heading }) => heading));
  const systems = new Set<string>();
  const parents = new Set<PlacedHeading>();
  for (const one of matched) {
    const chapter = one && chapters.find(({ at, to }) => at <= one.at && one.at < to);
    if (!chapter) continue;
    if (chapter === one) {
      systems.add(systemOf(one));
      continue;
    }
    const around = parentsOf(chapter, one.at);
    // What stands in an annex is the annex's own.
    if (around.every(({ heading }) => heading.part !== 'attachments')) parents.add(around.at(-1)!);
  }
  const isLeftOut = (one: PlacedHeading): boolean => {
    const { kind, part } = one.heading;
    return kind !== 'item' && part !== 'attachments' && part !== 'abstract' && !matched.has(one);
  };
  const left = chapters.filter((chapter) => isLeftOut(chapter) && systems.has(systemOf(chapter)));
  for (const { children } of parents) left.push(...children.filter(isLeftOut));
  return left.sort((a, b) => a.at - b.at);
}

function sameNumber(unit: ContentsUnit, { number, title }: ContentsEntry, { heading }: PlacedHeading): boolean {
  if (number) return number.system === heading.number?.system && number.value === heading.number.value;
  const decimal = heading.firstLine.facts.shape.decimal?.values.join('.');
  return decimal !== undefined && /^[\d.]*\d/.exec(textOf(unit, title))?.[0] === decimal;
}

export const rule: ReportRule = {
  per: 'report',
  id: 'structure/toc-mismatch',
  title: { 'zh-TW': '目次與標題不符', en: '目次 and headings disagree' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（目次）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    wording: {
      'zh-TW': '目次寫「{entry}」，內文標題是「{title}」。',
      en: '目次 says 「{entry}」, the heading 「{title}」.',
    },
    number: {
      'zh-TW': '目次編號是「{entry}」，內文標題是「{title}」。',
      en: '目次 has number {entry}, the heading {title}.',
    },
    absent: { 'zh-TW': '內文沒有「{entry}」這個標題。', en: 'The body has no heading 「{entry}」.' },
    unlisted: { 'zh-TW': '目次漏列「{title}」。', en: '目次 leaves out 「{title}」.' },
    order: { 'zh-TW': '「{entry}」在目次的次序與內文不同。', en: '「{entry}」 stands elsewhere in the body.' },
    heading: { 'zh-TW': '內文標題', en: 'The heading' },
    behind: { 'zh-TW': '在目次應列於此項之後', en: 'It belongs behind this entry of 目次' },
    before: { 'zh-TW': '在目次應列於此項之前', en: 'It belongs before this entry of 目次' },
    rewrite: { 'zh-TW': '目次改為「{title}」', en: 'Write 「{title}」 in 目次' },
    remove: { 'zh-TW': '從目次刪去「{entry}」', en: 'Remove 「{entry}」 from 目次' },
    add: { 'zh-TW': '在目次補列「{title}」', en: 'Add 「{title}」 to 目次' },
  },
  check: (report, _notes, { profile }, find) => {
    const { contents, headings } = report;
    if (!contents || contents.contents.entries.length === 0) return;
    const roots = placed(headings.inOrder);
    const pairs = matchTitles(contents, roots);
    // Nothing in common: this is no 目次 of this report, or the body is not written yet.
    if (pairs.every(({ heading }) => heading === undefined)) return;
    const left = [
      ...unlisted(
        roots.filter(({ heading }) => heading !== headings.abstract),
        pairs,
      ),
    ];
    const missing = new Set(missingParts(report, profile).map(({ part }) => part));
    const lacking: ContentsEntry[] = [];
    const annexes = annexesAmong(roots, pairs);
    // Annexes may be in a file of their own, unless some stand here.
    const hasAnnexes = roots.some(({ heading }) => heading.part === 'attachments' && heading.number !== undefined);
    const chapterSystems = new Set(
      pairs.flatMap(({ heading }) => (heading?.heading.depth === 1 ? [systemOf(heading)] : [])),
    );
    pairs.forEach((pair, index) => {
      const { entry, heading } = pair;
      if (!entry || heading) return;
      const other = renamed(contents, entry, [...left, ...annexes], pairs[index - 1]?.heading);
      if (other) {
        if (left.includes(other)) left.splice(left.indexOf(other), 1);
        pairs[index] = { entry, heading: other };
        find(wording(contents, entry, other));
        return;
      }
      const title = normaliseTitle(titleOfEntry(contents, entry));
      const part = chapterPartOf(title);
      // structure/missing-section says it; lists of tables and annexes have no headings here.
      const isChapter = hasAnnexes && entry.number !== undefined && chapterSystems.has(entry.number.system);
      if (part !== undefined && (missing.has(part) || (part === 'attachments' && !isChapter))) return;
      if (/^[附圖表]/.test(title)) return;
      lacking.push(entry);
    });
    const unnumbered = unnumberedTitles(report, contents, lacking);
    for (const entry of lacking) if (!unnumbered.has(entry)) find(absent(contents, entry));
    for (const one of left) find(leftOut(contents, pairs, one));
    judgeOrder(contents, pairs, find);
    for (const { entry, heading } of pairs) {
      const discovery = entry && heading && numberOf(contents, entry, heading);
      if (discovery) find(discovery);
    }
  },
};

/** The entries without a number whose titles stand in the text as lines of their own: front matter such as 縮寫對照表. */
function unnumberedTitles(
  report: ReportView,
  contents: ContentsUnit,
  entries: readonly ContentsEntry[],
): ReadonlySet<ContentsEntry> {
  const byTitle = new Map<string, ContentsEntry>();
  for (const entry of entries) if (!entry.number) byTitle.set(keyOf(titleOfEntry(contents, entry)), entry);
  const found = new Set<ContentsEntry>();
  // Few reports have any, and whoever reads the whole of one runs at every key.
  if (byTitle.size === 0) return found;
  for (const { text, zone, facts } of report.whole.units.lines) {
    if (zone === 'contents' || facts.content.end - facts.content.start > longestTitle) continue;
    const entry = byTitle.get(keyOf(text.slice(facts.content.start, facts.content.end)));
    if (entry) found.add(entry);
  }
  return found;
}

/** The heading that an entry without one means: of its number, or right behind the heading of the entry before. */
function renamed(
  contents: ContentsUnit,
  entry: ContentsEntry,
  left: readonly PlacedHeading[],
  before: PlacedHeading | undefined,
): PlacedHeading | undefined {
  return left.find(
    (one) =>
      sameNumber(contents, entry, one) &&
      one.at > (before?.at ?? -1) &&
      (one.heading.depth === 1 ||
        before === undefined ||
        one.at <= before.to ||
        one.heading.depth === before.heading.depth),
  );
}

/** The title of a heading, as a finding tells of it beside another place. */
function related({ heading }: PlacedHeading): ReportDiscovery['related'] {
  const { start, end } = heading.title;
  return [{ message: 'heading', unit: heading, start, end }];
}

/** The title as 目次 is to have it. */
function bareTitleOf({ heading }: PlacedHeading): string {
  const { start, end } = bareTitle(heading, heading.title);
  return heading.firstLine.facts.written.slice(start, end);
}

function wording(unit: ContentsUnit, entry: ContentsEntry, heading: PlacedHeading): ReportDiscovery {
  const title = bareTitleOf(heading);
  const { start, end } = entry.title;
  return {
    unit,
    start,
    end,
    message: 'wording',
    params: { entry: titleOfEntry(unit, entry), title },
    related: related(heading),
    fixes: () => [
      { title: 'rewrite', params: { title }, safety: 'review', edits: [{ unit, start, end, text: title }] },
    ],
  };
}

function numberOf(unit: ContentsUnit, entry: ContentsEntry, one: PlacedHeading): ReportDiscovery | undefined {
  const { number } = one.heading;
  if (!entry.number || !number || entry.number.system !== number.system || entry.number.value === number.value)
    return undefined;
  const edit = numeralEdit(unit, entry.number, number.value);
  const title = textOf(one.heading, number.numeral);
  const { start, end } = entry.number.numeral;
  return {
    unit,
    start,
    end,
    message: 'number',
    params: { entry: textOf(unit, entry.number.numeral), title },
    related: related(one),
    fixes: () => (edit ? [{ title: 'rewrite', params: { title }, safety: 'review', edits: [{ ...edit, unit }] }] : []),
  };
}

function absent(unit: ContentsUnit, entry: ContentsEntry): ReportDiscovery {
  const words = titleOfEntry(unit, entry);
  const { starts } = unit.lines;
  const line = { start: starts[entry.line]!, end: starts[entry.toLine] ?? unit.text.length };
  return {
    unit,
    start: entry.title.start,
    end: entry.title.end,
    message: 'absent',
    params: { entry: words },
    fixes: () => [
      { title: 'remove', params: { entry: words }, safety: 'review', edits: [{ unit, ...line, text: '' }] },
    ],
  };
}

function leftOut(unit: ContentsUnit, pairs: readonly Pair[], one: PlacedHeading): ReportDiscovery {
  const title = bareTitleOf(one);
  const { heading, at } = one;
  const { entries } = unit.contents;
  const after = pairs.filter((pair) => pair.heading !== undefined && pair.heading.at < at).at(-1)?.entry;
  const edit = (lineBreak: string): RuleFix<Place>['edits'][number] => {
    const model = pairs.find((pair) => pair.heading?.heading.depth === heading.depth)?.entry ?? after ?? entries[0]!;
    const { lines } = unit;
    const between = (from: number, to: number): string => writtenOf(unit, { start: from, end: to });
    const indent = between(lines.starts[model.line]!, model.number?.start ?? model.title.start);
    const number = heading.number ? textOf(heading, heading.number) : '';
    const gap = model.number && heading.number ? between(model.number.end, model.title.start) : '';
    const words = indent + number + gap + title;
    if (!after) {
      const start = lines.starts[entries[0]!.line]!;
      return { unit, start, end: start, text: words + lineBreak };
    }
    const start = lineEnd(lines, after.toLine - 1);
    return { unit, start, end: start, text: lineBreak + words };
  };
  const { start, end } = heading.title;
  return {
    unit: heading,
    start,
    end,
    message: 'unlisted',
    params: { title },
    related: [{ message: after ? 'behind' : 'before', unit, ...(after ?? entries[0]!).title }],
    fixes: ({ whole }) => [{ title: 'add', params: { title }, safety: 'review', edits: [edit(lineEndOf(whole))] }],
  };
}

function judgeOrder(unit: ContentsUnit, pairs: readonly Pair[], find: (discovery: ReportDiscovery) => void): void {
  const known = pairs.filter(({ heading }) => heading !== undefined);
  const kept = new Set(longestIncreasingSubsequence(known, ({ heading }) => heading!.at));
  if (kept.size === known.length) return;
  for (const pair of known) {
    const { entry, heading } = pair;
    if (kept.has(pair) || !entry || !heading) continue;
    const { start, end } = entry.title;
    find({
      unit,
      start,
      end,
      message: 'order',
      params: { entry: titleOfEntry(unit, entry) },
      related: related(heading),
    });
  }
}
