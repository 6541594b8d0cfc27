import { type Kysely, sql } from 'kysely';

/**
 * Whatever changes of a pair or of its flags is noted in `touched_pairs`, the text of either included: pairs are kept in
 * memory as they stand (db/ledger/kept-pairs.ts), where until now only what the queue filters by was. Which version of the
 * screens a pair was last assessed with is shown nowhere.
 */
const TOUCH = (row: 'new' | 'old', column: string) => `
  insert into touched_pairs (pair_id, seq)
    values (${row}.${column}, (select coalesce(max(seq), 0) + 1 from touched_pairs))
    on conflict (pair_id) do update set seq = excluded.seq`;

const STATEMENTS = [
  'drop trigger pairs_touched_again',
  'drop trigger flags_touched_again',
  `create trigger pairs_touched_again after update of acquirer, target, layer, score, band, floor, kinds, paid_usd,
    committed_usd, latest_day, body, hash, updated_at on pairs begin ${TOUCH('new', 'id')}; end`,
  `create trigger flags_touched_again after update on flags begin ${TOUCH('new', 'pair_id')}; end`,
  `create trigger flags_touched_out after delete on flags begin ${TOUCH('old', 'pair_id')}; end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
