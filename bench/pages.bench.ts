import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { closeDatabase, openDatabase } from '../db/open.ts';
import { paths } from '../model/paths.ts';
import type { Bench, Row } from './bench.ts';
import { withDatabaseFile } from './bench-database.ts';
import { makeBigDatabase } from './big-database.ts';
import { bringDocuments, pause, peopleIn, percentile, startServer } from './people.ts';

/** Smaller ones are for trying the bench itself; a file named is made once and used again. */
const SIZE = {
  deals: Number(process.env.PAGES_DEALS ?? 100_000),
  documents: Number(process.env.PAGES_DOCUMENTS ?? 1_000_000),
};
const FILE = process.env.PAGES_DATABASE ?? '';
const SECONDS = Number(process.env.PAGES_SECONDS ?? 60);
const PEOPLE = 20;
const A_MINUTE = 600;
const THINK_MS = 1_000;
const AT_ONCE = 50;
const RATE_SECONDS = 8;

/** Pages that people look at most, each with addresses to take in turn. */
const PAGES: Record<string, readonly string[]> = {
  queue: [
    paths.flags(),
    paths.flags('?band=High'),
    paths.flags('?rule=round-trip&sort=money'),
    paths.flags('?kind=cloud&page=3'),
  ],
  dossier: [7, 408, 4_049, 12_345].map((n) => paths.deal(`fund-${n % 5_000}--firm-${n}`)),
  search: [
    '/search?q=cloud',
    '/search?q=Firm+408',
    '/search?q=%22the+ai%22',
    '/search?q=chi*',
    '/search?q=merger+stake',
  ],
  board: [paths.scrutiny(), paths.scrutiny('?band=High')],
  'deals and today': [paths.deals(), paths.today(), paths.companies()],
};

/** What a person may type: the commonest words, rare ones, none, short prefixes, phrases, fields, nonsense. */
const TYPED = [
  ...['the', 'ai', 'AI cloud', 'the of and in', 'cloud', 'merger', 'Firm 408', 'Nvidia', 'billion stake', 'zuzuzu'],
  ...[
    'a*',
    'th*',
    'c* m*',
    '"the ai"',
    '"the of and"',
    'title:the',
    'title:"Nvidia and"',
    'after:2024 the',
    'publisher:Outlet the',
  ],
  ...[
    'qwertzuiop',
    '"',
    '***',
    'the '.repeat(60),
    'é',
    '2',
    'f',
    'Fund',
    'language:fr the',
    'company:Nvidia',
    'the -of',
  ],
];

const bench: Bench = {
  about: `${SIZE.deals.toLocaleString('en-GB')} deals, ${SIZE.documents.toLocaleString('en-GB')} documents; ${PEOPLE} people at once while ${A_MINUTE} documents a minute come in`,
  run: () => (FILE ? onFile(FILE) : withDatabaseFile(onFile)),
};
export default bench;

async function onFile(file: string): Promise<Row[]> {
  if (!existsSync(file)) await makeBigDatabase(file, SIZE);
  const db = await openDatabase(file);
  const sessions = await peopleIn(db, PEOPLE, `pages-${process.pid}-${Math.round(performance.timeOrigin)}`);
  const server = await startServer(file);
  try {
    const [first] = sessions;
    const ask = askAt(server.address, first?.token ?? '');
    for (const address of Object.values(PAGES).flat()) await ask(address);
    const rows = [...(await rate(server.address, first?.token ?? '')), await typed(ask)];
    const millis = Object.fromEntries(Object.keys(PAGES).map((name) => [name, [] as number[]]));
    const end = performance.now() + SECONDS * 1000;
    await Promise.all([
      ...sessions.map(({ token }, n) => person(askAt(server.address, token), n, end, millis)),
      bringDocuments(db, A_MINUTE, end, 1),
    ]);
    return [...rows, ...Object.entries(millis).flatMap(([name, values]) => rowsOf(name, values))];
  } finally {
    await closeDatabase(db);
    await server.stop();
  }
}

type Ask = (path: string) => Promise<number>;

/** Gives the milliseconds until a page has come whole, as a browser asks for it: compressed, on a kept connection. */
function askAt(address: string, token: string): Ask {
  const pool = new Pool(address, { connections: 2 });
  const headers = { cookie: `dealwatch=${token}`, 'accept-encoding': 'gzip' };
  return async (path) => {
    const began = performance.now();
    // A connection that the server closed after a while of silence is opened anew, as browsers do.
    const ask = () => pool.request({ path, method: 'GET', headers });
    const { statusCode, body } = await ask().catch(ask);
    await body.dump({ limit: Number.MAX_SAFE_INTEGER });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    return performance.now() - began;
  };
}

async function person(ask: Ask, n: number, end: number, millis: Record<string, number[]>): Promise<void> {
  const names = Object.keys(PAGES);
  await pause((THINK_MS * n) / PEOPLE);
  for (let i = n; performance.now() < end; i += 1) {
    const name = names[i % names.length] as string;
    const addresses = PAGES[name] ?? [];
    millis[name]?.push(await ask(addresses[Math.floor(i / names.length) % addresses.length] ?? '/'));
    await pause(THINK_MS * (0.5 + ((i * 7919) % 1000) / 1000));
  }
}

function rowsOf(name: string, values: readonly number[]): Row[] {
  const row = (what: string, share: number, most: number): Row => ({
    what: `${name}, ${what}`,
    unit: 'ms',
    ours: percentile(values, share),
    peer: null,
    limit: { kind: 'most', value: most, of: 'ours' },
  });
  return [row('median', 0.5, 10), row('p99', 0.99, 50)];
}

/** Each query once on the warm server, one after another, then all again. */
async function typed(ask: Ask): Promise<Row> {
  const millis: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const q of TYPED) {
      const took = await ask(`/search?${new URLSearchParams({ q })}`);
      millis.push(took);
      if (round === 4 && took > 30) process.stderr.write(`search “${q.slice(0, 40)}”: ${took.toFixed(1)} ms\n`);
    }
  }
  const limit = { kind: 'most' as const, value: 30, of: 'ours' as const };
  return { what: 'search, whatever is typed, p95', unit: 'ms', ours: percentile(millis, 0.95), peer: null, limit };
}

/** How many queue pages a second one process gives, beside Express's hello world. */
async function rate(address: string, token: string): Promise<Row[]> {
  const hello = spawn(process.execPath, [fileURLToPath(new URL('./hello.js', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(hello.stdout, 'data')) as [Buffer];
  const peer = await aSecond(`http://127.0.0.1:${String(port).trim()}`, '/', {});
  hello.kill();
  const ours = await aSecond(address, paths.flags(), { cookie: `dealwatch=${token}` });
  const limit = { kind: 'least' as const, value: 0.5, of: 'ratio' as const };
  return [
    { what: 'queue page, requests', unit: 'a second', ours, peer: { name: 'Express hello world', value: peer }, limit },
  ];
}

async function aSecond(address: string, path: string, headers: Record<string, string>): Promise<number> {
  const pool = new Pool(address, { connections: AT_ONCE });
  let answered = 0;
  const end = performance.now() + RATE_SECONDS * 1000;
  const asker = async () => {
    while (performance.now() < end) {
      const { body } = await pool.request({ path, method: 'GET', headers });
      await body.dump({ limit: Number.MAX_SAFE_INTEGER });
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  await pool.close();
  return answered / RATE_SECONDS;
}
