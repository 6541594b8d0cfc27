import { comparePartial, firstDay, type PartialDay } from '../model/day.ts';
import type { ScrutinyFact } from '../model/fact.ts';
import { STATUS_LABELS } from '../model/labels.ts';
import type { DocumentRef } from '../model/ledger.ts';
import { isOwnPage } from '../model/own-page.ts';
import { SCRUTINY_STATUSES, type ScrutinyStep } from '../model/scrutiny.ts';
import { gapInDays, SAME_EVENT_DAYS } from './claims.ts';
import { stageWords } from './stage-words.ts';
import { byText, classRank, type Documents, documentIdsOf, factIdsOf, knownBy } from './support.ts';

interface Told {
  fact: ScrutinyFact;
  date: PartialDay | null;
  /** True when the document states the date; else it is the page's own day, or none. */
  stated: boolean;
  rank: number;
  /** True of an authority's own page on its own step. */
  own: boolean;
}

/**
 * Documents that tell one status for one time make one step. A page's own day dates the steps of the authority that
 * publishes it and of no other. Undated ones join the latest dated step of that status.
 */
export function stepsOf(facts: ScrutinyFact[], documents: Documents): ScrutinyStep[] {
  const told = facts.map((fact): Told => {
    const document = documents.get(fact.documentId);
    const own = document?.sourceClass === 'official' && isOwnPage(document.publisher, fact.authority);
    const ownDay = own && !isAhead(document.published, document) ? document.published : null;
    const rank = classRank(document?.sourceClass);
    return { fact, date: fact.date ?? ownDay, stated: fact.date !== null, rank, own };
  });
  const groups: Told[][] = [];
  for (const next of told.sort(compareTold)) {
    const homes = groups.filter((group) => isSameStep(next, group[0] as Told, documents));
    const home = homes.sort((a, b) => comparePartial((b[0] as Told).date, (a[0] as Told).date))[0];
    if (home) home.push(next);
    else groups.push([next]);
  }
  return groups.map((group) => stepOf(group, documents)).sort(inCaseOrder);
}

/** True when a date lies after the day on which its document was fetched: nothing has happened yet. */
export function isAhead(date: PartialDay | null, document: DocumentRef | undefined): boolean {
  return date !== null && document !== undefined && firstDay(date) > document.fetchedOn;
}

/** Best source first and the most exactly dated, so that they found the steps that others join. */
function compareTold(a: Told, b: Told): number {
  const exactness = (b.date?.length ?? 0) - (a.date?.length ?? 0);
  const sure = Number(b.stated) - Number(a.stated);
  return a.rank - b.rank || sure || exactness || comparePartial(a.date, b.date) || byText(a.fact.id, b.fact.id);
}

function isSameStep(next: Told, step: Told, documents: Documents): boolean {
  if (next.fact.status !== step.fact.status) return false;
  // An authority's own pages know their dates: two of its days are two steps. Without a day it recalls an earlier one.
  if (next.own && step.own) return next.stated ? next.date === step.date : comparePartial(next.date, step.date) >= 0;
  if (next.date && step.date) return gapInDays(next.date, step.date) <= SAME_EVENT_DAYS;
  const known = knownBy(documents.get(next.fact.documentId));
  return next.date !== null || step.date === null || known === null || comparePartial(known, step.date) >= 0;
}

function stepOf(group: Told[], documents: Documents): ScrutinyStep {
  const { fact, date } = group[0] as Told;
  const facts = group.map((told) => told.fact);
  const stated = group.flatMap((told) => told.fact.stage?.trim() || []);
  const quoted = group.flatMap((told) => (told.own ? (stageWords(told.fact) ?? []) : []));
  return {
    date: date ?? group.find((told) => told.date)?.date ?? null,
    status: fact.status,
    stage: stated[0] ?? quoted[0] ?? STATUS_LABELS[fact.status],
    sourceClass: documents.get(fact.documentId)?.sourceClass ?? 'press',
    factIds: factIdsOf(facts),
    documentIds: documentIdsOf(facts),
  };
}

/** By date, undated first; on one day in the order in which cases go. */
export function inCaseOrder(a: ScrutinyStep, b: ScrutinyStep): number {
  const stage = (step: ScrutinyStep) => SCRUTINY_STATUSES.indexOf(step.status);
  return comparePartial(a.date, b.date) || stage(a) - stage(b) || byText(a.factIds.join(), b.factIds.join());
}
