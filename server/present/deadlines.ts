import { type Day, daysBetween } from '../../model/day.ts';
import type { Deadline } from '../../model/deadline.ts';
import { paths } from '../../model/paths.ts';
import { formatDay } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** A deadline as pages list it. */
export interface DeadlineLine {
  day: string;
  month: string;
  /** "today", "12 d", "3 d ago"; null when no day can be told. */
  left: string | null;
  soon: boolean;
  past: boolean;
  pair: { acquirer: string; target: string; link: string };
  authority: string;
  label: string;
  /** "statutory" or "target": the law's day, or the authority's own aim. */
  force: string;
  basis: string;
  why: string | null;
  latest: string | null;
}

/** A day within this many days is near. */
const SOON_DAYS = 7;

/** Takes a deadline and today; gives its words. */
export function deadlineLine(deadline: Deadline, today: Day): DeadlineLine {
  const { due, acquirer, target, pairId, authority, label, force, why, latest } = deadline;
  const days = due === null ? null : daysBetween(today, due);
  return {
    day: due ? formatDay(due) : t('scrutiny.not-told'),
    month: due ? formatDay(due.slice(0, 7) as Day) : t('scrutiny.without-a-day'),
    left: days === null ? null : leftWords(days),
    soon: days !== null && days >= 0 && days <= SOON_DAYS,
    past: days !== null && days < 0,
    pair: { acquirer, target, link: `${paths.deal(pairId)}#scrutiny` },
    authority,
    label,
    force,
    basis: basisWords(deadline),
    why,
    latest: latest && t('scrutiny.at-the-latest', { day: formatDay(latest.day), when: latest.when }),
  };
}

function leftWords(days: number): string {
  if (days === 0) return t('scrutiny.due-today');
  return days > 0 ? t('scrutiny.d', { days }) : t('scrutiny.d-ago', { days: -days });
}

/** "Enterprise Act 2002, s. 34ZA(3): 40 working days from 2 Mar 2026 (launch of the inquiry)". */
function basisWords({ basis }: Deadline): string {
  const { law, length, unit, start, startedBy } = basis;
  return t('scrutiny.from', { law, length, unit, start: formatDay(start), startedBy });
}
