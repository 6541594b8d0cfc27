import type { SumByCurrency } from '../model/amount.ts';
import { firstDay, type Instant } from '../model/day.ts';
import { type Decision, flagState, RULE_IDS, type RuleId } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import type { Derived, StandingPair } from './derived-pair.ts';
import type { Database } from './open.ts';
import { prepared } from './prepared.ts';

/*
 * The rows of one pair. Rebuilding a ledger writes a hundred thousand of them, so the statements are prepared once. Each
 * function joins the transaction it is called in.
 */

const PAIR = `insert into pairs (id, acquirer, target, layer, score, band, floor, kinds, paid_usd, committed_usd, latest_day,
  body, hash, updated_at, rules_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Stores a pair and its parts. */
export function insertPair(db: Database, derived: Derived, now: Instant, rulesVersion: string): void {
  const { pair, score, body, hash } = derived;
  prepared(db, PAIR).run(
    ...[pair.id, pair.acquirer, pair.target, pair.layer],
    ...[score.score, score.band, score.floor ? 1 : 0],
    pair.deals.map((deal) => deal.kind).join(' '),
    pair.usd?.paid ?? dollars(pair.sums.paid),
    pair.usd?.committed ?? dollars(pair.sums.committed),
    ...[latestDay(pair), body, hash, now, rulesVersion],
  );
  insertDeals(db, pair);
  insertCells(db, pair);
  insertFacets(db, pair);
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

const DEAL = `insert into deals (id, pair_id, kind, certainty) values (?, ?, ?, ?)`;
const EVENT = `insert into deal_events (deal_id, position, date, value, currency, role) values (?, ?, ?, ?, ?, ?)`;

function insertDeals(db: Database, pair: Pair): void {
  for (const { id, kind, certainty, events } of pair.deals) {
    prepared(db, DEAL).run(id, pair.id, kind, certainty);
    const insert = prepared(db, EVENT);
    for (const [position, { date, value, currency, role }] of events.entries()) {
      insert.run(id, position, date, value, currency, role);
    }
  }
}

const CELL = `insert into pair_scrutiny (pair_id, authority, status, source, as_of, needs_review, established)
  values (?, ?, ?, ?, ?, ?, ?)`;

function insertCells(db: Database, pair: Pair): void {
  for (const { authority, status, source, asOf, needsReview, history } of pair.scrutiny) {
    prepared(db, CELL).run(pair.id, authority, status, source, asOf, needsReview, history.length > 0 ? 1 : 0);
  }
}

const FACET = `insert or ignore into pair_facets (facet, value, pair_id) values (?, ?, ?)`;
const SOURCES = `insert or ignore into pair_facets (facet, value, pair_id)
  select distinct 'source', "d"."source_class", ? from json_each(?) as "j"
  cross join "documents" as "d" indexed by "documents_standing" on "d"."id" = "j"."value"`;

/**
 * Files what flags of a pair can be filtered by: kinds and certainties of its deals, its layer, the authorities before
 * which it is and their statuses, the classes of its sources.
 */
function insertFacets(db: Database, pair: Pair): void {
  const { id, layer, deals, documentIds } = pair;
  const insert = prepared(db, FACET);
  if (layer) insert.run('layer', layer, id);
  for (const kind of new Set(deals.map((deal) => deal.kind))) insert.run('kind', kind, id);
  for (const certainty of new Set(deals.map((deal) => deal.certainty))) insert.run('certainty', certainty, id);
  const established = pair.scrutiny.filter((cell) => cell.history.length > 0);
  for (const cell of established) insert.run('authority', cell.authority, id);
  for (const status of new Set(established.map((cell) => cell.status))) insert.run('status', status, id);
  if (documentIds.length) prepared(db, SOURCES).run(id, JSON.stringify(documentIds));
}

const FLAG = `insert into flags (pair_id, rule, rule_order, severity, evidence_hash, body, raised_at, state, reopened, score,
  band, acquirer, assignee) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const DECIDED = `select rule, action, evidence_hash, awaits_second from decisions where pair_id = ? order by id`;
const ASKED = `select rule, assignee from assignments where pair_id = ? order by id`;

/** Stores the flags of a pair, each in the state that the latest decision on it leaves; gives them. */
export function insertFlags(
  db: Database,
  { pair, flags, flagBodies, score }: Derived,
  raised: ReadonlyMap<RuleId, Instant>,
): StandingPair['flags'] {
  if (flags.length === 0) return [];
  const decided = latest(prepared(db, DECIDED).all(pair.id) as DecidedRow[]);
  const asked = latest(prepared(db, ASKED).all(pair.id) as { rule: RuleId; assignee: number | null }[]);
  const insert = prepared(db, FLAG);
  return flags.map((flag, i) => {
    const { state, reopened } = flagState(flag, toDecided(decided.get(flag.rule)));
    insert.run(
      ...[pair.id, flag.rule, RULE_IDS.indexOf(flag.rule), flag.severity, flag.evidenceHash, flagBodies[i]],
      ...[raised.get(flag.rule), state, reopened ? 1 : 0, score.score, score.band, pair.acquirer],
      asked.get(flag.rule)?.assignee ?? null,
    );
    return { ...flag, reopened };
  });
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
