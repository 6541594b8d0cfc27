import { type Kysely, sql } from 'kysely';

/**
 * What leaves the house: subscriptions, the events they wait for, webhooks, feeds, tokens for programs, frozen reports.
 * Kept for ever: events, matches, reports. Words are written out, as in the first step.
 */
const STATEMENTS = [
  `create table alert_settings (
    user_id integer primary key references users (id) on delete cascade,
    time_zone text not null default 'UTC',
    digest_hour integer not null default 8 check (digest_hour between 0 and 23),
    digest_weekday integer not null default 1 check (digest_weekday between 1 and 7),
    quiet_from integer check (quiet_from between 0 and 23),
    quiet_to integer check (quiet_to between 0 and 23),
    snoozed_until text,
    refused_at text,
    refused_reason text,
    check ((quiet_from is null) = (quiet_to is null))
  ) strict`,
  `create table webhooks (
    id integer primary key autoincrement,
    user_id integer not null references users (id) on delete cascade,
    name text not null,
    url text not null,
    shape text not null check (shape in ('dealwatch', 'slack', 'teams')),
    secret text not null,
    failures integer not null default 0,
    disabled_at text,
    last_ok_at text,
    last_error text,
    created_at text not null
  ) strict`,
  `create index webhooks_user on webhooks (user_id)`,
  `create table subscriptions (
    id integer primary key autoincrement,
    user_id integer not null references users (id) on delete cascade,
    kinds text not null,
    scope text not null check (scope in ('all', 'filter', 'pair', 'company', 'authority')),
    scope_value text not null,
    min_band text not null check (min_band in ('High', 'Medium', 'Low', 'none')),
    working_days integer check (working_days between 1 and 60),
    cadence text not null check (cadence in ('now', 'daily', 'weekly')),
    webhook_id integer references webhooks (id) on delete cascade,
    created_at text not null,
    last_fired_at text
  ) strict`,
  `create index subscriptions_user on subscriptions (user_id)`,
  `insert into subscriptions (user_id, kinds, scope, scope_value, min_band, cadence, created_at)
    select id, '["flag"]', 'all', '', 'High', 'now', created_at from users where mail_high_flags = 1`,
  `create table alert_events (
    id integer primary key autoincrement,
    key text not null unique,
    kind text not null check (kind in ('flag', 'score', 'status', 'money', 'contradiction', 'deal', 'deadline', 'source')),
    pair_id text,
    body text not null,
    at text not null
  ) strict`,
  `create index alert_events_time on alert_events (at)`,
  `create index alert_events_pair on alert_events (pair_id, id)`,
  `create trigger alert_events_no_update before update on alert_events begin select raise(abort, 'what was told stays on record'); end`,
  `create trigger alert_events_no_delete before delete on alert_events begin select raise(abort, 'what was told stays on record'); end`,
  `create table alert_matches (
    user_id integer not null references users (id) on delete cascade,
    event_id integer not null references alert_events (id),
    subscription_ids text not null,
    due_at text not null,
    digest integer not null check (digest in (0, 1)),
    mail_id integer references outbox (id),
    primary key (user_id, event_id)
  ) strict, without rowid`,
  `create index alert_matches_due on alert_matches (due_at) where mail_id is null`,
  `create index alert_matches_mail on alert_matches (mail_id) where mail_id is not null`,
  `create table webhook_deliveries (
    id integer primary key autoincrement,
    webhook_id integer not null references webhooks (id) on delete cascade,
    event_id integer references alert_events (id),
    body text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
    attempts integer not null default 0,
    next_try_at text not null,
    claim text,
    claimed_at text,
    status integer,
    error text,
    created_at text not null,
    sent_at text,
    unique (webhook_id, event_id)
  ) strict`,
  `create index webhook_deliveries_due on webhook_deliveries (state, next_try_at)`,

  `alter table outbox add column user_id integer references users (id)`,
  `alter table outbox add column thread text`,
  `alter table outbox add column unsubscribe text`,
  `alter table outbox add column picture text`,
  `alter table outbox add column attachments text not null default '[]'`,
  `create index outbox_user on outbox (user_id, created_at)`,

  `create table feeds (
    id integer primary key autoincrement,
    token_hash text not null unique,
    user_id integer not null references users (id) on delete cascade,
    name text not null,
    kind text not null check (kind in ('changes', 'deadlines')),
    filter text not null,
    created_at text not null,
    last_used_at text
  ) strict`,
  `create table api_tokens (
    id integer primary key autoincrement,
    token_hash text not null unique,
    user_id integer not null references users (id) on delete cascade,
    name text not null,
    scopes text not null,
    created_at text not null,
    expires_at text,
    last_used_at text,
    revoked_at text
  ) strict`,

  `create table report_snapshots (
    id text primary key,
    kind text not null check (kind in ('dossier', 'briefing', 'board', 'register')),
    title text not null,
    about text not null,
    entries blob not null,
    created_by integer references users (id),
    created_at text not null
  ) strict, without rowid`,
  `create index report_snapshots_time on report_snapshots (created_at desc)`,
  `create trigger report_snapshots_no_update before update on report_snapshots begin select raise(abort, 'a frozen report stays as it was'); end`,
  `create trigger report_snapshots_no_delete before delete on report_snapshots begin select raise(abort, 'a frozen report stays as it was'); end`,
  `create table report_schedules (
    id integer primary key autoincrement,
    user_id integer not null references users (id) on delete cascade,
    kind text not null check (kind in ('dossier', 'briefing', 'board', 'register')),
    filter text not null,
    format text not null,
    cadence text not null check (cadence in ('daily', 'weekly', 'monthly')),
    next_due_at text not null,
    created_at text not null
  ) strict`,
  `create index report_schedules_due on report_schedules (next_due_at)`,
  `create table report_templates (
    kind text primary key check (kind in ('dossier', 'briefing', 'board', 'register')),
    body text not null,
    logo blob,
    changed_by integer references users (id),
    changed_at text not null
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
