/** One line of a table: what was measured, ours beside a peer or a limit of the same run. */
export interface Row {
  what: string;
  unit: string;
  ours: number;
  /** What it is compared with; null when there is only a limit. */
  peer: { name: string; value: number } | null;
  /** The most (seconds, MB) or least (a rate, a ratio) that is promised; null when none is. */
  limit: { kind: 'most' | 'least'; value: number; of: 'ours' | 'ratio' } | null;
}

/** A bench lies in `bench/<name>.bench.ts` and is its default export; `npm run -s bench -- <name>` runs it. */
export interface Bench {
  about: string;
  /** Measures; each bench runs in a process of its own, so that its memory is its own. */
  run(): Promise<Row[]>;
}

/** Ours over the peer's; null without a peer. */
export function ratioOf({ ours, peer }: Row): number | null {
  return peer ? ours / peer.value : null;
}

/** Whether a row keeps its promise; null when there is none. */
export function keepsLimit(row: Row): boolean | null {
  if (!row.limit) return null;
  const measured = row.limit.of === 'ours' ? row.ours : ratioOf(row);
  if (measured === null) return null;
  return row.limit.kind === 'most' ? measured <= row.limit.value : measured >= row.limit.value;
}
