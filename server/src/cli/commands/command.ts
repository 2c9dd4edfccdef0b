import type { Locale, Message, ReportService } from '../../service';
import type { Arguments, OptionShape } from '../arguments';
import type { ExitCode } from '../failure';
import type { Terminal } from '../terminal';

/** What a command works with. */
export interface CommandContext {
  readonly service: ReportService;
  readonly terminal: Terminal;
  readonly locale: Locale;
  readonly arguments: Arguments;
  /** Rules that threw since the start, by id with the error. The service reports them here. */
  readonly ruleFailures: (readonly [string, unknown])[];
}

export interface Command {
  /** Options beside those of every command. */
  readonly options: (service: ReportService) => Readonly<Record<string, OptionShape>>;
  /** How to use it, without the program's name. */
  readonly help: Message;
  /** @returns the exit code; undefined where the command goes on and ends the process itself. */
  readonly run: (context: CommandContext) => Promise<ExitCode | undefined>;
}
