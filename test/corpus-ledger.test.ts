import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { ingestCommand } from '../cli/ingest.ts';
import { projectRoot, readConfig } from '../config.ts';
import { allPairs } from '../db/ledger/ledger.ts';
import { closeDatabase, openDatabase } from '../db/open.ts';
import { sameMoney } from '../model/amount.ts';
import { sameGroup } from '../model/company.ts';
import { daysBetween, firstDay, type PartialDay } from '../model/day.ts';
import type { Deal, DealEvent, Pair } from '../model/ledger.ts';
import { type AnnotatedDocument, readAnnotated } from '../training/score.ts';
import { temporaryFolder } from './db/world.ts';

/** Documents annotated by people, kept beside the project. */
const CORPUS = join(projectRoot(), '../shared/corpus/dev');
/** Reports of one payment lie this close together (handbook, section 5). */
const DAYS = 10;

describe.skipIf(!existsSync(CORPUS))('the ledger made of annotated documents (skipped where they are absent)', () => {
  let pairs: Pair[] = [];
  let documents: AnnotatedDocument[] = [];

  beforeAll(async () => {
    documents = readAnnotated(CORPUS);
    const config = { ...readConfig({}), DATABASE: join(temporaryFolder(), 'test.db') };
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const io = { stdout: nowhere, stderr: nowhere, stdin: process.stdin };
    expect(await ingestCommand.run([CORPUS], io, config)).toBe(0);
    const db = await openDatabase(config.DATABASE);
    pairs = (await allPairs(db)).map(({ pair }) => pair);
    await closeDatabase(db);
  }, 600_000);

  it('holds deals and sums to look at', () => {
    const events = pairs.flatMap((pair) => pair.deals.flatMap((deal) => deal.events));
    console.info(`${documents.length} documents, ${pairs.length} pairs, ${events.length} sums`);
    expect(pairs.length).toBeGreaterThan(30);
    expect(events.length).toBeGreaterThan(30);
  });

  it('has no payment twice', () => {
    expect(pairs.flatMap((pair) => pair.deals.flatMap((deal) => doubles(deal)))).toEqual([]);
  });

  it('adds no ceiling to a tranche, nor a round, a promise or talks', () => {
    expect(pairs.flatMap(paidTooMuch)).toEqual([]);
  });

  it('takes no sum for paid that every annotator calls a ceiling, and none that is a ceiling and a tranche added', () => {
    expect(pairs.flatMap((pair) => paidCeilings(pair, documents))).toEqual([]);
  });
});

/** Two sums of one deal with one role, the same value and days that may be one; unless one document tells both. */
function doubles({ id, events }: Deal): string[] {
  return events.flatMap((a, i) =>
    events.slice(i + 1).flatMap((b) => {
      const together = a.documentIds.some((document) => b.documentIds.includes(document));
      return !together && isOneSum(a, b) ? [`${id}: ${a.id} and ${b.id}`] : [];
    }),
  );
}

function isOneSum(a: DealEvent, b: DealEvent): boolean {
  if (a.role !== b.role || a.value === null || b.value === null || !a.currency || !b.currency) return false;
  const isClose = near(a.date, b.date) || (a.date === null && b.date === null);
  return isClose && sameMoney({ value: a.value, currency: a.currency }, { value: b.value, currency: b.currency });
}

function near(a: PartialDay | null, b: PartialDay | null): boolean {
  return a !== null && b !== null && Math.abs(daysBetween(firstDay(a), firstDay(b))) <= DAYS;
}

const sum = (events: readonly DealEvent[]) => events.reduce((all, { value }) => all + (value ?? 0), 0);

/** What is paid can never be more than the payments and totals of agreed deals, each deal by itself. */
function paidTooMuch({ id, deals, sums }: Pair): string[] {
  return Object.entries(sums.paid).flatMap(([currency, paid]) => {
    const most = deals.reduce((all, { certainty, events }) => {
      const own = events.filter((event) => event.currency === currency && (event.certainty ?? certainty) === 'done');
      const parts = own.filter(({ role }) => role === 'tranche' || role === 'fee');
      const totals = own.filter(({ role }) => role === 'total').map((event) => event.value ?? 0);
      return all + Math.max(sum(parts), Math.max(0, ...totals) + sum(parts));
    }, 0);
    return paid > most ? [`${id}: ${paid} ${currency} paid of at most ${most}`] : [];
  });
}

/** By the annotations of all documents: sums of this pair told as ceilings alone, and what they make with a tranche. */
function paidCeilings(pair: Pair, documents: readonly AnnotatedDocument[]): string[] {
  const told = documents.flatMap(({ gold }) =>
    gold.deals.filter((deal) => sameGroup(deal.acquirer, pair.acquirer) && sameGroup(deal.target, pair.target)),
  );
  const amounts = told.flatMap((deal) => deal.amounts);
  const payments = amounts.filter(({ role }) => role === 'tranche' || role === 'total' || role === 'fee');
  const ceilings = amounts.filter(({ role }) => role === 'ceiling');
  const isPaid = (value: number, currency: string) => payments.some((paid) => sameMoney(paid, { value, currency }));
  return ceilings.flatMap(({ value, currency }) => {
    const wrong = [value, ...payments.filter((one) => one.currency === currency).map((one) => one.value + value)];
    const paid = pair.sums.paid[currency] ?? 0;
    return wrong.some((one) => sameMoney({ value: one, currency }, { value: paid, currency }) && !isPaid(one, currency))
      ? [`${pair.id}: ${paid} ${currency} paid, with a ceiling of ${value}`]
      : [];
  });
}
