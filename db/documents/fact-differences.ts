import type { Fact } from '../../model/fact.ts';

/** One thing that two texts, or two readings of one, say differently; null where one does not say it. */
export interface FieldChange {
  pairId: string | null;
  before: Fact | null;
  after: Fact | null;
}

/** A fact with the pair that it is filed under. */
export interface Told {
  pairId: string | null;
  fact: Fact;
}

/** Takes what was read before and after; gives the facts that the two do not share; one of each that speak of the same thing stand beside each other. */
export function differences(before: readonly Told[], after: readonly Told[]): FieldChange[] {
  const said = (told: readonly Told[]) => new Set(told.map(({ fact }) => saying(fact)));
  const [saidBefore, saidAfter] = [said(before), said(after)];
  const gone = before.filter(({ fact }) => !saidAfter.has(saying(fact)));
  const come = after.filter(({ fact }) => !saidBefore.has(saying(fact)));
  const changes: FieldChange[] = gone.map(({ pairId, fact }) => {
    const at = come.findIndex((other) => other.pairId === pairId && subject(other.fact) === subject(fact));
    const [match] = at < 0 ? [] : come.splice(at, 1);
    return { pairId, before: fact, after: match?.fact ?? null };
  });
  return [...changes, ...come.map(({ pairId, fact }) => ({ pairId, before: null, after: fact }))];
}

/** Everything that a fact says, without the words that prove it and their place. */
function saying(fact: Fact): string {
  const { id: _, documentId: __, evidence: ___, confidence: ____, ...rest } = fact;
  return JSON.stringify(rest);
}

/** What a fact speaks of: facts with one subject are two answers to one question. */
function subject(fact: Fact): string {
  const { type } = fact;
  if (type === 'scrutiny') return `${type} ${fact.authority}`;
  return `${type} ${'kind' in fact ? fact.kind : ''} ${'amount' in fact ? fact.amount.role : ''}`;
}
