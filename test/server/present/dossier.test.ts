import { describe, expect, it } from 'vitest';
import type { LedgerPair } from '../../../db/ledger/ledger.ts';
import type { Day } from '../../../model/day.ts';
import type { Deal, DealEvent, Pair } from '../../../model/ledger.ts';
import { Citations } from '../../../server/present/citations.ts';
import { datesOf, figures, standfirst, termRows } from '../../../server/present/dossier.ts';
import { moneyRows, overdueIn } from '../../../server/present/money.ts';
import { type Quiet, quietDays, quietWords } from '../../../server/present/scrutiny.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../../helpers/build.ts';

const bn = 1_000_000_000;
const NOTHING = { paid: {}, committed: {}, ceiling: {} };
const aLedger = (pair: Pair): LedgerPair => ({
  pair,
  flags: [],
  score: 0,
  band: 'none',
  floor: false,
  firstSeenAt: '2026-05-22T00:00:00Z' as LedgerPair['firstSeenAt'],
  updatedAt: '2026-05-22T00:00:00Z' as LedgerPair['updatedAt'],
});
const stake = (...events: DealEvent[]) => aPair({ deals: [aDeal('investment', { events })] });

describe('the head of a dossier', () => {
  it('does not call an old dated sum the latest when a newer one was only told', () => {
    const dated = anEvent(2 * bn, 'tranche', { date: '2024-03-27' });
    const told = anEvent(5 * bn, 'tranche', { reportedOn: day('2026-04-20') });
    expect(datesOf(stake(dated, told))).toEqual({ first: '27 Mar 2024', last: 'told 20 Apr 2026', told: null });
    expect(datesOf(stake(dated))).toEqual({ first: '27 Mar 2024', last: '27 Mar 2024', told: null });
    expect(datesOf(stake(told))).toEqual({ first: null, last: null, told: null });
  });

  it('says when a deal without a dated sum was first told of, and counts from that day', () => {
    const hired = aPair({ deals: [aDeal('acquihire', { knownSince: day('2025-09-18') })] });
    expect(datesOf(hired)).toEqual({ first: null, last: null, told: '18 Sep 2025' });
    expect(quietWords(quietDays(hired, '2025-09-28' as Day) as Quiet)).toBe(
      '10 days since the deal was first told of (18 Sep 2025); no step on record.',
    );
  });

  it('counts from the notice rather than from the end of the month that a sum names', () => {
    const events = [anEvent(20 * bn, 'total', { date: '2025-12' })];
    const told = aPair({ deals: [aDeal('acquihire', { events, knownSince: day('2025-12-24') })] });
    expect(quietDays(told, '2026-01-03' as Day)).toMatchObject({ days: 10, since: 'told' });
  });

  const asks = (pair: Pair, unread: string[] = []) => standfirst(aLedger(pair), '2026-05-22' as Day, unread);

  it('says that a purchase was called off, and at what price, never that its price is unknown', () => {
    const events = [anEvent(40 * bn, 'total', { certainty: 'ended' })];
    const pair = aPair({ deals: [aDeal('acquisition', { certainty: 'ended', events })], sums: NOTHING });
    expect(asks(pair)).toContain('The deal (acquisition) was called off; the price told was $40bn.');
    expect(figures(aLedger(pair), '2026-05-22' as Day, [])[0]).toMatchObject({
      value: 'called off',
      note: 'price told: $40bn',
    });
  });

  it('names a ceiling where no payment is known, and spend back of which no sum is told', () => {
    const sums = { ...NOTHING, ceiling: { USD: 5 * bn } };
    const deals = [aDeal('investment'), aDeal('cloud')];
    expect(asks(aPair({ acquirer: 'Alpha', target: 'Beta', deals, sums }))).toMatch(
      /^Alpha may put up to \$5bn into Beta; Beta buys from Alpha, for a sum not known\./,
    );
  });

  const noteOf = (label: string, ...deals: Deal[]) =>
    figures(aLedger(aPair({ deals, sums: NOTHING })), '2026-05-22' as Day, []).find((one) => one.label === label)?.note;

  it.each([
    ['is only talked of', 'reported', 'ceiling $5bn, only reported'],
    ['the payments have reached', 'done', 'ceiling $5bn, reached'],
    ['was called off', 'ended', 'no ceiling known'],
  ] as const)('knows a ceiling that %s', (_, certainty, note) => {
    expect(noteOf('Promised', aDeal('investment', { events: [anEvent(5 * bn, 'ceiling', { certainty })] }))).toBe(note);
  });

  it('says why commitments are not added', () => {
    const cloud = aDeal('cloud', { events: [anEvent(4 * bn, 'commitment'), anEvent(100 * bn, 'commitment')] });
    const pair = aPair({ deals: [cloud], sums: { ...NOTHING, committed: { USD: 100 * bn } } });
    const back = figures(aLedger(pair), '2026-05-22' as Day, []).find(({ label }) => label === 'Spend back');
    expect(back?.note).toBe('2 commitments told, not all added: the larger is read to hold the smaller');
  });

  it('names registers that are behind while they are few, and counts many', () => {
    const pair = aPair({ deals: [aDeal('investment')], sums: NOTHING });
    expect(asks(pair, ['CMA', 'FTC'])).toContain('CMA and FTC');
    expect(asks(pair, ['CMA', 'FTC', 'DOJ', 'EC', 'BKartA'])).toContain('5 registers have not been read in time');
  });
});

describe('the form of a sum', () => {
  it('stands behind what the sum is for, in the words of the page; that of a record in its own', () => {
    const what = (instrument: string | null) =>
      moneyRows(stake(anEvent(15e6, 'tranche', { instrument })), new Citations([], []), '2026-05-22' as Day)[0]?.what;
    expect(what('convertible')).toBe('Investment, payment, convertible');
    expect(what('debt')).toBe('Investment, payment, loan');
    expect(what('class B shares without votes')).toBe('Investment, class B shares without votes');
    expect(what(null)).toBe('Investment, payment');
  });
});

describe('a promise whose day has passed', () => {
  const promise = anEvent(0.75 * bn, 'future', { date: '2025-09' });
  const rows = (...events: DealEvent[]) => moneyRows(stake(...events), new Citations([], []), '2026-05-22' as Day);

  it('says that no payment of it is told, and counts among what is due', () => {
    expect(rows(promise)[0]?.overdue).toBe('its day has passed; no payment told');
    expect(overdueIn(stake(promise), '2026-05-22' as Day)).toEqual({ USD: 0.75 * bn });
  });

  it('says nothing before its day is over, once it is paid, or of a deal that was called off', () => {
    const paid = anEvent(0.75 * bn, 'tranche', { date: '2025-09-30' });
    expect(rows(promise, paid).map(({ overdue }) => overdue)).toEqual([null, null]);
    expect(overdueIn(stake(promise), '2025-09-30' as Day)).toEqual({});
    const ended = aPair({ deals: [aDeal('investment', { certainty: 'ended', events: [promise] })] });
    expect(overdueIn(ended, '2026-05-22' as Day)).toEqual({});
  });
});

describe('the terms of a dossier', () => {
  it('say from when to when a right held that something else has replaced', () => {
    const over = { since: day('2019-07-22'), until: day('2025-01-21'), endedBy: 'first-refusal' as const };
    const pair = aPair({
      deals: [aDeal('cloud', { terms: [{ ...aTerm('exclusive-provider'), ...over }, aTerm('primary-provider')] })],
    });
    expect(termRows(pair, new Citations([], [])).map(({ details }) => details)).toEqual([
      '22 Jul 2019 to 21 Jan 2025, then right of first refusal',
      '',
    ]);
  });
});
