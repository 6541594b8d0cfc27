import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import { Occurrences } from '../../extract/scrutiny/occurrences.ts';
import { PairList } from '../../extract/scrutiny/pair-list.ts';
import { moneyTokens } from '../../extract/text/text-tokens.ts';
import { partlyRead } from '../../jobs/read.ts';
import { readInFullTo } from '../../model/reading.ts';

/** A name of its own for each number. */
const firmOf = (i: number) =>
  `Zor${[...i.toString(26)].map((c) => String.fromCharCode(97 + Number.parseInt(c, 26))).join('')}vex`;

const CASES = 120;

describe('pages that tell of many cases', () => {
  it('reads the last of them as it reads the first', () => {
    const text = Array.from(
      { length: CASES },
      (_, i) => `The CMA has opened a Phase 1 inquiry into Microsoft's acquisition of the AI start-up ${firmOf(i)}.`,
    ).join('\n\n');
    const { scrutiny } = readDocument({ title: '', text, published: null, language: 'en' });
    const told = new Set(scrutiny.filter((s) => s.authority === 'CMA').map((s) => s.target));
    for (const i of [0, 1, 60, CASES - 2, CASES - 1]) expect(told, firmOf(i)).toContain(firmOf(i));
    expect(scrutiny.every((s) => s.status === 'phase1')).toBe(true);
  });
});

describe('pages that tell of very many deals', () => {
  const read = (text: string) => readDocument({ title: '', text, published: null, language: 'en' });
  const tell = (buyers: string, many: number) =>
    Array.from({ length: many }, (_, i) => `${buyers} invested in the AI start-up ${firmOf(i)}.`).join(' ');

  it('are read beyond the two hundredth name', () => {
    const reading = read(tell('Amazon has', 230));
    const told = new Set(reading.deals.map((d) => d.target));
    for (const i of [0, 205, 229]) expect(told, firmOf(i)).toContain(firmOf(i));
    expect(reading.readTo).toBe(undefined);
    expect(partlyRead(reading, '')).toBe(null);
  });

  it('say as far as where they were read in full', () => {
    const text = tell('Amazon, Google, Nvidia and Microsoft have', 350);
    const reading = read(text);
    const place = readInFullTo(reading, text);
    expect(place).toMatch(/^Amazon, Google, Nvidia and Microsoft have invested/);
    expect(partlyRead(reading, text)).toContain(`as far as “${place} …”`);
    const before = text.slice(0, reading.readTo).split('. ').length - 2;
    expect(reading.deals.map((d) => d.target)).toContain(firmOf(before));
  });
});

describe('a list of pairs', () => {
  const [a, b, c] = [
    { acquirer: 'Amazon', target: 'Anthropic' },
    { acquirer: 'Google', target: 'Anthropic' },
    { acquirer: 'Amazon', target: 'Covariant' },
  ];
  const list = new PairList([a, b, c, a]);

  it('holds each once, in the order in which they were met', () => {
    expect(list.all).toEqual([a, b, c]);
    expect(list.has({ ...b })).toBe(true);
    expect(list.has({ acquirer: 'Google', target: 'Covariant' })).toBe(false);
  });

  it('finds those whose two parties are named', () => {
    expect(list.among(new Set(['Anthropic', 'Amazon', 'Google']))).toEqual([a, b]);
    expect(list.among(new Set(['Anthropic', 'Covariant']))).toEqual([]);
  });

  it('says which was met last, and which is the only one of a firm', () => {
    expect(list.last()).toEqual(a);
    expect(list.last('target', 'Anthropic')).toEqual(a);
    expect(list.last('acquirer', 'Google')).toEqual(b);
    expect(list.soleOf(new Set(['Google']))).toEqual(b);
    expect(list.soleOf(new Set(['Amazon']))).toBe(null);
  });
});

describe('where names stand', () => {
  const text = 'Tordo bought Merlo Reti. Merlo said so; Merloni did not.';
  const occurrences = new Occurrences(text, moneyTokens(text));

  it('finds a name by its first word, and no other word that begins alike', () => {
    expect(occurrences.of('Merlo')).toEqual([13, 25]);
    expect(occurrences.of('Merlo Reti')).toEqual([13]);
    expect(occurrences.of('Passero')).toEqual([]);
  });
});
