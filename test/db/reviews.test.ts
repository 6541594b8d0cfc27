import { describe, expect, it } from 'vitest';
import { brokenAuditLines, listAudit } from '../../db/audit.ts';
import { removePair, replacePair } from '../../db/ledger/ledger.ts';
import { type Database, rawOf } from '../../db/open.ts';
import type { User } from '../../db/people/users.ts';
import { countFlags, getFlag, listFlags } from '../../db/review/flags.ts';
import { addNote, decide, decisionsOf, type NewDecision, notesOf } from '../../db/review/reviews.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import type { Scrutiny } from '../../model/ledger.ts';
import { aFlag, aPair, at, aUser, temporaryDatabase } from './world.ts';

const HIGH = { score: 50, band: 'High', floor: false } as const;

async function aFlagged(): Promise<{ db: Database; user: User; decision: NewDecision }> {
  const db = await temporaryDatabase();
  const user = await aUser(db);
  const flag = aFlag();
  await replacePair(db, aPair(), [flag], HIGH, at(0));
  const { pairId, rule, evidenceHash } = flag;
  const decision = { pairId, rule, evidenceHash, reason: null, note: null, userId: user.id, now: at(1) };
  return { db, user, decision: { ...decision, action: 'confirm' } };
}

describe('a decision', () => {
  it('is appended with name and evidence, moves the flag, and is audited', async () => {
    const { db, decision, user } = await aFlagged();
    const taken = await decide(db, decision);
    expect(taken).toMatchObject({ action: 'confirm', userName: user.name, evidenceHash: decision.evidenceHash });
    expect(await getFlag(db, 'alpha--beta', 'round-trip')).toMatchObject({
      state: 'confirmed',
      latest: { id: taken.id },
    });
    expect((await listAudit(db, 1))[0]).toMatchObject({ action: 'flag.confirm', userId: user.id });
    await decide(db, { ...decision, action: 'reopen', now: at(2) });
    expect((await getFlag(db, 'alpha--beta', 'round-trip'))?.state).toBe('to_review');
    expect((await decisionsOf(db, 'alpha--beta', 'round-trip')).map((d) => d.action)).toEqual(['reopen', 'confirm']);
  });

  it('is refused when the evidence is no longer what was on the screen', async () => {
    const { db, decision } = await aFlagged();
    await replacePair(db, aPair(), [aFlag({ key: 'other' })], HIGH, at(1));
    await expect(decide(db, decision)).rejects.toThrow(Conflict);
    expect(await decisionsOf(db, 'alpha--beta')).toEqual([]);
  });

  it('is refused when someone else has decided meanwhile, also at the same instant', async () => {
    const { db, decision } = await aFlagged();
    const both = await Promise.allSettled([
      decide(db, { ...decision, expectedLatestId: null }),
      decide(db, { ...decision, expectedLatestId: null, action: 'dismiss', reason: 'talks_only' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await decisionsOf(db, 'alpha--beta')).toHaveLength(1);
    await expect(decide(db, { ...decision, expectedLatestId: null })).rejects.toThrow(/Test Analyst has decided/);
  });

  it('needs a flag, a reason to dismiss, and a note for "other"', async () => {
    const { db, decision } = await aFlagged();
    await expect(decide(db, { ...decision, rule: 'acqui-hire' })).rejects.toThrow(NotFound);
    expect(() => decide(db, { ...decision, action: 'dismiss' })).toThrow(InvalidInput);
    expect(() => decide(db, { ...decision, action: 'dismiss', reason: 'other', note: ' ' })).toThrow(/needs a note/);
  });

  it('can be neither changed nor removed, and a changed audit log is found out (D21)', async () => {
    const { db, decision } = await aFlagged();
    await decide(db, decision);
    const raw = rawOf(db);
    for (const table of ['decisions', 'audit', 'flag_raisings', 'sightings']) {
      expect(() => raw.exec(`delete from ${table}`), table).toThrow(/never changed|stays on record/);
    }
    expect(() => raw.exec("update decisions set action = 'dismiss'")).toThrow(/never changed/);
    expect(await brokenAuditLines(db)).toEqual([]);
    raw.exec("drop trigger audit_no_update; update audit set subject = 'forged' where id = 1");
    expect(await brokenAuditLines(db)).toEqual([1]);
  });

  it('outlives the flag and counts again when the same evidence returns', async () => {
    const { db, decision } = await aFlagged();
    await decide(db, { ...decision, action: 'watch' });
    await removePair(db, 'alpha--beta');
    expect((await countFlags(db)).watching).toBe(0);
    await replacePair(db, aPair(), [aFlag()], HIGH, at(5));
    expect(await getFlag(db, 'alpha--beta', 'round-trip')).toMatchObject({ state: 'watching', raisedAt: at(0) });
  });
});

describe('notes', () => {
  it('are kept in order with names', async () => {
    const { db, user } = await aFlagged();
    const note = { pairId: 'alpha--beta', rule: null, userId: user.id };
    await addNote(db, { ...note, text: ' First ', now: at(1) });
    await addNote(db, { ...note, text: 'Second', now: at(2) });
    expect((await notesOf(db, 'alpha--beta')).map((n) => [n.text, n.userName])).toEqual([
      ['Second', 'Test Analyst'],
      ['First', 'Test Analyst'],
    ]);
    expect(() => addNote(db, { ...note, text: '  ', now: at(3) })).toThrow(InvalidInput);
    await expect(addNote(db, { ...note, pairId: 'none--such', text: 'x', now: at(3) })).rejects.toThrow(NotFound);
  });
});

describe('the list of flags', () => {
  async function aQueue(): Promise<Database> {
    const db = await temporaryDatabase();
    const pairs = [
      { id: 'alpha--beta', acquirer: 'Alpha', target: 'Beta', score: 50, band: 'High' as const },
      { id: 'alpha--gamma', acquirer: 'Alpha', target: 'Gamma', score: 10, band: 'Low' as const },
      { id: 'omega--delta', acquirer: 'Omega', target: 'Délta', score: 30, band: 'Medium' as const },
    ];
    for (const [i, { score, band, ...pair }] of pairs.entries()) {
      const scrutiny = pair.id === 'omega--delta' ? [aCell()] : [];
      const flags = [aFlag({ pairId: pair.id }), aFlag({ pairId: pair.id, rule: 'acqui-hire' })];
      await replacePair(db, aPair({ ...pair, scrutiny }), flags, { score, band, floor: false }, at(i));
    }
    return db;
  }
  const aCell = (): Scrutiny => ({
    authority: 'CMA',
    status: 'phase1',
    asOf: null,
    source: 'official',
    needsReview: null,
    history: [
      { date: null, status: 'phase1', stage: 'Phase 1', sourceClass: 'official', factIds: [], documentIds: [] },
    ],
    proposed: [],
  });

  it('is in order of score, with the flags of a pair together', async () => {
    const db = await aQueue();
    const { rows, total } = await listFlags(db, { page: 1, pageSize: 4 });
    expect(rows.map((row) => `${row.pairId} ${row.rule}`)).toEqual([
      'alpha--beta round-trip',
      'alpha--beta acqui-hire',
      'omega--delta round-trip',
      'omega--delta acqui-hire',
    ]);
    expect(total).toBe(6);
    expect(rows[2]?.scrutiny).toEqual([
      { authority: 'CMA', status: 'phase1', source: 'official', asOf: null, open: true },
    ]);
    expect((await listFlags(db, { page: 2, pageSize: 4 })).rows).toHaveLength(2);
  });

  it('is narrowed by each filter, and counts what each other value would give', async () => {
    const db = await aQueue();
    const page = { page: 1, pageSize: 9 };
    const { total, counts } = await listFlags(db, { acquirers: ['Alpha'], rules: ['acqui-hire'], ...page });
    expect(total).toBe(2);
    expect(counts.acquirers).toEqual({ Alpha: 2, Omega: 1 });
    expect(counts.rules).toMatchObject({ 'round-trip': 2, 'acqui-hire': 2, exclusivity: 0 });
    expect(counts.bands).toEqual({ High: 1, Medium: 0, Low: 1, none: 0 });
    expect((await listFlags(db, { authority: 'CMA', ...page })).total).toBe(2);
    expect((await listFlags(db, { q: 'gam', ...page })).rows.every((row) => row.target === 'Gamma')).toBe(true);
    expect((await listFlags(db, { q: 'omega', bands: ['Low'], ...page })).total).toBe(0);
    expect((await listFlags(db, { sort: 'newest', ...page })).rows[0]?.pairId).toBe('omega--delta');
    expect((await listFlags(db, { sort: 'money', ...page })).rows).toHaveLength(6);
  });
});
