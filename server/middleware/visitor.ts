import { createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Context } from '../../context.ts';
import { findSession, type SessionWay } from '../../db/people/sessions.ts';
import type { User } from '../../db/people/users.ts';
import { createCookie } from './cookies.ts';

/** Whoever sent the request, signed in or not. */
export interface Visitor {
  user: User | null;
  /** What their forms must carry. */
  csrf: string;
  /** Token of the session; null when not signed in. */
  session: string | null;
  /** How they signed in; null when not signed in. */
  way: SessionWay | null;
  /** Stands for this browser, signed in or not: session token or visit number. */
  key: string;
  /** A visit number that the browser does not have yet. */
  newVisit: string | null;
}

export interface Visitors {
  recognise: RequestHandler;
  /** Signs in with a session's token, or out with null. */
  setSession(res: Response, token: string | null): void;
  /** Called when a page is drawn: gives the browser what its forms need, and keeps the session cookie young. */
  remember(res: Response): void;
}

/** Takes what pages may use; gives the one place that reads and writes cookies. */
export function createVisitors(context: Context): Visitors {
  const overHttps = isHttps(context);
  const [sessions, visits] = [createCookie('dealwatch', overHttps), createCookie('dealwatch-visit', overHttps)];
  const days = context.config.SESSION_DAYS;
  // Of this process alone: a sign-in form opened before a restart is asked for again, and nothing is stored.
  const secret = randomBytes(32);
  return {
    recognise: async (req, res, next) => {
      const token = sessions.read(req);
      const session = token ? await findSession(context.db, token, context.now()) : null;
      res.locals.visitor = session
        ? { user: session.user, csrf: session.csrf, session: token, way: session.way, key: token, newVisit: null }
        : anonymous(secret, visits.read(req));
      next();
    },
    setSession: (res, token) => (token ? sessions.set(res, token, days) : sessions.clear(res)),
    remember: (res) => {
      const { session, newVisit } = visitorOf(res);
      if (session) sessions.set(res, session, days);
      if (newVisit) visits.set(res, newVisit);
    },
  };
}

/** Who sent the request that is being answered; a stranger when that could not be found out. */
export function visitorOf(res: Response): Visitor {
  const stranger: Visitor = { user: null, csrf: '', session: null, way: null, key: '', newVisit: null };
  return (res.locals.visitor as Visitor | undefined) ?? stranger;
}

/** True when people reach the dashboard over HTTPS. */
export function isHttps(context: Pick<Context, 'config'>): boolean {
  return context.config.PUBLIC_URL?.startsWith('https:') ?? false;
}

function anonymous(secret: Buffer, known: string | null): Visitor {
  const visit = known ?? randomBytes(24).toString('base64url');
  const csrf = createHmac('sha256', secret).update(visit).digest('base64url');
  return { user: null, csrf, session: null, way: null, key: visit, newVisit: known ? null : visit };
}
