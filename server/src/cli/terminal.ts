/** What is written to the terminal or a pipe. */
import type { Failure } from './failure';
import type { Locale } from '../service';

/** Where a command writes: what it was asked for to `out`, what went wrong to `error`. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  readonly colour: boolean;
}

/** C0 and C1 controls and marks that turn the reading direction: in a report they must not steer the terminal. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const steering = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** `text` on one line, with nothing in it that a terminal would obey. Every code unit stays one code unit. */
export function harmless(text: string): string {
  return text.replace(steering, (character) => (character === '\t' ? ' ' : '\ufffd'));
}

/** Says what went wrong in one line. */
export function complain(terminal: Terminal, failure: Failure, locale: Locale): void {
  terminal.error(`mission-report: ${harmless(failure.in(locale))}\n`);
}

/** The real one. Colour only where a person looks on, and NO_COLOR says nothing. */
export function processTerminal(): Terminal {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const asked = NO_COLOR === undefined || NO_COLOR === '';
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  return {
    out: (text) => {
      process.stdout.write(text);
    },
    error: (text) => {
      process.stderr.write(text);
    },
    colour: asked && (forced || process.stdout.isTTY),
  };
}
