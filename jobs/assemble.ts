import type { Context } from '../context.ts';
import { announce } from '../db/announce.ts';
import { chunks } from '../db/chunks.ts';
import { clearDirty, type DirtyPair, dirtyPairs } from '../db/dirty.ts';
import { documentRefs } from '../db/documents.ts';
import { factsOfPairs } from '../db/facts.ts';
import {
  assembledPairs,
  getPair,
  hashOf,
  type PairScore,
  pairHashes,
  type Replaced,
  removePair,
  replacePair,
} from '../db/ledger.ts';
import { type Database, inTransaction } from '../db/open.ts';
import { assemble as assembleFacts } from '../ledger/index.ts';
import { dayOf } from '../model/day.ts';
import type { Flag } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import { evaluate } from '../rules/evaluate.ts';
import { scorePair } from '../rules/score.ts';
import { composeDue } from './alert-compose.ts';
import { eventsOf } from './alert-events.ts';
import { ratesNeeded } from './day-rates.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';

/** Marked pairs taken on before the screens are applied to the whole ledger. */
const AT_ONCE = 200;
/** Pairs assembled before pages get their turn. */
const IN_ONE_STEP = 10;
/** Pages wait no longer than this for the evaluation of a long ledger. */
const BREATHE_AFTER_MS = 8;

/** Turns new facts into pairs, flags and scores, and queues a mail for what is new and High. */
export const assemble: Job = {
  name: 'assemble',
  about: 'Puts new facts into the ledger, applies the screens, and queues alerts.',
  everySeconds: 15,
  limitSeconds: 900,
  wakes: ['alert'],
  hasWork: async ({ db }) => (await dirtyPairs(db, 1)).length > 0,
  run: assembleDirty,
};

/** Applies the screens to every pair anew: some look at dates, and a day has passed. */
export const rescore: Job = {
  name: 'rescore',
  about: 'Applies the screens to the whole ledger again, once a day.',
  everySeconds: 86_400,
  limitSeconds: 900,
  wakes: ['alert'],
  run: (context, run) => evaluateAll(context, run, new Map()),
};

/** A marked pair as it now is: null when no fact supports it any more. */
type Assembled = Map<string, { pair: Pair | null; dirty: DirtyPair[] }>;

/**
 * Assembles every marked pair and applies the screens to the whole ledger, since a pair's flags may rest on others.
 * Only what differs is written. Stops early when told to; the marks of what is left stay.
 */
export async function assembleDirty(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { assembled: 0, changed: 0, removed: 0, raised: 0, alerts: 0 };
  while (!run.signal.aborted) {
    const dirty = await dirtyPairs(context.db, AT_ONCE);
    if (dirty.length === 0) break;
    add(counts, await evaluateAll(context, run, await assemblePairs(context.db, dirty)));
    await breathe();
  }
  return counts;
}

async function assemblePairs(db: Database, dirty: readonly DirtyPair[]): Promise<Assembled> {
  const assembled: Assembled = new Map();
  for (const { pairId } of dirty)
    for (const id of [pairId, turned(pairId)]) assembled.set(id, { pair: null, dirty: [] });
  for (const mark of dirty) assembled.get(mark.pairId)?.dirty.push(mark);
  for (const some of chunks([...assembled.keys()], IN_ONE_STEP)) {
    const ids = [...new Set(some.flatMap((id) => [id, turned(id)]))];
    const facts = await factsOfPairs(db, ids);
    const documents = await documentRefs(db, [...new Set(facts.map((fact) => fact.documentId))]);
    const rates = await ratesNeeded(db, facts, documents);
    for (const pair of assembleFacts(facts, documents, rates)) {
      assembled.set(pair.id, { pair, dirty: assembled.get(pair.id)?.dirty ?? [] });
    }
    await breathe();
  }
  return assembled;
}

/** The same two parties the other way round: an authority's case names them in either order and belongs to one pair. */
function turned(pairId: string): string {
  const [acquirer, target] = pairId.split('--');
  return `${target}--${acquirer}`;
}

type Stored = Map<string, { pair: Pair; hash: string }>;

/** Pairs as last seen, so that a ledger of thousands is not parsed anew for each new fact. */
const lastSeen = new WeakMap<Database, Stored>();

/** Every pair as stored now. */
async function storedPairs(db: Database): Promise<Stored> {
  const before: Stored = lastSeen.get(db) ?? new Map();
  const hashes = await pairHashes(db);
  const stored: Stored = new Map([...before].filter(([id, { hash }]) => hashes.get(id) === hash));
  for (const ids of chunks(
    [...hashes.keys()].filter((id) => !stored.has(id)),
    IN_ONE_STEP,
  )) {
    for (const one of await assembledPairs(db, ids)) stored.set(one.pair.id, one);
    await breathe();
  }
  lastSeen.set(db, stored);
  return stored;
}

async function evaluateAll(context: Context, run: JobRun, assembled: Assembled): Promise<RunCounts> {
  const { db, now } = context;
  const counts: RunCounts = { assembled: assembled.size, changed: 0, removed: 0, raised: 0, alerts: 0 };
  const stored = await storedPairs(db);
  const present = new Map([...stored].map(([id, { pair }]) => [id, pair]));
  for (const [id, { pair }] of assembled) pair ? present.set(id, pair) : present.delete(id);
  const ledger = [...present.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [id, { pair, dirty }] of assembled) {
    if (!pair) counts.removed = (counts.removed ?? 0) + Number(await forget(db, id, dirty));
  }
  let began = performance.now();
  for (const pair of ledger) {
    const { flags, score } = judge(pair, { pairs: ledger, today: dayOf(now()) }, run);
    const dirty = assembled.get(pair.id)?.dirty ?? [];
    if (dirty.length > 0 || stored.get(pair.id)?.hash !== hashOf(pair, flags, score)) {
      add(counts, await write(context, run, { pair, flags, score, dirty }));
    }
    if (performance.now() - began < BREATHE_AFTER_MS) continue;
    await breathe();
    began = performance.now();
  }
  return counts;
}

function judge(pair: Pair, around: Parameters<typeof evaluate>[1], run: JobRun): { flags: Flag[]; score: PairScore } {
  const { flags, errors } = evaluate(pair, around);
  for (const { rule, message } of errors) run.warn(`The screen ${rule} failed on ${pair.id}: ${message}`);
  return { flags, score: scorePair(pair, flags) };
}

function forget(db: Database, id: string, dirty: readonly DirtyPair[]): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    for (const mark of dirty) await clearDirty(trx, mark);
    return removePair(trx, id);
  });
}

interface Judged {
  pair: Pair;
  flags: Flag[];
  score: PairScore;
  dirty: readonly DirtyPair[];
}

/** The pair, the record of what is new and the mails about it are stored together or not at all. */
async function write(context: Context, run: JobRun, { pair, flags, score, dirty }: Judged): Promise<RunCounts> {
  return inTransaction(context.db, async (trx) => {
    const replaced = await replacePair(trx, pair, flags, score, context.now());
    for (const mark of dirty) await clearDirty(trx, mark);
    const alerts = replaced.changed ? await tell({ ...context, db: trx }, run, pair.id, replaced) : 0;
    return { changed: Number(replaced.changed), raised: replaced.raisings.length, alerts };
  });
}

/** Writes down what happened and for whom, and at once the mails that need not wait. */
async function tell(context: Context, run: JobRun, pairId: string, replaced: Replaced): Promise<number> {
  try {
    const after = await getPair(context.db, pairId);
    if (!after) return 0;
    const now = context.now();
    const people = await announce(context.db, await eventsOf(context.db, after, replaced, now), now);
    return people.size > 0 ? await composeDue(context, people) : 0;
  } catch (cause) {
    run.warn(`No mail could be written about ${pairId}: ${sentenceOf(cause)}`);
    return 0;
  }
}

function add(counts: RunCounts, more: RunCounts): void {
  for (const [name, n] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + n;
}
