import { describe, expect, it } from 'vitest';
import type { Instant, PartialDay } from '../../model/day.ts';
import { isPlausible, readDate, readInstant } from '../../sources/parsing/date.ts';

describe('readDate', () => {
  it.each([
    ['2026-02-27T23:30:00-05:00', '2026-02-27'],
    ['2026-02-27 10:00', '2026-02-27'],
    ['2026-02', '2026-02'],
    ['2026', '2026'],
    ['20260227T101500Z', '2026-02-27'],
    ['Fri, 27 Feb 2026 23:30:00 GMT', '2026-02-27'],
    ['27 Feb 26 10:00 EST', '2026-02-27'],
    ['1 Mar 98 00:00:00 GMT', '1998-03-01'],
    ['February 27, 2026', '2026-02-27'],
    ['27th February 2026', '2026-02-27'],
    ['Sept. 3, 2025', '2025-09-03'],
    ['2024-02-29', '2024-02-29'],
    ['Seg, 24 Fev 2025 20:08:12 -0300', '2025-02-24'],
    ['Fr., 27. Februar 2026 10:00', '2026-02-27'],
    ['27 févr. 2026', '2026-02-27'],
    ['27 de mayo de 2025', '2025-05-27'],
  ])('%s is %s', (raw, day) => {
    expect(readDate(raw)).toBe(day);
  });

  it.each([
    '0000-00-00',
    '0000-00-00T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    'hier',
    '1518478934',
    '2026-W09-5',
    '27 Foo 2026',
    '02/03/2026',
    '令和8年2月27日',
    '',
    'x'.repeat(10_000),
    null,
    undefined,
  ])('%j is undated', (raw) => {
    expect(readDate(raw)).toBeNull();
  });

  it('24:00 keeps its day', () => {
    expect(readDate('2026-02-27T24:00:00Z')).toBe('2026-02-27');
  });
});

describe('isPlausible', () => {
  const now = '2026-03-02T09:00:00.000Z' as Instant;
  it.each([
    ['2026-03-02', true],
    ['2026-03-03', true],
    ['2026-03-04', false],
    ['2026-03', true],
    ['2026-04', false],
    ['2036-01-01', false],
    ['1970-01-01', false],
    ['1996-05-01', true],
  ])('%s: %s', (day, expected) => {
    expect(isPlausible(day as PartialDay, now)).toBe(expected);
  });
});

describe('readInstant', () => {
  it.each([
    ['Fri, 27 Feb 2026 23:30:00 -0500', '2026-02-28T04:30:00.000Z'],
    ['2026-02-27T10:00:00', '2026-02-27T10:00:00.000Z'],
    ['2026-02-27', '2026-02-27T00:00:00.000Z'],
    ['2026', null],
    ['soon', null],
  ])('%s is %s', (raw, instant) => {
    expect(readInstant(raw)).toBe(instant);
  });
});
