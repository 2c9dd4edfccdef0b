import type { Rule } from '../engine/rule';
import { rule as destinationMismatch } from './destinationMismatch';
import { rule as emptyField } from './emptyField';
import { rule as fieldOrder } from './fieldOrder';
import { rule as missingField } from './missingField';
import { rule as personCount } from './personCount';
import { rule as unknownCategory } from './unknownCategory';

/** The rules of the family cover, in the order of their ids. */
export const coverRules: readonly Rule[] = [
  destinationMismatch,
  emptyField,
  fieldOrder,
  missingField,
  personCount,
  unknownCategory,
];
