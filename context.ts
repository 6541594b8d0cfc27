import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { closeDatabase, type Database, openDatabase } from './db/open.ts';
import { type Instant, instantOf } from './model/day.ts';
import { createMailer, type Mailer } from './reports/mailer.ts';
import { requestFields } from './server/request-id.ts';
import { createFetcher, type Fetcher } from './sources/fetching/http.ts';
import { createWorkers, type Workers } from './workers/pool.ts';

/** Names under which a secret could slip into a line of the log. */
const SECRETS = [
  'password',
  'token',
  'secret',
  'code',
  'authorization',
  'cookie',
  'SMTP_URL',
  'MAIL_RETURN_BOX',
  'METRICS_TOKEN',
  'API_DATA_GOV_KEY',
  'x-api-key',
].flatMap((name) => [`["${name}"]`, `*["${name}"]`, `err["${name}"]`]);

/** What a page or a job may use. Handed in, so that tests can hand in another. */
export interface Context {
  config: Config;
  db: Database;
  workers: Workers;
  fetcher: Fetcher;
  mailer: Mailer;
  log: Logger;
  now(): Instant;
  /** Has the schedule look at once what is due; missing where there is none. */
  wake?(): void;
}

/** The time, as this machine has it: the one place that asks the clock. */
export const systemNow = (): Instant => instantOf(new Date());

/**
 * Takes the settings; opens the database and gives everything pages and jobs need. Close it when done. `serving` is for
 * the one process that serves pages and runs the schedule: a second one is refused.
 */
export async function openContext(config: Config, options: { serving?: boolean } = {}): Promise<Context> {
  const log = pino({ level: config.LOG_LEVEL, redact: SECRETS, mixin: requestFields });
  const now = systemNow;
  const db = await openDatabase(config.DATABASE, options);
  return {
    config,
    db,
    workers: createWorkers({ threads: config.READ_WORKERS }),
    fetcher: createFetcher({
      contact: config.FETCH_CONTACT,
      allow: config.FETCH_ALLOW,
      maxBytes: config.FETCH_MAX_MB * 1024 * 1024,
      now,
    }),
    mailer: createMailer(config.SMTP_URL, config.MAIL_FROM, {
      domains: config.MAIL_DOMAINS,
      returnTo: config.MAIL_RETURN,
    }),
    log,
    now,
  };
}

/** Ends workers, connections and the database, in that order, so that nothing writes to a closed file. */
export async function closeContext(context: Context): Promise<void> {
  await context.workers.close();
  await context.fetcher.close();
  await closeDatabase(context.db);
}
