import { comparePartial } from '../model/day.ts';
import type { Fact, ScrutinyFact } from '../model/fact.ts';
import { STATUS_LABELS } from '../model/labels.ts';
import type { Scrutiny } from '../model/ledger.ts';
import {
  type Authority,
  isCompetitionAuthority,
  isNormalMove,
  type ScrutinyStatus,
  type ScrutinyStep,
} from '../model/scrutiny.ts';
import { inCaseOrder, isAhead, stepsOf } from './steps.ts';
import { byText, type Documents, groupBy, publishers, sortedUnique } from './support.ts';

/**
 * The status machine (handbook 2.5). Documents make steps; steps make a history; the history's last dated step is the
 * status shown.
 *
 * - An authority's page that gives no date for its step dates it by its own day of publication. The press and filings
 *   do not: their undated steps never become the latest over a dated one.
 * - A step stands when an authority's page or a filing tells it, two independent outlets do, or a person has checked it.
 *   What one outlet alone tells is only proposed.
 * - The press moves a status only forward in time and only by a normal move; "cleared" in the press after the
 *   authority's own "no jurisdiction" is kept as a proposal, and so is a step whose day has not come.
 */
export function scrutinyOf(facts: ScrutinyFact[], documents: Documents): Scrutiny[] {
  const rows = [...groupBy(facts, (fact) => fact.authority).entries()];
  return rows.map(([authority, own]) => before(authority, own, documents)).sort(byAuthority);
}

const byAuthority = (a: { authority: Authority }, b: { authority: Authority }) => byText(a.authority, b.authority);

/** Steps that name no pair: market studies, policy, sector-wide orders; by authority and date. */
export function sectorSteps(facts: readonly Fact[], documents: Documents): (ScrutinyStep & { authority: Authority })[] {
  const own = facts.filter(
    (f): f is ScrutinyFact =>
      f.type === 'scrutiny' && (f.acquirer === null || f.target === null) && isCompetitionAuthority(f.authority),
  );
  const once = [...new Map(own.map((fact) => [fact.id, fact])).values()];
  const rows = [...groupBy(once, (fact) => fact.authority).entries()].sort(([a], [b]) => byText(a, b));
  return rows.flatMap(([authority, group]) => stepsOf(group, documents).map((step) => ({ authority, ...step })));
}

/** Takes the facts about one authority; gives the row shown, with what waits for a second source. */
function before(authority: Authority, facts: ScrutinyFact[], documents: Documents): Scrutiny {
  const planned = facts.filter((fact) => isAhead(fact.date, documents.get(fact.documentId)));
  const happened = facts.filter((fact) => !planned.includes(fact));
  const steps = stepsOf(happened, documents);
  const [proven, reported] = repeated(
    steps.filter((step) => step.sourceClass !== 'press'),
    steps.filter((step) => step.sourceClass === 'press'),
  );
  const checked = new Set(happened.filter((fact) => fact.checked).map((fact) => fact.id));
  const isSure = (step: ScrutinyStep) =>
    publishers(step.documentIds, documents).size > 1 || step.factIds.some((id) => checked.has(id));
  const confirmed = reported.filter(isSure);
  const accepted = confirmed.reduce(
    (history, step) => (mayFollow(history, step) ? insert(history, step) : history),
    proven,
  );
  const waiting = reported.filter((step) => !accepted.includes(step));
  const proposed = [...waiting, ...stepsOf(planned, documents)].sort(inCaseOrder);
  return rowOf(
    authority,
    accepted,
    proposed,
    confirmed.filter((step) => !accepted.includes(step)),
  );
}

/** A step in the press that says what a proven history says of that time bears it out; gives both lists without it. */
function repeated(proven: ScrutinyStep[], press: ScrutinyStep[]): [ScrutinyStep[], ScrutinyStep[]] {
  const history = [...proven];
  const news = press.filter((step) => {
    const i = history.findLastIndex((s) => step.date === null || comparePartial(s.date, step.date) <= 0);
    const told = history[i];
    if (!told || told.status !== step.status) return true;
    const factIds = sortedUnique([...told.factIds, ...step.factIds]);
    history[i] = { ...told, factIds, documentIds: sortedUnique([...told.documentIds, ...step.documentIds]) };
    return false;
  });
  return [history, news];
}

/**
 * The press adds to a history when it fills in the past or moves the case on normally; it never contradicts how an
 * authority's page or a filing says that the case ended.
 */
function mayFollow(history: ScrutinyStep[], step: ScrutinyStep): boolean {
  const proven = history.filter((s) => s.sourceClass !== 'press');
  const last = proven.at(-1);
  if (!last) return true;
  if (step.date === null) return false;
  const previous = proven.filter((s) => comparePartial(s.date, step.date) <= 0).at(-1) ?? null;
  const next = proven.find((s) => comparePartial(s.date, step.date) > 0) ?? null;
  return (
    isNormalMove(previous?.status ?? null, step.status) && (next === null || isNormalMove(step.status, next.status))
  );
}

function insert(history: ScrutinyStep[], step: ScrutinyStep): ScrutinyStep[] {
  return [...history, step].sort(inCaseOrder);
}

/** Takes steps that a person has put together, in any order; gives the row. Throws nothing; needs at least one step. */
export function historyRow(authority: Authority, steps: ScrutinyStep[]): Scrutiny {
  return rowOf(authority, [...steps].sort(inCaseOrder), [], []);
}

function rowOf(
  authority: Authority,
  history: ScrutinyStep[],
  proposed: ScrutinyStep[],
  refused: ScrutinyStep[],
): Scrutiny {
  const shown = history.at(-1) ?? (proposed.at(-1) as ScrutinyStep);
  return {
    authority,
    status: shown.status,
    asOf: shown.date,
    source: shown.sourceClass === 'press' ? 'reported' : shown.sourceClass,
    needsReview: reviewNote(history, proposed, refused),
    history,
    proposed,
  };
}

const words = (status: ScrutinyStatus) => STATUS_LABELS[status].toLowerCase();

function reviewNote(history: ScrutinyStep[], proposed: ScrutinyStep[], refused: ScrutinyStep[]): string | null {
  const last = history.at(-1);
  if (!last) return unproven(proposed.at(-1) as ScrutinyStep);
  const odd = oddMove(history);
  if (odd) return odd;
  const later = refused.find((step) => step.date !== null && comparePartial(step.date, last.date) > 0);
  if (later) return `The press reports ${words(later.status)} after ${words(last.status)}, which does not follow.`;
  const newer = proposed.find((step) => step.status !== last.status && comparePartial(step.date, last.date) > 0);
  return newer ? unproven(newer, ` after ${words(last.status)}`) : null;
}

function unproven({ status, sourceClass }: ScrutinyStep, after = ''): string {
  if (sourceClass === 'press') return `One outlet alone reports ${words(status)}${after}.`;
  return `${STATUS_LABELS[status]} is dated in the future.`;
}

/** The latest step that does not follow from the one before it, in words; null when all do. */
function oddMove(history: ScrutinyStep[]): string | null {
  const dated = history.filter((step) => step.date !== null);
  const odd = dated.findLastIndex((step, i) => !isNormalMove(dated[i - 1]?.status ?? null, step.status));
  if (odd < 1) return null;
  const [from, to] = [dated[odd - 1] as ScrutinyStep, dated[odd] as ScrutinyStep];
  return `${STATUS_LABELS[to.status]} does not usually follow ${words(from.status)}.`;
}
