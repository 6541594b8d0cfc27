import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { closeDatabase, openDatabase, rawOf } from '../../db/open.ts';
import { temporaryFolder } from '../db/world.ts';
import { launch } from '../helpers/process.ts';

const ROUNDS = 5;

/** A folder of documents: some of the starter library's notes, and one of them twice under another name. */
function someDocuments(): string {
  const folder = temporaryFolder();
  const notes = join(projectRoot(), 'library', 'notes');
  const names = readdirSync(notes).filter((name) => /amazon-anthropic|inflection|microsoft-openai/.test(name));
  for (const name of names) writeFileSync(join(folder, name), readFileSync(join(notes, name)));
  writeFileSync(join(folder, 'again.json'), readFileSync(join(notes, names[0] as string)));
  return folder;
}

const ingest = (documents: string, database: string) => launch('cli.js', ['ingest', documents], { DATABASE: database });

async function ledgerOf(database: string): Promise<unknown> {
  const process = launch('cli.js', ['export', '--format', 'json'], { DATABASE: database });
  expect(await process.ended).toBe(0);
  return (JSON.parse(process.output()) as { pairs: unknown }).pairs;
}

async function expectWhole(database: string): Promise<void> {
  const db = await openDatabase(database);
  const raw = rawOf(db);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.exec("insert into documents_fts (documents_fts, rank) values ('integrity-check', 1)");
  const halfRead = raw.prepare(
    `select count(*) from documents d where state = 'read' and not exists (select 1 from readings r where r.document_id = d.id and r.current = 1)`,
  );
  expect(halfRead.pluck().get()).toBe(0);
  await closeDatabase(db);
}

describe('killed at any moment while taking documents in', () => {
  it('loses nothing, doubles nothing, and ends with the same ledger (D01)', { timeout: 240_000 }, async () => {
    const documents = someDocuments();
    const [calm, killed] = [join(temporaryFolder(), 'a.db'), join(temporaryFolder(), 'b.db')];
    const began = performance.now();
    expect(await ingest(documents, calm).ended).toBe(0);
    const whole = performance.now() - began;
    let deaths = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = ingest(documents, killed);
      const timer = setTimeout(() => run.child.kill('SIGKILL'), whole * (0.25 + (0.7 * round) / ROUNDS));
      if ((await run.ended) !== 0) deaths += 1;
      clearTimeout(timer);
      await expectWhole(killed);
    }
    expect(deaths).toBeGreaterThan(0);
    expect(await ingest(documents, killed).ended).toBe(0);
    await expectWhole(killed);
    expect(await ledgerOf(killed)).toEqual(await ledgerOf(calm));
  });
});

describe('two processes that write to one file', () => {
  it('wait for each other and lose nothing (D07)', { timeout: 300_000 }, async () => {
    const documents = someDocuments();
    const [calm, shared] = [join(temporaryFolder(), 'a.db'), join(temporaryFolder(), 'b.db')];
    expect(await ingest(documents, calm).ended).toBe(0);
    const both = [ingest(documents, shared), ingest(documents, shared)];
    expect(await Promise.all(both.map((run) => run.ended))).toEqual([0, 0]);
    await expectWhole(shared);
    expect(await ledgerOf(shared)).toEqual(await ledgerOf(calm));
  });
});
