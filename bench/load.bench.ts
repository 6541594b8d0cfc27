import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { closeDatabase, type Database, openDatabase } from '../db/open.ts';
import type { Bench, Row } from './bench.ts';
import { bringDocuments, pause, peopleIn, percentile, type RunningServer, startServer, stoodInLine } from './people.ts';
import type { Turns } from './turns.ts';

/** Set these to run it longer or larger. */
const SECONDS = Number(process.env.LOAD_SECONDS ?? 60);
const PEOPLE = Number(process.env.LOAD_PEOPLE ?? 50);
const A_MINUTE = Number(process.env.LOAD_DOCUMENTS ?? 1_000);
/** A person looks at a page for a while before the next. */
const THINK_MS = 3_000;
/** One request in so many writes something. */
const WRITES_ONE_IN = 11;
const WARM_UPS = 20;
const P99_MS = 50;
const TURN_MS = 20;
const PARTS_EVERY_MS = 10_000;
/** Shares of the server's memory that it tells of itself, in bytes. */
const PARTS = {
  'objects of the main thread': 'nodejs_heap_size_used_bytes',
  'heap of the main thread': 'nodejs_heap_size_total_bytes',
  'buffers outside of it': 'nodejs_external_memory_bytes',
};
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
    const quiet = await underLoad(0, SECONDS);
    const busy = await underLoad(A_MINUTE, SECONDS);
    tellByPath(busy);
    return [...rows(busy, quiet), ...rowsOfMemory(busy, false)];
  },
};

export default bench;

/** What was measured of a server under load. */
export interface Measured {
  millis: number[];
  /** The same without the time for which a thread of server or bench stood in line for a processor. */
  unhindered: number[];
  failures: number;
  read: number;
  rss: number[];
  /** MB of the server, each a name with values over time: what its main thread holds in JavaScript, and outside of it. */
  parts: Map<string, number[]>;
  /** Processor time of a turn of the server's event loop. */
  turns: Turns;
  /** Milliseconds by kind of page. */
  byPath: Map<string, number[]>;
}

/** Where the time goes: each kind of page with its median and p99, slowest first, beside the table. */
function tellByPath({ byPath }: Measured): void {
  const lines = [...byPath].map(([path, millis]) => ({
    path,
    count: millis.length,
    median: percentile(millis, 0.5),
    p99: percentile(millis, 0.99),
  }));
  for (const { path, count, median, p99 } of lines.sort((a, b) => b.p99 - a.p99)) {
    process.stderr.write(`${path}: ${count} requests, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms\n`);
  }
}

function rows(busy: Measured, quiet: Measured): Row[] {
  const of = (what: string, share: number, limit: Row['limit']): Row => ({
    what,
    unit: 'ms',
    ours: percentile(busy.millis, share),
    peer: { name: 'nothing to read', value: percentile(quiet.millis, share) },
    limit,
  });
  const ofTurn = (what: string, which: keyof Turns, limit: Row['limit']): Row => ({
    what: `turn of the event loop, ${what}`,
    unit: 'ms of processor',
    ours: busy.turns[which],
    peer: { name: 'nothing to read', value: quiet.turns[which] },
    limit,
  });
  return [
    of('page, median', 0.5, null),
    of('page, p95', 0.95, null),
    of('page, p99', 0.99, { kind: 'most', value: P99_MS, of: 'ours' }),
    {
      what: 'page, p99, less waiting for a processor',
      unit: 'ms',
      ours: percentile(busy.unhindered, 0.99),
      peer: { name: 'nothing to read', value: percentile(quiet.unhindered, 0.99) },
      limit: { kind: 'most', value: P99_MS, of: 'ours' },
    },
    ofTurn('p99', 'p99', { kind: 'most', value: TURN_MS, of: 'ours' }),
    ofTurn('99.9 %', 'p999', null),
    ofTurn('longest', 'most', null),
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

/** The last fifth of the run beside the second: what was loaded once is in both. `isSoak` promises that it stays flat. */
export function rowsOfMemory({ rss, parts }: Measured, isSoak: boolean): Row[] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ends = (values: readonly number[]) => {
    const fifth = Math.max(1, Math.floor(values.length / 5));
    return [mean(values.slice(fifth, 2 * fifth)), mean(values.slice(-fifth))] as const;
  };
  const [early, late] = ends(rss);
  const ofPart = ([name, values]: [string, number[]]): Row => {
    const [before, after] = ends(values);
    return { what: name, unit: 'MB', ours: after, peer: { name: 'near the beginning', value: before }, limit: null };
  };
  return [
    ...[...parts].map(ofPart),
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

/**
 * Starts a server of its own with people on it and documents coming in, for so many seconds; gives what was measured.
 * `fill` adds to its database first and may ask for pages; `partly` asks the server meanwhile what its memory consists of.
 */
export async function underLoad(
  documentsAMinute: number,
  seconds: number,
  {
    partly = false,
    fill,
  }: { partly?: boolean; fill?: (db: Database, ask: (path: string) => Promise<void>) => Promise<void> } = {},
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'dealwatch-load-'));
  const file = join(folder, 'load.db');
  const server = await startServer(file);
  const db = await openDatabase(file);
  const measured: Measured = {
    millis: [],
    unhindered: [],
    failures: 0,
    read: 0,
    rss: [],
    parts: new Map(),
    turns: { median: 0, p99: 0, p999: 0, most: 0, count: 0 },
    byPath: new Map(),
  };
  try {
    const sessions = await peopleIn(db, PEOPLE, 'load');
    await allRead(db);
    await fill?.(db, (path) => ask(server.address, path, sessions[0]?.token ?? ''));
    await warmUp(server.address, sessions);
    const before = await countRead(db);
    await server.turns();
    const end = performance.now() + seconds * 1000;
    const watching = setInterval(() => measured.rss.push(rssOf(server.pid)), 1_000);
    const asking = partly ? setInterval(() => void tellParts(server, measured), PARTS_EVERY_MS) : undefined;
    await Promise.all([
      ...sessions.map((session, n) => person(server, session, n, end, measured)),
      bringDocuments(db, documentsAMinute, end, 1),
    ]);
    clearInterval(watching);
    clearInterval(asking);
    measured.turns = await server.turns();
    measured.read = (await countRead(db)) - before;
    return measured;
  } finally {
    await closeDatabase(db);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tellParts(server: RunningServer, { parts }: Measured): Promise<void> {
  const metric = await server.metrics();
  for (const [name, of] of Object.entries(PARTS)) parts.set(name, [...(parts.get(name) ?? []), metric(of) / 2 ** 20]);
}

/** Each kind of page often enough to be compiled: what is measured is a server at work, not one that has just begun. */
async function warmUp(address: string, sessions: { token: string }[]): Promise<void> {
  for (const { token } of sessions.slice(0, WARM_UPS)) {
    for (const path of new Set(PATHS)) await ask(address, path, token);
  }
}

async function ask(address: string, path: string, token: string): Promise<void> {
  await (await fetch(address + path, { headers: { cookie: `dealwatch=${token}` } })).arrayBuffer();
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
  { address, pid }: { address: string; pid: number },
  { token, csrf }: { token: string; csrf: string },
  n: number,
  end: number,
  measured: Measured,
): Promise<void> {
  const cookie = `dealwatch=${token}`;
  await pause((THINK_MS * n) / PEOPLE);
  for (let i = n; performance.now() < end; i += 1) {
    const writes = i % WRITES_ONE_IN === 0;
    const what = writes ? 'a note' : (PATHS[i % PATHS.length] as string);
    const began = performance.now();
    const stoodBefore = stoodInLine(pid);
    try {
      const answer = writes
        ? await fetch(`${address}/deals/amazon--anthropic/notes`, {
            method: 'POST',
            redirect: 'manual',
            headers: { cookie },
            body: new URLSearchParams({ _csrf: csrf, text: `Note ${i} of person ${n}` }),
          })
        : await fetch(`${address}${what}`, { redirect: 'manual', headers: { cookie } });
      await answer.arrayBuffer();
      took(measured, what, performance.now() - began, stoodInLine(pid) - stoodBefore);
      if (answer.status !== (writes ? 303 : 200)) fail(measured, `${what}: ${answer.status}`);
    } catch (cause) {
      const { message, cause: under } = cause as Error & { cause?: { code?: string; message?: string } };
      const after = Math.round((performance.now() - began) / 1000);
      const why = [message, under?.code, under?.message].filter(Boolean).join(', ');
      fail(measured, `${what}: no answer (${why}) after ${after} s`);
    }
    await pause(THINK_MS * (0.5 + ((i * 7919) % 1000) / 1000));
  }
}

function took(measured: Measured, what: string, millis: number, stood: number): void {
  measured.millis.push(millis);
  measured.unhindered.push(Math.max(0, millis - stood));
  const ofKind = measured.byPath.get(what) ?? [];
  ofKind.push(millis);
  measured.byPath.set(what, ofKind);
}

function rssOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
