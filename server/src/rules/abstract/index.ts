import type { Rule } from '../engine/rule';
import { rule as length } from './length';

/** The rules of the family abstract, in the order of their ids. */
export const abstractRules: readonly Rule[] = [length];
