import type { Subscription } from '../../model/subscription.ts';
import { formatInstant } from '../../words/format.ts';
import { BAND_LABELS, CADENCE_LABELS, EVENT_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';

type Said = Pick<Subscription, 'kinds' | 'scope' | 'scopeValue' | 'minBand' | 'workingDays' | 'cadence' | 'webhookId'>;

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

function scopeWords({ scope, scopeValue, minBand }: Said): string {
  const band =
    minBand === 'none'
      ? ''
      : ` ${t('alerts.in-band', { band: BAND_LABELS[minBand], above: minBand === 'High' ? '' : ` ${t('alerts.or-above')}` })}`;
  const words = {
    all: band ? ` ${t('alerts.on-a-pair', { band })}` : '',
    filter: ` ${t('alerts.on-the-deals-of-the', { scopeValue: readable(scopeValue), band })}`,
    pair: ` ${t('alerts.on-small', { scopeValue: scopeValue.replace('--', ' → '), band })}`,
    company: ` ${t('alerts.on-a-deal-of', { scopeValue, band })}`,
    authority: ` ${t('alerts.on-a-pair-before', { scopeValue, band })}`,
  };
  return words[scope];
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

/** When it last had something to tell, and a hint when it tells too much or nothing. */
export function firedWords(
  subscription: Subscription,
  weekly: number,
): { last: string; week: string; hint: string | null } {
  const hint = weekly > 50 ? t('alerts.noisy-a-higher-band-or') : null;
  return {
    last: subscription.lastFiredAt ? formatInstant(subscription.lastFiredAt) : t('time.never'),
    week: t('alerts.changes-in-the-last-7', { n: weekly }),
    hint,
  };
}
