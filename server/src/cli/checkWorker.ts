/** A worker thread of `check --jobs`: checks the files it is handed and gives their output back. */
import { parentPort, workerData } from 'node:worker_threads';
import { speller } from '../lexicon';
import { createReportService } from '../service';
import { createFileCheck } from './checkFile';
import type { CheckFileSettings, FileResult } from './checkFile';
import type { InputFile } from './inputs';

/** Files of one message, and their number in the order of the input. */
export interface Batch {
  readonly first: number;
  readonly files: readonly InputFile[];
}

/** What a worker says of a batch. */
export interface BatchResult {
  readonly first: number;
  readonly results: readonly (FileResult & { readonly output: readonly string[] })[];
}

/** Listens until the thread is ended from outside. */
export function work(): void {
  const ruleFailures: (readonly [string, unknown])[] = [];
  const service = createReportService({ onRuleFailure: (rule, error) => ruleFailures.push([rule, error]) });
  service.useSpeller(speller);
  const checkFile = createFileCheck(service, ruleFailures, workerData as CheckFileSettings);
  parentPort!.on('message', ({ first, files }: Batch) => {
    const results = files.map((file) => {
      const result = checkFile(file);
      return { ...result, output: [...result.output] };
    });
    parentPort!.postMessage({ first, results } satisfies BatchResult);
  });
}
