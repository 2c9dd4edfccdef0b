/**
 * Calm while typing: what is found in a half-typed word is not said before the word is finished. Pure: the time is told.
 */
import type { Finding, Findings } from '../../service';

/** Milliseconds without an edit after which everything is said. */
export const pause = 800;

/** Longer insertions and deletions are pastes and fixes, not keys. */
const longestKey = 4;
/** What an input method composes at once is no longer than this. */
const longestComposition = 40;
/** More edits between two looks than anybody types. */
const mostEdits = 256;

/** An edit in UTF-16 code units of the text before it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where somebody is typing, in the text as it is now. */
interface Typing {
  readonly start: number;
  readonly end: number;
  /** When the last key came. */
  readonly at: number;
}

/** What was said last. */
interface Said {
  readonly text: string;
  readonly findings: Findings;
}

/** Ends a word: blanks, line ends and punctuation, but no opening bracket, which begins one. */
const separator = /[\s\p{Pc}\p{Pd}\p{Pe}\p{Pf}\p{Po}]$/u;

/** Where `offset` stood before `edits`. */
function beforeEdits(offset: number, edits: readonly Edit[]): number {
  let at = offset;
  for (let i = edits.length - 1; i >= 0; i--) {
    const { start, end, text } = edits[i]!;
    if (at >= start + text.length) at += end - start - text.length;
    else if (at > start) at = start;
  }
  return at;
}

export class Calm {
  #typing: Typing | undefined;
  #said: Said | undefined;
  /** Since `#said`. */
  #edits: Edit[] = [];
  #holdsBack = false;

  /** Whether the last look held anything back. */
  get holdsBack(): boolean {
    return this.#holdsBack;
  }

  /** The text was changed otherwise than by edits: nothing of it is being typed. */
  reset(): void {
    this.#typing = undefined;
    this.#said = undefined;
    this.#edits = [];
  }

  /** One edit of the text at `now`, in milliseconds of any clock. */
  edit(edit: Edit, now: number): void {
    if (this.#edits.length >= mostEdits) this.reset();
    this.#edits.push(edit);
    const { start, end, text } = edit;
    const before = this.#typing;
    const removed = end - start;
    const isKey = removed === 0 || text === '' ? Math.max(removed, text.length) <= longestKey : false;
    // An input method replaces what it has put in until the words are chosen.
    const composes =
      before !== undefined && before.start <= start && end <= before.end && text.length <= longestComposition;
    if ((!isKey && !composes) || separator.test(text)) {
      this.#typing = undefined;
      return;
    }
    const isBeside = before !== undefined && start <= before.end && before.start <= end;
    this.#typing = {
      start: isBeside ? Math.min(before.start, start) : start,
      end: Math.max(start + text.length, isBeside ? before.end + text.length - removed : 0),
      at: now,
    };
  }

  /** What of `findings` in `text` is to be said at `now`. */
  say(text: string, findings: Findings, now: number): Findings {
    const said = this.#toSay(findings, text, now);
    this.#holdsBack = said !== findings;
    this.#said = { text, findings: said };
    this.#edits = [];
    return said;
  }

  #toSay(findings: Findings, text: string, now: number): Findings {
    const typing = this.#typing;
    const before = this.#said;
    if (!typing || !before || now - typing.at >= pause) return findings;
    const held = findings.near(typing).filter((finding) => !this.#wasSaid(finding, text, before));
    return held.length > 0 ? findings.without(new Set(held)) : findings;
  }

  /** Whether `finding` is one of those said before: of the same rule, with the same words or at the same place. */
  #wasSaid(finding: Finding, text: string, before: Said): boolean {
    const { rule, subject, start, end } = finding;
    const words = text.slice(start, end);
    const oldStart = beforeEdits(start, this.#edits);
    const oldEnd = beforeEdits(end, this.#edits);
    return before.findings
      .ofRule(rule.id)
      .some(
        (old) =>
          old.subject === subject &&
          (old.start === oldStart || old.end === oldEnd || before.text.slice(old.start, old.end) === words),
      );
  }
}
