import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { setDocumentState } from '../../db/documents/reading.ts';
import { compareDerived, derivedState, dropDerived } from '../../db/ledger/derived.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { closeDatabase, type Database, fileOf, openDatabase } from '../../db/open.ts';
import { assembleDirty } from '../../jobs/assemble.ts';
import { rebuild } from '../../jobs/rebuild.ts';
import type { Instant } from '../../model/day.ts';
import type { DealKind, Term } from '../../model/deal.ts';
import { type Fact, type NewFact, withId } from '../../model/fact.ts';
import { aDocument, at, temporaryFolder } from '../db/world.ts';
import { day } from '../helpers/build.ts';
import { aContext, aRun } from './world.ts';

/** One claim of a document: enough that screens of several pairs rest on each other. */
interface Claim {
  acquirer: string;
  target: string;
  kind: DealKind;
  billions: number;
  date: string | null;
  term: Term | null;
  /** The sum is that of a whole round, in which others may have taken part. */
  round?: boolean;
}

const TEXT = 'Whatever the page says of deals between large firms and small ones.';
const claim: fc.Arbitrary<Claim> = fc.record({
  acquirer: fc.constantFrom('Nvidia', 'Microsoft', 'Oracle', 'CoreWeave', 'OpenAI'),
  target: fc.constantFrom('OpenAI', 'Anthropic', 'Mistral AI', 'Groq', 'CoreWeave'),
  kind: fc.constantFrom<DealKind>('investment', 'investment', 'cloud', 'acquihire', 'acquisition'),
  billions: fc.integer({ min: 1, max: 40 }),
  date: fc.constantFrom('2025-09-10', '2025-09-22', '2025-11-18', null),
  term: fc.constantFrom<Term | null>(
    ...([null, null, 'tied-legs', 'board-seat', 'exclusive-provider', 'convertible', 'supplier-gives-equity'] as const),
  ),
  round: fc.boolean(),
});
const library = fc.array(fc.array(claim, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });

function factsOf(documentId: string, claims: readonly Claim[]): Fact[] {
  const evidence = [{ quote: TEXT.slice(0, 8), start: 0, end: 8, in: 'text' as const }];
  return claims.flatMap(({ acquirer, target, kind, billions, date, term, round }) => {
    const base = { documentId, confidence: 0.9, background: false, evidence, acquirer, target, kind };
    const role = kind === 'cloud' ? 'commitment' : round ? 'round' : 'tranche';
    const amount = { value: billions * 1e9, currency: 'USD', role, ...(date ? { date: day(date) } : {}) };
    return [
      withId({ ...base, type: 'deal', certainty: 'done' } as NewFact),
      withId({ ...base, type: 'amount', amount } as NewFact),
      ...(term ? [withId({ ...base, type: 'term', term, detail: null } as NewFact)] : []),
    ];
  });
}

/** A database as one is that was just made: the steps that make it take longer than a case. */
let made: string | null = null;
async function aLedger(): Promise<Database> {
  if (made === null) {
    made = join(mkdtempSync(join(tmpdir(), 'dealwatch-made-')), 'made.db');
    await closeDatabase(await openDatabase(made));
  }
  const file = join(temporaryFolder(), 'test.db');
  copyFileSync(made, file);
  return openDatabase(file);
}

afterAll(() => {
  if (made !== null) rmSync(dirname(made), { recursive: true, force: true });
});

/** Runs a case with ledgers of its own, and closes them: hundreds stay open otherwise. */
async function withLedgers(n: number, work: (...ledgers: Database[]) => Promise<void>): Promise<void> {
  const ledgers = await Promise.all(Array.from({ length: n }, aLedger));
  try {
    await work(...ledgers);
  } finally {
    for (const db of ledgers) {
      const file = fileOf(db);
      await closeDatabase(db);
      rmSync(dirname(file), { recursive: true, force: true });
    }
  }
}

/** A document arrives, or is read anew with other facts. */
async function arrive(db: Database, name: number, claims: readonly Claim[], now: Instant = at(0)): Promise<void> {
  const { id } = await saveDocument(
    db,
    aDocument({ text: `${TEXT} ${name}`, url: `https://news.example/${name}`, publisher: `Outlet ${name}` }),
  );
  await saveFacts(db, id, { extractor: 'reader', version: '1', facts: factsOf(id, claims), readAt: now, millis: 1 });
  await setDocumentState(db, id, { state: 'read', reason: null });
}

const settle = (db: Database) => assembleDirty(aContext(db), aRun());
const stateOf = async (db: Database) => [...(await derivedState(db))].map(([id, { hash }]) => [id, hash]);
const runs = { numRuns: 100 };

/** The same documents twice, the second time in another order: every order can come. */
const inAnyOrder = library.chain((documents) => {
  const numbered = documents.map((claims, i) => [i, claims] as const);
  return fc.tuple(
    fc.constant(numbered),
    fc.shuffledSubarray(numbered, { minLength: numbered.length, maxLength: numbered.length }),
  );
});

/** Flags without the time at which they were raised. */
const flagsIn = (db: Database) =>
  db
    .selectFrom('flags')
    .select(['pair_id', 'rule', 'severity', 'evidence_hash', 'score'])
    .orderBy('pair_id')
    .orderBy('rule')
    .execute();
const pairsIn = (db: Database) => db.selectFrom('pairs').select(['id', 'body']).orderBy('id').execute();
/** What lists filter and count by, beside the pairs and flags themselves. */
const listsIn = async (db: Database) => ({
  facets: await db.selectFrom('pair_facets').selectAll().orderBy('pair_id').orderBy('facet').orderBy('value').execute(),
  counts: await db
    .selectFrom('flag_counts')
    .selectAll()
    .where('flags', '<>', 0)
    .orderBy('state')
    .orderBy('rule')
    .orderBy('band')
    .orderBy('acquirer')
    .execute(),
  companies: await db
    .selectFrom('companies')
    .selectAll()
    .where((eb) => eb(eb('acquires', '+', eb.ref('targeted')), '<>', 0))
    .orderBy('name')
    .execute(),
});

describe('one document at a time', () => {
  it('gives the ledger that all at once give, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(inAnyOrder, ([documents, other]) =>
        withLedgers(2, async (slow, quick) => {
          for (const [i, claims] of documents) {
            await arrive(slow, i, claims);
            await settle(slow);
          }
          for (const [i, claims] of other) await arrive(quick, i, claims);
          await settle(quick);
          expect(await stateOf(slow)).toEqual(await stateOf(quick));
          expect(await listsIn(slow)).toEqual(await listsIn(quick));
        }),
      ),
      runs,
    );
  }, 600_000);

  it('what a rebuild makes of it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(library, (documents) =>
        withLedgers(1, async (db) => {
          for (const [i, claims] of documents.entries()) {
            await arrive(db, i, claims);
            await settle(db);
          }
          const before = await derivedState(db);
          expect(await rebuild(aContext(db))).toMatchObject({ pairs: before.size, different: [] });
          expect(await derivedState(db)).toEqual(before);
          await dropDerived(db);
          await settle(db);
          expect(await compareDerived(db, before)).toEqual([]);
        }),
      ),
      runs,
    );
  }, 600_000);

  it('reading a document again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(library, (documents) =>
        withLedgers(1, async (db) => {
          for (const [i, claims] of documents.entries()) await arrive(db, i, claims);
          await settle(db);
          const before = await derivedState(db);
          for (const [i, claims] of documents.entries()) await arrive(db, i, claims, at(5));
          expect(await settle(db)).toMatchObject({ changed: 0, raised: 0 });
          expect(await derivedState(db)).toEqual(before);
        }),
      ),
      runs,
    );
  }, 600_000);

  async function takenBack(documents: readonly (readonly Claim[])[], gone: number): Promise<void> {
    await withLedgers(2, async (db, without) => {
      for (const [i, claims] of documents.entries()) await arrive(db, i, claims);
      await settle(db);
      await arrive(db, gone, [], at(5));
      await settle(db);
      for (const [i, claims] of documents.entries()) if (i !== gone) await arrive(without, i, claims);
      await settle(without);
      expect(await flagsIn(db)).toEqual(await flagsIn(without));
      expect(await pairsIn(db)).toEqual(await pairsIn(without));
      expect(await listsIn(db)).toEqual(await listsIn(without));
    });
  }

  it('a document that is taken back takes exactly its facts with it', async () => {
    await fc.assert(
      fc.asyncProperty(library, fc.nat(), (documents, nth) => takenBack(documents, nth % documents.length)),
      runs,
    );
  }, 600_000);

  it('a leg tied by contract that is taken back takes its loop from a programme that it is no part of', async () => {
    const said = { billions: 1, date: '2025-09-10', term: null };
    await takenBack(
      [
        [{ ...said, acquirer: 'Microsoft', target: 'Groq', kind: 'investment', date: '2025-11-18' }],
        [
          { ...said, acquirer: 'Oracle', target: 'Groq', kind: 'cloud' },
          { ...said, acquirer: 'Oracle', target: 'OpenAI', kind: 'investment' },
        ],
        [
          { ...said, acquirer: 'Microsoft', target: 'Groq', kind: 'acquihire', term: 'tied-legs' },
          { ...said, acquirer: 'Nvidia', target: 'OpenAI', kind: 'investment' },
        ],
        [{ ...said, acquirer: 'Microsoft', target: 'OpenAI', kind: 'cloud' }],
      ],
      0,
    );
  }, 60_000);
});
