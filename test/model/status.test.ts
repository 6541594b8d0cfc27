import { describe, expect, it } from 'vitest';
import { CERTAINTIES, DEAL_KINDS, TERMS } from '../../model/deal.ts';
import { DOCUMENT_STATES } from '../../model/document.ts';
import { evidenceHolds } from '../../model/evidence.ts';
import { factsOf } from '../../model/fact.ts';
import { type Decision, evidenceHash, FLAG_STATES, flagState, RULE_IDS } from '../../model/flag.ts';
import * as labels from '../../model/labels.ts';
import { webLink } from '../../model/link.ts';
import type { Reading } from '../../model/reading.ts';
import { isNormalMove, SCRUTINY_STATUSES } from '../../model/scrutiny.ts';

describe('vocabularies', () => {
  it.each([
    [DEAL_KINDS, labels.KIND_LABELS],
    [CERTAINTIES, labels.CERTAINTY_LABELS],
    [TERMS, labels.TERM_LABELS],
    [SCRUTINY_STATUSES, labels.STATUS_LABELS],
    [DOCUMENT_STATES, labels.DOCUMENT_STATE_LABELS],
    [RULE_IDS, labels.RULE_LABELS],
    [FLAG_STATES, labels.FLAG_STATE_LABELS],
  ])('have a label for each word and none to spare', (words, table) => {
    expect(Object.keys(table).sort()).toEqual([...words].sort());
  });
});

describe('the moves of a case', () => {
  it('let a first step be any, and a case stay where it is', () => {
    for (const status of SCRUTINY_STATUSES) {
      expect(isNormalMove(null, status)).toBe(true);
      expect(isNormalMove(status, status)).toBe(true);
    }
  });
  it.each([
    ['phase1', 'phase2', true],
    ['no_jurisdiction', 'phase1', true],
    ['monitoring', 'phase2', false],
    ['cleared', 'challenged', false],
    ['no_jurisdiction', 'cleared', false],
    ['phase2', 'phase1', false],
  ] as const)('from %s to %s: normal is %s', (from, to, normal) => expect(isNormalMove(from, to)).toBe(normal));
});

describe('a flag and its decision', () => {
  const statement = (key: string) => ({ text: key, key, factIds: [key] });
  const flag = {
    rule: 'round-trip',
    severity: 3,
    for: [statement('a'), statement('b')],
    against: [statement('c')],
  } as const;
  const base = { ...flag, for: [...flag.for], against: [...flag.against] };
  const decision = { action: 'dismiss', evidenceHash: evidenceHash(base) } as Decision;

  it('keep their hash when wording, order or supporting documents change', () => {
    const reordered = {
      ...base,
      for: [{ ...statement('b'), text: 'other words', factIds: ['x', 'y'] }, statement('a')],
    };
    expect(evidenceHash(reordered)).toBe(evidenceHash(base));
  });
  it('get another hash when a fact is added, moves to the other side, or severity changes', () => {
    const changed = [
      { ...base, for: [...base.for, statement('d')] },
      { ...base, for: [statement('a'), statement('c')], against: [statement('b')] },
      { ...base, severity: 2 as const },
    ];
    for (const other of changed) expect(evidenceHash(other)).not.toBe(evidenceHash(base));
  });
  it('stand as decided until the evidence changes', () => {
    expect(flagState({ evidenceHash: decision.evidenceHash }, decision)).toEqual({
      state: 'dismissed',
      reopened: false,
    });
    expect(flagState({ evidenceHash: 'other' }, decision)).toEqual({ state: 'to_review', reopened: true });
    expect(flagState({ evidenceHash: 'other' }, null)).toEqual({ state: 'to_review', reopened: false });
  });
});

describe('facts', () => {
  const span = { quote: '$4bn', start: 0, end: 4, in: 'text' as const };
  const reading: Reading = {
    language: 'en',
    deals: [
      {
        kind: 'investment',
        acquirer: 'Amazon',
        target: 'Anthropic',
        certainty: 'done',
        confidence: 0.9,
        background: false,
        quotes: [span],
        amounts: [{ value: 4e9, currency: 'USD', role: 'tranche', ...span }],
        terms: [{ term: 'convertible', detail: null, ...span }],
      },
    ],
    scrutiny: [{ authority: 'CMA', acquirer: null, target: null, status: 'monitoring', date: null, quotes: [span] }],
  };
  it('come one for each statement, with its evidence, and the same ids each time', () => {
    const facts = factsOf('d1', reading);
    expect(facts.map((f) => f.type)).toEqual(['deal', 'amount', 'term', 'scrutiny']);
    expect(facts.every((f) => f.evidence.length === 1)).toBe(true);
    expect(factsOf('d1', structuredClone(reading))).toEqual(facts);
    expect(new Set([...facts, ...factsOf('d2', reading)].map((f) => f.id)).size).toBe(8);
  });
  it('hold only where the quote still stands', () => {
    expect(evidenceHolds(span, { title: '', text: '$4bn more' })).toBe(true);
    expect(evidenceHolds(span, { title: '$4bn', text: 'four billion' })).toBe(false);
  });
});

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    '//evil.example',
    'file:///etc/passwd',
    'https://u:p@example.org/',
    ' ',
    '',
  ])('never lead to %j', (address) => expect(webLink(address)).toBeNull());
  it('lead to web pages', () => expect(webLink('https://example.org/a?b=c')).toBe('https://example.org/a?b=c'));
});
