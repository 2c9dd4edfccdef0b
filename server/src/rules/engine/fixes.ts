/** The fixes of findings, made when somebody asks for them. */
import type { Report } from '../../report/model/report';
import { compareEdits } from '../../text/edit';
import type { Finding } from './finding';
import type { Fix } from './rule';
import type { TextEdit } from '../../text/edit';
import { viewOf } from './view';

const none: readonly Fix[] = [];

/** The fixes of `finding` of `report`; the rule's own order, so that the first is the one it recommends. */
export function fixesOf(report: Report, { found }: Finding): readonly Fix[] {
  const { at, fixes } = found;
  if (!fixes) return none;
  return fixes(viewOf(report)).map(({ title, params, safety, edits }) => ({
    title,
    ...(params && { params }),
    safety,
    edits: edits
      .map(({ unit = at.unit, start, end, text }): TextEdit => {
        const offset = report.units.startOf(unit);
        return {
          start: offset + start,
          end: offset + end,
          expected: report.text.slice(offset + start, offset + end),
          text,
        };
      })
      .sort(compareEdits),
  }));
}
