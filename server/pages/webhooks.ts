import type { Context } from '../../context.ts';
import { audit } from '../../db/audit.ts';
import {
  createWebhook,
  deliveriesOf,
  enableWebhook,
  getWebhook,
  queueWebhooks,
  removeWebhook,
  WEBHOOK_SHAPES,
  type WebhookShape,
  webhooksOf,
} from '../../db/going-out/webhooks.ts';
import { inTransaction } from '../../db/open.ts';
import type { User } from '../../db/people/users.ts';
import { AddressRefused, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { checkAddress } from '../../sources/fetching/address.ts';
import { formatInstant } from '../../words/format.ts';
import { labels, t } from '../../words/speak.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';

const SHOWN = 30;
const SHAPE_LABELS: Record<WebhookShape, string> = labels('webhook-shape');
const STATES = labels('delivery-state');

/** The person's addresses and what became of the latest deliveries. */
export const webhookList: Handler = (context, request) => page(context, request, {});

/** Adds an address; its secret is shown once, now. */
export const webhookAdd: Handler = async (context, request) => {
  const { db, now, config } = context;
  const { form } = request;
  const user = request.user as User;
  try {
    const given = webhookIn(form, new Set(config.FETCH_ALLOW.map((entry) => entry.toLowerCase())));
    const hook = await inTransaction(db, async (trx) => {
      const made = await createWebhook(trx, { ...given, userId: user.id, now: now() });
      await audit(trx, { at: now(), userId: user.id, action: 'webhook.added', subject: String(made.id) });
      return made;
    });
    return page(context, request, {}, { name: hook.name, secret: hook.secret });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...(await page(context, request, error.fields)), status: 422 };
  }
};

function webhookIn(form: URLSearchParams, allow: ReadonlySet<string>) {
  const problems: Record<string, string> = {};
  const [name, url] = [(form.get('name') ?? '').trim().slice(0, 100), (form.get('url') ?? '').trim().slice(0, 2000)];
  if (!name) problems.name = t('alerts.give-it-a-name');
  try {
    checkAddress(url, allow);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    problems.url = error.message;
  }
  if (Object.keys(problems).length) throw new InvalidInput(t('alerts.something-to-correct'), problems);
  return { name, url, shape: WEBHOOK_SHAPES.find((shape) => shape === form.get('shape')) ?? 'dealwatch' };
}

/** Tries an address, switches it on again, or takes it out. */
export const webhookChange: Handler = async ({ db, now }, request) => {
  const user = request.user as User;
  const id = /^[1-9]\d{0,9}$/.test(request.params.id ?? '') ? Number(request.params.id) : 0;
  const hook = await getWebhook(db, id, user.id);
  const action = request.form.get('do');
  if (action === 'test') {
    await queueWebhooks(db, [hook.id], { event: trial(now()), eventId: null, now: now() });
    return { redirect: paths.webhooks(), notice: t('alerts.a-trial-goes-out-at') };
  }
  if (action === 'on') {
    await enableWebhook(db, hook.id, user.id);
    return { redirect: paths.webhooks(), notice: t('alerts.is-told-again', { name: hook.name }) };
  }
  if (action !== 'remove') throw new InvalidInput(t('alerts.say-what-to-do-with'));
  await inTransaction(db, async (trx) => {
    await removeWebhook(trx, hook.id, user.id);
    await audit(trx, { at: now(), userId: user.id, action: 'webhook.removed', subject: String(hook.id) });
  });
  return { redirect: paths.webhooks(), notice: t('alerts.is-gone-and-what-ended', { name: hook.name }) };
};

function trial(now: AlertEvent['at']): AlertEvent {
  const nobody = { acquirer: null, target: null, authority: null, before: null, after: null, workingDays: null };
  return {
    ...nobody,
    key: `trial ${now}`,
    kind: 'source',
    pairId: null,
    title: 'Dealwatch',
    band: 'none',
    score: 0,
    headline: t('alerts.this-is-a-trial-nothing'),
    details: [],
    passages: [],
    path: '/alerts',
    at: now,
  };
}

async function page(
  { db }: Context,
  request: PageRequest,
  problems: Readonly<Record<string, string>>,
  made: { name: string; secret: string } | null = null,
): Promise<ViewAnswer> {
  const user = request.user as User;
  const hooks = await webhooksOf(db, user.id);
  const names = new Map(hooks.map(({ id, name }) => [id, name]));
  const data = {
    made,
    hooks: hooks.map(({ id, name, url, shape, disabledAt, lastOkAt, lastError }) => ({
      id,
      name,
      host: new URL(url).host,
      shape: SHAPE_LABELS[shape],
      state: disabledAt
        ? t('alerts.switched-off-it-failed-again', { disabledAt: formatInstant(disabledAt) })
        : t('account.on-state'),
      off: disabledAt !== null,
      lastOk: lastOkAt ? formatInstant(lastOkAt) : t('time.never'),
      lastError,
    })),
    deliveries: (await deliveriesOf(db, user.id, SHOWN)).map((one) => ({
      hook: names.get(one.webhookId) ?? '',
      what: `${one.body.title}: ${one.body.headline}`,
      state: STATES[one.state],
      status: one.status,
      tries: one.attempts,
      error: one.state === 'sent' ? null : one.error,
      at: formatInstant(one.sentAt ?? one.createdAt),
    })),
    shapes: WEBHOOK_SHAPES.map((value) => ({ value, label: SHAPE_LABELS[value] })),
    form: made ? emptyForm : formOf(request.form),
    problems,
    lines: Object.entries(problems).map(([field, sentence]) => ({ field, sentence })),
  };
  return { view: 'webhooks', title: t('alerts.webhooks'), data };
}

const emptyForm = { name: '', url: '', shape: 'dealwatch' };

function formOf(form: URLSearchParams) {
  const field = (name: string) => (form.get(name) ?? '').slice(0, 2000);
  return { name: field('name'), url: field('url'), shape: field('shape') || 'dealwatch' };
}
