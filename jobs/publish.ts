import type { Context } from '../context.ts';
import { chunks } from '../db/chunks.ts';
import { PUBLISHED_AT, publishItems, withdrawOthers } from '../db/going-out/open-items.ts';
import { reportEntries } from '../db/going-out/report-entries.ts';
import { ledgerRevision, pairHashes } from '../db/ledger/ledger.ts';
import { getMeta, setMeta } from '../db/meta.ts';
import { openEntities, openTies } from '../reports/open-data.ts';
import { breathe, type Job } from './job.ts';

/** The number of the ledger as it was last published. */
const REVISION = 'open revision';
/** Pairs read before pages get their turn. */
const AT_ONCE = 100;

/** Brings the open data up to date with the ledger. Does nothing while OPEN_DATA is off. */
export const publish: Job = {
  name: 'publish',
  about: 'Brings the open data up to date with the ledger, where OPEN_DATA is on.',
  everySeconds: 300,
  limitSeconds: 900,
  hasWork: async ({ config, db }) =>
    config.OPEN_DATA === 'on' && String(await ledgerRevision(db)) !== (await getMeta(db, REVISION)),
  async run(context, run) {
    const { db, now } = context;
    const moment = now();
    const revision = await ledgerRevision(db);
    const kept = { tie: new Set<string>(), entity: new Set<string>() };
    let changed = 0;
    for (const ids of chunks([...(await pairHashes(db)).keys()].sort(), AT_ONCE)) {
      if (run.signal.aborted) return { changed, withdrawn: 0 };
      changed += await publishPairs(context, ids, kept, moment);
      await breathe();
    }
    const withdrawn =
      (await withdrawOthers(db, 'tie', kept.tie, moment)) + (await withdrawOthers(db, 'entity', kept.entity, moment));
    await setMeta(db, REVISION, String(revision));
    await setMeta(db, PUBLISHED_AT, moment);
    return { changed, withdrawn };
  },
};

async function publishPairs(
  { db }: Context,
  ids: readonly string[],
  kept: Record<'tie' | 'entity', Set<string>>,
  moment: ReturnType<Context['now']>,
): Promise<number> {
  const entries = await reportEntries(db, ids);
  const ties = entries.flatMap(openTies).map((body) => ({ id: body.id, body }));
  const entities = [...new Map(entries.flatMap(openEntities).map((one) => [one.id, one])).values()];
  for (const { id } of ties) kept.tie.add(id);
  for (const { id } of entities) kept.entity.add(id);
  return (await publishItems(db, 'tie', ties, moment)) + (await publishItems(db, 'entity', entities, moment));
}
