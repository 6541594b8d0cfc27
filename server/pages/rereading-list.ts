import type { Database } from '../../db/open.ts';
import { countUnread } from '../../db/reading.ts';
import { flagsOfPairs, rereadings } from '../../db/rereadings.ts';
import { type Day, dayOf } from '../../model/day.ts';
import { t } from '../../words/speak.ts';
import type { Table } from '../data/page-data.ts';
import type { Handler } from '../handler.ts';
import { countChanges, countFlagChanges, pairLines, rereadLine } from '../present/reread.ts';
import { flagChanges } from '../reading/reread-flags.ts';

/** Documents whose two latest readings are compared: those read anew most lately. */
const MOST_COMPARED = 1_000;
/** Pairs whose flags are worked out as both readings have them: each takes milliseconds. */
const MOST_JUDGED = 100;
/** Documents and pairs named on the page; the data beside it has all that were compared. */
const MOST_SHOWN = 100;

/** What a newer reader changed: facts gone, new and other, by pair and by document. */
export const rereadingList: Handler = async ({ db, now }) => {
  const { pairs, documents, ...counts } = await foundIn(db, dayOf(now()));
  const data = {
    ...counts,
    pairs: pairs.slice(0, MOST_SHOWN),
    documents: documents.slice(0, MOST_SHOWN),
    morePairs: Math.max(0, pairs.length - MOST_SHOWN),
    moreDocuments: Math.max(0, documents.length - MOST_SHOWN),
    waiting: await countUnread(db),
  };
  return { view: 'rereading-list', title: t('quality.read-anew'), data };
};

/** The same for programs. */
export const rereadingsJson: Handler = async ({ db, now }) => ({
  json: { asOf: now(), ...(await foundIn(db, dayOf(now()))) },
});

/** By pair: how many facts came, went and say something else, and what is flagged there now. */
export async function rereadPairs(db: Database, today: Day): Promise<Table> {
  const { pairs } = await foundIn(db, today);
  return {
    columns: ['pair', 'came', 'went', 'other', 'raised', 'gone', 'flags', 'deal'],
    rows: pairs.map((one) => [
      ...[one.pair, one.come, one.gone, one.other, one.raised.join(', '), one.dropped.join(', '), one.flags, one.link],
    ]),
  };
}

async function foundIn(db: Database, today: Day) {
  const { compared, isCut, changed } = await rereadings(db, MOST_COMPARED);
  const changes = changed.flatMap((document) => document.changes);
  const ids = [...new Set(changes.flatMap(({ pairId }) => pairId ?? []))];
  const flags = await flagChanges(db, ids.slice(0, MOST_JUDGED), changes, today);
  return {
    compared,
    isCut,
    facts: countChanges(changes),
    flags: countFlagChanges(flags),
    pairs: pairLines(changes, await flagsOfPairs(db, ids), flags),
    documents: changed.map(rereadLine),
  };
}
