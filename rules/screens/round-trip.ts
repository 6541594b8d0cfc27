import { formatSum } from '../../model/amount.ts';
import type { Day } from '../../model/day.ts';
import type { Term } from '../../model/deal.ts';
import type { FlagFact } from '../../model/flag.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { Pair } from '../../model/ledger.ts';
import {
  CONDITIONS,
  isTooSmall,
  type Loop,
  loopOf,
  PROVIDER_TERMS,
  recapture,
  severityOf,
  thresholds,
} from '../loops/loop.ts';
import { alsoBuys } from '../other-providers.ts';
import { factsBehind, firstTerm, isHeldStake, termOf } from '../pair-facts.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { fact, fitting, flagOf, moneyKey, sumsText } from '../saying.ts';
import { inForce, whatIsOver } from '../time.ts';

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
    const loop = loopOf(pair, context.pairs);
    if (!loop || isTooSmall(loop)) return null;
    return flagOf('round-trip', pair, {
      severity: severityOf(pair, loop),
      why: whyOf(pair, loop),
      for: [...factsIn(pair, loop), ...factsBack(pair, loop, context.today)],
      against: [...factsAgainst(pair, loop), ...elsewhere(pair, loop, context), ...rightsOver(pair, context.today)],
      missing: missingFrom(pair, loop),
    });
  },
};

/** Two digits: 0.5, 7.7, 12. */
const shortRatio = (ratio: number) => String(Number(ratio.toPrecision(2)));

function whyOf(pair: Pair, loop: Loop): string {
  const { acquirer, target } = pair;
  if (loop.form === 'equity')
    return fitting(
      `${acquirer} pays its customer ${target} in shares or warrants`,
      'Supplier pays its customer in shares',
    );
  const [put, spent, ratio] = [
    sumsText(loop.moneyIn, loop.hedges.moneyIn),
    sumsText(loop.spend, loop.hedges.spend),
    recapture(loop),
  ];
  const back = loop.form === 'back' ? 'back' : 'for supplies';
  if (ratio?.atLeast) {
    const [most, times] = [`up to ${sumsText(loop.upTo)}`, `ratio ${shortRatio(ratio.ratio)} or more`];
    return fitting(`${acquirer}: ${most} in, ${spent} ${back}, ${times}`, `${most} in, ${spent} ${back}, ${times}`);
  }
  if (ratio) {
    const times = `ratio ${shortRatio(ratio.ratio)}`;
    return fitting(
      `${acquirer} puts ${put} into ${target}, ${spent} ${back}: ${times}`,
      `${acquirer}: ${put} in, ${spent} ${back}, ${times}`,
      `${put} in, ${spent} ${back}, ${times}`,
    );
  }
  const tie = loop.form === 'back' ? 'which buys from it' : 'its own supplier';
  if (put)
    return fitting(
      `${acquirer} puts ${put} into ${target}, ${tie}`,
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
      `${pair.acquirer} puts ${formatSum({ value, currency, hedge: loop.hedges.moneyIn?.[currency] })} into ${pair.target}.`,
      `in ${moneyKey(value, currency)}`,
      paying,
    ),
  );
  const funds = isHeldStake(investment) ? 'funds' : 'has agreed to fund';
  const stake = fact(`${pair.acquirer} ${funds} ${pair.target}.`, 'in', investment.factIds);
  return sums.length ? sums : [stake];
}

function factsBack(pair: Pair, loop: Loop, today: Day): FlagFact[] {
  const [seller, buyer] = loop.form === 'supplier' ? [pair.target, pair.acquirer] : [pair.acquirer, pair.target];
  const spending = factsBehind(loop.supply?.events.filter((event) => event.role === 'commitment') ?? []);
  const spends = Object.entries(loop.spend).map(([currency, value]) =>
    fact(
      `${buyer} commits ${formatSum({ value, currency, hedge: loop.hedges.spend?.[currency] })} of spend to ${seller}.`,
      `back ${moneyKey(value, currency)}`,
      spending,
    ),
  );
  const supplied = loop.supply ? [fact(`${seller} supplies ${buyer}.`, 'back', loop.supply.factIds)] : [];
  return [...(spends.length ? spends : supplied), ...termFacts(pair, today), ...ratioFact(loop)];
}

function termFacts(pair: Pair, today: Day): FlagFact[] {
  const told: Term[] = [...PROVIDER_TERMS, 'credits', ...CONDITIONS, 'supplier-gives-equity', 'capacity-backstop'];
  return told.flatMap((term) => {
    const found = inForce(termOf(pair, term), today);
    return found ? [fact(`${TERM_LABELS[term]}.`, `term ${term}`, found.factIds)] : [];
  });
}

/** What the investor was to the firm and no longer is. */
function rightsOver(pair: Pair, today: Day): FlagFact[] {
  return PROVIDER_TERMS.flatMap((name) => {
    const term = termOf(pair, name);
    const ended = whatIsOver(term, today);
    return term && ended.length ? [fact(`Over: ${ended.join('; ')}.`, `over ${name}`, term.factIds)] : [];
  });
}

/** The key holds the step that the ratio reaches, not its digits. */
function ratioFact(loop: Loop): FlagFact[] {
  const known = recapture(loop);
  if (!known) return [];
  const { fullRecapture, clearRecapture } = thresholds;
  const step = known.ratio >= fullRecapture.value ? 'full' : known.ratio >= clearRecapture.value ? 'clear' : 'small';
  const least = known.atLeast ? 'at least ' : '';
  const basis = known.converted ? 'in dollars at the rates of the days' : known.currency;
  return [fact(`Recapture ratio ${least}${shortRatio(known.ratio)} (${basis}).`, `ratio ${step}`)];
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

/** Only of a firm that buys from its funder: a funder that buys from its target is another matter. */
const elsewhere = (pair: Pair, loop: Loop, { pairs }: RuleContext) =>
  loop.form === 'back' ? alsoBuys(pair, pairs) : [];

function missingFrom(pair: Pair, loop: Loop): string[] {
  const { acquirer, target } = pair;
  const paid = Object.keys(loop.moneyIn).length > 0;
  const round = loop.investment?.events.find((event) => event.role === 'round');
  const questions = [
    firstTerm(pair, CONDITIONS) ? null : 'Is the money conditional on the spend?',
    !paid && sumsText(loop.upTo) ? `How much of the up to ${sumsText(loop.upTo)} has been paid?` : null,
    !paid && !sumsText(loop.upTo) && loop.form !== 'equity' ? howMuch(pair, round !== undefined) : null,
    loop.form === 'equity' && !paid ? `What are the shares or warrants worth to ${target}?` : null,
    Object.keys(loop.spend).length ? null : spendQuestion(acquirer, target, loop),
    paid && Object.keys(loop.spend).length && !recapture(loop)
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
