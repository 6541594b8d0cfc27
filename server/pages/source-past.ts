import { askForPast, forgetPast } from '../../db/sources/backfills.ts';
import { getSource } from '../../db/sources/sources.ts';
import { dayOf, parseDay } from '../../model/day.ts';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { findSource } from '../../sources/index.ts';
import { formatDay } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** Before the first merger registers, nothing is listed anywhere. */
const EARLIEST = '1990-01-01';

/** Has the past of a source read back to a day, or gives up what is left of it. */
export const sourcePast: Handler = async ({ db, now }, { params, form }) => {
  const source = await getSource(db, params.id ?? '', now());
  if (form.get('do') === 'stop') {
    await forgetPast(db, source.id);
    return { redirect: paths.source(source.id), notice: t('sources.past-is-left') };
  }
  if (source.url || !findSource(source.id).back) throw new Conflict(t('sources.has-no-past', { title: source.title }));
  const since = parseDay(form.get('since') ?? '');
  if (!since || since < EARLIEST || since > dayOf(now())) {
    throw new InvalidInput(t('sources.say-a-day-of-the-past'), { since: t('sources.is-no-such-day') });
  }
  await askForPast(db, source.id, since, now());
  return { redirect: paths.source(source.id), notice: t('sources.past-will-be-read', { since: formatDay(since) }) };
};
