/**
 * What is left out of the diagnostics while somebody types: what is found in a half-typed word waits until the word is
 * finished. Pure: the time is told.
 */
import type { Finding, Findings } from '../../service';

/** Milliseconds without an edit after which every finding is shown. */
export const typingPause = 800;

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

/** What was shown last, with the text it was found in. */
interface LastResult {
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

export class TypingFilter {
  #typing: Typing | undefined;
  #last: LastResult | undefined;
  /** The edits since then. */
  #edits: Edit[] = [];
  #hasWithheld = false;

  /** Whether the last call of `filter` left any finding out. */
  get hasWithheld(): boolean {
    return this.#hasWithheld;
  }

  /** The text was changed otherwise than by edits: nothing of it is being typed. */
  reset(): void {
    this.#typing = undefined;
    this.#last = undefined;
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

  /** The findings in `text` that are to be shown at `now`. */
  filter(text: string, findings: Findings, now: number): Findings {
    const shown = this.#shown(findings, text, now);
    this.#hasWithheld = shown !== findings;
    this.#last = { text, findings: shown };
    this.#edits = [];
    return shown;
  }

  #shown(findings: Findings, text: string, now: number): Findings {
    const typing = this.#typing;
    const before = this.#last;
    if (!typing || !before || now - typing.at >= typingPause) return findings;
    const withheld = findings.near(typing).filter((finding) => !this.#wasShown(finding, text, before));
    return withheld.length > 0 ? findings.without(new Set(withheld)) : findings;
  }

  /** Whether `finding` is one of those shown before: of the same rule, with the same words or at the same place. */
  #wasShown(finding: Finding, text: string, before: LastResult): boolean {
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
