import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, sectorSteps } from '../../ledger/index.ts';
import type { Fact, ScrutinyFact } from '../../model/fact.ts';
import { type Scrutiny, shownStatus } from '../../model/ledger.ts';
import { aDealFact, aDocument, aScrutinyFact, documentsOf } from '../helpers/build.ts';

const documents = documentsOf(
  aDocument('cma', { publisher: 'CMA', sourceClass: 'official', published: '2024-11-20' }),
  aDocument('cma-old', { publisher: 'CMA', sourceClass: 'official', published: '2024-04-24' }),
  aDocument('filing', { publisher: 'Filer', sourceClass: 'filing', published: '2024-11-30' }),
  aDocument('one', { publisher: 'Outlet one', published: '2025-03-01' }),
  aDocument('one-again', { publisher: 'outlet One ', published: '2025-03-02' }),
  aDocument('two', { publisher: 'Outlet two', published: '2025-03-02' }),
);

const row = (...facts: Fact[]): Scrutiny => {
  const [pair] = assemble([aDealFact(), ...facts], documents);
  expect(pair?.scrutiny).toHaveLength(1);
  return pair?.scrutiny[0] as Scrutiny;
};
const from = (documentId: string, status: ScrutinyFact['status'], date: string | null = null) =>
  aScrutinyFact(status, { documentId, date });

const official = [
  from('cma', 'information_request', '2024-07-30'),
  from('cma', 'phase1', '2024-10-24'),
  from('cma', 'no_jurisdiction', '2024-11-19'),
];

interface Case {
  name: string;
  facts: Fact[];
  status: ScrutinyFact['status'] | null;
  source?: Scrutiny['source'];
  asOf?: string | null;
  review?: RegExp | null;
  proposed?: ScrutinyFact['status'][];
}

const cases: Case[] = [
  {
    name: 'the latest dated step of the authority',
    facts: official,
    status: 'no_jurisdiction',
    source: 'official',
    asOf: '2024-11-19',
  },
  {
    name: 'the latest date, not the page read last',
    facts: [...official, from('one', 'phase1', '2024-10-24'), from('two', 'phase1', '2024-10-25')],
    status: 'no_jurisdiction',
    asOf: '2024-11-19',
  },
  {
    name: 'no jurisdiction, though the press says cleared on the same day',
    facts: [...official, from('one', 'cleared', '2024-11-19'), from('two', 'cleared', '2024-11-19')],
    status: 'no_jurisdiction',
    source: 'official',
    proposed: ['cleared'],
  },
  {
    name: 'no jurisdiction, though two outlets say cleared later',
    facts: [...official, from('one', 'cleared', '2025-03-01'), from('two', 'cleared', '2025-03-01')],
    status: 'no_jurisdiction',
    review: /press reports cleared after no jurisdiction/i,
    proposed: ['cleared'],
  },
  {
    name: 'no jurisdiction, though the press says cleared without a date',
    facts: [...official, from('one', 'cleared'), from('two', 'cleared')],
    status: 'no_jurisdiction',
    proposed: ['cleared'],
  },
  {
    name: 'nothing, when one outlet alone tells of a step',
    facts: [from('one', 'phase1', '2025-02-01')],
    status: null,
    review: /one outlet alone/i,
    proposed: ['phase1'],
  },
  {
    name: 'nothing, when two pages of one outlet tell of a step',
    facts: [from('one', 'phase1', '2025-02-01'), from('one-again', 'phase1', '2025-02-01')],
    status: null,
    review: /one outlet alone/i,
    proposed: ['phase1'],
  },
  {
    name: 'what two outlets report, marked as reported',
    facts: [from('one', 'phase1', '2025-02-01'), from('two', 'phase1', '2025-02-03')],
    status: 'phase1',
    source: 'reported',
    asOf: '2025-02-01',
  },
  {
    name: 'a reopened case that two outlets report',
    facts: [...official, from('one', 'phase1', '2025-02-01'), from('two', 'phase1', '2025-02-01')],
    status: 'phase1',
    source: 'reported',
    asOf: '2025-02-01',
  },
  {
    name: 'the end of the case, while one outlet alone reports that it is reopened',
    facts: [...official, from('one', 'phase1', '2025-02-01')],
    status: 'no_jurisdiction',
    review: /one outlet alone reports phase 1 after no jurisdiction/i,
    proposed: ['phase1'],
  },
  {
    name: 'what a filing alone says',
    facts: [from('filing', 'phase2', '2024-11-29')],
    status: 'phase2',
    source: 'filing',
  },
  {
    name: 'a step of an authority without a date, on the day of its page',
    facts: [from('cma-old', 'information_request')],
    status: 'information_request',
    asOf: '2024-04-24',
  },
  {
    name: 'the first day of a step that a later page of the authority recalls',
    facts: [from('cma-old', 'phase1', '2024-04-01'), from('cma', 'phase1')],
    status: 'phase1',
    asOf: '2024-04-01',
  },
  {
    name: 'a dated step, whatever an undated filing says',
    facts: [from('cma', 'phase1', '2024-10-24'), from('filing', 'cleared')],
    status: 'phase1',
    asOf: '2024-10-24',
  },
  {
    name: 'the status without a day when two outlets give none',
    facts: [from('one', 'monitoring'), from('two', 'monitoring')],
    status: 'monitoring',
    asOf: null,
    source: 'reported',
  },
  {
    name: 'an odd move of an authority, for a person to look at',
    facts: [from('cma', 'cleared', '2024-05-01'), from('cma', 'phase2', '2024-06-01')],
    status: 'phase2',
    review: /phase 2 does not usually follow cleared/i,
  },
  {
    name: 'what has happened, not what is planned for a day to come',
    facts: [from('cma', 'phase1', '2024-10-24'), from('cma', 'cleared', '2026-12-01')],
    status: 'phase1',
    asOf: '2024-10-24',
    proposed: ['cleared'],
    review: /^cleared is dated in the future/i,
  },
  {
    name: 'nothing, when a step is only planned',
    facts: [from('cma', 'phase1', '2026-12-01')],
    status: null,
    proposed: ['phase1'],
    review: /dated in the future/,
  },
  {
    name: 'the authority’s word where the press is a few days off',
    facts: [from('cma', 'phase1', '2024-10-24'), from('one', 'phase1', '2024-10-28')],
    status: 'phase1',
    source: 'official',
    asOf: '2024-10-24',
  },
];

describe('the status shown is', () => {
  for (const { name, facts, status, source, asOf, review = null, proposed = [] } of cases) {
    it(name, () => {
      const shown = row(...facts);
      expect(shownStatus(shown)).toBe(status);
      if (source) expect(shown.source).toBe(source);
      if (asOf !== undefined) expect(shown.asOf).toBe(asOf);
      if (review) expect(shown.needsReview).toMatch(review);
      else expect(shown.needsReview).toBeNull();
      expect(shown.proposed.map((step) => step.status)).toEqual(proposed);
    });
  }
});

describe('a history', () => {
  it('keeps each step with its documents, in order of time', () => {
    const { history } = row(...official, from('one', 'phase1', '2024-10-25'));
    expect(history.map((step) => [step.status, step.date])).toEqual([
      ['information_request', '2024-07-30'],
      ['phase1', '2024-10-24'],
      ['no_jurisdiction', '2024-11-19'],
    ]);
    expect(history[1]?.documentIds).toEqual(['cma', 'one']);
  });

  it('is filled in by the press where the authority’s page begins later', () => {
    const { history, status } = row(
      from('cma', 'no_jurisdiction', '2024-11-19'),
      from('one', 'phase1', '2024-10-24'),
      from('two', 'phase1', '2024-10'),
    );
    expect(status).toBe('no_jurisdiction');
    expect(history.map((step) => [step.status, step.sourceClass])).toEqual([
      ['phase1', 'press'],
      ['no_jurisdiction', 'official'],
    ]);
  });

  it('loses no fact, in whatever order they come', () => {
    const dates = [null, '2024', '2024-10', '2024-10-24', '2024-11-19', '2025-03-01'];
    const fact = fc
      .tuple(
        fc.constantFrom('cma', 'cma-old', 'filing', 'one', 'one-again', 'two'),
        fc.constantFrom('monitoring', 'phase1', 'phase2', 'cleared', 'no_jurisdiction' as const),
        fc.constantFrom(...dates),
      )
      .map(([documentId, status, date]) => from(documentId, status, date));
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 10 }), (facts) => {
        const shown = row(...facts);
        const kept = [...shown.history, ...shown.proposed].flatMap((step) => step.factIds);
        expect(new Set(kept)).toEqual(new Set(facts.map((f) => f.id)));
        expect(row(...[...facts].reverse())).toEqual(shown);
      }),
    );
  });
});

describe('where a case belongs', () => {
  it('is the pair that has the deals, in whatever order the authority names the parties', () => {
    const turned = aScrutinyFact('phase1', {
      documentId: 'cma',
      acquirer: 'Anthropic',
      target: 'Amazon',
      date: '2024-08-08',
    });
    const pairs = assemble([aDealFact(), turned], documents);
    expect(pairs.map((pair) => [pair.id, pair.scrutiny.length])).toEqual([['amazon--anthropic', 1]]);
  });

  it('is a pair of its own when no deal is known, if we follow one of the parties', () => {
    const known = aScrutinyFact('phase1', { documentId: 'cma', acquirer: 'Google', target: 'Looker' });
    const other = aScrutinyFact('phase1', { documentId: 'cma', acquirer: 'Bakery One', target: 'Bakery Two' });
    expect(assemble([known, other], documents).map((pair) => pair.id)).toEqual(['google--looker']);
  });

  it('is no pair at all for a step that names none', () => {
    const study = aScrutinyFact('monitoring', { documentId: 'cma', authority: 'CMA', acquirer: null, target: null });
    expect(assemble([study], documents)).toEqual([]);
    expect(sectorSteps([study, study], documents)).toMatchObject([
      { authority: 'CMA', status: 'monitoring', date: '2024-11-20' },
    ]);
  });

  it.each([
    ['information_request', 'The case had begun with an invitation to comment on 24 April.', 'Invitation to comment'],
    [
      'no_jurisdiction',
      'It decided that it does not qualify for investigation under the Act.',
      'Does not qualify for investigation',
    ],
    ['phase1', 'An inquiry was opened that day.', 'Phase 1'],
  ] as const)('calls a step (%s) as the authority’s own page does, else by its status', (status, quote, stage) => {
    const evidence = [{ quote, start: 0, end: quote.length, in: 'text' as const }];
    expect(row(aScrutinyFact(status, { documentId: 'cma', evidence })).history[0]?.stage).toBe(stage);
  });

  it('does not take a paper’s or another authority’s words for a stage', () => {
    const quote = 'The agency has sent an invitation to comment.';
    const evidence = [{ quote, start: 0, end: quote.length, in: 'text' as const }];
    const told = (documentId: string, authority = 'CMA') =>
      aScrutinyFact('information_request', { documentId, authority, evidence, date: '2024-04-24' });
    expect(row(told('one'), told('two')).history[0]?.stage).toBe('Information request');
    expect(row(told('cma', 'AGCM')).history[0]?.stage).toBe('Information request');
  });

  it('has the day of a page only when its own authority publishes it', () => {
    const told = (authority: string) => row(aScrutinyFact('information_request', { documentId: 'cma', authority }));
    expect(told('CMA').asOf).toBe('2024-11-20');
    expect(told('AGCM').asOf).toBeNull();
    // What another authority recalls joins the step that its own page dates.
    const agcm = aDocument('agcm', { publisher: 'AGCM', sourceClass: 'official', published: '2024-10-02' });
    const both = assemble(
      [
        aDealFact(),
        aScrutinyFact('phase1', { documentId: 'agcm', authority: 'AGCM' }),
        aScrutinyFact('phase1', { documentId: 'cma', authority: 'AGCM' }),
      ],
      new Map([...documents, ['agcm', agcm]]),
    );
    expect(both[0]?.scrutiny).toMatchObject([{ asOf: '2024-10-02', history: [{ documentIds: ['agcm', 'cma'] }] }]);
  });
});
