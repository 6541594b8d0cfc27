import type { AmountRole } from '../../model/amount.ts';
import { type FoundAmount, isTurnover } from '../frames/amounts.ts';
import type { Frame } from '../frames/frame.ts';
import { withoutJoint } from '../frames/joint-sums.ts';
import { isPaidByOthers, saidRole } from '../frames/said-role.ts';
import { datesOf } from '../frames/sum-dates.ts';
import { isKindOfPayment } from '../frames/sum-parts.ts';
import { placeOf } from '../frames/sum-place.ts';
import type { Mention } from '../names/mention.ts';
import type { ToldSentence } from '../survey.ts';
import type { Feature } from './feature.ts';
import { type SumCandidate, sumCandidates } from './sum-candidates.ts';
import { sumFeaturesOf, sumPageOf } from './sum-features.ts';
import weights from './sum-weights.json' with { type: 'json' };
import { likelihoodBy, type Trees } from './trees.ts';

/** Roles of sums that somebody pays; the size of a round is nobody's payment. */
export const PAID_ROLES = ['tranche', 'total', 'future', 'ceiling', 'commitment', 'fee'] as const;

type PaidRole = (typeof PAID_ROLES)[number];

/** Trees that say how likely a sum is paid in a deal, and what for. */
export interface SumTrees {
  belongs: Trees;
  roles: Record<PaidRole, Trees>;
}

/** What to believe of a sum near a deal: how likely it is paid in it, 0–1, and its likeliest role. */
export interface SumBelief {
  isPaid: (kind: string, features: readonly Feature[]) => number;
  roleOf: (kind: string, features: readonly Feature[]) => PaidRole;
}

/** Takes trees; gives what they say of a sum near a deal. */
export function sumBeliefBy({ belongs, roles }: SumTrees): SumBelief {
  const likelihoods = PAID_ROLES.map((role) => ({ role, of: likelihoodBy(roles[role]) }));
  const roleOf = (kind: string, features: readonly Feature[]) => {
    const weighed = likelihoods.map(({ role, of }) => ({ role, likely: of(kind, features) }));
    return weighed.reduce((best, one) => (one.likely > best.likely ? one : best)).role;
  };
  return { isPaid: likelihoodBy(belongs), roleOf };
}

/** What the trees say. */
export const learnedSums: SumBelief = sumBeliefBy(weights as unknown as SumTrees);

/** Below this a sum is left out. */
const LEAST_LIKELY = 0.4;
/** The same for figures of which the words do not say that they are sums. */
const LEAST_IMPLIED = 0.47;

/** A price a share or an hour is no payment; what is paid a year for computing may be all that is told of it, and "$5 million apiece" is two cheques. */
const isRate = (per: string | null) => per !== null && !/^(?:year|quarter|month|unit)$/.test(per);

/**
 * Takes the sentences of a document with the claims that hold, and the sums that the grammar gives them; gives the sums
 * that are likely paid in each deal, with their likeliest role. Sizes of rounds stay as the grammar reads them.
 */
export function judgeSums(
  told: readonly ToldSentence[],
  found: readonly FoundAmount[],
  believe: SumBelief = learnedSums,
): FoundAmount[] {
  const bySentence = new Map(told.map((t) => [t.sentence, t]));
  const page = sumPageOf(told, found);
  const paid = sumCandidates(told, found).flatMap((candidate) => {
    const sentence = bySentence.get(candidate.sentence);
    const { per, conversionOf, leavesOut } = candidate.place.money;
    if (!sentence || isRate(per) || conversionOf !== null) return [];
    if (isTurnover(candidate.sentence, candidate.place) || isKindOfPayment(candidate.sentence, candidate.place))
      return [];
    if (isPaidByOthers(candidate.sentence, candidate.place, candidate.frame)) return [];
    if (isPricedElsewhere(candidate) || isBareValue(candidate)) return [];
    const features = sumFeaturesOf(candidate, sentence, page);
    const likely = believe.isPaid(candidate.frame.kind, features);
    return likely >= (leavesOut === null ? LEAST_LIKELY : LEAST_IMPLIED) ? [{ candidate, features, likely }] : [];
  });
  const likeliest = new Map<SumCandidate['place']['money'], number>();
  for (const { candidate, likely } of paid)
    likeliest.set(candidate.place.money, Math.max(likely, likeliest.get(candidate.place.money) ?? 0));
  const amounts = paid
    .filter((p) => isOwners(p, likeliest))
    .flatMap((p) => amountsOf(p.candidate, believe.roleOf(p.candidate.frame.kind, p.features)));
  const given = new Map<object, FoundAmount[]>();
  for (const amount of amounts) given.set(amount.money, [...(given.get(amount.money) ?? []), amount]);
  const rounds = found.filter(
    (a) =>
      a.role === 'round' &&
      !isPaidByOthers(a.frame.sentence, placeOf(a.frame.sentence.unit.tokens, a.money), a.frame) &&
      !given.get(a.money)?.some((p) => p.frame.target === a.frame.target),
  );
  return withoutJoint([...amounts, ...rounds]);
}

/** "Its largest purchase was Beats, for $3 billion; in AI it took over DarwinAI": the price is told of a deal before the semicolon. */
function isPricedElsewhere({ sentence: s, place, frame }: SumCandidate): boolean {
  const target = frame.sentence === s && frame.targetMention?.form === 'name' ? frame.targetMention : null;
  if (!target || target.from < place.to) return false;
  const { tokens } = s.unit;
  const end = tokens.findIndex((t, i) => i >= place.to && t.text === ';');
  if (end < 0 || end > target.from) return false;
  const isSame = (m: Mention) => m.candidates.some((c) => c.name === frame.target);
  const isStranger = (i: number) => tokens[i]?.cap === true && !s.mentions.some((m) => m.from <= i && m.to > i);
  const others = [1, 2, 3, 4].some((n) => place.from - n > 0 && isStranger(place.from - n));
  return others && !s.mentions.some((m) => m.to <= end && isSame(m));
}

const VALUED =
  /(?:^| )(?:valuation of|valued at|valeur de|valorisation de|valorisé[e]?s? à|bewertung von|bewertet mit|valoración de|valorada en|valutazione di|valutata)(?: \S+){0,2}$/;

/** "investors are bought out at a valuation of $2.5 billion": what a firm is worth is paid in no hiring and no investment. */
function isBareValue({ sentence: s, place, frame }: SumCandidate): boolean {
  if (frame.kind !== 'acquihire' && frame.kind !== 'investment') return false;
  const before = s.unit.tokens.slice(Math.max(0, place.from - 4), place.from);
  return VALUED.test(before.map((t) => t.lower).join(' '));
}

/** Two deals of one kind that share a party: both may be paid the like. */
const isLike = (a: Frame, b: Frame) => a.kind === b.kind && (a.acquirer === b.acquirer) !== (a.target === b.target);

interface Paid {
  candidate: SumCandidate;
  features: readonly Feature[];
  likely: number;
}

/** One sum is paid in one deal, the likeliest, unless the grammar ties it to others as well: "$50 million each". */
function isOwners({ candidate, likely }: Paid, likeliest: ReadonlyMap<object, number>): boolean {
  if (candidate.own && candidate.own.role !== 'round' && candidate.others.some((o) => isLike(o.frame, candidate.frame)))
    return true;
  return likely >= (likeliest.get(candidate.place.money) ?? 0);
}

/** The sum with its role and day; one for each day where it falls due on several. */
function amountsOf(c: SumCandidate, likeliest: AmountRole): FoundAmount[] {
  const frame = { ...c.frame, sentence: c.sentence };
  return datesOf(c.sentence, c.place).map((date) => {
    const learned = date && isOnePayment(c) && likeliest === 'total' ? 'tranche' : likeliest;
    const role = saidRole(c.sentence, c.place, c.frame, learned) ?? learned;
    return { frame, money: c.place.money, role, date };
  });
}

/** The grammar reads money put in, and no word for a sum of several payments: with a date of its own it is one of them. */
function isOnePayment({ frame, own }: SumCandidate): boolean {
  return frame.kind === 'investment' && own?.role === 'tranche';
}
