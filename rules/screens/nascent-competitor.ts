import { sameGroup } from '../../model/company.ts';
import { daysBetween, firstDay, makeDay, type PartialDay } from '../../model/day.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import { isGamman } from '../groups.ts';
import { LISTED_WRONGLY, listedIn, marketsOf, type Seller, sellerIn, shareAtLeast } from '../markets.ts';
import { dealDay, largestShare, taken, termOf } from '../pair-facts.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { deedOf, fact, fitting, flagOf, inSentence } from '../saying.ts';

const thresholds = {
  years: { value: 10, about: 'Age of a firm, in years, below which it counts as young' },
  share: {
    value: 30,
    about: 'Share of a market, in per cent, from which an acquirer outside the six groups counts as strong',
  },
  stake: { value: 49, about: 'Stake in per cent from which it counts like a purchase' },
};

/** A market in which both sell. */
interface Overlap {
  name: string;
  /** Whose the market is, and who says that both sell in it. */
  source: string;
  /** The young firm as seller there; null when an analyst's shares alone say so. */
  target: Seller | null;
}

/** Screens purchases of young firms that sell, or were about to sell, what the acquirer sells. */
export const nascentCompetitor: Rule = {
  id: 'nascent-competitor',
  title: 'Nascent competitor',
  description:
    'Detects a purchase, a stake of 49% and more, or a hiring of the team, by which one of the six large groups or a firm ' +
    'with at least three tenths of a market takes a firm under ten years old that sells in a market in which it sells itself. ' +
    'Such deals can end a rival before it grows up; most are complements and end nothing.',
  references: [
    {
      title: 'US Department of Justice and FTC, Merger Guidelines 2023, guidelines 4 and 6',
      url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    },
    { title: 'Cunningham, Ederer, Ma: Killer Acquisitions, JPE 129 (2021)', url: 'https://doi.org/10.1086/712506' },
    {
      title: 'Hemphill, Wu: Nascent Competitors, University of Pennsylvania Law Review 168 (2020)',
      url: 'https://scholarship.law.upenn.edu/penn_law_review/vol168/iss7/2/',
    },
  ],
  falsePositives: [
    'A complement: the firm sells what the acquirer does not.',
    'An acquirer that is not in the product.',
    'A firm that was closing anyway.',
    'A firm whose product never left the laboratory: potential only.',
    LISTED_WRONGLY,
  ],
  weight: 20,
  thresholds,
  trust: 'trial',
  check(pair, context) {
    const deal = takenOver(pair);
    if (!deal) return null;
    const day = dealDay(deal);
    const overlaps = overlapsOf(pair, day, context);
    if (!overlaps.length || !isStrong(pair.acquirer, day, context) || !isYoung(overlaps, day)) return null;
    return flagOf('nascent-competitor', pair, {
      severity: severityOf(pair, overlaps, day),
      why: whyOf(pair, deal, overlaps),
      for: factsFor(pair, deal, overlaps),
      against: factsAgainst(pair, deal),
      missing: missingFrom(pair, overlaps),
    });
  },
};

/** A purchase or hiring, done or called off, or a stake that is almost one. */
function takenOver(pair: Pair): Deal | null {
  const stake = pair.deals.find(({ kind, certainty }) => kind === 'investment' && certainty === 'done');
  const near = stake && (largestShare(termOf(pair, 'stake')) ?? 0) >= thresholds.stake.value;
  return taken(pair) ?? (near ? stake : null);
}

function overlapsOf(pair: Pair, day: PartialDay | null, { shares = [] }: RuleContext): Overlap[] {
  const listed = marketsOf(pair.target).flatMap(({ market, seller }): Overlap[] =>
    sellerIn(market, pair.acquirer, day)
      ? [{ name: market.market, source: listedIn(market.source.title), target: seller }]
      : [],
  );
  const of = (company: string) => shares.filter((share) => sameGroup(share.company, company));
  const entered = of(pair.target).flatMap((own): Overlap[] => {
    const same = of(pair.acquirer).some((other) => other.market === own.market && other.territory === own.territory);
    return same ? [{ name: own.market, source: `shares entered from ${own.source}`, target: null }] : [];
  });
  const names = new Set<string>();
  return [...listed, ...entered].filter(({ name }) => !names.has(name) && names.add(name));
}

function isStrong(acquirer: string, day: PartialDay | null, { shares = [] }: RuleContext): boolean {
  if (isGamman(acquirer)) return true;
  const limit = thresholds.share.value;
  const listed = marketsOf(acquirer).some(({ seller }) => shareAtLeast(seller, day) >= limit);
  return listed || shares.some(({ company, share }) => share >= limit && sameGroup(company, acquirer));
}

/** A firm whose age is not known is not taken for old: the question is asked. */
function isYoung(overlaps: Overlap[], day: PartialDay | null): boolean {
  const founded = overlaps.flatMap(({ target }) => target?.founded ?? [])[0];
  const began = founded === undefined ? null : makeDay(founded, 1, 1);
  return !began || day === null || daysBetween(began, firstDay(day)) < thresholds.years.value * 365.25;
}

function severityOf(pair: Pair, overlaps: Overlap[], day: PartialDay | null): Severity {
  if (termOf(pair, 'product-closed') ?? termOf(pair, 'target-closes')) return 3;
  const sells = overlaps.some(({ target }) => !target || day === null || firstDay(target.since) <= firstDay(day));
  return sells ? 2 : 1;
}

function whyOf(pair: Pair, deal: Deal, [overlap]: Overlap[]): string {
  const name = inSentence(overlap?.name ?? '');
  return fitting(
    `${pair.acquirer} ${deedOf(deal)} ${pair.target}, both in ${name}`,
    `${pair.target} sold ${name} too`,
    `Both in ${name}`,
    `Both sell the same`,
  );
}

function factsFor(pair: Pair, deal: Deal, overlaps: Overlap[]): FlagFact[] {
  const closed = [termOf(pair, 'product-closed'), termOf(pair, 'target-closes')].flatMap((term) => term ?? []);
  return [
    fact(`${pair.acquirer} ${deedOf(deal)} ${pair.target}.`, `taken ${deal.kind}`, deal.factIds),
    ...overlaps.map(({ name, source, target }) => {
      const age = target ? `, founded in ${target.founded},` : '';
      return fact(
        `${pair.target}${age} and ${pair.acquirer} both sell ${inSentence(name)} (${source}).`,
        `overlap ${name}`,
      );
    }),
    ...closed.map((term) => fact(`${TERM_LABELS[term.term]}.`, `term ${term.term}`, term.factIds)),
  ];
}

function factsAgainst(pair: Pair, deal: Deal): FlagFact[] {
  const goesOn = termOf(pair, 'target-continues');
  return [
    ...(deal.certainty === 'ended' ? [fact('Called off.', 'ended', deal.factIds)] : []),
    ...(goesOn ? [fact(`${TERM_LABELS['target-continues']}.`, 'term target-continues', goesOn.factIds)] : []),
  ];
}

function missingFrom(pair: Pair, overlaps: Overlap[]): string[] {
  const known = overlaps.some(({ target }) => target);
  const questions = [
    known ? null : `How old is ${pair.target}?`,
    `Did customers choose between ${pair.acquirer} and ${pair.target}?`,
    termOf(pair, 'product-closed') ? null : 'Does its product go on?',
    `What did ${pair.acquirer}’s own papers say of ${pair.target}?`,
  ];
  return questions.filter((question) => question !== null);
}
