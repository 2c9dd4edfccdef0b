import { economies } from '../../knowledge/economies';
import type { Economy } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import { economyCard } from '../hover/economyCard';
import { opensAttendees } from './attendees';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { namedInList, namePlace, typedOf } from './names';

/** The full name that the report itself uses most, or that of the table. */
function nameOf(report: Report, { code, chinese }: Economy): string {
  const full = (report.economies.forms.get(code) ?? []).filter(
    ({ row }) => row.form === 'standard' || row.form === 'variant',
  );
  return full.reduce((most, form) => (form.count > most.count ? form : most), { row: { text: chinese }, count: 0 }).row
    .text;
}

/**
 * The names of APEC's members; Chinese characters, English names and codes find them. A list that opens by itself has them
 * for Latin letters, for the field of the cover, and where a list of those present begins. Who is listed already is left
 * out.
 */
export function completeEconomies(context: CompletionContext): CompletionEntry[] {
  const { report, offset, locale, asked } = context;
  const place = namePlace(context, 'destination');
  if (!place) return [];
  if (!asked && place.latin === '' && !place.inField && !opensAttendees(context)) return [];
  const entries: CompletionEntry[] = [];
  for (const economy of economies) {
    const name = nameOf(report, economy);
    const latin = `${economy.english} ${economy.englishFull} ${economy.code}`;
    const typed = typedOf(place, [name, economy.chinese], latin);
    if (typed === undefined || report.text.slice(offset - typed, offset) === name) continue;
    if (namedInList(context, typed).has(economy.code)) continue;
    entries.push({
      label: name,
      kind: 'economy',
      detail: economy.english,
      documentation: economyCard(report, economy.code, locale) ?? '',
      filterText: `${name} ${latin}`,
      // Those that the report speaks of come first.
      sortText: rank(report.economies.forms.has(economy.code) ? 'ownName' : 'name', economy.order),
      insertText: name,
      snippet: false,
      replace: { start: offset - typed, end: offset },
    });
  }
  return entries;
}
