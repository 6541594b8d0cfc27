import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  comparePartial,
  type Day,
  dayOf,
  daysBetween,
  firstDay,
  formatDay,
  formatInstant,
  instantOf,
  lastDay,
  makeDay,
  mayBeSameDay,
  type PartialDay,
  parseDay,
  parseInstant,
  parsePartialDay,
} from '../../model/day.ts';

const partial = (text: string) => parsePartialDay(text) as PartialDay;
const someDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((d) => dayOf(instantOf(d)));

describe('days', () => {
  it.each(['2024', '2024-02', '2024-02-29', '1999-12-31'])('takes %s', (text) =>
    expect(parsePartialDay(text)).toBe(text),
  );
  it.each([
    '2023-02-29',
    '2024-13',
    '2024-00-10',
    '24-01-01',
    '2024-1-1',
    '0000-00-00',
    '275760-09-13',
    'yesterday',
    '',
  ])('refuses %s', (text) => expect(parsePartialDay(text)).toBeNull());
  it('does not take a month for a day', () => expect(parseDay('2024-03')).toBeNull());
  it('refuses a day that the month lacks', () => expect(makeDay(2024, 4, 31)).toBeNull());
  it('reads only instants in UTC with milliseconds', () => {
    expect(parseInstant('2024-03-27T10:00:00.000Z')).not.toBeNull();
    expect(parseInstant('2024-03-27T10:00:00+01:00')).toBeNull();
    expect(parseInstant('2024-03-27T30:00:00.000Z')).toBeNull();
  });
  it('knows the first and last day of what is known in part', () => {
    expect([firstDay(partial('2024')), lastDay(partial('2024'))]).toEqual(['2024-01-01', '2024-12-31']);
    expect([firstDay(partial('2024-02')), lastDay(partial('2024-02'))]).toEqual(['2024-02-01', '2024-02-29']);
  });
  it('orders the undated first and the more exact later', () => {
    const days = [partial('2024-03-27'), null, partial('2024'), partial('2023-12-31'), partial('2024-01-01')];
    expect([...days].sort(comparePartial)).toEqual([null, '2023-12-31', '2024', '2024-01-01', '2024-03-27']);
  });
  it('tells what can be the same day', () => {
    expect(mayBeSameDay(partial('2024'), partial('2024-03-27'))).toBe(true);
    expect(mayBeSameDay(partial('2024-02'), partial('2024-03-27'))).toBe(false);
  });
  it('prints no more than is known', () => {
    expect(['2026-04-20', '2026-04', '2026'].map((d) => formatDay(partial(d)))).toEqual([
      '20 Apr 2026',
      'Apr 2026',
      '2026',
    ]);
    expect(formatInstant(instantOf(new Date('2026-05-21T18:02:30Z')))).toBe('21 May 2026, 18:02 UTC');
  });
  it('counts days across clock changes and leap years', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: -20000, max: 20000 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    );
    expect(daysBetween('2024-02-28' as Day, '2024-03-01' as Day)).toBe(2);
  });
});
