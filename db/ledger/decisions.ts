import type { Selectable } from 'kysely';
import type { Decision, RuleId } from '../../model/flag.ts';
import { keptRows } from '../kept-rows.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';
import type { Schema } from '../schema.ts';

/** Decisions with the names of those who took them. */
export function selectDecisions(db: Database) {
  return db
    .selectFrom('decisions as d')
    .innerJoin('users as u', 'u.id', 'd.user_id')
    .selectAll('d')
    .select('u.name as user_name');
}

/** Turns a row into a decision. */
export function toDecision(row: Selectable<Schema['decisions']> & { user_name: string }): Decision {
  return {
    id: row.id,
    pairId: row.pair_id,
    rule: row.rule,
    action: row.action,
    reason: row.reason,
    note: row.note,
    evidenceHash: row.evidence_hash,
    userId: row.user_id,
    userName: row.user_name,
    at: row.at,
    ...(row.awaits_second ? { awaitsSecond: true as const } : {}),
  };
}

const LATEST = `select "d".*, "u"."name" as "user_name" from "decisions" as "d" join "users" as "u" on "u"."id" = "d"."user_id"
  where "d"."id" in (select max("id") from "decisions" where "pair_id" in (select "value" from json_each(?))
    group by "pair_id", "rule")`;

/** The latest decision on each flag of some pairs, by `pair rule`. */
export async function latestDecisions(db: Database, pairIds: readonly string[]): Promise<Map<string, Decision>> {
  const list = JSON.stringify(pairIds);
  const rows = await withConnection(db, () => prepared(db, LATEST).all(list) as Parameters<typeof toDecision>[0][]);
  return new Map(rows.map((row) => [`${row.pair_id} ${row.rule}`, toDecision(row)]));
}

/** The latest decision on one flag, or null. */
export async function latestDecision(db: Database, pairId: string, rule: RuleId): Promise<Decision | null> {
  const row = await selectDecisions(db)
    .where('d.pair_id', '=', pairId)
    .where('d.rule', '=', rule)
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toDecision(row) : null;
}

/** The id of the latest decision of all; null when there is none. */
export async function latestDecisionId(db: Database): Promise<number | null> {
  const [row] = await keptRows<{ id: number | null }>(db, 'select max("id") as "id" from "decisions"');
  return row?.id ?? null;
}

/** Decisions after one, the earliest first; of at most so many. */
export async function decisionsAfter(db: Database, id: number, limit: number): Promise<Decision[]> {
  const rows = await selectDecisions(db).where('d.id', '>', id).orderBy('d.id').limit(limit).execute();
  return rows.map(toDecision);
}

/** Every decision on every flag, in the order in which they were taken: for measuring screens against people. */
export async function decisionsOnFlags(db: Database): Promise<Decision[]> {
  return (await selectDecisions(db).orderBy('d.id').execute()).map(toDecision);
}
