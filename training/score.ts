import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldName, sameGroup } from '../model/company.ts';
import type { PartialDay } from '../model/day.ts';
import type { Reading } from '../model/reading.ts';

/** A document with what a person says it asserts. */
export interface AnnotatedDocument {
  id: string;
  lang: string;
  published: PartialDay | null;
  title: string;
  text: string;
  url?: string;
  gold: {
    relevant: boolean;
    deals: GoldDeal[];
    flags: { rule: string; acquirer: string; target: string; optional?: boolean }[];
    scrutiny: {
      authority: string;
      acquirer: string | null;
      target: string | null;
      status: string;
      optional?: boolean;
    }[];
  };
}

export interface GoldDeal {
  kind: string;
  acquirer: string;
  target: string;
  certainty: string;
  amounts: { value: number; currency: string; role: string; low?: number; high?: number }[];
  optional?: boolean;
}

/** Every annotated document of a folder, by file name. */
export function readAnnotated(folder: string): AnnotatedDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as AnnotatedDocument);
}

export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export interface Scores {
  deals: Tally;
  amounts: Tally;
  scrutiny: Tally;
  /** Of the sums that are right, how many have the right role. */
  roles: Tally;
  /** Of the deals that are right, how many have the right certainty. */
  certainty: Tally;
  /** What went wrong, one line each, for people who tune. */
  notes: string[];
}

/** 2PR / (P + R); 1 when there was nothing to find and nothing was found. */
export function f1({ right, wrong, missed }: Tally): number {
  const all = 2 * right + wrong + missed;
  return all === 0 ? 1 : (2 * right) / all;
}

const nothing = (): Tally => ({ right: 0, wrong: 0, missed: 0 });
const counts = (kind: string) => kind !== 'partnership';
/** What firms add to their names and papers leave out: "Silo" is Silo AI. */
const TRADE = /\s(?:ai|labs?|systems|technolog(?:y|ies)|pharmaceuticals|therapeutics)$/;
const shortName = (name: string) => foldName(name).replace(TRADE, '');

/** True when two names mean the same party; null is nobody in particular. */
export const sameParty = (a: string | null, b: string | null) =>
  a === null || b === null ? a === b : sameGroup(a, b) || shortName(a) === shortName(b);

/** Takes documents and a reader; gives how often it was right, wrong, and missed something (annotation guide). */
export function scoreReadings(
  documents: readonly AnnotatedDocument[],
  read: (d: AnnotatedDocument) => Reading,
): Scores {
  const scores: Scores = {
    deals: nothing(),
    amounts: nothing(),
    scrutiny: nothing(),
    roles: nothing(),
    certainty: nothing(),
    notes: [],
  };
  for (const document of documents) {
    const reading = read(document);
    scoreDeals(document, reading, scores);
    scoreScrutiny(document, reading, scores);
  }
  return scores;
}

/** Takes a document and a deal that was read from it; says whether it is right, null where either answer would do. */
export function isDealRight({ gold }: AnnotatedDocument, deal: Reading['deals'][number]): boolean | null {
  if (!counts(deal.kind)) return null;
  const pair = gold.deals.filter((g) => sameParty(g.acquirer, deal.acquirer) && sameParty(g.target, deal.target));
  const own = pair.find((g) => g.kind === deal.kind);
  if (own && !own.optional) return true;
  return pair.some((g) => g.optional || !counts(g.kind)) ? null : false;
}

function scoreDeals(document: AnnotatedDocument, reading: Reading, scores: Scores): void {
  const found = reading.deals.filter((d) => counts(d.kind));
  const isIt = (gold: GoldDeal) => (d: (typeof found)[number]) =>
    d.kind === gold.kind && sameParty(d.acquirer, gold.acquirer) && sameParty(d.target, gold.target);
  const optionalPair = (d: { acquirer: string; target: string }) =>
    document.gold.deals.some(
      (g) => (g.optional || !counts(g.kind)) && sameParty(g.acquirer, d.acquirer) && sameParty(g.target, d.target),
    );
  for (const gold of document.gold.deals.filter((g) => !g.optional && counts(g.kind))) {
    const deal = found.find(isIt(gold));
    if (deal) {
      scores.deals.right++;
      scores.certainty[deal.certainty === gold.certainty ? 'right' : 'wrong']++;
    } else {
      scores.deals.missed++;
      scores.notes.push(`${document.id}: missed ${gold.kind} ${gold.acquirer} → ${gold.target}`);
    }
    scoreAmounts(document.id, gold, deal?.amounts ?? [], scores);
  }
  for (const deal of found) {
    if (document.gold.deals.some((gold) => isIt(gold)(deal)) || optionalPair(deal)) continue;
    scores.deals.wrong++;
    scores.notes.push(`${document.id}: wrong ${deal.kind} ${deal.acquirer} → ${deal.target}`);
  }
}

function scoreAmounts(id: string, gold: GoldDeal, found: Reading['deals'][number]['amounts'], scores: Scores): void {
  const payments = (list: { value: number; currency: string; role: string }[]) =>
    list.filter((a) => a.role !== 'round');
  const close = (a: { value: number; currency: string }, b: { value: number; currency: string }) =>
    a.currency === b.currency && Math.abs(a.value - b.value) <= 0.01 * Math.max(a.value, b.value);
  const left = payments(found);
  for (const amount of payments(gold.amounts)) {
    const at = left.findIndex((a) => close(a, amount));
    if (at >= 0) {
      scores.amounts.right++;
      scores.roles[left[at]?.role === amount.role ? 'right' : 'wrong']++;
      left.splice(at, 1);
    } else {
      scores.amounts.missed++;
      scores.notes.push(
        `${id}: missed ${amount.value} ${amount.currency} ${amount.role} in ${gold.acquirer} → ${gold.target}`,
      );
    }
  }
  for (const extra of left.filter((a) => !gold.amounts.some((g) => close(a, g)))) {
    scores.amounts.wrong++;
    scores.notes.push(
      `${id}: wrong ${extra.value} ${extra.currency} ${extra.role} in ${gold.acquirer} → ${gold.target}`,
    );
  }
}

function scoreScrutiny(document: AnnotatedDocument, reading: Reading, scores: Scores): void {
  type Row = { authority: string; acquirer: string | null; target: string | null; status: string };
  const isIt = (a: Row) => (b: Row) =>
    a.authority === b.authority && sameParty(a.acquirer, b.acquirer) && sameParty(a.target, b.target);
  for (const gold of document.gold.scrutiny.filter((s) => !s.optional)) {
    const row = reading.scrutiny.find(isIt(gold));
    if (row?.status === gold.status) scores.scrutiny.right++;
    else {
      scores.scrutiny.missed++;
      scores.notes.push(
        `${document.id}: ${gold.authority} ${gold.acquirer} → ${gold.target} is ${gold.status}, read ${row?.status ?? 'nothing'}`,
      );
    }
  }
  for (const row of reading.scrutiny) {
    const gold = document.gold.scrutiny.find(isIt(row));
    if (gold && (gold.optional || gold.status === row.status)) continue;
    scores.scrutiny.wrong++;
    if (!gold)
      scores.notes.push(`${document.id}: wrong ${row.authority} ${row.acquirer} → ${row.target} ${row.status}`);
  }
}
