/**
 * Finds every one of many patterns in one pass (Aho and Corasick, "Efficient string matching", 1975).
 *
 * The start state's transitions are a direct table, because most characters of a report start no pattern; all others
 * lie in one open hash table. Own code, because a rule needs exact UTF-16 offsets, word borders and longest match in
 * the same pass, and the automata on npm are slower than a regular expression; a test holds it to a naive search.
 */
export class Matcher {
  /** First state by code unit; 0 stays at the start. */
  readonly #root = new Uint16Array(0x10000);
  /** Transitions of the other states: key `state << 16 | code unit`, value next state. */
  readonly #keys: Int32Array;
  readonly #targets: Uint16Array;
  readonly #mask: number;
  /** Where to go on when a state has no transition. */
  readonly #fail: Uint16Array;
  /** Pattern that ends in a state, or -1. */
  readonly #pattern: Int32Array;
  /** The state itself where a pattern ends in it, else the nearest one along the failure links, or 0. */
  readonly #ending: Uint16Array;
  /** Nearest state along the failure links in which a shorter pattern ends, or 0. */
  readonly #shorter: Uint16Array;
  readonly #lengths: Uint16Array;

  /** @param patterns not empty, none twice, together fewer than 65,535 characters. */
  constructor(patterns: readonly string[]) {
    let states = 1;
    for (const pattern of patterns) states += pattern.length;
    if (states > 0xffff) throw new RangeError(`${states} characters of patterns are more than the matcher can hold`);
    let size = 1024;
    while (size < states * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#targets = new Uint16Array(size);
    this.#pattern = new Int32Array(states).fill(-1);
    this.#fail = new Uint16Array(states);
    this.#ending = new Uint16Array(states);
    this.#shorter = new Uint16Array(states);
    this.#lengths = new Uint16Array(patterns.length);

    // The trie, one depth after the other: then states are in breadth-first order, as the failure links need them.
    const parent = new Uint16Array(states);
    const label = new Uint16Array(states);
    /** How far each pattern has got. */
    const reached = new Uint16Array(patterns.length);
    let count = 1;
    for (let depth = 0, unfinished = patterns.length; unfinished > 0; depth++) {
      for (let index = 0; index < patterns.length; index++) {
        const pattern = patterns[index]!;
        if (depth >= pattern.length) {
          if (pattern === '') throw new RangeError('a pattern must not be empty');
          continue;
        }
        const state = reached[index]!;
        const code = pattern.charCodeAt(depth);
        let next = this.#step(state, code);
        if (next === 0) {
          next = count++;
          parent[next] = state;
          label[next] = code;
          if (state === 0) this.#root[code] = next;
          else this.#put(state, code, next);
        }
        reached[index] = next;
        if (depth + 1 < pattern.length) continue;
        unfinished--;
        if (this.#pattern[next] !== -1) throw new RangeError(`the pattern ${pattern} is there twice`);
        this.#pattern[next] = index;
        this.#lengths[index] = pattern.length;
      }
    }

    for (let state = 1; state < count; state++) {
      const before = parent[state]!;
      if (before === 0) {
        if (this.#pattern[state] !== -1) this.#ending[state] = state;
        continue;
      }
      const code = label[state]!;
      let from = this.#fail[before]!;
      let next = this.#step(from, code);
      while (next === 0 && from !== 0) {
        from = this.#fail[from]!;
        next = this.#step(from, code);
      }
      this.#fail[state] = next;
      this.#shorter[state] = this.#ending[next]!;
      this.#ending[state] = this.#pattern[state] === -1 ? this.#ending[next]! : state;
    }
  }

  #put(state: number, code: number, next: number): void {
    const key = (state << 16) | code;
    let slot = Math.imul(key, 0x9e3779b1) >>> 8;
    while (this.#keys[(slot &= this.#mask)] !== 0) slot++;
    this.#keys[slot] = key;
    this.#targets[slot] = next;
  }

  #step(state: number, code: number): number {
    if (state === 0) return this.#root[code]!;
    const key = (state << 16) | code;
    let slot = Math.imul(key, 0x9e3779b1) >>> 8;
    for (;;) {
      slot &= this.#mask;
      const found = this.#keys[slot]!;
      if (found === key) return this.#targets[slot]!;
      if (found === 0) return 0;
      slot++;
    }
  }

  /**
   * Finds each pattern that occurs in `[start, end)` of `text`, ordered by end, longest first. Matches may overlap.
   * @param hits where to write what is found, three numbers a match: the pattern's index, start and end. What it held
   * is written over, so that one array serves any number of calls.
   * @returns how many numbers were written
   */
  scan(text: string, start: number, end: number, hits: number[]): number {
    const root = this.#root;
    const ending = this.#ending;
    let state = 0;
    let written = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (state !== 0) {
        let next = this.#step(state, code);
        while (next === 0) {
          state = this.#fail[state]!;
          if (state === 0) break;
          next = this.#step(state, code);
        }
        state = next;
      }
      if (state === 0) {
        state = root[code]!;
        if (state === 0) continue;
      }
      for (let found = ending[state]!; found !== 0; found = this.#shorter[found]!) {
        const pattern = this.#pattern[found]!;
        hits[written] = pattern;
        hits[written + 1] = i + 1 - this.#lengths[pattern]!;
        hits[written + 2] = i + 1;
        written += 3;
      }
    }
    return written;
  }
}
