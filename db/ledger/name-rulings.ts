import { sameGroup } from '../../model/company.ts';
import type { Instant } from '../../model/day.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import type { NameRuling } from '../../model/naming.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import { endStanding } from '../standing.ts';
import { refileFactsNaming } from './facts.ts';

export interface NewRuling {
  kind: NameRuling['kind'];
  name: string;
  /** Needed for a split, null for a merge. */
  documentId: string | null;
  into: string;
  reason: string;
  userId: number;
  now: Instant;
}

async function isDocument(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/**
 * Rules that a name means a company: everywhere (merge) or in one document (split). Facts stay as they were read and are
 * filed anew. Throws InvalidInput when both names are one already, without a reason, or for a split without a document that is stored.
 */
export async function addRuling(db: Database, given: NewRuling): Promise<number> {
  const { kind, name, documentId, into, reason, userId, now } = given;
  if (!name.trim() || !into.trim())
    throw new InvalidInput(t('refused.give-both-names'), { into: t('refused.is-missing') });
  if (sameGroup(name, into))
    throw new InvalidInput(t('refused.and-are-one-company-already', { name, into }), {
      into: t('refused.is-the-same'),
    });
  if (!reason.trim()) throw new InvalidInput(t('refused.say-why'), { reason: t('refused.is-missing') });
  if ((kind === 'split') !== (documentId !== null))
    throw new InvalidInput(t('refused.a-split-names-its-document'), { documentId: t('refused.is-missing') });
  if (documentId !== null && !(await isDocument(db, documentId)))
    throw new InvalidInput(t('refused.no-document-has-that-id'), { documentId: t('refused.is-unknown') });
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('name_rulings')
      .values({
        kind,
        name: name.trim(),
        document_id: documentId,
        into_name: into.trim(),
        reason,
        user_id: userId,
        at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: now,
      userId,
      action: `company.${kind}`,
      subject: name,
      detail: { into, documentId, reason },
    });
    await refileFactsNaming(trx, [name, into]);
    return id;
  });
}

/** Takes a ruling back: facts are filed as they were before it. Throws NotFound when it does not stand. */
export function undoRuling(db: Database, id: number, userId: number, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const row = await trx.selectFrom('name_rulings').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new NotFound(t('refused.there-is-no-such-ruling'));
    await endStanding(trx, 'name_rulings', id, userId, now);
    await refileFactsNaming(trx, [row.name, row.into_name]);
  });
}

/** Rulings that stand, and with `all` also those taken back, the newest first. */
export async function listRulings(db: Database, all = false): Promise<NameRuling[]> {
  const rows = await db
    .selectFrom('name_rulings as n')
    .innerJoin('users as u', 'u.id', 'n.user_id')
    .selectAll('n')
    .select('u.name as user_name')
    .$if(!all, (query) => query.where('n.ended_at', 'is', null))
    .orderBy('n.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    documentId: row.document_id,
    into: row.into_name,
    reason: row.reason,
    userId: row.user_id,
    userName: row.user_name,
    at: row.at,
    endedAt: row.ended_at,
  }));
}
