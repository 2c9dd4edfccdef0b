import type { Locale, Message } from '../service';
import { render } from '../service';

/** Exit codes; scripts rely on them. */
export const exitCode = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage, unreadable input or a crash. */
  trouble: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Something the user must be told, in one line, and that ends the command with exit code 2. */
export class Failure extends Error {
  readonly text: Message;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(text: Message, params: Readonly<Record<string, string | number>> = {}) {
    super(render(text, params, 'en'));
    this.name = 'Failure';
    this.text = text;
    this.params = params;
  }

  in(locale: Locale): string {
    return render(this.text, this.params, locale);
  }
}
