import { DEAL_PARAMETERS } from '../../db/ledger/pair-query.ts';
import { FLAG_PARAMETERS } from '../../db/review/flag-query.ts';
import { InvalidInput } from '../../model/errors.ts';
import { BANDS } from '../../model/flag.ts';
import { isTimeZone } from '../../model/local-time.ts';
import {
  CADENCES,
  type DeliverySettings,
  EVENT_KINDS,
  FLAGS_PAGE,
  SCOPES,
  type Scope,
  type Subscription,
} from '../../model/subscription.ts';
import { labels, t } from '../../words/speak.ts';

/** What a person asks for, as sent; no number, owner or date yet. */
export type Wished = Pick<
  Subscription,
  'kinds' | 'scope' | 'scopeValue' | 'scopeName' | 'minBand' | 'workingDays' | 'cadence' | 'webhookId'
>;

const LONGEST_VALUE = 500;

/** Takes the form of the Alerts page; gives what is asked for. Throws InvalidInput that names each field. */
export function wishedIn(form: URLSearchParams): Wished {
  const problems: Record<string, string> = {};
  const kinds = EVENT_KINDS.filter((kind) => form.getAll('kind').includes(kind));
  if (kinds.length === 0) problems.kind = t('alerts.choose-at-least-one-kind');
  const scope = SCOPES.find((known) => known === form.get('scope')) ?? 'all';
  const scopeValue = scope === 'all' ? '' : scopeValueIn(scope, form.get('value') ?? '');
  if (scope !== 'all' && !scopeValue) problems.value = VALUE_PROBLEMS[scope];
  const days = form.get('days') || '5';
  const workingDays = kinds.includes('deadline') ? Number(days) : null;
  if (workingDays !== null && (!/^\d{1,2}$/.test(days) || workingDays < 1 || workingDays > 60)) {
    problems.days = t('alerts.write-a-number-of-working');
  }
  if (Object.keys(problems).length) throw new InvalidInput(t('alerts.something-to-correct'), problems);
  return {
    kinds,
    scope,
    scopeValue,
    minBand: BANDS.find((band) => band === form.get('band')) ?? 'none',
    workingDays,
    cadence: CADENCES.find((known) => known === form.get('cadence')) ?? 'now',
    webhookId: /^[1-9]\d{0,9}$/.test(form.get('webhook') ?? '') ? Number(form.get('webhook')) : null,
  };
}

const VALUE_PROBLEMS: Record<Exclude<Scope, 'all'>, string> = labels('alert-scope-problem');

/** A pair and a filter may be pasted as the address of their page. */
function scopeValueIn(scope: Scope, value: string): string {
  const text = value.trim().slice(0, LONGEST_VALUE);
  if (scope === 'pair')
    return decoded(
      text
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? '',
    );
  if (scope === 'filter') return filterIn(text.replace(/#.*$/, ''));
  return text;
}

/**
 * The filter in the address of the Deals or Flags page, in a query, or in words to be found in names: as a query of the
 * deals page, or with `flags?` before it. Only what filters is kept; empty when nothing does.
 */
function filterIn(text: string): string {
  const [, path = 'deals', query = ''] = /^(?:.*\/)?([\w.-]*)\?(.*)$/.exec(text) ?? ['', 'deals', asQuery(text)];
  const page = path.replace(/\.(csv|json|xlsx)$/, '');
  const known: readonly string[] =
    page === 'flags' ? FLAG_PARAMETERS : page === 'deals' || !page ? DEAL_PARAMETERS : [];
  const kept = [...new URLSearchParams(query)].filter(([name, value]) => value.trim() && known.includes(name));
  if (kept.length === 0) return '';
  return `${page === 'flags' ? FLAGS_PAGE : ''}${new URLSearchParams(kept)}`;
}

function asQuery(text: string): string {
  if (/^(https?:\/)?\//.test(text)) return '';
  return text.includes('=') ? text : `q=${encodeURIComponent(text)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Takes the form for when and how one is reached; gives it. Throws InvalidInput that names each field. */
export function deliveryIn(form: URLSearchParams): Partial<DeliverySettings> {
  const problems: Record<string, string> = {};
  const timeZone = (form.get('zone') ?? '').trim();
  if (!isTimeZone(timeZone)) problems.zone = t('alerts.write-a-time-zone-such');
  const hour = hourIn(form.get('hour'));
  if (hour === null) problems.hour = t('alerts.choose-an-hour');
  const weekday = Number(form.get('weekday'));
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) problems.weekday = t('alerts.choose-a-day');
  const [quietFrom, quietTo] = [hourIn(form.get('quietFrom')), hourIn(form.get('quietTo'))];
  if ((quietFrom === null) !== (quietTo === null)) problems.quietFrom = t('alerts.choose-both-hours-or-neither');
  if (Object.keys(problems).length) throw new InvalidInput(t('alerts.something-to-correct'), problems);
  return { timeZone, digestHour: hour as number, digestWeekday: weekday, quietFrom, quietTo };
}

function hourIn(text: string | null): number | null {
  return text && /^([01]?\d|2[0-3])$/.test(text) ? Number(text) : null;
}
