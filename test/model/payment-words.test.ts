import { expect, it } from 'vitest';
import type { DealKind } from '../../model/deal.ts';
import { paidInWords } from '../../model/payment-words.ts';
import { aPair } from '../db/world.ts';
import { aDeal, anEvent } from '../helpers/build.ts';

it.each([
  [['investment'], 'Alpha puts $2bn into Beta'],
  [['investment', 'cloud'], 'Alpha puts $2bn into Beta'],
  [['investment', 'acquisition'], 'Alpha puts $2bn into Beta'],
  [['acquisition', 'cloud'], 'Alpha pays $2bn for Beta'],
  [['acquisition'], 'Alpha pays $2bn for Beta'],
  [['acquihire'], 'Alpha pays $2bn for licences and people of Beta'],
  [['acquisition', 'acquihire'], 'Alpha pays $2bn for Beta, its technology or its people'],
] as [DealKind[], string][])('money of %j is told as what it is', (kinds, words) => {
  const pair = { ...aPair(), acquirer: 'Alpha', target: 'Beta', deals: kinds.map((kind) => aDeal(kind)) };
  expect(paidInWords(pair, '$2bn')).toBe(words);
});

it('money of a hiring is not told as put into the firm because an earlier stake has no sum', () => {
  const hired = aDeal('acquihire', { events: [anEvent(650e6, 'total')] });
  const pair = { ...aPair(), acquirer: 'Alpha', target: 'Beta', deals: [aDeal('investment'), hired] };
  expect(paidInWords(pair, '$650m')).toBe('Alpha pays $650m for licences and people of Beta');
});
