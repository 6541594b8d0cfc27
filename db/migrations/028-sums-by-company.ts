import { type Kysely, sql } from 'kysely';

/** What a company put in and received is added up from an index alone: a large one stands on tens of thousands of pairs. */
const STATEMENTS = [
  'drop index pairs_acquirer',
  'create index pairs_acquirer on pairs (acquirer, score desc, paid_usd)',
  'drop index pairs_target',
  'create index pairs_target on pairs (target, score desc, paid_usd)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
