import { comparePartial } from '../model/day.ts';
import type { Certainty } from '../model/deal.ts';
import type { DealFact } from '../model/fact.ts';
import { classRank, type Documents, knownBy } from './support.ts';

/**
 * How sure a deal is, by what its documents say.
 *
 * - Once a document says that it is done, talk of further talks does not undo it.
 * - It has ended when a document says so, unless a later document of an equal or better class reports as its own news
 *   that it is done: background that recalls the announcement does not revive a deal.
 * - Documents without a date count as the oldest.
 * - What a person read outranks what the machine read.
 */
export function certaintyOfDeal(all: DealFact[], documents: Documents): Certainty {
  const checked = all.filter((fact) => fact.checked);
  const facts = checked.length ? checked : all;
  const ended = facts.filter((fact) => fact.certainty === 'ended');
  const done = facts.filter((fact) => fact.certainty === 'done');
  const revives = (end: DealFact) => done.some((fact) => !fact.background && isNewer(fact, end, documents));
  if (ended.some((end) => !revives(end))) return 'ended';
  return done.length ? 'done' : 'reported';
}

function isNewer(fact: DealFact, than: DealFact, documents: Documents): boolean {
  const [a, b] = [documents.get(fact.documentId), documents.get(than.documentId)];
  return classRank(a?.sourceClass) <= classRank(b?.sourceClass) && comparePartial(knownBy(a), knownBy(b)) > 0;
}
