import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { type Logger, pino } from 'pino';
import supertest from 'supertest';
import { type Config, readConfig } from '../../config.ts';
import type { Context } from '../../context.ts';
import { closeDatabase, type Database, openDatabase } from '../../db/open.ts';
import { hashPassword } from '../../db/people/passwords.ts';
import { createUser, type Role, type User } from '../../db/people/users.ts';
import { readDocument } from '../../extract/index.ts';
import { addMs, type Instant } from '../../model/day.ts';
import type { Reading } from '../../model/reading.ts';
import { createMailer } from '../../reports/mailer.ts';
import { readReturnedMail } from '../../reports/returned-mail.ts';
import { createApp } from '../../server/app.ts';
import type { Route } from '../../server/handler.ts';
import { createFetcher } from '../../sources/fetching/http.ts';
import { readFile } from '../../sources/files/read-file.ts';
import { findSource } from '../../sources/index.ts';
import { readOpml } from '../../sources/lists/opml.ts';
import type { Workers } from '../../workers/pool.ts';
import { at, temporaryDatabase } from '../db/world.ts';

export const PASSWORD = 'correct horse battery';
let passwordHash: Promise<string> | null = null;

export interface World {
  db: Database;
  app: RequestListener;
  context: Context;
  forward(minutes: number): void;
  /** For a world that is kept beyond one test. */
  close(): Promise<void>;
}

export interface Given {
  /** True for a world that lives until `close` instead of for one test. */
  keep?: boolean;
  settings?: Record<string, string>;
  routes?: readonly Route[];
  log?: Logger;
  workers?: Partial<Workers>;
}

/** The real server on a real database file; the reader and the readers of sources work without threads. */
export async function aWorld({ settings = {}, routes, log, workers, keep = false }: Given = {}): Promise<World> {
  const folder = keep ? mkdtempSync(join(tmpdir(), 'dealwatch-')) : null;
  const db = folder ? await openDatabase(join(folder, 'test.db')) : await temporaryDatabase();
  let now: Instant = at(0);
  const config: Config = readConfig({ LOG_LEVEL: 'silent', FETCH_ALLOW: '127.0.0.1:0', ...settings });
  const context: Context = {
    config,
    db,
    workers: { ...threadless(), ...workers },
    fetcher: createFetcher({ contact: '', allow: config.FETCH_ALLOW, maxBytes: 1e6, now: () => now, paceMs: 0 }),
    mailer: createMailer(config.SMTP_URL, config.MAIL_FROM),
    log: log ?? pino({ level: 'silent' }),
    now: () => now,
  };
  const app = routes ? createApp(context, routes) : createApp(context);
  return {
    db,
    app,
    context,
    forward: (minutes) => {
      now = addMs(now, minutes * 60_000);
    },
    close: async () => {
      await closeDatabase(db);
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function threadless(): Workers {
  return {
    list: async (id, page, settings) => findSource(id).list(page, settings),
    read: async (id, page, item, settings) => findSource(id).read(page, item, settings),
    article: async () => {
      throw new Error('No page reads articles.');
    },
    file: readFile,
    opml: async (bytes) => readOpml(bytes),
    returned: readReturnedMail,
    understand: async (input): Promise<Reading> => readDocument(input),
    close: async () => undefined,
  };
}

/** Someone who can sign in with PASSWORD. */
export async function aPerson(db: Database, role: Role, email = `${role}@example.org`): Promise<User> {
  passwordHash ??= hashPassword(PASSWORD);
  return createUser(db, { email, name: `Test ${role}`, role, passwordHash: await passwordHash, now: at(0) });
}

export type Browser = ReturnType<typeof supertest.agent>;

/** A browser that keeps cookies, nobody signed in. */
export function aBrowser(app: RequestListener): Browser {
  return supertest.agent(app);
}

/** What forms on a page carry in `_csrf`. */
export async function tokenOn(browser: Browser, path: string): Promise<string> {
  return csrfIn((await browser.get(path)).text);
}

export function csrfIn(html: string): string {
  return String(load(html)('input[name=_csrf]').first().attr('value') ?? '');
}

/** Sends a form as a browser does. */
export function post(browser: Browser, path: string, fields: Record<string, string>) {
  return browser.post(path).type('form').send(fields);
}

/** A browser in which this person is signed in; gives it with the token that forms carry. */
export async function signedIn(world: World, role: Role): Promise<{ browser: Browser; csrf: string; user: User }> {
  const user = await aPerson(world.db, role);
  const browser = aBrowser(world.app);
  const answer = await signInAs(browser, user.email, PASSWORD);
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`);
  return { browser, csrf: await tokenOn(browser, '/alerts'), user };
}

export async function signInAs(browser: Browser, email: string, password: string, next = '/') {
  const _csrf = await tokenOn(browser, '/sign-in');
  return post(browser, '/sign-in', { _csrf, email, password, next });
}

/** The words on a page, spaces folded. */
export function words(html: string): string {
  return load(html)('body').text().replace(/\s+/g, ' ').trim();
}
