import type { Context } from '../context.ts';
import { type ClaimedMail, claimMail, hasDueMail, markFailed, markSent } from '../db/alerts.ts';
import { setDelivery } from '../db/subscriptions.ts';
import type { Delivery, MailAttachment, Message } from '../reports/mailer.ts';
import { PICTURE_CID } from '../reports/news-mail.ts';
import { pictureOf } from '../reports/picture.ts';
import { composeDue, hasDueNews } from './alert-compose.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';

/** Messages on their way at the same time: a mail server answers slowly, and does several at once. */
const AT_ONCE = 4;

/** Writes what is due and hands waiting messages to the mail server. Without one they wait, and the outbox page shows them. */
export const alert: Job = {
  name: 'alert',
  about: 'Writes the mails that are due and sends the messages that wait in the outbox.',
  everySeconds: 15,
  limitSeconds: 1800,
  hasWork: async ({ db, mailer, now }) =>
    (await hasDueNews(db, now())) || (mailer.configured && (await hasDueMail(db, now()))),
  run: async (context, run) => {
    const written = await composeDue(context);
    return { written, ...(await sendWaiting(context, run)) };
  },
};

/** Sends until nothing is due; gives how many went how. One message that fails stops no other. */
export async function sendWaiting(context: Context, run: JobRun): Promise<RunCounts> {
  const counts = { sent: 0, failed: 0 };
  if (!context.mailer.configured) return counts;
  await Promise.all(Array.from({ length: AT_ONCE }, () => sendInTurn(context, run, counts)));
  return counts;
}

async function sendInTurn(context: Context, run: JobRun, counts: { sent: number; failed: number }): Promise<void> {
  while (!run.signal.aborted) {
    const claimed = await claimMail(context.db, context.now());
    if (!claimed) return;
    const problem = await send(context, claimed);
    counts[problem ? 'failed' : 'sent'] += 1;
    if (problem) run.warn(`The mail to ${claimed.mail.to} was not sent: ${problem}`);
    await breathe();
  }
}

/** Gives null when the mail server took the message, else why not. */
async function send(context: Context, claimed: ClaimedMail): Promise<string | null> {
  const { db, mailer, now } = context;
  const delivery = await mailer.send(messageOf(claimed));
  if (delivery.outcome === 'sent') {
    await markSent(db, claimed, now());
    return null;
  }
  await noteRefusal(context, claimed, delivery);
  // A message that may have arrived is not sent again by itself: a person can, on the outbox page, under the same id.
  const final = delivery.outcome === 'refused' || delivery.outcome === 'unknown';
  const reason =
    delivery.outcome === 'unknown' ? `It may have arrived all the same: ${delivery.reason}` : delivery.reason;
  await markFailed(db, claimed, { now: now(), reason, final });
  return reason;
}

function messageOf({ mail }: ClaimedMail): Message {
  const { to, subject, text, html, messageId, thread, unsubscribe } = mail;
  return { to, subject, text, html, messageId, thread, unsubscribe, attachments: attachmentsOf(mail) };
}

/** The picture is drawn when the mail goes out: the outbox keeps its drawing, which is small. */
function attachmentsOf({ picture }: ClaimedMail['mail']): MailAttachment[] {
  if (!picture) return [];
  return [{ filename: 'money-flow.png', type: 'image/png', content: pictureOf(picture).png, cid: PICTURE_CID }];
}

/** An address that the server says does not exist gets nothing more until its owner says otherwise. */
async function noteRefusal({ db, now }: Context, { mail }: ClaimedMail, delivery: Delivery): Promise<void> {
  if (delivery.outcome === 'sent' || !delivery.noSuchRecipient || mail.userId === null) return;
  await setDelivery(db, mail.userId, { refusedAt: now(), refusedReason: delivery.reason });
}
