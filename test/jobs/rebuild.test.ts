import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { setDocumentState } from '../../db/documents/reading.ts';
import { listOutbox } from '../../db/going-out/alerts.ts';
import { setUserAlerts } from '../../db/going-out/subscriptions.ts';
import { derivedState } from '../../db/ledger/derived.ts';
import { countDirty } from '../../db/ledger/dirty.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { closeDatabase, type Database, fileOf, openDatabase } from '../../db/open.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { rebuild, rebuildFromNothing } from '../../jobs/rebuild.ts';
import { type NewFact, withId } from '../../model/fact.ts';
import { aDocument, at, aUser, temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { day } from '../helpers/build.ts';
import { launch } from '../helpers/process.ts';
import { aContext } from './world.ts';

const TEXT = 'Whatever the page says of deals between large firms and small ones.';
const BUYERS = ['Nvidia', 'Microsoft', 'Oracle', 'Amazon'];

/** A document that tells of an investment and a supply contract in each of some firms. */
async function tell(db: Database, name: string, targets: readonly string[], billions = 2): Promise<void> {
  const url = `https://news.example/${name}`;
  const { id } = await saveDocument(db, aDocument({ text: `${TEXT} ${name}`, url, publisher: name }));
  const evidence = [{ quote: TEXT.slice(0, 8), start: 0, end: 8, in: 'text' as const }];
  const facts = targets.flatMap((target, i) => {
    const acquirer = BUYERS[i % BUYERS.length];
    const base = { documentId: id, confidence: 0.9, background: false, evidence, acquirer, target };
    const sum = { value: billions * 1e9, currency: 'USD', date: day('2025-09-10') };
    return [
      { ...base, kind: 'investment', type: 'deal', certainty: 'done' },
      { ...base, kind: 'investment', type: 'amount', amount: { ...sum, role: 'tranche' } },
      { ...base, kind: 'cloud', type: 'deal', certainty: 'done' },
      { ...base, kind: 'cloud', type: 'amount', amount: { ...sum, role: 'commitment' } },
    ].map((fact) => withId(fact as NewFact));
  });
  await saveFacts(db, id, { extractor: 'reader', version: '1', facts, readAt: at(0), millis: 1 });
  await setDocumentState(db, id, { state: 'read', reason: null });
}

/** Four pairs, each with two deals, sums and flags. */
async function aLedger(): Promise<Database> {
  const db = await temporaryDatabase();
  await tell(db, 'one', ['OpenAI', 'Anthropic', 'Mistral AI', 'Groq']);
  await tell(db, 'two', ['OpenAI', 'Anthropic'], 3);
  await takeThrough(aContext(db));
  return db;
}

/** Everything that is derived, row by row, times of writing aside. */
async function everything(db: Database) {
  const pairs = await db.selectFrom('pairs').selectAll().orderBy('id').execute();
  const flags = await db.selectFrom('flags').selectAll().orderBy('pair_id').orderBy('rule').execute();
  return {
    pairs: pairs.map(({ updated_at, ...pair }) => pair),
    flags,
    deals: await db.selectFrom('deals').selectAll().orderBy('id').execute(),
    events: await db.selectFrom('deal_events').selectAll().orderBy('deal_id').orderBy('position').execute(),
    facets: await db
      .selectFrom('pair_facets')
      .selectAll()
      .orderBy('pair_id')
      .orderBy('facet')
      .orderBy('value')
      .execute(),
    counts: (await db.selectFrom('flag_counts').selectAll().where('flags', '<>', 0).execute())
      .map((row) => JSON.stringify(row))
      .sort(),
    companies: await db
      .selectFrom('companies')
      .selectAll()
      .where((eb) => eb(eb('acquires', '+', eb.ref('targeted')), '<>', 0))
      .orderBy('name')
      .execute(),
  };
}

/** What may befall the rows of a pair, each with what of them is then wrong. */
const DAMAGE = {
  'another score': `update pairs set score = score + 7 where id = ?`,
  'another text': `update pairs set body = replace(body, 'tranche', 'total') where id = ?`,
  'another name': `update pairs set acquirer = 'Somebody' where id = ?`,
  'another sum of money': `update pairs set paid_usd = 1 where id = ?`,
  'a sum that is gone': `delete from deal_events where deal_id in (select id from deals where pair_id = ?)`,
  'a deal that is gone': `delete from deals where pair_id = ?`,
  'a deal more': `insert into deals (id, pair_id, kind, certainty) select 'more ' || id, id, 'acquihire', 'done' from pairs where id = ?`,
  'flags that are gone': `delete from flags where pair_id = ?`,
  'a flag in another state': `update flags set state = 'confirmed' where pair_id = ?`,
  'a flag with another text': `update flags set body = '{}' where pair_id = ?`,
  'nothing to filter by': `delete from pair_facets where pair_id = ?`,
  'something more to filter by': `insert into pair_facets (facet, value, pair_id) values ('layer', 'robotics', ?)`,
  'a pair that is gone': `delete from pairs where id = ?`,
} as const;

function damage(db: Database, what: keyof typeof DAMAGE, id: string): void {
  const raw = new BetterSqlite3(fileOf(db));
  raw.prepare(DAMAGE[what]).run(id);
  raw.close();
}

const ALL = ['amazon--groq', 'microsoft--anthropic', 'nvidia--openai', 'oracle--mistral'];

describe('a rebuild', () => {
  it('changes nothing in a ledger that is as it should be, not even when its pairs last changed', async () => {
    const db = await aLedger();
    const [before, rows] = [await derivedState(db), await everything(db)];
    expect(rows.flags.length).toBeGreaterThan(3);
    expect(await rebuild(aContext(db))).toEqual({ pairs: 4, different: [], warnings: [] });
    expect(await derivedState(db)).toEqual(before);
    expect(await everything(db)).toEqual(rows);
    expect(await countDirty(db)).toBe(0);
  });

  it('sets right whatever is wrong, and names the pairs in which something was', async () => {
    const wrong = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...ALL), fc.constantFrom(...(Object.keys(DAMAGE) as (keyof typeof DAMAGE)[]))),
      {
        minLength: 1,
        maxLength: 4,
        selector: ([id]) => id,
      },
    );
    const db = await aLedger();
    const rows = await everything(db);
    await fc.assert(
      fc.asyncProperty(wrong, async (all) => {
        for (const [id, what] of all) damage(db, what, id);
        const { different } = await rebuild(aContext(db));
        expect(different).toEqual(all.map(([id]) => id).sort());
        expect(await everything(db)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('counts anew what was counted wrongly', async () => {
    const db = await aLedger();
    const rows = await everything(db);
    const raw = new BetterSqlite3(fileOf(db));
    raw.exec(
      `update flag_counts set flags = flags + 3; update companies set acquires = 9; insert into companies values ('Nobody', 2, 1)`,
    );
    raw.close();
    expect((await rebuild(aContext(db))).different).toEqual([]);
    expect(await everything(db)).toEqual(rows);
  });

  it('takes out pairs that no fact speaks of', async () => {
    const db = await aLedger();
    const rows = await everything(db);
    const raw = new BetterSqlite3(fileOf(db));
    raw.exec(
      `insert into pairs select 'a--b', 'A', 'B', layer, score, band, floor, kinds, paid_usd, committed_usd, latest_day, body, hash, updated_at, rules_version from pairs limit 1`,
    );
    raw.close();
    expect((await rebuild(aContext(db))).different).toEqual(['a--b']);
    expect(await everything(db)).toEqual(rows);
  });

  it('is no news: nobody is told of what was set right', async () => {
    const db = await aLedger();
    const user = await aUser(db);
    await setUserAlerts(db, user.id, true, at(0));
    const before = await db.selectFrom('alert_events').selectAll().execute();
    for (const id of ALL)
      for (const what of ['another score', 'a sum that is gone', 'flags that are gone'] as const) damage(db, what, id);
    expect((await rebuild(aContext(db))).different).toEqual(ALL);
    expect(await db.selectFrom('alert_events').selectAll().execute()).toEqual(before);
    expect((await listOutbox(db, { page: 1 })).total).toBe(0);
  });

  it('from nothing makes the same', async () => {
    const db = await aLedger();
    const rows = await everything(db);
    expect(await rebuildFromNothing(aContext(db))).toEqual({ pairs: 4, different: [], warnings: [] });
    expect(await everything(db)).toEqual(rows);
  });

  it('that is killed leaves every pair, and what it had not come to is made later', { timeout: 120_000 }, async () => {
    const file = `${temporaryFolder()}/kill.db`;
    const db = await openDatabase(file);
    const firms = Array.from({ length: 500 }, (_, n) => `Firm ${n}`);
    for (let n = 0; n < firms.length; n += 100) await tell(db, `d${n}`, firms.slice(n, n + 100));
    await takeThrough(aContext(db));
    const before = [...(await derivedState(db))].map(([id, { hash }]) => [id, hash]);
    await closeDatabase(db);
    const raw = new BetterSqlite3(file);
    const left = raw.prepare(`select count(*) from pairs where hash = ''`).pluck();
    let midway = 0;
    for (let round = 0; round < 8 && midway < 1; round += 1) {
      raw.exec(`update pairs set score = 99, hash = ''`);
      const { child, ended } = launch('cli.js', ['rebuild'], { DATABASE: file, STARTER_LIBRARY: 'no' });
      let over = false;
      void ended.then(() => (over = true));
      while (!over && left.get() === firms.length) await new Promise((resolve) => setTimeout(resolve, 1));
      child.kill('SIGKILL');
      await ended;
      if ((left.get() as number) > 0) midway += 1;
      expect(raw.prepare('select count(*) from pairs').pluck().get()).toBe(firms.length);
      const again = await openDatabase(file);
      await takeThrough(aContext(again));
      expect([...(await derivedState(again))].map(([id, { hash }]) => [id, hash])).toEqual(before);
      await closeDatabase(again);
    }
    expect(midway).toBe(1);
    raw.close();
  });
});
