import { audit } from '../../db/audit.ts';
import { getMail, type Mail, retryMail, settleMail } from '../../db/going-out/alerts.ts';
import { returnsOf } from '../../db/going-out/returned-mails.ts';
import { type Database, inTransaction } from '../../db/open.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { mailWords, returnWords } from '../words/mail.ts';

/** One message as text, with what may be done when nobody knows whether it arrived. */
export const outboxShow: Handler = async ({ db }, { params }) => {
  const mail = await mailOf(db, params.id);
  const returns = (await returnsOf(db, mail.id)).map(returnWords);
  const data = { mail: mailWords(mail), text: mail.text, mayDecide: mail.state === 'failed', returns };
  return { view: 'outbox-show', title: mail.subject, data };
};

/** A person says that a message arrived, or has it sent again, under the same message id. */
export const outboxDecide: Handler = async ({ db, now }, { params, form, user }) => {
  const action = form.get('do');
  if (action !== 'sent' && action !== 'again') throw new InvalidInput(t('alerts.say-whether-it-arrived-or'));
  const { id } = await mailOf(db, params.id);
  await inTransaction(db, async (trx) => {
    const done = await (action === 'sent' ? settleMail : retryMail)(trx, id, now());
    if (!done) throw new Conflict(t('alerts.this-message-no-longer-waits'));
    const entry = { at: now(), userId: user?.id ?? null, subject: String(id) };
    await audit(trx, { ...entry, action: action === 'sent' ? 'mail.settled' : 'mail.again' });
  });
  const notice = action === 'sent' ? t('alerts.noted-as-sent') : t('alerts.it-goes-out-again-at');
  return { redirect: `/outbox/${id}`, notice };
};

async function mailOf(db: Database, id: string | undefined): Promise<Mail> {
  const mail = id && /^[1-9]\d{0,14}$/.test(id) ? await getMail(db, Number(id)) : null;
  if (!mail) throw new NotFound(t('alerts.there-is-no-such-message'));
  return mail;
}
