/** How the lexicon writes the cost of a word in one character. */

/** Costs are kept in steps of 1/2. */
const stepsPerUnit = 2;
const mostSteps = 39;
/** The first characters of the two ranges: words that are only known, and words that may be proposed. */
const known = 33;
const proposed = known + mostSteps + 1;

export const lexiconFormat = {
  /**
   * @param cost what a word costs in a cut, in nats: minus the logarithm of how often it is met
   * @param mayBeProposed whether it may stand in a correction
   */
  encode(cost: number, mayBeProposed: boolean): string {
    const steps = Math.min(mostSteps, Math.max(0, Math.round(cost * stepsPerUnit)));
    return String.fromCharCode((mayBeProposed ? proposed : known) + steps);
  },
  /** Whether the UTF-16 code unit is a cost, and so ends a word. */
  isCost: (code: number): boolean => code < 128,
  /** The cost in nats. */
  costOf: (code: number): number => (code - (code >= proposed ? proposed : known)) / stepsPerUnit,
  mayBeProposed: (code: number): boolean => code >= proposed,
};
