import { type Kysely, sql } from 'kysely';

/**
 * Which pairs have changed since a number: what the queue keeps in memory is brought up to date by these alone, also when
 * another process has written. Derived: a pair that is missing here has not changed since the table was made.
 */
const TOUCH = (row: 'new' | 'old', column: string) => `
  insert into touched_pairs (pair_id, seq)
    values (${row}.${column}, (select coalesce(max(seq), 0) + 1 from touched_pairs))
    on conflict (pair_id) do update set seq = excluded.seq`;

const STATEMENTS = [
  // Counted in memory now, for any combination of filters.
  ...['in', 'out', 'again'].map((when) => `drop trigger flags_facets_${when}`),
  'drop table facet_counts',

  `create table touched_pairs (pair_id text primary key, seq integer not null) strict, without rowid`,
  `create unique index touched_pairs_seq on touched_pairs (seq)`,
  `create trigger pairs_touched_in after insert on pairs begin ${TOUCH('new', 'id')}; end`,
  `create trigger pairs_touched_out after delete on pairs begin ${TOUCH('old', 'id')}; end`,
  `create trigger pairs_touched_again after update of acquirer, target, band, score, paid_usd, committed_usd, latest_day, updated_at
    on pairs begin ${TOUCH('new', 'id')}; end`,
  `create trigger flags_touched_in after insert on flags begin ${TOUCH('new', 'pair_id')}; end`,
  `create trigger flags_touched_again after update of state, assignee on flags begin ${TOUCH('new', 'pair_id')}; end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
