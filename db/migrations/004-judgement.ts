import { type Kysely, sql } from 'kysely';

/**
 * What people add to the ledger's judgement, all of it kept: shares of markets and figures of companies with their
 * sources, rulings on who is who, suppressions with owner and expiry, and the versions of weights and thresholds. A row is
 * never edited: it is ended by whom and when, and another takes its place.
 */
const TABLES = [
  `create table market_shares (
    id integer primary key autoincrement,
    company text not null,
    market text not null,
    territory text not null,
    share real not null check (share > 0 and share <= 100),
    as_of text not null,
    source text not null check (source <> ''),
    user_id integer not null references users (id),
    at text not null,
    ended_at text,
    ended_by integer references users (id)
  ) strict`,
  `create index market_shares_standing on market_shares (market, territory) where ended_at is null`,
  ...onlyEnded('market_shares'),

  `create table company_figures (
    id integer primary key autoincrement,
    company text not null,
    measure text not null check (measure in ('turnover', 'assets', 'share-of-supply')),
    territory text not null check (territory in ('world', 'us', 'uk', 'eu', 'germany', 'austria')),
    value real not null check (value >= 0),
    currency text,
    as_of text not null,
    source text not null check (source <> ''),
    user_id integer not null references users (id),
    at text not null,
    ended_at text,
    ended_by integer references users (id),
    check ((measure = 'share-of-supply') = (currency is null))
  ) strict`,
  `create index company_figures_standing on company_figures (company) where ended_at is null`,
  ...onlyEnded('company_figures'),

  `create table name_rulings (
    id integer primary key autoincrement,
    kind text not null check (kind in ('merge', 'split')),
    name text not null,
    document_id text references documents (id),
    into_name text not null,
    reason text not null check (reason <> ''),
    user_id integer not null references users (id),
    at text not null,
    ended_at text,
    ended_by integer references users (id),
    check ((kind = 'split') = (document_id is not null))
  ) strict`,
  ...onlyEnded('name_rulings'),

  `create table suppressions (
    id integer primary key autoincrement,
    pair_id text,
    rule text check (rule in ('round-trip', 'circular-financing', 'acqui-hire', 'staged-stake', 'cross-holding',
      'exclusivity', 'governance-rights', 'input-foreclosure', 'serial-acquisition', 'below-threshold',
      'nascent-competitor', 'market-share')),
    company text,
    reason text not null check (reason <> ''),
    user_id integer not null references users (id),
    at text not null,
    expires_on text not null,
    ended_at text,
    ended_by integer references users (id),
    check (pair_id is not null or company is not null)
  ) strict`,
  ...onlyEnded('suppressions'),

  `create table rule_settings (
    version integer primary key autoincrement,
    settings text not null,
    reason text not null check (reason <> ''),
    user_id integer not null references users (id),
    at text not null
  ) strict`,
  ...kept('rule_settings', 'update'),
  ...kept('rule_settings', 'delete'),

  // Which version of the screens and of their settings made a score: derived, like the score.
  `alter table pairs add column rules_version text not null default ''`,
];

function kept(table: string, verb: 'update' | 'delete'): string[] {
  return [
    `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'what people say stays on record'); end`,
  ];
}

/** Rows may be ended once, and nothing else about them may change. */
function onlyEnded(table: string): string[] {
  return [
    ...kept(table, 'delete'),
    `create trigger ${table}_ended_once before update on ${table}
      when old.ended_at is not null or new.ended_at is null or new.id <> old.id or new.user_id <> old.user_id or new.at <> old.at
      begin select raise(abort, 'what people say stays on record'); end`,
  ];
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
}
