import type { Day, Instant } from '../../model/day.ts';
import { addDays, dayOf } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import type { RuleId } from '../../model/flag.ts';
import type { Suppression } from '../../model/suppression.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import { builtOnce } from '../prepared.ts';
import { endStanding } from '../standing.ts';
import { markPairsDirty, markPairsOfCompany } from './dirty.ts';

/** Nobody looks again at what is put away for longer. */
const LONGEST_DAYS = 366;

export interface NewSuppression {
  pairId: string | null;
  rule: RuleId | null;
  company: string | null;
  reason: string;
  expiresOn: Day;
  userId: number;
  now: Instant;
}

/**
 * Puts some flags away until a day. The pairs are assessed anew, so that queue, alerts, exports and scores agree. Throws
 * InvalidInput without a reason, without a scope, or with an end that is past or over a year ahead.
 */
export async function suppress(db: Database, given: NewSuppression): Promise<number> {
  const { pairId, rule, company, reason, expiresOn, userId, now } = given;
  const today = dayOf(now);
  if (!reason.trim()) throw new InvalidInput(t('refused.say-why'), { reason: t('refused.is-missing') });
  if (!pairId && !company)
    throw new InvalidInput(t('refused.say-which-deal-or-which'), { pairId: t('refused.is-missing') });
  if (expiresOn < today || expiresOn > addDays(today, LONGEST_DAYS)) {
    throw new InvalidInput(t('refused.choose-an-end-between-today'), { expiresOn: t('refused.cannot-be') });
  }
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('suppressions')
      .values({ pair_id: pairId, rule, company, reason, expires_on: expiresOn, user_id: userId, at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: now,
      userId,
      action: 'flag.suppress',
      subject: pairId ?? company ?? '',
      detail: { rule, reason, expiresOn },
    });
    await markCovered(trx, pairId, company);
    return id;
  });
}

/** Lifts a suppression before its end. Throws NotFound when it does not stand. */
export async function liftSuppression(db: Database, id: number, userId: number, now: Instant): Promise<void> {
  const row = await db
    .selectFrom('suppressions')
    .select(['pair_id', 'company'])
    .where('id', '=', id)
    .executeTakeFirst();
  await endStanding(db, 'suppressions', id, userId, now);
  if (row) await markCovered(db, row.pair_id, row.company);
}

async function markCovered(db: Database, pairId: string | null, company: string | null): Promise<void> {
  if (pairId) await markPairsDirty(db, [pairId]);
  else if (company) await markPairsOfCompany(db, company);
}

const STANDING = builtOnce((db, today: Day) =>
  db
    .selectFrom('suppressions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .selectAll('s')
    .select('u.name as user_name')
    .where('s.ended_at', 'is', null)
    .where('s.expires_on', '>=', today)
    .orderBy('s.expires_on')
    .orderBy('s.id'),
);

/** Suppressions that hold on a day, the one that ends first before the others. */
export async function standingSuppressions(db: Database, today: Day): Promise<Suppression[]> {
  const rows = await STANDING(db, today);
  return rows.map((row) => ({
    id: row.id,
    pairId: row.pair_id,
    rule: row.rule,
    company: row.company,
    reason: row.reason,
    userId: row.user_id,
    userName: row.user_name,
    at: row.at,
    expiresOn: row.expires_on,
    endedAt: row.ended_at,
  }));
}
