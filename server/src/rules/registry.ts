/** Every rule, in the order of its id. A test holds the list to the files of the folders beside this one. */
import { abstractRules } from './abstract';
import { acronymsRules } from './acronyms';
import { attendanceRules } from './attendance';
import { coverRules } from './cover';
import { datesRules } from './dates';
import { economiesRules } from './economies';
import { numbersRules } from './numbers';
import { structureRules } from './structure';
import { typographyRules } from './typography';
import { wordingRules } from './wording';
import type { Rule } from './engine/rule';

export const rules: readonly Rule[] = [
  ...abstractRules,
  ...acronymsRules,
  ...attendanceRules,
  ...coverRules,
  ...datesRules,
  ...economiesRules,
  ...numbersRules,
  ...structureRules,
  ...typographyRules,
  ...wordingRules,
];
