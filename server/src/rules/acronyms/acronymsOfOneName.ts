/** Names that are given with two acronyms. */
import { standsBefore } from '../../report/model/line';
import type { LineDefinition } from '../../report/model/acronyms';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery } from '../engine/rule';
import type { DefinedAcronym } from './definedAcronyms';
import { beforeName, commonEnd, nameOf, plain } from './fullName';
import { glossaryRows, singularOf } from './known';

/** A shorter name may be one of many things. */
const shortestName = 4;

/** So many earlier definitions whose names end alike are compared with a later one. */
const mostCompared = 8;

/** One name, two acronyms. */
export function checkAcronyms(entries: readonly DefinedAcronym[], find: (discovery: ReportDiscovery) => void): void {
  const byEnd = new Map<string, Use[]>();
  for (const { entry, definitions } of entries) {
    const { acronym } = entry;
    for (const definition of definitions) {
      const name = plain(nameOf(definition));
      if (name.length < shortestName) continue;
      const use = { acronym, definition, name };
      const end = name.slice(-shortestName);
      const others = byEnd.get(end) ?? [];
      byEnd.set(end, others);
      const other = others.find((earlier) => !sameAcronym(earlier.acronym, acronym) && haveOneName(earlier, use));
      if (!other) {
        if (others.length < mostCompared) others.push(use);
        continue;
      }
      // Entries come in the order of their first occurrence, which need not be that of their definitions.
      const isLater = standsBefore(other.definition, definition);
      find(twoAcronyms(isLater ? other : use, isLater ? use : other));
      break;
    }
  }
}

/** An acronym that a name is given with. */
interface Use {
  readonly acronym: string;
  readonly definition: LineDefinition;
  /** The name in plain letters, from where it may begin. */
  readonly name: string;
}

/** A name of fewer characters is that of many bodies: each economy has a 公平交易委員會. */
const surelyOneName = 6;

/** Whether two definitions give one name, as far as can be told from the words before what both end with. */
function haveOneName(a: Use, b: Use): boolean {
  const length = commonEnd(a.name, b.name);
  if (length < shortestName) return false;
  const opens = ({ name }: Use): boolean => {
    const rest = name.slice(0, -length);
    return rest === '' || beforeName.test(rest);
  };
  if (opens(a) && opens(b)) return true;
  return length >= surelyOneName && (opens(a) || opens(b)) && areMiswritten(a.acronym, b.acronym);
}

/** Letters of `a` that `b` has not. */
function lettersBeyond(a: string, b: string): number {
  let rest = b;
  for (const letter of a) rest = rest.replace(letter, '');
  return a.length - (b.length - rest.length);
}

/**
 * Whether one of two acronyms is the other with a letter too many, too few or misplaced. One that differs in its first
 * letter alone is that of another economy's body: JFTC, KFTC.
 */
function areMiswritten(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || a.slice(1) === b.slice(1) || a.slice(1) === b || b.slice(1) === a)
    return false;
  return Math.max(lettersBeyond(a, b), lettersBeyond(b, a)) <= 1;
}

function twoAcronyms(earlier: Use, later: Use): ReportDiscovery {
  const { unit, acronym } = later.definition;
  const place = { unit, start: acronym.start, end: acronym.end };
  const [one, other] = [nameOf(earlier.definition), nameOf(later.definition)];
  return {
    message: 'acronyms',
    params: {
      name: one.length <= other.length ? one : other,
      acronym: later.acronym,
      first: earlier.acronym,
    },
    ...place,
    related: relatedPlaces([earlier.definition], 'first'),
    fixes: () => [
      {
        title: 'rename',
        params: { name: earlier.acronym },
        safety: 'review',
        edits: [{ ...place, text: earlier.acronym }],
      },
    ],
  };
}

/** Whether two spellings are one acronym: in another case or number, of another session, or two that the glossary knows. */
function sameAcronym(a: string, b: string): boolean {
  const plainly = (acronym: string): string => singularOf(acronym.replace(/\d{1,3}$/, '')).toLowerCase();
  if (plainly(a) === plainly(b)) return true;
  const rows = glossaryRows(a);
  return rows.length > 0 && rows.some((row) => glossaryRows(b).includes(row));
}
