/** Acronyms that are one slip of the hand away from a right one. */
import { acronymRows } from '../../knowledge/acronyms';
import type { AcronymUsage, AcronymUses } from '../../report/model/acronyms';
import { isOneSlip } from '../../text/oneSlip';
import type { Glossary } from '../engine/glossary';
import type { RuleContext } from '../engine/rule';
import { hasCodeNumber } from './explained';
import { englishOf, nameOf, namesOf, plain } from './fullName';
import { glossaryRows, isKnown, rightCase, singularOf } from './known';

/** Shorter acronyms are so close to each other that a slip is a guess. */
const shortest = 4;
/** From this length on a slip is plain even where the right acronym occurs nowhere else. */
const plainLength = 5;

/** An acronym with more neighbours than this is one of a series, not a slip. */
const mostNeighbours = 16;

/** `word` and every word that lacks one letter of it. Two words with one in common are at most one slip apart. */
function* without(word: string): Generator<string> {
  yield word;
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

type Neighbours = Map<string, string[]>;

function add(neighbours: Neighbours, acronym: string): void {
  if (acronym.length < shortest) return;
  for (const form of without(acronym)) {
    const known = neighbours.get(form);
    if (known) known.push(acronym);
    else neighbours.set(form, [acronym]);
  }
}

/** The glossary's acronyms by their neighbours: built on first use, since most reports hold no unknown acronym. */
let glossaryNeighbours: Neighbours | undefined;

function ofGlossary(): Neighbours {
  if (!glossaryNeighbours) {
    glossaryNeighbours = new Map();
    for (const acronym of new Set(acronymRows.map((row) => row.acronym))) add(glossaryNeighbours, acronym);
  }
  return glossaryNeighbours;
}

function countOf({ uses, definitions, inHeadings }: AcronymUses): number {
  return uses.cover + uses.abstract + uses.body + inHeadings + definitions.length;
}

/** The full names of `target`, from the glossary and from the report's first definition, in plain letters. */
function rightNamesOf(usage: AcronymUsage, target: string, glossary: Glossary): readonly string[] {
  const [own] = usage.get(target)?.definitions ?? [];
  const names = glossaryRows(target, glossary).flatMap(namesOf);
  return [...names, ...(own ? [nameOf(own)] : [])].map(plain).filter((name) => name.length >= shortest);
}

/** Whether what is meant by `entry` is `target`: by its full name, by its place in the report, or by its length. */
function isMeant(usage: AcronymUsage, entry: AcronymUses, target: string, glossary: Glossary): boolean {
  const [own] = entry.definitions;
  if (own) {
    // An acronym with a full name of its own is the author's; only the full name of the right one gives it away.
    const written = plain(nameOf(own));
    return written !== '' && rightNamesOf(usage, target, glossary).some((name) => written.endsWith(name));
  }
  const right = usage.get(target);
  if (right)
    return countOf(right) >= countOf(entry) && (entry.acronym.length >= plainLength || entry.acronym[0] === target[0]);
  return entry.acronym.length >= plainLength && target.length >= plainLength;
}

/** Behind an acronym the number of a standard, as no train has it: 62368-1. */
const standardNumber = /^[ \u00a0]\d{4,5}-\d/;

/** What `acronym` is with the other one of two neighbours twice, or none: CMM for CCM, EWWG for EWG. */
function otherDoubled(acronym: string): readonly string[] {
  const forms = acronym.length > shortest - 1 ? [acronym.replace(/([A-Z])\1/, '$1')] : [];
  for (let i = 0; i + 2 < acronym.length; i++) {
    const [one, two, three] = acronym.slice(i, i + 3);
    if (one === three || (one !== two && two !== three)) continue;
    forms.push(acronym.slice(0, i) + one! + (one === two ? three! : one!) + three! + acronym.slice(i + 3));
  }
  return forms;
}

/**
 * The acronym that `entry`, which stands in the report once, has with two letters in another order: CSM for CMS. That one
 * the report uses more than once, or writes it out.
 */
function swappedMeant(usage: AcronymUsage, entry: AcronymUses): string | undefined {
  const { acronym, definitions, occurrences } = entry;
  if (!/^[A-Z]{3,7}$/.test(acronym) || definitions.length > 0 || countOf(entry) > 1) return undefined;
  // ICE 725次 is a train, whatever the IEC does.
  if (
    occurrences
      .map(({ unit, end }) => unit.text.slice(end))
      .some((after) => hasCodeNumber(after) && !standardNumber.test(after))
  )
    return undefined;
  const swapped = Array.from(acronym)
    .slice(1)
    .map((letter, index) => acronym.slice(0, index) + letter + acronym[index]! + acronym.slice(index + 2));
  const isMeantBy = (form: string): boolean => {
    const right = form === acronym ? undefined : usage.get(form);
    // Where a definition has it in the wrong order, that is what is wrong.
    if (right === undefined || initialsMeant(usage, right) !== undefined) return false;
    return right.definitions.length > 0 || countOf(right) > 1;
  };
  const meant = swapped.filter(isMeantBy);
  if (meant.length > 0) return meant.length === 1 ? meant[0] : undefined;
  const doubled = otherDoubled(acronym).filter((form) => isMeantBy(form) && usage.get(form)!.definitions.length > 0);
  return doubled.length === 1 ? doubled[0] : undefined;
}

/** The letters of `acronym` in the order of the alphabet. */
function lettersOf(acronym: string): string {
  return [...acronym].sort().join('');
}

/** The acronym with small letters in it that the report writes out, and of which `acronym` has two letters the other way round: EnFK for EnKF. */
function mixedMeant(usage: AcronymUsage, { acronym, definitions }: AcronymUses): string | undefined {
  if (definitions.length > 0 || acronym.length < shortest || !/^[A-Z]+[a-z][A-Za-z]*$/.test(acronym)) return undefined;
  const letters = lettersOf(acronym);
  for (const other of usage.values())
    if (other.definitions.length > 0 && isOneSlip(acronym, other.acronym) && lettersOf(other.acronym) === letters)
      return other.acronym;
  return undefined;
}

/** Whether `acronym` is of capitals alone and long enough to tell a slip. */
function mayBeSlip(acronym: string): boolean {
  if (acronym.length < shortest) return false;
  for (let i = 0; i < acronym.length; i++) if (acronym[i]! < 'A' || acronym[i]! > 'Z') return false;
  return true;
}

/** Words of an English name that its acronym may leave out. */
const small = /^(?:of|for|and|the|in|on|to|de)$/i;

/**
 * What the first letters of the English name of a definition spell, where that is one slip away and the report uses it without
 * writing it out, MOU of 「（Memorandum of Understanding，MOA）」, or has the same letters: AGV of 「（Automated Guided Vehicle，AVG）」.
 */
function initialsMeant(usage: AcronymUsage, { acronym, definitions, glossary }: AcronymUses): string | undefined {
  const [own] = definitions;
  if (!own?.english) return undefined;
  const words = englishOf(own)
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  const spelled = [words, words.filter((word) => !small.test(word))].map((some) =>
    some.map((word) => word[0]!.toUpperCase()).join(''),
  );
  if (spelled.includes(acronym)) return undefined;
  return spelled.find((initials) => {
    const right = usage.get(initials);
    const isSwapped = lettersOf(initials) === lettersOf(acronym);
    const isNear = isOneSlip(acronym, initials);
    // Foreign bodies have the order of their own language: UIA is the International Union of Architects.
    if (!right) return isSwapped && isNear && initials[0] === acronym[0] && glossary.length === 0;
    return right.definitions.length === 0 && countOf(right) > 0 && (isSwapped || isNear);
  });
}

/**
 * The acronyms of a report that nobody knows and that are one slip from a known or a defined one, with the one meant.
 * Looks up a few neighbours for each unknown acronym and compares none with all others.
 */
export function nearMissesOf(usage: AcronymUsage, context: Pick<RuleContext, 'glossary'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let defined: Neighbours | undefined;
  for (const entry of usage.values()) {
    const { acronym } = entry;
    const initials = initialsMeant(usage, entry);
    if (initials !== undefined) {
      found.set(acronym, initials);
      continue;
    }
    if (entry.glossary.length === 0 && !isKnown(acronym, context)) {
      const swapped = swappedMeant(usage, entry) ?? mixedMeant(usage, entry);
      if (swapped !== undefined) {
        found.set(acronym, swapped);
        continue;
      }
    }
    if (!mayBeSlip(acronym) || entry.glossary.length > 0 || isKnown(acronym, context)) continue;
    if (rightCase(acronym, usage) !== undefined) continue;
    if (!defined) {
      defined = new Map();
      for (const other of usage.values()) {
        if (other.definitions.length > 0 && other.glossary.length === 0) add(defined, singularOf(other.acronym));
      }
      for (const own of context.glossary.acronyms.keys()) add(defined, own);
    }
    const targets = new Set<string>();
    const seen = new Set<string>();
    for (const form of without(acronym)) {
      for (const target of [...(ofGlossary().get(form) ?? []), ...(defined.get(form) ?? [])]) {
        if (seen.size >= mostNeighbours || seen.has(target)) continue;
        seen.add(target);
        if (isOneSlip(acronym, target) && isMeant(usage, entry, target, context.glossary)) targets.add(target);
      }
    }
    const inReport = [...targets].filter((target) => usage.has(target));
    // APREC has the letters of APERC, whatever APEC has.
    const letters = lettersOf(acronym);
    const same = inReport.filter((target) => lettersOf(target) === letters);
    const [target, rival] = same.length > 0 ? same : inReport.length > 0 ? inReport : [...targets];
    // Two that fit alike: neither is certain.
    if (target !== undefined && rival === undefined) found.set(acronym, target);
  }
  return found;
}
