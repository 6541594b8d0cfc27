import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../model/day.ts';
import type { Deadline } from '../../model/deadline.ts';
import { deadlinesIcs } from '../../reports/deadlines-ics.ts';

const now = '2026-05-22T08:00:00.000Z' as Instant;

function aDeadline(change: Partial<Deadline> = {}): Deadline {
  const basis = {
    law: 'Enterprise Act 2002, s. 34ZA(3)',
    startedBy: 'launch of the inquiry; a\r\nBEGIN:VEVENT',
    start: '2026-04-01' as Day,
    length: 40,
    unit: 'working days' as const,
    calendar: 'england-wales' as const,
    holidays: [],
  };
  return {
    id: 'alpha--beta CMA phase1 2026-04-01',
    pairId: 'alpha--beta',
    acquirer: 'Alpha, Inc; "A"',
    target: 'Beta',
    authority: 'CMA',
    label: 'Phase 1 decision',
    force: 'statutory',
    due: '2026-06-01' as Day,
    why: null,
    latest: null,
    basis,
    factIds: [],
    ...change,
  };
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('deadlines as a calendar', () => {
  it('are whole days with a stable id, whatever stands in a name', () => {
    const text = deadlinesIcs([aDeadline(), aDeadline({ id: 'two', due: null })], 'Mine', now, 'https://d.example');
    const events = eventsIn(text);
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.startDate.toString()).toBe('2026-06-01');
    expect(event?.endDate.toString()).toBe('2026-06-02');
    expect(event?.summary).toBe('CMA: Phase 1 decision, Alpha, Inc; "A" → Beta (statutory)');
    expect(event?.uid).toBe('alpha--beta-CMA-phase1-2026-04-01@dealwatch');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(deadlinesIcs([aDeadline()], 'Mine', now, 'https://d.example')).toBe(
      deadlinesIcs([aDeadline()], 'Mine', now, 'https://d.example'),
    );
  });
});
