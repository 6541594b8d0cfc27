import type { Selectable } from 'kysely';
import type { Decision, RuleId } from '../../model/flag.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
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

/** The latest decision on each flag of some pairs, by `pair rule`. */
export async function latestDecisions(db: Database, pairIds: readonly string[]): Promise<Map<string, Decision>> {
  const latest = new Map<string, Decision>();
  for (const some of chunks(pairIds)) {
    const newest = db
      .selectFrom('decisions')
      .select(({ fn }) => fn.max('id').as('id'))
      .where('pair_id', 'in', some)
      .groupBy(['pair_id', 'rule']);
    const rows = await selectDecisions(db).where('d.id', 'in', newest).execute();
    for (const row of rows) latest.set(`${row.pair_id} ${row.rule}`, toDecision(row));
  }
  return latest;
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
  const { id } = await db
    .selectFrom('decisions')
    .select(({ fn }) => fn.max<number | null>('id').as('id'))
    .executeTakeFirstOrThrow();
  return id;
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
