import type { Rule } from '../engine/rule';
import { rule as contextTerm } from './contextTerm';
import { rule as formerName } from './formerName';
import { rule as inconsistentVariant } from './inconsistentVariant';
import { rule as mainlandTerm } from './mainlandTerm';
import { rule as nearDuplicateName } from './nearDuplicateName';
import { rule as repeatedWord } from './repeatedWord';
import { rule as simplifiedCharacter } from './simplifiedCharacter';
import { rule as termVariant } from './termVariant';
import { rule as typo } from './typo';
import { rule as unifiedTerm } from './unifiedTerm';

/** The rules of the family wording, in the order of their ids. */
export const wordingRules: readonly Rule[] = [
  contextTerm,
  formerName,
  inconsistentVariant,
  mainlandTerm,
  nearDuplicateName,
  repeatedWord,
  simplifiedCharacter,
  termVariant,
  typo,
  unifiedTerm,
];
