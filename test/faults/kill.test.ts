import { existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../db/backup/backup.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { queueMail } from '../../db/going-out/alerts.ts';
import { closeDatabase, type Database, openDatabase, rawOf } from '../../db/open.ts';
import { createSession } from '../../db/people/sessions.ts';
import { addFeed, syncBuiltInSources } from '../../db/sources/sources.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { instantOf } from '../../model/day.ts';
import { sources } from '../../sources/index.ts';
import { aDocument, aUser, temporaryFolder } from '../db/world.ts';
import { seeded } from '../helpers/numbers.ts';
import { launch, type Running } from '../helpers/process.ts';
import { leftBy, RELEASED } from '../helpers/released.ts';
import { aContext } from '../jobs/world.ts';

/** How often each kind of work is killed: a dozen in CI; `KILL_ROUNDS=300 npx vitest run test/faults/kill` for long. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 12);
/** Told when a run fails, so that it can be repeated: `KILL_SEED=…`. */
const SEED = Number(process.env.KILL_SEED ?? 20261122);
const random = seeded(SEED);

const LOOP = 'Alpha puts $2bn into Beta. Beta buys $3bn of computing from Alpha.';

const systemTime = () => instantOf(new Date());

/** A feed that has three more items each time it is told to, each with its whole text. */
async function aFeed(): Promise<{ url: string; items: () => number; grow: () => void; server: Server }> {
  let items = 3;
  const sentence = (i: number) =>
    `Note ${i}: company ${i} of town ${i * 7} said number ${i * 13} had been reached in its year ${i}. `;
  const item = (base: string, i: number) =>
    `<item><title>Note ${i} of the day</title><link>${base}/note/${i}</link><guid>g${i}</guid><pubDate>Mon, 01 Jun 2026 12:00:00 GMT</pubDate></item>`;
  const server = createServer((req, res) => {
    const base = `http://${req.headers.host}`;
    const note = /^\/note\/(\d+)$/.exec(req.url ?? '')?.[1];
    if (note) {
      const paragraphs = Array.from(
        { length: 5 },
        (_, k) => `<p>${sentence(Number(note) * 10 + k).repeat(3)}</p>`,
      ).join('');
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return res.end(
        `<!doctype html><html lang="en"><title>Note ${note} of the day</title><article><h1>Note ${note} of the day</h1>${paragraphs}</article></html>`,
      );
    }
    if (req.url !== '/feed') return res.writeHead(404).end();
    const all = Array.from({ length: items }, (_, i) => item(base, i)).join('');
    res.writeHead(200, { 'content-type': 'application/rss+xml' });
    res.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${all}</channel></rss>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  return { url, items: () => items, grow: () => (items += 3), server };
}

/** A mail server that counts how often it took each message. */
async function aMailServer(): Promise<{ url: string; taken: Map<string, number>; server: SMTPServer }> {
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += chunk));
      stream.on('end', () => {
        const id = /^message-id: *(<[^>]+>)/im.exec(text)?.[1] ?? 'none';
        taken.set(id, (taken.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // A connection that is killed in the middle is what this is about.
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  return { url: `smtp://127.0.0.1:${port}`, taken, server };
}

function expectSound(db: Database): void {
  const raw = rawOf(db);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.exec("insert into documents_fts (documents_fts, rank) values ('integrity-check', 1)");
}

describe('a server that is killed at any moment while it fetches, reads, stores what people write, and mails', () => {
  let feed: Awaited<ReturnType<typeof aFeed>>;
  let mail: Awaited<ReturnType<typeof aMailServer>>;
  beforeAll(async () => {
    [feed, mail] = [await aFeed(), await aMailServer()];
  });
  afterAll(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    feed.server.closeAllConnections();
    await new Promise((resolve) => feed.server.close(resolve));
    await new Promise((resolve) => mail.server.close(() => resolve(null)));
  });

  it('loses nothing that was acknowledged, doubles nothing, mails each once, and its file is sound (D01, M04)', {
    timeout: 60_000 + ROUNDS * 20_000,
  }, async () => {
    const file = join(temporaryFolder(), 'killed.db');
    const cookie = await prepare(file);
    const acknowledged: string[] = [];
    const sent: string[] = [];
    const decided: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await queueSome(file, round);
      const server = start(file);
      const [, address] = await server.until(/Dealwatch is on (\S+)/);
      const writing = keepWriting(address as string, cookie, { round, sent, acknowledged });
      const deciding = keepDeciding(file, address as string, cookie, { round, decided });
      await new Promise((resolve) => setTimeout(resolve, 50 + random() * 2500));
      server.child.kill('SIGKILL');
      await server.ended;
      await Promise.all([writing, deciding]);
      feed.grow();
      const db = await openDatabase(file);
      expectSound(db);
      const notes = await textsIn(db);
      expect(
        acknowledged.filter((text) => !notes.includes(text)),
        `lost, seed ${SEED}, round ${round}`,
      ).toEqual([]);
      expect(notes.length, `doubled, seed ${SEED}, round ${round}`).toBe(new Set(notes).size);
      expect(notes.filter((text) => !sent.includes(text))).toEqual([]);
      const decisions = await decisionsIn(db);
      expect(
        decided.filter((note) => !decisions.includes(note)),
        `decisions lost, seed ${SEED}, round ${round}`,
      ).toEqual([]);
      expect(decisions.length, `decisions doubled, seed ${SEED}, round ${round}`).toBe(new Set(decisions).size);
      await closeDatabase(db);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS / 3);
    expect(decided.length).toBeGreaterThan(ROUNDS / 3);
    await settle(file);
    const db = await openDatabase(file);
    expectSound(db);
    const addresses = (await db.selectFrom('documents').select('url').execute()).map((row) => row.url);
    expect(addresses).toHaveLength(feed.items() + 1);
    expect(new Set(addresses).size).toBe(feed.items() + 1);
    const mails = await db.selectFrom('outbox').select(['message_id', 'state']).execute();
    expect(mails).toHaveLength(ROUNDS * 3);
    // One that was under way is neither lost nor sent again at once: it waits a quarter of an hour for its sender.
    for (const { message_id, state } of mails) {
      expect(mail.taken.get(message_id) ?? 0, `${state}, seed ${SEED}`).toBeLessThanOrEqual(1);
      if (state === 'sent') expect(mail.taken.get(message_id)).toBe(1);
      else expect(state).toBe('sending');
    }
    await closeDatabase(db);
  });

  const settings = (file: string) => ({
    DATABASE: file,
    PORT: '0',
    STARTER_LIBRARY: 'no',
    SMTP_URL: mail.url,
    FETCH_ALLOW: new URL(feed.url).host,
    BACKUP: 'off',
  });
  const started: Running[] = [];
  const start = (file: string) => {
    const server = launch('main.js', [], settings(file));
    started.push(server);
    return server;
  };

  /** A person with a session, a flag to decide on and write notes about, and the feed as the only source. */
  async function prepare(file: string): Promise<string> {
    const db = await openDatabase(file);
    const now = systemTime();
    await syncBuiltInSources(db, sources, now);
    rawOf(db).exec('update sources set enabled = 0');
    const user = await aUser(db);
    await addFeed(db, { url: feed.url, title: 'F', publisher: 'F', everyMinutes: 5, addedBy: user.id, now });
    await saveDocument(db, aDocument({ text: LOOP, url: 'https://news.example/loop', backFill: true }));
    await takeThrough(aContext(db));
    const { token, csrf } = await createSession(db, { userId: user.id, now, days: 2 });
    await closeDatabase(db);
    return JSON.stringify({ token, csrf });
  }

  async function queueSome(file: string, round: number): Promise<void> {
    const db = await openDatabase(file);
    rawOf(db).exec("update sources set next_due_at = '2026-01-01T00:00:00.000Z', lease = null, lease_until = null");
    rawOf(db).exec("update jobs set next_due_at = '2026-01-01T00:00:00.000Z', lease = null, lease_until = null");
    for (let i = 0; i < 3; i += 1) {
      const key = `round ${round} mail ${i}`;
      await queueMail(db, { key, to: 'a@example.org', subject: key, text: key, html: key, now: systemTime() });
    }
    await closeDatabase(db);
  }

  /** Sends one note after another until the server is gone; those answered with 303 are promises. */
  async function keepWriting(
    address: string,
    session: string,
    { round, sent, acknowledged }: { round: number; sent: string[]; acknowledged: string[] },
  ): Promise<void> {
    const { token, csrf } = JSON.parse(session) as { token: string; csrf: string };
    for (let i = 0; ; i += 1) {
      const text = `note ${round}.${i}`;
      sent.push(text);
      try {
        const body = new URLSearchParams({ _csrf: csrf, text });
        const init = { method: 'POST', body, redirect: 'manual' as const, headers: { cookie: `dealwatch=${token}` } };
        const answer = await fetch(`${address}/deals/alpha--beta/notes`, init);
        if (answer.status === 303) acknowledged.push(text);
      } catch {
        return;
      }
    }
  }

  /** Decides on the flag again and again until the server is gone, each time on the latest decision, with a note of its own. */
  async function keepDeciding(
    file: string,
    address: string,
    session: string,
    { round, decided }: { round: number; decided: string[] },
  ): Promise<void> {
    const { token, csrf } = JSON.parse(session) as { token: string; csrf: string };
    for (let i = 0; ; i += 1) {
      const note = `decision ${round}.${i}`;
      const action = i % 2 ? 'watch' : 'escalate';
      try {
        const body = new URLSearchParams({ _csrf: csrf, action, note, ...standing(file) });
        const init = { method: 'POST', body, redirect: 'manual' as const, headers: { cookie: `dealwatch=${token}` } };
        const answer = await fetch(`${address}/flags/alpha--beta/round-trip`, init);
        if (answer.status === 303) decided.push(note);
      } catch {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What the form of the flag carries: its evidence and the latest decision. */
  function standing(file: string): { evidence: string; latest: string } {
    const raw = new BetterSqlite3(file, { readonly: true, timeout: 5_000 });
    const evidence = raw.prepare("select evidence_hash from flags where rule = 'round-trip'").pluck().get() as string;
    const latest = raw.prepare('select max(id) from decisions').pluck().get() as number | null;
    raw.close();
    return { evidence, latest: latest === null ? '' : String(latest) };
  }

  const decisionsIn = async (db: Database) =>
    (await db.selectFrom('decisions').select('note').execute()).map((row) => row.note as string);
  const textsIn = async (db: Database) =>
    (await db.selectFrom('notes').select('text').execute()).map((row) => row.text);

  /** Lets the server finish in peace: everything that is listed is read, nothing waits to be sent. */
  async function settle(file: string): Promise<void> {
    await queueNothing(file);
    const server = start(file);
    await server.until(/Dealwatch is on/);
    await expect
      .poll(() => visitAgain(file), { timeout: 60_000 + feed.items() * 500, interval: 300 })
      .toEqual({ documents: feed.items() + 1, unread: 0, waiting: 0 });
    server.child.kill('SIGTERM');
    await server.ended;
  }

  /** One visit takes no more than a hundred items: as long as some are missing, the next visit comes at once. */
  async function visitAgain(file: string) {
    const work = openWork(file);
    if (work.unread === 0 && work.documents <= feed.items()) {
      const raw = new BetterSqlite3(file, { timeout: 5_000 });
      raw.exec("update sources set next_due_at = '2026-01-01T00:00:00.000Z' where lease is null and kind = 'feed'");
      raw.close();
    }
    return work;
  }

  async function queueNothing(file: string): Promise<void> {
    const db = await openDatabase(file);
    rawOf(db).exec("update sources set next_due_at = '2026-01-01T00:00:00.000Z', lease = null, lease_until = null");
    rawOf(db).exec("update jobs set next_due_at = '2026-01-01T00:00:00.000Z', lease = null, lease_until = null");
    await closeDatabase(db);
  }

  function openWork(file: string) {
    const raw = new BetterSqlite3(file, { readonly: true });
    const count = (query: string) => raw.prepare(query).pluck().get() as number;
    const work = {
      documents: count('select count(*) from documents'),
      unread: count("select count(*) from documents where state = 'fetched'"),
      waiting: count("select count(*) from outbox where state = 'waiting'"),
    };
    raw.close();
    return work;
  }
});

describe('a command that is killed at any moment', () => {
  it('while it brings a database up to date: the next one goes on, and everything is there (D01, D09)', {
    timeout: 30_000 + ROUNDS * 10_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = await leftBy(RELEASED);
      const run = launch('cli.js', ['user', 'list'], { DATABASE: file });
      const timer = setTimeout(() => run.child.kill('SIGKILL'), 150 + random() * 600);
      await run.ended;
      clearTimeout(timer);
      const db = await openDatabase(file);
      expectSound(db);
      expect((await db.selectFrom('users').select('email').execute()).map((row) => row.email)).toEqual([
        'a@example.org',
      ]);
      expect(rawOf(db).prepare('select count(*) from decisions').pluck().get()).toBe(1);
      await closeDatabase(db);
    }
  });

  it('while it makes a backup: there is a whole one or none, and the database is as it was (D01, D08)', {
    timeout: 30_000 + ROUNDS * 10_000,
  }, async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'x.db');
    const db = await openDatabase(file);
    rawOf(db).exec('create table filling (words text)');
    const insert = rawOf(db).prepare('insert into filling values (?)');
    for (let i = 0; i < 3000; i += 1) insert.run('x'.repeat(4000));
    await aUser(db);
    await closeDatabase(db);
    for (let round = 0; round < ROUNDS; round += 1) {
      const copy = join(folder, `copy-${round}.db`);
      const run = launch('cli.js', ['backup', copy], { DATABASE: file });
      const timer = setTimeout(() => run.child.kill('SIGKILL'), 200 + random() * 800);
      await run.ended;
      clearTimeout(timer);
      if (existsSync(copy)) expect(inspect(copy).bytes).toBeGreaterThan(10e6);
      expect(inspect(file).bytes).toBeGreaterThan(10e6);
    }
    expect(
      readdirSync(folder).filter((name) => name.startsWith('copy-') && name.endsWith('.db')).length,
    ).toBeLessThanOrEqual(ROUNDS);
  });
});
