import type { PartId, ProfilePart } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import { partCard } from '../hover/partCard';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { chapterStyle, lineEndOf, unnumberedParts } from '../../report/queries/headingStyle';
import { findingWords, isWanted } from './typed';

/** What Latin typing finds a part by. */
const englishOf: Readonly<Record<PartId, string>> = {
  abstract: 'abstract summary',
  contents: 'table of contents toc',
  purpose: 'purpose',
  process: 'process',
  itinerary: 'itinerary schedule',
  proceedings: 'proceedings meetings',
  reflections: 'reflections findings',
  recommendations: 'recommendations suggestions',
  'reflections-and-recommendations': 'reflections and recommendations suggestions',
  attachments: 'attachments annexes',
};

/** Where each part stands, the line at `except` left out: that one is being typed. */
function placesOfParts(report: Report, except: number): Map<PartId, number> {
  const places = new Map<PartId, number>();
  const put = (part: PartId | undefined, start: number): void => {
    if (part !== undefined && start !== except && !places.has(part)) places.set(part, start);
  };
  put(report.abstract && 'abstract', report.abstract?.start ?? 0);
  put(report.contents && 'contents', report.contents?.start ?? 0);
  for (const root of report.sections) {
    put(root.part, root.start);
    for (const child of root.children) if (child.part === 'itinerary') put(child.part, child.start);
  }
  return places;
}

function isThere({ part, insteadOf }: ProfilePart, places: ReadonlyMap<PartId, number>): boolean {
  return places.has(part) || insteadOf.some((set) => set.length > 0 && set.every((other) => places.has(other)));
}

/** The parts of the profile that are still missing, in its order, with number and style of the report's chapters. */
export function completeSections(context: CompletionContext): CompletionEntry[] {
  const { report, lead, lineStart, profile, locale, asked } = context;
  if (!lead) return [];
  const { fields } = report.cover;
  const lastField = fields[fields.length - 1];
  if (lastField && lead.start < lastField.end) return [];

  const places = placesOfParts(report, lineStart);
  const chapters = report.sections.filter(({ start }) => start !== lineStart);
  const style = chapterStyle(report, chapters);
  const marks = lead.marks > 0 ? lead.marks : style.marks;
  const lastNumber = chapters.filter(({ start, number }) => start < lineStart && number !== undefined).at(-1)?.number;
  const next = (lastNumber?.value ?? 0) + 1;

  // What belongs between the parts before and behind the cursor comes first.
  let from = -1;
  let to = profile.parts.length;
  profile.parts.forEach(({ part }, index) => {
    const place = places.get(part);
    if (place === undefined) return;
    if (place < lineStart) from = Math.max(from, index);
    else to = Math.min(to, index);
  });

  // 目次 is made of chapters: before there are any, the first of them is what is written next.
  const isNext = (part: PartId, index: number): boolean =>
    from < index && index < to && (part !== 'contents' || chapters.length > 0);

  const typedBefore = lead.text.slice(0, lead.text.length - lead.words.length);
  const lineEnd = lineEndOf(report);
  const entries: CompletionEntry[] = [];
  profile.parts.forEach((wanted, index) => {
    const { part, title } = wanted;
    if (isThere(wanted, places) || !isWanted(asked, lead.words, title, englishOf[part])) return;
    const number = unnumberedParts.has(part) ? '' : style.number(next);
    const heading = `${marks > 0 ? `${'#'.repeat(marks)} ` : ''}${number}${title}${style.ending}`;
    entries.push({
      label: `${number}${title}`,
      kind: 'section',
      detail: wanted.required
        ? { 'zh-TW': '必要章節', en: 'required section' }[locale]
        : { 'zh-TW': '章節', en: 'section' }[locale],
      documentation: partCard(report, part, title, profile, locale),
      filterText: typedBefore + findingWords(lead.words, title, englishOf[part]),
      sortText: rank(isNext(part, index) ? 'nextPart' : 'part', index),
      insertText: `${literal(heading)}${lineEnd}${lineEnd}$0`,
      snippet: true,
      replace: { start: lead.start, end: lead.end },
    });
  });
  return entries;
}
