import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { closeDatabase, type Database, openDatabase } from '../db/open.ts';
import { paths } from '../model/paths.ts';
import type { Bench, Row } from './bench.ts';
import { withDatabaseFile } from './bench-database.ts';
import { makeBigDatabase } from './big-database.ts';
import { bringDocuments, pause, peopleIn, percentile, processorOf, startServer } from './people.ts';

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
const RATE_SECONDS = 4;
/** Hello world and the queue take turns, so that other work on the machine hits both. */
const TURNS = 5;
/** Rounds of pages drawn anew; the first quarter warms up. */
const DRAWN = 40;

/** Pages that people look at most, each with addresses to take in turn. */
const PAGES: Record<string, string[]> = {
  queue: [
    paths.flags(),
    paths.flags('?band=High'),
    paths.flags('?rule=round-trip&sort=money'),
    paths.flags('?kind=cloud&page=3'),
  ],
  dossier: [],
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
    'merger OR stake',
    '(cloud OR chips) -the',
    'the near/3 of',
    '"billion stake"~8',
    'mergar',
    'concentrasion stakke',
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
  PAGES.dossier = (await someDossiers(db)).map((id) => paths.deal(id));
  const sessions = await peopleIn(db, PEOPLE, `pages-${process.pid}-${Math.round(performance.timeOrigin)}`);
  const server = await startServer(file);
  try {
    const [first] = sessions;
    const ask = askAt(server, first?.token ?? '');
    for (const address of Object.values(PAGES).flat()) await ask(address);
    const rows = [...(await rate(server.address, first?.token ?? '')), ...(await typed(ask)), ...(await drawn(ask))];
    const millis = Object.fromEntries(Object.keys(PAGES).map((name) => [name, [] as Took[]]));
    const end = performance.now() + SECONDS * 1000;
    await Promise.all([
      ...sessions.map(({ token }, n) => person(askAt(server, token), n, end, millis)),
      bringDocuments(db, A_MINUTE, end, 1),
    ]);
    return [...rows, ...Object.entries(millis).flatMap(([name, values]) => rowsOf(name, values, 'clock'))];
  } finally {
    await closeDatabase(db);
    await server.stop();
  }
}

/** Four pairs that lie far from each other. */
async function someDossiers(db: Database): Promise<string[]> {
  const { n } = await db
    .selectFrom('pairs')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const at = (share: number) =>
    db
      .selectFrom('pairs')
      .select('id')
      .orderBy('id')
      .offset(Math.floor(n * share))
      .limit(1);
  const found = await Promise.all([0.1, 0.35, 0.6, 0.85].map((share) => at(share).executeTakeFirst()));
  return found.flatMap((pair) => (pair ? [pair.id] : []));
}

/** Milliseconds until a page had come whole, and those of processor that the server had meanwhile. */
interface Took {
  clock: number;
  processor: number;
}

type Ask = (path: string) => Promise<Took>;

/** Asks for a page as a browser does: compressed, on a kept connection. */
function askAt({ address, pid }: { address: string; pid: number }, token: string): Ask {
  const pool = new Pool(address, { connections: 2 });
  const headers = { cookie: `dealwatch=${token}`, 'accept-encoding': 'gzip' };
  return async (path) => {
    const [began, used] = [performance.now(), processorOf(pid)];
    // A connection that the server closed after a while of silence is opened anew, as browsers do.
    const ask = () => pool.request({ path, method: 'GET', headers });
    const { statusCode, body } = await ask().catch(ask);
    await body.dump({ limit: Number.MAX_SAFE_INTEGER });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    return { clock: performance.now() - began, processor: processorOf(pid) - used };
  };
}

async function person(ask: Ask, n: number, end: number, millis: Record<string, Took[]>): Promise<void> {
  const names = Object.keys(PAGES);
  await pause((THINK_MS * n) / PEOPLE);
  for (let i = n; performance.now() < end; i += 1) {
    const name = names[i % names.length] as string;
    const addresses = PAGES[name] ?? [];
    millis[name]?.push(await ask(addresses[Math.floor(i / names.length) % addresses.length] ?? '/'));
    await pause(THINK_MS * (0.5 + ((i * 7919) % 1000) / 1000));
  }
}

/** Each page asked for alone and drawn anew each time, as after a change: what it takes of the processor, whatever else runs. */
async function drawn(ask: Ask): Promise<Row[]> {
  const took: Record<string, Took[]> = {};
  for (let round = 0; round < DRAWN; round += 1) {
    for (const [name, addresses] of Object.entries(PAGES)) {
      for (const address of addresses) {
        const one = await ask(`${address}${address.includes('?') ? '&' : '?'}again=${round}`);
        if (round >= DRAWN / 4) took[name] = [...(took[name] ?? []), one];
      }
    }
  }
  return Object.entries(took).flatMap(([name, all]) => rowsOf(`${name} drawn anew, processor`, all, 'processor'));
}

function rowsOf(name: string, took: readonly Took[], of: keyof Took): Row[] {
  const values = took.map((one) => one[of]);
  const row = (what: string, share: number, most: number): Row => ({
    what: `${name}, ${what}`,
    unit: 'ms',
    ours: percentile(values, share),
    peer: null,
    limit: { kind: 'most', value: most, of: 'ours' },
  });
  return [row('median', 0.5, 10), row('p99', 0.99, 50)];
}

/** Each query on the warm server, one after another, then all again; the first round warms up. */
async function typed(ask: Ask): Promise<Row[]> {
  const all: Took[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const q of TYPED) {
      // Another address each time, so that none is answered as it was drawn before.
      const took = await ask(`/search?${new URLSearchParams({ q, again: String(round) })}`);
      if (round > 0) all.push(took);
      if (round === 4 && took.processor > 30) {
        process.stderr.write(`search “${q.slice(0, 40)}”: ${took.processor.toFixed(1)} ms\n`);
      }
    }
  }
  const limit = { kind: 'most' as const, value: 30, of: 'ours' as const };
  const row = (what: string, millis: number[]): Row => ({
    what: `search, whatever is typed, p95${what}`,
    unit: 'ms',
    ours: percentile(millis, 0.95),
    peer: null,
    limit,
  });
  return [
    row(
      '',
      all.map(({ clock }) => clock),
    ),
    row(
      ', processor',
      all.map(({ processor }) => processor),
    ),
  ];
}

/** How many queue pages a second one process gives, as browsers ask for them, beside Express's hello world, in turns. */
async function rate(address: string, token: string): Promise<Row[]> {
  const hello = spawn(process.execPath, [fileURLToPath(new URL('./hello.js', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(hello.stdout, 'data')) as [Buffer];
  const rates = { peer: [] as number[], ours: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    rates.peer.push(await aSecond(`http://127.0.0.1:${String(port).trim()}`, '/', {}));
    const headers = { cookie: `dealwatch=${token}`, 'accept-encoding': 'gzip, deflate, br, zstd' };
    rates.ours.push(await aSecond(address, paths.flags(), headers));
  }
  hello.kill();
  const [peer, ours] = [percentile(rates.peer, 0.5), percentile(rates.ours, 0.5)];
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
