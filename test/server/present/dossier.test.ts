import { describe, expect, it } from 'vitest';
import type { DealEvent } from '../../../model/ledger.ts';
import { Citations } from '../../../server/present/citations.ts';
import { datesOf, termRows } from '../../../server/present/dossier.ts';
import { aDeal, anEvent, aPair, aTerm, day } from '../../helpers/build.ts';

const bn = 1_000_000_000;
const stake = (...events: DealEvent[]) => aPair({ deals: [aDeal('investment', { events })] });

describe('the head of a dossier', () => {
  it('does not call an old dated sum the latest when a newer one was only told', () => {
    const dated = anEvent(2 * bn, 'tranche', { date: '2024-03-27' });
    const told = anEvent(5 * bn, 'tranche', { reportedOn: day('2026-04-20') });
    expect(datesOf(stake(dated, told))).toEqual({ first: '27 Mar 2024', last: 'told 20 Apr 2026' });
    expect(datesOf(stake(dated))).toEqual({ first: '27 Mar 2024', last: '27 Mar 2024' });
    expect(datesOf(stake(told))).toEqual({ first: null, last: null });
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
