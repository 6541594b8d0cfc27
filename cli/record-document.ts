import type { DealRecord } from '../ledger/assess-record.ts';
import { formatMoney } from '../model/amount.ts';
import { formatDay } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Fact, type NewFact, withId } from '../model/fact.ts';
import { KIND_LABELS, ROLE_LABELS, STATUS_LABELS, TERM_LABELS } from '../model/labels.ts';
import type { Deal, DealEvent, DealTerm, Pair } from '../model/ledger.ts';
import type { ScrutinyStep } from '../model/scrutiny.ts';

/** A record of a ledger file as a document: what it says in words, and the facts that quote those words. */
export interface RecordDocument {
  title: string;
  text: string;
  /** Takes the document's id; gives its facts. */
  factsFor(documentId: string): Fact[];
}

type Unplaced = NewFact extends infer F ? (F extends NewFact ? Omit<F, 'documentId' | 'evidence'> : never) : never;

interface Line {
  text: string;
  facts: Unplaced[];
}

/** Takes a record and the pairs it describes; gives the document: one line for each deal, sum, term and step. */
export function documentOfRecord(record: DealRecord, pairs: readonly Pair[]): RecordDocument {
  const first = pairs[0] as Pair;
  const lines = [...pairs.flatMap(linesOf), ...noteLines(record)];
  const starts = lines.map((_, i) => lines.slice(0, i).reduce((length, line) => length + line.text.length + 2, 0));
  return {
    title: `${first.acquirer} and ${first.target}: record ${record.id}`,
    text: lines.map((line) => line.text).join('\n\n'),
    factsFor: (documentId) =>
      lines.flatMap((line, i) => line.facts.map((fact) => place(fact, documentId, line.text, starts[i] as number))),
  };
}

function place(fact: Unplaced, documentId: string, quote: string, start: number): Fact {
  const evidence: Evidence[] = [{ quote, start, end: start + quote.length, in: 'text' }];
  return withId({ ...fact, documentId, evidence } as NewFact);
}

/** What else a record says: kept to be read by people, no fact rests on it. */
function noteLines(record: DealRecord): Line[] {
  const notes = [...record.events, ...record.cloud_commitments].map((sum) => sum.note);
  const addresses = record.scrutiny.map((review) => review.url);
  const said = [...new Set([...notes, ...addresses])].filter((text) => text !== '');
  return said.length ? [{ text: `Notes in the record: ${said.join(' ; ')}`, facts: [] }] : [];
}

function linesOf(pair: Pair): Line[] {
  return [
    ...pair.deals.flatMap((deal) => dealLines(pair, deal)),
    ...pair.scrutiny.flatMap((cell) => cell.history.map((step) => stepLine(pair, cell.authority, step))),
  ];
}

function dealLines(pair: Pair, deal: Deal): Line[] {
  const base = { confidence: 1, background: false, acquirer: pair.acquirer, target: pair.target, kind: deal.kind };
  const name = `${KIND_LABELS[deal.kind]}, ${pair.acquirer} and ${pair.target}`;
  return [
    { text: `${name}: ${deal.certainty}.`, facts: [{ ...base, type: 'deal', certainty: deal.certainty }] },
    ...deal.events.flatMap((event) => eventLine(name, base, event)),
    ...deal.terms.flatMap((term) => termLines(name, base, term)),
  ];
}

type Base = Omit<Extract<Unplaced, { type: 'amount' }>, 'type' | 'amount'>;

function eventLine(name: string, base: Base, event: DealEvent): Line[] {
  const { value, currency, role, date, low, high, instrument } = event;
  if (value === null || currency === null) return [];
  const range = low !== null && high !== null ? { low, high } : {};
  const amount = { value, currency, role, ...range, ...(date ? { date } : {}) };
  const when = date ? `, ${formatDay(date)}` : '';
  const how = instrument ? `, ${instrument}` : '';
  return [
    {
      text: `${name}: ${formatMoney({ value, currency })} (${ROLE_LABELS[role]})${when}${how}.`,
      facts: [{ ...base, type: 'amount', amount }],
    },
  ];
}

function termLines(name: string, base: Base, { term, details }: DealTerm): Line[] {
  const told = details.length ? details : [null];
  return told.map((detail) => ({
    text: `${name}: ${TERM_LABELS[term]}${detail ? `, ${detail}` : ''}.`,
    facts: [{ ...base, type: 'term' as const, term, detail }],
  }));
}

function stepLine(pair: Pair, authority: string, { status, date, stage }: ScrutinyStep): Line {
  const when = date ? `, ${formatDay(date)}` : '';
  const { acquirer, target } = pair;
  return {
    text: `${authority} on ${acquirer} and ${target}: ${STATUS_LABELS[status]}${when}. ${stage}`,
    facts: [{ type: 'scrutiny', confidence: 1, background: false, authority, acquirer, target, status, date, stage }],
  };
}
