import { readDocument } from '../extract/index.ts';
import type { Bench, Row } from './bench.ts';
import { longTexts } from './long-texts.ts';
import { processorSeconds } from './measure.ts';

const SMALL = 100_000;
const LARGE = 1_000_000;
/** Shorter than this, in seconds, the processor's own moods are what is measured. */
const LEAST = 0.2;

/**
 * Texts of a million characters, real and of the shapes that tempt a reader into quadratic work, each beside ten times
 * what a tenth of it takes in the same run: 1 where time grows in step with the length.
 */
const bench: Bench = {
  about: '1 MB of text of many shapes, and whether time grows in step with length',
  async run() {
    const [small, large] = [longTexts(SMALL), longTexts(LARGE)];
    for (let round = 0; round < 3; round += 1) read(small.get('articles, one after another') ?? '');
    const rows: Row[] = [];
    for (const [name, text] of large) rows.push(await growthRow(name, small.get(name) ?? '', text));
    const slowest = Math.max(...rows.map((row) => row.ours));
    const promise = { kind: 'most', value: 1, of: 'ours' } as const;
    return [...rows, { what: 'slowest of these', unit: 's', ours: slowest, peer: null, limit: promise }];
  },
};
export default bench;

async function growthRow(what: string, short: string, long: string): Promise<Row> {
  const times = [await processorSeconds(() => read(short)), await processorSeconds(() => read(short))];
  const ours = await processorSeconds(() => read(long));
  const value = (Math.min(...times) * LARGE) / SMALL;
  const limit = ours > LEAST ? ({ kind: 'most', value: 2, of: 'ratio' } as const) : null;
  return { what, unit: 's', ours, peer: { name: 'ten times 100 kB', value }, limit };
}

function read(text: string): void {
  readDocument({ title: '', text, published: null, language: 'en' });
}
