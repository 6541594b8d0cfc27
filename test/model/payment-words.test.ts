import { expect, it } from 'vitest';
import type { DealKind } from '../../model/deal.ts';
import { paidInWords } from '../../model/payment-words.ts';
import { aPair } from '../db/world.ts';
import { aDeal, anEvent } from '../helpers/build.ts';

it.each([
  [['investment'], 'Alpha has put $2bn into Beta'],
  [['investment', 'cloud'], 'Alpha has put $2bn into Beta'],
  [['investment', 'acquisition'], 'Alpha has put $2bn into Beta'],
  [['acquisition', 'cloud'], 'Alpha has paid $2bn for Beta'],
  [['acquisition'], 'Alpha has paid $2bn for Beta'],
  [['acquihire'], 'Alpha has paid $2bn for licences and people of Beta'],
  [['acquisition', 'acquihire'], 'Alpha has paid $2bn for Beta, its technology or its people'],
] as [DealKind[], string][])('money of %j is told as what it is', (kinds, words) => {
  const pair = { ...aPair(), acquirer: 'Alpha', target: 'Beta', deals: kinds.map((kind) => aDeal(kind)) };
  expect(paidInWords(pair, '$2bn')).toBe(words);
});

it('money of a hiring is not told as put into the firm because an earlier stake has no sum', () => {
  const hired = aDeal('acquihire', { events: [anEvent(650e6, 'total')] });
  const pair = { ...aPair(), acquirer: 'Alpha', target: 'Beta', deals: [aDeal('investment'), hired] };
  expect(paidInWords(pair, '$650m')).toBe('Alpha has paid $650m for licences and people of Beta');
});
