import type { Run } from '../../db/runs.ts';
import { backfillOf } from '../../db/sources/backfills.ts';
import { openGaps } from '../../db/sources/gaps.ts';
import { countUnread, failedItems } from '../../db/sources/items.ts';
import { sourceRhythms } from '../../db/sources/rhythm.ts';
import { getSource, runsOfSource } from '../../db/sources/sources.ts';
import { webLink } from '../../model/link.ts';
import { findSource } from '../../sources/index.ts';
import { formatInstant } from '../../words/format.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { RUN_WORDS } from '../words/run.ts';
import { failedItemWords, gapWords, pastWords, sourceWords, waitingWords } from '../words/source.ts';
import { duration } from '../words/time.ts';

const SHOWN_RUNS = 50;

/** One source: where it stands, what of it is missing, and how its latest runs went, warnings included. */
export const sourceShow: Handler = async ({ db, now }, { params, user }) => {
  const source = await getSource(db, params.id ?? '', now());
  const runs = await runsOfSource(db, source.id, SHOWN_RUNS);
  const data = {
    source: sourceWords(source, now(), (await sourceRhythms(db, now())).get(source.id)),
    link: webLink(source.url),
    gaps: (await openGaps(db, source.id)).map(gapWords),
    waiting: waitingWords(await countUnread(db, source.id)),
    failed: (await failedItems(db, source.id)).map(failedItemWords),
    hasPast: !source.url && findSource(source.id).back !== undefined,
    past: pastWords(await backfillOf(db, source.id)),
    runs: runs.map(runWords),
    mayChange: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'source-show', title: source.title, data };
};

function runWords({ id, startedAt, state, counts, warnings, error, millis }: Run) {
  return {
    id,
    started: formatInstant(startedAt),
    state,
    stateWord: RUN_WORDS[state],
    counts: countsSaid(counts),
    took: millis === null ? '' : duration(millis),
    warnings,
    error,
  };
}

/** "40 listed · 3 new"; what there was none of is left out. */
function countsSaid(counts: Run['counts']): string {
  const some = Object.entries(counts).filter(([, n]) => n > 0);
  return some.map(([name, n]) => `${n} ${name}`).join(' · ') || 'nothing';
}
