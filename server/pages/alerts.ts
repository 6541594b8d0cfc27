import type { Context } from '../../context.ts';
import { eventsSince, type StoredEvent, waitingFor } from '../../db/going-out/alert-events.ts';
import { mailsTo } from '../../db/going-out/alerts.ts';
import { changeDelivery, type Wish, wishesFor } from '../../db/going-out/announce.ts';
import { addressWorks } from '../../db/going-out/returned-mails.ts';
import { scopeOnRecord } from '../../db/going-out/scopes.ts';
import { deliverySettings, subscribe, subscriptionsOf, unsubscribe } from '../../db/going-out/subscriptions.ts';
import { getWebhook, webhooksOf } from '../../db/going-out/webhooks.ts';
import type { Database } from '../../db/open.ts';
import type { User } from '../../db/people/users.ts';
import { addMs, type Instant } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { BANDS } from '../../model/flag.ts';
import { dueFor, formatLocal } from '../../model/local-time.ts';
import { countMails } from '../../model/mail-count.ts';
import { paths } from '../../model/paths.ts';
import { CADENCES, type DeliverySettings, EVENT_KINDS, SCOPES } from '../../model/subscription.ts';
import { formatInstant } from '../../words/format.ts';
import { BAND_LABELS, CADENCE_LABELS, EVENT_LABELS } from '../../words/labels.ts';
import { labels, t } from '../../words/speak.ts';
import { firedWords, subscriptionSentence } from '../../words/subscription.ts';
import { deliveryIn, type Wished, wishedIn } from '../forms/subscription.ts';
import type { Answer, Handler, PageRequest } from '../handler.ts';
import { mailWords } from '../words/mail.ts';

const WEEK_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;
/** Events of the last week that previews look at. */
const MOST_EVENTS = 5_000;
const SHOWN_EVENTS = 12;
const SHOWN_MAILS = 10;
const SNOOZES: Record<string, number> = { '1': DAY_MS, '3': 3 * DAY_MS, '7': 7 * DAY_MS, '14': 14 * DAY_MS };
const WEEKDAYS = labels('weekday');

const SCOPE_LABELS: Record<(typeof SCOPES)[number], string> = labels('alert-scope');

/** What the person signed in is told about, when, and what became of it. */
export const alertSettings: Handler = async (context, request) => alertsPage(context, request, {});

/** Adds what a person asks for, or (with `do=preview`) shows what it would have sent this week and stores nothing. */
export const addAlert: Handler = async (context, request) => {
  const { form } = request;
  const user = request.user as User;
  try {
    const { wished, known } = await wishOnRecord(context.db, wishedIn(form));
    if (wished.webhookId !== null) await getWebhook(context.db, wished.webhookId, user.id);
    if (form.get('do') === 'preview') return await alertsPage(context, request, { wished });
    await subscribe(context.db, { ...wished, userId: user.id, now: context.now() });
    return { redirect: paths.alerts(), notice: notedWords(wished, known) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...(await alertsPage(context, request, { problems: error.fields })), status: 422 };
  }
};

/** The wish as the ledger writes names. A deal must be on record; a company or an authority may yet come. */
async function wishOnRecord(db: Database, wished: Wished): Promise<{ wished: Wished; known: boolean }> {
  const { value, name, known } = await scopeOnRecord(db, wished.scope, wished.scopeValue);
  if (wished.scope === 'pair' && !known) {
    const problem = t('alerts.no-deal-on-record-has', { value: wished.scopeValue });
    throw new InvalidInput(t('alerts.something-to-correct'), { value: problem });
  }
  return { wished: { ...wished, scopeValue: value, ...(name ? { scopeName: name } : {}) }, known };
}

function notedWords(wished: Wished, known: boolean): string {
  const noted = t('alerts.noted', { value: sentenceFor(wished, new Map()) });
  return known ? noted : `${noted} ${t('alerts.nothing-on-record-is-named', { value: wished.scopeValue })}`;
}

/** Ends one of the person's subscriptions. */
export const removeAlert: Handler = async ({ db }, { params, user }) => {
  const id = /^[1-9]\d{0,9}$/.test(params.id ?? '') ? Number(params.id) : 0;
  const ended = await unsubscribe(db, (user as User).id, [id]);
  return {
    redirect: paths.alerts(),
    notice: ended ? t('alerts.you-will-not-be-told') : t('alerts.it-had-ended-before'),
  };
};

/** Changes when and how the person is reached: clock, digests, quiet hours, snooze, an address that works again. */
export const setAlertDelivery: Handler = async (context, request) => {
  const { db, now } = context;
  const { form } = request;
  const user = request.user as User;
  const action = form.get('do');
  if (action === 'wake') await changeDelivery(db, user.id, { snoozedUntil: null });
  else if (action === 'works') await addressWorks(db, user.id);
  else if (action === 'snooze') await changeDelivery(db, user.id, { snoozedUntil: snoozeEnd(form, now()) });
  else {
    try {
      await changeDelivery(db, user.id, deliveryIn(form));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return { ...(await alertsPage(context, request, { problems: error.fields })), status: 422 };
    }
  }
  return { redirect: paths.alerts(), notice: t('alerts.noted-2') };
};

function snoozeEnd(form: URLSearchParams, now: Instant): Instant {
  const ms = SNOOZES[form.get('days') ?? ''];
  if (!ms) throw new InvalidInput(t('alerts.choose-how-long'), { days: t('alerts.choose-how-long') });
  return addMs(now, ms);
}

interface Shown {
  wished?: Wished;
  problems?: Readonly<Record<string, string>>;
}

async function alertsPage(context: Context, request: PageRequest, { wished, problems = {} }: Shown) {
  const { db, mailer, now } = context;
  const user = request.user as User;
  const [settings, hooks] = [await deliverySettings(db, user.id), await webhooksOf(db, user.id)];
  const events = await eventsSince(db, addMs(now(), -WEEK_MS), MOST_EVENTS);
  const waiting = await waitingFor(db, user.id);
  const mails = await mailsTo(db, user.id, SHOWN_MAILS);
  const data = {
    email: user.email,
    mayAddHooks: user.role !== 'viewer',
    configured: mailer.configured,
    wishes: await wishLines(db, user, events),
    preview: wished ? await previewOf(db, user, wished, { events, settings, now: now() }) : null,
    waiting: waiting.events
      ? { count: waiting.events, next: waiting.next && formatLocal(waiting.next, settings.timeZone) }
      : null,
    settings: settingsWords(settings, now()),
    mails: mails.map(mailWords),
    form: formWords(request, wished),
    hooks: hooks.map(({ id, name }) => ({ value: String(id), label: t('alerts.webhook', { name }) })),
    choices: choices(user),
    problems,
    lines: Object.entries(problems).map(([field, sentence]) => ({ field, sentence })),
  };
  return { view: 'alerts', title: t('alerts.alerts'), data } satisfies Answer;
}

async function wishLines(db: Database, user: User, events: readonly StoredEvent[]) {
  const names = new Map((await webhooksOf(db, user.id)).map(({ id, name }) => [id, name]));
  const lines = [];
  for (const one of await subscriptionsOf(db, user.id)) {
    const week = await eventsFor(db, { ...one, role: user.role }, events);
    const { known } = await scopeOnRecord(db, one.scope, one.scopeValue);
    lines.push({ id: one.id, sentence: subscriptionSentence(one, names), ...firedWords(one, week.length, known) });
  }
  return lines;
}

async function eventsFor(db: Database, wish: Wish, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const asked: StoredEvent[] = [];
  for (const event of events) if ((await wishesFor(db, [wish], event)).length > 0) asked.push(event);
  return asked;
}

const sentenceFor = (wished: Wished, names: ReadonlyMap<number, string>) => subscriptionSentence(wished, names);

/** What a subscription would have sent in the last seven days: the changes, and in how many mails. */
async function previewOf(
  db: Database,
  user: User,
  wished: Wished,
  { events, settings }: { events: readonly StoredEvent[]; settings: DeliverySettings; now: Instant },
) {
  const asked = await eventsFor(db, { ...wished, userId: user.id, role: user.role }, events);
  // As if the clock had stood there: a snooze of today says nothing of last week.
  const awake = { ...settings, snoozedUntil: null };
  const tellings = asked.map((event) => ({
    ...dueFor(event.at, wished.cadence, awake),
    subject: event.pairId ?? event.title,
  }));
  return {
    sentence: sentenceFor(wished, new Map()),
    changes: asked.length,
    mails: countMails(tellings),
    first: asked.slice(0, SHOWN_EVENTS).map((event) => ({
      title: event.title,
      headline: event.headline,
      at: formatInstant(event.at),
      link: event.path,
    })),
  };
}

function settingsWords(settings: DeliverySettings, now: Instant) {
  const { timeZone, digestHour, digestWeekday, quietFrom, quietTo, snoozedUntil, refusedReason } = settings;
  const asleep = snoozedUntil !== null && snoozedUntil > now;
  return {
    zone: timeZone,
    hour: String(digestHour),
    weekday: String(digestWeekday),
    quietFrom: quietFrom === null ? '' : String(quietFrom),
    quietTo: quietTo === null ? '' : String(quietTo),
    snoozed: asleep ? formatLocal(snoozedUntil, timeZone) : null,
    refused: refusedReason,
    clock: formatLocal(now, timeZone),
  };
}

/** What the form holds: what was sent, or what the address asks for, so that other pages can link to it filled in. */
function formWords({ form, query }: PageRequest, wished: Wished | undefined) {
  const given = [...form.keys()].length > 1 ? form : query;
  return {
    kinds: wished?.kinds ?? EVENT_KINDS.filter((kind) => given.getAll('kind').includes(kind)),
    scope: SCOPES.find((scope) => scope === given.get('scope')) ?? 'all',
    value: (given.get('value') ?? '').slice(0, 500),
    band: BANDS.find((band) => band === given.get('band')) ?? 'none',
    days: (given.get('days') ?? '5').slice(0, 3),
    cadence: CADENCES.find((cadence) => cadence === given.get('cadence')) ?? 'now',
    webhook: (given.get('webhook') ?? '').slice(0, 10),
  };
}

function choices({ role }: User) {
  const kinds = EVENT_KINDS.filter((kind) => kind !== 'source' || role === 'admin');
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  }));
  return {
    kinds: kinds.map((value) => ({ value, label: EVENT_LABELS[value] })),
    scopes: SCOPES.map((value) => ({ value, label: SCOPE_LABELS[value] })),
    bands: [
      { value: 'none', label: t('alerts.any-band') },
      { value: 'Low', label: t('alerts.band-or-above', { band: BAND_LABELS.Low }) },
      { value: 'Medium', label: t('alerts.band-or-above', { band: BAND_LABELS.Medium }) },
      { value: 'High', label: BAND_LABELS.High },
    ],
    cadences: CADENCES.map((value) => ({ value, label: CADENCE_LABELS[value] })),
    hours,
    weekdays: Object.entries(WEEKDAYS).map(([value, label]) => ({ value, label })),
    snoozes: Object.keys(SNOOZES).map((value) => ({
      value,
      label: t('alerts.days', { n: Number(value) }),
    })),
  };
}
