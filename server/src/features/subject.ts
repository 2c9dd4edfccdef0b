import type { EconomyCode } from '../knowledge/types';
import { crossReferencesOf, sectionOfEntry } from '../report/queries/crossReferences';
import { lineAt } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { Section } from '../report/model/parts';
import { textOf } from '../report/queries/read';
import { mentions, nameOfMeeting, titleOnCover } from '../report/queries/meetingNames';
import { touches } from '../text/span';
import type { Span } from '../text/span';

/** What the words under a cursor stand for, wherever else the report speaks of it. */
export type Subject =
  | { readonly kind: 'acronym'; readonly words: Span; readonly acronym: string }
  | { readonly kind: 'economy'; readonly words: Span; readonly economy: EconomyCode }
  | { readonly kind: 'section'; readonly words: Span; readonly section: Section };

/** The one of `hits` at `offset`, which counts from the same start; of two that touch it, the one that begins there. */
export function hitAt<Hit extends Span>(hits: readonly Hit[], offset: number): Hit | undefined {
  return hits.find((hit) => hit.start <= offset && offset < hit.end) ?? hits.find((hit) => touches(hit, offset));
}

/** Number and title of a heading: the words that a person takes for it. */
export function headingWords({ number, title, heading }: Section): Span {
  const words = { start: number ? number.start : title.start, end: title.end };
  return words.end > words.start ? words : heading;
}

/** The section of the meeting that a row of the itinerary speaks of. */
function meetingOf(report: Report, activity: Span): Section | undefined {
  const words = textOf(report, activity);
  const title = titleOnCover(report);
  return report.meetings.find((meeting) => mentions(nameOfMeeting(report, meeting, title), words))?.section;
}

/** What stands at `offset`; undefined where the words mean nothing that could be looked for. */
export function subjectAt(report: Report, offset: number): Subject | undefined {
  const line = lineAt(report.lines, offset);
  const facts = report.lines.facts[line]!;
  const start = report.lines.starts[line]!;
  const placed = (span: Span): Span => ({ start: start + span.start, end: start + span.end });

  const reference = hitAt(crossReferencesOf(report), offset);
  if (reference)
    return { kind: 'section', words: { start: reference.start, end: reference.end }, section: reference.section };

  const entry = report.contents?.entries.find((candidate) => candidate.line === line);
  const listed = entry && sectionOfEntry(report, entry);
  if (listed) return { kind: 'section', words: { start: entry.start, end: entry.end }, section: listed };

  const acronym = hitAt(facts.acronyms, offset - start);
  const name = hitAt(facts.names, offset - start);
  if (name?.row.economy !== undefined && !(acronym && acronym.start >= name.end))
    return { kind: 'economy', words: placed(name), economy: name.row.economy };
  if (acronym) return { kind: 'acronym', words: placed(acronym), acronym: acronym.text };

  const day = report.itinerary?.days.find(({ activity }) => touches(activity, offset));
  const meeting = day && meetingOf(report, day.activity);
  if (meeting) return { kind: 'section', words: day.activity, section: meeting };

  const section = [...(report.abstract ? [report.abstract] : []), ...report.allSections].find(
    (candidate) => candidate.line === line && touches(headingWords(candidate), offset),
  );
  return section && { kind: 'section', words: headingWords(section), section };
}

/** Every place that speaks of `subject`, in the order of the text; headings and definitions are among them. */
export function placesOf(report: Report, subject: Subject): readonly Span[] {
  const { starts, facts, count } = report.lines;
  const places: Span[] = [];
  if (subject.kind === 'section') {
    const { section } = subject;
    places.push(headingWords(section));
    for (const entry of report.contents?.entries ?? [])
      if (sectionOfEntry(report, entry) === section) places.push({ start: entry.start, end: entry.end });
    for (const reference of crossReferencesOf(report))
      if (reference.section === section) places.push({ start: reference.start, end: reference.end });
    if (report.meetings.some((meeting) => meeting.section === section))
      for (const { activity } of report.itinerary?.days ?? [])
        if (activity.end > activity.start && meetingOf(report, activity) === section) places.push(activity);
  } else
    for (let line = 0; line < count; line++) {
      const { names, acronyms } = facts[line]!;
      const hits =
        subject.kind === 'economy'
          ? names.filter(({ row }) => row.economy === subject.economy)
          : acronyms.filter(({ text }) => text === subject.acronym);
      for (const hit of hits) places.push({ start: starts[line]! + hit.start, end: starts[line]! + hit.end });
    }
  return places.sort((a, b) => a.start - b.start);
}
