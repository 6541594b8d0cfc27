import type { Instant } from '../../model/day.ts';
import { formatInstant, formatNumber } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

type Unit = 'minute' | 'hour' | 'day';

const MINUTE_MS = 60_000;
const [HOUR, DAY] = [60, 1440];

/** Takes minutes; gives how often that is: "every 30 minutes", "every hour", "every 2 days". */
export function every(minutes: number): string {
  const [n, unit] = inUnits(minutes);
  return t(`time.every-${unit}`, { n });
}

/** Takes two moments, the earlier first; gives "12 minutes ago", "in 3 hours" when it is the later one. */
export function relative(moment: Instant, now: Instant): string {
  const minutes = Math.round((Date.parse(now) - Date.parse(moment)) / MINUTE_MS);
  if (minutes === 0) return t('time.just-now');
  const [n, unit] = roughly(Math.abs(minutes));
  const span = t(`time.${unit}`, { n });
  return minutes > 0 ? t('time.ago', { span }) : t('time.in', { span });
}

/** A moment as people write it, with how long ago beside it; a word when there is none. */
export function moment(instant: Instant | null, now: Instant, none: string): { text: string; relative: string | null } {
  return instant ? { text: formatInstant(instant), relative: relative(instant, now) } : { text: none, relative: null };
}

/** Takes milliseconds; gives "240 ms", "12.4 s", "3 min". */
export function duration(millis: number): string {
  if (millis < 1000) return t('time.ms', { millis: Math.round(millis) });
  return millis < 120_000
    ? t('time.s', { seconds: formatNumber(millis / 1000, 1, 1) })
    : t('time.min', { millis: Math.round(millis / MINUTE_MS) });
}

function inUnits(minutes: number): [number, Unit] {
  if (minutes % DAY === 0) return [minutes / DAY, 'day'];
  if (minutes % HOUR === 0) return [minutes / HOUR, 'hour'];
  return [minutes, 'minute'];
}

function roughly(minutes: number): [number, Unit] {
  if (minutes < HOUR) return [minutes, 'minute'];
  if (minutes < 2 * DAY) return [Math.round(minutes / HOUR), 'hour'];
  return [Math.round(minutes / DAY), 'day'];
}
