import type { Rule } from '../engine/rule';
import { rule as announcedCount } from './announcedCount';
import { rule as contradiction } from './contradiction';
import { rule as countedList } from './countedList';
import { rule as currencyWithoutNtd } from './currencyWithoutNtd';
import { rule as difference } from './difference';
import { rule as mixedPercent } from './mixedPercent';
import { rule as numeralStyle } from './numeralStyle';
import { rule as partsTotal } from './partsTotal';
import { rule as product } from './product';
import { rule as remainder } from './remainder';
import { rule as sessionNumber } from './sessionNumber';
import { rule as share } from './share';
import { rule as tableTotal } from './tableTotal';
import { rule as time } from './time';

/** The rules of the family numbers, in the order of their ids. */
export const numbersRules: readonly Rule[] = [
  announcedCount,
  contradiction,
  countedList,
  currencyWithoutNtd,
  difference,
  mixedPercent,
  numeralStyle,
  partsTotal,
  product,
  remainder,
  sessionNumber,
  share,
  tableTotal,
  time,
];
