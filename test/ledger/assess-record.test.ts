import { describe, expect, it } from 'vitest';
import { pairFromRecord, readRecord, readRecords, reversePairFromRecord } from '../../ledger/assess-record.ts';

const bn = 1_000_000_000;
const base = {
  id: 'r1',
  acquirer: 'Amazon',
  target: 'Anthropic',
  kind: 'investment',
  certainty: 'done',
  layer: 'model',
};
const event = (role: string, value: number | null, date: string, more = {}) => ({
  role,
  value,
  date,
  currency: value ? 'USD' : null,
  ...more,
});
const pair = (more: object) => pairFromRecord(readRecord({ ...base, ...more }));
const termsOf = (more: object, kind = 'investment') =>
  pair(more)
    .deals.find((deal) => deal.kind === kind)
    ?.terms.map((t) => t.term)
    .sort();

describe('a record becomes a pair', () => {
  it('with its sums by role', () => {
    const events = [
      event('tranche', 1.25 * bn, '2023-09-25'),
      event('ceiling', 4 * bn, '2023-09-25'),
      event('tranche', 2.75 * bn, '2024-03-27'),
      event('total', 4 * bn, '2024-03-27'),
    ];
    const made = pair({
      kinds: ['cloud', 'investment'],
      events,
      cloud_commitments: [{ value: 4 * bn, currency: 'USD', date: '2023', note: '' }],
    });
    expect(made).toMatchObject({
      id: 'amazon--anthropic',
      layer: 'model',
      sums: { paid: { USD: 4 * bn }, committed: { USD: 4 * bn }, ceiling: {} },
    });
    expect(made.deals.map((deal) => deal.kind)).toEqual(['investment', 'cloud']);
  });

  it('with the size of a round as nobody’s payment', () => {
    const made = pair({
      events: [event('total', 1.3 * bn, '2023-06-29', { note: 'round total; own share not disclosed' })],
    });
    expect(made.deals[0]?.events[0]?.role).toBe('round');
    expect(made.sums.paid).toEqual({});
  });

  it('with a fee in the hiring and a convertible in the stake', () => {
    const events = [
      event('fee', bn, '2024-06-01'),
      event('tranche', 2 * bn, '2024-06-01', { instrument: 'convertible note' }),
    ];
    const made = pair({ kind: 'acquihire', kinds: ['acquihire', 'investment'], events });
    expect(made.deals.map((deal) => [deal.kind, deal.events.map((e) => e.role)])).toEqual([
      ['investment', ['tranche']],
      ['acquihire', ['fee']],
    ]);
  });

  it.each([
    ['exclusive cloud provider (2019 - Jan 2025)', ['exclusive-provider']],
    ['primary cloud and training partner', ['primary-provider']],
    ['preferred cloud provider', ['preferred-provider']],
    ['c.36% of preferred stock', ['stake']],
    ['right of first refusal on new compute', ['first-refusal']],
    ['non-exclusive licence', ['licence']],
    ['exclusive IP licence', ['licence']],
    ['no board seat, no observer', ['no-governance-rights']],
    ['no Meta board seat', ['no-governance-rights']],
    ['non-voting board observer (Nov 2023 - Jul 2024)', ['board-observer']],
    ['board seat', ['board-seat']],
    ['non-voting', ['non-voting']],
    ['consultation and advice rights', ['consultation']],
    ['revenue share', ['revenue-share']],
  ])('reads the right "%s"', (right, terms) => expect(termsOf({ rights: [right] })).toEqual(terms));

  it.each([
    ['Ada Example', ['person-joins', ['Ada Example']]],
    ['Ada Example (stays on the board of the target)', ['person-joins', ['Ada Example']]],
    ['four other co-founders', ['founder-joins', []]],
    ['c.30 of 130 staff', ['staff-count', ['30']]],
    ['c.60-80% of staff (sources differ)', ['staff-share', ['60-80%']]],
    ['nearly all of c.70 staff', ['staff-share', []]],
    ['engineering team', ['staff-share', []]],
  ])('reads the people "%s"', (person, [term, details]) => {
    expect(pair({ kind: 'acquihire', people: [person] }).deals[0]?.terms).toEqual([{ term, details, factIds: [] }]);
  });

  it('with the supply that runs the other way as a pair of its own', () => {
    const record = readRecord({
      ...base,
      acquirer: 'OpenAI',
      target: 'Cerebras',
      kinds: ['cloud', 'investment'],
      cloud_commitments: [
        { value: 10 * bn, currency: 'USD', date: '2026-01-14', note: 'supplier is Cerebras, customer is OpenAI' },
      ],
    });
    expect(pairFromRecord(record).deals.map((deal) => deal.kind)).toEqual(['investment']);
    expect(reversePairFromRecord(record)).toMatchObject({
      id: 'cerebras--openai',
      sums: { committed: { USD: 10 * bn } },
    });
    expect(reversePairFromRecord(readRecord(base))).toBeNull();
  });

  it('with a supplier that hands out its own shares', () => {
    const made = { acquirer: 'AMD', target: 'OpenAI', kind: 'cloud', kinds: ['cloud', 'investment'] };
    const events = [event('ceiling', null, '2025-10-06', { instrument: 'warrant for up to 160m AMD shares' })];
    expect(termsOf({ ...made, events })).toEqual(['supplier-gives-equity', 'warrants']);
  });

  it('with the reviews of one authority in one history', () => {
    const url = 'https://www.gov.uk/cma-cases/example';
    const made = pair({
      scrutiny: [
        {
          authority: 'CMA',
          status: 'no_jurisdiction',
          opened: '2024-04-24',
          decided: '2024-09-27',
          url,
          history: [
            { date: '2024-04-24', status: 'information_request', stage: 'invitation to comment' },
            { date: '2024-09-27', status: 'no_jurisdiction', stage: 'found not to qualify' },
          ],
        },
        {
          authority: 'FTC',
          status: 'abandoned',
          opened: '2022-09',
          decided: '2024-01-29',
          outcome: 'second request, then withdrawn',
          url: '',
        },
      ],
    });
    expect(made.scrutiny).toMatchObject([
      { authority: 'CMA', status: 'no_jurisdiction', asOf: '2024-09-27', source: 'official', needsReview: null },
      {
        authority: 'FTC',
        status: 'abandoned',
        asOf: '2024-01-29',
        source: 'reported',
        history: [{ status: 'phase2', date: null }, { status: 'abandoned' }],
      },
    ]);
  });
});

describe('a ledger file that cannot be used', () => {
  it.each([
    ['{', /not JSON/],
    ['{}', /array of deal records/],
    ['[1]', /Record number 1/],
    [JSON.stringify([{ ...base, certainty: 'maybe' }]), /Record "r1" cannot be used: certainty/],
    [
      JSON.stringify([{ ...base, events: [event('tranche', 1, '2024-13-01')] }]),
      /events\.0\.date "2024-13-01" is no date/,
    ],
    [JSON.stringify([{ ...base, acquirer: ' ' }]), /acquirer must be a name/],
  ])('is refused with a sentence: %s', (text, sentence) => expect(() => readRecords(text)).toThrow(sentence));
});
