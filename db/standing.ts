import type { Instant } from '../model/day.ts';
import { NotFound } from '../model/errors.ts';
import { t } from '../words/speak.ts';
import { audit } from './audit.ts';
import { type Database, inTransaction } from './open.ts';

type Ending = 'market_shares' | 'company_figures' | 'name_rulings' | 'suppressions';

/** Ends what a person once added: it counts no more and stays on record. Throws NotFound when it does not stand. */
export function endStanding(db: Database, table: Ending, id: number, userId: number, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable(table)
      .set({ ended_at: now, ended_by: userId })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new NotFound(t('refused.it-has-been-ended-already'));
    await audit(trx, { at: now, userId, action: `${table.replace('_', '-')}.end`, subject: String(id) });
  });
}
