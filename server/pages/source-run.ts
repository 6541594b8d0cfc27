import { getSource, makeDue } from '../../db/sources.ts';
import { Conflict } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import type { Handler } from '../handler.ts';

/** Has a source read at the next turn of the schedule. */
export const sourceRun: Handler = async ({ db, now, config }, { params }) => {
  const source = await getSource(db, params.id ?? '', now());
  if (!source.enabled) throw new Conflict(`${source.title} is switched off. Switch it on to have it read.`);
  await makeDue(db, source.id, now());
  const when = source.running ? 'once the present run has ended' : 'at the next turn, within a quarter of a minute';
  const off = 'The schedule is switched off (SCHEDULE=off): it waits until: npm run -s job -- fetch';
  const notice = config.SCHEDULE === 'off' ? off : `${source.title} will be read ${when}.`;
  return { redirect: paths.source(source.id), notice };
};
