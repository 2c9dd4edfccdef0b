/** The fixes of findings, made when somebody asks for them. */
import { Line } from '../../report/model/line';
import type { Place } from '../../report/model/line';
import type { Report } from '../../report/model/report';
import { sparesMarkup } from '../../report/queries/spared';
import { compareEdits } from '../../text/edit';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { Finding } from './finding';
import type { Fix, RuleFix } from './rule';
import type { TextEdit } from '../../text/edit';
import { viewOf } from './view';

const none: readonly Fix[] = [];

type Edit = RuleFix<Place>['edits'][number];

/** An edit of a word that the end of its line cuts: what it writes stands before the line end, which stays. */
function overLineEnd(edit: Edit): readonly Edit[] {
  const { unit, start, end, text } = edit;
  if (!(unit instanceof Line) || end <= unit.text.length || !unit.surroundings.goesOn) return [edit];
  const lineEnd = unit.facts.content.end;
  const goesOn = lineEnd + unit.surroundings.goesOn.gap;
  return [
    { unit, start, end: lineEnd, text },
    { unit, start: goesOn, end, text: '' },
  ];
}

/**
 * The fixes of `finding` of `report`; the rule's own order, so that the first is the one it recommends. One that would change
 * code, an address or markup is none.
 */
export function fixesOf(report: Report, { found }: Finding): readonly Fix[] {
  const { fixes } = found;
  if (!fixes) return none;
  const inText = ({ unit, start, end }: Place): Span => shifted({ start, end }, report.units.startOf(unit));
  const all = fixes(viewOf(report)).map(({ title, params, safety, at, edits }) => ({
    title,
    ...(params && { params }),
    safety,
    ...(at && { at: inText(at) }),
    edits: edits
      .flatMap(overLineEnd)
      .map((edit): TextEdit => {
        const { start, end } = inText(edit);
        return { start, end, expected: report.text.slice(start, end), text: edit.text };
      })
      .sort(compareEdits),
  }));
  return all.filter(({ edits }) => sparesMarkup(report, edits));
}
