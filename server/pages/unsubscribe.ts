import { audit } from '../../db/audit.ts';
import { endReportSchedule, reportSchedulesOf } from '../../db/going-out/report-schedules.ts';
import { subscriptionsOf, unsubscribe } from '../../db/going-out/subscriptions.ts';
import { inTransaction } from '../../db/open.ts';
import { readUnsubscribe } from '../../db/people/link-tokens.ts';
import { NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { subscriptionSentence } from '../../words/subscription.ts';
import type { Handler } from '../handler.ts';
import { reportScheduleSentence } from '../words/report-schedule.ts';

/** Shows what a link in a mail would end. Asking for it ends nothing: programs that check mails follow links. */
export const showUnsubscribe: Handler = async ({ db }, { params }) => {
  const link = await linkOf(db, params.token);
  const wishes = (await subscriptionsOf(db, link.userId)).filter((one) => link.subscriptionIds.includes(one.id));
  const reports = (await reportSchedulesOf(db, link.userId)).filter((one) => one.id === link.scheduleId);
  const sentences = [
    ...wishes.map((one) => subscriptionSentence(one, new Map())),
    ...reports.map(reportScheduleSentence),
  ];
  const data = { token: params.token, sentences, done: false };
  return { view: 'unsubscribe', title: t('sign-in.stop-these-mails'), data };
};

/** Ends it, without signing in (RFC 8058). Twice is the same as once. */
export const endSubscription: Handler = async ({ db, now }, { params }) => {
  const link = await linkOf(db, params.token);
  if (link.scheduleId !== null) await endReportSchedule(db, link.scheduleId, link.userId, now());
  await inTransaction(db, async (trx) => {
    if (link.subscriptionIds.length === 0) return;
    const ended = await unsubscribe(trx, link.userId, link.subscriptionIds);
    if (ended === 0) return;
    const subject = link.subscriptionIds.join(' ');
    await audit(trx, { at: now(), userId: link.userId, action: 'alerts.unsubscribed', subject });
  });
  return { view: 'unsubscribe', title: t('sign-in.stopped'), data: { token: '', sentences: [], done: true } };
};

async function linkOf(db: Parameters<typeof readUnsubscribe>[0], token: string | undefined) {
  const link = await readUnsubscribe(db, token ?? '');
  if (!link) throw new NotFound(t('sign-in.this-link-was-cut-short'));
  return link;
}
