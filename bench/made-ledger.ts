import { pairId } from '../model/company.ts';
import type { Day, PartialDay } from '../model/day.ts';
import { addDays, makeDay } from '../model/day.ts';
import { type DealKind, LAYERS, type Term } from '../model/deal.ts';
import type { Deal, DealEvent, Pair } from '../model/ledger.ts';

/** A ledger of made-up firms: the same each time, with a few large groups and many small ones as in the true one. */
const FIRST = makeDay(2018, 1, 1) as Day;
const KINDS: readonly DealKind[] = [
  'investment',
  'investment',
  'investment',
  'acquisition',
  'acquihire',
  'cloud',
  'partnership',
];
const TERMS: readonly Term[] = [
  'board-seat',
  'convertible',
  'exclusive-provider',
  'tied-legs',
  'licence',
  'non-voting',
];
const GROUPS = ['Nvidia', 'Microsoft', 'Amazon', 'Google', 'Meta', 'Apple', 'OpenAI', 'Oracle'];

/** Numbers from 0 to 1, always the same ones. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Takes how many deals; gives pairs with one or two deals each, over a tenth as many investors. */
export function madeLedger(deals: number): Pair[] {
  const next = numbers(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const pairs = new Map<string, Pair>();
  for (let i = 0; i < deals; ) {
    const investor = next() < 0.01 ? pick(GROUPS) : `Fund ${Math.floor(next() * (deals / 20))}`;
    const target = `Firm ${Math.floor(next() * (deals / 2))}`;
    const id = pairId(investor, target);
    const made = pairs.get(id);
    if (made && made.deals.length > 1) continue;
    const deal = aDeal(id, pick(KINDS.filter((kind) => !made?.deals.some((one) => one.kind === kind))), next, pick);
    i += 1;
    if (made) made.deals.push(deal);
    else pairs.set(id, aPair(id, investor, target, deal, pick([...LAYERS, null])));
  }
  return [...pairs.values()];
}

function aPair(id: string, acquirer: string, target: string, deal: Deal, layer: Pair['layer']): Pair {
  const paid = deal.paid ?? {};
  return {
    id,
    acquirer,
    target,
    layer,
    deals: [deal],
    sums: { paid: { ...paid }, committed: deal.kind === 'cloud' ? { ...paid } : {}, ceiling: {} },
    scrutiny: [],
    documentIds: [`document of ${id}`],
  };
}

function aDeal(pair: string, kind: DealKind, next: () => number, pick: <T>(list: readonly T[]) => T): Deal {
  const id = `${pair}--${kind}`;
  const date = addDays(FIRST, Math.floor(next() * 3000)) as Day & PartialDay;
  const value = Math.floor(next() * 2_000) * 1_000_000;
  const role = kind === 'cloud' ? 'commitment' : 'tranche';
  const event: DealEvent = {
    id: `${id}--1`,
    date,
    value,
    currency: 'USD',
    role,
    low: null,
    high: null,
    instrument: null,
    factIds: [`fact of ${id}`],
    documentIds: [`document of ${pair}`],
    disputedBy: [],
  };
  const terms = next() < 0.3 ? [{ term: pick(TERMS), details: [], factIds: [`term of ${id}`] }] : [];
  return { id, kind, certainty: 'done', factIds: [`fact of ${id}`], events: [event], terms, paid: { USD: value } };
}
