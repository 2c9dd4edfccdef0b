import type { TextEdit } from '../../text/edit';

/** A change that an author may want where no rule finds anything. */
export interface Refactoring {
  /** Shown in the menu. */
  readonly title: string;
  /** What LSP calls such an action. */
  readonly kind: 'refactor.rewrite' | 'refactor.move';
  /** In the order of the text, never overlapping. */
  readonly edits: readonly TextEdit[];
}
