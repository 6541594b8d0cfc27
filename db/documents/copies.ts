import { CompiledQuery } from 'kysely';
import { addDays, type Day } from '../../model/day.ts';
import type { SourceClass } from '../../model/scrutiny.ts';
import { markDocumentsDirty } from '../ledger/dirty.ts';
import type { Database } from '../open.ts';
import { words } from './identity.ts';
import { READER } from './reading.ts';
import { BANDS, bandsOf, type Shingles, shingles, similarity, tellApart } from './similarity.ts';

/** Copies of one story in other outlets (Feedly, too, takes 85 %). */
const COPY_SIMILARITY = 0.85;
/** Wire copy is printed within days; what is alike after longer is a page of the same kind. */
const COPY_DAYS = 14;
/** At one address, a text that shares at least this much with the last one replaces it; less is another text. */
const VERSION_SIMILARITY = 0.5;
/** Texts compared in full, the most promising first. */
const MOST_CANDIDATES = 20;

/** A document just stored, as the comparison needs it. */
export interface Arrived {
  seq: number;
  id: string;
  canonicalUrl: string | null;
  textHash: string;
  day: string;
  text: string;
}

/**
 * Finds the documents that tell the same story and the earlier texts of the same page, and settles which one counts;
 * says whether there were any. Runs for each document that is stored, so its look-ups are written out and not built.
 */
export async function settleFamily(
  db: Database,
  arrived: Arrived,
  wordsOfText: readonly string[],
): Promise<{ isAlone: boolean }> {
  const set = shingles(wordsOfText);
  const bands = bandsOf(set);
  const copies = [...(await sameTexts(db, arrived)), ...(await similarTexts(db, arrived, set, bands))];
  await keepBands(db, arrived.seq, bands);
  const older = await settleVersions(db, arrived, set);
  if (copies.length || older.length) await electLeader(db, await families(db, [arrived.id, ...copies]));
  for (const id of older) await electLeader(db, await families(db, [id]));
  return { isAlone: copies.length === 0 && older.length === 0 };
}

/** A text seen again counts as the page's present one, even if another had replaced it. */
export async function settleReturn(db: Database, arrived: Arrived): Promise<void> {
  const older = await settleVersions(db, arrived, shingles(words(arrived.text)));
  for (const id of [arrived.id, ...older]) await electLeader(db, await families(db, [id]));
}

/** One row a statement: several in one would make FTS5 write out its index each time (see `indexText`). */
async function keepBands(db: Database, seq: number, bands: readonly number[]): Promise<void> {
  const insert = 'insert into document_bands (band, seq) values (?, ?)';
  for (const band of bands) await db.executeQuery(CompiledQuery.raw(insert, [band, seq]));
}

async function sameTexts(db: Database, { id, textHash }: Arrived): Promise<string[]> {
  const select = `select id from documents where text_hash = ? and id <> ? limit ${MOST_CANDIDATES}`;
  const { rows } = await db.executeQuery<{ id: string }>(CompiledQuery.raw(select, [textHash, id]));
  return rows.map((row) => row.id);
}

const NEAR = `select d.id, d.text, d.canonical_url
  from (select seq, count(*) as shared from document_bands where band in (${Array(BANDS).fill('?').join(', ')})
    group by seq order by shared desc, seq desc limit ${MOST_CANDIDATES}) near
  join documents d on d.seq = near.seq where d.day >= ? and d.day <= ?`;

async function similarTexts(db: Database, arrived: Arrived, set: Shingles, bands: number[]): Promise<string[]> {
  if (bands.length === 0) return [];
  const days = [-COPY_DAYS, COPY_DAYS].map((n) => addDays(arrived.day as Day, n));
  const { rows } = await db.executeQuery<{ id: string; text: string; canonical_url: string | null }>(
    CompiledQuery.raw(NEAR, [...bands, ...days]),
  );
  return rows
    .filter((row) => row.canonical_url === null || row.canonical_url !== arrived.canonicalUrl)
    .filter(
      (row) => similarity(set, shingles(words(row.text))) >= COPY_SIMILARITY && !tellApart(arrived.text, row.text),
    )
    .map((row) => row.id);
}

/** Marks every earlier text of the page as replaced by the latest one seen; gives the ids that changed. */
async function settleVersions(db: Database, arrived: Arrived, set: Shingles): Promise<string[]> {
  if (arrived.canonicalUrl === null) return [];
  const select = 'select id, text, last_seen_at, superseded_by from documents where canonical_url = ?';
  const { rows } = await db.executeQuery<{
    id: string;
    text: string;
    last_seen_at: string;
    superseded_by: string | null;
  }>(CompiledQuery.raw(select, [arrived.canonicalUrl]));
  if (rows.length < 2) return [];
  const versions = rows.filter(
    (row) => row.id === arrived.id || similarity(set, shingles(words(row.text))) >= VERSION_SIMILARITY,
  );
  const latest = versions.reduce((a, b) => (later(a, b) ? a : b), versions[0] as (typeof versions)[number]);
  const changed = versions.filter((row) => row.superseded_by !== (row.id === latest.id ? null : latest.id));
  for (const row of changed) {
    const superseded = row.id === latest.id ? null : latest.id;
    await db.updateTable('documents').set({ superseded_by: superseded }).where('id', '=', row.id).execute();
  }
  await markDocumentsDirty(
    db,
    changed.map((row) => row.id),
  );
  return changed.map((row) => row.id);
}

/** Of two seen at the same moment the id decides, so that the order of arrival does not. */
function later(a: { last_seen_at: string; id: string }, b: { last_seen_at: string; id: string }): boolean {
  return a.last_seen_at === b.last_seen_at ? a.id > b.id : a.last_seen_at > b.last_seen_at;
}

interface Member {
  id: string;
  publisher: string;
  source_class: SourceClass;
  day: string;
  duplicate_of: string | null;
  superseded_by: string | null;
}

/** Everything that counts as the same story as one of these documents, themselves included. */
async function families(db: Database, ids: readonly string[]): Promise<Member[]> {
  const columns = ['id', 'publisher', 'source_class', 'day', 'duplicate_of', 'superseded_by'] as const;
  const named = await db.selectFrom('documents').select(columns).where('id', 'in', ids).execute();
  const leaders = [...new Set(named.map((member) => member.duplicate_of ?? member.id))];
  return db
    .selectFrom('documents')
    .select(columns)
    .where((eb) => eb.or([eb('id', 'in', leaders), eb('duplicate_of', 'in', leaders)]))
    .execute();
}

const CLASS_ORDER: Record<SourceClass, number> = { official: 0, filing: 1, press: 2 };

/**
 * Lets one document stand for the story: the page's present text before a replaced one, an official page before the
 * press, the earliest first. The choice rests on content alone, so that the order of arrival changes nothing.
 */
async function electLeader(db: Database, members: Member[]): Promise<void> {
  const [leader, ...rest] = members.sort(
    (a, b) =>
      Number(a.superseded_by !== null) - Number(b.superseded_by !== null) ||
      CLASS_ORDER[a.source_class] - CLASS_ORDER[b.source_class] ||
      compare(a.day, b.day) ||
      compare(a.id, b.id),
  );
  if (!leader) return;
  const changed = [leader, ...rest].filter((m) => m.duplicate_of !== (m === leader ? null : leader.id));
  if (leader.duplicate_of !== null) await readAsItsOwn(db, leader.id);
  for (const member of rest.filter((m) => m.duplicate_of !== leader.id)) {
    await db
      .updateTable('documents')
      .set({
        state: 'duplicate',
        duplicate_of: leader.id,
        state_reason: `Same text as the page of ${leader.publisher}.`,
      })
      .where('id', '=', member.id)
      .execute();
  }
  await markDocumentsDirty(
    db,
    changed.map((member) => member.id),
  );
}

/** A document that no longer counts as a copy goes back to what it was: read if it has been, else waiting. */
async function readAsItsOwn(db: Database, id: string): Promise<void> {
  const reading = await db
    .selectFrom('readings')
    .select('id')
    .where('document_id', '=', id)
    .where('extractor', '=', READER)
    .executeTakeFirst();
  await db
    .updateTable('documents')
    .set({ state: reading ? 'read' : 'fetched', duplicate_of: null, state_reason: null, attempts: 0 })
    .where('id', '=', id)
    .execute();
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
