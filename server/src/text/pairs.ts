/** Pairs of characters that a text is searched for at every place. */

/** A power of two; larger ones cost more to make anew than the looks that they save. */
const size = 0x1000;

/** Says at once that most pairs are none of those added; of others it may be wrong. */
export class PairFilter {
  readonly #bits = new Uint8Array(size);

  add(one: number, other: number): void {
    this.#bits[bitOf(one, other)] = 1;
  }

  mayHave(one: number, other: number): boolean {
    return this.#bits[bitOf(one, other)] === 1;
  }
}

function bitOf(one: number, other: number): number {
  const product = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
  return (product ^ (product >>> 15)) & (size - 1);
}
