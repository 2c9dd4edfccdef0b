/** What was read of paragraphs, kept for as long as their lines are the same. */
import type { LineTable } from '../model/lines';
import type { ParagraphLines } from './paragraphs';

interface Memory<Value> {
  readonly lines: readonly object[];
  readonly at: number;
  readonly value: Value;
}

/** Keeps what a paragraph gave by the facts of its first line: those are the same objects while it does not change. */
export class ParagraphMemory<Value> {
  readonly #known = new WeakMap<object, Memory<Value>>();
  readonly #moved: (value: Value, delta: number) => Value;

  /** @param moved a value with its offsets so many UTF-16 code units further on */
  constructor(moved: (value: Value, delta: number) => Value) {
    this.#moved = moved;
  }

  /** What `paragraph` gives: from memory, or by `read`. */
  of({ facts: all }: LineTable, { line, toLine, start }: ParagraphLines, read: () => Value): Value {
    const facts = all[line]!;
    const known = this.#known.get(facts);
    if (known?.lines.length === toLine - line && known.lines.every((each, index) => each === all[line + index]))
      return known.at === start ? known.value : this.#moved(known.value, start - known.at);
    const value = read();
    this.#known.set(facts, { lines: all.slice(line, toLine), at: start, value });
    return value;
  }
}
