import { describe, expect, it } from 'vitest';
import { RULE_IDS, type RuleId, type Severity } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { RULES_VERSION, rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { scorePair } from '../../rules/score.ts';
import { roundTrip } from '../../rules/screens/round-trip.ts';
import { aDeal, aPair, aScrutiny, aStep, day } from '../helpers/build.ts';

const flag = (rule: RuleId, severity: Severity) => ({ rule, severity });
const done = aPair({ deals: [aDeal('investment')] });
const reviewed = (...scrutiny: Pair['scrutiny']) => aPair({ deals: [aDeal('investment')], scrutiny });

describe('a score', () => {
  it.each([
    ['no flag', [], 0, 'none'],
    ['a weak round trip', [flag('round-trip', 1)], 7, 'Low'],
    ['a strong round trip', [flag('round-trip', 3)], 20, 'Medium'],
    ['a strong round trip and a clear licence-and-hire', [flag('round-trip', 3), flag('acqui-hire', 2)], 37, 'Medium'],
    ['both strong', [flag('round-trip', 3), flag('acqui-hire', 3)], 45, 'High'],
  ] as const)('of %s', (_, flags, score, band) => {
    expect(scorePair(done, [...flags])).toEqual({ score, band, floor: false });
  });

  it('is half when all deals are talks', () => {
    const talks = aPair({ deals: [aDeal('acquihire', { certainty: 'reported' })] });
    expect(scorePair(talks, [flag('acqui-hire', 3)])).toEqual({ score: 13, band: 'Low', floor: false });
    const both = aPair({ deals: [aDeal('acquihire', { certainty: 'reported' }), aDeal('investment')] });
    expect(scorePair(both, [flag('acqui-hire', 3)]).score).toBe(25);
  });

  it('is never above 100', () => {
    expect(
      scorePair(
        done,
        Array.from({ length: 9 }, () => flag('acqui-hire', 3)),
      ).score,
    ).toBe(100);
  });
});

describe('scrutiny lifts the band', () => {
  it.each([
    ['an in-depth review, now', reviewed(aScrutiny('CMA', aStep('phase2', '2024-01-01'))), 'High'],
    [
      'an in-depth review long past',
      reviewed(aScrutiny('DOJ', aStep('phase2'), aStep('cleared', '2025-10-24'))),
      'High',
    ],
    ['a case in court', reviewed(aScrutiny('FTC', aStep('challenged', '2021-12-02'))), 'High'],
    ['a first review', reviewed(aScrutiny('EC', aStep('phase1', '2024-01-01'))), 'Medium'],
    ['a request for information', reviewed(aScrutiny('FTC', aStep('information_request', '2024-01-25'))), 'Medium'],
  ] as const)('for %s', (_, pair, band) => {
    expect(scorePair(pair, [])).toEqual({ score: 0, band, floor: true });
  });

  it.each([
    ['a cleared first review', reviewed(aScrutiny('CMA', aStep('phase1'), aStep('cleared', '2024-09-04')))],
    ['monitoring', reviewed(aScrutiny('EC', aStep('monitoring', '2024-02-27')))],
    ['a foreign-investment prohibition', reviewed(aScrutiny('NDRC', aStep('challenged', '2026-04-27')))],
    [
      'a step that one outlet alone reports',
      reviewed({
        ...aScrutiny('CMA', aStep('phase2', '2024-01-01')),
        history: [],
        proposed: [aStep('phase2', '2024-01-01')],
      }),
    ],
  ])('not for %s', (_, pair) => {
    expect(scorePair(pair, [])).toEqual({ score: 0, band: 'none', floor: false });
  });

  it('and says so only when it does', () => {
    const pair = reviewed(aScrutiny('EC', aStep('phase1', '2024-01-01')));
    expect(scorePair(pair, [flag('round-trip', 3), flag('acqui-hire', 3)])).toEqual({
      score: 45,
      band: 'High',
      floor: false,
    });
  });
});

describe('evaluate', () => {
  const broken: Rule = {
    ...roundTrip,
    id: 'market-share',
    check: () => {
      throw new Error('no shares');
    },
  };
  const pair = aPair({ deals: [aDeal('investment'), aDeal('cloud')] });
  const context = { pairs: [pair], today: day('2026-06-01') };

  it('reports a screen that throws and runs the others', () => {
    const { flags, errors } = evaluate(pair, context, [broken, roundTrip]);
    expect(flags.map((f) => f.rule)).toEqual(['round-trip']);
    expect(errors).toEqual([{ rule: 'market-share', message: 'no shares' }]);
  });

  it('says nothing of a pair without deals', () => {
    const empty = aPair();
    expect(evaluate(empty, { ...context, pairs: [empty] })).toEqual({ flags: [], errors: [] });
  });
});

describe('every screen', () => {
  it('has its own id, in the order shown to people', () => {
    const ids = rules.map((rule) => rule.id);
    expect(ids).toEqual(RULE_IDS.filter((id) => ids.includes(id)));
    expect(RULES_VERSION).not.toBe('');
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s introduces itself', (_, rule) => {
    expect(rule.description).toMatch(/^Detects /);
    expect(rule.references.length).toBeGreaterThan(0);
    for (const { title, url } of rule.references) {
      expect(title).not.toBe('');
      expect(new URL(url).protocol).toBe('https:');
    }
    expect(rule.falsePositives.length).toBeGreaterThan(1);
    expect(rule.weight).toBeGreaterThan(0);
    for (const { value, about } of Object.values(rule.thresholds)) {
      expect(value).toBeGreaterThan(0);
      expect(about).not.toBe('');
    }
  });
});
