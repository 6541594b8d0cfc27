/**
 * Gives a function that runs at most `most` jobs at a time, the others in order of arrival. The pool has a queue of
 * its own, but a deadline must count from a task's start and not from its place in the queue.
 */
export function createGate(most: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (job) => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
