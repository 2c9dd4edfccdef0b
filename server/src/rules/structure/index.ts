import type { Rule } from '../rule';
import { rule as emptySection } from './emptySection';
import { rule as placeholder } from './placeholder';
import { rule as thinSection } from './thinSection';

/** The rules of the family structure, in the order of their ids. */
export const structureRules: readonly Rule[] = [emptySection, placeholder, thinSection];
