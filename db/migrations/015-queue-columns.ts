import { type Kysely, sql } from 'kysely';

/** What the queue keeps in memory, side by side: read from the rows themselves it lies behind the body of each. */
const STATEMENTS = [
  `create index pairs_queue on pairs
    (id, acquirer, target, band, score, paid_usd, committed_usd, latest_day, updated_at)`,
  'create index flags_queue on flags (pair_id, rule, rule_order, state, raised_at, assignee)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
