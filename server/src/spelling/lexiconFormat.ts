/** How the lexicon writes what a word costs, and the characters that words are made of, in few printable characters. */

/** Costs are kept in steps of 1/2. */
const stepsPerUnit = 2;
const mostSteps = 39;
/** The first characters of the two ranges: words that are only known, and words that may be proposed. */
const known = 33;
const proposed = known + mostSteps + 1;

/** Two digits number a character. */
const firstDigit = 33;
const digits = 94;

export const lexiconFormat = {
  /** How many characters may be numbered. */
  mostCharacters: digits * digits,
  /** @param number of a character, or how much greater than another's it is: 0 to `mostCharacters` - 1 */
  encodeNumber: (number: number): string =>
    String.fromCharCode(firstDigit + Math.floor(number / digits), firstDigit + (number % digits)),
  /** The number that two UTF-16 code units stand for. */
  numberOf: (high: number, low: number): number => (high - firstDigit) * digits + low - firstDigit,

  /**
   * @param cost what a word costs in a cut, in nats: minus the logarithm of how often it is met
   * @param mayBeProposed whether it may stand in a correction
   */
  encode(cost: number, mayBeProposed: boolean): string {
    const steps = Math.min(mostSteps, Math.max(0, Math.round(cost * stepsPerUnit)));
    return String.fromCharCode((mayBeProposed ? proposed : known) + steps);
  },
  /** The cost in nats. */
  costOf: (code: number): number => (code - (code >= proposed ? proposed : known)) / stepsPerUnit,
  mayBeProposed: (code: number): boolean => code >= proposed,
};
