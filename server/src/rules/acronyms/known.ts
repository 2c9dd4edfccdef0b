/** Which acronyms need no explaining, and how a known one is spelled. */
import { acronymRows, glossaryOf } from '../../knowledge/acronyms';
import { isCommonAbbreviation } from '../../knowledge/commonAbbreviations';
import type { AcronymRow } from '../../knowledge/types';
import type { AcronymUsage } from '../../report/model/acronyms';
import type { Glossary, GlossaryAcronym } from '../engine/glossary';
import { emptyGlossary } from '../engine/glossary';
import type { RuleContext } from '../engine/rule';

/** Acronyms that are English words when only their first letter is a capital: Star, Act. */
const words = new Set(['star', 'stem', 'cap', 'act', 'map', 'tel', 'tor', 'mag', 'aim', 'rise', 'aid', 'era', 'pet', 'pets', 'step', 'sap', 'tier', 'trips', 'care', 'sdr', 'ram']); // prettier-ignore

/** `FTA` of `FTAs`; the acronym itself where it is no plural. */
export function singularOf(acronym: string): string {
  const last = acronym.length - 1;
  return acronym.endsWith('s') && last >= 2 && acronym[last - 1]! <= 'Z' ? acronym.slice(0, last) : acronym;
}

/** The row that the folder's glossary makes of an acronym with a name. The author's word is as good as an official one. */
function rowOf(acronym: string, { chinese, english }: GlossaryAcronym): AcronymRow {
  return {
    acronym,
    english,
    chinese,
    variants: [],
    rejected: [],
    spellings: [],
    category: '',
    confidence: 'high',
    note: '',
    source: '.mission-report.json',
    trust: 'official',
  };
}

/**
 * The rows for `acronym`, be it written in the singular or the plural: the folder's own where it gives a Chinese name,
 * else those of the table.
 */
export function glossaryRows(
  acronym: string,
  { acronyms }: Pick<Glossary, 'acronyms'> = emptyGlossary,
): readonly AcronymRow[] {
  const singular = singularOf(acronym);
  const form = acronyms.has(acronym) ? acronym : singular;
  const given = acronyms.get(form);
  if (given && given.chinese !== '') return [rowOf(form, given)];
  const own = glossaryOf(acronym);
  return own.length > 0 ? own : glossaryOf(singular === acronym ? `${acronym}s` : singular);
}

/** SOM of SOM3, COP of COP29, MC of MC14: the number counts the meetings of one series. */
function seriesOf(acronym: string): string {
  let end = acronym.length;
  while (end > 0 && acronym[end - 1]! >= '0' && acronym[end - 1]! <= '9') end--;
  return acronym.slice(0, end);
}

/** Whether a reader knows `acronym` without being told: from the glossaries or from everyday use. */
export function isKnown(acronym: string, { glossary }: Pick<RuleContext, 'glossary'>): boolean {
  return [acronym, singularOf(acronym), seriesOf(acronym)].some(
    (form) =>
      form.length >= 2 && (glossaryRows(form).length > 0 || isCommonAbbreviation(form) || glossary.acronyms.has(form)),
  );
}

/** Whether `word` may be an English one when only its first letter is a capital. */
export function isEnglishWord(word: string): boolean {
  return words.has(word.toLowerCase());
}

/** Right spellings of the glossary by their small letters. */
let spellings: Map<string, string> | undefined;

function spellingOf(word: string): string | undefined {
  if (!spellings) {
    spellings = new Map();
    for (const { acronym } of acronymRows) spellings.set(acronym.toLowerCase(), acronym);
  }
  return spellings.get(word.toLowerCase());
}

/**
 * How `word` is spelled right where only its letter case is wrong: APEC for Apec, IoT for IOT. Undefined where it is
 * right, where nothing is known of it, and where it may be an English word.
 */
export function rightCase(word: string, usage: AcronymUsage): string | undefined {
  if (word.length < 3 || glossaryOf(word).length > 0 || isEnglishWord(word)) return undefined;
  const capitals = word.toUpperCase();
  const plural = capitals.replace(/S$/, 's');
  const own = [capitals, plural].find((form) => usage.get(form)?.definitions.length);
  const right = own ?? spellingOf(word);
  if (right === undefined || right === word) return undefined;
  // FINTECH on a poster is a style, MSMES and IOT are not.
  return word === capitals && word.length > 4 && !right.endsWith('s') ? undefined : right;
}
