import { pino } from 'pino';
import { afterEach } from 'vitest';
import { readConfig } from '../../config.ts';
import type { Context } from '../../context.ts';
import type { Database } from '../../db/open.ts';
import type { JobRun } from '../../jobs/job.ts';
import { addMs, type Instant } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import type { ReadInput, Reading } from '../../model/reading.ts';
import type { Mailer, Message } from '../../reports/mailer.ts';
import { readReturnedMail } from '../../reports/returned-mail.ts';
import { createFetcher, type Fetcher } from '../../sources/fetching/http.ts';
import { readFile } from '../../sources/files/read-file.ts';
import { findSource } from '../../sources/index.ts';
import { readOpml } from '../../sources/lists/opml.ts';
import type { Workers } from '../../workers/pool.ts';
import { at } from '../db/world.ts';

/** A clock that stands still until it is told to go on. */
export interface Clock {
  now(): Instant;
  forward(minutes: number): void;
}

export function aClock(): Clock {
  let now = at(0);
  return {
    now: () => now,
    forward: (minutes) => {
      now = addMs(now, minutes * 60_000);
    },
  };
}

/** A mail server that takes everything and remembers it, after a moment as a real one would. */
export function aMailer(
  answer: (message: Message) => Awaited<ReturnType<Mailer['send']>> = () => ({ outcome: 'sent' }),
) {
  const sent: Message[] = [];
  const mailer: Mailer = {
    configured: true,
    send: async (message) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const delivery = answer(message);
      if (delivery.outcome === 'sent') sent.push(message);
      return delivery;
    },
  };
  return { mailer, sent };
}

const INVESTS = /(\w+) puts \$(\d+)bn into (\w+)\./g;
const BUYS = /(\w+) buys \$(\d+)bn of computing from (\w+)\./g;

/**
 * Reads two kinds of sentence and nothing else, so that these tests do not depend on how well the real reader reads:
 * "Alpha puts $2bn into Beta." and "Beta buys $3bn of computing from Alpha.". "Crash!" makes it fail.
 */
export function understand(input: ReadInput): Reading {
  if (input.text.includes('Crash!')) throw new Unreadable('The reader crashed.');
  if (input.text.includes('Hyvää päivää')) return { language: 'fi', deals: [], scrutiny: [] };
  const found = (pattern: RegExp, kind: 'investment' | 'cloud') =>
    [...input.text.matchAll(pattern)].map((m) => {
      const evidence = { quote: m[0], start: m.index, end: m.index + m[0].length, in: 'text' as const };
      const [acquirer, target] = (kind === 'investment' ? [m[1], m[3]] : [m[3], m[1]]) as [string, string];
      const value = Number(m[2]) * 1e9;
      const role = kind === 'investment' ? ('tranche' as const) : ('commitment' as const);
      const amounts = [{ ...evidence, value, currency: 'USD', role }];
      const sure = { certainty: 'done' as const, confidence: 0.9, background: false, terms: [] };
      return { kind, acquirer, target, amounts, quotes: [evidence], ...sure };
    });
  return { language: 'en', deals: [...found(INVESTS, 'investment'), ...found(BUYS, 'cloud')], scrutiny: [] };
}

/** Workers without threads: sources are the real ones, the reader is the one above. */
export function plainWorkers(): Workers {
  return {
    list: async (id, page, settings) => findSource(id).list(page, settings),
    read: async (id, page, item, settings) => findSource(id).read(page, item, settings),
    article: async () => {
      throw new Unreadable('No articles here.');
    },
    file: readFile,
    opml: async (bytes) => readOpml(bytes),
    returned: readReturnedMail,
    understand: async (input) => understand(input),
    close: async () => undefined,
  };
}

export function aContext(db: Database, change: Partial<Context> = {}): Context {
  return {
    config: { ...readConfig({}), DATABASE: ':memory:' },
    db,
    workers: plainWorkers(),
    fetcher: {
      get: () => Promise.reject(new Unreadable('Nothing is fetched here.')),
      post: () => Promise.reject(new Unreadable('Nothing is handed over here.')),
      close: async () => undefined,
    },
    mailer: { ...aMailer().mailer, configured: false },
    log: pino({ level: 'silent' }),
    now: aClock().now,
    ...change,
  };
}

const fetchers: Fetcher[] = [];
afterEach(async () => {
  for (const fetcher of fetchers.splice(0)) await fetcher.close();
});

/** The real fetcher, led to a server on this machine; what it brings says that it came from where it was asked for. */
export function leadingTo(host: string, { now }: Clock, here: (url: string) => string): Fetcher {
  const real = createFetcher({ contact: '', allow: [host], maxBytes: 5e6, now });
  fetchers.push(real);
  return {
    ...real,
    get: async (url, options) => {
      const got = await real.get(here(url), options);
      return 'notModified' in got ? got : { ...got, url, finalUrl: url };
    },
  };
}

/** What a job is handed in a test; `warnings` fills up. */
export function aRun(): JobRun & { warnings: string[] } {
  const warnings: string[] = [];
  return { signal: new AbortController().signal, warn: (sentence) => warnings.push(sentence), warnings };
}
