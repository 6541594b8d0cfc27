import type { Gap } from '../../db/gaps.ts';
import type { FailedItem } from '../../db/items.ts';
import type { Rhythm } from '../../db/rhythm.ts';
import type { SourceRow } from '../../db/sources.ts';
import { dayOf, formatDay, type Instant } from '../../model/day.ts';
import { SOURCE_CLASS_LABELS } from '../../model/labels.ts';
import { webLink } from '../../model/link.ts';
import type { SourceClass } from '../../model/scrutiny.ts';
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

const STATE_WORDS: Record<SourceState, string> = {
  failing: 'Failing',
  late: 'Late',
  silent: 'Silent',
  never: 'Not read yet',
  ok: 'Read',
  off: 'Switched off',
};

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
    const times = errorCount === 1 ? 'The last try failed' : `${errorCount} tries in a row failed`;
    return `${times}: ${lastError ?? 'no reason is known.'}`;
  }
  return health === 'late' ? 'It has not been read for longer than it should take.' : null;
}

/** It is read well, and that is the trouble: nothing new has come for longer than it ever does. */
function silence({ silentSince, usualPauseDays }: Rhythm, now: Instant): string {
  const pause = usualPauseDays === 1 ? 'every day' : `every ${usualPauseDays} days at least`;
  return `It is read, but nothing new has come since ${moment(silentSince, now, '').text}; usually something comes ${pause}. Has the page moved?`;
}

function nextTry({ enabled, running, nextDueAt }: SourceRow, now: Instant): string {
  if (running) return 'being read now';
  if (!enabled) return 'none while switched off';
  return nextDueAt <= now ? 'at the next turn' : moment(nextDueAt, now, '').text;
}

/** Takes a time of which entries of a source may be missing; gives it as a sentence. */
export function gapWords({ since, until }: Gap): string {
  const days = [formatDay(dayOf(since)), formatDay(dayOf(until))];
  return `Between ${days[0]} and ${days[1]} nobody looked, and its list has rolled on: entries of that time may be missing.`;
}

/** Takes how many entries wait to be read; gives a sentence, or null when none does. */
export function waitingWords(waiting: number): string | null {
  if (waiting === 0) return null;
  const what = waiting === 1 ? 'One entry waits' : `${waiting.toLocaleString('en')} entries wait`;
  return `${what} to be read: a hundred at each visit, the next a minute later.`;
}

/** Takes an entry that could not be read; gives its line. */
export function failedItemWords({ key, title, url, error, isGivenUp }: FailedItem) {
  const state = isGivenUp ? 'Given up until its page changes' : 'Tried again later';
  return { title: title ?? url ?? key, link: webLink(url), error, state };
}
