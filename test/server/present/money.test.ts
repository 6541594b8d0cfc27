import { describe, expect, it } from 'vitest';
import type { LedgerPair } from '../../../db/ledger/ledger.ts';
import type { Day, PartialDay } from '../../../model/day.ts';
import type { DealEvent, Scrutiny } from '../../../model/ledger.ts';
import { recaptureOf } from '../../../rules/loops/loop.ts';
import { agreementWords } from '../../../server/present/agreement.ts';
import { surroundings } from '../../../server/present/citations.ts';
import { figures, standfirst } from '../../../server/present/dossier.ts';
import { loopDrawing } from '../../../server/present/loop.ts';
import { tiesOn } from '../../../server/present/map-ties.ts';
import { ratioWords, recaptureWords, sumsWords } from '../../../server/present/money.ts';
import { aPair, at } from '../../db/world.ts';
import { aDeal } from '../../helpers/build.ts';

const money = (paid: Record<string, number>, committed: Record<string, number>, ceiling: Record<string, number> = {}) =>
  aPair({ deals: [aDeal('investment'), aDeal('cloud')], sums: { paid, committed, ceiling } });

describe('sums', () => {
  it('of two currencies stand side by side, the larger first', () =>
    expect(sumsWords({ EUR: 15e6, USD: 8e9 })).toBe('$8bn and €15m'));
  it('of nothing are nothing', () => expect([sumsWords({}), sumsWords({ USD: 0 })]).toEqual([null, null]));
});

describe('the recapture ratio', () => {
  it('is spend over money in, within one currency', () =>
    expect(recaptureOf(money({ USD: 8e9 }, { USD: 4e9, GBP: 7e7 }))).toMatchObject({ ratio: 0.5, atLeast: false }));
  it('is not known when a leg or its currency is missing', () => {
    expect([recaptureOf(money({}, { USD: 1 })), recaptureOf(money({ USD: 1 }, { EUR: 1 }))]).toEqual([null, null]);
  });
  it('counts sums of other currencies at the rates of their days', () => {
    const pair = { ...money({ EUR: 1e9 }, { USD: 2.2e9 }), usd: { paid: 1.1e9, committed: 2.2e9 } };
    expect(recaptureOf(pair)).toMatchObject({ ratio: 2, converted: true });
  });
  it('is a least one where only the most that may be put in is known, on every page alike', () => {
    const pair = money({}, { USD: 30e9 }, { USD: 5e9 });
    const ledger = { pair, flags: [], score: 0, band: 'none', floor: false } as unknown as LedgerPair;
    expect(recaptureWords(recaptureOf(pair) ?? { ratio: 0, atLeast: false })).toBe('at least 6.0');
    expect(figures(ledger, '2026-05-22' as Day, [])[3]).toMatchObject({ value: 'at least 6.0' });
    expect(loopDrawing(pair)?.sentence).toBe('For each $1 put in, at least $6 is to come back');
    expect(tiesOn([ledger], '2026-05-22' as Day, '2026-05-22' as Day)[0]?.recapture).toMatchObject({
      ratio: 6,
      atLeast: true,
    });
    const other = { ...money({}, { EUR: 30e9 }, { USD: 5e9 }), usd: { committed: 33e9, ceiling: 5e9 } };
    expect(recaptureOf(other)).toMatchObject({ ratio: 6.6, atLeast: true, converted: true });
  });
  it('counts what a customer puts into its supplier by what it is to spend there', () => {
    const [put, back] = [money({ USD: 1e9 }, {}), money({}, { USD: 20e9 })];
    const funds = {
      ...put,
      id: 'openai--cerebras',
      acquirer: 'OpenAI',
      target: 'Cerebras',
      deals: [aDeal('investment')],
    };
    const sells = { ...back, id: 'cerebras--openai', acquirer: 'Cerebras', target: 'OpenAI', deals: [aDeal('cloud')] };
    const ledger = { pair: funds, flags: [], score: 0, band: 'none', floor: false } as unknown as LedgerPair;
    expect(figures(ledger, '2026-05-22' as Day, [], [funds, sells])[3]).toMatchObject({ value: '20.0' });
  });
  it.each([
    [7.69, '7.7'],
    [8, '8.0'],
    [0.5, '0.5'],
    [0.0867, '0.087'],
  ])('%d reads %s', (ratio, text) => expect(ratioWords(ratio)).toBe(text));
});

describe('the loop', () => {
  it('draws no spend back where the target is not known to buy anything', () => {
    const hired = { ...money({ USD: 2e10 }, {}), deals: [aDeal('acquihire')] };
    expect(loopDrawing(hired)?.bands.map(({ label }) => label)).toEqual(['Agreed or paid: $20bn']);
    expect(loopDrawing(hired)?.name).toBe('Alpha pays $20bn for licences and people of Beta.');
    const supplied = { ...money({ USD: 2e10 }, {}), deals: [aDeal('investment'), aDeal('cloud')] };
    expect(loopDrawing(supplied)?.bands.map(({ kind }) => kind)).toEqual(['in', 'back']);
  });

  it('draws both bands to one scale, none thinner than can be seen', () => {
    const [paid, back] = loopDrawing(money({ USD: 1e9 }, { USD: 30e9 }))?.bands ?? [];
    expect([back?.height, paid?.height]).toEqual([36, 2]);
    const [more, less] = loopDrawing(money({ USD: 8e9 }, { USD: 4e9 }))?.bands ?? [];
    expect((more?.height ?? 0) / (less?.height ?? 1)).toBeCloseTo(2);
  });
  it('keeps its bands apart and inside the drawing', () => {
    const loop = loopDrawing(money({ USD: 5e9 }, { USD: 6e9 }));
    const ends = loop?.bands.map((b) => b.y + b.height) ?? [];
    expect(loop?.bands[1]?.y).toBeGreaterThan(ends[0] ?? 0);
    expect(Math.max(...ends)).toBeLessThanOrEqual(loop?.height ?? 0);
  });
  it('says its finding in words', () => {
    const loop = loopDrawing(money({ USD: 5e9 }, { USD: 10e9 }));
    expect([loop?.name, loop?.sentence]).toEqual([
      'Alpha puts $5bn into Beta. Beta is to spend $10bn with Alpha. 2.0 committed for each 1 put in.',
      'For each $1 put in, $2 is to come back',
    ]);
  });
  it('is not drawn without any sum', () => expect(loopDrawing(money({}, {}))).toBeNull());
});

describe('the surroundings of a quote', () => {
  const text = 'First here. Amazon put in $4bn in 2024. Last here.\n\nAnother paragraph.';
  const at = text.indexOf('$4bn');
  it('are its sentence and its neighbours in the paragraph, nothing lost', () => {
    expect(surroundings(text, { start: at, end: at + 4 }, 'en')).toEqual({
      before: 'First here.',
      start: 'Amazon put in ',
      marked: '$4bn',
      end: ' in 2024.',
      after: 'Last here.',
    });
  });
  it('end with the paragraph', () => {
    const last = text.indexOf('Another');
    expect(surroundings(text, { start: last, end: last + 7 }, 'en')).toMatchObject({
      before: '',
      marked: 'Another',
      after: '',
    });
  });
});

describe('whether figures fit together', () => {
  const sum = (role: 'tranche' | 'total', value: number, disputed = false): DealEvent => ({
    id: `${role}-${value}`,
    date: null,
    value,
    currency: 'USD',
    role,
    low: null,
    high: null,
    instrument: null,
    factIds: [],
    documentIds: [],
    disputedBy: disputed ? [{ documentId: 'd', value: 1, currency: 'USD', factId: 'f' }] : [],
  });
  const words = (...events: DealEvent[]) =>
    agreementWords(
      aPair({ deals: [{ id: 'x', kind: 'investment', certainty: 'done', factIds: [], events, terms: [] }] }),
    );

  it('is said of payments and the total told', () => {
    expect(words(sum('tranche', 1.25e9), sum('tranche', 2.75e9), sum('total', 4e9))).toBe(
      'The payments add up to $4bn, the largest total told.',
    );
    expect(words(sum('tranche', 2e9), sum('tranche', 4e9), sum('total', 4e9))).toBe(
      'The payments add up to $6bn; the largest total told is $4bn.',
    );
  });
  const on = (event: DealEvent, day: string): DealEvent => ({ ...event, reportedOn: day as PartialDay });

  it('leaves out of a total what was paid after it was told', () => {
    const [first, second] = [on(sum('tranche', 1e9), '2023-09-25'), on(sum('tranche', 3e9), '2024-03-27')];
    const total = on(sum('total', 4e9), '2024-03-27');
    expect(words(first, second, total, on(sum('tranche', 5e9), '2026-04-20'))).toBe(
      'Up to 27 Mar 2024 the payments add up to $4bn, the total told then; with those since, to $9bn.',
    );
  });

  it('says from what a sum is made that is more than the payments', () => {
    const paid = { ...sum('tranche', 10e9), date: '2026-04-24' as PartialDay };
    const [early, total] = [on(sum('tranche', 1e9), '2023-02-03'), on(sum('total', 3e9), '2025-03-11')];
    const deal = aDeal('investment', { events: [early, total, paid], paid: { USD: 13e9 } });
    expect(agreementWords(aPair({ deals: [deal] }))).toBe(
      'The payments told add up to $11bn; $3bn in all, told 11 Mar 2025, and the payments since come to $13bn.',
    );
  });

  it('compares what a hiring cost with its price, even a single part that is more', () => {
    const hired = (...events: DealEvent[]) => agreementWords(aPair({ deals: [aDeal('acquihire', { events })] }));
    const fee = (value: number): DealEvent => ({ ...sum('tranche', value), role: 'fee' });
    expect(hired(fee(620e6), sum('tranche', 30e6), sum('total', 650e6))).toBe(
      'The payments add up to $650m, the price told.',
    );
    expect(hired(fee(330e6), sum('total', 100e6))).toBe('The payments add up to $330m; the price told is $100m.');
    expect(hired(fee(330e6), sum('total', 400e6))).toBe('No figures contradict each other.');
  });

  it('names disputes first, and claims nothing where there is no total', () => {
    expect(words(sum('tranche', 1e9, true), sum('tranche', 1e9), sum('total', 2e9))).toContain('Sources disagree');
    expect(words(sum('tranche', 1e9))).toBe('No figures contradict each other.');
  });
});

describe('the standfirst of a dossier', () => {
  const today = '2026-05-22' as Day;
  const ledger = (scrutiny: Scrutiny[]) => ({
    pair: aPair({ scrutiny }),
    flags: [],
    score: 0,
    band: 'none' as const,
    floor: false,
    updatedAt: at(0),
    firstSeenAt: at(0),
  });
  const step = {
    date: null,
    status: 'phase1' as const,
    stage: '',
    sourceClass: 'press' as const,
    factIds: [],
    documentIds: [],
  };

  it('never says "on record" of registers that were not read', () => {
    expect(standfirst(ledger([]), today, ['CMA', 'FTC'])).toBe(
      'No step is known; the registers of CMA and FTC have not been read in time.',
    );
    expect(standfirst(ledger([]), today, [])).toBe('No step by an authority is on record.');
  });
  it('says when one outlet alone tells of a step', () => {
    const cell: Scrutiny = {
      authority: 'DOJ',
      status: 'phase1',
      asOf: null,
      source: 'reported',
      needsReview: null,
      history: [],
      proposed: [step],
    };
    expect(standfirst(ledger([cell]), today, [])).toBe('One outlet alone reports a step by DOJ.');
  });
});
