import { formatInstant } from '../../model/day.ts';
import { BAND_LABELS, CADENCE_LABELS, EVENT_LABELS } from '../../model/labels.ts';
import type { Subscription } from '../../model/subscription.ts';

type Said = Pick<Subscription, 'kinds' | 'scope' | 'scopeValue' | 'minBand' | 'workingDays' | 'cadence' | 'webhookId'>;

/** What somebody asked for, as one sentence: "When a pair in band High has a new flag, mail me at once." */
export function subscriptionSentence(said: Said, webhooks: ReadonlyMap<number, string>): string {
  const kinds = said.kinds.map((kind) =>
    kind === 'deadline' ? `a deadline in ${daysWords(said.workingDays)}` : EVENT_LABELS[kind],
  );
  const where = scopeWords(said);
  const how =
    said.webhookId === null
      ? `mail me ${CADENCE_LABELS[said.cadence]}`
      : `tell the webhook ${webhooks.get(said.webhookId) ?? 'that is gone'}`;
  return `When there is ${listed(kinds)}${where}, ${how}`;
}

function daysWords(days: number | null): string {
  return days === 1 ? '1 working day' : `${days ?? 0} working days`;
}

function scopeWords({ scope, scopeValue, minBand }: Said): string {
  const band = minBand === 'none' ? '' : ` in band ${BAND_LABELS[minBand]}${minBand === 'High' ? '' : ' or above'}`;
  const words = {
    all: band ? ` on a pair${band}` : '',
    filter: ` on the deals of the filter “${readable(scopeValue)}”${band}`,
    pair: ` on ${scopeValue.replace('--', ' → ')}${band}`,
    company: ` on a deal of ${scopeValue}${band}`,
    authority: ` on a pair before ${scopeValue}${band}`,
  };
  return words[scope];
}

/** A query as people read it: "acquirer: Amazon, kind: cloud". */
function readable(query: string): string {
  const parts = [...new URLSearchParams(query)]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`);
  return parts.join(', ') || 'everything';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** When it last had something to tell, and a hint when it tells too much or nothing. */
export function firedWords(
  subscription: Subscription,
  weekly: number,
): { last: string; week: string; hint: string | null } {
  const hint = weekly > 50 ? 'Noisy: a higher band or a digest tells the same in fewer mails.' : null;
  return {
    last: subscription.lastFiredAt ? formatInstant(subscription.lastFiredAt) : 'never',
    week: weekly === 1 ? '1 change in the last 7 days' : `${weekly} changes in the last 7 days`,
    hint,
  };
}
