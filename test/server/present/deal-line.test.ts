import { expect, it } from 'vitest';
import type { LedgerPair } from '../../../db/ledger/ledger.ts';
import type { Register } from '../../../db/sources/registers.ts';
import type { Day, Instant } from '../../../model/day.ts';
import { dealLine } from '../../../server/present/deal-line.ts';
import { LANGUAGES, type Language } from '../../../words/language.ts';
import { speaking } from '../../../words/speak.ts';
import { aPair, at } from '../../db/world.ts';

const ledger: LedgerPair = {
  pair: aPair(),
  flags: [],
  score: 40,
  band: 'Medium',
  floor: false,
  updatedAt: at(0),
  firstSeenAt: at(0),
};
const today = '2026-06-01' as Day;
const registers = (late: boolean) =>
  new Map<string, Register>([['CMA', { lastOkAt: '2026-05-01T00:00:00.000Z' as Instant, late, silentSince: null }]]);

it('is made once for a pair, and anew when a register falls behind, on another day and in another language', () => {
  const line = dealLine(ledger, today, registers(false));
  expect(dealLine(ledger, today, registers(false))).toBe(line);
  expect(dealLine(ledger, today, registers(true)).scrutiny).not.toEqual(line.scrutiny);
  expect(dealLine(ledger, '2026-06-02' as Day, registers(false))).not.toBe(line);
  const french = LANGUAGES.get('fr') as Language;
  expect(speaking(french, () => dealLine(ledger, today, registers(false)).back)).not.toEqual(line.back);
  expect(dealLine({ ...ledger, score: 41 }, today, registers(false)).score).toBe(41);
});
