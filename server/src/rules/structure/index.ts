import type { Rule } from '../engine/rule';
import { rule as brokenParagraph } from './brokenParagraph';
import { rule as duplicateSection } from './duplicateSection';
import { rule as emptySection } from './emptySection';
import { rule as headingName } from './headingName';
import { rule as headingNumbering } from './headingNumbering';
import { rule as headingPunctuation } from './headingPunctuation';
import { rule as headingRepeatsParent } from './headingRepeatsParent';
import { rule as meetingParts } from './meetingParts';
import { rule as missingSection } from './missingSection';
import { rule as noRecommendation } from './noRecommendation';
import { rule as numeralVariant } from './numeralVariant';
import { rule as placeholder } from './placeholder';
import { rule as repeatedParagraph } from './repeatedParagraph';
import { rule as sectionOrder } from './sectionOrder';
import { rule as thinSection } from './thinSection';
import { rule as tocMismatch } from './tocMismatch';

/** The rules of the family structure, in the order of their ids. */
export const structureRules: readonly Rule[] = [
  brokenParagraph,
  duplicateSection,
  emptySection,
  headingName,
  headingNumbering,
  headingPunctuation,
  headingRepeatsParent,
  meetingParts,
  missingSection,
  noRecommendation,
  numeralVariant,
  placeholder,
  repeatedParagraph,
  sectionOrder,
  thinSection,
  tocMismatch,
];
