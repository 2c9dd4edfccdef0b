/** Every rule, in the order of its id. A test holds the list to the files of the folders beside this one. */
import type { Rule } from './rule';

export const rules: readonly Rule[] = [];
