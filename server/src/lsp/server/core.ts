/**
 * The library behind the server, loaded when it is first needed: the initialize response need not wait for the tables
 * and rules.
 */
import { ErrorCodes, ResponseError } from './library';
import type { Locale, Message, ReportService, walkChain } from '../../service';
import type { Library, Speller } from './host';

export interface Core {
  readonly service: ReportService;
  /** Whether a name fits what is typed to look for it. */
  readonly matchesQuery: (name: string, query: string) => boolean;
  readonly render: (message: Message, params: Readonly<Record<string, string | number>>, locale: Locale) => string;
  readonly walkChain: typeof walkChain;
}

export interface CoreLoader {
  /** The library; the first call loads it. Where that fails every call rejects with one and the same ResponseError. */
  load(): Promise<Core>;
  /** Gives the library the spelling detector; only the first call does anything. Rejects where it can't be loaded. */
  loadLexicon(): Promise<void>;
  /** Loads the library and runs it once on a few words, so that the first document finds it warm. */
  warmUp(): Promise<void>;
}

/** Unlike a rule's, this error's message quotes no document. */
function notLoaded(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new ResponseError(ErrorCodes.InternalError, `the rules could not be loaded: ${reason}`);
}

/**
 * @param loadLibrary called once
 * @param loadLexicon called once, when the first document has been checked
 * @param onRuleFailure told when a rule throws: its id and the error
 */
export function createCoreLoader(
  loadLibrary: () => Promise<Library>,
  loadLexicon: () => Promise<Speller>,
  onRuleFailure: (ruleId: string, error: unknown) => void,
): CoreLoader {
  let loading: Promise<Core> | undefined;
  const load = (): Promise<Core> =>
    (loading ??= loadLibrary().then(
      ({ createReportService, matchesQuery, render, walkChain }) => ({
        service: createReportService({ onRuleFailure }),
        matchesQuery,
        render,
        walkChain,
      }),
      notLoaded,
    ));
  let lexicon: Promise<void> | undefined;
  return {
    load,
    loadLexicon: () =>
      (lexicon ??= Promise.all([load(), loadLexicon()]).then(([{ service }, speller]) => {
        service.useSpeller(speller);
      })),
    warmUp: async () => {
      const { service } = await load();
      service.check(service.parse('出國報告\n\n摘要\n\n壹、目的\n'), { profile: 'auto', severities: {} });
    },
  };
}
