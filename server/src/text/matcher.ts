/** Of a state nobody has asked about yet; more than there are states. */
const unknown = 0xffff;

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
  /** The state before each, and the code unit that leads from there. */
  readonly #parent: Uint16Array;
  readonly #label: Uint16Array;
  /** Where to go on when a state has no transition, as soon as somebody asked for it. */
  readonly #fail: Uint16Array;
  /** Pattern that ends in a state, or -1. */
  readonly #pattern: Int32Array;
  /** The state itself where a pattern ends in it, else the nearest one along the failure links, or 0; as with `#fail`. */
  readonly #ending: Uint16Array;
  /** Nearest state along the failure links in which a shorter pattern ends, or 0; holds where `#ending` does. */
  readonly #shorter: Uint16Array;
  readonly #lengths: Uint16Array;

  /**
   * Failure links are made when they are first needed: a report meets some hundred states of thousands.
   * @param patterns not empty, none twice, together fewer than 65,535 characters with `characters`.
   * @param characters of one code unit each, found as well, all under one index, that behind the last pattern's; none
   * is a pattern by itself
   */
  constructor(patterns: readonly string[], characters = '') {
    let states = 1 + characters.length;
    for (const pattern of patterns) states += pattern.length;
    if (states > 0xffff) throw new RangeError(`${states} characters of patterns are more than the matcher can hold`);
    let size = 1024;
    while (size < (states - characters.length) * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#targets = new Uint16Array(size);
    this.#parent = new Uint16Array(states);
    this.#label = new Uint16Array(states);
    this.#pattern = new Int32Array(states).fill(-1);
    this.#fail = new Uint16Array(states).fill(unknown);
    this.#ending = new Uint16Array(states).fill(unknown);
    this.#shorter = new Uint16Array(states);
    this.#lengths = new Uint16Array(patterns.length + 1);

    let count = 1;
    for (let index = 0; index < patterns.length; index++) {
      const pattern = patterns[index]!;
      if (pattern === '') throw new RangeError('a pattern must not be empty');
      let state = 0;
      for (let depth = 0; depth < pattern.length; depth++) {
        const code = pattern.charCodeAt(depth);
        let next = this.#step(state, code);
        if (next === 0) {
          next = count++;
          this.#parent[next] = state;
          this.#label[next] = code;
          if (state === 0) this.#root[code] = next;
          else this.#put(state, code, next);
        }
        state = next;
      }
      if (this.#pattern[state] !== -1) throw new RangeError(`the pattern ${pattern} is there twice`);
      this.#pattern[state] = index;
      this.#lengths[index] = pattern.length;
    }
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      const state = (this.#root[code] ||= count++);
      if (this.#pattern[state] !== -1) throw new RangeError(`the character ${characters[i]!} is there twice`);
      this.#pattern[state] = patterns.length;
    }
    this.#lengths[patterns.length] = 1;
  }

  /** Where to go on when `state` has no transition. */
  #failOf(state: number): number {
    const known = this.#fail[state]!;
    if (known !== unknown) return known;
    const before = this.#parent[state]!;
    let next = 0;
    if (before !== 0) {
      const code = this.#label[state]!;
      let from = this.#failOf(before);
      next = this.#step(from, code);
      while (next === 0 && from !== 0) {
        from = this.#failOf(from);
        next = this.#step(from, code);
      }
    }
    return (this.#fail[state] = next);
  }

  /** The nearest state along the failure links, `state` among them, in which a pattern ends, or 0. */
  #endingOf(state: number): number {
    if (state === 0) return 0;
    const known = this.#ending[state]!;
    if (known !== unknown) return known;
    const shorter = (this.#shorter[state] = this.#endingOf(this.#failOf(state)));
    return (this.#ending[state] = this.#pattern[state] === -1 ? shorter : state);
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
          state = this.#failOf(state);
          if (state === 0) break;
          next = this.#step(state, code);
        }
        state = next;
      }
      if (state === 0) {
        state = root[code]!;
        if (state === 0) continue;
      }
      let found = ending[state]!;
      if (found === unknown) found = this.#endingOf(state);
      for (; found !== 0; found = this.#shorter[found]!) {
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
