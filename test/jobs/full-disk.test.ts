import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../db/documents/document-list.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { syncJobs } from '../../db/jobs.ts';
import { rawOf } from '../../db/open.ts';
import type { Job } from '../../jobs/job.ts';
import { runDueJobs } from '../../jobs/tick.ts';
import { aDocument, temporaryDatabase } from '../db/world.ts';
import { aClock, aContext } from './world.ts';

describe('a full disk', () => {
  it('fails the run in words, harms nothing that is stored, and is over when there is room (D03)', async () => {
    const db = await temporaryDatabase();
    const clock = aClock();
    let stored = 0;
    const job: Job = {
      name: 'fill',
      about: 'Stores documents.',
      everySeconds: 60,
      limitSeconds: 60,
      run: async () => {
        for (let i = 0; i < 20; i += 1) {
          const text = `Document ${stored} says ${'many different things '.repeat(200)}${stored}`;
          await saveDocument(db, aDocument({ text, url: `https://a.example/${stored}` }));
          stored += 1;
        }
        return { stored };
      },
    };
    await syncJobs(db, [job], clock.now());
    const raw = rawOf(db);
    const pages = raw.pragma('page_count', { simple: true }) as number;
    raw.pragma(`max_page_count = ${pages + 20}`);
    const [outcome] = await runDueJobs(aContext(db, { now: clock.now }), { jobs: [job] });
    // Either the work or writing down how it went meets the end of the disk; both are said in words and end nothing.
    if (outcome) expect(outcome.error).toMatch(/disk is full/);
    expect((await listDocuments(db, { page: 1, pageSize: 99 })).total).toBe(stored);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    raw.pragma('max_page_count = 1000000');
    clock.forward(10);
    const before = stored;
    expect(await runDueJobs(aContext(db, { now: clock.now }), { jobs: [job] })).toMatchObject([{ error: null }]);
    expect((await listDocuments(db, { page: 1, pageSize: 99 })).total).toBe(before + 20);
    raw.exec("insert into documents_fts (documents_fts, rank) values ('integrity-check', 1)");
  });
});
