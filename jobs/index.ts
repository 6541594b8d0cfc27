import { alert } from './alert.ts';
import { assemble, rescore } from './assemble.ts';
import { backup } from './backup.ts';
import { corrections } from './corrections.ts';
import { evidence } from './evidence.ts';
import { fetchSources } from './fetch.ts';
import { inbox } from './inbox.ts';
import type { Job } from './job.ts';
import { readPast } from './past.ts';
import { prune } from './prune.ts';
import { publish } from './publish.ts';
import { read } from './read.ts';
import { report } from './report.ts';
import { reread } from './reread.ts';
import { returned } from './returned.ts';
import { revisit } from './revisit.ts';
import { watch } from './watch.ts';
import { webhook } from './webhook.ts';

/** Every job on the schedule, in the order of a document's journey. */
export const jobs: readonly Job[] = [
  fetchSources,
  readPast,
  inbox,
  read,
  reread,
  assemble,
  alert,
  rescore,
  watch,
  revisit,
  corrections,
  report,
  returned,
  webhook,
  publish,
  evidence,
  prune,
  backup,
];
