import { type Kysely, sql } from 'kysely';

/**
 * Reports on a schedule say how the last one went; what is published as open data, thing by thing, with when it was first
 * published, last changed and withdrawn. Words are written out, as in the first step.
 */
const STATEMENTS = [
  `alter table report_schedules add column last_at text`,
  `alter table report_schedules add column last_error text`,
  `create table open_items (
    kind text not null check (kind in ('tie', 'entity')),
    id text not null,
    body text not null,
    hash text not null,
    first_at text not null,
    changed_at text not null,
    gone_at text,
    primary key (kind, id)
  ) strict, without rowid`,
  `create index open_items_time on open_items (kind, changed_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
