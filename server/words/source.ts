import { type Backfill, isUnderWay } from '../../db/sources/backfills.ts';
import type { Gap } from '../../db/sources/gaps.ts';
import type { FailedItem } from '../../db/sources/items.ts';
import type { Rhythm } from '../../db/sources/rhythm.ts';
import type { SourceRow } from '../../db/sources/sources.ts';
import { dayOf, type Instant } from '../../model/day.ts';
import { webLink } from '../../model/link.ts';
import type { SourceClass } from '../../model/scrutiny.ts';
import { formatDay } from '../../words/format.ts';
import { SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { labels, t } from '../../words/speak.ts';
import { every, moment } from './time.ts';

export type SourceState = 'failing' | 'late' | 'silent' | 'never' | 'ok' | 'off';

/** What the pages say of one source; every word decided here. */
export interface SourceWords {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
  sourceClass: { word: string; mark: string };
  state: SourceState;
  stateWord: string;
  /** Why it is not read, in a sentence; null when it is. */
  trouble: string | null;
  lastOk: ReturnType<typeof moment>;
  lastRun: ReturnType<typeof moment>;
  rhythm: string;
  next: string;
  documents: number;
  enabled: boolean;
}

const STATE_WORDS: Record<SourceState, string> = labels('source-state');

/** How full the square before an outlet is: the fuller, the stronger the source. */
export const CLASS_MARKS: Record<SourceClass, string> = { official: 'off', filing: 'fil', press: '' };

/** Takes a source as stored, the time, and what is known of its rhythm; gives its words. */
export function sourceWords(source: SourceRow, now: Instant, known?: Rhythm): SourceWords {
  const silent = known?.silentSince ? known : null;
  const health = source.health === 'ok' && silent ? 'silent' : source.health;
  const state: SourceState = source.enabled ? health : 'off';
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    url: source.url,
    sourceClass: { word: SOURCE_CLASS_LABELS[source.sourceClass], mark: CLASS_MARKS[source.sourceClass] },
    state,
    stateWord: STATE_WORDS[state],
    trouble: trouble(source) ?? (state === 'silent' && silent ? silence(silent, now) : null),
    lastOk: moment(source.lastOkAt, now, 'never'),
    lastRun: moment(source.lastRunAt, now, 'never'),
    rhythm: every(source.everyMinutes),
    next: nextTry(source, now),
    documents: source.documents,
    enabled: source.enabled,
  };
}

function trouble({ enabled, errorCount, lastError, health }: SourceRow): string | null {
  if (!enabled) return null;
  if (errorCount > 0) {
    const times = t('sources.tries-in-a-row-failed', { n: errorCount });
    return `${times}: ${lastError ?? t('sources.no-reason-is-known')}`;
  }
  return health === 'late' ? t('sources.it-has-not-been-read-for') : null;
}

/** It is read well, and that is the trouble: nothing new has come for longer than it ever does. */
function silence({ silentSince, usualPauseDays }: Rhythm, now: Instant): string {
  const pause = t('sources.every-days-at-least', { n: usualPauseDays ?? 0 });
  return t('sources.it-is-read-but-nothing', { text: moment(silentSince, now, '').text, pause });
}

function nextTry({ enabled, running, nextDueAt }: SourceRow, now: Instant): string {
  if (running) return t('sources.being-read-now');
  if (!enabled) return t('sources.none-while-switched-off');
  return nextDueAt <= now ? t('sources.at-the-next-turn') : moment(nextDueAt, now, '').text;
}

/** Takes a time of which entries of a source may be missing; gives it as a sentence. */
export function gapWords({ since, until }: Gap): string {
  return t('sources.between-and-nobody-looked-and', { since: formatDay(dayOf(since)), until: formatDay(dayOf(until)) });
}

/** Takes how many entries wait to be read; gives a sentence, or null when none does. */
export function waitingWords(waiting: number): string | null {
  if (waiting === 0) return null;
  return t('sources.entries-wait', { n: waiting });
}

/** Takes an entry that could not be read; gives its line. */
export function failedItemWords({ key, title, url, error, isGivenUp }: FailedItem) {
  const state = isGivenUp ? t('sources.given-up-until-its-page') : t('sources.tried-again-later');
  return { title: title ?? url ?? key, link: webLink(url), error, state };
}

/** How far the reading of a source's past has come, for its page. */
export interface PastWords {
  text: string;
  /** Share of the lists that have been read, in percent; null when nothing is under way. */
  percent: number | null;
}

/** Takes what is left of a source's past, null for none; gives its words, null when nobody asked for any. */
export function pastWords(past: Backfill | null): PastWords | null {
  if (!past) return null;
  const since = formatDay(past.since);
  const done = past.total - past.queue.length;
  if (past.total === 0) return { text: t('sources.past-soon', { since }), percent: 0 };
  if (!isUnderWay(past)) return { text: t('sources.past-read-back-to', { since }), percent: null };
  return {
    text: t('sources.past-lists', { since, done, n: past.total }),
    percent: Math.floor((100 * done) / past.total),
  };
}
