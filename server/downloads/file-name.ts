import { dayOf, type Instant } from '../../model/day.ts';

/** Takes what a file holds, its ending and the time; gives its name: `dealwatch-flags-2026-05-22.csv`. */
export function fileName(holds: string, ending: string, now: Instant): string {
  return `dealwatch-${holds}-${dayOf(now)}.${ending}`;
}

export const CSV = 'text/csv; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
