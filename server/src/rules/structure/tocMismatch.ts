import { lineEndOf } from '../../report/queries/headingStyle';
import type { ContentsEntry, Section, TableOfContents } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import type { Chapter } from '../../report/model/units';
import { sectionsIn, textOf } from '../../report/queries/read';
import { missingParts } from '../../report/queries/requiredParts';
import { chapterPartOf } from '../../knowledge/composedTitles';
import { normaliseTitle } from '../../knowledge/parts';
import { longestRising } from '../../text/longestRising';
import type { Span } from '../../text/span';
import { placedIn } from '../engine/placedIn';
import type { ReportRule, UnitDiscovery, UnitNote } from '../engine/rule';
import type { TextEdit } from '../../text/edit';
import { bareTitle, keyOf, numeralEdit } from '../../report/queries/headings';

/** An entry with the heading it names; one of the two may be lacking. */
interface Pair {
  readonly entry: ContentsEntry | undefined;
  readonly section: Section | undefined;
}

/** A heading of a chapter, by its place in a walk of it that goes to parents first. */
interface Heading {
  readonly index: number;
  readonly key: string;
}

function headingsOf(chapter: Chapter): readonly Heading[] {
  const found: Heading[] = [];
  let index = 0;
  for (const { kind, title } of sectionsIn(chapter.section)) {
    if (kind !== 'item' && title.end > title.start) found.push({ index, key: keyOf(textOf(chapter, title)) });
    index++;
  }
  return found;
}

type Headings = readonly UnitNote<'chapter', Heading>[];

/** 摘要 and the headings of the body that are called like one of `keys`, in the order of the text. */
function headingsNamed(report: Report, headings: Headings, keys: ReadonlySet<string>): ReadonlyMap<string, Section[]> {
  const { abstract, sections, units } = report;
  const chapters = new Map(units.chapters.map((chapter, index) => [chapter, sections[index]!]));
  const named = new Map<string, Section[]>();
  const put = (key: string, section: Section): void => {
    const others = named.get(key);
    if (others) others.push(section);
    else named.set(key, [section]);
  };
  for (const { unit, note } of headings)
    if (keys.has(note.key)) put(note.key, [...sectionsIn(chapters.get(unit)!)][note.index]!);
  if (abstract) {
    const key = keyOf(textOf(report, abstract.title));
    put(key, abstract);
    named.get(key)!.sort((a, b) => a.start - b.start);
  }
  return named;
}

/** The heading of each entry: of the same title, the first behind the one before, or else the first there is. */
function matchTitles(report: Report, { entries }: TableOfContents, headings: Headings): Pair[] {
  const keys = entries.map(({ title }) => keyOf(textOf(report, title)));
  const named = headingsNamed(report, headings, new Set(keys));
  let behind = -1;
  return entries.map((entry, index) => {
    const places = named.get(keys[index]!);
    if (!places || places.length === 0) return { entry, section: undefined };
    const next = Math.max(
      0,
      places.findIndex(({ start }) => start > behind),
    );
    const [section] = places.splice(next, 1);
    behind = section!.start;
    return { entry, section };
  });
}

/** The number system of a chapter: 目次 lists chapters of one system, or those without a number. */
function systemOf({ lines }: Report, { line }: Section): string {
  return lines.facts[line]!.shape.number?.system ?? 'none';
}

/** The sections of `chapter` that hold `section`, the innermost last. */
function parentsOf(chapter: Section, { line }: Section): readonly Section[] {
  const parents: Section[] = [];
  let around: Section | undefined = chapter;
  while (around && around.line < line) {
    parents.push(around);
    around = around.children.find((child) => child.line <= line && line < child.toLine);
  }
  return parents;
}

/** The headings that 目次 leaves out although it lists others of their level. */
function unlisted(report: Report, pairs: readonly Pair[]): readonly Section[] {
  const matched = new Set(pairs.map(({ section }) => section));
  const systems = new Set<string>();
  const parents = new Set<Section>();
  const chapters = new Set(report.sections);
  for (const section of matched) {
    if (!section || section === report.abstract) continue;
    if (chapters.has(section)) {
      systems.add(systemOf(report, section));
      continue;
    }
    const chapter = report.sections.find(({ line, toLine }) => line <= section.line && section.line < toLine);
    const around = chapter ? parentsOf(chapter, section) : [];
    // What stands in an annex is the annex's own.
    if (around.every(({ part }) => part !== 'attachments')) parents.add(around.at(-1)!);
  }
  const isLeftOut = (section: Section): boolean =>
    section.kind !== 'item' && section.part !== 'attachments' && section.part !== 'abstract' && !matched.has(section);
  const left = report.sections.filter((section) => isLeftOut(section) && systems.has(systemOf(report, section)));
  for (const { children } of parents) left.push(...children.filter(isLeftOut));
  return left.sort((a, b) => a.line - b.line);
}

const sameNumber = (entry: ContentsEntry, section: Section): boolean =>
  entry.number !== undefined &&
  entry.number.system === section.number?.system &&
  entry.number.value === section.number.value;

export const rule: ReportRule<Heading, 'chapter'> = {
  per: 'report',
  notes: { per: 'chapter', read: headingsOf },
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
    rewrite: { 'zh-TW': '目次改為「{title}」', en: 'Write 「{title}」 in 目次' },
    remove: { 'zh-TW': '從目次刪去「{entry}」', en: 'Remove 「{entry}」 from 目次' },
    add: { 'zh-TW': '在目次補列「{title}」', en: 'Add 「{title}」 to 目次' },
  },
  check: (view, headings, { profile }, tell) => {
    if (!view.contents) return;
    const report = view.whole;
    const find = (discovery: UnitDiscovery): void => {
      tell(placedIn(report, discovery));
    };
    const { contents } = report;
    if (!contents || contents.entries.length === 0) return;
    const pairs = matchTitles(report, contents, headings);
    // Nothing in common: this is no 目次 of this report, or the body is not written yet.
    if (pairs.every(({ section }) => section === undefined)) return;
    const left = [...unlisted(report, pairs)];
    const missing = new Set(missingParts(report, profile).map(({ part }) => part));
    pairs.forEach((pair, index) => {
      const { entry, section } = pair;
      if (!entry || section) return;
      const other = renamed(entry, left, pairs[index - 1]?.section);
      if (other) {
        left.splice(left.indexOf(other), 1);
        pairs[index] = { entry, section: other };
        find(wording(report, entry, other));
        return;
      }
      const title = normaliseTitle(textOf(report, entry.title));
      const part = chapterPartOf(title);
      // structure/missing-section says it; lists of tables and annexes have no headings here.
      if ((part !== undefined && (missing.has(part) || part === 'attachments')) || /^[附圖表]/.test(title)) return;
      find(absent(report, entry));
    });
    for (const section of left) find(leftOut(report, contents, pairs, section));
    judgeOrder(report, pairs, find);
    for (const { entry, section } of pairs) {
      const discovery = entry && section && numberOf(report, entry, section);
      if (discovery) find(discovery);
    }
  },
};

/** The heading that an entry without one means: of its number, or right behind the heading of the entry before. */
function renamed(entry: ContentsEntry, left: readonly Section[], before: Section | undefined): Section | undefined {
  return left.find(
    (section) =>
      sameNumber(entry, section) &&
      section.start > (before?.start ?? -1) &&
      (section.depth === 1 || before === undefined || section.start - before.end < 1 || section.depth === before.depth),
  );
}

function wording(report: Report, entry: ContentsEntry, section: Section): UnitDiscovery {
  const title = textOf(report, bareTitle(report, section.title));
  const expected = textOf(report, entry.title);
  return {
    start: entry.title.start,
    end: entry.title.end,
    message: 'wording',
    params: { entry: expected, title },
    related: [{ message: 'heading', start: section.title.start, end: section.title.end }],
    fixes: () => [
      {
        title: 'rewrite',
        params: { title },
        safety: 'review',
        edits: [{ start: entry.title.start, end: entry.title.end, expected, text: title }],
      },
    ],
  };
}

function numberOf(report: Report, entry: ContentsEntry, section: Section): UnitDiscovery | undefined {
  const { number } = section;
  if (!entry.number || !number || entry.number.system !== number.system || entry.number.value === number.value)
    return undefined;
  const edit = numeralEdit(report, entry.number, number.value);
  const title = textOf(report, number.numeral);
  return {
    start: entry.number.numeral.start,
    end: entry.number.numeral.end,
    message: 'number',
    params: { entry: textOf(report, entry.number.numeral), title },
    related: [{ message: 'heading', start: section.title.start, end: section.title.end }],
    fixes: () => (edit ? [{ title: 'rewrite', params: { title }, safety: 'review', edits: [edit] }] : []),
  };
}

/** The line of an entry with its line end. */
function lineOf({ lines, text }: Report, { line }: ContentsEntry): Span {
  return { start: lines.starts[line]!, end: line + 1 < lines.count ? lines.starts[line + 1]! : text.length };
}

function absent(report: Report, entry: ContentsEntry): UnitDiscovery {
  const words = textOf(report, entry.title);
  const line = lineOf(report, entry);
  return {
    start: entry.title.start,
    end: entry.title.end,
    message: 'absent',
    params: { entry: words },
    fixes: () => [
      {
        title: 'remove',
        params: { entry: words },
        safety: 'review',
        edits: [{ ...line, expected: textOf(report, line), text: '' }],
      },
    ],
  };
}

function leftOut(report: Report, contents: TableOfContents, pairs: readonly Pair[], section: Section): UnitDiscovery {
  const title = textOf(report, bareTitle(report, section.title));
  const edit = (): TextEdit => {
    const after = pairs
      .filter((pair) => pair.section !== undefined && pair.section.start < section.start)
      .at(-1)?.entry;
    const model = pairs.find((pair) => pair.section?.depth === section.depth)?.entry ?? after ?? contents.entries[0]!;
    const { lines, text } = report;
    const indent = text.slice(lines.starts[model.line], model.number?.start ?? model.title.start);
    const number = section.number ? text.slice(section.number.start, section.number.end) : '';
    const gap = model.number && section.number ? text.slice(model.number.end, model.title.start) : '';
    const words = indent + number + gap + title;
    const lineBreak = lineEndOf(report);
    if (!after) {
      const start = lines.starts[contents.entries[0]!.line]!;
      return { start, end: start, expected: '', text: words + lineBreak };
    }
    const start = lines.starts[after.line]! + lines.facts[after.line]!.length;
    return { start, end: start, expected: '', text: lineBreak + words };
  };
  return {
    start: section.title.start,
    end: section.title.end,
    message: 'unlisted',
    params: { title },
    fixes: () => [{ title: 'add', params: { title }, safety: 'review', edits: [edit()] }],
  };
}

function judgeOrder(report: Report, pairs: readonly Pair[], find: (discovery: UnitDiscovery) => void): void {
  const placed = pairs.filter(({ section }) => section !== undefined);
  const kept = new Set(longestRising(placed, ({ section }) => section!.start));
  if (kept.size === placed.length) return;
  for (const pair of placed) {
    const { entry, section } = pair;
    if (kept.has(pair) || !entry || !section) continue;
    find({
      start: entry.title.start,
      end: entry.title.end,
      message: 'order',
      params: { entry: textOf(report, entry.title) },
      related: [{ message: 'heading', start: section.title.start, end: section.title.end }],
    });
  }
}
