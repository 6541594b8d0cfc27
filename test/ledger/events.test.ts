import { describe, expect, it } from 'vitest';
import { assemble } from '../../ledger/index.ts';
import type { Amount } from '../../model/amount.ts';
import type { AmountFact, Fact } from '../../model/fact.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import { aDealFact, aDocument, anAmountFact, aTermFact, documentsOf } from '../helpers/build.ts';

const bn = 1_000_000_000;

const documents = documentsOf(
  aDocument('early', { published: '2024-01-10' }),
  aDocument('mid', { published: '2024-06-10' }),
  aDocument('late', { published: '2025-06-10' }),
  aDocument('latest', { published: '2026-01-10' }),
  aDocument('authority', { sourceClass: 'official', published: '2024-06-01' }),
  aDocument('undated'),
);

interface Telling {
  [documentId: string]: (readonly [
    value: number,
    role: Parameters<typeof anAmountFact>[1],
    date?: string,
    low?: number,
    high?: number,
  ])[];
}

/** Each document states the deal and its sums (in billions). */
function facts(telling: Telling, given: Parameters<typeof aDealFact>[0] = {}): Fact[] {
  return Object.entries(telling).flatMap(([documentId, sums]) => {
    const { kind, background } = given;
    return [
      aDealFact({ ...given, documentId }),
      ...sums.map(([value, role, date, low, high]) => {
        const range = low && high ? { low: low * bn, high: high * bn } : {};
        return anAmountFact(value * bn, role, { documentId, kind, background, ...(date ? { date } : {}), ...range });
      }),
    ];
  });
}

/** The same fact, told more exactly. */
const told = (fact: Fact, change: Partial<Amount>): Fact => {
  const known = fact as AmountFact;
  return { ...known, amount: { ...known.amount, ...change } };
};

const pairOf = (all: Fact[]): Pair => {
  const pairs = assemble(all, documents);
  expect(pairs).toHaveLength(1);
  return pairs[0] as Pair;
};
const dealOf = (all: Fact[]) => pairOf(all).deals[0] as Deal;
const sumsIn = (all: Fact[]) => dealOf(all).events.map((e) => `${e.role} ${(e.value ?? 0) / bn} ${e.date ?? '-'}`);
const paid = (all: Fact[]) => (pairOf(all).sums.paid.USD ?? 0) / bn;

describe('one sum in two documents', () => {
  const cases: { name: string; telling: Telling; sums: string[] }[] = [
    {
      name: 'ten days apart',
      telling: { early: [[1, 'tranche', '2024-01-01']], mid: [[1, 'tranche', '2024-01-11']] },
      sums: ['tranche 1 2024-01-01'],
    },
    {
      name: 'one with the month only',
      telling: { early: [[1, 'tranche', '2024-01']], mid: [[1, 'tranche', '2024-01-20']] },
      sums: ['tranche 1 2024-01-20'],
    },
    {
      name: 'one without a date',
      telling: { early: [[1, 'tranche', '2024-01-01']], late: [[1, 'tranche']] },
      sums: ['tranche 1 2024-01-01'],
    },
    {
      name: 'rounded',
      telling: { early: [[1, 'tranche', '2024-01-01']], mid: [[1.02, 'tranche', '2024-01-01']] },
      sums: ['tranche 1 2024-01-01'],
    },
    {
      name: 'one as a range',
      telling: { early: [[2, 'tranche', '2024-01-01']], mid: [[1.75, 'tranche', '2024-01-01', 1.5, 2]] },
      sums: ['tranche 1.75 2024-01-01'],
    },
    {
      name: 'neither with a date',
      telling: { early: [[1, 'tranche']], late: [[1, 'tranche']] },
      sums: ['tranche 1 -'],
    },
    {
      name: 'a promise that is kept',
      telling: { early: [[1, 'future']], late: [[1, 'tranche', '2025-06-01']] },
      sums: ['tranche 1 2025-06-01'],
    },
    {
      name: 'a maximum told as a payment',
      telling: { early: [[4, 'ceiling', '2024-01-08']], undated: [[4, 'tranche', '2024-01-09']] },
      sums: ['ceiling 4 2024-01-08'],
    },
  ];
  for (const { name, telling, sums } of cases)
    it(`is one: ${name}`, () => expect(sumsIn(facts(telling))).toEqual(sums));

  const two: typeof cases = [
    {
      name: 'eleven days apart',
      telling: { early: [[1, 'tranche', '2024-01-01']], mid: [[1, 'tranche', '2024-01-12']] },
      sums: ['tranche 1 2024-01-01', 'tranche 1 2024-01-12'],
    },
    {
      name: 'of other sizes',
      telling: { early: [[1, 'tranche', '2024-01-01']], late: [[1.1, 'tranche', '2025-01-01']] },
      sums: ['tranche 1 2024-01-01', 'tranche 1.1 2025-01-01'],
    },
    {
      name: 'the second after the first was told',
      telling: { early: [[1, 'tranche']], late: [[1, 'tranche', '2025-06-01']] },
      sums: ['tranche 1 2025-06-01', 'tranche 1 -'],
    },
    {
      name: 'paid and promised side by side',
      telling: {
        early: [
          [1, 'tranche', '2024-01-01'],
          [1, 'future'],
        ],
      },
      sums: ['tranche 1 2024-01-01', 'future 1 -'],
    },
    {
      name: 'a maximum, and the same sum a year later',
      telling: { early: [[4, 'ceiling', '2024-01-08']], late: [[4, 'tranche', '2025-06-01']] },
      sums: ['ceiling 4 2024-01-08', 'tranche 4 2025-06-01'],
    },
  ];
  for (const { name, telling, sums } of two) it(`is two: ${name}`, () => expect(sumsIn(facts(telling))).toEqual(sums));

  it('is one price of a purchase, whatever it is called', () => {
    expect(
      sumsIn(
        facts({ early: [[2, 'total', '2024-01-01']], mid: [[2, 'tranche', '2024-01-01']] }, { kind: 'acquisition' }),
      ),
    ).toEqual(['total 2 2024-01-01']);
  });

  it('is a payment of its own when its document tells a larger total', () => {
    const all = facts({
      early: [
        [1.25, 'tranche', '2023-09-25'],
        [2.75, 'tranche', '2024-01-08'],
        [4, 'total'],
      ],
      late: [
        [4, 'tranche'],
        [8, 'total'],
      ],
    });
    expect(sumsIn(all)).toEqual([
      'tranche 1.25 2023-09-25',
      'tranche 2.75 2024-01-08',
      'total 4 -',
      'total 8 -',
      'tranche 4 -',
    ]);
    expect(paid(all)).toBe(8);
  });

  it('is a round or a payment, as most outlets say, and a round when they are even', () => {
    const [round, payment] = [[[1.3, 'round', '2024-01-05']], [[1.3, 'tranche', '2024-01-05']]] as const;
    expect(sumsIn(facts({ early: [...round], mid: [...payment] }))).toEqual(['round 1.3 2024-01-05']);
    expect(sumsIn(facts({ early: [...round], mid: [...payment], late: [...payment] }))).toEqual([
      'tranche 1.3 2024-01-05',
    ]);
  });

  it('is the total when it is called a payment later', () => {
    expect(sumsIn(facts({ early: [[13, 'total']], late: [[13, 'tranche']] }))).toEqual(['total 13 -']);
    const parts = facts({
      early: [[1.25, 'tranche']],
      mid: [[2.75, 'tranche']],
      late: [
        [4, 'tranche'],
        [8, 'tranche'],
      ],
    });
    expect(sumsIn(parts)).toEqual(['total 8 -', 'tranche 1.25 -', 'tranche 2.75 -', 'tranche 4 -']);
    expect(paid(parts)).toBe(8);
  });

  it('is the total, though one text tells of a payment that nobody else knows', () => {
    const all = facts({
      early: [
        [1.25, 'tranche'],
        [2, 'tranche'],
      ],
      mid: [
        [1.25, 'tranche'],
        [2.75, 'tranche'],
      ],
      late: [
        [4, 'tranche'],
        [8, 'tranche'],
      ],
      latest: [[8, 'tranche']],
    });
    expect(sumsIn(all)[0]).toBe('total 8 -');
    expect(sumsIn(all)).toContain('tranche 4 -');
  });

  it('is a promise while its day lies ahead, and the payment once that day is told as past', () => {
    const ahead = facts({ early: [[10, 'tranche', '2024-07-01']] });
    expect(sumsIn(ahead)).toEqual(['future 10 2024-07-01']);
    expect(sumsIn([...ahead, ...facts({ late: [[10, 'tranche', '2024-07-01']] })])).toEqual(['tranche 10 2024-07-01']);
    expect(sumsIn([...ahead, ...facts({ late: [[10, 'tranche', '2025-01-01']] })])).toHaveLength(2);
  });

  it('never takes the day of publication for its own', () => {
    expect(dealOf(facts({ early: [[1, 'tranche']] })).events[0]?.date).toBeNull();
  });
});

describe('what is paid', () => {
  const cases: { name: string; telling: Telling; billions: number }[] = [
    {
      name: 'the payments',
      telling: { early: [[1, 'tranche', '2023-01-01']], late: [[2, 'tranche', '2025-01-01']] },
      billions: 3,
    },
    {
      name: 'the total, when payments are missing',
      telling: {
        early: [
          [1, 'tranche', '2023-01-01'],
          [5, 'total'],
        ],
      },
      billions: 5,
    },
    { name: 'the larger of two totals', telling: { early: [[4, 'total']], late: [[8, 'total']] }, billions: 8 },
    {
      name: 'a total and what came after it',
      telling: { early: [[3, 'total', '2024-01-01']], late: [[1, 'tranche', '2025-06-01']] },
      billions: 4,
    },
    {
      name: 'no maximum',
      telling: {
        early: [
          [1, 'tranche', '2024-01-01'],
          [4, 'ceiling'],
        ],
      },
      billions: 1,
    },
    {
      name: 'no promise',
      telling: {
        early: [
          [1, 'tranche', '2024-01-01'],
          [4, 'future'],
        ],
      },
      billions: 1,
    },
    { name: 'nobody’s round', telling: { early: [[6, 'round']] }, billions: 0 },
    {
      name: 'a recalled total only once',
      telling: {
        early: [
          [1, 'tranche', '2023-01-01'],
          [3, 'tranche', '2024-01-01'],
        ],
        mid: [[4, 'total']],
        late: [[4, 'tranche', '2024']],
      },
      billions: 4,
    },
  ];
  cases.push(
    {
      name: 'the latest total and what came after, though an early one was told too soon',
      telling: {
        early: [[4, 'total']],
        mid: [[2.75, 'tranche', '2024-06-10']],
        late: [
          [4, 'tranche', '2025-06-10'],
          [8, 'total'],
        ],
        latest: [[5, 'tranche', '2026-01-10']],
      },
      billions: 13,
    },
    {
      name: 'no look back on top',
      telling: {
        early: [
          [1, 'tranche', '2023-01-01'],
          [3, 'tranche', '2024-01-01'],
        ],
        late: [[4, 'tranche']],
      },
      billions: 4,
    },
    {
      name: 'no total that holds a promise',
      telling: {
        early: [
          [50, 'total'],
          [15, 'tranche'],
          [35, 'future'],
        ],
      },
      billions: 15,
    },
  );
  for (const { name, telling, billions } of cases) it(`is ${name}`, () => expect(paid(facts(telling))).toBe(billions));

  it('is nothing while there are talks, or when they came to nothing', () => {
    expect(paid(facts({ early: [[1, 'tranche']] }, { certainty: 'reported' }))).toBe(0);
    expect(paid(facts({ early: [[1, 'total']] }, { certainty: 'ended', kind: 'acquisition' }))).toBe(0);
  });

  it('is not raised by talks of more', () => {
    const done = facts({ early: [[1, 'tranche', '2024-01-01']] });
    const talks = facts({ late: [[50, 'tranche', '2025-07-01']] }, { certainty: 'reported' });
    const deal = dealOf([...done, ...talks]);
    expect(deal.certainty).toBe('done');
    expect(deal.events.map((event) => event.certainty)).toEqual(['done', 'reported']);
    expect(paid([...done, ...talks])).toBe(1);
  });

  it('counts one sum once, though it is told as a stake and as a hiring', () => {
    const stake = facts({ early: [[14.3, 'total', '2024-01-01']] });
    const hire = facts({ mid: [[14.3, 'total', '2024-01-01']] }, { kind: 'acquihire' });
    expect(paid([...stake, ...hire])).toBe(14.3);
  });

  it('keeps currencies apart', () => {
    const euros = [
      aDealFact({ documentId: 'late' }),
      anAmountFact(2 * bn, 'tranche', { documentId: 'late', currency: 'EUR', date: '2025-01-01' }),
    ];
    expect(pairOf([...facts({ early: [[1, 'tranche', '2024-01-01']] }), ...euros]).sums.paid).toEqual({
      USD: bn,
      EUR: 2 * bn,
    });
  });
});

describe('what is committed', () => {
  const committed = (telling: Telling) => (pairOf(facts(telling, { kind: 'cloud' })).sums.committed.USD ?? 0) / bn;
  it('takes a later, larger commitment for the first one expanded', () => {
    expect(committed({ early: [[4, 'commitment', '2024-01-01']], latest: [[100, 'commitment', '2026-01-01']] })).toBe(
      100,
    );
  });
  it('adds a later, smaller one with a day of its own', () => {
    expect(committed({ early: [[11.9, 'commitment', '2024-01-01']], mid: [[4, 'commitment', '2024-06-01']] })).toBe(
      15.9,
    );
  });
  it('does not add one without a day', () => {
    expect(committed({ early: [[11.9, 'commitment', '2024-01-01']], mid: [[4, 'commitment']] })).toBe(11.9);
  });
  it('reads every sum of a supply deal as spend', () => {
    expect(committed({ early: [[38, 'total', '2024-01-01']] })).toBe(38);
  });
});

describe('one sum read both as a payment and as spend', () => {
  const evidence = [{ quote: '$38bn', start: 10, end: 15, in: 'text' as const }];
  const told = (stake: number, supply: number, place = 10) => [
    aDealFact({ kind: 'investment', confidence: stake }),
    anAmountFact(38 * bn, 'tranche', { kind: 'investment', confidence: stake, evidence }),
    aDealFact({ kind: 'cloud', confidence: supply }),
    anAmountFact(38 * bn, 'commitment', {
      kind: 'cloud',
      confidence: supply,
      evidence: evidence.map((e) => ({ ...e, start: place })),
    }),
  ];
  const sums = (all: Fact[]) => pairOf(all).sums;

  it('counts as what the document is surer of', () => {
    expect(sums(told(0.5, 0.98))).toMatchObject({ paid: {}, committed: { USD: 38 * bn } });
    expect(sums(told(0.98, 0.5))).toMatchObject({ paid: { USD: 38 * bn }, committed: {} });
  });

  it('counts once when other words tell it again and the document is much surer of one', () =>
    expect(sums(told(0.44, 0.93, 90))).toMatchObject({ paid: {}, committed: { USD: 38 * bn } }));

  it('counts twice when other words tell it again', () =>
    expect(sums(told(0.9, 0.98, 90))).toMatchObject({ paid: { USD: 38 * bn }, committed: { USD: 38 * bn } }));
});

describe('how exact a sum is', () => {
  const told = (...hedges: ('about' | 'over' | undefined)[]) =>
    hedges.flatMap((hedge, i) => {
      const documentId = ['early', 'mid', 'late'][i] as string;
      const given = { documentId, date: '2024-01-01', ...(hedge ? { hedge } : {}) };
      return [aDealFact({ documentId }), anAmountFact(4 * bn, 'tranche', given)];
    });

  it.each([
    ['about, in every document', told('about', 'about'), 'about'],
    ['over, in the only document', told('over'), 'over'],
    ['exact, in one of three', told('about', undefined, 'over'), undefined],
  ])('is kept: %s', (_name, all, hedge) => expect(dealOf(all).events.map((e) => e.hedge)).toEqual([hedge]));
});

describe('figures that do not fit', () => {
  it('stay, each with the other’s document, and the better told one counts', () => {
    const deal = dealOf(
      facts({
        early: [[3, 'tranche', '2024-01-01']],
        mid: [[2, 'tranche', '2024-01-02']],
        undated: [[3, 'tranche', '2024-01-01']],
      }),
    );
    expect(deal.events.map((e) => [(e.value ?? 0) / bn, e.disputedBy.map((d) => d.documentId)])).toEqual([
      [3, ['mid']],
      [2, ['early', 'undated']],
    ]);
    expect(deal.paid).toEqual({ USD: 3 * bn });
  });

  it('are no dispute when one is told as coming on top of the other', () => {
    const told = (further: boolean) => [
      ...facts({ early: [[4, 'tranche', '2024-01-01']] }),
      aDealFact({ documentId: 'mid' }),
      anAmountFact(2 * bn, 'tranche', {
        documentId: 'mid',
        date: '2024-01-08',
        ...(further ? { further: true as const } : {}),
      }),
    ];
    expect(paid(told(true))).toBe(6);
    expect(dealOf(told(true)).events.flatMap((e) => e.disputedBy)).toEqual([]);
    expect(paid(told(false))).toBe(2);
  });

  it('are weighed by source before number', () => {
    const told = facts({
      early: [[3, 'tranche', '2024-01-01']],
      mid: [[3, 'tranche', '2024-01-01']],
      authority: [[2, 'tranche', '2024-01-01']],
    });
    expect(paid(told)).toBe(2);
  });

  it('point to facts that tell them', () => {
    const all = facts({ early: [[3, 'tranche', '2024-01-01']], mid: [[2, 'tranche', '2024-01-02']] });
    const disputes = dealOf(all).events.flatMap((event) => event.disputedBy);
    for (const { factId, documentId } of disputes)
      expect(all.find((fact) => fact.id === factId)?.documentId).toBe(documentId);
    expect(disputes).toHaveLength(2);
  });

  it('are no dispute when only their years are known, or their months differ', () => {
    const years = facts({
      early: [[0.3, 'tranche', '2022']],
      mid: [[0.55, 'tranche', '2023']],
      late: [[0.5, 'tranche', '2023']],
    });
    const months = facts({ early: [[1, 'tranche', '2023-03']], mid: [[2, 'tranche', '2023-04']] });
    for (const told of [years, months]) expect(dealOf(told).events.flatMap((e) => e.disputedBy)).toEqual([]);
    expect(paid(years)).toBeCloseTo(1.35);
  });

  it('are no dispute when one document tells both', () => {
    expect(
      dealOf(
        facts({
          early: [
            [3, 'tranche', '2024-01-01'],
            [2, 'tranche', '2024-01-02'],
          ],
        }),
      ).events.flatMap((e) => e.disputedBy),
    ).toEqual([]);
  });

  it('show a total below the payments up to its day, both ways', () => {
    const deal = dealOf(
      facts({
        early: [
          [3, 'tranche', '2023-01-01'],
          [3, 'tranche', '2024-01-01'],
        ],
        mid: [[4, 'total', '2024-06-01']],
      }),
    );
    const disputed = deal.events.map((e) => [e.role, e.disputedBy.map((d) => [d.documentId, d.value / bn])]);
    expect(disputed).toEqual([
      ['tranche', []],
      ['tranche', [['mid', 4]]],
      ['total', [['early', 6]]],
    ]);
  });
});

describe('a deal is', () => {
  const certainty = (...said: [documentId: string, certainty: 'done' | 'reported' | 'ended', background?: boolean][]) =>
    dealOf(said.map(([documentId, word, background = false]) => aDealFact({ documentId, certainty: word, background })))
      .certainty;

  it('reported, then done', () => expect(certainty(['early', 'reported'], ['mid', 'done'])).toBe('done'));
  it('still done when there are talks again', () =>
    expect(certainty(['early', 'done'], ['late', 'reported'])).toBe('done'));
  it('ended when it is called off', () => expect(certainty(['early', 'done'], ['late', 'ended'])).toBe('ended'));
  it('still ended when a later text recalls the announcement', () =>
    expect(certainty(['early', 'done'], ['mid', 'ended'], ['late', 'done', true])).toBe('ended'));
  it('done again when it is announced anew', () =>
    expect(certainty(['early', 'ended'], ['late', 'done'])).toBe('done'));
  it('ended when an authority says so, whatever the press says later', () =>
    expect(certainty(['authority', 'ended'], ['late', 'done'])).toBe('ended'));
});

describe('background', () => {
  const recalled = (documentId: string, confidence: number) => [
    aDealFact({ documentId, background: true, confidence }),
    anAmountFact(2 * bn, 'tranche', { documentId, background: true, confidence, date: '2024-01-01' }),
  ];
  it('makes no deal when one text is unsure', () => expect(assemble(recalled('early', 0.4), documents)).toEqual([]));
  it('makes a deal when it is sure', () => expect(paid(recalled('early', 0.8))).toBe(2));
  it('makes a deal when two outlets agree', () =>
    expect(paid([...recalled('early', 0.4), ...recalled('mid', 0.4)])).toBe(2));
  it('bears out a sum, but adds none of its own while it is unsure', () => {
    const told = [...facts({ mid: [[2, 'tranche', '2024-01-01']] }), ...recalled('early', 0.4)];
    const unsure = [
      aDealFact({ documentId: 'late', background: true, confidence: 0.4 }),
      anAmountFact(9 * bn, 'tranche', { documentId: 'late', background: true }),
    ];
    const [event, ...more] = dealOf([...told, ...unsure]).events;
    expect(event?.documentIds).toEqual(['early', 'mid']);
    expect(more).toEqual([]);
  });
});

describe('terms', () => {
  it('are merged with their details, each once', () => {
    const joins = (documentId: string, detail: string) =>
      aTermFact('founder-joins', { documentId, kind: 'acquihire', detail });
    const all = [
      aDealFact({ kind: 'acquihire' }),
      joins('early', 'Zoë Example'),
      joins('mid', 'Zoë Example'),
      joins('late', 'zoe example'),
    ];
    expect(dealOf(all).terms).toMatchObject([{ term: 'founder-joins', details: ['Zoë Example'] }]);
    expect(dealOf(all).terms[0]?.factIds).toHaveLength(3);
  });
});

describe('names', () => {
  it('of one group on both sides are no pair', () => {
    expect(assemble([aDealFact({ acquirer: 'Google', target: 'DeepMind' })], documents)).toEqual([]);
  });

  it('take the listed name, or the spelling used most', () => {
    const said = ['Noname Robotics Inc', 'Noname Robotics', 'NONAME Robotics'].map((target, i) =>
      aDealFact({ acquirer: 'Alphabet', target, documentId: ['early', 'mid', 'late'][i] }),
    );
    expect(assemble(said, documents)).toMatchObject([
      { id: 'google--noname-robotics', acquirer: 'Google', target: 'Noname Robotics' },
    ]);
  });
});

describe('sums told in parts', () => {
  const hire = { kind: 'acquihire' as const };

  it('make up their total: a fee and what else was paid, called a total or not', () => {
    const all = facts(
      {
        early: [[0.65, 'total', '2024-01']],
        mid: [
          [0.62, 'fee'],
          [0.03, 'total'],
        ],
      },
      hire,
    );
    expect(sumsIn(all).sort()).toEqual(['fee 0.62 -', 'total 0.65 2024-01', 'tranche 0.03 -']);
    expect(paid(all)).toBe(0.65);
    expect(dealOf(all).events.flatMap((event) => event.disputedBy)).toEqual([]);
  });

  it('that come on top are no total of the others, and add up', () => {
    const further = told(anAmountFact(0.1 * bn, 'total', { documentId: 'mid', ...hire }), { further: true });
    const all = [...facts({ mid: [[0.33, 'fee']] }, hire), further];
    expect(sumsIn(all).sort()).toEqual(['fee 0.33 -', 'tranche 0.1 -']);
    expect(paid(all)).toBeCloseTo(0.43);
  });

  it('look back on nothing when a document says that they come on top', () => {
    const known = facts({
      late: [
        [7.5, 'tranche', '2025-04'],
        [22.5, 'tranche', '2025-05'],
      ],
      latest: [],
    });
    const more = anAmountFact(30 * bn, 'tranche', { documentId: 'latest' });
    expect(paid([...known, more])).toBe(30);
    expect(paid([...known, told(more, { further: true })])).toBe(60);
  });

  it('of spend stand in the order in which they were told, and what they come to is not added to them', () => {
    const spend = { kind: 'cloud' as const };
    const all = facts(
      {
        late: [
          [6.5, 'commitment'],
          [22.4, 'commitment'],
          [11.9, 'commitment', '2025-03'],
          [4, 'commitment', '2025-05'],
        ],
      },
      spend,
    );
    expect((pairOf(all).sums.committed.USD ?? 0) / bn).toBe(22.4);
  });

  it('of spend that come on top of an earlier contract are added to it', () => {
    const first = facts({ early: [[38, 'commitment', '2024-01']], mid: [] }, { kind: 'cloud' });
    const more = anAmountFact(100 * bn, 'commitment', { documentId: 'mid', kind: 'cloud' });
    const committed = (all: Fact[]) => (pairOf(all).sums.committed.USD ?? 0) / bn;
    expect(committed([...first, more])).toBe(100);
    expect(committed([...first, told(more, { further: true })])).toBe(138);
  });
});

describe('a total', () => {
  it('below the payments known by then contradicts them and counts for nothing, dated or not', () => {
    for (const date of [undefined, '2024-06-10']) {
      const total = [0.1, 'total', ...(date ? [date] : [])] as unknown as readonly [number, 'total', string?];
      const all = facts({ mid: [[0.33, 'fee'], total] }, { kind: 'acquihire' });
      const event = dealOf(all).events.find(({ role }) => role === 'total');
      expect(event).toMatchObject({ belowParts: true, disputedBy: [{ value: 0.33 * bn }] });
      expect(paid(all)).toBe(0.33);
    }
  });

  it('told before a payment is not below it', () => {
    const all = facts({ early: [[4, 'total']], late: [[8, 'tranche', '2025-06-01']] });
    expect(dealOf(all).events.some(({ belowParts }) => belowParts)).toBe(false);
    expect(paid(all)).toBe(12);
  });

  it('that nothing places in time stands back behind payments that have a day, and counts where none has', () => {
    const dated = [1.25, 'tranche', '2024-01-02'] as const;
    expect(paid(facts({ early: [dated], undated: [[9, 'total']] }))).toBe(1.25);
    expect(paid(facts({ undated: [[9, 'total']] }))).toBe(9);
    expect(paid(facts({ early: [dated], late: [[9, 'total']] }))).toBe(9);
  });

  it('keeps how exact it is told, and gives that to the sum', () => {
    const over = told(anAmountFact(3 * bn, 'total', { documentId: 'mid' }), { hedge: 'over' });
    const pair = pairOf([...facts({ late: [[10, 'tranche', '2025-06-01']], mid: [] }), over]);
    expect(pair).toMatchObject({ sums: { paid: { USD: 13 * bn } }, hedges: { paid: { USD: 'over' } } });
    expect(pair.deals[0]?.paidHedges).toEqual({ USD: 'over' });
  });
});

describe('the form of a sum', () => {
  const formsOf = (...amounts: Partial<Amount>[]) =>
    dealOf(
      ['early', 'mid', 'late'].flatMap((documentId, n) => {
        const change = amounts[n];
        return change
          ? [
              aDealFact({ documentId }),
              told(anAmountFact(1 * bn, 'tranche', { documentId, date: '2024-01-05' }), change),
            ]
          : [];
      }),
    ).events.map((e) => e.instrument);

  it('is what the documents say of it', () => {
    expect(formsOf({ instrument: 'convertible' }, {})).toEqual(['convertible']);
  });

  it('is left open where none says it, or they differ', () => {
    expect(formsOf({}, {})).toEqual([null]);
    expect(formsOf({ instrument: 'convertible' }, { instrument: 'equity' })).toEqual([null]);
  });
});
