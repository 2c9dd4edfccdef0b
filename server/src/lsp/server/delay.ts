export interface Delay {
  /** Has the work for `uri` done after the delay; one that is asked for again begins anew. */
  schedule(uri: string): void;
  /** Work that waits for `uri` is not done. */
  close(uri: string): void;
}

/** Does work for documents some milliseconds after it was last asked for. */
export function createDelay(milliseconds: number, work: (uri: string) => void): Delay {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const close = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  return {
    schedule: (uri) => {
      close(uri);
      timers.set(
        uri,
        setTimeout(() => {
          timers.delete(uri);
          work(uri);
        }, milliseconds),
      );
    },
    close,
  };
}
