/** One request at a time for each host, with a pause between two (RELIABILITY F19: nobody is flooded). */
export interface Pace {
  /** Waits for the host's turn, then runs; `pauseMs` counts from the end of the request before. */
  turn<T>(host: string, pauseMs: number, run: () => Promise<T>): Promise<T>;
}

interface Queue {
  last: Promise<unknown>;
  endedAt: number;
}

/** Takes a way to sleep (so that tests need not wait); gives an empty pace. */
export function createPace(sleep: (ms: number) => Promise<void>): Pace {
  const queues = new Map<string, Queue>();
  return {
    turn(host, pauseMs, run) {
      const queue = queues.get(host) ?? { last: Promise.resolve(), endedAt: Number.NEGATIVE_INFINITY };
      queues.set(host, queue);
      const result = queue.last.then(async () => {
        const wait = queue.endedAt + pauseMs - performance.now();
        if (wait > 0) await sleep(wait);
        return run().finally(() => {
          queue.endedAt = performance.now();
        });
      });
      // The next in line waits for the end, good or bad; the caller still gets the error.
      queue.last = result.catch(() => undefined);
      return result;
    },
  };
}
