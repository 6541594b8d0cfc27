import { commonName, findCompany, pairId, sameGroup } from '../model/company.ts';
import { DEAL_KINDS, type DealKind, LAYERS, type Layer } from '../model/deal.ts';
import type { Deal, DealEvent, Pair, Scrutiny } from '../model/ledger.ts';
import { type ScrutinyStatus, type ScrutinyStep, type SourceClass, STUDY_ENDED } from '../model/scrutiny.ts';
import type { DealRecord, RecordEvent, RecordReview } from './record-shape.ts';
import { termsFor } from './record-terms.ts';
import { historyRow } from './scrutiny.ts';
import { paidByDeal, sumsOfPair } from './sums.ts';
import { byText, groupBy } from './support.ts';

export { type DealRecord, readRecord, readRecords } from './record-shape.ts';

/** Takes a record of a ledger file; gives the pair it describes. Its figures rest on the record, not on facts. */
export function pairFromRecord(record: DealRecord): Pair {
  const commitments = record.cloud_commitments.filter((commitment) => !runsBack(commitment.note, record));
  const deals = kindsOf(record).map((kind) => dealOf(record, kind, commitments));
  const scrutiny = [...groupBy(record.scrutiny, (review) => review.authority).entries()];
  return pairWith(
    record,
    record.acquirer,
    record.target,
    deals,
    scrutiny.map(([name, rows]) => rowOf(name, rows)),
  );
}

/**
 * A record may note supply that runs the other way ("supplier is Cerebras, customer is OpenAI", "reverse: …"). Gives the
 * pair of the target as supplier and the acquirer as customer, or null when there is no such note.
 */
export function reversePairFromRecord(record: DealRecord): Pair | null {
  const commitments = record.cloud_commitments.filter((commitment) => runsBack(commitment.note, record));
  if (!commitments.length) return null;
  const deal = { ...dealOf(record, 'cloud', commitments), terms: [] };
  return pairWith(record, record.target, record.acquirer, [deal], []);
}

function pairWith(record: DealRecord, acquirer: string, target: string, deals: Deal[], scrutiny: Scrutiny[]): Pair {
  return {
    id: pairId(acquirer, target),
    acquirer: commonName(acquirer),
    target: commonName(target),
    layer: record.layer ? layerOf(record.layer) : (findCompany(target)?.layer ?? null),
    deals,
    ...sumsOfPair(deals, new Map()),
    scrutiny: scrutiny.sort((a, b) => byText(a.authority, b.authority)),
    documentIds: [],
  };
}

function layerOf(text: string): Layer | null {
  return LAYERS.find((layer) => layer === text) ?? null;
}

/** "reverse" speaks of one commitment; naming the supplier speaks of all in the record. */
function runsBack(note: string, record: DealRecord): boolean {
  const suppliers = record.cloud_commitments.flatMap((c) => /supplier is ([^,;]+)/i.exec(c.note)?.[1] ?? []);
  return /^reverse\b/i.test(note) || suppliers.some((supplier) => sameGroup(supplier, record.target));
}

/** The kinds of a record; supply that only runs the other way is no supply by the acquirer. */
function kindsOf(record: DealRecord): DealKind[] {
  const notes = record.cloud_commitments.map((commitment) => commitment.note);
  const onlyBack = notes.length > 0 && notes.every((note) => runsBack(note, record));
  const told = new Set<DealKind>([record.kind, ...record.kinds]);
  return DEAL_KINDS.filter((kind) => told.has(kind) && !(kind === 'cloud' && onlyBack));
}

function dealOf(record: DealRecord, kind: DealKind, commitments: DealRecord['cloud_commitments']): Deal {
  const id = `${pairId(record.acquirer, record.target)}--${kind}`;
  const own = record.events.filter((event) => homeOf(event, record) === kind);
  const spend = commitments.map((c): RecordEvent => ({ ...c, role: 'commitment', instrument: '' }));
  const events = (kind === 'cloud' ? [...own, ...spend] : own).map((event, i) =>
    eventOf(record, `${id}--${i + 1}`, event),
  );
  const deal: Deal = { id, kind, certainty: record.certainty, factIds: [], events, terms: termsFor(kind, record) };
  return { ...deal, ...paidByDeal(deal, new Map()) };
}

/** Which of a record's kinds a sum belongs to: a fee to the hiring, a price to what was bought, the rest to the stake. */
function homeOf(event: RecordEvent, record: DealRecord): DealKind {
  const kinds = kindsOf(record);
  const bought = kinds.find((kind) => kind === 'acquihire') ?? kinds.find((kind) => kind === 'acquisition');
  if (bought && (event.role === 'fee' || event.role === 'total')) return bought;
  return kinds.includes('investment') ? 'investment' : record.kind;
}

/** All sums of a record are told by that one record, so none contradicts another for want of a document. */
function eventOf(record: DealRecord, id: string, event: RecordEvent): DealEvent {
  const { date, value, currency, instrument } = event;
  const role = isRound(event) ? 'round' : event.role;
  const blank = { low: null, high: null, factIds: [], disputedBy: [] };
  return { id, date, value, currency, role, instrument: instrument || null, documentIds: [record.id], ...blank };
}

/** "Round total" in a note: the sum is the whole round, whatever its role says. */
function isRound(event: RecordEvent): boolean {
  return /\bround total\b/i.test(event.note) || /^(a |the )?round$/i.test(event.instrument);
}

function rowOf(authority: string, reviews: RecordReview[]): Scrutiny {
  return historyRow(authority, reviews.flatMap(stepsOf));
}

const CLOSED: readonly ScrutinyStatus[] = ['cleared', 'no_jurisdiction', 'remedies', 'challenged', 'abandoned'];

/** A review without a history has one step (a request that has ended: two), on the day that fits it, and those that its outcome recalls in words. */
function stepsOf(review: RecordReview): ScrutinyStep[] {
  const { status, history, opened, decided, outcome } = review;
  const told = { sourceClass: classOf(review.url), factIds: [], documentIds: [] };
  if (history.length) return history.map((step) => ({ ...told, ...step, stage: step.stage || step.status }));
  const date = CLOSED.includes(status) ? (decided ?? opened) : (opened ?? decided);
  const over = status === 'information_request' && opened !== null && decided !== null;
  return [
    ...recalled(outcome, status).map((step) => ({ ...told, ...step })),
    { ...told, status, date, stage: over ? status : outcome || status },
    ...(over ? [{ ...told, status: 'monitoring' as const, date: decided, stage: outcome || STUDY_ENDED }] : []),
  ];
}

function recalled(outcome: string, status: ScrutinyStatus): Pick<ScrutinyStep, 'status' | 'date' | 'stage'>[] {
  const inDepth = /\bphase 2\b|second request|in-depth/i.exec(outcome)?.[0];
  return inDepth && status !== 'phase2' ? [{ status: 'phase2', date: null, stage: inDepth }] : [];
}

const AUTHORITY_HOSTS =
  /(^|\.)(gov\.uk|ftc\.gov|justice\.gov|europa\.eu|bundeskartellamt\.de|gov\.br|autoritedelaconcurrence\.fr)$/;

function classOf(url: string): SourceClass {
  return URL.canParse(url) && AUTHORITY_HOSTS.test(new URL(url).hostname) ? 'official' : 'press';
}
