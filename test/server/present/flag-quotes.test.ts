import { describe, expect, it } from 'vitest';
import type { LedgerFlag } from '../../../db/ledger/ledger.ts';
import type { StoredDocument } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import { Citations } from '../../../server/present/citations.ts';
import { flagView } from '../../../server/present/flag.ts';
import { aFlag } from '../../db/world.ts';
import { anAmountFact, aTermFact } from '../../helpers/build.ts';

const document = (id: string, text: string): StoredDocument =>
  ({
    id,
    title: id,
    text,
    language: 'en',
    publisher: 'Daily',
    sourceClass: 'press',
    published: '2026-05-01',
    hash: 'a'.repeat(40),
    url: null,
  }) as unknown as StoredDocument;

const said = (documentId: string, text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { documentId, evidence: [{ quote, start, end: start + quote.length, in: 'text' as const }] };
};

const ONE = 'Amazon has invested 4 billion dollars. The money can be turned into shares without votes.';
const TWO = 'Later Amazon paid another 10 billion dollars.';
const documents = [document('one', ONE), document('two', TWO)];
const small = anAmountFact(4e9, 'tranche', said('one', ONE, '4 billion dollars'));
const large = anAmountFact(10e9, 'tranche', said('two', TWO, '10 billion dollars'));
const terms = aTermFact('non-voting', said('one', ONE, 'shares without votes'));

const quotesOf = (facts: Fact[], statements: Fact[][]) => {
  const standing = statements.map((of, i) => ({ text: `${i}`, key: `${i}`, factIds: of.map(({ id }) => id) }));
  const kept = { state: 'to_review', reopened: false, raisedAt: '2026-05-01T00:00:00Z', latest: null };
  const flag = { ...aFlag(), ...kept, for: standing } as unknown as LedgerFlag;
  const shown = flagView(flag, [], new Citations(facts, documents)).quotes;
  return shown.map(({ marked }) => marked);
};

describe('the two passages that stand open beside a flag', () => {
  it('begin with the larger of two sums that are told equally well', () => {
    expect(quotesOf([small, large], [[small, large]])[0]).toBe('10 billion dollars');
  });

  it('do not show a sentence twice: what stands beside the first passage makes room for another document', () => {
    expect(quotesOf([small, large, terms], [[small], [terms], [large]])).toEqual([
      '4 billion dollars',
      '10 billion dollars',
    ]);
  });

  it('are one where nothing else is told', () => {
    expect(quotesOf([small, terms], [[small], [terms]])).toEqual(['4 billion dollars']);
  });
});
