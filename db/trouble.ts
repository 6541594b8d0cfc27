/** What can go wrong with the file itself, whatever was asked of it. */
export type Trouble = 'full' | 'damaged' | 'read-only' | 'disk';

const CODES: [start: string, trouble: Trouble][] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_IOERR', 'disk'],
];

/** Sentences for people, each with the way out. */
export const TROUBLE_SENTENCES: Record<Trouble, string> = {
  full: 'The disk is full: nothing more can be stored until there is room. What is stored is safe, and can be read.',
  damaged:
    'The database is damaged. Whoever runs this Dealwatch stops it and restores a backup: npm run -s restore -- FILE',
  'read-only': 'The database may not be written to. What is stored is safe, and can be read.',
  disk: 'The disk that holds the database fails. Whoever runs this Dealwatch looks at it, and restores a backup if need be.',
};

/** Takes whatever was thrown; gives what is wrong with the file, or null when it is something else. */
export function troubleIn(cause: unknown): Trouble | null {
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  return CODES.find(([start]) => code.startsWith(start))?.[1] ?? null;
}
