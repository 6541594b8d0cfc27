import { describe, expect, it } from 'vitest';
import { removePair, replacePair } from '../../db/ledger/ledger.ts';
import { closeDatabase, type Database, inTransaction, openDatabase } from '../../db/open.ts';
import { assign } from '../../db/review/assignments.ts';
import type { FlagFilter } from '../../db/review/flag-filter.ts';
import { countFacets, countFlags, countFlagsByRule, getFlag, listFlags } from '../../db/review/flags.ts';
import { decide } from '../../db/review/reviews.ts';
import type { Day, PartialDay } from '../../model/day.ts';
import { DEAL_KINDS, LAYERS } from '../../model/deal.ts';
import { BANDS, type RuleId } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { aFlag, aPair, at, aUser, temporaryDatabase, temporaryFolder } from './world.ts';

const RULES: readonly RuleId[] = ['round-trip', 'acqui-hire', 'exclusivity'];
const AUTHORITIES = ['CMA', 'FTC', 'EC'] as const;
const STATUSES = ['phase1', 'cleared', 'monitoring'] as const;

/** Pairs that differ in all that can be asked for, the same ones each time. */
async function filled(db: Database): Promise<void> {
  for (let n = 0; n < 60; n += 1) await put(db, n);
}

async function put(db: Database, n: number, change: Partial<Pair> = {}): Promise<void> {
  const id = `firm-${n % 7}--target-${n}`;
  const step = { date: '2026-01-05', stage: '', sourceClass: 'official', factIds: [], documentIds: [] };
  const scrutiny = AUTHORITIES.slice(0, n % 4).map((authority, i) => {
    const status = STATUSES[(n + i) % 3] as (typeof STATUSES)[number];
    const history = [{ ...step, status }] as unknown as Pair['scrutiny'][number]['history'];
    return {
      authority,
      status,
      asOf: '2026-01-05' as Day & PartialDay,
      source: 'official' as const,
      needsReview: null,
      history,
      proposed: [],
    };
  });
  const kinds = DEAL_KINDS.filter((_, i) => (n + i) % 3 === 0);
  const deals = kinds.map((kind) => {
    const certainty = n % 2 ? ('done' as const) : ('reported' as const);
    return { id: `${id}--${kind}`, kind, certainty, factIds: [], events: [], terms: [] };
  });
  const sums = { paid: n % 5 ? { USD: n * 1e6 } : {}, committed: {}, ceiling: {} };
  const names = { acquirer: `Firm ${n % 7}`, target: `Target ${n}`, layer: LAYERS[n % 8] ?? null };
  const pair = aPair({ id, ...names, deals, scrutiny, sums, ...change });
  const flags = RULES.slice(0, 1 + (n % 3)).map((rule) => aFlag({ pairId: id, rule }));
  const band = BANDS[n % 4] ?? 'Low';
  await replacePair(db, pair, flags, { score: n % 11, band, floor: false }, at(n));
}

const page = { page: 1, pageSize: 1000 };
const totalOf = async (db: Database, filter: Omit<FlagFilter, 'page' | 'pageSize'>) =>
  (await listFlags(db, { ...filter, ...page })).total;

/** One filter of each kind, and some together. */
const FILTERS: Omit<FlagFilter, 'page' | 'pageSize'>[] = [
  {},
  { states: ['to_review'] },
  { rules: ['acqui-hire'], bands: ['High', 'Low'] },
  { acquirers: ['Firm 2', 'Firm 3'], kinds: ['cloud'] },
  { kinds: ['investment'], layers: ['chip', 'model'] },
  { authorities: ['CMA'] },
  { statuses: ['phase1'] },
  { authorities: ['FTC'], statuses: ['cleared', 'phase1'], certainties: ['done'] },
  { assignees: [0], bands: ['Medium'] },
  { q: 'FIRM 3', least: 5e6 },
  { target: 'target 1', certainties: ['reported'] },
];

describe('the counts beside the queue', () => {
  it.each(FILTERS)('are what one gets by choosing it: %j', async (filter) => {
    const db = await temporaryDatabase();
    await filled(db);
    const { counts } = await listFlags(db, { ...filter, ...page });
    const facets = await countFacets(db, { ...filter, ...page });
    for (const band of BANDS) expect(counts.bands[band]).toBe(await totalOf(db, { ...filter, bands: [band] }));
    for (const rule of RULES) expect(counts.rules[rule]).toBe(await totalOf(db, { ...filter, rules: [rule] }));
    for (const acquirer of ['Firm 0', 'Firm 3']) {
      expect(counts.acquirers[acquirer] ?? 0).toBe(await totalOf(db, { ...filter, acquirers: [acquirer] }));
    }
    for (const kind of DEAL_KINDS) expect(facets.kind[kind] ?? 0).toBe(await totalOf(db, { ...filter, kinds: [kind] }));
    for (const layer of LAYERS) {
      expect(facets.layer[layer] ?? 0).toBe(await totalOf(db, { ...filter, layers: [layer] }));
    }
    expect(facets.assignee.nobody ?? 0).toBe(await totalOf(db, { ...filter, assignees: [0] }));
  });

  it('of an authority and a status leave the other one in force, each by itself', async () => {
    const db = await temporaryDatabase();
    await filled(db);
    const both = await countFacets(db, { authorities: ['CMA'], statuses: ['cleared'], ...page });
    expect(both.authority.CMA).toBe(
      (await totalOf(db, { statuses: ['cleared'], kinds: [], authorities: [] })) - (await without('CMA', db)),
    );
    expect(both.status.phase1).toBeGreaterThan(0);
  });

  /** Flags of pairs before somebody who cleared, that are not before this authority. */
  async function without(authority: string, db: Database): Promise<number> {
    const { rows } = await listFlags(db, { statuses: ['cleared'], ...page });
    return rows.filter(({ scrutiny }) => !scrutiny.some((cell) => cell.authority === authority)).length;
  }
});

describe('the queue in memory', () => {
  it('agrees with the tables, in number and order', async () => {
    const db = await temporaryDatabase();
    await filled(db);
    const { n } = await db
      .selectFrom('flags')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(await totalOf(db, {})).toBe(n);
    expect((await countFlags(db)).to_review).toBe(n);
    expect((await countFlagsByRule(db))['round-trip'].to_review).toBe(60);
    const rows = await db
      .selectFrom('flags')
      .select(['pair_id', 'rule'])
      .orderBy('score', 'desc')
      .orderBy('pair_id')
      .orderBy('rule_order')
      .execute();
    const pages = [1, 2, 3].map(async (part) => (await listFlags(db, { page: part, pageSize: 20 })).rows);
    const shown = (await Promise.all(pages)).flat().map(({ pairId, rule }) => ({ pair_id: pairId, rule }));
    expect(shown).toEqual(rows.slice(0, 60));
  });

  it('puts the largest sum first and unknown ones last', async () => {
    const db = await temporaryDatabase();
    await filled(db);
    const { rows } = await listFlags(db, { sort: 'money', ...page });
    const sums = rows.map(({ paidUsd }) => paidUsd ?? -1);
    expect(sums).toEqual([...sums].sort((a, b) => b - a));
    expect(sums.at(-1)).toBe(-1);
  });

  it('follows every change: a pair put in anew, one that is gone, a decision, an assignment', async () => {
    const db = await temporaryDatabase();
    await filled(db);
    const user = await aUser(db);
    const before = await totalOf(db, {});
    await removePair(db, 'firm-1--target-1');
    expect(await totalOf(db, {})).toBe(before - 2);
    await put(db, 1, { target: 'Renamed' });
    expect(await totalOf(db, { q: 'renamed' })).toBe(2);
    const flag = await getFlag(db, 'firm-1--target-1', 'round-trip');
    const on = { pairId: 'firm-1--target-1', rule: 'round-trip' as const };
    await decide(db, {
      ...on,
      action: 'confirm',
      reason: null,
      note: null,
      evidenceHash: flag?.evidenceHash ?? '',
      userId: user.id,
      now: at(99),
    });
    expect((await countFlags(db)).confirmed).toBe(1);
    await assign(db, { ...on, assignee: user.id, userId: user.id, now: at(99) });
    expect(await totalOf(db, { assignees: [user.id] })).toBe(1);
  });

  it('sees what another process has written', async () => {
    const file = `${temporaryFolder()}/two.db`;
    const [here, there] = [await openDatabase(file), await openDatabase(file)];
    await put(here, 1);
    expect(await totalOf(here, {})).toBe(2);
    await put(there, 2);
    expect(await totalOf(here, {})).toBe(5);
    await closeDatabase(here);
    await closeDatabase(there);
  });

  it('holds what was there before anything was ever noted as touched', async () => {
    const db = await temporaryDatabase();
    await put(db, 2);
    await db.deleteFrom('touched_pairs').execute();
    expect([await totalOf(db, {}), await totalOf(db, { bands: ['Low'] })]).toEqual([3, 3]);
    await put(db, 1);
    expect(await totalOf(db, {})).toBe(5);
  });

  it('keeps nothing of a transaction that was taken back', async () => {
    const db = await temporaryDatabase();
    await put(db, 1);
    const broken = inTransaction(db, async (trx) => {
      await put(trx, 2);
      expect(await totalOf(trx, {})).toBe(5);
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    expect(await totalOf(db, {})).toBe(2);
  });
});
