/** Spreads files over worker threads; the results come in the order of the files. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { workerWord } from './arguments';
import type { CheckFileSettings, FileResult } from './checkFile';
import type { Batch, BatchResult } from './checkWorker';
import type { InputFile } from './inputs';

/** Files of one message: enough that the message costs little, few enough that the last batches end together. */
const batchSize = 16;

/**
 * Checks `files` with `jobs` threads and hands the results to `take` in the order of the files.
 * @throws what a thread threw, which is a fault of the program
 */
export function checkInThreads(
  files: readonly InputFile[],
  jobs: number,
  settings: CheckFileSettings,
  take: (result: FileResult) => void,
): Promise<void> {
  const done = new Map<number, BatchResult['results']>();
  let sent = 0;
  let taken = 0;
  return new Promise((resolve, reject) => {
    const workers = Array.from(
      { length: Math.min(jobs, Math.ceil(files.length / batchSize)) },
      () => new Worker(path.join(__dirname, 'cli.js'), { argv: [workerWord], workerData: settings }),
    );
    const end = (settle: () => void): void => {
      void Promise.all(workers.map((worker) => worker.terminate())).then(settle);
    };
    const send = (worker: Worker): void => {
      if (sent >= files.length) return;
      const batch: Batch = { first: sent, files: files.slice(sent, sent + batchSize) };
      sent += batch.files.length;
      worker.postMessage(batch);
    };
    for (const worker of workers) {
      worker.on('message', ({ first, results }: BatchResult) => {
        send(worker);
        done.set(first, results);
        for (let next = done.get(taken); next; next = done.get(taken)) {
          done.delete(taken);
          taken += next.length;
          next.forEach(take);
        }
        if (taken === files.length) end(resolve);
      });
      worker.on('error', (error) => {
        end(() => {
          reject(error);
        });
      });
      send(worker);
    }
  });
}
