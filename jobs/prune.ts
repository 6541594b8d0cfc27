import { truncateLog } from '../db/open.ts';
import { pruneLinks } from '../db/people/account-links.ts';
import { pruneSessions } from '../db/people/sessions.ts';
import { pruneSteps } from '../db/people/sign-in-steps.ts';
import { pruneRuns } from '../db/runs.ts';
import { addMs } from '../model/day.ts';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;
const KEEP_RUNS_DAYS = 90;

/** Removes what nobody needs any more. Documents, facts, decisions and mails are never removed. */
export const prune: Job = {
  name: 'prune',
  about: `Removes runs older than ${KEEP_RUNS_DAYS} days and sessions that have run out.`,
  everySeconds: 86_400,
  limitSeconds: 300,
  async run({ db, now }) {
    const runs = await pruneRuns(db, addMs(now(), -KEEP_RUNS_DAYS * DAY_MS));
    await pruneLinks(db, now());
    await pruneSteps(db, now());
    await truncateLog(db);
    return { runs, sessions: await pruneSessions(db, now()) };
  },
};
