/** Whether two texts are one report: what a reader of cover, 摘要, outline, days, attendance and words finds the same. */
import assert from 'node:assert/strict';
import { wordsOf } from '../../../server/src/export/document';
import type { Block } from '../../../server/src/export/document';
import { documentOf } from '../../../server/src/export/fromReport';
import { reportFormOf } from '../../../server/src/knowledge/reportForm';
import type { Report } from '../../../server/src/report/model/report';
import { textOf } from '../../../server/src/report/queries/read';
import { sketchOf } from '../export/reports';

const squeezed = (words: string): string => words.replace(/[\s*|]/g, '');

/** The blocks without what a number's being counted, or the end of a page, changes. */
function sketch(blocks: readonly Block[]): string[] {
  return sketchOf(blocks.filter(({ kind }) => kind !== 'pageBreak')).map((line) => squeezed(line).replace(/[!↺]/g, ''));
}

interface Facts {
  readonly days: readonly string[] | undefined;
  readonly [part: string]: unknown;
}

/** What is read in a report. */
function factsOf(report: Report): Facts {
  const say = (span: { start: number; end: number }): string => squeezed(textOf(report, span));
  const { cover, front, body, footnotes } = documentOf(report, { form: reportFormOf('conference'), contents: true });
  return {
    cover: cover.map(({ role, label, content }) => `${role} ${squeezed(label)} ${squeezed(wordsOf(content))}`),
    fields: report.cover.fields.map(({ id, value }) => `${id} ${say(value)}`),
    front: front.map((part) =>
      part.kind === 'abstract'
        ? [squeezed(part.title), ...sketch(part.blocks)]
        : [squeezed(part.title), ...part.entries.map(({ title, level }) => `${level} ${squeezed(title)}`)],
    ),
    body: sketch(body),
    footnotes: footnotes.map((note) => squeezed(wordsOf(note))),
    days: report.itinerary?.days.map(({ date, activity }) => `${date.from.month}/${date.from.day} ${say(activity)}`),
    attendance: report.meetings.flatMap(({ attendance }) =>
      attendance.map(
        ({ form, present, absent }) =>
          `${form} ${present.map(({ economy }) => economy).join()} ${absent.map(({ economy }) => economy).join()}`,
      ),
    ),
  };
}

export function assertSameReport(actual: Report, expected: Report): void {
  const [there, here] = [factsOf(actual), factsOf(expected)];
  // Days in columns of blanks are found only once they stand in a table.
  assert.deepEqual({ ...there, days: here.days && there.days }, here);
}
