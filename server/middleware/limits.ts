import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { t } from '../../words/speak.ts';
import type { Route } from '../handler.ts';
import { Refusal } from '../refusal.ts';
import { visitorOf } from './visitor.ts';

const MINUTE_MS = 60_000;
/** Failed sign-ins: enough for someone who has forgotten which of five passwords it was, too few for guessing. */
const FAILED = { windowMs: 5 * MINUTE_MS, perAddress: 20, perAccount: 10 };
/** Reading a pasted text takes a thread for up to seconds. */
const READ = { windowMs: MINUTE_MS, perPerson: 30 };

/** Asking for mails and going to the single sign-on, whether it works out or not. */
const ASKED = { windowMs: 5 * MINUTE_MS, perAddress: 20 };

/** What a program may ask; each answer says how much of it is left. */
const PROGRAM = { windowMs: MINUTE_MS, perToken: 600 };

export interface Limits {
  /** Before the body is read: by where the request comes from, or who sends it. */
  before(route: Pick<Route, 'limit'>): RequestHandler[];
  /** After it: by the account that is tried. */
  after(route: Pick<Route, 'limit'>): RequestHandler[];
}

/** Counts requests in this process alone; a restart forgets them. */
export function createLimits(): Limits {
  const failedFrom = limiter({ windowMs: FAILED.windowMs, limit: FAILED.perAddress, skipSuccessfulRequests: true });
  const failedFor = limiter({
    windowMs: FAILED.windowMs,
    limit: FAILED.perAccount,
    skipSuccessfulRequests: true,
    // A form without an address is about a sign-in that is half done, which counts its own tries.
    skip: (_req, res) => !(res.locals.form as URLSearchParams).get('email'),
    keyGenerator: (_req, res) => accountKey((res.locals.form as URLSearchParams).get('email') ?? ''),
  });
  const readBy = limiter({
    windowMs: READ.windowMs,
    limit: READ.perPerson,
    keyGenerator: (req, res) => String(visitorOf(res).user?.id ?? ipKeyGenerator(req.ip ?? '')),
  });
  const askedFrom = limiter({ windowMs: ASKED.windowMs, limit: ASKED.perAddress });
  const programs = limiter({
    windowMs: PROGRAM.windowMs,
    limit: PROGRAM.perToken,
    standardHeaders: 'draft-8',
    identifier: 'program',
    keyGenerator: (req) => accountKey(`${req.get('authorization') ?? ''} ${ipKeyGenerator(req.ip ?? '')}`),
  });
  const before = { 'sign-in': [failedFrom], read: [readBy], ask: [askedFrom], program: [programs] };
  return {
    before: ({ limit }) => (limit ? before[limit] : []),
    after: ({ limit }) => (limit === 'sign-in' ? [failedFor] : []),
  };
}

function limiter(options: Partial<Options>): RequestHandler {
  return rateLimit({
    standardHeaders: false,
    legacyHeaders: false,
    // A header that pretends to come through a proxy is not believed, and not worth a line in the log each time.
    validate: { xForwardedForHeader: false },
    handler: (_req, res, next, { windowMs }) => {
      res.setHeader('Retry-After', String(Math.ceil(windowMs / 1000)));
      const minutes = windowMs / MINUTE_MS;
      const wait = t('frame.minutes', { n: minutes });
      next(new Refusal(429, t('frame.too-many-tries'), t('frame.wait-and-try-again-nothing', { wait })));
    },
    ...options,
  });
}

/** Like the database, an account is the same in whatever case; what was typed is not kept. */
function accountKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}
