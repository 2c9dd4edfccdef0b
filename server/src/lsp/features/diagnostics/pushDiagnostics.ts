/** Push diagnostics, for clients that don't ask for them. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { OpenDocument, OpenDocuments } from '../../server/documents';
import type { Host } from '../../server/host';
import type { Log } from '../../server/log';

export interface PushDiagnostics {
  /** The document has changed, or what is said about it may have. */
  schedule(uri: string): void;
  /** Takes back what was published for a document that is closed. */
  close(uri: string): void;
}

export interface PushDiagnosticsParts {
  readonly connection: Pick<Connection, 'sendDiagnostics'>;
  readonly documents: Pick<OpenDocuments, 'get'>;
  readonly host: Host;
  readonly log: Log;
  /** The diagnostics of a document's current version; undefined where it is not served. */
  readonly diagnose: (document: OpenDocument) => Promise<Diagnostic[] | undefined>;
}

/** A document at work, and whether there is news of it since the work began. */
interface Job {
  news: boolean;
}

/**
 * Each document has one publish in flight at most. Changes that arrive meanwhile are answered together, by the newest
 * version.
 */
export function createPushDiagnostics({
  connection,
  documents,
  host,
  log,
  diagnose,
}: PushDiagnosticsParts): PushDiagnostics {
  const jobs = new Map<string, Job>();
  /** Documents with diagnostics at the client. */
  const published = new Set<string>();

  const publish = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (!document) return;
    const diagnostics = await diagnose(document);
    if (documents.get(uri) !== document) return;
    if (diagnostics) published.add(uri);
    else if (!published.delete(uri)) return;
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnostics ?? [] });
  };

  const work = async (uri: string, job: Job): Promise<void> => {
    const isUpToDate = async (): Promise<boolean> => {
      job.news = false;
      // Messages are handled one a turn: the second turn comes when the next of a burst has been handled.
      await host.turn();
      await host.turn();
      return !job.news;
    };
    do {
      if (await isUpToDate())
        await publish(uri).catch((error: unknown) => {
          log.failure('publishing diagnostics failed', error);
        });
    } while (job.news);
    jobs.delete(uri);
  };

  return {
    schedule: (uri) => {
      const running = jobs.get(uri);
      if (running) {
        running.news = true;
        return;
      }
      const job: Job = { news: false };
      jobs.set(uri, job);
      void work(uri, job);
    },
    close: (uri) => {
      if (!published.delete(uri)) return;
      connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => {
        log.failure('clearing diagnostics failed', error);
      });
    },
  };
}
