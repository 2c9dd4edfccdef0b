import type { Rule } from '../rule';
import { rule as length } from './length';

/** The rules of the family abstract, in the order of their ids. */
export const abstractRules: readonly Rule[] = [length];
