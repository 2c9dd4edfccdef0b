import type { Rule } from '../engine/rule';
import { rule as englishName } from './englishName';
import { rule as inconsistentName } from './inconsistentName';
import { rule as memberTerm } from './memberTerm';
import { rule as misspelledName } from './misspelledName';
import { rule as nonstandardName } from './nonstandardName';
import { rule as notAMember } from './notAMember';
import { rule as ownName } from './ownName';

/** The rules of the family economies, in the order of their ids. */
export const economiesRules: readonly Rule[] = [
  englishName,
  inconsistentName,
  memberTerm,
  misspelledName,
  nonstandardName,
  notAMember,
  ownName,
];
