import type { RequestHandler } from 'express';
import type { Role } from '../../db/users.ts';
import { paths } from '../../model/paths.ts';
import type { Route } from '../handler.ts';
import { Refusal } from '../refusal.ts';
import { visitorOf } from './visitor.ts';

const RANK: Record<Route['role'], number> = { anyone: 0, viewer: 1, analyst: 2, admin: 3 };

/** True when someone with this role (null: not signed in) may use a route. A role that is not known opens nothing. */
export function mayUse(route: Pick<Route, 'role'>, role: Role | null): boolean {
  const needed = RANK[route.role];
  return needed !== undefined && (role === null ? 0 : (RANK[role] ?? 0)) >= needed;
}

/** Lets through who may use the route. On a GET, others are asked to sign in; on a POST, told that nothing was done. */
export function access(route: Pick<Route, 'role' | 'method'>): RequestHandler {
  return (req, res, next) => {
    const { user } = visitorOf(res);
    if (mayUse(route, user?.role ?? null)) return next();
    if (user)
      throw new Refusal(403, 'Not for your role', `This needs the role of ${route.role}; you are ${user.role}.`);
    if (route.method === 'GET') return res.redirect(302, paths.signIn(req.originalUrl));
    throw new Refusal(403, 'You are signed out', 'Nothing was stored. Sign in and send the form again.');
  };
}
