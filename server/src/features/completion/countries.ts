import { countries } from '../../knowledge/countries';
import type { CompletionContext } from './context';
import { fieldAtCursor } from './coverFields';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { namePlace, typedOf } from './names';

/** In 派赴國家/地區 of the cover: the economies outside APEC, behind its members. English names and codes find them too. */
export function completeCountries(context: CompletionContext): CompletionEntry[] {
  if (fieldAtCursor(context)?.field !== 'destination') return [];
  const place = namePlace(context, 'destination');
  if (!place) return [];
  const { report, offset } = context;
  return [...countries.values()].flatMap(({ chinese, english, code }, index) => {
    const latin = `${english} ${code}`;
    const typed = typedOf(place, [chinese], latin);
    if (typed === undefined || report.text.slice(offset - typed, offset) === chinese) return [];
    return {
      label: chinese,
      kind: 'economy',
      detail: english,
      documentation: '',
      filterText: `${chinese} ${latin}`,
      sortText: rank('name', index),
      insertText: chinese,
      snippet: false,
      replace: { start: offset - typed, end: offset },
    } satisfies CompletionEntry;
  });
}
