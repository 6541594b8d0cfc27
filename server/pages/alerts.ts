import { setUserAlerts } from '../../db/users.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import type { Handler } from '../handler.ts';

/** What the person signed in is mailed about. */
export const alertSettings: Handler = async ({ mailer }, { user }) => {
  const data = { on: user?.mailHighFlags ?? false, email: user?.email ?? '', configured: mailer.configured };
  return { view: 'alerts', title: 'Alerts', data };
};

/** Switches the mail for new flags in band High on or off, for oneself. */
export const setAlerts: Handler = async ({ db }, { user, form }) => {
  const wanted = form.get('mail');
  if (!user || (wanted !== 'on' && wanted !== 'off')) throw new InvalidInput('Say on or off.');
  await setUserAlerts(db, user.id, wanted === 'on');
  const notice =
    wanted === 'on' ? 'You will be mailed about new flags in band High.' : 'You will not be mailed any more.';
  return { redirect: paths.alerts(), notice };
};
