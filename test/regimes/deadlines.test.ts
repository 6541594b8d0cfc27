import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../model/day.ts';
import { CALENDARS } from '../../model/deadline.ts';
import type { ScrutinyStatus, ScrutinyStep } from '../../model/scrutiny.ts';
import { addMonths, addWorkingDays, isWorkingDay, rolled, workingDaysBetween } from '../../regimes/counting.ts';
import { deadlinesOf, nextDeadline } from '../../regimes/deadlines.ts';
import { holidayOn } from '../../regimes/holidays.ts';
import { aPair, aScrutiny, aStep, day } from '../helpers/build.ts';

const d = (text: string) => day(text) as Day;
const step = (status: ScrutinyStatus, date: string, stage: string): ScrutinyStep => ({ ...aStep(status, date), stage });
const caseBefore = (authority: string, ...steps: ScrutinyStep[]) =>
  aPair({ scrutiny: [aScrutiny(authority, ...steps)] });
const due = (authority: string, ...steps: ScrutinyStep[]) =>
  Object.fromEntries(deadlinesOf(caseBefore(authority, ...steps)).map((one) => [one.label, one.due]));

describe('working days', () => {
  it.each([
    ['2024-07-16', '2024-09-11'],
    ['2024-08-08', '2024-10-04'],
    ['2024-10-24', '2024-12-19'],
  ])('the CMA’s 40 from %s end on %s, as it published', (start, end) => {
    expect(addWorkingDays('england-wales', d(start), 40).end).toBe(end);
    expect(workingDaysBetween('england-wales', d(start), d(end))).toBe(40);
  });

  it('the Commission’s 25 from 15 November 2024 end on 20 December, as it published', () => {
    expect(addWorkingDays('european-commission', d('2024-11-15'), 25).end).toBe('2024-12-20');
  });

  it('the Commission’s 90 from 27 October 2021 end on 15 March 2022, as it announced', () => {
    expect(addWorkingDays('european-commission', d('2021-10-27'), 90).end).toBe('2022-03-15');
  });

  it('name the holidays that moved the end', () => {
    expect(addWorkingDays('england-wales', d('2024-08-08'), 40).holidays).toEqual([
      { day: '2024-08-26', name: 'Summer bank holiday' },
    ]);
  });

  it.each([
    ['england-wales', '2022-09-19', true],
    ['england-wales', '2023-05-08', true],
    ['england-wales', '2024-04-01', true],
    ['england-wales', '2024-03-18', false],
    ['us-federal', '2025-06-19', true],
    ['us-federal', '2021-12-31', true],
    ['us-federal', '2026-07-03', true],
    ['us-federal', '2025-04-18', false],
    ['european-commission', '2024-03-28', true],
    ['european-commission', '2024-05-10', true],
    ['european-commission', '2024-12-31', true],
    ['european-commission', '2025-07-21', true],
    ['european-commission', '2024-12-23', false],
    ['germany', '2025-06-19', true],
    ['austria', '2025-12-08', true],
  ] as const)('%s: %s is a holiday: %s', (calendar, on, expected) => {
    expect(holidayOn(calendar, d(on)) !== null).toBe(expected);
  });

  it('end on a working day, and counting back gives the number asked for', () => {
    const start = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(d('2018-01-01'), n));
    fc.assert(
      fc.property(fc.constantFrom(...CALENDARS), start, fc.integer({ min: 1, max: 130 }), (calendar, from, n) => {
        const { end } = addWorkingDays(calendar, from, n);
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, from, end)).toBe(n);
      }),
    );
  });

  it('a month from 31 January ends on the last of February', () => {
    expect(addMonths(d('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(d('2024-11-15'), 5)).toBe('2025-04-15');
  });

  it('an end on a Saturday before a holiday moves behind it', () => {
    expect(rolled('us-federal', d('2025-08-30')).end).toBe('2025-09-02');
  });
});

describe('deadlines', () => {
  it('of the CMA’s first phase, target apart from statute, with the provision', () => {
    const [target, statutory] = deadlinesOf(
      caseBefore('CMA', step('phase1', '2025-09-01', 'Launch of merger inquiry')),
    );
    expect(target).toMatchObject({ force: 'target', due: '2025-10-06' });
    expect(statutory).toMatchObject({
      force: 'statutory',
      due: '2025-10-27',
      basis: { law: expect.stringContaining('34ZA') },
    });
  });

  it('no target before there was one', () => {
    expect(due('CMA', step('phase1', '2024-07-16', 'Launch of merger inquiry'))).toEqual({
      'Phase 1 decision': '2024-09-11',
    });
  });

  it('of a reference: 24 weeks, and 8 more', () => {
    const [only] = deadlinesOf(
      caseBefore('CMA', step('phase1', '2022-07-06', 'Launch'), step('phase2', '2022-09-15', 'Reference')),
    );
    expect(only).toMatchObject({ due: '2023-03-01', latest: { day: '2023-04-26' } });
  });

  it('after a decision that there is a duty to refer', () => {
    const told = due(
      'CMA',
      step('phase1', '2024-07-16', 'Launch'),
      step('phase1', '2024-09-11', 'SLC decision: duty to refer'),
    );
    expect(told).toEqual({
      'Undertakings in lieu offered': '2024-09-18',
      'Answer whether undertakings may be accepted': '2024-09-25',
      'Undertakings in lieu accepted': '2024-11-20',
    });
  });

  it('of the Commission: 25, 35 with commitments, 90 in depth', () => {
    expect(due('EC', step('phase1', '2024-11-15', 'Notified'))).toEqual({ 'Phase 1 decision': '2024-12-20' });
    expect(deadlinesOf(caseBefore('EC', step('phase1', '2024-11-15', 'Notified')))[0]?.latest?.day).toBe('2025-01-15');
    const [late] = deadlinesOf(
      caseBefore('EC', step('phase1', '2024-11-15', 'Notified'), step('phase1', '2024-12-10', 'Commitments submitted')),
    );
    expect(late).toMatchObject({ due: '2025-01-15', basis: { length: 35, start: '2024-11-15' } });
    expect(deadlinesOf(caseBefore('EC', step('phase2', '2021-10-27', 'Art. 6(1)(c)')))).toMatchObject([
      { due: '2022-03-15', latest: { day: addWorkingDays('european-commission', d('2021-10-27'), 125).end } },
    ]);
  });

  it('under the HSR Act: 30 days, rolled off a weekend; 15 for a cash tender', () => {
    expect(due('FTC', step('phase1', '2025-08-01', 'HSR filing received'))).toEqual({
      'End of the waiting period': '2025-09-02',
    });
    expect(due('FTC', step('phase1', '2025-08-04', 'HSR filed, cash tender offer'))).toEqual({
      'End of the waiting period': '2025-08-19',
    });
  });

  it('after a second request no day until both have complied', () => {
    const open = caseBefore(
      'DOJ',
      step('phase1', '2025-05-01', 'HSR filed'),
      step('phase2', '2025-06-02', 'Second request'),
    );
    expect(deadlinesOf(open)[0]).toMatchObject({ due: null, why: expect.stringContaining('substantially complied') });
    expect(
      due(
        'DOJ',
        step('phase2', '2025-06-02', 'Second request'),
        step('phase2', '2025-09-03', 'Both certified substantial compliance'),
      ),
    ).toEqual({
      'End of the second waiting period': '2025-10-03',
    });
  });

  it('of the Bundeskartellamt: the in-depth period runs from the filing', () => {
    expect(due('BKartA', step('phase1', '2025-01-15', 'Anmeldung'))).toEqual({
      'End of the first phase': '2025-02-17',
    });
    expect(
      due('BKartA', step('phase1', '2025-01-15', 'Anmeldung'), step('phase2', '2025-02-14', 'Hauptprüfverfahren')),
    ).toEqual({
      'Decision in the main proceedings': '2025-06-16',
    });
  });

  it('count from the beginning of a phase, whatever steps follow in it', () => {
    const steps = [step('phase1', '2024-07-16', 'Launch'), step('phase1', '2024-07-30', 'Comments closed')];
    expect(due('CMA', ...steps)).toEqual({ 'Phase 1 decision': '2024-09-11' });
  });

  it('a filing withdrawn and made again starts a new 30 days', () => {
    const steps = [step('phase1', '2025-08-01', 'HSR filed'), step('phase1', '2025-09-03', 'Withdrawn and refiled')];
    expect(due('FTC', ...steps)).toEqual({ 'End of the waiting period': '2025-10-03' });
  });

  it('none is computed once the clock was stopped', () => {
    const stopped = caseBefore(
      'EC',
      step('phase2', '2025-01-10', 'Art. 6(1)(c)'),
      step('phase2', '2025-03-03', 'Clock stopped under Art. 11(3)'),
    );
    expect(deadlinesOf(stopped)[0]).toMatchObject({
      due: null,
      latest: null,
      why: expect.stringContaining('3 Mar 2025'),
    });
  });

  it('none for a case that has ended, a vague date or an investigation without a filing', () => {
    expect(
      deadlinesOf(caseBefore('CMA', step('phase1', '2024-07-16', 'Launch'), step('cleared', '2024-09-04', 'Cleared'))),
    ).toEqual([]);
    expect(deadlinesOf(caseBefore('EC', step('phase1', '2024-11', 'Notified')))).toEqual([]);
    expect(deadlinesOf(caseBefore('FTC', step('phase1', '2024-11-01', 'Investigation opened')))).toEqual([]);
  });

  it('the next one is the next that binds', () => {
    const pair = caseBefore('CMA', step('phase1', '2025-09-01', 'Launch of merger inquiry'));
    expect(nextDeadline(pair, d('2025-09-10'))).toMatchObject({ force: 'statutory' });
    expect(nextDeadline(pair, d('2026-01-01'))).toBeNull();
  });
});
