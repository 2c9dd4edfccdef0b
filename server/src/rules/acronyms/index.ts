import type { Rule } from '../engine/rule';
import { rule as conflicting } from './conflicting';
import { rule as definedLate } from './definedLate';
import { rule as glossaryMismatch } from './glossaryMismatch';
import { rule as letterCase } from './letterCase';
import { rule as misspelled } from './misspelled';
import { rule as redefined } from './redefined';
import { rule as undefinedAcronym } from './undefined';
import { rule as unused } from './unused';

/** The rules of the family acronyms, in the order of their ids. */
export const acronymsRules: readonly Rule[] = [
  conflicting,
  definedLate,
  glossaryMismatch,
  letterCase,
  misspelled,
  redefined,
  undefinedAcronym,
  unused,
];
