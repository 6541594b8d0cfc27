import { type Currency, formatMoney, type SumByCurrency } from '../model/amount.ts';
import type { Term } from '../model/deal.ts';
import type { FlagFact, Severity } from '../model/flag.ts';
import { TERM_LABELS } from '../model/labels.ts';
import type { Deal, Pair } from '../model/ledger.ts';
import { agreed, alive, factsBehind, firstTerm, inDollars, supplyBack, termOf } from './pair-facts.ts';
import type { Rule, RuleContext } from './rule.ts';
import { fact, fitting, flagOf, moneyKey, sumsText } from './saying.ts';

const thresholds = {
  fullRecapture: { value: 1, about: 'Recapture ratio from which all the money may come back: strong' },
  clearRecapture: { value: 0.25, about: 'Recapture ratio from which the loop is clear' },
  largeMoneyIn: { value: 1_000_000_000, about: 'Money put in, in dollars, from which a loop can be strong' },
  deMinimis: {
    value: 10_000_000,
    about: 'Money put in, in dollars, below which nothing is flagged unless more is spent',
  },
};

const PROVIDER_TERMS: readonly Term[] = ['exclusive-provider', 'primary-provider', 'preferred-provider'];

/** How money or its worth goes in, and how it comes back. */
interface Loop {
  /** `back`: the target buys from its funder. `supplier`: the funder buys from its target. `equity`: the seller pays. */
  form: 'back' | 'supplier' | 'equity';
  investment: Deal | null;
  supply: Deal | null;
  moneyIn: SumByCurrency;
  /** The most that may be put in, when nothing is known to be paid. */
  upTo: SumByCurrency;
  spend: SumByCurrency;
}

/** Screens pairs in which an investor's money returns to it as spend on its cloud, compute or chips. */
export const roundTrip: Rule = {
  id: 'round-trip',
  title: 'Cloud-spend round-tripping',
  description:
    'Detects an investor that funds a firm which spends the money on the same investor’s cloud, compute or chips. ' +
    'Also the reverse: a supplier that gives its customer equity or warrants, a customer that funds its supplier, and an ' +
    'investor that buys back capacity. The recapture ratio is committed spend divided by money put in, both cumulative ' +
    'and in one currency; an “up to” is never counted as paid.',
  references: [
    {
      title: 'FTC staff report on AI partnerships and investments (6(b) study), 17 January 2025',
      url: 'https://www.ftc.gov/reports/ftc-staff-report-ai-partnerships-investments-6b-study',
    },
    {
      title: 'CMA, AI Foundation Models: update paper, 11 April 2024',
      url: 'https://www.gov.uk/government/publications/ai-foundation-models-update-paper',
    },
  ],
  falsePositives: [
    'Talks only: the supply contract is signed, the investment never was.',
    'The size of a whole round read as one investor’s money, or a valuation read as an amount.',
    'The firm’s model is sold through the investor’s cloud: the firm supplies, it does not buy.',
    'Start-up credit programmes open to everybody, without a stake.',
    'A venture fund of the group holds the stake and no purchase is tied to it.',
    'The firm also runs on other clouds: a weaker case, shown as a fact against.',
  ],
  weight: 20,
  thresholds,
  trust: 'stable',
  check(pair, context) {
    const loop = loopOf(pair, context);
    if (!loop || isTooSmall(loop)) return null;
    return flagOf('round-trip', pair, {
      severity: severityOf(pair, loop),
      why: whyOf(pair, loop),
      for: [...factsIn(pair, loop), ...factsBack(pair, loop)],
      against: factsAgainst(pair, loop),
      missing: missingFrom(pair, loop),
    });
  },
};

function loopOf(pair: Pair, context: RuleContext): Loop | null {
  const investment = agreed(pair, 'investment');
  const supply = alive(pair, 'cloud');
  const sums = { moneyIn: paidIn(pair, investment), upTo: pair.sums.ceiling };
  if (supply && termOf(pair, 'supplier-gives-equity')) {
    return { form: 'equity', investment, supply, ...sums, spend: pair.sums.committed };
  }
  if (!investment) return null;
  if (buysFromFunder(pair, supply)) return { form: 'back', investment, supply, ...sums, spend: pair.sums.committed };
  const mirror = supplyBack(pair, context.pairs);
  const bought = mirror && agreed(mirror, 'cloud');
  if (bought && !isListingOnly(mirror)) {
    return { form: 'supplier', investment, supply: bought, ...sums, spend: mirror.sums.committed };
  }
  return termOf(pair, 'capacity-backstop')
    ? { form: 'supplier', investment, supply: null, ...sums, spend: pair.sums.committed }
    : null;
}

function paidIn(pair: Pair, investment: Deal | null): SumByCurrency {
  return investment?.paid ?? (investment ? pair.sums.paid : {});
}

function buysFromFunder(pair: Pair, supply: Deal | null): boolean {
  if (termOf(pair, 'capacity-backstop')) return false;
  if (firstTerm(pair, [...PROVIDER_TERMS, 'credits', 'tied-legs'])) return true;
  return supply !== null && !isListingOnly(pair);
}

/** A model sold through a cloud is no purchase by its maker: every document that tells of supply means the listing. */
function isListingOnly(pair: Pair): boolean {
  const supply = alive(pair, 'cloud');
  const listing = supply?.terms.find((told) => told.term === 'marketplace-listing');
  const spends = supply?.events.some((event) => event.role === 'commitment');
  return !spends && listing !== undefined && listing.factIds.length >= (supply?.factIds.length ?? 0);
}

function isTooSmall(loop: Loop): boolean {
  const known = inDollars(loop.moneyIn);
  const limit = thresholds.deMinimis.value;
  return known > 0 && known < limit && inDollars(loop.spend) < limit && inDollars(loop.upTo) < limit;
}

/** Committed spend divided by money in, in the currency of the largest money in; null when one of them is not known. */
function recapture(loop: Loop, moneyIn: SumByCurrency): { ratio: number; currency: Currency } | null {
  const both = Object.keys(moneyIn).filter((currency) => (loop.spend[currency] ?? 0) > 0);
  const currency = both.sort((a, b) => (moneyIn[b] ?? 0) - (moneyIn[a] ?? 0) || (a < b ? -1 : 1))[0];
  if (currency === undefined) return null;
  return { ratio: (loop.spend[currency] ?? 0) / (moneyIn[currency] ?? 1), currency };
}

/** What is known of the ratio: from the money paid, else at least that over the most that may be paid. */
function bestRatio(loop: Loop) {
  const paid = recapture(loop, loop.moneyIn);
  if (paid || inDollars(loop.moneyIn) > 0) return paid;
  const least = recapture(loop, loop.upTo);
  return least && least.ratio >= thresholds.fullRecapture.value ? least : null;
}

function severityOf(pair: Pair, loop: Loop): Severity {
  if (termOf(pair, 'credits') || termOf(pair, 'tied-legs')) return 3;
  const known = bestRatio(loop);
  const large = Math.max(inDollars(loop.moneyIn), known ? inDollars(loop.upTo) : 0) >= thresholds.largeMoneyIn.value;
  if (!known) return large ? 2 : 1;
  if (known.ratio >= thresholds.fullRecapture.value && large) return 3;
  return known.ratio >= thresholds.clearRecapture.value ? 2 : 1;
}

/** Two digits: 0.5, 7.7, 12. */
const shortRatio = (ratio: number) => String(Number(ratio.toPrecision(2)));

function whyOf(pair: Pair, loop: Loop): string {
  const { acquirer, target } = pair;
  if (loop.form === 'equity')
    return fitting(
      `${acquirer} pays its customer ${target} in shares or warrants`,
      'Supplier pays its customer in shares',
    );
  const [put, spent, ratio] = [sumsText(loop.moneyIn), sumsText(loop.spend), recapture(loop, loop.moneyIn)];
  const back = loop.form === 'back' ? 'back' : 'for supplies';
  if (ratio) {
    const times = `ratio ${shortRatio(ratio.ratio)}`;
    return fitting(
      `${acquirer} put ${put} into ${target}, ${spent} ${back}: ${times}`,
      `${acquirer}: ${put} in, ${spent} ${back}, ${times}`,
      `${put} in, ${spent} ${back}, ${times}`,
    );
  }
  const tie = loop.form === 'back' ? 'which buys from it' : 'its own supplier';
  if (put)
    return fitting(
      `${acquirer} put ${put} into ${target}, ${tie}`,
      `${acquirer}: ${put} in, ${tie}`,
      `${put} in, ${tie}`,
    );
  if (spent) return fitting(`${acquirer} funds ${target}; ${spent} ${back}`, `Funds it; ${spent} ${back}`);
  return fitting(`${acquirer} funds ${target}, ${tie}`, `Funds a firm ${tie}`);
}

function factsIn(pair: Pair, loop: Loop): FlagFact[] {
  const { investment, moneyIn } = loop;
  if (!investment) return [];
  const paying = factsBehind(
    investment.events.filter((e) => e.role === 'tranche' || e.role === 'total' || e.role === 'fee'),
  );
  const sums = Object.entries(moneyIn).map(([currency, value]) =>
    fact(
      `${pair.acquirer} put ${formatMoney({ value, currency })} into ${pair.target}.`,
      `in ${moneyKey(value, currency)}`,
      paying,
    ),
  );
  const stake = fact(`${pair.acquirer} funds ${pair.target}.`, 'in', investment.factIds);
  return sums.length ? sums : [stake];
}

function factsBack(pair: Pair, loop: Loop): FlagFact[] {
  const [seller, buyer] = loop.form === 'supplier' ? [pair.target, pair.acquirer] : [pair.acquirer, pair.target];
  const spending = factsBehind(loop.supply?.events.filter((event) => event.role === 'commitment') ?? []);
  const spends = Object.entries(loop.spend).map(([currency, value]) =>
    fact(
      `${buyer} commits ${formatMoney({ value, currency })} of spend to ${seller}.`,
      `back ${moneyKey(value, currency)}`,
      spending,
    ),
  );
  const supplied = loop.supply ? [fact(`${seller} supplies ${buyer}.`, 'back', loop.supply.factIds)] : [];
  return [...(spends.length ? spends : supplied), ...termFacts(pair), ...ratioFact(loop)];
}

function termFacts(pair: Pair): FlagFact[] {
  const told: Term[] = [...PROVIDER_TERMS, 'credits', 'tied-legs', 'supplier-gives-equity', 'capacity-backstop'];
  return told.flatMap((term) => {
    const found = termOf(pair, term);
    return found ? [fact(`${TERM_LABELS[term]}.`, `term ${term}`, found.factIds)] : [];
  });
}

/** The key holds the step that the ratio reaches, not its digits. */
function ratioFact(loop: Loop): FlagFact[] {
  const known = bestRatio(loop);
  if (!known) return [];
  const { fullRecapture, clearRecapture } = thresholds;
  const step = known.ratio >= fullRecapture.value ? 'full' : known.ratio >= clearRecapture.value ? 'clear' : 'small';
  const least = recapture(loop, loop.moneyIn) ? '' : 'at least ';
  return [fact(`Recapture ratio ${least}${shortRatio(known.ratio)} (${known.currency}).`, `ratio ${step}`)];
}

function factsAgainst(pair: Pair, loop: Loop): FlagFact[] {
  const telling: Term[] = ['several-providers', 'marketplace-listing', 'no-governance-rights', 'non-voting'];
  const terms = telling.flatMap((term) => {
    const found = termOf(pair, term);
    return found ? [fact(`${TERM_LABELS[term]}.`, `term ${term}`, found.factIds)] : [];
  });
  const talked = loop.supply?.certainty === 'reported';
  return talked
    ? [...terms, fact('The supply is reported, not agreed.', 'supply reported', loop.supply?.factIds)]
    : terms;
}

function missingFrom(pair: Pair, loop: Loop): string[] {
  const { acquirer, target } = pair;
  const paid = Object.keys(loop.moneyIn).length > 0;
  const round = loop.investment?.events.find((event) => event.role === 'round');
  const questions = [
    termOf(pair, 'tied-legs') ? null : 'Is the money conditional on the spend?',
    !paid && sumsText(loop.upTo) ? `How much of the up to ${sumsText(loop.upTo)} has been paid?` : null,
    !paid && !sumsText(loop.upTo) && loop.form !== 'equity' ? howMuch(pair, round !== undefined) : null,
    loop.form === 'equity' && !paid ? `What are the shares or warrants worth to ${target}?` : null,
    Object.keys(loop.spend).length ? null : spendQuestion(acquirer, target, loop),
    paid && Object.keys(loop.spend).length && !recapture(loop, loop.moneyIn)
      ? 'Money in and spend are in different currencies: what is the ratio?'
      : null,
  ];
  return questions.filter((question) => question !== null);
}

function howMuch(pair: Pair, inRound: boolean): string {
  return inRound ? `How much of the round is ${pair.acquirer}’s own money?` : `How much did ${pair.acquirer} put in?`;
}

function spendQuestion(acquirer: string, target: string, loop: Loop): string {
  const [buyer, seller] = loop.form === 'supplier' ? [acquirer, target] : [target, acquirer];
  return `How much has ${buyer} committed to spend with ${seller}?`;
}
