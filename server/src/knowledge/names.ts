import { names } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/names.tsv';
import type { NameRow } from './types';

/**
 * Every string that stands for an economy in a report, or looks as if it did; `index` is a row's position here.
 *
 * Names of one character (美, 中, 日) are no rows, nor are the pairs made of them (美中, 韓星): they occur in too many
 * other words, and a pair names two economies where a row names one.
 */
export const nameRows: readonly NameRow[] = rowsOf(names, compiled).map((row, index) => ({ ...row, index }));
