/** How the lexicon writes numbers, and what a word costs, in few printable characters. */

/** Costs are kept in steps of 1/2. */
const stepsPerUnit = 2;
const mostSteps = 39;
/** The first characters of the two ranges: words that are only known, and words that may be proposed. */
const known = 33;
const proposed = known + mostSteps + 1;

/** The base in which numbers are written: the printable characters, half of them for a digit that another one follows. */
const base = 47;
const lastDigit = 33;
const earlierDigit = lastDigit + base;

export const lexiconFormat = {
  /** @param number from 0 on; the more people need it, the smaller it should be */
  encodeNumber: (number: number): string => {
    let written = String.fromCharCode(lastDigit + (number % base));
    for (let rest = Math.floor(number / base); rest > 0; rest = Math.floor(rest / base))
      written = String.fromCharCode(earlierDigit + (rest % base)) + written;
    return written;
  },
  /** Reads the numbers that `encodeNumber` wrote one behind the other: each call hands out the next one. */
  numbersOf: (written: string): (() => number) => {
    let at = 0;
    return () => {
      let number = 0;
      let code = written.charCodeAt(at);
      at += 1;
      for (; code >= earlierDigit; at += 1) {
        number = (number + code - earlierDigit) * base;
        code = written.charCodeAt(at);
      }
      return number + code - lastDigit;
    };
  },

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
