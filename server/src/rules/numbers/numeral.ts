import { parseHanNumber } from '../../text/numerals';

/** Value of a count as reports write it: 12, 十二. */
export function valueOf(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral.replaceAll(',', '')) : (parseHanNumber(numeral) ?? 0);
}
