import { positions } from '../../knowledge/positions';
import type { CompletionContext } from './context';
import { fieldAtCursor } from './coverFields';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { namePlace, typedOf } from './names';

/**
 * In 姓名職稱 and 職稱 of the cover: titles, behind a name too. By itself a list has what is begun with two characters: the
 * last one of a name may begin a title.
 */
export function completePositions(context: CompletionContext): CompletionEntry[] {
  const field = fieldAtCursor(context)?.field;
  if (field !== 'name-and-title' && field !== 'position') return [];
  const place = namePlace(context, field);
  if (!place || (!context.asked && place.han.length < 2)) return [];
  const { report, offset } = context;
  return positions().flatMap((title, index): CompletionEntry[] => {
    const typed = typedOf(place, [title], '');
    if (typed === undefined || report.text.slice(offset - typed, offset) === title) return [];
    return [
      {
        label: title,
        kind: 'value',
        detail: '',
        documentation: '',
        filterText: title,
        sortText: rank('name', index),
        insertText: title,
        snippet: false,
        replace: { start: offset - typed, end: offset },
      },
    ];
  });
}
