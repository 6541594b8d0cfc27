import { labels } from '../words/speak.ts';

/** What can go wrong with the file itself, whatever was asked of it. */
export type Trouble = 'full' | 'damaged' | 'read-only' | 'disk';

const CODES: [start: string, trouble: Trouble][] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_IOERR', 'disk'],
];

/** Sentences for people, each with the way out, in the language of the answer. */
export const TROUBLE_SENTENCES: Record<Trouble, string> = labels('trouble');

/** Takes whatever was thrown; gives what is wrong with the file, or null when it is something else. */
export function troubleIn(cause: unknown): Trouble | null {
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  return CODES.find(([start]) => code.startsWith(start))?.[1] ?? null;
}
