/** What the client is shown of what is wrong with configuration files. */
import { DiagnosticSeverity, DiagnosticTag } from '../server/library';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { ConfigurationProblem, Locale, Suppression } from '../../service';
import type { Client } from '../server/client';
import { rangesIn, source } from '../server/conversion';
import type { Core } from '../server/core';
import type { Log } from '../server/log';

/** A problem of a configuration file as the client has it, with what it was made of. */
export interface ShownProblem {
  readonly problem: ConfigurationProblem;
  readonly diagnostic: Diagnostic;
}

/** What there is to say of a file but for suppressions that nothing needs. */
export interface KnownProblems {
  readonly text: string;
  readonly problems: readonly ConfigurationProblem[];
  /** Those that `text` has, if it could be read. */
  readonly suppressions: readonly Suppression[];
  readonly locale: Locale;
  readonly core: Core;
}

export interface ConfigurationProblems {
  /** Takes note of what is wrong with the file at `uri`, and shows it. */
  report(uri: string, known: KnownProblems): void;
  /** There is nothing any more to say of the file at `uri`. */
  clear(uri: string): void;
  /** Takes note of the suppressions that a document's findings do not need any more; none when it is closed. */
  reportUnused(documentUri: string, unused: readonly Suppression[]): void;
  /** What is shown of the file at `uri` while it holds `text`. */
  shownOf(uri: string, text: string): readonly ShownProblem[];
}

export interface ConfigurationProblemsParts {
  readonly connection: Pick<Connection, 'sendDiagnostics'>;
  readonly client: Pick<Client, 'diagnosticTags'>;
  readonly log: Log;
}

export function createConfigurationProblems(parts: ConfigurationProblemsParts): ConfigurationProblems {
  const { connection, client, log } = parts;
  const knownProblems = new Map<string, KnownProblems>();
  /** By the document whose findings were to be accepted. */
  const unused = new Map<string, readonly Suppression[]>();
  const shown = new Map<string, { readonly text: string; readonly problems: readonly ShownProblem[] }>();
  /** The diagnostics that the client has, as JSON. */
  const published = new Map<string, string>();

  const publish = (uri: string): void => {
    const diagnostics = (shown.get(uri)?.problems ?? []).map(({ diagnostic }) => diagnostic);
    const words = JSON.stringify(diagnostics);
    if (words === (published.get(uri) ?? '[]')) return;
    published.set(uri, words);
    connection.sendDiagnostics({ uri, diagnostics }).catch((error: unknown) => {
      log.failure('publishing the problems of a configuration file failed', error);
    });
  };

  const show = (uri: string, { text, problems: known, suppressions, locale, core }: KnownProblems): void => {
    const own = new Set(suppressions);
    const needless = [...unused.values()].flat().filter((suppression) => own.has(suppression));
    const problems = [
      ...known.map((problem) => ({ problem, tags: false })),
      ...needless.map((suppression) => ({
        problem: core.service.unusedSuppressionProblem(text, suppression),
        tags: client.diagnosticTags,
      })),
    ];
    const ranges = rangesIn(
      text,
      problems.map(({ problem }) => problem),
    );
    shown.set(uri, {
      text,
      problems: problems.map(({ problem, tags }, index) => ({
        problem,
        diagnostic: {
          range: ranges[index]!,
          severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
          source,
          message: core.render(problem.message, problem.params, locale),
          ...(tags && { tags: [DiagnosticTag.Unnecessary] }),
        },
      })),
    });
    publish(uri);
  };

  return {
    report: (uri, known) => {
      knownProblems.set(uri, known);
      show(uri, known);
    },
    clear: (uri) => {
      knownProblems.delete(uri);
      shown.delete(uri);
      publish(uri);
    },
    reportUnused: (documentUri, suppressions) => {
      if (suppressions.length === 0 && !unused.has(documentUri)) return;
      if (suppressions.length === 0) unused.delete(documentUri);
      else unused.set(documentUri, suppressions);
      for (const [uri, known] of knownProblems) show(uri, known);
    },
    shownOf: (uri, text) => {
      const file = shown.get(uri);
      return file?.text === text ? file.problems : [];
    },
  };
}
