import { getSource, makeDue } from '../../db/sources/sources.ts';
import { Conflict } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** Has a source read at the next turn of the schedule. */
export const sourceRun: Handler = async ({ db, now, config }, { params }) => {
  const source = await getSource(db, params.id ?? '', now());
  if (!source.enabled) throw new Conflict(t('sources.is-switched-off-switch-it', { title: source.title }));
  await makeDue(db, source.id, now());
  const when = source.running ? t('sources.once-the-present-run-has') : t('sources.at-the-next-turn-within');
  const off = t('sources.the-schedule-is-switched-off-schedule');
  const notice = config.SCHEDULE === 'off' ? off : t('sources.will-be-read', { title: source.title, when });
  return { redirect: paths.source(source.id), notice };
};
