import type { Instant } from '../../model/day.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import type { RuleId } from '../../model/flag.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { keptRows } from '../kept-rows.ts';
import { type Database, inTransaction } from '../open.ts';

export interface NewAssignment {
  pairId: string;
  rule: RuleId;
  /** Who is to look; null for nobody in particular. */
  assignee: number | null;
  userId: number;
  now: Instant;
}

/**
 * Asks a person to look at a flag, or nobody any more. Appended; the flag shows the latest. Throws NotFound when the
 * flag is gone, InvalidInput when the person cannot sign in or may not decide.
 */
export function assign(db: Database, assignment: NewAssignment): Promise<void> {
  const { pairId, rule, assignee, userId, now } = assignment;
  return inTransaction(db, async (trx) => {
    if (assignee !== null) await mustDecide(trx, assignee);
    const { numUpdatedRows } = await trx
      .updateTable('flags')
      .set({ assignee })
      .where('pair_id', '=', pairId)
      .where('rule', '=', rule)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new NotFound(t('refused.this-flag-is-gone-its'));
    await trx.insertInto('assignments').values({ pair_id: pairId, rule, assignee, user_id: userId, at: now }).execute();
    await audit(trx, { at: now, userId, action: 'flag.assign', subject: `${pairId} ${rule}`, detail: { assignee } });
  });
}

async function mustDecide(db: Database, id: number): Promise<void> {
  const user = await db.selectFrom('users').select(['role', 'disabled_at']).where('id', '=', id).executeTakeFirst();
  if (user && user.role !== 'viewer' && user.disabled_at === null) return;
  const sentence = t('refused.a-person-who-may-decide');
  throw new InvalidInput(sentence, { assignee: sentence });
}

/** Who was last asked to look at each flag of a pair. */
export async function assigneesOf(db: Database, pairId: string): Promise<Map<RuleId, number | null>> {
  const rows = await db
    .selectFrom('assignments')
    .select(['rule', 'assignee'])
    .where('pair_id', '=', pairId)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.rule, row.assignee]));
}

/** How many flags wait for a person's decision because they were asked to look. */
export async function countAssigned(db: Database, userId: number): Promise<number> {
  const row = await db
    .selectFrom('flags')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('assignee', '=', userId)
    .where('state', 'in', ['to_review', 'watching', 'escalated'])
    .executeTakeFirstOrThrow();
  return row.n;
}

const DECIDERS = `select "id", "name" from "users" where "role" <> 'viewer' and "disabled_at" is null order by "name", "id"`;

/** People to whom a flag can be given, by name. */
export function listDeciders(db: Database): Promise<readonly { id: number; name: string }[]> {
  return keptRows(db, DECIDERS);
}
