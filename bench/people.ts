import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { saveDocuments } from '../db/documents/documents.ts';
import { sha256 } from '../db/documents/identity.ts';
import type { Database } from '../db/open.ts';
import { createSession } from '../db/people/sessions.ts';
import { createUser } from '../db/people/users.ts';
import { type Instant, instantOf } from '../model/day.ts';
import { prose } from './made-feeds.ts';
import type { Turns } from './turns.ts';

const systemTime = (): Instant => instantOf(new Date());

/** The value below which this share of all lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface RunningServer {
  address: string;
  pid: number;
  /** One of its own figures, by the name under which Prometheus gets it. */
  metrics(): Promise<(name: string) => number>;
  /** Processor time of the turns of its event loop since the last time, or since it began. */
  turns(): Promise<Turns>;
  stop(): Promise<void>;
}

const METRICS_TOKEN = 'only-for-the-server-of-a-bench';

/** The true server on a database file, in a process of its own. */
export async function startServer(file: string): Promise<RunningServer> {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));
  const turns = fileURLToPath(new URL('./turns.js', import.meta.url));
  const told = `${file}.turns`;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE: file,
    PORT: '0',
    LOG_LEVEL: 'silent',
    BACKUP: 'off',
    METRICS_TOKEN,
    TURNS_FILE: told,
  };
  const child = spawn(process.execPath, ['--import', turns, main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
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
    async metrics() {
      const answer = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
      const text = await answer.text();
      return (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
    },
    async turns() {
      rmSync(told, { force: true });
      child.kill('SIGUSR2');
      while (!existsSync(told)) await pause(20);
      return JSON.parse(readFileSync(told, 'utf8'));
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** So many analysts, each signed in. Addresses begin with `name`, so that two groups can be in one database. */
export async function peopleIn(db: Database, count: number, name: string): Promise<{ token: string; csrf: string }[]> {
  const sessions: { token: string; csrf: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const now = systemTime();
    const person = {
      email: `${name}-${n}@example.org`,
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

/** Stores so many new documents a minute, in small lots as sources bring them; what is late is made up for. */
export async function bringDocuments(db: Database, aMinute: number, end: number, atOnce = 20): Promise<void> {
  const began = performance.now();
  for (let n = 0; aMinute > 0 && performance.now() < end; ) {
    const due = Math.floor(((performance.now() - began) / 60_000) * aMinute);
    while (n < due && performance.now() < end) {
      const lot = Array.from({ length: Math.min(atOnce, due - n) }, () => made(n++));
      await saveDocuments(db, lot);
      await pause(1);
    }
    await pause(Math.min(200, 60_000 / aMinute));
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

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Milliseconds of processor that the main thread of a process has had (Linux): other work on the machine does not add to it. */
export function processorOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/**
 * Milliseconds for which the main threads of server and bench were ready to run and no processor was free, since they began
 * (second figure of schedstat, Linux). On a machine that does other work it is most of what a page seems to take.
 */
export function stoodInLine(pid: number): number {
  const nanos = [pid, process.pid].map((id) => readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8').split(' ')[1]);
  return nanos.reduce((sum, one) => sum + Number(one), 0) / 1e6;
}
