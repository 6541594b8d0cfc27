import { type Kysely, sql } from 'kysely';

/** Orders that lists of pairs and companies are asked for, each as an index, so that no page reads every pair. */
const STATEMENTS = [
  'create index pairs_names on pairs (updated_at desc, id, acquirer, target)',
  'create index pairs_band on pairs (band, score desc, id)',
  'create index pairs_money on pairs (paid_usd desc, id)',
  'create index pairs_latest on pairs (latest_day desc, id)',
  'create index companies_acquiring on companies (acquires desc, name) where acquires > 0',
  'create index companies_size on companies (acquires + targeted desc, name)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
