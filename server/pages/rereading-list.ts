import type { Database } from '../../db/open.ts';
import { countUnread } from '../../db/reading.ts';
import { flagsOfPairs, rereadings } from '../../db/rereadings.ts';
import { t } from '../../words/speak.ts';
import type { Table } from '../data/page-data.ts';
import type { Handler } from '../handler.ts';
import { countChanges, pairLines, rereadLine } from '../present/reread.ts';

/** Documents whose two latest readings are compared: those read anew most lately. */
const MOST_COMPARED = 1_000;
/** Documents and pairs named on the page; the data beside it has all that were compared. */
const MOST_SHOWN = 100;

/** What a newer reader changed: facts gone, new and other, by pair and by document. */
export const rereadingList: Handler = async ({ db }) => {
  const { pairs, documents, ...counts } = await foundIn(db);
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
export const rereadingsJson: Handler = async ({ db, now }) => ({ json: { asOf: now(), ...(await foundIn(db)) } });

/** By pair: how many facts came, went and say something else, and what is flagged there now. */
export async function rereadPairs(db: Database): Promise<Table> {
  const { pairs } = await foundIn(db);
  return {
    columns: ['pair', 'came', 'went', 'other', 'flags', 'deal'],
    rows: pairs.map(({ pair, come, gone, other, flags, link }) => [pair, come, gone, other, flags, link]),
  };
}

async function foundIn(db: Database) {
  const { compared, isCut, changed } = await rereadings(db, MOST_COMPARED);
  const changes = changed.flatMap((document) => document.changes);
  const ids = [...new Set(changes.flatMap(({ pairId }) => pairId ?? []))];
  return {
    compared,
    isCut,
    facts: countChanges(changes),
    pairs: pairLines(changes, await flagsOfPairs(db, ids)),
    documents: changed.map(rereadLine),
  };
}
