import type { Rule } from '../rule';

/** The rules of the family wording, in the order of their ids. */
export const wordingRules: readonly Rule[] = [];
