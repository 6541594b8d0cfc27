import type { Context } from '../context.ts';
import { chunks } from '../db/chunks.ts';
import { documentRefs } from '../db/documents/stored-documents.ts';
import { announce } from '../db/going-out/announce.ts';
import { type Derived, derivedOf } from '../db/ledger/derived-pair.ts';
import { clearDirty, type DirtyPair, dirtyPairs } from '../db/ledger/dirty.ts';
import { factsOfPairs } from '../db/ledger/facts.ts';
import {
  assembledPairs,
  noteRulesVersion,
  putPair,
  type Replaced,
  raiseRevision,
  removePair,
} from '../db/ledger/ledger.ts';
import { type Database, inDerivedTransaction } from '../db/open.ts';
import { assemble as assembleFacts } from '../ledger/index.ts';
import { dayOf } from '../model/day.ts';
import type { DocumentRef, Pair } from '../model/ledger.ts';
import { asSeenByOthers, replacing } from '../rules/neighbours.ts';
import { tieDays } from '../rules/screens/circular-financing.ts';
import { composeDue } from './alert-compose.ts';
import { eventsOf } from './alert-events.ts';
import { ratesNeeded } from './day-rates.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';
import { type Judgement, judge, judgementOn } from './judgement.ts';
import { emptyLedger, forgetLedger, type KeptLedger, keepLedger, keptLedger, noteWritten } from './kept-ledger.ts';
import { type PutAside, putAside } from './put-aside.ts';

/**
 * Marked pairs taken on at once. As many as a ledger has: what is assembled in several goes is assessed several times, as
 * each go brings neighbours.
 */
const AT_ONCE = 1_000_000;
/** Pairs, and as many the other way round, assembled before pages get their turn: fewer where they have much to them. */
const MOST_IN_ONE_STEP = 64;
const FIRST_STEP = 16;
const STEP_MS = 10;
/** Documents that are known while pairs are assembled, each a few hundred bytes: the same one is named by several pairs. */
const MOST_DOCUMENTS = 150_000;
/** Pairs handed on to be written together; more where nobody waits for pages. */
const IN_ONE_BATCH = 25;
const IN_ONE_BATCH_ALONE = 100;
/** Pages wait no longer than this, and the pair at hand, for the assessment of a long ledger and for its writing. */
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
  run: rescoreAll,
};

/** What has been assembled and is to be assessed. */
interface Assembled {
  /** Of each pair what others see of it; null when no fact supports it any more. */
  seen: Map<string, Pair | null>;
  /** The marks by which pairs asked for it. */
  marks: ReadonlyMap<string, DirtyPair>;
  whole: PutAside;
  /** Where all is made anew: takes the ids of pairs that are not stored as they should be. */
  different?: Set<string>;
}

/**
 * Assembles every marked pair and assesses it and those whose flags may rest on it. Only what differs is written. Stops
 * early when told to; the marks of what is left stay.
 */
export async function assembleDirty(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { assembled: 0, changed: 0, removed: 0, raised: 0, alerts: 0 };
  while (!run.signal.aborted) {
    const dirty = await dirtyPairs(context.db, AT_ONCE);
    if (dirty.length === 0) break;
    const whole = putAside();
    try {
      const assembled = await assemblePairs(context.db, dirty, whole, run);
      if (assembled) add(counts, await assess(context, run, assembled));
    } finally {
      whole.clear();
    }
    await breathe();
  }
  return counts;
}

/** Every pair anew, and the version of the screens noted with each score. */
async function rescoreAll(context: Context, run: JobRun): Promise<RunCounts> {
  const { view } = await keptLedger(context.db);
  const nothing = { seen: new Map(), marks: new Map(), whole: putAside() };
  return assess(context, run, nothing, new Set([...view.all()].map(({ id }) => id)));
}

/**
 * Every pair anew from the facts that name it, whatever is stored of it: each row is held against what it should be and
 * replaced where it differs. All pairs must be marked. Gives the ids of those that were not so before; the marks of what is
 * left stay when it is told to stop.
 */
export async function assembleAnew(context: Context, run: JobRun): Promise<Set<string>> {
  const different = new Set<string>();
  const whole = putAside();
  try {
    const assembled = await assemblePairs(context.db, await dirtyPairs(context.db, AT_ONCE), whole, run);
    if (assembled) await assess(context, run, { ...assembled, different });
  } finally {
    whole.clear();
  }
  return different;
}

/** Assembles marked pairs; null when it is told to stop, since half of them would be assessed in vain. */
async function assemblePairs(
  db: Database,
  dirty: readonly DirtyPair[],
  whole: PutAside,
  run: JobRun,
): Promise<Assembled | null> {
  const seen = new Map<string, Pair | null>();
  for (const { pairId } of dirty) for (const id of [pairId, turned(pairId)]) seen.set(id, null);
  const all = [...seen.keys()];
  let size = run.alone ? MOST_IN_ONE_STEP : FIRST_STEP;
  const known = new Map<string, DocumentRef>();
  for (let from = 0; from < all.length; ) {
    const began = performance.now();
    const some = all.slice(from, from + size);
    from += size;
    const ids = [...new Set(some.flatMap((id) => [id, turned(id)]))];
    const facts = await factsOfPairs(db, ids);
    if (known.size > MOST_DOCUMENTS) known.clear();
    const documents = await documentRefs(db, [...new Set(facts.map((fact) => fact.documentId))], known);
    const rates = await ratesNeeded(db, facts, documents);
    for (const pair of assembleFacts(facts, documents, rates)) {
      seen.set(pair.id, asSeenByOthers(pair));
      whole.put(pair);
    }
    if (!run.alone) size = nextStep(size, performance.now() - began);
    await breathe();
    if (run.signal.aborted) return null;
  }
  return { seen, marks: new Map(dirty.map((mark) => [mark.pairId, mark])), whole };
}

/** Half as many pairs after a step that took too long, twice as many after one that took next to nothing. */
function nextStep(size: number, tookMs: number): number {
  if (tookMs > STEP_MS) return Math.max(1, Math.floor(size / 2));
  return tookMs < STEP_MS / 3 ? Math.min(MOST_IN_ONE_STEP, size * 2) : size;
}

/** The same two parties the other way round: an authority's case names them in either order and belongs to one pair. */
function turned(pairId: string): string {
  const [acquirer, target] = pairId.split('--');
  return `${target}--${acquirer}`;
}

/** Puts assembled pairs into the ledger that is kept, assesses all that they touch, and writes what differs. */
async function assess(
  context: Context,
  run: JobRun,
  assembled: Assembled,
  touched: Set<string> = new Set(),
): Promise<RunCounts> {
  const { db, now } = context;
  const { seen, marks, different } = assembled;
  const counts: RunCounts = { assembled: seen.size, changed: 0, removed: 0, raised: 0, alerts: 0 };
  const ledger = different ? await emptyLedger(db) : await keptLedger(db);
  const judgement = await judgementOn(db, ledger.view, dayOf(now()));
  // Until all of it is written the view runs ahead of the database.
  forgetLedger(db);
  const near = await inSteps(replacing(ledger.view, seen, tieDays(judgement.context.settings)));
  for (const id of near) touched.add(id);
  const gone = [...seen].flatMap(([id, pair]) => (!pair && (marks.has(id) || ledger.hashes.has(id)) ? [id] : []));
  for (const some of chunks(gone, IN_ONE_BATCH)) {
    counts.removed = (counts.removed ?? 0) + (await forget(ledger, db, some, assembled));
    await breathe();
  }
  for await (const some of judged(db, inOrder(touched, marks), ledger, judgement, assembled, run)) {
    add(counts, await writeAll(context, run, ledger, some, { version: judgement.version, different }));
    if (run.signal.aborted) return counts;
  }
  if (ledger.rulesVersion !== judgement.version) await noteRulesVersion(db, judgement.version);
  ledger.rulesVersion = judgement.version;
  // What is as it should be was not written, so that its hash is not known.
  if (!different) keepLedger(db, ledger);
  return counts;
}

/** Runs work to its end; pages get their turn in between. */
async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < BREATHE_AFTER_MS) continue;
    await breathe();
    began = performance.now();
  }
}

/**
 * Neighbours first, marked pairs last: should the program end half-way, the marks that are left bring their neighbours
 * back with them.
 */
function inOrder(touched: ReadonlySet<string>, marks: Assembled['marks']): string[] {
  const isMarked = (id: string) => Number(marks.has(id));
  return [...touched].sort((a, b) => isMarked(a) - isMarked(b) || (a < b ? -1 : 1));
}

/** What must be written of the pairs touched, in batches; pages get their turn in between. */
async function* judged(
  db: Database,
  ids: readonly string[],
  ledger: KeptLedger,
  judgement: Judgement,
  assembled: Assembled,
  run: JobRun,
): AsyncGenerator<ToWrite[]> {
  let began = performance.now();
  for (const some of chunks(ids, run.alone ? IN_ONE_BATCH_ALONE : IN_ONE_BATCH)) {
    const batch: ToWrite[] = [];
    for (const { pair, body } of await wholePairs(db, some, ledger, assembled)) {
      const { flags, score, errors } = judge(pair, judgement);
      for (const { rule, message } of errors) run.warn(`The screen ${rule} failed on ${pair.id}: ${message}`);
      const derived = derivedOf(pair, flags, score, body);
      const mark = assembled.marks.get(pair.id);
      if (mark || ledger.hashes.get(pair.id) !== derived.hash) batch.push({ derived, dirty: mark ? [mark] : [] });
      if (performance.now() - began < BREATHE_AFTER_MS) continue;
      await breathe();
      began = performance.now();
    }
    if (batch.length) yield batch;
  }
}

/** Some pairs in full, in their order: as assembled just now, else as stored. */
async function wholePairs(
  db: Database,
  ids: readonly string[],
  { view }: KeptLedger,
  { whole }: Assembled,
): Promise<{ pair: Pair; body: string }[]> {
  const standing = ids.filter((id) => view.get(id).length > 0);
  const now = new Map(standing.flatMap((id) => onlyIf(id, whole.take(id))));
  const others = standing.filter((id) => !now.has(id));
  const stored = others.length ? await assembledPairs(db, others) : [];
  const before = new Map(stored.map((one) => [one.pair.id, one]));
  return standing.flatMap((id) => now.get(id) ?? before.get(id) ?? []);
}

const onlyIf = <T>(id: string, value: T | null): [string, T][] => (value === null ? [] : [[id, value]]);

/** Takes pairs that no fact supports any more out of the ledger; gives how many had been there. */
async function forget(
  ledger: KeptLedger,
  db: Database,
  gone: readonly string[],
  { marks, different }: Assembled,
): Promise<number> {
  const { removed, revision } = await inDerivedTransaction(db, async (trx) => {
    let removed = 0;
    for (const id of gone) {
      const mark = marks.get(id);
      if (mark) clearDirty(trx, mark);
      if (!removePair(trx, id)) continue;
      removed += 1;
      different?.add(id);
    }
    return { removed, revision: removed ? await raiseRevision(trx) : null };
  });
  for (const id of gone) ledger.hashes.delete(id);
  if (revision !== null) noteWritten(ledger, [], revision);
  return removed;
}

/** A pair as it is to be stored, and the marks that are then done with. */
interface ToWrite {
  derived: Derived;
  dirty: readonly DirtyPair[];
}

/** By which version of the screens a batch was scored, and whether each of its rows is to be looked at. */
interface Writing {
  version: string;
  different: Assembled['different'];
}

/** Writes a batch in as many transactions as let pages have their turn; gives what was done. */
async function writeAll(
  context: Context,
  run: JobRun,
  ledger: KeptLedger,
  batch: readonly ToWrite[],
  writing: Writing,
): Promise<RunCounts> {
  const counts: RunCounts = {};
  for (let written = 0; written < batch.length; ) {
    const { counts: more, upTo } = await writeSome(context, run, ledger, batch.slice(written), writing);
    add(counts, more);
    written += upTo;
    await breathe();
  }
  return counts;
}

/**
 * Writes the first of a batch in one transaction, at least one, until its time is up; gives how many. A pair, the record of
 * what is new about it and the mails about that are stored together or not at all.
 */
async function writeSome(
  context: Context,
  run: JobRun,
  ledger: KeptLedger,
  batch: readonly ToWrite[],
  { version, different }: Writing,
): Promise<{ counts: RunCounts; upTo: number }> {
  const now = context.now();
  const began = performance.now();
  const { counts, revision, upTo } = await inDerivedTransaction(context.db, async (trx) => {
    const counts: RunCounts = { changed: 0, raised: 0, alerts: 0 };
    let upTo = 0;
    for (const { derived, dirty } of batch) {
      if (upTo > 0 && !run.alone && performance.now() - began > BREATHE_AFTER_MS) break;
      const replaced = putPair(trx, derived, now, version, different !== undefined);
      if (replaced.changed) different?.add(derived.pair.id);
      for (const mark of dirty) clearDirty(trx, mark);
      const alerts = replaced.changed ? await tell({ ...context, db: trx }, run, derived, replaced) : 0;
      add(counts, { changed: Number(replaced.changed), raised: replaced.raisings.length, alerts });
      upTo += 1;
    }
    return { counts, revision: counts.changed ? await raiseRevision(trx) : null, upTo };
  });
  if (revision !== null) {
    const written = batch.slice(0, upTo).map(({ derived }) => derived);
    noteWritten(ledger, written, revision);
  }
  return { counts, upTo };
}

/** Writes down what happened and for whom, and at once the mails that need not wait. */
async function tell(context: Context, run: JobRun, { pair, score }: Derived, replaced: Replaced): Promise<number> {
  try {
    const now = context.now();
    const after = { pair, score: score.score, band: score.band, flags: replaced.flags };
    const people = await announce(context.db, await eventsOf(context.db, after, replaced, now), now);
    return people.size > 0 ? await composeDue(context, people) : 0;
  } catch (cause) {
    run.warn(`No mail could be written about ${pair.id}: ${sentenceOf(cause)}`);
    return 0;
  }
}

function add(counts: RunCounts, more: RunCounts): void {
  for (const [name, n] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + n;
}
