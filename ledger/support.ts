import { lastDay, type PartialDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { DocumentRef } from '../model/ledger.ts';
import { SOURCE_CLASSES, type SourceClass } from '../model/scrutiny.ts';

/** Documents by id, as assembly is given them. */
export type Documents = ReadonlyMap<string, DocumentRef>;

/** 0 for an official page, 1 for a filing, 2 for the press; a document nobody knows counts as press. */
export function classRank(sourceClass: SourceClass | undefined): number {
  const rank = SOURCE_CLASSES.indexOf(sourceClass ?? 'press');
  return rank < 0 ? SOURCE_CLASSES.length - 1 : rank;
}

/**
 * The last day on which a document can have been written: what it tells had happened by then. That is its day of
 * publication, and never later than the day it was fetched; null when the document is not known.
 */
export function knownBy(document: DocumentRef | undefined): PartialDay | null {
  if (!document) return null;
  const { published, fetchedOn } = document;
  const day: string = published && lastDay(published) < fetchedOn ? lastDay(published) : fetchedOn;
  return day as PartialDay;
}

/** Who says so: papers of one house or that print one agency are one; an unnamed one is told apart by its document. */
function publisherOf(documentId: string, documents: Documents): string {
  const document = documents.get(documentId);
  return document?.voice || document?.publisher.trim().toLowerCase() || `document ${documentId}`;
}

/** The independent outlets among some documents; two pages of one publisher are one. */
export function publishers(documentIds: Iterable<string>, documents: Documents): Set<string> {
  return new Set([...documentIds].map((id) => publisherOf(id, documents)));
}

/** How well a claim is carried: best source class, then number of outlets, then number of documents. */
export function compareSupport(a: Iterable<string>, b: Iterable<string>, documents: Documents): number {
  const weigh = (ids: string[]) => [
    -Math.min(...ids.map((id) => classRank(documents.get(id)?.sourceClass))),
    publishers(ids, documents).size,
    ids.length,
  ];
  const [x, y] = [weigh([...a]), weigh([...b])];
  const differs = x.findIndex((value, i) => value !== y[i]);
  return differs < 0 ? 0 : (x[differs] ?? 0) - (y[differs] ?? 0);
}

/** Plain order of texts, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted, each once. */
export function sortedUnique(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byText);
}

/** Ids of facts, sorted, each once. */
export function factIdsOf(facts: Iterable<Pick<Fact, 'id'>>): string[] {
  return sortedUnique([...facts].map((fact) => fact.id));
}

/** Ids of the documents that facts come from, sorted, each once. */
export function documentIdsOf(facts: Iterable<Pick<Fact, 'documentId'>>): string[] {
  return sortedUnique([...facts].map((fact) => fact.documentId));
}

/** Puts things into groups by a key; groups and their members keep the order in which they came. */
export function groupBy<T>(things: Iterable<T>, key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}
