import { sql } from 'kysely';
import type { Instant } from '../../model/day.ts';
import type { StoredDocument } from '../../model/document.ts';
import { Conflict, NotFound } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { pairOf } from '../ledger/facts.ts';
import { currentNaming } from '../ledger/naming.ts';
import { type Database, inTransaction } from '../open.ts';
import type { RereadingState } from '../schema.ts';
import { differences, type FieldChange, type Told } from './fact-differences.ts';
import { READER } from './reading.ts';
import { getDocuments } from './stored-documents.ts';

/**
 * A newer reader reads what is stored without changing anything: what it finds otherwise waits as a proposal, until an
 * administrator accepts it or not. The decision is a state; a job brings the documents in line with it, and with the
 * opposite one should somebody think again (jobs/reread.ts).
 */
export interface Rereading {
  id: number;
  version: string;
  state: RereadingState;
  /** Documents compared so far, and those of them that it reads otherwise. */
  compared: number;
  otherwise: number;
  begunAt: Instant;
  decidedAt: Instant | null;
  decidedBy: string | null;
}

/** What a reader would put in the place of the present reading of a document. */
export interface ProposedReading {
  documentId: string;
  facts: Fact[];
  language: string;
  millis: number;
  /** How far it reads, where it does not read all. */
  reason?: string | null;
}

/** Begins to compare, unless this version has been compared; a proposal that nobody has decided about is overtaken. */
export function beginRereading(db: Database, version: string, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const outdated = await trx
      .selectFrom('readings')
      .select('id')
      .where('extractor', '=', READER)
      .where('current', '=', 1)
      .where('version', '<>', version)
      .limit(1)
      .executeTakeFirst();
    if (!outdated) return;
    const open = ['comparing', 'ready'] as const;
    const overtaken = { state: 'rejected' as const, decided_at: now };
    await trx
      .updateTable('rereadings')
      .set(overtaken)
      .where('state', 'in', [...open])
      .where('version', '<>', version)
      .execute();
    await trx
      .insertInto('rereadings')
      .values({ version, state: 'comparing', begun_at: now, decided_at: null, decided_by: null })
      .onConflict((oc) => oc.doNothing())
      .execute();
  });
}

/** Every version that has been compared, the latest first. */
export async function listRereadings(db: Database): Promise<Rereading[]> {
  const rows = await db
    .selectFrom('rereadings as r')
    .leftJoin('users as u', 'u.id', 'r.decided_by')
    .select(['r.id', 'r.version', 'r.state', 'r.documents', 'r.begun_at', 'r.decided_at', 'u.name'])
    .select(sql<number>`(select count(*) from reread_documents where rereading_id = r.id)`.as('otherwise'))
    .orderBy('r.id', 'desc')
    .execute();
  return rows.map(({ id, version, state, documents, otherwise, begun_at, decided_at, name }) => {
    return {
      id,
      version,
      state,
      compared: documents,
      otherwise,
      begunAt: begun_at,
      decidedAt: decided_at,
      decidedBy: name,
    };
  });
}

/** The comparison of this version, or null. */
export async function rereadingOf(db: Database, version: string): Promise<Rereading | null> {
  return (await listRereadings(db)).find((one) => one.version === version) ?? null;
}

/**
 * Documents that another version has read, next in line to be compared, each with the number of its reading. Goes through
 * the readings in their order and never back: each is looked at once, however many documents there are.
 */
export async function nextToCompare(
  db: Database,
  { id, version }: Pick<Rereading, 'id' | 'version'>,
  limit: number,
): Promise<{ reading: number; document: StoredDocument }[]> {
  const rows = await db
    .selectFrom('readings as r')
    .innerJoin('documents as d', 'd.id', 'r.document_id')
    .select(['r.id', 'r.document_id'])
    .where('r.id', '>', (eb) => eb.selectFrom('rereadings').select('last_seq').where('id', '=', id))
    .where('r.extractor', '=', READER)
    // Not by an index: it would have to be sorted each time.
    .where(sql<boolean>`+r.current = 1`)
    .where('r.version', '<>', version)
    .where('d.state', '=', 'read')
    .orderBy('r.id')
    .limit(limit)
    .execute();
  const ids = rows.map((row) => row.document_id);
  const documents = new Map((await getDocuments(db, ids)).map((one) => [one.id, one]));
  return rows.flatMap(({ id: reading, document_id }) => {
    const document = documents.get(document_id);
    return document ? [{ reading, document }] : [];
  });
}

/** Keeps what a reader found in some documents, where it differs from what stands; readings up to `last` have been compared. */
export function keepProposed(
  db: Database,
  id: number,
  last: number,
  readings: readonly ProposedReading[],
): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (const { documentId, ...read } of readings) {
      const present = await presentFacts(trx, documentId);
      if (present.map(({ fact }) => fact.id).join() === read.facts.map((fact) => fact.id).join()) continue;
      await trx
        .insertInto('reread_documents')
        .values({ rereading_id: id, document_id: documentId, facts: JSON.stringify(read) })
        .onConflict((oc) => oc.doNothing())
        .execute();
    }
    const documents = sql<number>`documents + ${readings.length}`;
    await trx.updateTable('rereadings').set({ last_seq: last, documents }).where('id', '=', id).execute();
  });
}

/** Everything has been compared: somebody may decide. What reads everything as before needs no decision. */
export async function finishComparing(db: Database, id: number, now: Instant): Promise<void> {
  const one = await db
    .selectFrom('reread_documents')
    .select('document_id')
    .where('rereading_id', '=', id)
    .limit(1)
    .execute();
  const decided = one.length ? { state: 'ready' as const } : { state: 'accepted' as const, decided_at: now };
  await db.updateTable('rereadings').set(decided).where('id', '=', id).where('state', '=', 'comparing').execute();
}

/** Accepts or rejects, also against an earlier decision. Throws NotFound, and Conflict while it is being compared or overtaken. */
export function decideRereading(
  db: Database,
  id: number,
  state: 'accepted' | 'rejected',
  { userId, now }: { userId: number; now: Instant },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const row = await trx.selectFrom('rereadings').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new NotFound(t('refused.there-is-no-such-rereading'));
    const newest = await trx.selectFrom('rereadings').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
    if (row.state === 'comparing' || newest?.id !== id)
      throw new Conflict(t('refused.this-rereading-cannot-be-decided'));
    if (row.state === state) return;
    await trx
      .updateTable('rereadings')
      .set({ state, decided_at: now, decided_by: userId })
      .where('id', '=', id)
      .execute();
    const [before, after] = [{ state: row.state }, { state }];
    await audit(trx, {
      at: now,
      userId,
      action: `rereading.${state}`,
      subject: `version ${row.version}`,
      before,
      after,
    });
  });
}

/** Documents whose reading is not yet the one that was decided for: to be put in, or taken back. */
export async function outOfLine(
  db: Database,
  { id, version, state }: Pick<Rereading, 'id' | 'version' | 'state'>,
  limit: number,
): Promise<ProposedReading[]> {
  if (state !== 'accepted' && state !== 'rejected') return [];
  const isPutIn = state === 'accepted';
  const rows = await db
    .selectFrom('reread_documents as s')
    .innerJoin('readings as r', (join) =>
      join.onRef('r.document_id', '=', 's.document_id').on('r.extractor', '=', READER).on('r.current', '=', 1),
    )
    .select(['s.document_id', 's.facts'])
    .where('s.rereading_id', '=', id)
    .where('r.version', isPutIn ? '<>' : '=', version)
    .$if(!isPutIn, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('readings as earlier')
            .select('earlier.id')
            .whereRef('earlier.document_id', '=', 's.document_id')
            .where('earlier.extractor', '=', READER)
            .where('earlier.version', '<>', version),
        ),
      ),
    )
    .orderBy('s.document_id')
    .limit(limit)
    .execute();
  return rows.map(({ document_id, facts }) => ({ documentId: document_id, ...parsed(facts) }));
}

const parsed = (body: string) => JSON.parse(body) as Omit<ProposedReading, 'documentId'>;

/** What a proposal would change: each document that it reads otherwise, for at most so many. */
export interface ProposedChange {
  documentId: string;
  title: string;
  publisher: string;
  changes: FieldChange[];
}

/** Takes a proposal that is not in force; gives what it would change. */
export async function proposedChanges(db: Database, id: number, most: number): Promise<ProposedChange[]> {
  const rows = await db
    .selectFrom('reread_documents as s')
    .innerJoin('documents as d', 'd.id', 's.document_id')
    .select(['s.document_id', 's.facts', 'd.title', 'd.publisher'])
    .where('s.rereading_id', '=', id)
    .orderBy('d.seq', 'desc')
    .limit(most)
    .execute();
  const naming = await currentNaming(db);
  const found: ProposedChange[] = [];
  for (const { document_id: documentId, facts, title, publisher } of rows) {
    const after = parsed(facts).facts.map((fact) => ({ pairId: pairOf(fact, naming), fact }));
    const changes = differences(await presentFacts(db, documentId), after);
    if (changes.length) found.push({ documentId, title, publisher, changes });
  }
  return found;
}

/** What the reader's present reading of a document holds, in its order. */
async function presentFacts(db: Database, documentId: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('readings as r')
    .innerJoin('reading_facts as rf', 'rf.reading_id', 'r.id')
    .innerJoin('facts as f', 'f.id', 'rf.fact_id')
    .select(['f.pair_id', 'f.body'])
    .where('r.document_id', '=', documentId)
    .where('r.extractor', '=', READER)
    .where('r.current', '=', 1)
    .orderBy('rf.position')
    .execute();
  return rows.map(({ pair_id, body }) => ({ pairId: pair_id, fact: JSON.parse(body) as Fact }));
}
