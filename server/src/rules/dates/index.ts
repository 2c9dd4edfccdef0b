import type { Rule } from '../engine/rule';
import { rule as calendarMismatch } from './calendarMismatch';
import { rule as dayNumber } from './dayNumber';
import { rule as incomplete } from './incomplete';
import { rule as invalid } from './invalid';
import { rule as itineraryGap } from './itineraryGap';
import { rule as itineraryOrder } from './itineraryOrder';
import { rule as itineraryOutsidePeriod } from './itineraryOutsidePeriod';
import { rule as meetingOutsidePeriod } from './meetingOutsidePeriod';
import { rule as mixedCalendar } from './mixedCalendar';
import { rule as periodOrder } from './periodOrder';
import { rule as reportEarly } from './reportEarly';
import { rule as reportLate } from './reportLate';
import { rule as stayLength } from './stayLength';
import { rule as weekday } from './weekday';
import { rule as wrongYear } from './wrongYear';

/** The rules of the family dates, in the order of their ids. */
export const datesRules: readonly Rule[] = [
  calendarMismatch,
  dayNumber,
  incomplete,
  invalid,
  itineraryGap,
  itineraryOrder,
  itineraryOutsidePeriod,
  meetingOutsidePeriod,
  mixedCalendar,
  periodOrder,
  reportEarly,
  reportLate,
  stayLength,
  weekday,
  wrongYear,
];
