import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { OpenItem } from '../../model/open-data.ts';
import { chunks } from '../chunks.ts';
import { sha256 } from '../documents/identity.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Schema } from '../schema.ts';

/** Where the program remembers the moment of the last run that was finished. */
export const PUBLISHED_AT = 'open published at';

export type OpenKind = Schema['open_items']['kind'];
/** Rows read at once while a file is written. */
const AT_ONCE = 500;

/** Publishes what is new or differs, under one moment; gives how many that were. What is as it was keeps its time. */
export function publishItems(
  db: Database,
  kind: OpenKind,
  items: readonly { id: string; body: object }[],
  now: Instant,
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const known = await hashesOf(
      trx,
      kind,
      items.map((item) => item.id),
    );
    let changed = 0;
    for (const { id, body } of items) {
      const text = JSON.stringify(body);
      const hash = sha256(text);
      if (known.get(id) === hash) continue;
      const values = { body: text, hash, changed_at: now, gone_at: null };
      await trx
        .insertInto('open_items')
        .values({ kind, id, first_at: now, ...values })
        .onConflict((oc) => oc.columns(['kind', 'id']).doUpdateSet(values))
        .execute();
      changed += 1;
    }
    return changed;
  });
}

/** Hashes of those that stand; what was withdrawn has none, so that it is published anew. */
async function hashesOf(db: Database, kind: OpenKind, ids: readonly string[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('open_items')
      .select(['id', 'hash'])
      .where('kind', '=', kind)
      .where('id', 'in', some)
      .where('gone_at', 'is', null)
      .execute();
    for (const row of rows) known.set(row.id, row.hash);
  }
  return known;
}

/** Withdraws what stands and is not among these; its last words and its address are kept. Gives how many. */
export function withdrawOthers(db: Database, kind: OpenKind, kept: ReadonlySet<string>, now: Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const standing = await trx
      .selectFrom('open_items')
      .select('id')
      .where('kind', '=', kind)
      .where('gone_at', 'is', null)
      .execute();
    const gone = standing.map((row) => row.id).filter((id) => !kept.has(id));
    for (const some of chunks(gone)) {
      await trx
        .updateTable('open_items')
        .set({ gone_at: now, changed_at: now })
        .where('kind', '=', kind)
        .where('id', 'in', some)
        .execute();
    }
    return gone.length;
  });
}

/** One thing that is or was published, or null. */
export async function openItem<Body>(db: Database, kind: OpenKind, id: string): Promise<OpenItem<Body> | null> {
  const row = await db
    .selectFrom('open_items')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toItem<Body>(row) : null;
}

/**
 * What stands, by id, in pieces; with `since` what was published, changed or withdrawn after that moment instead.
 */
export async function* openItems<Body>(
  db: Database,
  kind: OpenKind,
  since: Instant | null,
): AsyncIterable<OpenItem<Body>[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('open_items')
      .selectAll()
      .where('kind', '=', kind)
      .where('id', '>', after)
      .$if(since === null, (query) => query.where('gone_at', 'is', null))
      .$if(since !== null, (query) => query.where('changed_at', '>', since as Instant))
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return;
    yield rows.map((row) => toItem<Body>(row));
    after = rows.at(-1)?.id ?? '';
  }
}

function toItem<Body>(row: Selectable<Schema['open_items']>): OpenItem<Body> {
  const { id, body, first_at, changed_at, gone_at } = row;
  return { id, body: JSON.parse(body) as Body, firstAt: first_at, changedAt: changed_at, goneAt: gone_at };
}
