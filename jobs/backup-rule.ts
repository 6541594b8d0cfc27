import { dayOf, type Instant, parseInstant } from '../model/day.ts';

/** How many copies are kept: the newest of each of the last days, weeks and months that have one. */
export interface BackupRule {
  days: number;
  weeks: number;
  months: number;
}

const NAME = /^dealwatch-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.db$/;
const WEEK_MS = 7 * 86_400_000;
/** Monday, 5 January 1970: weeks begin on Mondays. */
const FIRST_MONDAY_MS = 4 * 86_400_000;

/** The name of the copy of a moment: `dealwatch-2026-05-22T03-00-00Z.db`. */
export function backupName(now: Instant): string {
  return `dealwatch-${now.slice(0, 19).replaceAll(':', '-')}Z.db`;
}

/** The moment that a file name says, or null for a file that is none of ours. */
export function momentOf(name: string): Instant | null {
  const m = NAME.exec(name);
  return m ? parseInstant(`${m[1]}T${m[2]}:${m[3]}:${m[4]}.000Z`) : null;
}

/** Takes the names in the folder; gives those that the rule no longer keeps. Files of others are never among them. */
export function toRemove(names: readonly string[], rule: BackupRule): string[] {
  const copies = names
    .flatMap((name) => {
      const at = momentOf(name);
      return at ? [{ name, at }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const kept = new Set([
    ...newestOfEach(copies, dayOf, rule.days),
    ...newestOfEach(copies, weekOf, rule.weeks),
    ...newestOfEach(copies, (at) => at.slice(0, 7), rule.months),
  ]);
  return copies.map(({ name }) => name).filter((name) => !kept.has(name));
}

function newestOfEach(
  copies: readonly { name: string; at: Instant }[],
  periodOf: (at: Instant) => string,
  periods: number,
): string[] {
  const newest = new Map<string, string>();
  for (const { name, at } of copies) if (!newest.has(periodOf(at))) newest.set(periodOf(at), name);
  return [...newest.values()].slice(0, periods);
}

const weekOf = (at: Instant) => String(Math.floor((Date.parse(at) - FIRST_MONDAY_MS) / WEEK_MS));
