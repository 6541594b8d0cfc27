import { pino } from 'pino';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/open.ts';
import type { Instant } from '../model/day.ts';
import { Unreadable } from '../model/errors.ts';

const none = async () => {
  throw new Unreadable('Not in a bench.');
};

/** What jobs are handed in a bench: a database and a clock that stands still; nothing is fetched, read or sent. */
export function aBenchContext(db: Database, now: Instant): Context {
  return {
    config: { ...readConfig({}), DATABASE: ':memory:' },
    db,
    workers: { list: none, read: none, article: none, file: none, understand: none, close: async () => undefined },
    fetcher: { get: none, close: async () => undefined },
    mailer: { configured: false, send: none },
    log: pino({ level: 'silent' }),
    now: () => now,
  } as unknown as Context;
}
