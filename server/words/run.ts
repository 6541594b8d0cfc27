import type { Run } from '../../db/runs.ts';
import { labels } from '../../words/speak.ts';

export const RUN_WORDS: Record<Run['state'], string> = labels('run-state');
