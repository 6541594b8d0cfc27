import { setTimeout as wait } from 'node:timers/promises';
import { countDirty } from '../../db/dirty.ts';
import { countDocuments } from '../../db/document-list.ts';
import type { Database } from '../../db/open.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

const EVERY_MS = 2_000;
/** A browser asks again by itself afterwards, and is then asked again who it is. */
const MOST_TOLD = 30;

/**
 * How far long work has come, told while it goes on: documents that wait to be read (a first start, a re-reading, a
 * back-fill) and pairs that wait to be put together (a rebuild). Ends with `done` once nothing waits.
 */
export const progress: Handler = async ({ db }) => ({
  events: async (tell, signal) => {
    for (let told = 0; told < MOST_TOLD && !signal.aborted; told += 1) {
      const state = await progressOf(db);
      tell(state.waits ? 'progress' : 'done', state);
      if (!state.waits) return;
      await wait(EVERY_MS, null, { signal }).catch(() => undefined);
    }
  },
});

/** Whether anything waits, and how far it has come, in words. */
export async function progressOf(db: Database): Promise<{ waits: boolean; text: string }> {
  const { fetched, duplicate, ...done } = await countDocuments(db);
  const read = Object.values(done).reduce((sum, n) => sum + n, 0);
  const pairs = await countDirty(db);
  const documents = t('frame.of-documents-are-read', { read, all: read + fetched });
  const rest = pairs === 0 ? '' : t('frame.being-put-together', { n: pairs });
  const waits = fetched + pairs > 0;
  return { waits, text: `${documents}${rest}.${waits ? '' : ` ${t('frame.load-this-page-again-to')}`}` };
}
