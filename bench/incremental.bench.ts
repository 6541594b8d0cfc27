import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { saveDocument } from '../db/documents/documents.ts';
import { setDocumentState } from '../db/documents/reading.ts';
import { saveFacts } from '../db/ledger/facts.ts';
import { closeDatabase, type Database, inTransaction, openDatabase } from '../db/open.ts';
import { assembleDirty } from '../jobs/assemble.ts';
import type { JobRun } from '../jobs/job.ts';
import type { Amount } from '../model/amount.ts';
import { addDays, type Day, type Instant, makeDay, type PartialDay } from '../model/day.ts';
import type { DealKind } from '../model/deal.ts';
import { type Fact, type NewFact, withId } from '../model/fact.ts';
import type { Bench, Row } from './bench.ts';
import { aBenchContext } from './context.ts';
import { numbers } from './made-ledger.ts';
import { median, processorSeconds } from './measure.ts';

/** Facts in the ledger; fewer by FACTS in the environment is for trying the bench itself. */
const FACTS = Number(process.env.FACTS ?? 1_000_000);
const FACTS_A_DOCUMENT = 10;
const PAIRS = FACTS / 10;
const NOW = '2026-06-01T12:00:00.000Z' as Instant;
const TEXT = 'What a page says of deals between large firms and small ones, made up for measuring.';
const RUN: JobRun = { signal: new AbortController().signal, warn: (sentence) => process.stderr.write(`${sentence}\n`) };
/** As `rebuild` works: in a process that serves no pages. */
const ALONE: JobRun = { ...RUN, alone: true };

const bench: Bench = {
  about: `one document more in a ledger of ${FACTS.toLocaleString('en-GB')} facts, and the whole of it rebuilt`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'dealwatch-bench-'));
    try {
      return await measure(join(folder, 'bench.db'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
export default bench;

async function measure(file: string): Promise<Row[]> {
  const next = numbers(5);
  await opened(file, async (db, assemble) => {
    for (let n = 0; n < FACTS / FACTS_A_DOCUMENT; n += 200) await fill(db, n, next);
    await assemble(ALONE);
  });
  const added = await opened(file, (db, assemble) => oneMore(db, next, () => assemble(RUN)));
  return [...added, ...(await rebuild(file))];
}

/** Each part with the file opened anew, as a server and a `rebuild` would: what one holds in memory the next does not. */
async function opened<T>(file: string, work: (db: Database, assemble: Assemble) => Promise<T>): Promise<T> {
  const db = await openDatabase(file);
  const context = aBenchContext(db, NOW);
  try {
    return await work(db, (run) => assembleDirty(context, run));
  } finally {
    await closeDatabase(db);
  }
}

type Assemble = (run: JobRun) => Promise<unknown>;

/** Two hundred documents, stored as the pipeline stores them. */
function fill(db: Database, first: number, next: () => number): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (let n = first; n < first + 200; n += 1) await store(trx, n, next);
  });
}

async function store(db: Database, n: number, next: () => number, backFill = true): Promise<void> {
  const address = `https://news.example/${n}`;
  const { id } = await saveDocument(db, {
    url: address,
    canonicalUrl: address,
    publisher: `Outlet ${n % 50}`,
    sourceClass: 'press',
    title: `Document ${n}`,
    byline: null,
    published: null,
    language: 'en',
    text: `${TEXT} ${n} ${Math.floor(next() * 1e9)}`,
    sourceId: null,
    hash: String(n),
    fetchedAt: NOW,
    backFill,
  });
  await saveFacts(db, id, { extractor: 'reader', version: '1', facts: factsOf(id, next), readAt: NOW, millis: 1 });
  await setDocumentState(db, id, { state: 'read', reason: null });
}

const KINDS: readonly DealKind[] = [
  'investment',
  'investment',
  'investment',
  'acquisition',
  'acquihire',
  'cloud',
  'investment',
];
const FIRST = makeDay(2020, 1, 1) as Day;

/** Five deals, each with a sum: ten facts about five of a tenth as many pairs, over firms with a few pairs each. */
function factsOf(documentId: string, next: () => number): Fact[] {
  const evidence = [{ quote: TEXT.slice(0, 4), start: 0, end: 4, in: 'text' as const }];
  return Array.from({ length: FACTS_A_DOCUMENT / 2 }, () => {
    const pair = Math.floor(next() * PAIRS);
    const kind = KINDS[pair % KINDS.length] as DealKind;
    const acquirer = pair % 500 === 0 ? 'Nvidia' : `Fund ${pair % (PAIRS / 5)}`;
    const base = {
      documentId,
      confidence: 0.9,
      background: false,
      evidence,
      acquirer,
      target: `Firm ${(pair * 7919) % (PAIRS / 3)}`,
      kind,
    };
    const date = addDays(FIRST, (pair * 31) % 2000) as string as PartialDay;
    const amount: Amount = {
      value: Math.ceil(next() * 9) * 1e8,
      currency: 'USD',
      role: kind === 'cloud' ? 'commitment' : 'tranche',
      date,
    };
    const deal: NewFact = { ...base, type: 'deal', certainty: 'done' };
    return [withId(deal), withId({ ...base, type: 'amount', amount })];
  }).flat();
}

/** Half of twenty documents take less; the first one warms up. */
async function oneMore(db: Database, next: () => number, assemble: () => Promise<unknown>): Promise<Row[]> {
  const [millis, processor]: [number[], number[]] = [[], []];
  for (let i = 0; i < 21; i += 1) {
    await store(db, 10_000_000 + i, next, false);
    const began = performance.now();
    const seconds = await processorSeconds(assemble);
    if (i === 0) continue;
    millis.push(performance.now() - began);
    processor.push(seconds * 1000);
  }
  const what = `one document more, ${FACTS.toLocaleString('en-GB')} facts`;
  const row = { unit: 'ms', peer: null };
  return [
    { ...row, what, ours: median(millis), limit: { kind: 'most', value: 20, of: 'ours' } },
    { ...row, what: 'of which processor time', ours: median(processor), limit: null },
  ];
}

/** `rebuild` as people run it: in a process of its own, which takes stock, drops, makes anew and compares. */
async function rebuild(file: string): Promise<Row[]> {
  const script = fileURLToPath(new URL('./rebuild-alone.js', import.meta.url));
  const env = { ...process.env, DATABASE: file };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const { seconds, processor, memory } = JSON.parse(await text(child.stdout)) as Taken;
  const what = `rebuild, ${FACTS.toLocaleString('en-GB')} facts`;
  const row = { unit: 's', peer: null };
  return [
    { ...row, what, ours: seconds, limit: { kind: 'most', value: 120, of: 'ours' } },
    { ...row, what: 'of which processor time', ours: processor, limit: null },
    {
      ...row,
      what: 'most memory it held',
      unit: 'MB',
      ours: memory,
      limit: { kind: 'most', value: 1_000, of: 'ours' },
    },
  ];
}

type Taken = Record<'seconds' | 'processor' | 'memory', number>;
