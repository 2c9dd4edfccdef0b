/** Places where a report points at another part of itself: 「詳見附件一」, 「如前述壹、二」, an entry of 目次, a day of the itinerary. */
import { normaliseTitle } from '../../knowledge/parts';
import { isFormalNumeral, isHanNumeral, parseHanNumber } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { ContentsEntry, Section } from '../model/parts';
import type { NumberSystem } from '../model/lines';
import type { Report } from '../model/report';
import { textOf } from './read';

/** Words of the text that mean a section of the report. */
export interface CrossReference extends Span {
  readonly section: Section;
}

/** Words before a number that make it a reference; the number may follow at once. */
const pointers = ['詳見', '參見', '請見', '詳如', '如前述', '前述', '前揭', '上述', '同前', '詳附', '如附'];

interface PathStep {
  readonly system: NumberSystem;
  readonly value: number;
}

/** Numerals from `at` on: their value and where they end. */
function numeralAt(
  text: string,
  at: number,
): { readonly value: number; readonly end: number; readonly formal: boolean } | undefined {
  let end = at;
  const formal = isFormalNumeral(text.charCodeAt(at));
  while (end < text.length && (formal ? isFormalNumeral(text.charCodeAt(end)) : isHanNumeral(text.charCodeAt(end))))
    end++;
  if (end > at) {
    const value = parseHanNumber(text.slice(at, end));
    return value === undefined ? undefined : { value, end, formal };
  }
  while (end < text.length && end - at < 2 && text[end]! >= '0' && text[end]! <= '9') end++;
  return end > at ? { value: Number(text.slice(at, end)), end, formal: false } : undefined;
}

/** An outline path such as 「壹、二、（三）」, 「參之一」 or 「肆」. */
function pathAt(text: string, from: number): { readonly steps: readonly PathStep[]; readonly end: number } | undefined {
  const steps: PathStep[] = [];
  let at = from;
  let end = from;
  while (steps.length < 4) {
    const bracketed = text[at] === '（' || text[at] === '(';
    const numeral = numeralAt(text, bracketed ? at + 1 : at);
    if (!numeral) break;
    if (bracketed && text[numeral.end] !== '）' && text[numeral.end] !== ')') break;
    const arabic = text[bracketed ? at + 1 : at]! <= '9';
    const system: NumberSystem = numeral.formal
      ? 'formal'
      : arabic
        ? bracketed
          ? 'digit-bracketed'
          : 'digit'
        : bracketed
          ? 'han-bracketed'
          : 'han';
    steps.push({ system, value: numeral.value });
    end = bracketed ? numeral.end + 1 : numeral.end;
    at = end;
    if (text[at] === '、' || text[at] === '之' || text[at] === '.') at++;
  }
  return steps.length > 0 ? { steps, end } : undefined;
}

/** The section at the end of `steps`, each step a child of the one before. */
function follow(sections: readonly Section[], steps: readonly PathStep[]): Section | undefined {
  let level = sections;
  let found: Section | undefined;
  for (const { system, value } of steps) {
    found = level.find(({ number }) => number?.system === system && number.value === value);
    if (!found) return undefined;
    level = found.children;
  }
  return found;
}

/** The annex of that number: a heading 「附件一」, or the item of that number below 附件. */
function attachment(report: Report, word: string, value: number | undefined): Section | undefined {
  for (const section of report.allSections) {
    const title = normaliseTitle(textOf(report, section.title));
    if (title.startsWith(word)) {
      const numeral = numeralAt(title, word.length);
      if (numeral ? numeral.value === value : value === undefined && title === word) return section;
    }
    if (section.part === 'attachments') {
      if (value === undefined) return section;
      const child = section.children.find(({ number }) => number?.value === value);
      if (child) return child;
    }
  }
  return undefined;
}

function readReferences(report: Report): readonly CrossReference[] {
  const { prose: text } = report;
  const found: CrossReference[] = [];
  for (const word of ['附件', '附錄'])
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const numeral = numeralAt(text, at + word.length);
      if (!numeral) continue;
      const section = attachment(report, word, numeral.value);
      const end = numeral.end;
      if (section && !(section.heading.start <= at && at < section.heading.end))
        found.push({ start: at, end, section });
    }
  for (const pointer of pointers)
    for (let at = text.indexOf(pointer); at >= 0; at = text.indexOf(pointer, at + pointer.length)) {
      const start = at + pointer.length;
      const path = pathAt(text, start);
      if (!path) continue;
      // 「前述三點」 counts, 「前述參、三」 points: a chapter's numeral or more than one step makes it a path.
      const [first] = path.steps;
      if (path.steps.length < 2 && first!.system !== 'formal') continue;
      const section = follow(report.sections, path.steps);
      if (section) found.push({ start, end: path.end, section });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const first: CrossReference[] = [];
  for (const reference of found) if (first[first.length - 1]?.start !== reference.start) first.push(reference);
  return first;
}

/** What a report's references are is asked several times a request: read once a version. */
const references = new WeakMap<Report, readonly CrossReference[]>();

/** Every reference of the running text, in its order. A pointer without a target that exists is none. */
export function crossReferencesOf(report: Report): readonly CrossReference[] {
  let known = references.get(report);
  if (!known) references.set(report, (known = readReferences(report)));
  return known;
}

const titles = new WeakMap<Report, ReadonlyMap<string, readonly Section[]>>();

/** The titled sections, 摘要 among them, by their normalised title. */
function sectionsByTitle(report: Report): ReadonlyMap<string, readonly Section[]> {
  const known = titles.get(report);
  if (known) return known;
  const byTitle = new Map<string, Section[]>();
  const add = (section: Section): void => {
    const title = normaliseTitle(textOf(report, section.title));
    const same = byTitle.get(title);
    if (same) same.push(section);
    else byTitle.set(title, [section]);
  };
  if (report.abstract) add(report.abstract);
  for (const section of report.allSections) if (section.kind !== 'item') add(section);
  titles.set(report, byTitle);
  return byTitle;
}

/** The heading that an entry of 目次 lists: the same words, and of several the one of the same number. */
export function sectionOfEntry(report: Report, entry: ContentsEntry): Section | undefined {
  const candidates = sectionsByTitle(report).get(normaliseTitle(textOf(report, entry.title))) ?? [];
  return (
    candidates.find(({ number }) => number?.system === entry.number?.system && number?.value === entry.number?.value) ??
    candidates[0]
  );
}
