import type { DealKind } from '../../model/deal.ts';
import { dealKey } from '../../model/reading.ts';
import type { ToldSentence, WeighedCandidate } from '../survey.ts';

/** A sentence that may tell of a deal. */
export interface TellingPlace {
  weighed: WeighedCandidate;
  told: ToldSentence;
  /** How manyeth sentence of the document it is. */
  at: number;
  /** How likely the sentence tells of the deal, 0–1. */
  likely: number;
  /** How likely it tells the same of the likeliest acquirer of the same list: "Nvidia, Samsung and IBM took part". */
  ofList: number;
  /** The same of the likeliest target of its list: "the fund has backed Anthropic, Cohere and Hearth". */
  ofTargets: number;
  /** Everything that its sentence may tell, itself among it. */
  beside: readonly TellingPlace[];
}

/** A deal that a document may tell of. */
export interface PossibleDeal {
  key: string;
  kind: DealKind;
  acquirer: string;
  target: string;
  /** Likeliest first; never empty. */
  places: TellingPlace[];
  top: TellingPlace;
  best: number;
}

/** How likely a sentence tells of a deal, 0–1. */
export type Belief = (candidate: WeighedCandidate) => number;

/** Takes what the sentences of a document may say; gives the deals that they may tell of, each with its sentences. */
export function possibleDeals(told: readonly ToldSentence[], believe: Belief): PossibleDeal[] {
  const places = new Map<string, TellingPlace[]>();
  for (const [at, t] of told.entries())
    for (const place of placesIn(t, at, believe)) {
      const { kind, acquirer, target } = place.weighed.candidate;
      const key = dealKey(kind, acquirer.name, target.name);
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  return [...places].map(([key, list]) => dealOf(key, list));
}

function dealOf(key: string, places: TellingPlace[]): PossibleDeal {
  places.sort((a, b) => b.likely - a.likely);
  const top = places[0] as TellingPlace;
  const { kind, acquirer, target } = top.weighed.candidate;
  return { key, kind, acquirer: acquirer.name, target: target.name, places, top, best: top.likely };
}

function placesIn(told: ToldSentence, at: number, believe: Belief): TellingPlace[] {
  const places: TellingPlace[] = [];
  for (const weighed of told.candidates)
    places.push({ weighed, told, at, likely: believe(weighed), ofList: 0, ofTargets: 0, beside: places });
  const ofAcquirers = likeliestBy(places, listOf);
  const ofTargets = likeliestBy(places, targetListOf);
  for (const p of places) {
    p.ofList = ofAcquirers.get(listOf(p.weighed) ?? '') ?? 0;
    p.ofTargets = ofTargets.get(targetListOf(p.weighed) ?? '') ?? 0;
  }
  return places;
}

function likeliestBy(places: readonly TellingPlace[], keyOf: (of: WeighedCandidate) => string | null) {
  const most = new Map<string, number>();
  for (const p of places) {
    const key = keyOf(p.weighed);
    if (key) most.set(key, Math.max(most.get(key) ?? 0, p.likely));
  }
  return most;
}

function listOf({ candidate: c }: WeighedCandidate): string | null {
  const list = c.acquirer.mention?.list ?? -1;
  return list < 0 ? null : `${c.kind}|${list}|${c.target.name}`;
}

function targetListOf({ candidate: c }: WeighedCandidate): string | null {
  const list = c.target.mention?.list ?? -1;
  return list < 0 ? null : `${c.kind}|${list}|${c.acquirer.name}`;
}
