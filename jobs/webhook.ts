import type { Context } from '../context.ts';
import { queueMail } from '../db/going-out/alerts.ts';
import {
  type ClaimedDelivery,
  claimDelivery,
  hasDueDelivery,
  markDelivered,
  markUndelivered,
} from '../db/going-out/webhooks.ts';
import { inTransaction } from '../db/open.ts';
import { getUser } from '../db/people/users.ts';
import { AddressRefused } from '../model/errors.ts';
import { paths } from '../model/paths.ts';
import { signedHeaders, webhookBody } from '../reports/webhook-body.ts';
import { baseUrl } from './alert-compose.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job, type JobRun, type RunCounts } from './job.ts';

/** Says "gone for good" (RFC 9110, 15.5.11). */
const GONE = 410;

/** Hands events to the addresses that people named. A slow or broken one holds up no other for long. */
export const webhook: Job = {
  name: 'webhook',
  about: 'Hands events to the webhooks that people set up.',
  everySeconds: 15,
  limitSeconds: 600,
  hasWork: ({ db, now }) => hasDueDelivery(db, now()),
  run: deliverWaiting,
};

/** Delivers until nothing is due; gives how many went how. */
export async function deliverWaiting(context: Context, run: JobRun): Promise<RunCounts> {
  const counts = { delivered: 0, failed: 0 };
  while (!run.signal.aborted) {
    const claimed = await claimDelivery(context.db, context.now());
    if (!claimed) break;
    const problem = await deliver(context, claimed);
    counts[problem ? 'failed' : 'delivered'] += 1;
    if (problem)
      run.warn(`The webhook ${claimed.webhook.name} did not take delivery ${claimed.delivery.id}: ${problem}`);
    await breathe();
  }
  return counts;
}

/** Gives null when the address took it, else why not. */
async function deliver(context: Context, claimed: ClaimedDelivery): Promise<string | null> {
  const { db, fetcher, now } = context;
  const { webhook: hook, delivery } = claimed;
  const body = webhookBody(delivery.body, hook.shape, baseUrl(context));
  const outcome = await fetcher
    .post(hook.url, body, signedHeaders(hook.secret, { body, deliveryId: delivery.id, now: now() }))
    .catch((cause: unknown) => ({ status: null, cause }));
  const { status } = outcome;
  if (status !== null && status >= 200 && status < 300) {
    await markDelivered(db, claimed, { status, now: now() });
    return null;
  }
  const refused = 'cause' in outcome && outcome.cause instanceof AddressRefused;
  const reason = 'cause' in outcome ? sentenceOf(outcome.cause) : statusWords(status);
  const failure = { now: now(), status, reason, final: refused || status === GONE, jitter: jitterOf(delivery.id) };
  await inTransaction(db, async (trx) => {
    if (await markUndelivered(trx, claimed, failure)) await tellOwner({ ...context, db: trx }, claimed, reason);
  });
  return reason;
}

function statusWords(status: number | null): string {
  if (status !== null && status >= 300 && status < 400) return `It answered ${status}; redirects are not followed.`;
  return `It answered ${status}.`;
}

/** Spreads tries that would otherwise come at the same moment, without chance, so that they can be told beforehand. */
const jitterOf = (id: number) => (((id * 2654435761) >>> 0) % 1000) / 1000;

/** An address that failed again and again is left alone, and its owner is told, once. */
async function tellOwner(context: Context, { webhook: hook }: ClaimedDelivery, reason: string): Promise<void> {
  const { db, now } = context;
  const owner = await getUser(db, hook.userId);
  if (!owner) return;
  const subject = `The webhook ${hook.name} is switched off`;
  const text =
    `It failed again and again: ${reason}\n\nNothing more is sent to it until you switch it on again: ` +
    `${baseUrl(context)}${paths.webhooks()}\n`;
  const html = `<p>It failed again and again. Nothing more is sent to it until you switch it on again under <a href="${baseUrl(context)}${paths.webhooks()}">Webhooks</a>.</p>`;
  await queueMail(db, {
    key: `webhook ${hook.id} off ${now()}`,
    to: owner.email,
    userId: owner.id,
    subject,
    text,
    html,
    now: now(),
  });
}
