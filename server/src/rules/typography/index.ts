import type { Rule } from '../engine/rule';
import { rule as bracketPair } from './bracketPair';
import { rule as bracketWidth } from './bracketWidth';
import { rule as ellipsis } from './ellipsis';
import { rule as fullWidthAlphanumeric } from './fullWidthAlphanumeric';
import { rule as hanSpacing } from './hanSpacing';
import { rule as invisibleCharacter } from './invisibleCharacter';
import { rule as latinSpacing } from './latinSpacing';
import { rule as listEnding } from './listEnding';
import { rule as lookAlikeCharacter } from './lookAlikeCharacter';
import { rule as lostCharacter } from './lostCharacter';
import { rule as punctuationWidth } from './punctuationWidth';
import { rule as quotationMarks } from './quotationMarks';
import { rule as repeatedPunctuation } from './repeatedPunctuation';

/** The rules of the family typography, in the order of their ids. */
export const typographyRules: readonly Rule[] = [
  bracketPair,
  bracketWidth,
  ellipsis,
  fullWidthAlphanumeric,
  hanSpacing,
  invisibleCharacter,
  latinSpacing,
  listEnding,
  lookAlikeCharacter,
  lostCharacter,
  punctuationWidth,
  quotationMarks,
  repeatedPunctuation,
];
