import type { Context } from '../../context.ts';
import { createSession, type SessionWay } from '../../db/people/sessions.ts';
import type { PageRequest, RedirectAnswer } from '../handler.ts';

/** Signs a person in and sends them on; whatever session the browser had before ends. */
export async function beginSession(
  { db, now, config }: Context,
  { from }: Pick<PageRequest, 'from'>,
  { userId, way, next }: { userId: number; way: SessionWay; next: string },
): Promise<RedirectAnswer> {
  const ends = { days: config.SESSION_DAYS, maxDays: config.SESSION_MAX_DAYS };
  const where = { agent: from.agent, address: from.address };
  const { token } = await createSession(db, { userId, now: now(), way, ...ends, ...where });
  return { redirect: next, session: token };
}
