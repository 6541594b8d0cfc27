import { type Kysely, sql } from 'kysely';

/**
 * Second reviewers, and reading the past anew with the difference shown first. Words are written out, as in the first step.
 *
 * Kept for ever: for which flags a second reviewer was asked since when; whether a decision waits for one; rereadings.
 */
const STATEMENTS = [
  `alter table decisions add column awaits_second integer not null default 0 check (awaits_second in (0, 1))`,
  `create table second_reviews (
    id integer primary key autoincrement,
    severities text not null,
    user_id integer not null references users (id),
    at text not null
  ) strict`,
  ...['update', 'delete'].map(
    (verb) => `create trigger second_reviews_no_${verb} before ${verb} on second_reviews
      begin select raise(abort, 'what was asked for stays on record'); end`,
  ),

  `create table rereadings (
    id integer primary key autoincrement,
    version text not null unique,
    state text not null check (state in ('comparing', 'ready', 'accepted', 'rejected')),
    last_seq integer not null default 0,
    documents integer not null default 0,
    begun_at text not null,
    decided_at text,
    decided_by integer references users (id)
  ) strict`,
  `create table reread_documents (
    rereading_id integer not null references rereadings (id),
    document_id text not null references documents (id),
    facts text not null,
    primary key (rereading_id, document_id)
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
