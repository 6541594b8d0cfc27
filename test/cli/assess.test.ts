import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { assessCommand as assess } from '../../cli/assess.ts';
import { type Config, readConfig } from '../../config.ts';
import { saveSettings } from '../../db/ledger/rule-settings.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { AS_SHIPPED } from '../../model/rule-settings.ts';
import { RULES_VERSION } from '../../rules/index.ts';
import { at, aUser } from '../db/world.ts';

const bn = 1_000_000_000;
const loop = {
  id: 'loop',
  acquirer: 'Amazon',
  target: 'Anthropic',
  kind: 'investment',
  kinds: ['cloud', 'investment'],
  certainty: 'done',
  layer: 'model',
  events: [{ date: '2024-03-27', value: 8 * bn, currency: 'USD', role: 'total', instrument: '', note: '' }],
  cloud_commitments: [{ date: '2024-03-27', value: 4 * bn, currency: 'USD', note: '' }],
};
const quiet = {
  id: 'quiet',
  acquirer: 'Adobe',
  target: 'Example AI',
  kind: 'acquisition',
  certainty: 'done',
  layer: 'application',
};

async function run(args: string[], input = '', config = {} as Config): Promise<{ status: number; lines: unknown[] }> {
  const stdout = new PassThrough();
  const io = { stdout, stderr: new PassThrough(), stdin: Readable.from([Buffer.from(input)]) };
  const status = await assess.run(args, io, config);
  const text = String(stdout.read() ?? '');
  return {
    status,
    lines: text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('assess', () => {
  it('prints one line for each record, in order, with flags, score and band', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'assess-')), 'ledger.json');
    await writeFile(file, JSON.stringify([loop, quiet]));
    const { status, lines } = await run([file]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      {
        id: 'loop',
        flags: [
          {
            rule: 'round-trip',
            severity: 2,
            why: 'Amazon puts $8bn into Anthropic, $4bn back: ratio 0.5',
            missing: ['Is the money conditional on the spend?'],
          },
          { rule: 'cross-holding', severity: 2, why: 'Amazon invests in its rival Anthropic' },
        ],
      },
      { id: 'quiet', flags: [], score: 0, band: 'none' },
    ]);
    expect(Object.keys(lines[0] as object)).toEqual(['id', 'flags', 'score', 'band']);
  });

  it('reads standard input', async () => {
    expect((await run(['-'], JSON.stringify([quiet]))).lines).toHaveLength(1);
  });

  it('says how far it agrees with an expert, also under each version of the settings', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assess-'));
    const [ledger, labels] = [join(folder, 'ledger.json'), join(folder, 'labels.json')];
    await writeFile(ledger, JSON.stringify([loop, quiet]));
    const said = { heuristics: ['round-trip', 'cross-holding'], control: false };
    await writeFile(labels, JSON.stringify({ loop: said, quiet: { heuristics: [], control: true } }));
    const all = (lines: unknown[]) => lines.filter((line) => (line as { rule: string }).rule === 'all');
    expect(all((await run([ledger, '--labels', labels])).lines)).toMatchObject([{ f1: 1, extra: [], missed: [] }]);

    const DATABASE = join(folder, 'test.db');
    const db = await openDatabase(DATABASE);
    const { id } = await aUser(db);
    await saveSettings(db, { ...AS_SHIPPED, off: ['cross-holding'] }, 'Too many', id, at(0));
    await closeDatabase(db);
    const { lines } = await run([ledger, '--labels', labels, '--versions'], '', { ...readConfig({}), DATABASE });
    expect(all(lines)).toMatchObject([
      { version: `${RULES_VERSION}.0`, since: null, f1: 1 },
      { version: `${RULES_VERSION}.1`, since: at(0), missed: ['loop'], precision: 1, recall: 0.5 },
    ]);
  });

  it('gives the same answer twice', async () => {
    const text = JSON.stringify([loop, quiet]);
    expect(await run(['-'], text)).toEqual(await run(['-'], text));
  });

  it.each([
    [[], '', /Name one ledger file/],
    [['/nowhere/ledger.json'], '', /cannot be read/],
    [['-'], '[', /not JSON/],
    [['-'], '{"deals":[]}', /array of deal records/],
  ])('refuses %j with a sentence', async (args, input, sentence) => {
    await expect(run(args, input)).rejects.toThrow(sentence);
  });
});
