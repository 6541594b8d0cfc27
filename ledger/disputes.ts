import { type AmountRole, sameMoney } from '../model/amount.ts';
import { comparePartial, firstDay, lastDay, type PartialDay, precisionOf } from '../model/day.ts';
import type { DealEvent } from '../model/ledger.ts';
import { gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { byText, compareSupport, type Documents, knownBy } from './support.ts';

type Dispute = DealEvent['disputedBy'][number];

const COMPARED: readonly AmountRole[] = ['tranche', 'total', 'fee', 'commitment', 'round'];

/** Which fact of a document tells an event, for showing where a figure comes from. */
export type FactFinder = (event: DealEvent, documentId: string) => string;

/**
 * Marks what does not fit together, both ways, and leaves everything in place: two documents that give one sum two
 * sizes, and a total smaller than the payments up to its day.
 */
export function withDisputes(events: DealEvent[], documents: Documents, factIn: FactFinder): DealEvent[] {
  const entries = new Map<DealEvent, Dispute[]>(events.map((event) => [event, []]));
  const mark = (on: DealEvent, by: DealEvent, value = by.value) => {
    if (value === null || by.currency === null) return;
    const { currency } = by;
    const told = by.documentIds.map((documentId) => ({ documentId, value, currency, factId: factIn(by, documentId) }));
    entries.get(on)?.push(...told);
  };
  for (const a of events) for (const b of events) if (contradict(a, b, documents)) mark(a, b);
  const counted = standing(events, documents);
  const below = new Set<DealEvent>();
  for (const total of events.filter((event) => event.role === 'total')) {
    const parts = paidUpTo(total, counted, documents);
    const value = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
    const last = parts.at(-1);
    if (!last || value <= (total.value ?? 0) || agree(value, total)) continue;
    below.add(total);
    mark(total, last, value);
    mark(last, total);
  }
  return events.map((event) => ({
    ...event,
    ...(below.has(event) ? { belowParts: true as const } : {}),
    disputedBy: sorted(entries.get(event) ?? []),
  }));
}

/** The events that count: of those that contradict each other, the best told one; the lower figure when even. */
export function standing(events: DealEvent[], documents: Documents): DealEvent[] {
  const yields = (event: DealEvent) =>
    events.some((rival) => contradict(event, rival, documents) && better(rival, event, documents));
  return events.filter((event) => !yields(event));
}

function better(a: DealEvent, b: DealEvent, documents: Documents): boolean {
  const support = compareSupport(a.documentIds, b.documentIds, documents);
  return support > 0 || (support === 0 && ((a.value ?? 0) < (b.value ?? 0) || (a.value === b.value && a.id < b.id)));
}

function agree(value: number, event: DealEvent): boolean {
  return sameMoney(
    { value, currency: event.currency ?? '' },
    { value: event.value ?? 0, currency: event.currency ?? '' },
  );
}

/** Same role, time and currency, another size, no document that tells both, and neither told as coming on top. */
function contradict(a: DealEvent, b: DealEvent, documents: Documents): boolean {
  if (a === b || a.role !== b.role || a.currency !== b.currency || !COMPARED.includes(a.role)) return false;
  if (a.value === null || b.value === null || agree(a.value, b) || a.further || b.further) return false;
  const [x, y] = [timeOf(a, documents), timeOf(b, documents)];
  if (x === null || y === null || gapInDays(x, y) > SAME_EVENT_DAYS) return false;
  return !a.documentIds.some((id) => b.documentIds.includes(id));
}

/**
 * When a sum is told: its date, unless only the year is known; for a total also the day of its first document, since it
 * counts up to then.
 */
function timeOf(event: DealEvent, documents: Documents) {
  if (event.date && precisionOf(event.date) !== 'year') return event.date;
  return event.role === 'total' ? firstTold(event, documents) : null;
}

/** The first day by which a document tells a sum; null when none of them is known. */
function firstTold({ documentIds }: DealEvent, documents: Documents): PartialDay | null {
  return documentIds.flatMap((id) => knownBy(documents.get(id)) ?? []).sort()[0] ?? null;
}

/** The done payments that a total must hold: those of its day or before, each by its own day or by its first telling. */
function paidUpTo(total: DealEvent, events: DealEvent[], documents: Documents): DealEvent[] {
  const until = total.date ?? timeOf(total, documents);
  if (until === null || (total.certainty ?? 'done') !== 'done') return [];
  const isPart = (event: DealEvent) => {
    if (!PAYMENTS.includes(event.role) || event.currency !== total.currency || event.value === null) return false;
    if ((event.certainty ?? 'done') !== 'done' || event.further) return false;
    const day = event.date ?? firstTold(event, documents);
    return day !== null && lastDay(day) <= lastDay(until);
  };
  return events.filter(isPart).sort((a, b) => comparePartial(a.date, b.date) || byText(a.id, b.id));
}

const PAYMENTS: readonly AmountRole[] = ['tranche', 'fee'];

/** True when a payment comes after a total was told, so that the total cannot contain it. */
export function comesAfter(payment: DealEvent, total: DealEvent, documents: Documents): boolean {
  const told = timeOf(total, documents);
  return payment.date !== null && told !== null && firstDay(payment.date) > lastDay(told);
}

function sorted(disputes: Dispute[]): Dispute[] {
  const key = (d: Dispute) => `${d.documentId} ${d.factId} ${d.value}`;
  return [...new Map(disputes.map((d) => [key(d), d])).values()].sort((a, b) => byText(key(a), key(b)));
}
