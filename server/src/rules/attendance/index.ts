import type { Rule } from '../engine/rule';
import { rule as absentSpeaks } from './absentSpeaks';
import { rule as countMismatch } from './countMismatch';
import { rule as incomplete } from './incomplete';
import { rule as listedTwice } from './listedTwice';
import { rule as notOnItinerary } from './notOnItinerary';
import { rule as notReported } from './notReported';

/** The rules of the family attendance, in the order of their ids. */
export const attendanceRules: readonly Rule[] = [
  absentSpeaks,
  countMismatch,
  incomplete,
  listedTwice,
  notOnItinerary,
  notReported,
];
