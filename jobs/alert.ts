import type { Context } from '../context.ts';
import { type ClaimedMail, claimMail, hasDueMail, markFailed, markSent } from '../db/alerts.ts';
import type { Job, JobRun, RunCounts } from './job.ts';

/** Hands waiting messages to the mail server. Without one they wait, and the outbox page shows them. */
export const alert: Job = {
  name: 'alert',
  about: 'Sends the messages that wait in the outbox.',
  everySeconds: 15,
  limitSeconds: 1800,
  hasWork: async ({ db, mailer, now }) => mailer.configured && (await hasDueMail(db, now())),
  run: sendWaiting,
};

/** Sends until nothing is due; gives how many went how. One message that fails stops no other. */
export async function sendWaiting(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { sent: 0, failed: 0 };
  if (!context.mailer.configured) return counts;
  while (!run.signal.aborted) {
    const claimed = await claimMail(context.db, context.now());
    if (!claimed) break;
    const problem = await send(context, claimed);
    counts[problem ? 'failed' : 'sent'] = (counts[problem ? 'failed' : 'sent'] ?? 0) + 1;
    if (problem) run.warn(`The mail to ${claimed.mail.to} was not sent: ${problem}`);
  }
  return counts;
}

/** Gives null when the mail server took the message, else why not. */
async function send({ db, mailer, now }: Context, claimed: ClaimedMail): Promise<string | null> {
  const { to, subject, text, html, messageId } = claimed.mail;
  const delivery = await mailer.send({ to, subject, text, html, messageId });
  if (delivery.outcome === 'sent') {
    await markSent(db, claimed, now());
    return null;
  }
  // A message that may have arrived is not sent again by itself: a person can, on the outbox page, under the same id.
  const final = delivery.outcome === 'refused' || delivery.outcome === 'unknown';
  const reason =
    delivery.outcome === 'unknown' ? `It may have arrived all the same: ${delivery.reason}` : delivery.reason;
  await markFailed(db, claimed, { now: now(), reason, final });
  return reason;
}
