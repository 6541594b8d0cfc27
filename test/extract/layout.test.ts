import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../extract/index.ts';
import { cellAt, fillsCell, layoutOf } from '../../extract/text/layout.ts';
import type { Unit } from '../../extract/unit.ts';
import type { PartialDay } from '../../model/day.ts';

const read = (text: string) =>
  unitsOf({ title: '', text, published: '2025-03-03' as PartialDay, language: 'en' }).units;
const first = (text: string) => read(text)[0] as Unit;

describe('the layout of a line', () => {
  it.each([
    ['Purchases by Salesforce', 'heading'],
    ['Who has paid for Larkspur AI?', 'question'],
    ['Larkspur AI | Leeds | Nvidia | 2024', 'row'],
    ['Larkspur AI; Leeds; Nvidia; 2024', 'row'],
    ['• Larkspur AI, Leeds.', 'entry'],
    ['2019 – Larkspur AI, bought in spring.', 'entry'],
    ['Qualcomm Ventures: Larkspur AI, Sedgemoor AI.', 'label'],
    ['Nvidia has put money into Larkspur AI, a young firm in Leeds that builds robots for orchards.', 'prose'],
  ])('%s: %s', (text, shape) => {
    expect(layoutOf(first(text)).shape).toBe(shape);
  });

  it('knows which sentences begin and end a line', () => {
    const units = read('A first sentence. A second one.\n\nAnother line.');
    expect(units.map((u) => [u.opens, u.closes])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('counts cells from the left', () => {
    const { text, ...unit } = first('Larkspur AI | Leeds | Nvidia');
    const layout = layoutOf({ text, ...unit });
    expect(['Larkspur', 'Leeds', 'Nvidia'].map((word) => cellAt(layout, text.indexOf(word)))).toEqual([0, 1, 2]);
  });

  it('finds no label in a clock, an address or a long opening', () => {
    for (const text of ['At 10:30 Nvidia spoke.', 'See https://example.org for more about Nvidia.'])
      expect(layoutOf(first(text)).labelEnd).toBe(0);
  });
});

describe('a place of its own in a line', () => {
  const fills = (text: string, name: string) => {
    const unit = first(text);
    const words = name.split(' ').length;
    const from = unit.tokens.findIndex((t) => t.text === name.split(' ')[0]);
    return fillsCell(unit, from, from + words);
  };

  it.each([
    ['Cisco Investments: Larkspur, Sedgemoor, Fenwick.', 'Sedgemoor'],
    ['Larkspur | Leeds | Nvidia', 'Larkspur'],
    ['• Fenwick, Porto.', 'Fenwick'],
    ['Cisco Investments: Larkspur and Fenwick', 'Fenwick'],
  ])('%s: %s has one', (text, name) => {
    expect(fills(text, name)).toBe(true);
  });

  it.each([
    [
      'Nvidia, Fenwick, and others were at the fair in Hanover, and all of them spoke about robots for orchards.',
      'Fenwick',
    ],
    ['• Fenwick raised money in Porto.', 'Fenwick'],
    ['Larkspur Road | Leeds | Nvidia', 'Larkspur'],
  ])('%s: %s has none', (text, name) => {
    expect(fills(text, name)).toBe(false);
  });
});
