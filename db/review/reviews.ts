import type { Selectable } from 'kysely';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import {
  type Decision,
  type DecisionAction,
  type DismissalReason,
  flagState,
  needsSecond,
  type RuleId,
} from '../../model/flag.ts';
import type { Note } from '../../model/note.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { latestDecision, selectDecisions, toDecision } from '../ledger/decisions.ts';
import { type Database, inTransaction } from '../open.ts';
import type { Schema } from '../schema.ts';
import { noteMentions } from './mentions.ts';
import { secondReviewOf } from './second-reviews.ts';

export interface NewDecision {
  pairId: string;
  rule: RuleId;
  action: DecisionAction;
  reason: DismissalReason | null;
  note: string | null;
  /** The evidence that was on the screen. */
  evidenceHash: string;
  /** The latest decision that was on the screen: its id, null for none; left out when it does not matter. */
  expectedLatestId?: number | null;
  userId: number;
  now: Instant;
}

/**
 * Appends what a person decided about a flag; gives it. Throws Conflict when the evidence has changed or someone else
 * has decided since the page was shown, NotFound when the flag is gone, InvalidInput for a dismissal without a reason.
 */
export function decide(db: Database, decision: NewDecision): Promise<Decision> {
  checkReason(decision);
  return inTransaction(db, async (trx) => {
    const { pairId, rule } = decision;
    const flag = await trx
      .selectFrom('flags')
      .select(['evidence_hash', 'severity'])
      .where('pair_id', '=', pairId)
      .where('rule', '=', rule)
      .executeTakeFirst();
    if (!flag) throw new NotFound(t('refused.this-flag-is-gone-its'));
    const before = await latestDecision(trx, pairId, rule);
    refuseStale(decision, flag.evidence_hash, before);
    const awaits = needsSecond({ ...decision, severity: flag.severity }, before, await secondReviewOf(trx));
    const taken = await append(trx, decision, awaits);
    await moveFlag(trx, taken, flag.evidence_hash);
    await audit(trx, {
      at: decision.now,
      userId: decision.userId,
      action: `flag.${decision.action}`,
      subject: `${pairId} ${rule}`,
      detail: { decision: taken.id, reason: taken.reason, ...(awaits ? { awaitsSecond: true } : {}) },
    });
    return taken;
  });
}

async function append(db: Database, decision: NewDecision, awaits: boolean): Promise<Decision> {
  const { id } = await db
    .insertInto('decisions')
    .values({
      pair_id: decision.pairId,
      rule: decision.rule,
      action: decision.action,
      reason: decision.action === 'dismiss' ? decision.reason : null,
      note: decision.note?.trim() || null,
      evidence_hash: decision.evidenceHash,
      user_id: decision.userId,
      at: decision.now,
      awaits_second: awaits ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return toDecision(await selectDecisions(db).where('d.id', '=', id).executeTakeFirstOrThrow());
}

async function moveFlag(db: Database, taken: Decision, evidenceHash: string): Promise<void> {
  const { state, reopened } = flagState({ evidenceHash }, taken);
  await db
    .updateTable('flags')
    .set({ state, reopened: reopened ? 1 : 0 })
    .where('pair_id', '=', taken.pairId)
    .where('rule', '=', taken.rule)
    .execute();
}

function checkReason({ action, reason, note }: NewDecision): void {
  if (action !== 'dismiss') return;
  if (!reason)
    throw new InvalidInput(t('refused.a-dismissal-needs-a-reason'), { reason: t('refused.choose-a-reason') });
  if (reason === 'other' && !note?.trim()) {
    throw new InvalidInput(t('refused.the-reason-other-needs-a'), { note: t('refused.say-what-the-reason-is') });
  }
}

function refuseStale(decision: NewDecision, evidenceHash: string, before: Decision | null): void {
  if (evidenceHash !== decision.evidenceHash) {
    throw new Conflict(t('refused.the-evidence-of-this-flag'));
  }
  if (decision.expectedLatestId !== undefined && decision.expectedLatestId !== (before?.id ?? null)) {
    const who = before ? `${before.userName} has` : 'Someone has';
    throw new Conflict(t('refused.decided-about-this-flag-since', { who }));
  }
}

/** Every decision on a pair, or on one of its flags, the newest first. */
export async function decisionsOf(db: Database, pairId: string, rule?: RuleId): Promise<Decision[]> {
  const rows = await selectDecisions(db)
    .where('d.pair_id', '=', pairId)
    .$if(rule !== undefined, (query) => query.where('d.rule', '=', rule as RuleId))
    .orderBy('d.id', 'desc')
    .execute();
  return rows.map(toDecision);
}

const LONGEST_NOTE = 10_000;

/** Appends a remark; gives it. Throws InvalidInput for an empty or endless one, NotFound when there is no such pair. */
export function addNote(
  db: Database,
  note: { pairId: string; rule: RuleId | null; text: string; userId: number; now: Instant },
): Promise<Note> {
  const text = note.text.trim();
  if (!text || text.length > LONGEST_NOTE) {
    const sentence = t('refused.a-note-has', { most: String(LONGEST_NOTE) });
    throw new InvalidInput(sentence, { text: sentence });
  }
  return inTransaction(db, async (trx) => {
    const pair = await trx.selectFrom('pairs').select('id').where('id', '=', note.pairId).executeTakeFirst();
    if (!pair) throw new NotFound(t('refused.there-is-no-such-deal'));
    const { id } = await trx
      .insertInto('notes')
      .values({ pair_id: note.pairId, rule: note.rule, text, user_id: note.userId, at: note.now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await noteMentions(trx, id, text);
    return toNote(await selectNotes(trx).where('n.id', '=', id).executeTakeFirstOrThrow());
  });
}

/** Remarks on a pair and its flags, the newest first: all of them, or so many. */
export async function notesOf(db: Database, pairId: string, most?: number): Promise<Note[]> {
  const rows = await selectNotes(db)
    .where('n.pair_id', '=', pairId)
    .orderBy('n.id', 'desc')
    .$if(most !== undefined, (query) => query.limit(most as number))
    .execute();
  return rows.map(toNote);
}

/** How many remarks there are on a pair and its flags. */
export async function countNotes(db: Database, pairId: string): Promise<number> {
  const { n } = await db
    .selectFrom('notes')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('pair_id', '=', pairId)
    .executeTakeFirstOrThrow();
  return n;
}

function selectNotes(db: Database) {
  return db
    .selectFrom('notes as n')
    .innerJoin('users as u', 'u.id', 'n.user_id')
    .selectAll('n')
    .select('u.name as user_name');
}

function toNote(row: Selectable<Schema['notes']> & { user_name: string }): Note {
  return {
    id: row.id,
    pairId: row.pair_id,
    rule: row.rule,
    text: row.text,
    userId: row.user_id,
    userName: row.user_name,
    at: row.at,
  };
}
