import { sameGroup } from '../../model/company.ts';
import type { PartialDay } from '../../model/day.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import {
  LISTED_WRONGLY,
  listedIn,
  type Market,
  marketsOf,
  needsOf,
  type Seller,
  sellerIn,
  sellersUnder,
  shareAtLeast,
} from '../markets.ts';
import { dealDay, inDollars, sayInFirm, termOf } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { deedOf, fact, fitting, flagOf, inSentence } from '../saying.ts';

const thresholds = {
  share: { value: 30, about: 'Share of an input or route, in per cent, from which rivals may need it' },
  strongShare: { value: 50, about: 'Share, in per cent, from which the flag is strong' },
};

/** An input or route that rivals need, and how the deal gives a hand on it. */
interface Hold {
  market: Market;
  /** The one who has the input. */
  seller: Seller;
  /** `target`: the firm taken sells it. `source`: the acquirer sells it and takes another source. `dependant`: the firm taken needs it. */
  how: 'target' | 'source' | 'dependant';
  share: number;
}

/** Screens deals that give control over an input or a route that rivals need. */
export const inputForeclosure: Rule = {
  id: 'input-foreclosure',
  title: 'Foreclosure of inputs',
  description:
    'Detects a deal by which a group gets a say in a supplier that its rivals need, takes another source of an input of ' +
    'which it has most already, or takes a firm that depends on its own input or route to customers; and preferential ' +
    'access to scarce supply. An input counts when one firm has at least three tenths of it or authorities found it hard to replace.',
  references: [
    {
      title: 'US Department of Justice and FTC, Merger Guidelines 2023, guideline 5',
      url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    },
    {
      title: 'European Commission, Guidelines on non-horizontal mergers (2008/C 265/07)',
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52008XC1018(03)',
    },
  ],
  falsePositives: [
    'An ordinary supply contract.',
    'Any purchase by a maker of chips, whatever the firm makes.',
    'An input that rivals can get elsewhere at like terms: the list of inputs ages.',
    'A stake without any say in the firm.',
    LISTED_WRONGLY,
  ],
  weight: 30,
  thresholds,
  trust: 'trial',
  check(pair) {
    const deal = sayInFirm(pair);
    const holds = deal && mayMatter(pair.target) ? holdsOf(pair, dealDay(deal)) : [];
    const preference = termOf(pair, 'allocation-preference');
    if (!holds.length && !preference) return null;
    return flagOf('input-foreclosure', pair, {
      severity: severityOf(holds),
      why: whyOf(pair, deal, holds),
      for: [
        ...holds.map((hold) => holdFact(pair, hold, deal)),
        ...(preference
          ? [
              fact(
                `${TERM_LABELS['allocation-preference']}: ${preference.details.join('; ') || 'as reported'}.`,
                'term allocation-preference',
                preference.factIds,
              ),
            ]
          : []),
      ],
      against: factsAgainst(pair, deal),
      missing: missingFrom(pair, holds),
    });
  },
};

/** Most firms sell in no market that is listed, and depend on none. */
const mayMatter = (target: string) => marketsOf(target).length > 0 || needsOf(target).length > 0;

function holdsOf(pair: Pair, day: PartialDay | null): Hold[] {
  return [...targetSells(pair, day), ...anotherSource(pair, day), ...depends(pair, day)];
}

/** What counts as needed: at least the share, or found hard to replace. */
function isNeeded(seller: Seller, day: PartialDay | null): boolean {
  return seller.hardToReplace === true || shareAtLeast(seller, day) >= thresholds.share.value;
}

/** A supplier of firms that compete with the acquirer or with what it holds. */
function targetSells(pair: Pair, day: PartialDay | null): Hold[] {
  return marketsOf(pair.target).flatMap(({ market, seller }): Hold[] => {
    const meets = sellersUnder(market, pair.acquirer, day).length > 0;
    if (meets || !isNeeded(seller, day)) return [];
    return [{ market, seller, how: 'target', share: shareAtLeast(seller, day) }];
  });
}

/** The acquirer has the input already and takes a firm from which rivals could have had it. */
function anotherSource(pair: Pair, day: PartialDay | null): Hold[] {
  return marketsOf(pair.target).flatMap(({ market }): Hold[] => {
    const own = sellersUnder(market, pair.acquirer, day).find(
      // What the group has through the very firm is no other source.
      (one) => !sameGroup(one.company, pair.target) && shareAtLeast(one, day) >= thresholds.strongShare.value,
    );
    if (!own || !sellerIn(market, pair.target, day)) return [];
    return [{ market, seller: own, how: 'source', share: shareAtLeast(own, day) }];
  });
}

/** The firm taken depends on the acquirer's input or route, and so do its rivals. */
function depends(pair: Pair, day: PartialDay | null): Hold[] {
  return needsOf(pair.target).flatMap((market): Hold[] => {
    const own = sellersUnder(market, pair.acquirer, day).find((one) => isNeeded(one, day));
    if (!own) return [];
    return [{ market, seller: own, how: 'dependant', share: shareAtLeast(own, day) }];
  });
}

function severityOf(holds: Hold[]): Severity {
  if (!holds.length) return 1;
  return holds.some(({ share }) => share >= thresholds.strongShare.value) ? 3 : 2;
}

function whyOf(pair: Pair, deal: Deal | null, [hold]: Hold[]): string {
  const { acquirer, target } = pair;
  const takes = deal ? deedOf(deal) : 'takes';
  if (!hold) return fitting(`${acquirer} and ${target}: preferential supply`, 'Preferential supply');
  const what = inSentence(hold.market.market);
  const words = {
    target: [`${acquirer} ${takes} ${target}: ${what}`, `${target} sells ${what}`],
    source: [
      `${acquirer} ${takes} ${target}, another source of ${what}`,
      `${acquirer} ${takes} another source: ${what}`,
      `Another source: ${what}`,
    ],
    dependant: [`${target} and its rivals need ${acquirer}: ${what}`, `${target} needs ${what}`],
  };
  return fitting(...words[hold.how], `Input that rivals need`);
}

function holdFact(pair: Pair, { market, seller, how, share }: Hold, deal: Deal | null): FlagFact {
  const part = share > 0 ? `at least ${share}% of it` : 'it is hard to replace';
  const name = inSentence(market.market);
  const said = {
    target: `${pair.target} sells ${name}, ${part}, also to rivals of ${pair.acquirer} (${listedIn(market.source.title)}).`,
    source: `${seller.company} sells ${name}, ${part}; ${pair.target} was another source (${listedIn(market.source.title)}).`,
    dependant: `${pair.target} and its rivals need ${name} of ${seller.company}, ${part} (${listedIn(market.source.title)}).`,
  };
  return fact(said[how], `input ${how} ${market.market}`, deal?.factIds);
}

function factsAgainst(pair: Pair, deal: Deal | null): FlagFact[] {
  const ended = deal?.certainty === 'ended' ? [fact('Called off.', 'ended', deal.factIds)] : [];
  const votes = termOf(pair, 'no-governance-rights') ?? termOf(pair, 'non-voting');
  const small = deal && deal.kind !== 'acquisition' && inDollars(pair.sums.paid) === 0;
  return [
    ...ended,
    ...(votes ? [fact(`${TERM_LABELS[votes.term]}.`, `term ${votes.term}`, votes.factIds)] : []),
    ...(small ? [fact('No purchase, and no sum is known.', 'no sum')] : []),
  ];
}

function missingFrom(pair: Pair, holds: Hold[]): string[] {
  const [hold] = holds;
  if (!hold) return ['What share of the supply is reserved?', 'Do rivals get the same terms?'];
  return [
    `Which rivals of ${pair.acquirer} buy ${inSentence(hold.market.market)}, and from whom else could they?`,
    'Would it pay to refuse them, or to serve them later and worse?',
    hold.share === 0 ? 'What share does it have?' : null,
  ].filter((question) => question !== null);
}
