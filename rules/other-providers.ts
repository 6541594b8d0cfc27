import { findCompany } from '../model/company.ts';
import type { FlagFact } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';
import { type PairSource, viewOf } from './ledger-view.ts';
import { legsOf } from './loops/legs.ts';
import { agreed, witness } from './pair-facts.ts';
import { fact } from './saying.ts';

/** How many other providers a fact names. */
const MOST_NAMED = 3;

/**
 * The pairs in which the target of one buys by an agreed deal from a rival of its provider, by name. A rival is a firm in the
 * same layer (handbook 1), another cloud or another maker of chips: who buys chips from one may well buy computing from the
 * other. None where the provider's layer is not known.
 */
export function otherProviders(pair: Pair, pairs: PairSource): readonly Pair[] {
  const rivals = viewOf(pairs)
    .byTarget(pair.target)
    .filter(({ id, acquirer }) => id !== pair.id && isRivalProvider(pair.acquirer, acquirer))
    .filter((other) => legsOf(other).some((leg) => leg.kind === 'purchase' && leg.from === pair.target));
  return [...rivals].sort((a, b) => (a.acquirer < b.acquirer ? -1 : 1));
}

function isRivalProvider(a: string, b: string): boolean {
  const layer = findCompany(a)?.layer;
  return (layer === 'infrastructure' || layer === 'chip') && findCompany(b)?.layer === layer;
}

/** The same as a fact against: who buys elsewhere too is less tied. Empty when the ledger knows no other provider. */
export function alsoBuys(pair: Pair, pairs: PairSource): FlagFact[] {
  const others = otherProviders(pair, pairs);
  if (others.length === 0) return [];
  const names = others.slice(0, MOST_NAMED).map(({ acquirer }) => acquirer);
  const more = others.length - names.length;
  const last = more > 0 ? `${more} more` : names.pop();
  const who = names.length ? `${names.join(', ')} and ${last}` : last;
  const behind = others.flatMap((other) => witness(agreed(other, 'cloud')));
  return [fact(`${pair.target} also buys from ${who}.`, 'also buys', behind)];
}
