import { acronymRows } from '../../knowledge/acronyms';
import type { AcronymEntry } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import type { Zone } from '../../report/model/parts';
import { textOf } from '../../report/queries/read';
import { plain, paragraphs } from '../markdown';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { namePlace, typedOf } from './names';

/** An acronym with one of its full names. */
interface Candidate {
  readonly acronym: string;
  readonly chinese: string;
  readonly others: readonly string[];
  readonly english: string;
  readonly category: string;
}

/** The acronyms that the glossary is sure enough of, and those that the report itself writes out. */
function candidatesOf(report: Report): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { acronym, chinese, variants, english, category, confidence } of acronymRows) {
    if (confidence !== 'low' || report.acronyms.entries.has(acronym))
      candidates.push({ acronym, chinese, others: variants, english, category });
  }
  for (const { acronym, glossary, definitions } of report.acronyms.entries.values()) {
    const own = definitions.find(({ exact, name }) => exact && name.end > name.start);
    if (glossary.length > 0 || !own) continue;
    const english = own.english ? textOf(report, own.english) : '';
    candidates.push({ acronym, chinese: textOf(report, own.name), others: [], english, category: '' });
  }
  return candidates;
}

/** Whether a reader of `zone` has been told before `offset` what the acronym stands for. */
function isKnown(entry: AcronymEntry | undefined, zone: Zone, offset: number): boolean {
  return entry?.definitions.some((definition) => definition.zone === zone && definition.end <= offset) ?? false;
}

/** The brackets around acronyms that most of the report's definitions use. */
function bracketsOf(report: Report): readonly [string, string] {
  let balance = 0;
  for (const { definitions } of report.acronyms.entries.values()) {
    for (const { end } of definitions) balance += report.text[end - 1] === ')' ? 1 : -1;
  }
  return balance > 0 ? ['(', ')'] : ['（', '）'];
}

/**
 * Acronyms: 「中文全名（ACR）」 where the reader meets it first, the acronym alone afterwards. By itself a list has them for
 * Latin letters only: ordinary words begin many a full name.
 */
export function completeAcronyms(context: CompletionContext): CompletionEntry[] {
  const { report, offset, zone } = context;
  const place = namePlace(context);
  if (!place || (!context.asked && place.latin === '')) return [];
  const [open, close] = bracketsOf(report);
  const entries: CompletionEntry[] = [];
  const offered = new Set<string>();
  candidatesOf(report).forEach(({ acronym, chinese, others, english, category }, index) => {
    const entry = report.acronyms.entries.get(acronym);
    // Where nothing is typed yet, those of the report are enough.
    if (place.latin === '' && place.han === '' && !entry) return;
    const typed = typedOf(place, [chinese, ...others], `${acronym} ${english}`);
    if (typed === undefined) return;
    const insertText = isKnown(entry, zone, offset) ? acronym : `${chinese}${open}${acronym}${close}`;
    if (offered.has(insertText) || report.text.slice(offset - typed, offset) === insertText) return;
    offered.add(insertText);
    entries.push({
      label: insertText,
      kind: 'acronym',
      detail: insertText === acronym ? chinese : english,
      documentation: paragraphs(`**${plain(chinese)}**`, plain(english), category === '' ? undefined : plain(category)),
      filterText: [acronym, chinese, ...others, english].join(' '),
      sortText: rank(entry ? 'ownName' : 'acronym', 100 + index),
      insertText,
      snippet: false,
      replace: { start: offset - typed, end: offset },
    });
  });
  return entries;
}
