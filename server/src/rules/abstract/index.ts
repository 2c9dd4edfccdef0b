import type { Rule } from '../rule';

/** The rules of the family abstract, in the order of their ids. */
export const abstractRules: readonly Rule[] = [];
