import type { Rule } from '../rule';

/** The rules of the family economies, in the order of their ids. */
export const economiesRules: readonly Rule[] = [];
