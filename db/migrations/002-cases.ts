import { type Kysely, sql } from 'kysely';

/**
 * Cases of authorities as their registers list them, and which pair each belongs to. Kept for ever: what a person
 * decided of a case. Words are written out, as in the first step.
 */
const STATEMENTS = [
  `create table cases (
    authority text not null,
    case_ref text not null,
    source_id text not null references sources (id),
    title text not null,
    url text,
    page text,
    acquirer text,
    target text,
    pair_id text,
    parties text not null,
    state text,
    outcome text,
    opened text,
    closed text,
    deadline text,
    deadline_what text,
    relevance text,
    details text,
    first_seen_at text not null,
    changed_at text not null,
    last_seen_at text not null,
    primary key (authority, case_ref)
  ) strict, without rowid`,
  `create index cases_pair on cases (pair_id) where pair_id is not null`,
  `create index cases_deadline on cases (deadline) where deadline is not null`,
  `create index cases_waiting on cases (changed_at desc) where pair_id is null and relevance is not null`,
  `create table case_decisions (
    id integer primary key autoincrement,
    authority text not null,
    case_ref text not null,
    decision text not null check (decision in ('match', 'aside')),
    acquirer text,
    target text,
    note text,
    user_id integer not null references users (id),
    at text not null,
    check ((decision = 'match') = (acquirer is not null and target is not null))
  ) strict`,
  `create index case_decisions_case on case_decisions (authority, case_ref, id)`,
  `create trigger case_decisions_kept before update on case_decisions
    begin select raise(abort, 'decisions are appended, never changed'); end`,
  `create trigger case_decisions_stay before delete on case_decisions
    begin select raise(abort, 'decisions are appended, never changed'); end`,
  `create table source_backfills (
    source_id text primary key references sources (id),
    since text not null,
    queue text not null,
    total integer not null,
    started_at text not null,
    updated_at text not null
  ) strict, without rowid`,
];

// biome-ignore lint/suspicious/noExplicitAny: a step works on the tables as they are at that time
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
