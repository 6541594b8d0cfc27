/** Sentences for the next page that a browser asks for, each shown once. In memory: after a restart none is missed. */
export interface Notices {
  leave(key: string, sentence: string): void;
  take(key: string): string | null;
  /** True when a sentence waits. */
  waits(key: string): boolean;
}

const MOST = 1000;

/** Keeps the newest thousand. */
export function createNotices(): Notices {
  const waiting = new Map<string, string>();
  return {
    leave(key, sentence) {
      waiting.delete(key);
      waiting.set(key, sentence);
      const oldest = waiting.keys().next().value;
      if (waiting.size > MOST && oldest !== undefined) waiting.delete(oldest);
    },
    waits: (key) => waiting.has(key),
    take(key) {
      const sentence = waiting.get(key) ?? null;
      waiting.delete(key);
      return sentence;
    },
  };
}
