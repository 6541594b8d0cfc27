import type { Run } from '../../db/runs.ts';

export const RUN_WORDS: Record<Run['state'], string> = {
  running: 'Under way',
  ok: 'Done',
  failed: 'Failed',
  abandoned: 'Given up',
};
