import { addMs, type Instant } from '../../model/day.ts';

const LONGEST_MS = 24 * 3_600_000;

/**
 * Takes a Retry-After header (seconds or an HTTP date) and the present instant; gives when to come back, at most a
 * day ahead and never in the past, or null when there is no usable header.
 */
export function readRetryAfter(header: string | null, now: Instant): Instant | null {
  if (header === null) return null;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.parse(now);
  if (Number.isNaN(wait) || text === '' || /^[-+]/.test(text)) return null;
  return addMs(now, Math.min(Math.max(wait, 0), LONGEST_MS));
}
