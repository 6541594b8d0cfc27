import { type Kysely, sql } from 'kysely';

/**
 * What the workbench needs. Words are written out, as in the first step.
 *
 * Kept for ever: saved views, assignments, corrections and their undoing, who a note mentions.
 * Derived, can be dropped and rebuilt: pair_facets, facet_counts, companies, and the column flags.assignee.
 */
const TABLES = [
  `create table saved_views (
    id integer primary key autoincrement,
    user_id integer not null references users (id),
    page text not null check (page in ('flags', 'deals', 'documents', 'search')),
    name text not null,
    query text not null,
    shared integer not null default 0 check (shared in (0, 1)),
    created_at text not null,
    unique (user_id, page, name)
  ) strict`,

  `create table assignments (
    id integer primary key autoincrement,
    pair_id text not null,
    rule text not null,
    assignee integer references users (id),
    user_id integer not null references users (id),
    at text not null
  ) strict`,
  `create index assignments_flag on assignments (pair_id, rule, id)`,
  ...keptAsWritten('assignments', 'who was asked to look stays on record'),
  `alter table flags add column assignee integer references users (id)`,
  `create index flags_assignee on flags (assignee, score desc, pair_id, rule_order) where assignee is not null`,

  `create table corrections (
    id integer primary key autoincrement,
    document_id text not null references documents (id),
    original_id text,
    original text,
    replacement_id text,
    replacement text,
    reason text not null,
    user_id integer not null references users (id),
    at text not null,
    check (original is not null or replacement is not null)
  ) strict`,
  `create index corrections_document on corrections (document_id, id)`,
  ...keptAsWritten('corrections', 'corrections are appended, never changed'),
  `create table correction_undos (
    correction_id integer primary key references corrections (id),
    user_id integer not null references users (id),
    at text not null
  ) strict`,
  ...keptAsWritten('correction_undos', 'corrections are appended, never changed'),

  `create table note_mentions (
    note_id integer not null references notes (id),
    user_id integer not null references users (id),
    primary key (note_id, user_id)
  ) strict, without rowid`,
  `create index note_mentions_user on note_mentions (user_id, note_id)`,
  ...keptAsWritten('note_mentions', 'notes are appended, never changed'),
  `create virtual table notes_fts using fts5 (
    text, content = 'notes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  )`,
  `create trigger notes_indexed after insert on notes
    begin insert into notes_fts (rowid, text) values (new.id, new.text); end`,
  `insert into notes_fts (notes_fts) values ('rebuild')`,
  `create virtual table documents_words using fts5vocab ('documents_fts', 'row')`,

  // 0 for a row that rests on what one outlet alone tells.
  `alter table pair_scrutiny add column established integer not null default 1 check (established in (0, 1))`,
  `update pair_scrutiny set established = 0 where exists (
    select 1 from pairs p, json_each(p.body, '$.scrutiny') s
    where p.id = pair_scrutiny.pair_id and json_extract(s.value, '$.authority') = pair_scrutiny.authority
      and json_array_length(s.value, '$.history') = 0)`,
  `create table pair_facets (
    facet text not null,
    value text not null,
    pair_id text not null,
    primary key (facet, value, pair_id)
  ) strict, without rowid`,
  `create index pair_facets_pair on pair_facets (pair_id, facet, value)`,
  `create table facet_counts (
    facet text not null, value text not null, state text not null, flags integer not null,
    primary key (facet, value, state)
  ) strict, without rowid`,
  `create index pairs_target on pairs (target, score desc)`,
  `create table companies (
    name text primary key,
    acquires integer not null,
    targeted integer not null
  ) strict, without rowid`,
  `create trigger pairs_named_in after insert on pairs begin ${named('new', 1)} end`,
  `create trigger pairs_taken_apart before delete on pairs begin
    ${named('old', -1)}
    delete from flags where pair_id = old.id;
    delete from pair_facets where pair_id = old.id;
  end`,
  `create trigger flags_facets_in after insert on flags begin ${faceted('new', 1)} end`,
  `create trigger flags_facets_out after delete on flags begin ${faceted('old', -1)} end`,
  `create trigger flags_facets_again after update of state, assignee on flags
    begin ${faceted('old', -1)} ${faceted('new', 1)} end`,

  // What is derived already, counted once.
  `insert into companies (name, acquires, targeted)
    select name, sum(acquires), sum(targeted) from (
      select acquirer as name, 1 as acquires, 0 as targeted from pairs union all select target, 0, 1 from pairs
    ) group by name`,
  `insert or ignore into pair_facets (facet, value, pair_id)
    select 'layer', layer, id from pairs where layer is not null
    union select 'kind', kind, pair_id from deals
    union select 'certainty', certainty, pair_id from deals
    union select 'authority', authority, pair_id from pair_scrutiny where established = 1
    union select 'status', status, pair_id from pair_scrutiny where established = 1
    union select 'source', d.source_class, p.id
      from pairs p, json_each(p.body, '$.documentIds') j join documents d on d.id = j.value`,
  `insert into facet_counts (facet, value, state, flags)
    select pf.facet, pf.value, f.state, count(*) from flags f join pair_facets pf on pf.pair_id = f.pair_id
    group by pf.facet, pf.value, f.state`,
  `insert into facet_counts (facet, value, state, flags)
    select 'assignee', 'nobody', state, count(*) from flags group by state`,
];

/** Counts both parties of a pair in or out. */
function named(row: 'new' | 'old', by: 1 | -1): string {
  const one = (name: string, acquires: number, targeted: number) =>
    `insert into companies (name, acquires, targeted) values (${row}.${name}, ${acquires}, ${targeted})
      on conflict do update set acquires = acquires + (${acquires}), targeted = targeted + (${targeted});`;
  return `${one('acquirer', by, 0)} ${one('target', 0, by)}`;
}

/** Counts a flag in or out under every facet of its pair, and under whoever it is assigned to. */
function faceted(row: 'new' | 'old', by: 1 | -1): string {
  const add = `on conflict do update set flags = flags + (${by});`;
  return `insert into facet_counts (facet, value, state, flags)
      select facet, value, ${row}.state, ${by} from pair_facets where pair_id = ${row}.pair_id ${add}
    insert into facet_counts (facet, value, state, flags)
      values ('assignee', coalesce(${row}.assignee, 'nobody'), ${row}.state, ${by}) ${add}`;
}

/** Triggers that refuse every change and removal. */
function keptAsWritten(table: string, why: string): string[] {
  return ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, '${why}'); end`,
  );
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
}
