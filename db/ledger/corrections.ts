import { pairId } from '../../model/company.ts';
import { type Correction, standingReplacements } from '../../model/correction.ts';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { chunks } from '../chunks.ts';
import { makeJobDue } from '../jobs.ts';
import { type Database, inTransaction } from '../open.ts';
import { correctionsOfDocuments } from './correction-rows.ts';
import { markPairsDirty } from './dirty.ts';
import { saveFacts } from './facts.ts';

export { correctionsOfDocuments } from './correction-rows.ts';

/** The name under which what people read is stored beside what the machine read. */
export const PERSON = 'person';
const VERSION = '1';
const LONGEST_REASON = 2000;

export interface NewCorrection {
  original: Fact | null;
  replacement: Fact | null;
}

/**
 * Puts what a person says in place of what was read, for one fact or for several that tell the same; gives how many.
 * Their pairs are marked to be assembled. Throws InvalidInput without a reason or a change, Conflict when a fact has been
 * corrected meanwhile.
 */
export function addCorrections(
  db: Database,
  corrections: readonly NewCorrection[],
  by: { reason: string; userId: number; now: Instant },
): Promise<number> {
  const reason = by.reason.trim();
  if (!reason || reason.length > LONGEST_REASON) {
    const sentence = t('refused.say-why-in-at-most', { most: LONGEST_REASON });
    throw new InvalidInput(sentence, { reason: sentence });
  }
  return inTransaction(db, async (trx) => {
    for (const correction of corrections) await addOne(trx, correction, { ...by, reason });
    await makeJobDue(trx, 'assemble', by.now);
    return corrections.length;
  });
}

async function addOne(
  db: Database,
  { original, replacement }: NewCorrection,
  by: { reason: string; userId: number; now: Instant },
): Promise<void> {
  const documentId = (original ?? replacement)?.documentId;
  if (!documentId) throw new InvalidInput(t('refused.there-is-nothing-to-correct'));
  await refuseTwice(db, documentId, original);
  const { id } = await db
    .insertInto('corrections')
    .values({
      document_id: documentId,
      original_id: original?.id ?? null,
      original: original && JSON.stringify(original),
      replacement_id: replacement?.id ?? null,
      replacement: replacement && JSON.stringify(replacement),
      reason: by.reason,
      user_id: by.userId,
      at: by.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await takeUp(db, documentId, [original, replacement], by.now);
  const detail = { correction: id, original: original?.id ?? null, replacement: replacement?.id ?? null };
  await audit(db, { at: by.now, userId: by.userId, action: 'fact.corrected', subject: documentId, detail });
}

async function refuseTwice(db: Database, documentId: string, original: Fact | null): Promise<void> {
  if (!original) return;
  const earlier = (await correctionsOfDocuments(db, [documentId])).filter((one) => one.undone === null);
  const same = earlier.find((one) => one.original?.id === original.id);
  if (same) throw new Conflict(t('refused.has-corrected-this-already-look', { userName: same.userName }));
}

/** What people say of a document now, as facts of their own; and the pairs concerned, to be assembled. */
async function takeUp(db: Database, documentId: string, facts: readonly (Fact | null)[], now: Instant): Promise<void> {
  const corrections = await correctionsOfDocuments(db, [documentId]);
  const standing = standingReplacements(corrections);
  await saveFacts(db, documentId, { extractor: PERSON, version: VERSION, facts: standing, readAt: now, millis: 0 });
  const pairs = facts.flatMap((fact) => (fact?.acquirer && fact.target ? [pairId(fact.acquirer, fact.target)] : []));
  await markPairsDirty(db, pairs);
}

/** Takes a correction back: what was read counts again. Throws NotFound, Conflict when that has been done. */
export function undoCorrection(db: Database, id: number, by: { userId: number; now: Instant }): Promise<Correction> {
  return inTransaction(db, async (trx) => {
    const row = await trx.selectFrom('corrections').select('document_id').where('id', '=', id).executeTakeFirst();
    if (!row) throw new NotFound(t('refused.there-is-no-such-correction'));
    const all = await correctionsOfDocuments(trx, [row.document_id]);
    const one = all.find((correction) => correction.id === id) as Correction;
    if (one.undone) throw new Conflict(t('refused.has-taken-this-correction-back', { userName: one.undone.userName }));
    await trx.insertInto('correction_undos').values({ correction_id: id, user_id: by.userId, at: by.now }).execute();
    await takeUp(trx, row.document_id, [one.original, one.replacement], by.now);
    await makeJobDue(trx, 'assemble', by.now);
    await audit(trx, {
      at: by.now,
      userId: by.userId,
      action: 'fact.correction_undone',
      subject: row.document_id,
      detail: { correction: id },
    });
    return one;
  });
}

/** Corrections about a pair, as it was read or as it was corrected; the newest first. */
export async function correctionsOfPair(
  db: Database,
  id: string,
  documentIds: readonly string[],
): Promise<Correction[]> {
  const rows: { document_id: string }[] = [];
  for (const some of chunks([...documentIds])) {
    rows.push(...(await db.selectFrom('corrections').select('document_id').where('document_id', 'in', some).execute()));
  }
  const moved = await db
    .selectFrom('corrections as c')
    .innerJoin('facts as f', 'f.id', 'c.original_id')
    .select('c.document_id')
    .where('f.pair_id', '=', id)
    .execute();
  const all = await correctionsOfDocuments(db, [...new Set([...rows, ...moved].map((row) => row.document_id))]);
  const isOf = (fact: Fact | null) =>
    Boolean(fact?.acquirer && fact.target && pairId(fact.acquirer, fact.target) === id);
  return all.filter(({ original, replacement }) => isOf(original) || isOf(replacement)).reverse();
}

/** True while a change to a pair waits to be assembled. */
export async function isPending(db: Database, pairId: string): Promise<boolean> {
  const row = await db.selectFrom('dirty_pairs').select('pair_id').where('pair_id', '=', pairId).executeTakeFirst();
  return row !== undefined;
}
