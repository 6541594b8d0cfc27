import type { Context } from '../context.ts';
import { type ClaimedMail, hasDueMail, type Mail, markFailed } from '../db/going-out/alerts.ts';
import { getReport } from '../db/going-out/report-snapshots.ts';
import { pauseAddress } from '../db/going-out/returned-mails.ts';
import type { Database } from '../db/open.ts';
import type { Delivery, MailAttachment, Message } from '../reports/mailer.ts';
import { PICTURE_CID } from '../reports/news-mail.ts';
import { drawPicture } from '../reports/picture.ts';
import { FORMATS, fileNameOf } from '../reports/render.ts';
import { renderApart } from '../reports/render-thread.ts';
import { composeDue, hasDueNews } from './alert-compose.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';
import { Outgoing } from './outgoing.ts';

/** Messages on their way at the same time: a mail server answers slowly, and does several at once. */
const AT_ONCE = 8;
/** Mail servers commonly take 20 MB, a third of which is lost to the encoding. */
const LARGEST_ATTACHMENT = 12 * 1024 * 1024;

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
  const outgoing = new Outgoing(context);
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, () => sendInTurn(context, run, outgoing, counts)));
  } finally {
    await outgoing.release();
  }
  return counts;
}

async function sendInTurn(
  context: Context,
  run: JobRun,
  outgoing: Outgoing,
  counts: { sent: number; failed: number },
): Promise<void> {
  while (!run.signal.aborted) {
    const claimed = await outgoing.next();
    if (!claimed) return;
    const problem = await send(context, outgoing, claimed);
    counts[problem ? 'failed' : 'sent'] += 1;
    if (problem) run.warn(`The mail to ${claimed.mail.to} was not sent: ${problem}`);
    await breathe();
  }
}

/** Gives null when the mail server took the message, else why not. */
async function send(context: Context, outgoing: Outgoing, claimed: ClaimedMail): Promise<string | null> {
  const { db, now } = context;
  const delivery = await handOver(context, claimed);
  if (delivery.outcome === 'sent') {
    await outgoing.sent(claimed);
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

/** A report that cannot be made anew keeps its mail back, and no other. */
async function handOver({ db, mailer, log }: Context, claimed: ClaimedMail): Promise<Delivery> {
  let message: Message;
  try {
    message = await messageOf(db, claimed);
  } catch (cause) {
    log.error({ mail: claimed.mail.id, err: cause }, 'a mail could not be put together');
    return { outcome: 'failed', reason: sentenceOf(cause) };
  }
  return mailer.send(message);
}

async function messageOf(db: Database, { mail }: ClaimedMail): Promise<Message> {
  const { to, subject, text, html, messageId, thread, unsubscribe } = mail;
  const attachments = [...(await pictureIn(mail)), ...(await reportsIn(db, mail))];
  return { to, subject, text, html, messageId, thread, unsubscribe, attachments };
}

/** The picture is drawn when the mail goes out: the outbox keeps its drawing, which is small. */
async function pictureIn({ picture }: Mail): Promise<MailAttachment[]> {
  if (!picture) return [];
  const { png } = await drawPicture(picture);
  return [{ filename: 'money-flow.png', type: 'image/png', content: png, cid: PICTURE_CID }];
}

/** So are reports: the outbox keeps their numbers. One too large for mail is left to its page, which the mail names. */
async function reportsIn(db: Database, { attachments }: Mail): Promise<MailAttachment[]> {
  const made: MailAttachment[] = [];
  for (const { snapshot, format } of attachments) {
    const frozen = await getReport(db, snapshot);
    const content = await renderApart(frozen, snapshot, format);
    if (content.length > LARGEST_ATTACHMENT) continue;
    made.push({ filename: fileNameOf(frozen.about.kind, snapshot, format), type: FORMATS[format].type, content });
  }
  return made;
}

/** An address that the server says does not exist gets nothing more until its owner says otherwise. */
async function noteRefusal({ db, now }: Context, { mail }: ClaimedMail, delivery: Delivery): Promise<void> {
  if (delivery.outcome === 'sent' || !delivery.noSuchRecipient) return;
  await pauseAddress(db, mail, delivery.reason, now());
}
