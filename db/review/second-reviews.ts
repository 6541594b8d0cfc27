import type { Instant } from '../../model/day.ts';
import { SEVERITIES, type Severity } from '../../model/flag.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';

/** For which flags a decision stands only once a second person has taken the same; none unless an administrator says so. */
export async function secondReviewOf(db: Database): Promise<ReadonlySet<Severity>> {
  const row = await db
    .selectFrom('second_reviews')
    .select('severities')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const said = new Set((row?.severities ?? '').split(' '));
  return new Set(SEVERITIES.filter((severity) => said.has(String(severity))));
}

/** Asks for a second reviewer of flags of these severities from now on. What was decided before stands. */
export function askSecondReview(
  db: Database,
  severities: readonly Severity[],
  by: { userId: number; now: Instant },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const said = severities.join(' ');
    await trx.insertInto('second_reviews').values({ severities: said, user_id: by.userId, at: by.now }).execute();
    const detail = { severities: [...severities] };
    await audit(trx, { at: by.now, userId: by.userId, action: 'review.second', subject: 'decisions', detail });
  });
}
