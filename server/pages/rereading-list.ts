import {
  decideRereading,
  listRereadings,
  outOfLine,
  proposedChanges,
  type Rereading,
} from '../../db/documents/proposed-readings.ts';
import { countUnread } from '../../db/documents/reading.ts';
import { flagsOfPairs, rereadings } from '../../db/documents/rereadings.ts';
import type { Database } from '../../db/open.ts';
import type { User } from '../../db/people/users.ts';
import { type Day, dayOf } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import type { Table } from '../page-data.ts';
import {
  comparedSoFar,
  countChanges,
  countFlagChanges,
  pairLines,
  proposalWords,
  proposedLine,
  rereadLine,
  versionLine,
} from '../present/reread.ts';
import { flagChanges } from '../reading/reread-flags.ts';

/** Documents whose two latest readings are compared: those read anew most lately. */
const MOST_COMPARED = 1_000;
/** Pairs whose flags are worked out as both readings have them: each takes milliseconds. */
const MOST_JUDGED = 100;
/** Documents and pairs named on the page; the data beside it has all that were compared. */
const MOST_SHOWN = 100;

/** What a newer reader changed: facts gone, new and other, by pair and by document. */
export const rereadingList: Handler = async ({ db, now }, { user }) => {
  const { pairs, documents, ...counts } = await foundIn(db, dayOf(now()));
  const data = {
    ...counts,
    pairs: pairs.slice(0, MOST_SHOWN),
    documents: documents.slice(0, MOST_SHOWN),
    morePairs: Math.max(0, pairs.length - MOST_SHOWN),
    moreDocuments: Math.max(0, documents.length - MOST_SHOWN),
    waiting: await countUnread(db),
    mayDecide: mayUse({ role: 'admin' }, user?.role ?? null),
    ...(await versionsShown(db, dayOf(now()))),
  };
  return { view: 'rereading-list', title: t('quality.read-anew'), data };
};

/** What a newer reader would change, where nobody has decided yet; and every version with what was decided. */
async function versionsShown(db: Database, today: Day) {
  const versions = await listRereadings(db);
  const [newest] = versions;
  const isOpen = newest?.state === 'ready' || newest?.state === 'comparing';
  const left = newest && !isOpen ? (await outOfLine(db, newest, MOST_COMPARED)).length : 0;
  return {
    proposal: newest && isOpen ? await proposalIn(db, newest, today) : null,
    versions: versions.map((one) => versionLine(one, { isNewest: one === newest, left: one === newest ? left : 0 })),
  };
}

async function proposalIn(db: Database, rereading: Rereading, today: Day) {
  const documents = await proposedChanges(db, rereading.id, MOST_COMPARED);
  const changes = documents.flatMap((document) => document.changes);
  const ids = [...new Set(changes.flatMap(({ pairId }) => pairId ?? []))];
  const moved = await flagChanges(db, ids.slice(0, MOST_JUDGED), changes, today, 'proposed');
  const pairs = pairLines(changes, await flagsOfPairs(db, ids), moved);
  return {
    id: rereading.id,
    isReady: rereading.state === 'ready',
    text: proposalWords(rereading, countChanges(changes)),
    sofar: comparedSoFar(rereading),
    flags: { ...countFlagChanges(moved), pairs: ids.length },
    pairs: pairs.slice(0, MOST_SHOWN),
    documents: documents.slice(0, MOST_SHOWN).map(proposedLine),
  };
}

/** Accepts what a newer reader found, or keeps what stood before. */
export const rereadingDecide: Handler = async ({ db, now, wake }, { params, form, user }) => {
  const state = form.get('state') === 'accepted' ? ('accepted' as const) : ('rejected' as const);
  await decideRereading(db, Number(params.id), state, { userId: (user as User).id, now: now() });
  wake?.();
  return {
    redirect: paths.rereadings(),
    notice: t(state === 'accepted' ? 'quality.told-accepted' : 'quality.told-rejected'),
  };
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
