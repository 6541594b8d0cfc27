import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { keptRows } from '../kept-rows.ts';
import type { Database } from '../open.ts';
import type { Schema, ViewPage } from '../schema.ts';

export { VIEW_PAGES, type ViewPage } from '../schema.ts';

/** A page's address kept under a name. */
export interface SavedView {
  id: number;
  page: ViewPage;
  name: string;
  /** The query, without its question mark. */
  query: string;
  shared: boolean;
  ownerId: number;
  ownerName: string;
}

const LONGEST_NAME = 80;
const LONGEST_QUERY = 2000;
/** A list longer than this is no help. */
const MOST_VIEWS = 100;

/** Keeps an address under a name; a view of the same name is replaced. Throws InvalidInput, Conflict when there are too many. */
export async function saveView(
  db: Database,
  view: { userId: number; page: ViewPage; name: string; query: string; shared: boolean; now: Instant },
): Promise<void> {
  const name = view.name.trim();
  if (!name || name.length > LONGEST_NAME) {
    const sentence = t('refused.a-view-needs-a-name', { most: LONGEST_NAME });
    throw new InvalidInput(sentence, { name: sentence });
  }
  if (view.query.length > LONGEST_QUERY) throw new InvalidInput(t('refused.this-address-is-too-long'));
  const own = (await listViews(db, view.userId, view.page)).filter((other) => other.ownerId === view.userId);
  if (own.length >= MOST_VIEWS) throw new Conflict(t('refused.there-are-views-already-take', { MOST_VIEWS }));
  const kept = { query: view.query, shared: view.shared ? (1 as const) : (0 as const) };
  await db
    .insertInto('saved_views')
    .values({ user_id: view.userId, page: view.page, name, created_at: view.now, ...kept })
    .onConflict((oc) => oc.columns(['user_id', 'page', 'name']).doUpdateSet(kept))
    .execute();
}

type ViewRow = Pick<Selectable<Schema['saved_views']>, 'id' | 'page' | 'name' | 'query' | 'shared' | 'user_id'> & {
  owner: string;
};

const VIEWS = `select "v"."id", "v"."page", "v"."name", "v"."query", "v"."shared", "v"."user_id", "u"."name" as "owner"
  from "saved_views" as "v" join "users" as "u" on "u"."id" = "v"."user_id"
  where "v"."page" = ? and ("v"."user_id" = ? or "v"."shared" = 1) order by "v"."name", "v"."id"`;

/** A person's own views of a page and those that others share, by name. */
export async function listViews(db: Database, userId: number, page: ViewPage): Promise<SavedView[]> {
  const rows = await keptRows<ViewRow>(db, VIEWS, page, userId);
  return rows.map((row) => ({
    id: row.id,
    page: row.page,
    name: row.name,
    query: row.query,
    shared: row.shared === 1,
    ownerId: row.user_id,
    ownerName: row.owner,
  }));
}

/** Takes out one of a person's own views; gives false when it is not theirs. */
export async function deleteView(db: Database, id: number, userId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
