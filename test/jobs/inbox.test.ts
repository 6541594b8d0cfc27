import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { inbox, readInbox } from '../../jobs/inbox.ts';
import type { JobRun } from '../../jobs/job.ts';
import { temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { docx } from '../helpers/zip.ts';
import { aContext } from './world.ts';

const STORY = 'Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday in Paris. ';

async function world() {
  const folder = temporaryFolder();
  const INBOX = join(folder, 'inbox');
  mkdirSync(INBOX);
  const db = await temporaryDatabase();
  const context = aContext(db, { config: { ...readConfig({}), DATABASE: ':memory:', INBOX } });
  const put = (name: string, content: string | Buffer, secondsAgo = 60) => {
    writeFileSync(join(INBOX, name), content);
    const time = Date.parse(context.now()) / 1000 - secondsAgo;
    utimesSync(join(INBOX, name), time, time);
  };
  const run = async () => {
    const warnings: string[] = [];
    const job: JobRun = { signal: new AbortController().signal, warn: (sentence) => warnings.push(sentence) };
    return { counts: await readInbox(context, job), warnings };
  };
  return { db, context, INBOX, put, run };
}

it('makes documents of files, keeps the files, and puts aside with a reason what it cannot read', async () => {
  const { db, INBOX, put, run } = await world();
  put('a.docx', docx('A stake', [STORY]));
  put('b.txt', `A note\n\n${STORY}${STORY}`);
  put('c.pdf', '%PDF-1.7 broken');
  put('picture.png', 'no document');
  const outcome = await run();
  expect(outcome.counts).toMatchObject({ documents: 2, unreadable: 1 });
  expect(outcome.warnings[0]).toMatch(/^c\.pdf: The PDF is broken/);
  const stored = await db
    .selectFrom('documents')
    .select(['title', 'publisher', 'state', 'source_id'])
    .orderBy('title')
    .execute();
  expect(stored).toEqual([
    { title: 'A note', publisher: 'Unknown publisher', state: 'fetched', source_id: null },
    { title: 'A stake', publisher: 'Unknown publisher', state: 'fetched', source_id: null },
  ]);
  expect(readdirSync(INBOX).sort()).toEqual(['done', 'picture.png', 'unreadable']);
  expect(readdirSync(join(INBOX, 'done')).sort()).toEqual(['a.docx', 'b.txt']);
  expect(readFileSync(join(INBOX, 'unreadable', 'c.pdf.reason.txt'), 'utf8')).toMatch(/broken/);
});

it('waits for a file that is still being written, follows no link, and overwrites no earlier file', async () => {
  const { context, INBOX, put, run } = await world();
  put('fresh.txt', `A note\n\n${STORY}`, 1);
  symlinkSync('/etc/hostname', join(INBOX, 'link.txt'));
  expect(await inbox.hasWork?.(context)).toBe(false);
  put('a.txt', `A note\n\n${STORY}`);
  expect((await run()).counts).toMatchObject({ documents: 1 });
  put('a.txt', `A note\n\n${STORY}`);
  expect((await run()).counts).toMatchObject({ documents: 0, known: 1 });
  expect(readdirSync(join(INBOX, 'done'))).toHaveLength(2);
});

it('does nothing without a folder', async () => {
  const { context } = await world();
  expect(await inbox.hasWork?.({ ...context, config: { ...context.config, INBOX: '/nowhere/inbox' } })).toBe(false);
  expect(await inbox.hasWork?.({ ...context, config: { ...context.config, INBOX: '' } })).toBe(false);
});
