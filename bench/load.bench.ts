import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { saveDocuments } from '../db/documents.ts';
import { sha256 } from '../db/identity.ts';
import { closeDatabase, type Database, openDatabase } from '../db/open.ts';
import { createSession } from '../db/sessions.ts';
import { createUser } from '../db/users.ts';
import { type Instant, instantOf } from '../model/day.ts';
import type { Bench, Row } from './bench.ts';
import { prose } from './made-feeds.ts';

/** Set these to run it longer or larger: `LOAD_SECONDS=3600` is the soak. */
const SECONDS = Number(process.env.LOAD_SECONDS ?? 60);
const PEOPLE = Number(process.env.LOAD_PEOPLE ?? 50);
const A_MINUTE = Number(process.env.LOAD_DOCUMENTS ?? 1_000);
/** A person looks at a page for a while before the next. */
const THINK_MS = 3_000;
/** One request in so many writes something. */
const WRITES_ONE_IN = 10;
const P99_MS = 50;
const FLAT = 1.05;

const PATHS = [
  '/',
  '/flags',
  '/flags',
  '/deals',
  '/deals/amazon--anthropic',
  '/documents',
  '/search?q=cloud',
  '/sources',
  '/companies',
  '/account',
];

/** 50 people on mixed pages and notes while 1,000 documents a minute are read; beside the same people with nothing to read. */
const bench: Bench = {
  about: `${PEOPLE} people for ${SECONDS} s, one request in ${WRITES_ONE_IN} a note, while ${A_MINUTE} documents a minute come in`,
  async run() {
    const quiet = await underLoad(0);
    const busy = await underLoad(A_MINUTE);
    return [...rows(busy, quiet), ...rowsOfMemory(busy)];
  },
};

export default bench;

interface Measured {
  millis: number[];
  failures: number;
  read: number;
  rss: number[];
}

function rows(busy: Measured, quiet: Measured): Row[] {
  const of = (what: string, share: number, limit: Row['limit']): Row => ({
    what,
    unit: 'ms',
    ours: percentile(busy.millis, share),
    peer: { name: 'nothing to read', value: percentile(quiet.millis, share) },
    limit,
  });
  return [
    of('page, median', 0.5, null),
    of('page, p95', 0.95, null),
    of('page, p99', 0.99, { kind: 'most', value: P99_MS, of: 'ours' }),
    { what: 'requests', unit: 'a second', ours: busy.millis.length / SECONDS, peer: null, limit: null },
    {
      what: 'failures',
      unit: 'requests',
      ours: busy.failures + quiet.failures,
      peer: null,
      limit: { kind: 'most', value: 0, of: 'ours' },
    },
    { what: 'documents read', unit: 'a minute', ours: (busy.read / SECONDS) * 60, peer: null, limit: null },
  ];
}

/** The last fifth of the run beside the second: what was loaded once is in both. */
function rowsOfMemory({ rss }: Measured): Row[] {
  const fifth = Math.max(1, Math.floor(rss.length / 5));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [early, late] = [mean(rss.slice(fifth, 2 * fifth)), mean(rss.slice(-fifth))];
  const isSoak = SECONDS >= 1_800;
  return [
    { what: 'memory of the server, at most', unit: 'MB', ours: Math.max(...rss), peer: null, limit: null },
    {
      what: 'memory at the end',
      unit: 'MB',
      ours: late,
      peer: { name: 'near the beginning', value: early },
      limit: isSoak ? { kind: 'most', value: FLAT, of: 'ratio' } : null,
    },
  ];
}

/** Says each kind of failure once. */
function fail(measured: Measured, what: string): void {
  measured.failures += 1;
  if (!told.has(what)) process.stderr.write(`failed: ${what}\n`);
  told.add(what);
}

const told = new Set<string>();

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const systemTime = (): Instant => instantOf(new Date());

async function underLoad(documentsAMinute: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'dealwatch-load-'));
  const file = join(folder, 'load.db');
  const server = await startServer(file);
  const db = await openDatabase(file);
  const measured: Measured = { millis: [], failures: 0, read: 0, rss: [] };
  try {
    const sessions = await peopleIn(db);
    await allRead(db);
    const before = await countRead(db);
    const end = performance.now() + SECONDS * 1000;
    const watching = setInterval(() => measured.rss.push(rssOf(server.pid)), 1_000);
    await Promise.all([
      ...sessions.map((session, n) => person(server.address, session, n, end, measured)),
      bringDocuments(db, documentsAMinute, end),
    ]);
    clearInterval(watching);
    measured.read = (await countRead(db)) - before;
    return measured;
  } finally {
    await closeDatabase(db);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(file: string): Promise<{ address: string; pid: number; stop(): Promise<void> }> {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE: file,
    PORT: '0',
    LOG_LEVEL: 'silent',
    BACKUP: 'off',
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(output)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const found = /Dealwatch is on (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    address,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function peopleIn(db: Database): Promise<{ token: string; csrf: string }[]> {
  const sessions: { token: string; csrf: string }[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const now = systemTime();
    const person = {
      email: `a${n}@example.org`,
      name: `Test Analyst ${n}`,
      role: 'analyst' as const,
      passwordHash: null,
      now,
    };
    const { id } = await createUser(db, person);
    sessions.push(await createSession(db, { userId: id, now, days: 1 }));
  }
  return sessions;
}

/** Waits until the starter library has been taken through. */
async function allRead(db: Database): Promise<void> {
  for (;;) {
    const row = await db
      .selectFrom('documents')
      .select('id')
      .where('state', '=', 'fetched')
      .limit(1)
      .executeTakeFirst();
    if (!row && (await countRead(db)) > 100) return;
    await pause(1_000);
  }
}

async function countRead(db: Database): Promise<number> {
  const { n } = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('state', '<>', 'fetched')
    .executeTakeFirstOrThrow();
  return n;
}

/** Looks at pages and writes notes, with pauses, until the end. */
async function person(
  address: string,
  { token, csrf }: { token: string; csrf: string },
  n: number,
  end: number,
  measured: Measured,
): Promise<void> {
  const cookie = `dealwatch=${token}`;
  await pause((THINK_MS * n) / PEOPLE);
  for (let i = n; performance.now() < end; i += 1) {
    const writes = i % WRITES_ONE_IN === 0;
    const began = performance.now();
    try {
      const answer = writes
        ? await fetch(`${address}/deals/amazon--anthropic/notes`, {
            method: 'POST',
            redirect: 'manual',
            headers: { cookie },
            body: new URLSearchParams({ _csrf: csrf, text: `Note ${i} of person ${n}` }),
          })
        : await fetch(`${address}${PATHS[i % PATHS.length]}`, { redirect: 'manual', headers: { cookie } });
      await answer.arrayBuffer();
      measured.millis.push(performance.now() - began);
      if (answer.status !== (writes ? 303 : 200))
        fail(measured, `${writes ? 'a note' : PATHS[i % PATHS.length]}: ${answer.status}`);
    } catch (cause) {
      fail(measured, `no answer (${(cause as Error).message})`);
    }
    await pause(THINK_MS * (0.5 + ((i * 7919) % 1000) / 1000));
  }
}

/** Stores so many new documents a minute, in small lots as sources bring them. */
async function bringDocuments(db: Database, aMinute: number, end: number): Promise<void> {
  const began = performance.now();
  for (let n = 0; aMinute > 0 && performance.now() < end; ) {
    const due = Math.floor(((performance.now() - began) / 60_000) * aMinute);
    if (n < due)
      await saveDocuments(
        db,
        Array.from({ length: Math.min(20, due - n) }, () => made(n++)),
      );
    await pause(200);
  }
}

function made(n: number) {
  const sum = `Alpha${n % 40} Cloud has invested $${(n % 9) + 1}bn in Beta${n % 50} Models, the company said.`;
  const text = `${prose(250, n)}\n\n${sum}\n\n${prose(250, n + 1_000_003)}`;
  return {
    url: `https://news.example/load-${n}`,
    canonicalUrl: null,
    publisher: 'Example News',
    sourceClass: 'press' as const,
    title: prose(9, n),
    byline: null,
    published: null,
    language: 'en',
    text,
    sourceId: null,
    hash: sha256(text),
    fetchedAt: systemTime(),
  };
}

function rssOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
