import { findCompany } from '../../model/company.ts';
import { comparePartial, type Day, mayBeSameDay, type PartialDay } from '../../model/day.ts';
import type { Layer } from '../../model/deal.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import { gammanIn, isGamman } from '../groups.ts';
import { type PairSource, viewOf } from '../ledger-view.ts';
import { LISTED_WRONGLY, sharedMarkets } from '../markets.ts';
import {
  agreed,
  inDollars,
  isHeldStake,
  largestShare,
  pairsOfTarget,
  purchase,
  termOf,
  witness,
} from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf, inSentence } from '../saying.ts';
import { withinMonths } from '../time.ts';

const thresholds = {
  largeMoney: {
    value: 1_000_000_000,
    about: 'Money in one of the rivals, in dollars, from which the holding is clear',
  },
  largeShare: { value: 10, about: 'Share of one rival, in per cent, from which it is clear; of two: strong' },
  talkMonths: { value: 12, about: 'Months after which talks of a stake that nobody confirmed count as lapsed' },
  groups: { value: 2, about: 'Number of the six large groups in one round' },
};

/**
 * Layers whose firms sell much the same thing. Applications, robots, data and distribution are too broad, and
 * infrastructure holds clouds beside schedulers: two firms there mostly do not meet.
 */
const RIVAL_LAYERS: readonly (Layer | null)[] = ['model', 'chip'];

/** True for a layer in which two firms are rivals by being in it. */
export const isRivalLayer = (layer: Layer | null): boolean => RIVAL_LAYERS.includes(layer);

/** Rivals named in a flag; an investor in hundreds is shown by the first of them. */
const MOST_NAMED = 12;

/** Why a holding is common to rivals. */
interface Holding {
  /** Other firms of the same layer in which the acquirer holds a stake, by name. */
  rivals: readonly Pair[];
  /** True when the acquirer itself competes with the target. */
  competes: boolean;
  /** Others of the large groups in the same round. */
  together: string[];
}

/** Screens investors that hold stakes in firms which compete with each other, or with themselves. */
export const crossHolding: Rule = {
  id: 'cross-holding',
  title: 'Common ownership among rivals',
  description:
    'Detects an investor with stakes in two or more makers of models, of chips, or of computing capacity, an investor that ' +
    'makes models or chips itself and holds another maker, and a round in which two or more of the six large groups take part. Such holdings can soften rivalry ' +
    'and carry information between rivals.',
  references: [
    {
      title: 'CMA, AI Foundation Models: update paper, 11 April 2024',
      url: 'https://www.gov.uk/government/publications/ai-foundation-models-update-paper',
    },
    {
      title: 'Clayton Act, section 8 (15 U.S.C. 19): interlocking directorates',
      url: 'https://www.law.cornell.edu/uscode/text/15/19',
    },
  ],
  falsePositives: [
    'Passive holdings of an index fund.',
    'Talks about a second stake that was never bought.',
    'Firms of one broad layer whose products do not compete.',
    LISTED_WRONGLY,
    'An accelerator that holds a little of everything.',
    'A stake that has been sold: the ledger only knows what it has read.',
  ],
  weight: 10,
  thresholds,
  trust: 'trial',
  check(pair, { pairs, today }) {
    const stake = stakeIn(pair) ?? talkedOf(pair, today);
    if (!stake) return null;
    const holding = holdingOf(pair, stake, pairs);
    if (!holding.rivals.length && !holding.competes && !holding.together.length) return null;
    return flagOf('cross-holding', pair, {
      severity: severityOf(pair, holding),
      why: whyOf(pair, holding),
      for: factsFor(pair, stake, holding),
      against: factsAgainst(pair, stake),
      missing: missingFrom(pair),
    });
  },
};

/** A stake held: not one that became a purchase, nor shares that a supplier gave to its customer. */
function stakeIn(pair: Pair): Deal | null {
  return purchase(pair) || termOf(pair, 'supplier-gives-equity') ? null : agreed(pair, 'investment');
}

/** A stake reported lately and not agreed. Talks that nobody has confirmed for long have lapsed. */
function talkedOf(pair: Pair, today: Day): Deal | null {
  const deal = pair.deals.find(({ kind, certainty }) => kind === 'investment' && certainty === 'reported');
  const last =
    deal?.events
      .flatMap((event) => event.date ?? [])
      .sort(comparePartial)
      .at(-1) ??
    deal?.knownSince ??
    null;
  return deal && withinMonths(last, today as Day & PartialDay, thresholds.talkMonths.value) ? deal : null;
}

function holdingOf(pair: Pair, stake: Deal, pairs: PairSource): Holding {
  const rivals = isRivalLayer(pair.layer) ? stakesIn(pair, pairs).filter((held) => held.id !== pair.id) : [];
  return {
    rivals,
    competes: competes(pair),
    together: isGamman(pair.acquirer) ? sameRound(pair, stake, pairs) : [],
  };
}

/** True when the acquirer makes what the target makes: both are of one narrow layer, or sell in one market. */
function competes({ acquirer, target, layer }: Pair): boolean {
  const sameLayer = isRivalLayer(layer) && findCompany(acquirer)?.layer === layer;
  return sameLayer || sharedMarkets(acquirer, target, null).length > 0;
}

/** The firms of one layer in which an acquirer holds a stake, by name, each once. */
function stakesIn({ acquirer, layer }: Pair, pairs: PairSource): readonly Pair[] {
  return viewOf(pairs).remember(acquirer, `stakes ${layer}`, (own) => {
    const held = new Map(
      own.filter((other) => other.layer === layer && stakeIn(other)).map((other) => [other.id, other]),
    );
    return [...held.values()].sort((a, b) => (a.target < b.target ? -1 : 1));
  });
}

/** Others of the six groups in the same round: their own record has it, or the round's description names them. */
function sameRound(pair: Pair, stake: Deal, pairs: PairSource): string[] {
  const rounds = stake.events.filter((event) => event.role === 'round');
  const isIn = (other: Pair) =>
    agreed(other, 'investment')?.events.some((event) => rounds.some((round) => isSame(round, event)));
  const others = pairsOfTarget(pair, pairs)
    .filter(isIn)
    .map((other) => other.acquirer);
  const told = rounds.flatMap(({ instrument }) => gammanIn(instrument ?? ''));
  const groups = [...new Set([...others, ...told])].filter((name) => isGamman(name) && name !== pair.acquirer).sort();
  return groups.length + 1 >= thresholds.groups.value ? groups : [];
}

function isSame(a: DealEvent, b: DealEvent): boolean {
  return (
    a.role === b.role &&
    a.value === b.value &&
    a.currency === b.currency &&
    a.date !== null &&
    b.date !== null &&
    mayBeSameDay(a.date, b.date)
  );
}

function severityOf(pair: Pair, { rivals }: Holding): Severity {
  const held = [pair, ...rivals];
  const large = held.filter((p) => (largestShare(termOf(p, 'stake')) ?? 0) >= thresholds.largeShare.value).length;
  const seated = held.filter((p) => termOf(p, 'board-seat') ?? termOf(p, 'board-observer')).length;
  if (large > 1 || seated > 1) return 3;
  const costly = held.some(
    (p) => inDollars(agreed(p, 'investment')?.paid ?? p.sums.paid) >= thresholds.largeMoney.value,
  );
  return large > 0 || costly ? 2 : 1;
}

function whyOf(pair: Pair, { rivals, competes, together }: Holding): string {
  const { acquirer, target } = pair;
  const [first, ...others] = rivals.map((rival) => rival.target);
  if (first) {
    const more = others.length > MOST_NAMED ? ' and many more' : others.length ? ` and ${others.length} more` : '';
    return fitting(
      `${acquirer} invests in ${target}, ${first}${more}`,
      `${acquirer} invests in ${rivals.length + 1} firms: ${pair.layer}`,
      `Invests in ${rivals.length + 1} rivals`,
    );
  }
  if (competes)
    return fitting(
      `${acquirer} invests in its rival ${target}`,
      `${acquirer} invests in a rival`,
      'Invests in a rival',
    );
  const names = together.join(', ');
  return fitting(
    `${acquirer} and ${names} in one round of ${target}`,
    `${together.length + 1} large groups in one round`,
  );
}

function factsFor(pair: Pair, stake: Deal, holding: Holding): FlagFact[] {
  const own = fact(`${stakeWords(pair, stake)} (${pair.layer ?? 'layer not known'}).`, 'stake', stake.factIds);
  const rivals = holding.rivals
    .slice(0, MOST_NAMED)
    .map((rival) =>
      fact(
        `${stakeWords(rival, agreed(rival, 'investment'))} (${rival.layer}).`,
        `rival ${rival.id}`,
        witness(agreed(rival, 'investment')),
      ),
    );
  const competes = holding.competes ? [fact(rivalWords(pair), 'competes')] : [];
  const together = holding.together.map((other) => fact(`${other} took part in the same round.`, `round ${other}`));
  return [own, ...rivals, ...competes, ...together];
}

/** A stake in words: held, agreed and no more, or talked of. How much at most is said of the pair's own. */
function stakeWords({ acquirer, target }: Pair, stake: Deal | null): string {
  if (stake?.certainty === 'reported') return `${acquirer} is reported to seek a stake in ${target}`;
  if (!stake || isHeldStake(stake)) return `${acquirer} has a stake in ${target}`;
  return `${acquirer} has agreed to invest in ${target}`;
}

/** Why the acquirer counts as a rival: the markets in which both are listed, else the layer of both. */
function rivalWords({ acquirer, target }: Pair): string {
  const names = sharedMarkets(acquirer, target, null).map(({ market }) => inSentence(market));
  if (!names.length) return `${acquirer} itself makes what ${target} makes.`;
  return `${acquirer} and ${target} both sell ${names.join(' and ')} (sellers: a list kept by hand).`;
}

function missingFrom({ target }: Pair): string[] {
  return ['Do the firms compete for the same customers?', `Who sees what ${target} tells its investors?`];
}

function factsAgainst(pair: Pair, stake: Deal): FlagFact[] {
  const none = termOf(pair, 'no-governance-rights');
  const talks = stake.certainty === 'reported' ? [fact('Reported, not agreed.', 'reported', stake.factIds)] : [];
  const rights = none ? [fact('No vote, seat or observer.', 'term no-governance-rights', none.factIds)] : [];
  return [...talks, ...rights];
}
