import type { Profile } from '../knowledge/types';
import type { Report } from '../report/model';
import type { Locale } from '../rules/rule';
import { completeAcronyms } from './completion/acronyms';
import { contextAt } from './completion/context';
import { completeCoverFields } from './completion/coverFields';
import { completeEconomies } from './completion/economies';
import type { CompletionEntry } from './completion/entry';
import { completeNumerals } from './completion/numerals';
import { completeSections } from './completion/sections';
import { completeSnippets } from './completion/snippets';

/** What may be inserted at `offset`, in the order to show it. */
export function completionAt(report: Report, offset: number, profile: Profile, locale: Locale): CompletionEntry[] {
  const context = contextAt(report, offset, profile, locale);
  return [
    ...completeCoverFields(context),
    ...completeSections(context),
    ...completeNumerals(context),
    ...completeEconomies(context),
    ...completeAcronyms(context),
    ...completeSnippets(context),
  ].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}
