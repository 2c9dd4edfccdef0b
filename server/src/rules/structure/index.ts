import type { Rule } from '../rule';
import { rule as brokenParagraph } from './brokenParagraph';
import { rule as emptySection } from './emptySection';
import { rule as headingNumbering } from './headingNumbering';
import { rule as headingPunctuation } from './headingPunctuation';
import { rule as noRecommendation } from './noRecommendation';
import { rule as numeralVariant } from './numeralVariant';
import { rule as placeholder } from './placeholder';
import { rule as thinSection } from './thinSection';

/** The rules of the family structure, in the order of their ids. */
export const structureRules: readonly Rule[] = [
  brokenParagraph,
  emptySection,
  headingNumbering,
  headingPunctuation,
  noRecommendation,
  numeralVariant,
  placeholder,
  thinSection,
];
