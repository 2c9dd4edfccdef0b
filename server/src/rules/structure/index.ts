import type { Rule } from '../rule';

/** The rules of the family structure, in the order of their ids. */
export const structureRules: readonly Rule[] = [];
