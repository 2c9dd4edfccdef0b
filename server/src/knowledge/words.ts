/** The words of the wording rules. */
import { acronymRows } from './acronyms';
import { formerAgencies, presentNameOf } from './agencies';
import { typos, words } from './schemas';
import { rowsOf } from './table';
import compiledTypos from './tables/typos.tsv';
import compiled from './tables/words.tsv';
import type { AcronymRow, WordRow } from './types';

/** Shorter names of one length may be names of two things. */
const shortestName = 5;

/** Whether a name of something technical is another form of `chinese` (隱私強化科技) and no short one (捷運 of 大眾捷運系統). */
function isForm(chinese: string, variant: string): boolean {
  return chinese.length >= shortestName && variant.length === chinese.length;
}

/** The names that the glossary gives to one concept, where it gives several: 微中小型企業, 微中小企業. */
function glossaryTerms(): readonly WordRow[] {
  const terms: WordRow[] = [];
  const add = (text: string, preferred: string, { source, trust }: AcronymRow): void => {
    terms.push({ text, kind: 'term', preferred, other: undefined, usual: false, notAfter: '', notBefore: '', counterExamples: [], source, trust }); // prettier-ignore
  };
  for (const row of acronymRows) {
    const { chinese, variants: all, category } = row;
    if (category !== 'trade term' && category !== 'tech' && category !== 'term') continue;
    const others = category === 'trade term' ? all : all.filter((variant) => isForm(chinese, variant));
    for (const text of others) add(text, chinese, row);
    if (others.length > 0) add(chinese, chinese, row);
  }
  return terms;
}

/** Slips of the pen that are slips wherever they stand. */
function typoRows(): readonly WordRow[] {
  const slip = { kind: 'typo', other: undefined, usual: false } as const;
  return rowsOf(typos, compiledTypos).map(({ right, ...row }): WordRow => {
    return { ...row, ...slip, counterExamples: right.filter((sentence) => sentence.includes(row.text)) };
  });
}

/** Behind the short name of an agency these make another word of it: 科技部門. */
const notBehindShortName = '門分隊';

/** What agencies were called that have another name today. */
function formerNames(): readonly WordRow[] {
  return [...formerAgencies()].map(([text, agency]): WordRow => {
    const { source, trust } = agency;
    const notBefore = text === agency.name && text.length > 3 ? '' : notBehindShortName;
    return { text, kind: 'former', preferred: presentNameOf(agency.name), other: undefined, usual: false, notAfter: '', notBefore, counterExamples: [], source, trust }; // prettier-ignore
  });
}

/** Every row, each text once: the rows of the tables, and the names that the glossary and the agencies give besides. */
export function wordRows(): readonly WordRow[] {
  const rows = new Map<string, WordRow>();
  for (const row of [...rowsOf(words, compiled), ...typoRows(), ...glossaryTerms(), ...formerNames()])
    if (!rows.has(row.text)) rows.set(row.text, row);
  return [...rows.values()];
}
