import { expect, it } from 'vitest';
import type { DealKind } from '../../model/deal.ts';
import { paidInWords } from '../../model/payment-words.ts';
import { aPair } from '../db/world.ts';
import { aDeal } from '../helpers/build.ts';

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
