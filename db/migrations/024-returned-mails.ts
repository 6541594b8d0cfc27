import { type Kysely, sql } from 'kysely';

/** Mails that came back after a server had taken them. `counts` becomes 0 when the owner says that the address works. */
const STATEMENTS = [
  `create table returned_mails (
    id integer primary key autoincrement,
    mail_id integer not null references outbox (id) on delete cascade,
    kind text not null check (kind in ('gone', 'failed', 'delayed')),
    reason text not null,
    at text not null,
    counts integer not null default 1 check (counts in (0, 1))
  ) strict`,
  `create index returned_mails_mail on returned_mails (mail_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
