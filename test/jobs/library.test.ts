import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { listDocuments } from '../../db/documents/document-list.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import { listRuns } from '../../db/runs.ts';
import { loadStarterLibrary } from '../../jobs/library.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { aContext } from './world.ts';

const NOTE = {
  id: 'one',
  lang: 'en',
  published: '2024-03-27',
  publisher: 'Example News',
  sourceClass: 'press',
  url: 'https://news.example/one',
  title: 'A deal',
  text: 'Alpha puts $2bn into Beta.',
  gold: {
    relevant: true,
    deals: [{ kind: 'acquisition', acquirer: 'Omega', target: 'Psi', certainty: 'done', amounts: [] }],
  },
};

let context: Context;
let notes: string;
const write = (name: string, note: unknown) =>
  writeFileSync(join(notes, name), typeof note === 'string' ? note : JSON.stringify(note));

beforeEach(async () => {
  const root = temporaryFolder();
  notes = join(root, 'library', 'notes');
  mkdirSync(notes, { recursive: true });
  const plain = aContext(await temporaryDatabase());
  context = { ...plain, config: { ...plain.config, root } };
});

const stored = async () => (await listDocuments(context.db, { page: 1, pageSize: 99 })).rows;

describe('the starter library', () => {
  it('is stored once, and read like any other document', async () => {
    write('one.json', NOTE);
    write('two.json', { ...NOTE, url: 'https://news.example/two', text: 'Gamma puts $1bn into Delta.' });
    expect(await loadStarterLibrary(context)).toBe(2);
    expect(await loadStarterLibrary(context)).toBe(0);
    await takeThrough(context);
    expect((await stored()).map((row) => [row.state, row.publisher, row.sourceId])).toEqual([
      ['read', 'Example News', null],
      ['read', 'Example News', null],
    ]);
    expect((await getPair(context.db, 'alpha--beta'))?.pair.sums.paid).toEqual({ USD: 2e9 });
  });

  it('gives the reader the text alone, never what the note says should be found', async () => {
    write('one.json', NOTE);
    await loadStarterLibrary(context);
    await takeThrough(context);
    expect(await getPair(context.db, 'omega--psi')).toBeNull();
    const tables = JSON.stringify(await stored());
    expect(tables).not.toContain('gold');
  });

  it('takes in what a new version adds', async () => {
    write('one.json', NOTE);
    await loadStarterLibrary(context);
    write('two.json', { ...NOTE, url: 'https://news.example/two', text: 'Gamma puts $1bn into Delta.' });
    expect(await loadStarterLibrary(context)).toBe(1);
    expect(await stored()).toHaveLength(2);
  });

  it('goes without a note that cannot be used, and says which and why', async () => {
    write('bad.json', '{"title":');
    write('odd.json', { ...NOTE, url: 'javascript:alert(1)' });
    write('undated.json', { ...NOTE, published: '2024-02-30' });
    write('one.json', NOTE);
    expect(await loadStarterLibrary(context)).toBe(1);
    const [run] = await listRuns(context.db, { job: 'library', limit: 1 });
    expect(run?.warnings.map((warning) => /notes\/(\w+)\.json/.exec(warning)?.[1])).toEqual(['bad', 'odd', 'undated']);
  });
});
