import { dayOf, type Instant } from '../model/day.ts';
import { daysWithoutScrutiny } from '../model/gap.ts';
import { type DealEvent, type DealTerm, type Scrutiny, shownStatus } from '../model/ledger.ts';
import type { ScrutinyStep } from '../model/scrutiny.ts';
import { documentsBehind, factIdsOf, type ReportEntry, type ReportedFlag } from './report.ts';

/** When the register of each authority was last read; null when it never was. */
export type RegistersRead = ReadonlyMap<string, Instant | null>;

/** Takes the pairs to report; gives the ledger in the shape that other programs read (version 1). */
export function ledgerJson(entries: readonly ReportEntry[], registers: RegistersRead, asOf: Instant): object {
  return { version: 1, asOf, pairs: entries.map((entry) => pairJson(entry, registers, asOf)) };
}

/** One pair in that shape. */
export function pairJson(entry: ReportEntry, registers: RegistersRead, asOf: Instant): object {
  const { pair } = entry;
  return {
    acquirer: pair.acquirer,
    target: pair.target,
    layer: pair.layer,
    deals: pair.deals.map((deal) => ({
      kind: deal.kind,
      certainty: deal.certainty,
      events: deal.events.map(eventJson),
      terms: deal.terms.map(termJson),
    })),
    sums: pair.sums,
    flags: entry.flags.map((flag) => flagJson(entry, flag)),
    score: entry.score,
    band: entry.band,
    scrutiny: pair.scrutiny.map((cell) => scrutinyJson(cell, registers)),
    ...(pair.foreignInvestment
      ? { foreignInvestment: pair.foreignInvestment.map((cell) => scrutinyJson(cell, registers)) }
      : {}),
    daysWithoutScrutiny: daysWithoutScrutiny(pair, dayOf(asOf)),
  };
}

/** A right or a condition; one that something else has replaced says until when it held. */
function termJson({ term, details, since, until, endedBy }: DealTerm): object {
  return { term, details, ...stated({ since, until, endedBy }) };
}

/** A sum; one that is less sure than its deal says so, and one without a date when it was first told. */
function eventJson(event: DealEvent): object {
  const { date, value, low, high, hedge, currency, role, instrument, documentIds, disputedBy, certainty } = event;
  const firstTold = date === null ? event.reportedOn : undefined;
  const range = low !== null && high !== null ? { low, high } : {};
  return {
    date,
    value,
    ...range,
    ...stated({ hedge, certainty, firstTold }),
    currency,
    role,
    instrument,
    documents: documentIds,
    disputedBy,
  };
}

const stated = (some: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));

function flagJson(entry: ReportEntry, flag: ReportedFlag): object {
  return {
    rule: flag.rule,
    severity: flag.severity,
    why: flag.why,
    for: flag.for.map((f) => f.text),
    against: flag.against.map((f) => f.text),
    missing: flag.missing,
    documents: documentsBehind(entry, factIdsOf(flag)).map((d) => d.id),
    state: flag.state,
    decision: flag.latest && {
      action: flag.latest.action,
      reason: flag.latest.reason,
      note: flag.latest.note,
      by: flag.latest.userName,
      at: flag.latest.at,
    },
  };
}

function scrutinyJson(cell: Scrutiny, registers: RegistersRead): object {
  const { authority, asOf, source, needsReview } = cell;
  const status = shownStatus(cell);
  const [history, proposed] = [cell.history.map(stepJson), cell.proposed.map(stepJson)];
  const checked = registers.get(authority) ?? null;
  const known = { authority, status, asOf, source, needsReview, checked, history };
  return proposed.length ? { ...known, proposed } : known;
}

function stepJson({ date, status, stage, sourceClass, documentIds }: ScrutinyStep): object {
  return { date, status, stage, source: sourceClass, documents: documentIds };
}
