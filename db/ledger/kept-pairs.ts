import type BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { Pair } from '../../model/ledger.ts';
import { type Recent, recent } from '../../model/recent.ts';
import { chunks } from '../chunks.ts';
import { type Database, rawOf } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import { noteTables } from '../reads.ts';
import type { Schema } from '../schema.ts';
import { type LedgerFlag, type LedgerPair, toLedgerFlag } from './ledger-pair.ts';

/**
 * A pair as it is stored, with its flags, as if nobody had decided about any of them: decisions bear the names of people
 * and are asked for by themselves. Frozen, since all pages hold the same.
 */
export interface KeptPair {
  ledger: LedgerPair;
  /** Who was asked to look at each flag, in their order. */
  assignees: readonly (number | null)[];
  kinds: DealKind[];
  /** US dollars put in; null when no sum in dollars is known. */
  paidUsd: number | null;
  committedUsd: number | null;
}

/*
 * A row of a pair lies a dozen pages deep, with its text on further ones: reading fifty of them took a list half of its time.
 * They are kept as they were read, and dropped when they have been touched since (migrations 013 and 030), by whatever
 * process.
 */

interface Kept {
  pairs: Recent<KeptPair>;
  /** The number up to which what is kept holds. */
  seq: number;
}

/** Some thousand pairs with their flags. */
const MOST_CHARACTERS = 12_000_000;
/** When more than this has been touched, all of it goes. */
const MOST_TOUCHED = 1000;

const kept = new WeakMap<BetterSqlite3.Database, Kept>();

/** Some pairs as they now stand, by id; unknown ones are left out. Inside a transaction they are read as they stand there. */
export async function keptPairs(db: Database, ids: readonly string[]): Promise<Map<string, KeptPair>> {
  noteTables('pairs', 'flags', 'sightings');
  const found = new Map<string, KeptPair>();
  // What is seen inside a transaction may be taken back: it is never kept.
  const look = db.isTransaction ? storedPairs : standingPairs;
  for (const some of chunks([...new Set(ids)])) {
    for (const entry of await withConnection(db, () => look(db, some))) found.set(entry.ledger.pair.id, entry);
  }
  return found;
}

/** Those that are kept and have not been touched; the others are read now. Nobody else writes on the handle meanwhile. */
function standingPairs(db: Database, ids: readonly string[]): KeptPair[] {
  const pairs = upToDate(db);
  const known = ids.map((id) => pairs.get(id));
  const missing = ids.filter((_, i) => !known[i]);
  const read = missing.length ? storedPairs(db, missing) : [];
  for (const entry of read) pairs.keep(entry.ledger.pair.id, entry, entry.characters);
  return [...known.filter((entry) => entry !== undefined), ...read];
}

function upToDate(db: Database): Recent<KeptPair> {
  const raw = rawOf(db);
  const own = kept.get(raw);
  const touched = own ? touchedAfter(db, own.seq) : [];
  if (!own || touched.length > MOST_TOUCHED) {
    const { seq } = prepared(db, 'select coalesce(max(seq), 0) as seq from touched_pairs').get() as { seq: number };
    const fresh = { pairs: recent<KeptPair>(MOST_CHARACTERS), seq };
    kept.set(raw, fresh);
    return fresh.pairs;
  }
  for (const { pair_id } of touched) own.pairs.drop(pair_id);
  own.seq = touched.at(-1)?.seq ?? own.seq;
  return own.pairs;
}

const touchedAfter = (db: Database, seq: number) =>
  prepared(db, `select pair_id, seq from touched_pairs where seq > ? order by seq limit ${MOST_TOUCHED + 1}`).all(
    seq,
  ) as { pair_id: string; seq: number }[];

type PairRow = Selectable<Schema['pairs']>;
type FlagRow = Selectable<Schema['flags']>;

const PAIRS = `select "p"."id", "p"."score", "p"."band", "p"."floor", "p"."kinds", "p"."paid_usd", "p"."committed_usd",
    "p"."body", "p"."updated_at", (select "seen_at" from "sightings" where "subject" = 'pair ' || "p"."id") as "seen_at"
  from json_each(?) as "j" cross join "pairs" as "p" on "p"."id" = "j"."value"`;
const FLAGS = `select "f"."pair_id", "f"."body", "f"."raised_at", "f"."state", "f"."reopened", "f"."assignee"
  from json_each(?) as "j" cross join "flags" as "f" on "f"."pair_id" = "j"."value" order by "f"."pair_id", "f"."rule_order"`;

/** The same pairs as they are stored, in no order. */
function storedPairs(db: Database, ids: readonly string[]): (KeptPair & { characters: number })[] {
  const list = JSON.stringify(ids);
  const rows = prepared(db, PAIRS).all(list) as (PairRow & { seen_at: Instant | null })[];
  const flags = new Map<string, FlagRow[]>(rows.map(({ id }) => [id, []]));
  for (const row of prepared(db, FLAGS).all(list) as FlagRow[]) flags.get(row.pair_id)?.push(row);
  return rows.map((row) => toKept(row, flags.get(row.id) ?? []));
}

function toKept(row: PairRow & { seen_at: Instant | null }, flags: readonly FlagRow[]) {
  const ledger: LedgerPair = {
    pair: JSON.parse(row.body) as Pair,
    flags: flags.map((flag): LedgerFlag => toLedgerFlag(flag, null)),
    score: row.score,
    band: row.band,
    floor: row.floor === 1,
    updatedAt: row.updated_at,
    firstSeenAt: row.seen_at ?? row.updated_at,
  };
  return {
    ledger: frozen(ledger),
    assignees: flags.map(({ assignee }) => assignee),
    kinds: row.kinds.split(' ').filter(Boolean) as DealKind[],
    paidUsd: row.paid_usd,
    committedUsd: row.committed_usd,
    characters: flags.reduce((sum, { body }) => sum + body.length, row.body.length),
  };
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}
