import { beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../db/audit.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { getFlag } from '../../db/review/flags.ts';
import { verdictsByScreen } from '../../db/review/quality.ts';
import { askSecondReview } from '../../db/review/second-reviews.ts';
import type { Severity } from '../../model/flag.ts';
import { aFlag, aPair, at } from '../db/world.ts';
import { decidingFields } from './story.ts';
import {
  aBrowser,
  aPerson,
  aWorld,
  type Browser,
  PASSWORD,
  post,
  signedIn,
  signInAs,
  type World,
  words,
} from './world.ts';

const FLAG = '/flags/alpha--beta/round-trip';

let world: World;
let one: Browser;
let two: Browser;

beforeEach(async () => {
  world = await aWorld();
  await stand({ severity: 3 });
  ({ browser: one } = await signedIn(world, 'analyst'));
  two = aBrowser(world.app);
  await aPerson(world.db, 'analyst', 'two@example.org');
  await signInAs(two, 'two@example.org', PASSWORD);
});

async function stand(given: { severity: Severity; key?: string }): Promise<void> {
  await replacePair(world.db, aPair(), [aFlag(given)], { score: 50, band: 'High', floor: false }, at(0));
}

async function ask(...severities: string[]): Promise<void> {
  const { browser, csrf } = await signedIn(world, 'admin');
  const body = [['_csrf', csrf], ...severities.map((severity) => ['severity', severity])] as string[][];
  const answer = await browser.post('/settings/review').type('form').send(new URLSearchParams(body).toString());
  expect(answer.status).toBe(303);
}

/** What this person sends from the page as it stands for them. */
async function decide(who: Browser, action: string, more: Record<string, string> = {}) {
  const fields = await decidingFields(who, FLAG);
  return post(who, FLAG, { ...fields, action, ...more });
}

const state = async () => (await getFlag(world.db, 'alpha--beta', 'round-trip'))?.state;
const shown = async (who: Browser) => words((await who.get(FLAG)).text);

describe('a second reviewer', () => {
  it('is not asked for unless an administrator says so', async () => {
    await decide(one, 'confirm');
    expect(await state()).toBe('confirmed');
    expect((await one.get('/settings/review')).status).toBe(403);
  });

  it('must decide the same before a decision stands; until then it waits in sight of all', async () => {
    await ask('3');
    await decide(one, 'confirm');
    expect(await state()).toBe('to_review');
    expect(await shown(two)).toContain('Confirmed by Test analyst. It stands once a second reviewer decides the same');
    expect(words((await two.get('/flags')).text)).toContain('a second reviewer is asked');
    expect(await verdictsByScreen(world.db)).toEqual([]);
    await decide(two, 'confirm');
    expect(await state()).toBe('confirmed');
    expect(await verdictsByScreen(world.db)).toEqual([{ rule: 'round-trip', confirmed: 1, dismissed: 0 }]);
  });

  it('cannot be the same person twice', async () => {
    await ask('3');
    await decide(one, 'confirm');
    await decide(one, 'confirm');
    expect(await state()).toBe('to_review');
  });

  it('who decides otherwise puts their own decision up, and the first may agree to that', async () => {
    await ask('3');
    await decide(one, 'confirm');
    await decide(two, 'dismiss', { reason: 'talks_only' });
    expect(await state()).toBe('to_review');
    expect(await shown(one)).toContain('Dismissed by Test analyst. It stands once');
    await decide(one, 'dismiss', { reason: 'talks_only' });
    expect(await state()).toBe('dismissed');
  });

  it('agrees to nothing when the evidence has changed in between', async () => {
    await ask('3');
    await decide(one, 'confirm');
    await stand({ severity: 3, key: 'another' });
    expect(await shown(two)).not.toContain('It stands once');
    await decide(two, 'confirm');
    expect(await state()).toBe('to_review');
  });

  it('is not asked for flags of other severities, nor to watch one, nor to take one back', async () => {
    await ask('1');
    await decide(one, 'escalate');
    expect(await state()).toBe('escalated');
    await askSecondReview(world.db, [3], { userId: 1, now: at(1) });
    await decide(one, 'watch');
    expect(await state()).toBe('watching');
    await decide(one, 'confirm');
    await decide(one, 'reopen');
    expect(await shown(two)).not.toContain('It stands once');
  });

  it('what waits still waits after the pair was put together anew; who asked for it is on record', async () => {
    await ask('3', '2');
    await decide(one, 'confirm');
    const pair = aPair({ layer: 'chip' });
    await replacePair(world.db, pair, [aFlag({ severity: 3 })], { score: 51, band: 'High', floor: false }, at(1));
    expect(await state()).toBe('to_review');
    expect(await shown(two)).toContain('It stands once');
    const lines = await listAudit(world.db, 9, { action: 'review.' });
    expect(lines.map(({ detail }) => detail)).toMatchObject([{ severities: [2, 3] }]);
    await expect(world.db.deleteFrom('second_reviews').execute()).rejects.toThrow(/stays on record/);
  });
});
