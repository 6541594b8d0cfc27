import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../cli/index.ts';
import { type Config, readConfig } from '../../config.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { passwordMatches } from '../../db/people/passwords.ts';
import { findUserByEmail } from '../../db/people/users.ts';
import { temporaryFolder } from '../db/world.ts';

let folder: string;
let config: Config;
beforeEach(() => {
  folder = temporaryFolder();
  config = { ...readConfig({}), DATABASE: join(folder, 'test.db') };
});

interface Outcome {
  status: number;
  out: string;
  err: string;
}

/** Runs a command as the command line does, with its own streams. */
async function run(name: string, args: string[], input = ''): Promise<Outcome> {
  const written = { out: '', err: '' };
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[key] += String(chunk);
        done();
      },
    });
  const command = commands.find((one) => one.name === name);
  const io = { stdout: into('out'), stderr: into('err'), stdin: Readable.from(input ? [input] : []) };
  const status = (await command?.run(args, io, config)) ?? -1;
  return { status, ...written };
}

const RECORD = {
  id: 'alpha-beta',
  acquirer: 'Microsoft',
  target: 'Beta Models',
  kind: 'investment',
  kinds: ['investment', 'cloud'],
  certainty: 'done',
  layer: 'model',
  events: [
    { date: '2024-03', value: 2e9, currency: 'USD', role: 'tranche', instrument: 'convertible', note: 'First part' },
    { date: null, value: 5e9, currency: 'USD', role: 'ceiling', instrument: '', note: '' },
  ],
  cloud_commitments: [{ value: 4e9, currency: 'USD', date: '2024-03-01', note: 'over five years' }],
  people: [],
  rights: ['exclusive cloud provider', 'board observer'],
  scrutiny: [
    {
      authority: 'CMA',
      status: 'phase1',
      opened: '2024-05-01',
      decided: '',
      outcome: 'Phase 1 inquiry',
      url: 'https://www.gov.uk/cma-cases/example',
    },
  ],
};

async function importRecord(): Promise<void> {
  writeFileSync(join(folder, 'ledger.json'), JSON.stringify([RECORD]));
  expect((await run('import', [join(folder, 'ledger.json')])).status).toBe(0);
}

interface Exported {
  pairs: {
    acquirer: string;
    sums: object;
    flags: { rule: string; documents: string[] }[];
    scrutiny: { authority: string; status: string; source: string }[];
    deals: { kind: string; events: { value: number; documents: string[] }[] }[];
  }[];
}

describe('import and export', () => {
  it('give back what was taken in, each figure with its document', async () => {
    await importRecord();
    const { pairs } = JSON.parse((await run('export', ['--format', 'json'])).out) as Exported;
    expect(pairs).toHaveLength(1);
    const [pair] = pairs;
    expect(pair).toMatchObject({ acquirer: 'Microsoft', target: 'Beta Models', layer: null });
    expect(pair?.sums).toEqual({ paid: { USD: 2e9 }, committed: { USD: 4e9 }, ceiling: { USD: 5e9 } });
    expect(pair?.scrutiny).toMatchObject([{ authority: 'CMA', status: 'phase1', source: 'filing' }]);
    expect(pair?.flags.map((flag) => flag.rule)).toEqual(expect.arrayContaining(['round-trip', 'exclusivity']));
    for (const flag of pair?.flags ?? []) expect(flag.documents, flag.rule).not.toEqual([]);
    for (const event of pair?.deals.flatMap((deal) => deal.events) ?? []) expect(event.documents).toHaveLength(1);
    const csv = await run('export', ['--format', 'csv', '--table', 'flags']);
    expect(csv.out).toContain('Microsoft,Beta Models,Cloud-spend round-tripping');
  });

  it('take the same file twice as once', async () => {
    await importRecord();
    const before = (JSON.parse((await run('export', [])).out) as Exported).pairs;
    await importRecord();
    expect((JSON.parse((await run('export', [])).out) as Exported).pairs).toEqual(before);
  });

  it('say what they cannot use', async () => {
    await expect(run('export', ['--format', 'xml'])).rejects.toThrow(/--format json\|csv/);
    await expect(run('import', [join(folder, 'none.json')])).rejects.toThrow(/cannot be read/);
    writeFileSync(join(folder, 'bad.json'), '[{"id":"x"}]');
    await expect(run('import', [join(folder, 'bad.json')])).rejects.toThrow(/acquirer/);
  });
});

describe('ingest', () => {
  it('stores what it can, says what it cannot, and ends with 1 then', async () => {
    const documents = join(folder, 'in');
    mkdirSync(documents);
    const good = {
      title: 'News',
      text: 'Microsoft has invested $2 billion in Beta Models, an AI start-up.',
      published: '2024-03-01',
    };
    writeFileSync(join(documents, 'good.json'), JSON.stringify({ ...good, inspired_by: 'https://news.example/a' }));
    writeFileSync(join(documents, 'two.json'), JSON.stringify([{ ...good, text: 'Nothing here.' }, { text: '' }]));
    writeFileSync(join(documents, 'bad.json'), '{"title":');
    writeFileSync(join(documents, 'odd.json'), '{"title":5}');
    writeFileSync(join(documents, 'ignored.bin'), 'x');
    const first = await run('ingest', [documents]);
    expect(first.status).toBe(1);
    expect(first.err).toMatch(/bad\.json: It is not JSON[\s\S]*odd\.json: It is not a document/);
    expect(first.out).toMatch(/^3 documents stored, 0 known before, 2 files could not be used\./);
    expect((await run('ingest', [join(documents, 'good.json')])).out).toMatch(/^0 documents stored, 1 known before/);
    await expect(run('ingest', [])).rejects.toThrow(/Name files/);
    await expect(run('ingest', [join(folder, 'nowhere')])).rejects.toThrow(/no file or folder/);
  });
});

describe('rebuild', () => {
  it('comes out identical', async () => {
    await importRecord();
    expect(await run('rebuild', [])).toEqual({ status: 0, out: 'Rebuilt 1 pairs: identical.\n', err: '' });
  });

  it('says so when it does not', async () => {
    await importRecord();
    const raw = new BetterSqlite3(config.DATABASE);
    raw.exec('update pairs set score = 99');
    raw.close();
    expect((await run('rebuild', [])).out).toBe(
      'Rebuilt: 1 of 1 pairs are not as they were before.\n  microsoft--beta-models\n',
    );
    expect((await run('rebuild', [])).out).toContain('identical');
  });
});

describe('backup and restore', () => {
  it('bring everything back, and keep what was there', async () => {
    await importRecord();
    const file = join(folder, 'backups', 'one.db');
    expect((await run('backup', [file])).out).toMatch(/one\.db: 1 documents, 0 decisions, .*whole\.\n$/);
    await expect(run('backup', [file])).rejects.toThrow(/exists already/);
    await run('user', ['add', 'a@example.org', 'Test Analyst', 'viewer'], 'correct horse battery\n');
    const restored = await run('restore', [file]);
    expect(restored.out).toMatch(/now holds 1 documents[\s\S]*What was there before is in .*before-restore-1\./);
    expect((await run('user', ['list'])).out).toBe('');
    config = { ...config, DATABASE: `${config.DATABASE}.before-restore-1` };
    expect((await run('user', ['list'])).out).toContain('a@example.org');
  });

  it('touch nothing when the backup is no good', async () => {
    await importRecord();
    const bad = join(folder, 'bad.db');
    writeFileSync(bad, 'x'.repeat(8192));
    await expect(run('restore', [bad])).rejects.toThrow(/is no backup of Dealwatch/);
    await run('backup', [join(folder, 'cut.db')]);
    const { truncateSync } = await import('node:fs');
    truncateSync(join(folder, 'cut.db'), 40_960);
    await expect(run('restore', [join(folder, 'cut.db')])).rejects.toThrow(/damaged|no backup/);
    await expect(run('restore', [join(folder, 'none.db')])).rejects.toThrow(/There is no file/);
    expect((JSON.parse((await run('export', [])).out) as Exported).pairs).toHaveLength(1);
    expect(existsSync(`${config.DATABASE}.before-restore-1`)).toBe(false);
  });

  it('wait until nobody serves the database', async () => {
    await importRecord();
    await run('backup', [join(folder, 'one.db')]);
    const db = await openDatabase(config.DATABASE, { serving: true });
    await expect(run('restore', [join(folder, 'one.db')])).rejects.toThrow(/in use by another Dealwatch/);
    await closeDatabase(db);
    expect((await run('restore', [join(folder, 'one.db')])).status).toBe(0);
  });
});

describe('user', () => {
  it('adds, lists, gives a new password and shuts out', async () => {
    await run('user', ['add', 'a@example.org', 'Test Analyst', 'admin'], 'correct horse battery\nmore');
    await expect(run('user', ['add', 'A@example.org', 'Other', 'viewer'], 'correct horse battery')).rejects.toThrow(
      /already signs in/,
    );
    await run('user', ['password', 'a@example.org'], 'another long password');
    await run('user', ['disable', 'a@example.org']);
    expect((await run('user', ['list'])).out).toBe('a@example.org\tTest Analyst\tadmin\tdisabled\n');
    const db = await openDatabase(config.DATABASE);
    const user = await findUserByEmail(db, 'a@example.org');
    expect(await passwordMatches('another long password', user?.passwordHash ?? null)).toBe(true);
    expect(await passwordMatches('correct horse battery', user?.passwordHash ?? null)).toBe(false);
    await closeDatabase(db);
  });

  it('refuses what cannot be', async () => {
    await expect(run('user', ['add', 'a@example.org', 'Test Analyst', 'admin'], 'short')).rejects.toThrow(/12 to 256/);
    await expect(run('user', ['add', 'a@example.org', 'Test Analyst', 'king'], 'x')).rejects.toThrow(/viewer\|analyst/);
    await expect(run('user', ['add', 'nobody', 'Test Analyst', 'admin'], 'x')).rejects.toThrow(/no mail address/);
    await expect(run('user', ['password', 'b@example.org'], 'correct horse battery')).rejects.toThrow(
      /Nobody signs in/,
    );
    await expect(run('user', [])).rejects.toThrow(/setup-link/);
  });

  it('prints a link for a first account', async () => {
    expect((await run('user', ['setup-link'])).out).toMatch(/http:\/\/127\.0\.0\.1:3000\/setup\?token=[\w-]{43}\n$/);
  });
});

describe('job', () => {
  it('runs one by name and knows no other', async () => {
    expect(await run('job', ['prune'])).toMatchObject({ status: 0, out: 'prune: 0 runs, 0 sessions\n' });
    await expect(run('job', ['sweep'])).rejects.toThrow(/There is no job "sweep"/);
  });
});
