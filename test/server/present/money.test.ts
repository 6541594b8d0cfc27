import { describe, expect, it } from 'vitest';
import { surroundings } from '../../../server/present/citations.ts';
import { loopDrawing } from '../../../server/present/loop.ts';
import { ratioWords, recaptureRatio, sumsWords } from '../../../server/present/money.ts';
import { aPair } from '../../db/world.ts';

const money = (paid: Record<string, number>, committed: Record<string, number>) =>
  aPair({ sums: { paid, committed, ceiling: {} } });

describe('sums', () => {
  it('of two currencies stand side by side, the larger first', () =>
    expect(sumsWords({ EUR: 15e6, USD: 8e9 })).toBe('$8bn and €15m'));
  it('of nothing are nothing', () => expect([sumsWords({}), sumsWords({ USD: 0 })]).toEqual([null, null]));
});

describe('the recapture ratio', () => {
  it('is spend over money in, within one currency', () =>
    expect(recaptureRatio(money({ USD: 8e9 }, { USD: 4e9, GBP: 7e7 }))).toBe(0.5));
  it('is not known when a leg or its currency is missing', () => {
    expect([recaptureRatio(money({}, { USD: 1 })), recaptureRatio(money({ USD: 1 }, { EUR: 1 }))]).toEqual([
      null,
      null,
    ]);
  });
  it.each([
    [7.69, '7.7'],
    [8, '8.0'],
    [0.5, '0.5'],
    [0.0867, '0.087'],
  ])('%d reads %s', (ratio, text) => expect(ratioWords(ratio)).toBe(text));
});

describe('the loop', () => {
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
      'Alpha has put $5bn into Beta. Beta is to spend $10bn with Alpha. 2.0 committed for each 1 put in.',
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
