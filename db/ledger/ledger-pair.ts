import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { Decision, Flag, FlagState } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import type { Schema } from '../schema.ts';
import type { PairScore } from './derived-pair.ts';

export interface LedgerFlag extends Flag {
  raisedAt: Instant;
  state: FlagState;
  /** True when the evidence has changed since the latest decision. */
  reopened: boolean;
  latest: Decision | null;
}

/** A pair with its flags, its score and where its review stands. */
export interface LedgerPair extends PairScore {
  pair: Pair;
  flags: LedgerFlag[];
  /** When anything about it last changed. */
  updatedAt: Instant;
  firstSeenAt: Instant;
}

/** Turns a row into a flag, given the latest decision on it. */
export function toLedgerFlag(
  row: Pick<Selectable<Schema['flags']>, 'body' | 'raised_at' | 'state' | 'reopened'>,
  latest: Decision | null,
): LedgerFlag {
  const flag = JSON.parse(row.body) as Flag;
  return { ...flag, raisedAt: row.raised_at, state: row.state, reopened: row.reopened === 1, latest };
}
