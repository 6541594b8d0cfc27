import { comparePartial, daysBetween, firstDay, lastDay, type PartialDay } from '../model/day.ts';
import type { Term } from '../model/deal.ts';
import type { TermFact } from '../model/fact.ts';
import type { DealTerm } from '../model/ledger.ts';
import { plainShare } from '../model/share.ts';
import { byText, type Documents, factIdsOf, groupBy } from './support.ts';

/**
 * What ends a right when it is told later: exclusive provider, then first refusal, then a first choice among several. Two
 * words for one right told at the same time end nothing.
 */
const ENDED_BY: Partial<Record<Term, readonly Term[]>> = {
  'exclusive-provider': ['first-refusal', 'primary-provider', 'several-providers'],
  'first-refusal': ['primary-provider', 'several-providers'],
  'board-seat': ['no-governance-rights'],
  'board-observer': ['no-governance-rights'],
};
/** Reports of one agreement may be this many days apart. */
const ONE_AGREEMENT_DAYS = 45;

/** Takes the term facts of a deal; gives its terms by name, each with its time. The facts' order does not matter. */
export function termsOf(facts: TermFact[], documents: Documents): DealTerm[] {
  const groups: ReadonlyMap<string, TermFact[]> = groupBy(facts, (fact) => fact.term);
  const terms = [...groups.values()].map((group): DealTerm => {
    const term = (group[0] as TermFact).term;
    const since = newsDays(group, documents)[0];
    const end = endOf(term, group, groups, documents);
    return { term, details: detailsOf(group), factIds: factIdsOf(group), ...(since ? { since } : {}), ...end };
  });
  return terms.sort((a, b) => byText(a.term, b.term));
}

/** Days on which documents tell a term as their own news, first one first. What is recalled tells no new day. */
function newsDays(facts: TermFact[], documents: Documents): PartialDay[] {
  const news = facts.filter((fact) => !fact.background);
  return news.flatMap((fact) => documents.get(fact.documentId)?.published ?? []).sort(comparePartial);
}

/** When a right ended, if something that takes its place was told as news after its own last news. */
function endOf(
  term: Term,
  facts: TermFact[],
  groups: ReadonlyMap<string, TermFact[]>,
  documents: Documents,
): Pick<DealTerm, 'until' | 'endedBy'> {
  const last = newsDays(facts, documents).at(-1);
  if (!last) return {};
  const ends = (ENDED_BY[term] ?? []).flatMap((endedBy) => {
    const later = newsDays(groups.get(endedBy) ?? [], documents).find((day) => isLater(day, last));
    return later ? [{ until: later, endedBy }] : [];
  });
  return ends.sort((a, b) => comparePartial(a.until, b.until) || byText(a.endedBy, b.endedBy))[0] ?? {};
}

function isLater(day: PartialDay, than: PartialDay): boolean {
  return daysBetween(lastDay(than), firstDay(day)) > ONE_AGREEMENT_DAYS;
}

/** Each detail once, whatever its case and accents, in the spelling used most. */
function detailsOf(facts: TermFact[]): string[] {
  const written = facts.flatMap((fact) => plainShare(fact.detail?.trim() ?? '') || []);
  const groups = [...groupBy(written, foldDetail).values()];
  return groups
    .map((group) => [...group].sort((a, b) => count(group, b) - count(group, a) || byText(a, b))[0] as string)
    .sort(byText);
}

/** "27 %", "27%" and "27 per cent" are one share, however written. */
function foldDetail(detail: string): string {
  const folded = detail.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.replace(
    /[\s-]*(?:%|per ?cent(?:age)?\b|percent\b|prozent\b|pour ?cent\b|por ciento\b|per cento\b)/gu,
    '%',
  );
}

function count(list: string[], word: string): number {
  return list.filter((other) => other === word).length;
}
