/** What a score says to an author; the figures that each stands for are in `test/spelling/quality.ts`. */

/** From this score on a proposal is worth a hint. */
export const leastScore = 0.1;
/** From this score on it is sure. */
export const leastSureScore = 1.5;

/** The score of what the words around it say. */
export const certain = Infinity;
