import { agencies, isFormerOn, presentNameOf } from '../../knowledge/agencies';
import type { Agency } from '../../knowledge/agencies';
import { periodOf } from '../../report/queries/period';
import type { Message } from '../../text/message';
import { rocDate } from '../rocDate';
import type { CompletionContext } from './context';
import { fieldAtCursor } from './coverFields';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { namePlace, typedOf } from './names';

const texts = {
  former: { 'zh-TW': '舊名：{date}起為{name}', en: 'former name: {name} since {date}' },
  was: { 'zh-TW': '原{name}', en: 'formerly {name}' },
} satisfies Record<string, Message>;

let formerNames: ReadonlyMap<string, readonly string[]> | undefined;

/** The names that led to an agency of today, by its name. */
function formerNamesOf(name: string): readonly string[] {
  if (!formerNames) {
    const names = new Map<string, string[]>();
    for (const { name: former, successor } of agencies().values()) {
      if (successor === undefined) continue;
      const present = presentNameOf(former);
      names.set(present, [...(names.get(present) ?? []), former]);
    }
    formerNames = names;
  }
  return formerNames.get(name) ?? [];
}

/**
 * In 服務機關 of the cover: agencies. A former name finds its successor too; itself it stands behind all others, marked,
 * unless the trip began when the agency was still called so. By itself a list has what is begun.
 */
export function completeAgencies(context: CompletionContext): CompletionEntry[] {
  if (fieldAtCursor(context)?.field !== 'agency') return [];
  const place = namePlace(context, 'agency');
  if (!place || (!context.asked && place.han === '')) return [];
  const { report, offset, locale } = context;
  const day = periodOf(report)?.from;
  const detailOf = (agency: Agency, former: boolean, olderName: string | undefined): string => {
    if (former && agency.successor !== undefined && agency.since)
      return texts.former[locale]
        .replace('{name}', presentNameOf(agency.name))
        .replace('{date}', rocDate(agency.since));
    return olderName === undefined ? '' : texts.was[locale].replace('{name}', olderName);
  };
  return [...agencies().values()].flatMap((agency, index): CompletionEntry[] => {
    const { name } = agency;
    const former = isFormerOn(agency, day);
    const older = formerNamesOf(name);
    const typed = typedOf(place, [name, ...older], '');
    if (typed === undefined || report.text.slice(offset - typed, offset) === name) return [];
    const words = report.text.slice(offset - typed, offset);
    const olderName = name.startsWith(words) ? undefined : older.find((one) => one.startsWith(words));
    return [
      {
        label: name,
        kind: 'value',
        detail: detailOf(agency, former, olderName),
        documentation: '',
        filterText: [name, ...older].join(' '),
        sortText: rank(former ? 'text' : 'name', index),
        insertText: name,
        snippet: false,
        replace: { start: offset - typed, end: offset },
      },
    ];
  });
}
