import type { AmountRole } from '../../model/amount.ts';
import { dateOf, type FoundAmount, isNoPayment } from '../amounts.ts';
import type { ToldSentence } from '../survey.ts';
import type { Feature } from './feature.ts';
import { type SumCandidate, sumCandidates } from './sum-candidates.ts';
import { sumFeaturesOf, sumPageOf } from './sum-features.ts';
import weights from './sum-weights.json' with { type: 'json' };
import { likelihoodBy, type Trees } from './trees.ts';

/** Roles of sums that somebody pays; the size of a round is nobody's payment. */
export const PAID_ROLES = ['tranche', 'total', 'future', 'ceiling', 'commitment', 'fee'] as const;

const { belongs, roles } = weights as unknown as { belongs: Trees; roles: Record<(typeof PAID_ROLES)[number], Trees> };
const belongsOf = likelihoodBy(belongs);
const roleLikelihoods = PAID_ROLES.map((role) => ({ role, of: likelihoodBy(roles[role]) }));
/** Below this a sum is left out. */
const LEAST_LIKELY = 0.42;

/**
 * Takes the sentences of a document with the claims that hold, and the sums that the grammar gives them; gives the sums
 * that are likely paid in each deal, with their likeliest role. Sizes of rounds stay as the grammar reads them.
 */
export function judgeSums(told: readonly ToldSentence[], found: readonly FoundAmount[]): FoundAmount[] {
  const bySentence = new Map(told.map((t) => [t.sentence, t]));
  const page = sumPageOf(told);
  const paid = sumCandidates(told, found).flatMap((candidate) => {
    const sentence = bySentence.get(candidate.sentence);
    // A valuation or a turnover is no payment, however much the page is about a deal.
    if (!sentence || isNoPayment(candidate.sentence, candidate.place, [candidate.frame])) return [];
    const features = sumFeaturesOf(candidate, sentence, page);
    const likely = belongsOf(candidate.frame.kind, features);
    return likely >= LEAST_LIKELY ? [{ candidate, features, likely }] : [];
  });
  const amounts = paid.filter((p) => isOwners(p, paid)).map((p) => amountOf(p.candidate, p.features));
  const rounds = found.filter(
    (a) => a.role === 'round' && !amounts.some((p) => p.money === a.money && p.frame.target === a.frame.target),
  );
  return [...amounts, ...rounds];
}

interface Paid {
  candidate: SumCandidate;
  features: readonly Feature[];
  likely: number;
}

/** One sum is paid in one deal, the likeliest, unless the grammar ties it to others as well: "$50 million each". */
function isOwners({ candidate, likely }: Paid, all: readonly Paid[]): boolean {
  if (candidate.own && candidate.own.role !== 'round') return true;
  return !all.some((o) => o.candidate.place.money === candidate.place.money && o.likely > likely);
}

function amountOf(c: SumCandidate, features: readonly Feature[]): FoundAmount {
  const [best] = roleLikelihoods
    .map(({ role, of }) => ({ role: role as AmountRole, likely: of(c.frame.kind, features) }))
    .sort((a, b) => b.likely - a.likely);
  const frame = { ...c.frame, sentence: c.sentence };
  const date = dateOf(c.sentence, c.place);
  const role = date && isOnePayment(c) && best?.role === 'total' ? 'tranche' : (best?.role ?? 'tranche');
  return { frame, money: c.place.money, role, date };
}

/** The grammar reads money put in, and no word for a sum of several payments: with a date of its own it is one of them. */
function isOnePayment({ frame, own }: SumCandidate): boolean {
  return frame.kind === 'investment' && own?.role === 'tranche';
}
