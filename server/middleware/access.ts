import type { RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import type { Role, User } from '../../db/people/users.ts';
import { paths } from '../../model/paths.ts';
import { labels, t } from '../../words/speak.ts';
import type { Route } from '../handler.ts';
import { labelled } from '../present/selects.ts';
import { Refusal } from '../refusal.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const RANK: Record<Route['role'], number> = { anyone: 0, viewer: 1, analyst: 2, admin: 3 };

/** True when someone with this role (null: not signed in) may use a route. A role that is not known opens nothing. */
export function mayUse(route: Pick<Route, 'role'>, role: Role | null): boolean {
  const needed = RANK[route.role];
  return needed !== undefined && (role === null ? 0 : (RANK[role] ?? 0)) >= needed;
}

/** True when this person must set up a second factor before anything else; single sign-on sees to its own. */
export function owesSecondFactor(wanted: Config['SECOND_FACTOR'], user: User, way: Visitor['way']): boolean {
  const isAsked = wanted === 'everyone' || (wanted === 'admins' && user.role === 'admin');
  return isAsked && !user.secondFactor && way !== 'sso';
}

/** Lets through who may use the route. On a GET, others are asked to sign in; on a POST, told that nothing was done. */
export function access(
  route: Pick<Route, 'role' | 'method' | 'early'>,
  secondFactor: Config['SECOND_FACTOR'] = 'no',
): RequestHandler {
  return (req, res, next) => {
    const { user, way } = visitorOf(res);
    if (mayUse(route, user?.role ?? null)) {
      if (!user || route.role === 'anyone' || route.early || !owesSecondFactor(secondFactor, user, way)) return next();
      if (route.method === 'GET') return res.redirect(302, paths.secondFactor());
      throw new Refusal(403, t('frame.first-a-second-factor'), t('frame.set-up-a-second-factor'));
    }
    if (user)
      throw new Refusal(
        403,
        t('frame.not-for-your-role'),
        t('frame.this-needs-the-role-of', {
          role: labelled(labels('role'), route.role),
          role2: labels('role')[user.role],
        }),
      );
    if (route.method === 'GET') return res.redirect(302, paths.signIn(wayBack(req.originalUrl)));
    throw new Refusal(403, t('frame.you-are-signed-out'), t('frame.nothing-was-stored-sign-in'));
  };
}

/** A header of many kilobytes is more than browsers and proxies take: a longer address is not kept for after signing in. */
const LONGEST_WAY_BACK = 2000;
const wayBack = (address: string) => (address.length <= LONGEST_WAY_BACK ? address : undefined);
