import { type Kysely, sql } from 'kysely';

/**
 * Exchange rates and reported figures are facts of the world and kept; which of a site's addresses count is part of a
 * source that a person adds.
 */
const STATEMENTS = [
  `create table exchange_rates (
    currency text not null check (length(currency) = 3),
    day text not null,
    per_euro real not null check (per_euro > 0),
    fetched_at text not null,
    primary key (currency, day)
  ) strict, without rowid`,
  `create table reported_figures (
    company text not null,
    kind text not null check (kind in ('capex')),
    tag text not null,
    start_day text not null,
    end_day text not null check (end_day >= start_day),
    currency text not null,
    value real not null,
    filing text not null,
    form text not null,
    filed text not null,
    primary key (company, kind, tag, start_day, end_day, currency)
  ) strict, without rowid`,
  `alter table sources add column shape text check (shape in ('feed', 'sitemap', 'page'))`,
  `alter table sources add column only_addresses text`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
