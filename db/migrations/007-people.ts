import { type Kysely, sql } from 'kysely';

/**
 * People: second factor, single sign-on, sessions that end for good and can be listed, links that invite or reset, and
 * sign-ins that are half done. An empty password hash means that the person has no password.
 */
const STATEMENTS = [
  `alter table users add column totp_secret text`,
  `alter table users add column totp_last_step integer`,
  `alter table users add column code_failures integer not null default 0`,
  `alter table users add column code_blocked_until text`,
  `alter table users add column sso_subject text`,
  `alter table users add column erased_at text`,
  `create unique index users_sso on users (sso_subject) where sso_subject is not null`,

  `alter table sessions add column ends_at text`,
  `alter table sessions add column way text not null default 'password'
    check (way in ('password', 'code', 'sso', 'link'))`,
  `alter table sessions add column agent text not null default ''`,
  `alter table sessions add column address text not null default ''`,

  `create table recovery_codes (
    user_id integer not null references users (id),
    code_hash text not null,
    used_at text,
    primary key (user_id, code_hash)
  ) strict, without rowid`,
  `create table account_links (
    id integer primary key autoincrement,
    token_hash text not null unique,
    kind text not null check (kind in ('invitation', 'reset')),
    email text not null collate nocase,
    role text check (role in ('viewer', 'analyst', 'admin')),
    user_id integer references users (id),
    made_by integer references users (id),
    created_at text not null,
    expires_at text not null,
    used_at text,
    check ((kind = 'invitation') = (role is not null)),
    check ((kind = 'reset') = (user_id is not null))
  ) strict`,
  `create index account_links_email on account_links (email)`,
  `create table sign_in_steps (
    token_hash text primary key,
    kind text not null check (kind in ('code', 'sso')),
    visit_hash text not null,
    body text not null,
    tries integer not null default 0,
    created_at text not null,
    expires_at text not null
  ) strict, without rowid`,
  `create index audit_action on audit (action, id)`,
  `create index audit_user on audit (user_id, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
