import type { Rule } from '../rule';

/** The rules of the family cover, in the order of their ids. */
export const coverRules: readonly Rule[] = [];
