import type { Rule } from '../rule';

/** The rules of the family numbers, in the order of their ids. */
export const numbersRules: readonly Rule[] = [];
