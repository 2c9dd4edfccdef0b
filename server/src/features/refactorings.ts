import type { Report } from '../report/model/report';
import { sparesMarkup } from '../report/queries/spared';
import type { Locale } from '../text/message';
import type { Span } from '../text/span';
import { attendanceSentences } from './refactorings/attendanceSentence';
import { contentsCreations } from './refactorings/contents';
import { dateConversions } from './refactorings/convertDate';
import { itineraryForms } from './refactorings/itineraryForm';
import { lineJoinings } from './refactorings/joinLines';
import { sectionMoves } from './refactorings/moveSection';
import type { Refactoring } from './refactorings/refactoring';
import { renumberings } from './refactorings/renumber';

/** What may be changed at `span` (the selection, or the cursor) without any rule asking for it; code, addresses and markup stay. */
export function refactoringsOf(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const all = [
    ...attendanceSentences(report, span, locale),
    ...dateConversions(report, span, locale),
    ...sectionMoves(report, span, locale),
    ...renumberings(report, span, locale),
    ...itineraryForms(report, span, locale),
    ...contentsCreations(report, span, locale),
    ...lineJoinings(report, locale),
  ];
  return all.filter(({ edits }) => sparesMarkup(report, edits));
}
