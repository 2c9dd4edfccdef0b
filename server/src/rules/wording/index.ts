import type { Rule } from '../rule';
import { rule as contextTerm } from './contextTerm';
import { rule as mainlandTerm } from './mainlandTerm';
import { rule as typo } from './typo';
import { rule as unifiedTerm } from './unifiedTerm';

/** The rules of the family wording, in the order of their ids. */
export const wordingRules: readonly Rule[] = [contextTerm, mainlandTerm, typo, unifiedTerm];
