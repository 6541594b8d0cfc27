import { getSource, setEnabled } from '../../db/sources/sources.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** Switches a source on or off. What was read from it stays. */
export const sourceSwitch: Handler = async ({ db, now }, { params, form, user }) => {
  const wanted = form.get('enabled');
  if (wanted !== 'yes' && wanted !== 'no')
    throw new InvalidInput(t('sources.say-yes-or-no'), { enabled: t('sources.yes-or-no') });
  const source = await getSource(db, params.id ?? '', now());
  await setEnabled(db, source.id, wanted === 'yes', { userId: user?.id ?? null, now: now() });
  const how = wanted === 'yes' ? 'on, and will be read at the next turn' : 'off. What was read from it stays';
  return { redirect: paths.source(source.id), notice: t('sources.is-switched', { title: source.title, how }) };
};
