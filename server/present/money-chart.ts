import { comparePartial, type Day, daysBetween, firstDay, lastDay, type PartialDay } from '../../model/day.ts';
import { gapOf } from '../../model/gap.ts';
import type { DealEvent, Pair, Scrutiny } from '../../model/ledger.ts';
import { mainCurrency, promised } from '../../model/pair-money.ts';
import { isOpen, type ScrutinyStatus } from '../../model/scrutiny.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { STATUS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';

/** Money put in over time, in steps, above lanes of what authorities did, on one axis of time. */
export interface MoneyChart {
  width: number;
  height: number;
  /** Where money is drawn. */
  plot: { left: number; right: number; top: number; bottom: number };
  years: { x: number; label: string }[];
  levels: { y: number; label: string }[];
  /** Outline of what was put in, up to each day; empty when no payment has a date. */
  area: string;
  line: string;
  /** A label at each step that has room. */
  steps: { x: number; y: number; text: string; date: string; end: boolean }[];
  promised: { x: number; y: number; width: number; height: number; text: string } | null;
  lanes: Lane[];
  /** From the last known step until today. */
  gap: { x: number; width: number; text: string } | null;
  today: number;
  /** How many sums have no date and are not drawn. */
  undated: number;
  name: string;
}

export interface Lane {
  authority: string;
  y: number;
  marks: { x: number; status: ScrutinyStatus; open: boolean; title: string }[];
  /** From an open step to the next one, or until today. */
  spans: { x: number; width: number }[];
  word: { x: number; text: string; end: boolean } | null;
}

export interface ChartSize {
  width: number;
  left: number;
  /** Room that a label at a step needs before the next one. */
  labelRoom: number;
  money: number;
}

/** The drawing beside text, and the one for a phone. */
export const BROAD: ChartSize = { width: 960, left: 64, labelRoom: 142, money: 168 };
export const NARROW: ChartSize = { width: 358, left: 46, labelRoom: 150, money: 150 };

const [RIGHT, TOP, LANE, FOOT] = [16, 24, 24, 22];
const PAID: readonly DealEvent['role'][] = ['tranche', 'fee', 'total'];

interface Payment {
  day: Day;
  date: PartialDay;
  /** True when the day is that of the first document that tells it. */
  isTold: boolean;
  /** All that was put in by then. */
  sum: number;
  text: string;
}

/** When a sum without a date was first told; null when that is not known. */
export type FirstTold = (event: DealEvent) => PartialDay | null;

/**
 * Takes a pair, today and when its undated sums were first told; draws money and scrutiny, or gives null when nothing
 * about the pair has a day. A sum without a date stands where it was first told, and its label says so.
 */
export function moneyChart(
  pair: Pair,
  today: Day,
  size: ChartSize,
  firstTold: FirstTold = () => null,
): MoneyChart | null {
  const currency = mainCurrency(pair);
  const payments = currency ? paymentsOf(pair, currency, firstTold) : [];
  const cells = pair.scrutiny.filter((cell) => cell.history.some((step) => step.date));
  const days = [...payments.map(({ day }) => day), ...cells.flatMap(stepDays)].sort();
  const first = days[0];
  if (!first) return null;
  const scale = timeScale(first, today, size);
  const bottom = TOP + (payments.length ? size.money : 0);
  const later = currency ? (promised(pair)[currency] ?? 0) : 0;
  const highest = Math.max(payments.at(-1)?.sum ?? 0, 0) + later;
  const y = (sum: number) => round(bottom - (highest ? (sum / highest) * (size.money - 20) : 0));
  return {
    width: size.width,
    height: bottom + FOOT + cells.length * LANE + 8,
    plot: { left: size.left, right: size.width - RIGHT, top: TOP, bottom },
    years: yearTicks(first, today, scale, size),
    levels: payments.length && currency ? levelTicks(highest, y, currency) : [],
    ...outline(payments, scale, y, bottom, scale(today)),
    steps: stepLabels(payments, scale, y, size),
    promised: later && currency && payments.length ? laterBox(payments, later, currency, y, scale(today), size) : null,
    lanes: cells.map((cell, i) => laneOf(cell, bottom + FOOT + i * LANE + LANE / 2, scale, today, size)),
    gap: shadeOf(pair, scale, today),
    today: scale(today),
    undated: undatedSums(pair, firstTold),
    name: nameOf(pair, payments, cells),
  };
}

const round = (n: number) => Number(n.toFixed(1));

/** Payments by date with all that was put in by then; a total told stands when it is more than its parts so far. */
function paymentsOf(pair: Pair, currency: string, firstTold: FirstTold): Payment[] {
  const events = pair.deals
    .filter((deal) => deal.certainty === 'done' && deal.kind !== 'cloud')
    .flatMap((deal) => deal.events)
    .filter(
      (event) => PAID.includes(event.role) && (event.certainty ?? 'done') === 'done' && event.currency === currency,
    )
    .flatMap((event) => dated(event, firstTold))
    .sort((a, b) => comparePartial(a.date, b.date));
  let sum = 0;
  return events.flatMap(({ role, date, value, isTold }) => {
    const next = role === 'total' ? Math.max(sum, value) : sum + value;
    if (next === sum) return [];
    const text =
      role === 'total'
        ? t('dossier.in-all', { value: formatMoney({ value: next, currency }) })
        : `+${formatMoney({ value, currency })}`;
    sum = next;
    return [{ day: firstDay(date), date, isTold, sum, text }];
  });
}

function dated(event: DealEvent, firstTold: FirstTold) {
  const date = event.date ?? firstTold(event);
  return date && event.value ? [{ role: event.role, date, value: event.value, isTold: event.date === null }] : [];
}

function stepDays(cell: Scrutiny): Day[] {
  return cell.history.flatMap((step) => (step.date ? [firstDay(step.date)] : []));
}

type Scale = (day: Day) => number;

/** A day's place from left to right; half a year of room at both ends at most. */
function timeScale(first: Day, today: Day, { width, left }: ChartSize): Scale {
  const begin = `${first.slice(0, 4)}-01-01` as Day;
  const end = today > first ? today : (`${first.slice(0, 4)}-12-31` as Day);
  const days = Math.max(1, daysBetween(begin, end));
  return (day) =>
    round(left + (Math.min(Math.max(daysBetween(begin, day), 0), days) / days) * (width - RIGHT - left - 8));
}

function yearTicks(first: Day, today: Day, scale: Scale, { width, left }: ChartSize) {
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, to - from) + 1 }, (_, i) => from + i);
  const every = Math.ceil(years.length / Math.max(1, Math.floor((width - left) / 56)));
  return years
    .filter((year) => (year - from) % every === 0)
    .map((year) => ({ x: scale(`${year}-01-01` as Day), label: String(year) }));
}

/** Four lines at most, at round sums. */
function levelTicks(highest: number, y: (sum: number) => number, currency: string) {
  const raw = highest / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((n) => n * power >= raw) ?? 10) * power;
  const sums = Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => i * step);
  return sums.map((value) => ({ y: y(value), label: value === 0 ? '0' : formatMoney({ value, currency }) }));
}

function outline(payments: Payment[], scale: Scale, y: (sum: number) => number, bottom: number, end: number) {
  const [head] = payments;
  if (!head) return { area: '', line: '' };
  const steps = payments.map(({ day, sum }) => `H${scale(day)}V${y(sum)}`).join('');
  const line = `M${scale(head.day)} ${bottom}${steps}H${end}`;
  return { line, area: `${line}V${bottom}Z` };
}

/** Labels from the last step backwards, so that the newest always has one. */
function stepLabels(payments: Payment[], scale: Scale, y: (sum: number) => number, { width, labelRoom }: ChartSize) {
  let free = Number.POSITIVE_INFINITY;
  const labels = [...payments].reverse().flatMap(({ day, date, isTold, sum, text }) => {
    const x = scale(day);
    const end = x > width - RIGHT - labelRoom;
    const [from, to] = end ? [x - labelRoom, x] : [x, x + labelRoom];
    if (to > free) return [];
    free = from;
    return [
      { x, y: y(sum) - 6, text, date: isTold ? t('dossier.told', { told: formatDay(date) }) : formatDay(date), end },
    ];
  });
  return labels.reverse();
}

function laterBox(
  payments: Payment[],
  later: number,
  currency: string,
  y: (sum: number) => number,
  end: number,
  { labelRoom }: ChartSize,
) {
  const paid = payments.at(-1)?.sum ?? 0;
  const [top, bottom] = [y(paid + later), y(paid)];
  const width = labelRoom / 3;
  const text = t('dossier.promised-3', { value: formatMoney({ value: later, currency }) });
  return { x: round(end - width), y: top, width, height: round(bottom - top), text };
}

function laneOf(cell: Scrutiny, y: number, scale: Scale, today: Day, { width }: ChartSize): Lane {
  const dated = cell.history.flatMap((step) => (step.date ? [{ ...step, date: step.date }] : []));
  const marks = dated.map(({ date, status, stage }, i) => ({
    x: scale(firstDay(date)),
    status,
    open: isOpen(status, dated.slice(0, i).findLast((step) => step.status !== status)?.status ?? null),
    title: `${cell.authority}: ${stage}, ${formatDay(date)}`,
  }));
  const spans = marks.flatMap(({ x, open }, i) => {
    const to = marks[i + 1]?.x ?? scale(today);
    return open && to > x ? [{ x, width: round(to - x) }] : [];
  });
  const last = dated.at(-1);
  const at = marks.at(-1)?.x ?? 0;
  const end = at > width - 190;
  const before = marks.at(-2)?.x ?? 0;
  const room = !end || at - before > 150;
  const text = last ? `${STATUS_LABELS[last.status]}, ${formatDay(last.date)}` : '';
  return {
    authority: cell.authority,
    y,
    marks,
    spans,
    word: last && room ? { x: end ? at - 10 : at + 10, text, end } : null,
  };
}

function shadeOf(pair: Pair, scale: Scale, today: Day): MoneyChart['gap'] {
  const { from, since, days } = gapOf(pair, today);
  if (from !== 'step' || !since || !days) return null;
  const x = scale(lastDay(since));
  return { x, width: round(scale(today) - x), text: t('dossier.days-no-known-step', { n: days }) };
}

function undatedSums(pair: Pair, firstTold: FirstTold): number {
  const sums = pair.deals.flatMap((deal) => deal.events).filter((event) => PAID.includes(event.role));
  return sums.filter((event) => event.date === null && firstTold(event) === null).length;
}

function nameOf(pair: Pair, payments: Payment[], cells: Scrutiny[]): string {
  const money = payments.length
    ? t('dossier.into', {
        acquirer: pair.acquirer,
        target: pair.target,
        payments: payments.map(({ text, date }) => t('dossier.on', { text, date: formatDay(date) })).join(', '),
      })
    : t('dossier.no-payment-by-to-has', { acquirer: pair.acquirer, target: pair.target });
  const looked = cells.map((cell) => cell.authority);
  return looked.length
    ? t('dossier.steps-by-stand-below', { money, looked: looked.join(', ') })
    : t('dossier.no-authoritys-step-has-a', { money });
}
