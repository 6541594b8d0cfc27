import { FLAGS_PAGE, type Subscription } from '../model/subscription.ts';
import { formatInstant } from './format.ts';
import { BAND_LABELS, CADENCE_LABELS, EVENT_LABELS } from './labels.ts';
import { t } from './speak.ts';

type Said = Pick<
  Subscription,
  'kinds' | 'scope' | 'scopeValue' | 'scopeName' | 'minBand' | 'workingDays' | 'cadence' | 'webhookId'
>;

/** What somebody asked for, as one sentence: "When a pair in band High has a new flag, mail me at once." */
export function subscriptionSentence(said: Said, webhooks: ReadonlyMap<number, string>): string {
  const kinds = said.kinds.map((kind) =>
    kind === 'deadline' ? t('alerts.a-deadline-in', { workingDays: daysWords(said.workingDays) }) : EVENT_LABELS[kind],
  );
  const where = scopeWords(said);
  const how =
    said.webhookId === null
      ? t('alerts.mail-me', { cadence: CADENCE_LABELS[said.cadence] })
      : t('alerts.tell-the-webhook', { webhooks: webhooks.get(said.webhookId) ?? t('alerts.that-is-gone') });
  return t('alerts.when-there-is-2', { kinds: listed(kinds), where, how });
}

function daysWords(days: number | null): string {
  return t('alerts.working-days', { n: days ?? 0 });
}

function scopeWords({ scope, scopeValue, scopeName = scopeValue, minBand }: Said): string {
  const band =
    minBand === 'none'
      ? ''
      : ` ${t('alerts.in-band', { band: BAND_LABELS[minBand], above: minBand === 'High' ? '' : ` ${t('alerts.or-above')}` })}`;
  const words = {
    all: band ? ` ${t('alerts.on-a-pair', { band })}` : '',
    filter: ` ${filterWords(scopeValue, band)}`,
    pair: ` ${t('alerts.on-small', { scopeValue: scopeName, band })}`,
    company: ` ${t('alerts.on-a-deal-of', { scopeValue, band })}`,
    authority: ` ${t('alerts.on-a-pair-before', { scopeValue, band })}`,
  };
  return words[scope];
}

function filterWords(scopeValue: string, band: string): string {
  if (!scopeValue.startsWith(FLAGS_PAGE)) {
    return t('alerts.on-the-deals-of-the', { scopeValue: readable(scopeValue), band });
  }
  return t('alerts.on-the-flags-of-the', { scopeValue: readable(scopeValue.slice(FLAGS_PAGE.length)), band });
}

/** A query as people read it: "acquirer: Amazon, kind: cloud". */
function readable(query: string): string {
  const parts = [...new URLSearchParams(query)]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`);
  return parts.join(', ') || t('alerts.everything');
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : t('frame.or-last', { first: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' });
}

/** Changes in a week that are too many for single mails. */
const NOISY = 50;

const unknownWords = ({ scopeValue }: Subscription) => t('alerts.nothing-on-record-is-named', { value: scopeValue });

/** When it last had something to tell, and a hint when it tells too much, or is about nothing that the ledger knows. */
export function firedWords(
  subscription: Subscription,
  weekly: number,
  known: boolean,
): { last: string; week: string; hint: string | null } {
  const hint = weekly > NOISY ? t('alerts.noisy-a-higher-band-or') : known ? null : unknownWords(subscription);
  return {
    last: subscription.lastFiredAt ? formatInstant(subscription.lastFiredAt) : t('time.never'),
    week: t('alerts.changes-in-the-last-7', { n: weekly }),
    hint,
  };
}
