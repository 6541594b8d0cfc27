import { beforeEach, describe, expect, it } from 'vitest';
import { replacePair } from '../../db/ledger/ledger.ts';
import type { Database } from '../../db/open.ts';
import { listFlags } from '../../db/review/flags.ts';
import { openCases } from '../../db/sources/open-cases.ts';
import type { Scrutiny } from '../../model/ledger.ts';
import { pairGroups } from '../../server/present/flag.ts';
import { aPair, aScrutiny, aStep, day } from '../helpers/build.ts';
import { aFlag, at, temporaryDatabase } from './world.ts';

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
});

const asked = aStep('information_request', '2024-01-25');
async function stands(...scrutiny: Scrutiny[]) {
  const pair = aPair({ id: 'alpha--beta', acquirer: 'Alpha', target: 'Beta', scrutiny });
  await replacePair(db, pair, [aFlag({ pairId: pair.id })], { score: 40, band: 'Medium', floor: false }, at(0));
  const { rows } = await listFlags(db, { page: 1, pageSize: 5 });
  return { cases: (await openCases(db)).length, step: pairGroups(rows, day('2026-06-01'))[0]?.step };
}

describe('a case is open while its authority has a step to take', () => {
  it('is so while a request waits for its answer, and while a market is watched from the start', async () => {
    expect(await stands(aScrutiny('FTC', asked))).toMatchObject({ cases: 1, step: { open: true } });
    expect(await stands(aScrutiny('FTC', aStep('monitoring', '2024-02-01')))).toMatchObject({
      cases: 1,
      step: { open: true, word: 'Monitoring' },
    });
  });

  it('is not so once the study for which it had asked has ended in a report', async () => {
    const ended = aScrutiny('FTC', asked, aStep('monitoring', '2025-01-17'));
    expect(await stands(ended)).toMatchObject({ cases: 0, step: { open: false, word: 'Study ended' } });
    const beside = await stands(ended, aScrutiny('CMA', aStep('phase1', '2024-08-01')));
    expect(beside).toMatchObject({ cases: 1, step: { open: false, word: 'Study ended' } });
  });
});
