import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { dealsCsv } from '../../reports/deals-csv.ts';
import { flagsCsv } from '../../reports/flags-csv.ts';
import { csv, safeCell } from '../../reports/spreadsheet.ts';
import { anEntry } from './entry.ts';

const asOf = '2026-05-22T08:00:00.000Z' as Instant;

describe('cells', () => {
  it.each([
    '=1+1',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '";=cmd',
    "'=cmd",
    '|calc',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    ' =1',
    '\0=1',
  ])('defuse %j', (text) => expect(String(safeCell(text)).startsWith("'")).toBe(true));
  it.each(['Amazon', 'Run:ai', '$4bn', 'Weights & Biases', 'a - b', ''])('leave %j as it is', (text) =>
    expect(safeCell(text)).toBe(text),
  );
  it('keep negative numbers numbers', () =>
    expect(csv(['n'], [[-5], [1.25e9]])).toBe('\uFEFFn\r\n-5\r\n1250000000\r\n'));
  it('never let a cell begin as a formula', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^[=+\-@\t\r]/.test(String(safeCell(text)))));
  });
});

describe('deals as CSV', () => {
  it('has a line for each sum and one for a deal without a sum, each with its sources', () => {
    const lines = dealsCsv([anEntry()], asOf).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('2023-09,4000000000');
    expect(lines[1]).toContain('https://news.example/amazon');
    expect(lines[3]).toMatch(/^Amazon,Anthropic,Cloud or chip supply,done,,,/);
  });
  it('says how sure and how exact each sum is, and when one without a date was first told', () => {
    const entry = anEntry();
    const [deal] = entry.pair.deals;
    const [event] = deal?.events ?? [];
    Object.assign(event ?? {}, {
      date: null,
      reportedOn: '2024-02-03',
      certainty: 'reported',
      hedge: 'about',
      instrument: 'convertible',
    });
    const [, line] = dealsCsv([entry], asOf).split('\r\n');
    expect(line).toMatch(/^Amazon,Anthropic,Investment,reported,,4000000000,.*,2024-02-03,about,convertible$/);
  });
  it('defuses names that come from pages', () => {
    expect(dealsCsv([anEntry({ pair: { target: '=cmd|calc' } })], asOf)).toContain(",'=cmd|calc,");
  });
});

describe('flags as CSV', () => {
  it('says why, what speaks for and against, what is missing, and which documents prove it', () => {
    const [, line] = flagsCsv([anEntry()], asOf).trimEnd().split('\r\n');
    for (const part of [
      'ratio 0.5',
      'Amazon put in $8bn.',
      'several providers',
      'conditional',
      'https://news.example/amazon https://authority.example/case',
    ]) {
      expect(line).toContain(part);
    }
  });
  it('carries the decision, its reason and who took it', () => {
    const latest = {
      id: 1,
      pairId: 'amazon--anthropic',
      rule: 'round-trip' as const,
      action: 'dismiss' as const,
      reason: 'talks_only' as const,
      note: 'Only talks, see page 2',
      evidenceHash: 'x',
      userId: 1,
      userName: 'Test Analyst',
      at: asOf,
    };
    const text = flagsCsv([anEntry({ flag: { latest, state: 'dismissed' } })], asOf);
    expect(text).toContain(
      'Dismissed,Test Analyst,2026-05-22T08:00:00.000Z,"Talks only, nothing agreed","Only talks, see page 2"',
    );
  });
  it('is only its head when there is nothing', () =>
    expect(flagsCsv([], asOf).trimEnd().split('\r\n')).toHaveLength(1));
});
