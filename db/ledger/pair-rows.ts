import type { SumByCurrency } from '../../model/amount.ts';
import { firstDay, type Instant } from '../../model/day.ts';
import {
  type Band,
  type Decision,
  type Flag,
  type FlagState,
  flagState,
  RULE_IDS,
  type RuleId,
} from '../../model/flag.ts';
import type { Pair, Scrutiny } from '../../model/ledger.ts';
import type { Database } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { Derived, StandingPair } from './derived-pair.ts';
import { changeRow, insertRows, type OwnedTable, type Row, settleRows } from './row-differences.ts';

/*
 * The rows of one pair: what it is made of, filed so that lists can ask for it. Of a pair that is stored only what differs
 * is written. Each function joins the transaction it is called in.
 */

const PAIRS: OwnedTable = {
  name: 'pairs',
  columns: [
    ...['id', 'acquirer', 'target', 'layer', 'score', 'band', 'floor', 'kinds', 'paid_usd', 'committed_usd'],
    ...['latest_day', 'body', 'hash', 'updated_at', 'rules_version'],
  ],
  keys: 1,
  ofOwner: 'id = ?',
};
const DEALS: OwnedTable = {
  name: 'deals',
  columns: ['id', 'pair_id', 'kind', 'certainty'],
  keys: 1,
  ofOwner: 'pair_id = ?',
};
const EVENTS: OwnedTable = {
  name: 'deal_events',
  columns: ['deal_id', 'position', 'date', 'value', 'currency', 'role'],
  keys: 2,
  ofOwner: 'deal_id in (select id from deals where pair_id = ?)',
};
const CELLS: OwnedTable = {
  name: 'pair_scrutiny',
  columns: ['pair_id', 'authority', 'status', 'source', 'as_of', 'needs_review', 'established'],
  keys: 2,
  ofOwner: 'pair_id = ?',
};
const FACETS: OwnedTable = {
  name: 'pair_facets',
  columns: ['pair_id', 'facet', 'value'],
  keys: 3,
  ofOwner: 'pair_id = ?',
};
const FLAGS: OwnedTable = {
  name: 'flags',
  columns: [
    ...[
      'pair_id',
      'rule',
      'rule_order',
      'severity',
      'evidence_hash',
      'body',
      'raised_at',
      'state',
      'reopened',
      'score',
    ],
    ...['band', 'acquirer', 'assignee'],
  ],
  keys: 2,
  ofOwner: 'pair_id = ?',
};

/** When each screen first fired on a pair. */
type Raised = ReadonlyMap<RuleId, Instant>;

/** A pair and its parts as rows, in the order in which they can be written. */
export interface PairRows {
  pair: Row;
  parts: readonly (readonly [OwnedTable, readonly Row[]])[];
  /** The flags, each in the state that the latest decision on it leaves. */
  flags: StandingPair['flags'];
}

/** Takes what is derived of a pair and when its flags were first raised; gives its rows. */
export function rowsOfPair(
  db: Database,
  derived: Derived,
  raised: Raised,
  now: Instant,
  rulesVersion: string,
): PairRows {
  const { pair } = derived;
  const flags = flagsStanding(db, derived);
  return {
    pair: [...pairRow(derived), now, rulesVersion],
    parts: [
      [DEALS, dealRows(pair)],
      [EVENTS, eventRows(pair)],
      [CELLS, pair.scrutiny.map((cell) => cellRow(pair.id, cell))],
      [FACETS, facetRows(db, pair)],
      [FLAGS, flags.map((flag, i) => flagRow(derived, flag, i, raised))],
    ],
    flags: flags.map(({ flag, reopened }) => ({ ...flag, reopened })),
  };
}

const dealRows = (pair: Pair): Row[] => pair.deals.map(({ id, kind, certainty }) => [id, pair.id, kind, certainty]);

const eventRows = (pair: Pair): Row[] =>
  pair.deals.flatMap((deal) =>
    deal.events.map(({ date, value, currency, role }, position) => [deal.id, position, date, value, currency, role]),
  );

/** Parts whose rows follow from the text of a pair alone: what is stored of them is known from the text that is. */
const FOLLOWING = new Map<OwnedTable, (pair: Pair) => Row[]>([
  [DEALS, dealRows],
  [EVENTS, eventRows],
]);

/** Stores a pair that is not there, with its parts. */
export function insertPair(db: Database, { pair, parts }: PairRows): void {
  insertRows(db, PAIRS, [pair]);
  for (const [table, rows] of parts) insertRows(db, table, rows);
}

/** A pair as stored. */
export function storedPair(db: Database, id: string): StoredPair | null {
  const select = prepared(db, `select ${PAIRS.columns.join(', ')} from pairs where id = ?`);
  const row = select.raw(true).get(id) as Row | undefined;
  if (!row) return null;
  const value = (column: string) => row[PAIRS.columns.indexOf(column)];
  return {
    row,
    isNamed: ({ acquirer, target }) => value('acquirer') === acquirer && value('target') === target,
    hash: value('hash') as string,
    body: value('body') as string,
    score: value('score') as number,
    band: value('band') as Band,
  };
}

export interface StoredPair {
  row: Row;
  /** True when it stands under the same names: what is counted by name need not move. */
  isNamed(pair: Pair): boolean;
  hash: string;
  body: string;
  score: number;
  band: Band;
}

/**
 * Brings a stored pair and its parts to what they should be; gives false when they were so already. With the pair as it
 * stood, rows that follow from it are not read back; without it every row is.
 */
export function settlePair(
  db: Database,
  stored: StoredPair,
  { pair, parts }: PairRows,
  before: Pair | null = null,
): boolean {
  let written = 0;
  for (const [table, rows] of parts) {
    const known = before ? FOLLOWING.get(table)?.(before) : undefined;
    written += settleRows(db, table, pair[0] as string, rows, known);
  }
  // When it was written and by which version of the screens does not make it another pair.
  const derived = pair.slice(0, -2);
  if (written === 0 && derived.every((value, i) => value === stored.row[i])) return false;
  changeRow(db, PAIRS, stored.row, pair);
  return true;
}

function pairRow({ pair, score, body, hash }: Derived): Row {
  return [
    ...[pair.id, pair.acquirer, pair.target, pair.layer],
    ...[score.score, score.band, score.floor ? 1 : 0],
    pair.deals.map((deal) => deal.kind).join(' '),
    pair.usd?.paid ?? dollars(pair.sums.paid),
    pair.usd?.committed ?? dollars(pair.sums.committed),
    ...[latestDay(pair), body, hash],
  ];
}

const dollars = (sums: SumByCurrency) => sums.USD ?? null;

function latestDay(pair: Pair): string | null {
  const dates = [
    ...pair.deals.flatMap((deal) => deal.events.map((event) => event.date)),
    ...pair.scrutiny.flatMap((cell) => cell.history.map((step) => step.date)),
  ];
  const days = dates.filter((date) => date !== null).map(firstDay);
  return days.sort().at(-1) ?? null;
}

function cellRow(pairId: string, { authority, status, source, asOf, needsReview, history }: Scrutiny): Row {
  return [pairId, authority, status, source, asOf, needsReview, history.length > 0 ? 1 : 0];
}

const SOURCES = `select distinct "d"."source_class" from json_each(?) as "j"
  cross join "documents" as "d" indexed by "documents_standing" on "d"."id" = "j"."value"`;

/**
 * What flags of a pair can be filtered by: kinds and certainties of its deals, its layer, the authorities before which it
 * is and their statuses, the classes of its sources.
 */
function facetRows(db: Database, { id, layer, deals, scrutiny, documentIds }: Pair): Row[] {
  const established = scrutiny.filter((cell) => cell.history.length > 0);
  const rows = (facet: string, values: Iterable<string>) =>
    Array.from(new Set(values), (value): Row => [id, facet, value]);
  return [
    ...rows('layer', layer ? [layer] : []),
    ...rows(
      'kind',
      deals.map((deal) => deal.kind),
    ),
    ...rows(
      'certainty',
      deals.map((deal) => deal.certainty),
    ),
    ...rows(
      'authority',
      established.map((cell) => cell.authority),
    ),
    ...rows(
      'status',
      established.map((cell) => cell.status),
    ),
    ...rows('source', documentIds.length ? sourceClasses(db, documentIds) : []),
  ];
}

const sourceClasses = (db: Database, ids: readonly string[]) =>
  (prepared(db, SOURCES).raw(true).all(JSON.stringify(ids)) as [string][]).map(([sourceClass]) => sourceClass);

const DECIDED = `select rule, action, evidence_hash, awaits_second from decisions where pair_id = ? order by id`;
const ASKED = `select rule, assignee from assignments where pair_id = ? order by id`;

interface StandingFlag {
  flag: Flag;
  state: FlagState;
  reopened: boolean;
  assignee: number | null;
}

/** The flags of a pair, each in the state that the latest decision on it leaves. */
function flagsStanding(db: Database, { pair, flags }: Derived): StandingFlag[] {
  if (flags.length === 0) return [];
  const decided = latest(prepared(db, DECIDED).all(pair.id) as DecidedRow[]);
  const asked = latest(prepared(db, ASKED).all(pair.id) as { rule: RuleId; assignee: number | null }[]);
  return flags.map((flag) => ({
    flag,
    ...flagState(flag, toDecided(decided.get(flag.rule))),
    assignee: asked.get(flag.rule)?.assignee ?? null,
  }));
}

function flagRow({ pair, flagBodies, score }: Derived, standing: StandingFlag, i: number, raised: Raised): Row {
  const { flag, state, reopened, assignee } = standing;
  return [
    ...[pair.id, flag.rule, RULE_IDS.indexOf(flag.rule), flag.severity, flag.evidenceHash, flagBodies[i] as string],
    ...[raised.get(flag.rule) as Instant, state, reopened ? 1 : 0, score.score, score.band, pair.acquirer, assignee],
  ];
}

interface DecidedRow {
  rule: RuleId;
  action: Decision['action'];
  evidence_hash: string;
  awaits_second: 0 | 1;
}

function toDecided(row: DecidedRow | undefined): Parameters<typeof flagState>[1] {
  if (!row) return null;
  const { action, evidence_hash: evidenceHash } = row;
  return { action, evidenceHash, ...(row.awaits_second ? { awaitsSecond: true as const } : {}) };
}

function latest<R extends { rule: RuleId }>(rows: R[]): Map<RuleId, R> {
  return new Map(rows.map((row) => [row.rule, row]));
}
