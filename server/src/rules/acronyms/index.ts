import type { Rule } from '../rule';

/** The rules of the family acronyms, in the order of their ids. */
export const acronymsRules: readonly Rule[] = [];
