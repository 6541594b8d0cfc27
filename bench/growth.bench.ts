import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveDocument } from '../db/documents/documents.ts';
import { closeDatabase, openDatabase } from '../db/open.ts';
import type { Instant } from '../model/day.ts';
import type { Bench, Row } from './bench.ts';
import { withDatabaseFile } from './bench-database.ts';
import { makeBigDatabase } from './big-database.ts';
import { growthChart, type Point } from './growth-chart.ts';
import { prose } from './made-feeds.ts';
import { timed } from './measure.ts';
import { peopleIn, startServer } from './people.ts';

/** Numbers of documents, one deal in ten of them; and where the drawing goes. */
const SIZES = (process.env.GROWTH_SIZES ?? '10000,100000,1000000').split(',').map(Number);
const CHART = process.env.GROWTH_CHART ?? '';
/** A folder in which the databases are kept and found again: the largest takes an hour to make. */
const KEPT = process.env.GROWTH_FOLDER ?? '';
const ROUNDS = 15;
const STORED = 100;
const PAGES = {
  queue: '/flags',
  dossier: '/deals/fund-7--firm-7',
  search: '/search?q=cloud',
  board: '/scrutiny',
  today: '/',
};

const bench: Bench = {
  about: `pages, storing and size of the file at ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} documents`,
  async run() {
    const points: Point[] = [];
    for (const documents of SIZES) {
      const kept = join(KEPT, `growth-${documents}.db`);
      const point = await (KEPT ? measure(kept, documents) : withDatabaseFile((file) => measure(file, documents)));
      points.push(point);
      process.stderr.write(`${JSON.stringify(point)}\n`);
      if (CHART) writeFileSync(CHART, growthChart(points));
    }
    return points.flatMap(rowsOf);
  },
};
export default bench;

async function measure(file: string, documents: number): Promise<Point> {
  if (!existsSync(file)) await makeBigDatabase(file, { deals: documents / 10, documents });
  const run = `${process.pid}-${Math.round(performance.timeOrigin)}`;
  const db = await openDatabase(file);
  const documentMs = await storeSome(db, run);
  const [person] = await peopleIn(db, 1, `growth-${run}`);
  await closeDatabase(db);
  const fileMb = statSync(file).size / 1e6;
  const server = await startServer(file);
  try {
    const pages: Record<string, number> = {};
    for (const [name, path] of Object.entries(PAGES)) {
      pages[name] = await leastOf(server, path, `dealwatch=${person?.token}`);
    }
    return { documents, pages, documentMs, fileMb };
  } finally {
    await server.stop();
  }
}

async function storeSome(db: Awaited<ReturnType<typeof openDatabase>>, run: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < STORED; n += 1) {
    const document = {
      url: `https://news.example/new/${run}/${n}`,
      canonicalUrl: null,
      publisher: 'Example News',
      sourceClass: 'press' as const,
      title: `New ${n}`,
      byline: null,
      published: null,
      language: 'en',
      text: prose(300, 9_000_000 + n),
      sourceId: null,
      hash: `new ${run} ${n}`,
      fetchedAt: '2026-06-01T12:00:00.000Z' as Instant,
    };
    times.push(await timed(() => saveDocument(db, document)));
  }
  return Math.min(...times);
}

/** Milliseconds of processor that the server's main thread takes for a page: the least of several, whatever else goes on. */
async function leastOf({ address, pid }: { address: string; pid: number }, path: string, cookie: string) {
  const times: number[] = [];
  for (let n = 0; n <= ROUNDS; n += 1) {
    const before = processorMs(pid);
    const answer = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    if (n > 0) times.push(processorMs(pid) - before);
  }
  return Math.min(...times);
}

/** What the main thread of a process has had of processors since it began (first figure of schedstat, Linux). */
function processorMs(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function rowsOf({ documents, pages, documentMs, fileMb }: Point): Row[] {
  const size = `${documents.toLocaleString('en')} documents`;
  const row = (what: string, unit: string, ours: number): Row => ({ what, unit, ours, peer: null, limit: null });
  return [
    ...Object.entries(pages).map(([name, ms]) => row(`${size}: ${name}, least of ${ROUNDS}`, 'ms of processor', ms)),
    row(`${size}: storing one`, 'ms', documentMs),
    row(`${size}: file`, 'MB', fileMb),
  ];
}
