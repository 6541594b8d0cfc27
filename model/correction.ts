import { pairId } from './company.ts';
import type { Instant } from './day.ts';
import type { Fact } from './fact.ts';

/** What a person says a document states, in place of what the machine read in it. Appended, never changed. */
export interface Correction {
  id: number;
  documentId: string;
  /** What was read; null for a fact that was missed. */
  original: Fact | null;
  /** What the document states; null when it states nothing of the kind. */
  replacement: Fact | null;
  reason: string;
  userId: number;
  userName: string;
  at: Instant;
  /** Who took it back; null while it stands. */
  undone: { userName: string; at: Instant } | null;
}

/**
 * Takes facts as read, persons' own among them, and the corrections of their documents in order of time; gives the facts
 * that count. A later reader may find the same words again, with another confidence or another value: a correction
 * outranks every reading of the words that it is about.
 */
export function applyCorrections(facts: readonly Fact[], corrections: readonly Correction[]): Fact[] {
  const standing = corrections.filter((correction) => correction.undone === null);
  if (corrections.length === 0) return [...facts];
  const said = new Map(facts.map((fact) => [fact.id, fact]));
  const persons = new Set(corrections.flatMap(({ replacement }) => replacement?.id ?? []));
  let counting = facts.filter((fact) => !persons.has(fact.id));
  for (const { original, replacement } of standing) {
    if (original) counting = counting.filter((fact) => !isAbout(fact, original, replacement));
    // Facts of other pairs than those asked for are not among the ones handed in.
    if (replacement && said.has(replacement.id)) counting.push(replacement);
  }
  return counting;
}

/** The replacements that stand after all corrections of a document. */
export function standingReplacements(corrections: readonly Correction[]): Fact[] {
  const all = corrections.flatMap(({ replacement }) => replacement ?? []);
  const counting = new Set(applyCorrections(all, corrections).map((fact) => fact.id));
  return [...new Map(all.map((fact) => [fact.id, fact])).values()].filter((fact) => counting.has(fact.id));
}

/** True when a fact is the one corrected, or another reading of the same words about the same parties. */
function isAbout(fact: Fact, original: Fact, replacement: Fact | null): boolean {
  if (fact.id === original.id) return true;
  if (fact.checked || fact.documentId !== original.documentId || fact.type !== original.type) return false;
  const subjects = [original, replacement].flatMap((one) => (one ? [subjectOf(one)] : []));
  if (!subjects.includes(subjectOf(fact)) || isOtherStep(fact, original, replacement)) return false;
  return fact.type === 'deal' || overlap(fact, original);
}

/** A sentence may tell several steps of one authority; one with another status and a day of its own is not corrected with it. */
function isOtherStep(fact: Fact, original: Fact, replacement: Fact | null): boolean {
  if (fact.type !== 'scrutiny' || fact.date === null) return false;
  return [original, replacement].every(
    (one) => one?.type !== 'scrutiny' || (one.status !== fact.status && one.date !== fact.date),
  );
}

/** Whom a fact is about, and what kind of deal or which authority. */
function subjectOf(fact: Fact): string {
  const pair = fact.acquirer !== null && fact.target !== null ? pairId(fact.acquirer, fact.target) : 'sector';
  if (fact.type === 'scrutiny') return `${pair} ${fact.authority}`;
  return fact.type === 'term' ? `${pair} ${fact.kind} ${fact.term}` : `${pair} ${fact.kind}`;
}

function overlap(a: Fact, b: Fact): boolean {
  return a.evidence.some((x) => b.evidence.some((y) => x.in === y.in && x.start < y.end && y.start < x.end));
}
