import { countries } from './countries';
import { mainlandNames, names } from './schemas';
import { rowsOf } from './table';
import compiledMainlandNames from './tables/mainlandNames.tsv';
import compiledNames from './tables/names.tsv';
import type { NameRow } from './types';

type Name = Omit<NameRow, 'index'>;

/** The names of economies outside APEC; no economy is meant, because rules count APEC's members. */
function otherEconomies(): readonly Name[] {
  return [...countries.values()]
    .filter(({ inText }) => inText)
    .map(({ chinese, notAfter, notBefore, note, counterExamples, source, trust }) => ({
      text: chinese,
      kind: 'other-economy',
      economy: undefined,
      preferred: undefined,
      form: undefined,
      notAfter,
      notBefore,
      note,
      counterExamples,
      source,
      trust,
    }));
}

/** What those economies are called in mainland China. */
function namesOfTheMainland(): readonly Name[] {
  return rowsOf(mainlandNames, compiledMainlandNames)
    .filter(({ level }) => level !== 'off')
    .map(({ text, code, notAfter, notBefore, note, counterExamples, source, trust }) => ({
      text,
      kind: 'nonstandard',
      economy: undefined,
      preferred: countries.get(code)!.chinese,
      form: undefined,
      notAfter,
      notBefore,
      note,
      counterExamples,
      source,
      trust,
    }));
}

/**
 * Every string that stands for an economy in a report, or looks as if it did; `index` is a row's position here.
 *
 * Names of one character (美, 中, 日) are no rows, nor are the pairs made of them (美中, 韓星): they occur in too many
 * other words, and a pair names two economies where a row names one.
 */
export const nameRows: readonly NameRow[] = [
  ...rowsOf(names, compiledNames),
  ...otherEconomies(),
  ...namesOfTheMainland(),
].map((row, index) => ({ ...row, index }));
