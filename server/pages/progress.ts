import { setTimeout as wait } from 'node:timers/promises';
import { countDocuments } from '../../db/documents/document-list.ts';
import { listRereadings, outOfLine } from '../../db/documents/proposed-readings.ts';
import { countDirty } from '../../db/ledger/dirty.ts';
import type { Database } from '../../db/open.ts';
import { backfillOf } from '../../db/sources/backfills.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { comparedSoFar } from '../present/reread.ts';
import { pastWords } from '../words/source.ts';

const EVERY_MS = 2_000;
/** A browser asks again by itself afterwards, and is then asked again who it is. */
const MOST_TOLD = 30;
/** Documents still to be brought in line that are counted one by one. */
const MOST_COUNTED = 1_000;

/** How far some work has come, in words. */
interface State {
  waits: boolean;
  text: string;
  /** Where it can be told. */
  percent?: number | null;
}

/**
 * How far long work has come, told while it goes on. Without more: documents that wait to be read (a first start, a
 * back-fill) and pairs that wait to be put together (a rebuild, other weights). `past`: the past of that source. `reader`:
 * what a newer reader has compared, and is being brought in line. Ends with `done` once nothing waits.
 */
export const progress: Handler = async ({ db }, { query }) => {
  const past = query.get('past');
  const look = () => (past ? pastProgress(db, past) : query.has('reader') ? readerProgress(db) : progressOf(db));
  return {
    events: async (tell, signal) => {
      for (let told = 0; told < MOST_TOLD && !signal.aborted; told += 1) {
        const state = await look();
        tell(state.waits ? 'progress' : 'done', state);
        if (!state.waits) return;
        await wait(EVERY_MS, null, { signal }).catch(() => undefined);
      }
    },
  };
};

const again = (waits: boolean) => (waits ? '' : ` ${t('frame.load-this-page-again-to')}`);

/** Whether anything waits, and how far it has come, in words. */
export async function progressOf(db: Database): Promise<State> {
  const { fetched, duplicate, ...done } = await countDocuments(db);
  const read = Object.values(done).reduce((sum, n) => sum + n, 0);
  const pairs = await countDirty(db);
  const documents = t('frame.of-documents-are-read', { read, all: read + fetched });
  const rest = pairs === 0 ? '' : t('frame.being-put-together', { n: pairs });
  const waits = fetched + pairs > 0;
  return { waits, text: `${documents}${rest}.${again(waits)}` };
}

async function pastProgress(db: Database, sourceId: string): Promise<State> {
  const words = pastWords(await backfillOf(db, sourceId));
  const waits = words !== null && words.percent !== null;
  return { waits, text: `${words?.text ?? t('sources.past-is-left')}${again(waits)}`, percent: words?.percent ?? null };
}

async function readerProgress(db: Database): Promise<State> {
  const [newest] = await listRereadings(db);
  if (!newest) return { waits: false, text: t('quality.no-document-has-been-read') };
  if (newest.state === 'comparing') return { waits: true, text: `${comparedSoFar(newest)}.` };
  const left = (await outOfLine(db, newest, MOST_COUNTED)).length;
  const text = left > 0 ? t('quality.being-put-in-force', { n: left }) : `${comparedSoFar(newest)}.`;
  return { waits: left > 0, text: `${text}${again(left > 0)}` };
}
