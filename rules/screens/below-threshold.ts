import { formatMoney, type SumByCurrency } from '../../model/amount.ts';
import { findCompany } from '../../model/company.ts';
import { comparePartial } from '../../model/day.ts';
import type { Term } from '../../model/deal.ts';
import type { FlagFact } from '../../model/flag.ts';
import { hsrThreshold } from '../../model/hsr-thresholds.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { Deal, DealEvent, Pair } from '../../model/ledger.ts';
import type { ScrutinyStep } from '../../model/scrutiny.ts';
import { isGamman } from '../groups.ts';
import { LISTED_WRONGLY, listedIn, type Market, sharedMarkets } from '../markets.ts';
import { agreed, hireDay, inDollars, purchase, termOf } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf, inSentence } from '../saying.ts';

const FORMS: readonly Term[] = ['convertible', 'warrants', 'non-voting'];
/** How an instrument is written that has such a form. Interests in a partnership that share profit carry no votes. */
const FORM_WORDS = /convertible|\bwarrants?\b|non-?voting|profit interest/i;
const AVOIDANCE = /801\.90|device for avoid|avoidance device|structured (?:so as )?to avoid/i;

const thresholds = {
  formShare: { value: 50, about: 'Share of the money, in per cent, that must be in such a form where it is known' },
};
const CALLED_IN = /\bart(?:icle|\.)?\s?22\b|\bcall(?:ed)?[- ]in\b|below (?:the )?thresholds?|\bAPAC\b/i;

/** A form that stays outside notification, and the deal that has it. */
interface Form {
  deal: Deal;
  words: string;
  facts: FlagFact[];
  /** What is known to be paid in that form, in dollars; 0 when not known. */
  value: number;
  /** The person to whom both firms are understood to belong. */
  person?: string;
}

/** Screens deals whose form keeps them outside merger notification. */
export const belowThreshold: Rule = {
  id: 'below-threshold',
  title: 'Structured outside notification',
  description:
    'Detects deals in a form that need not be notified: convertible, non-voting or by warrants, or hiring with a licence ' +
    'in place of a purchase, or a purchase between two firms of one person. It fires when the value is above the HSR ' +
    'size-of-transaction test, the acquirer is one of the six large groups, or it competes with the target or supplies ' +
    'it, and when an authority had to call a deal in. A small price alone never fires.',
  references: [
    {
      title: 'FTC, HSR thresholds by year',
      url: 'https://www.ftc.gov/enforcement/premerger-notification-program/current-thresholds',
    },
    {
      title: '16 CFR 801.90: transactions or devices for avoidance',
      url: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-H/part-801/section-801.90',
    },
    {
      title: '16 CFR 802.30: intraperson transactions',
      url: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-H/part-802/section-802.30',
    },
  ],
  falsePositives: [
    'An ordinary purchase at a small price.',
    'A convertible note that is usual for the size and stage of the firm.',
    'Shares without votes that every holder of that class has.',
    LISTED_WRONGLY,
  ],
  weight: 10,
  thresholds,
  trust: 'trial',
  check(pair) {
    const form = formOf(pair);
    const calledIn = callFacts(pair);
    const value = form?.value ?? 0;
    const large = form !== null && value >= hsrThreshold(dayOf(form.deal));
    const link = form === null ? null : linkOf(pair, form.deal);
    const fires = calledIn.length > 0 || (form !== null && (large || link !== null || isGamman(pair.acquirer)));
    if (!fires) return null;
    return flagOf('below-threshold', pair, {
      severity: calledIn.some(({ key }) => key.startsWith('device')) ? 3 : large ? 2 : 1,
      why: whyOf(pair, form, value),
      for: [
        ...(form?.facts ?? []),
        ...(form && large ? [valueFact(form.deal, value)] : []),
        ...(link ? [link] : []),
        ...calledIn,
      ],
      against: form && value > 0 && !large ? [fact(`${dollars(value)} is below the HSR test.`, 'below test')] : [],
      missing: missingFrom(value, form?.person ?? null),
    });
  },
};

/** Of a hiring and a stake in such securities the costlier one, with the facts of both. */
function formOf(pair: Pair): Form | null {
  const [hire, paper] = [hiring(pair), paperOf(pair)];
  if (hire && paper && paper.value > hire.value) return { ...paper, facts: [...paper.facts, ...hire.facts] };
  return hire ?? withinOnePerson(pair) ?? paper;
}

/** A firm that competes with the target or supplies it gains more from the form than a return on its money. */
function linkOf(pair: Pair, deal: Deal): FlagFact | null {
  const { acquirer, target, deals } = pair;
  const [market] = rivalMarkets(pair, deal);
  if (market)
    return fact(
      `Both sell ${inSentence(market.market)} (${listedIn(market.source.title)}).`,
      `rival in ${market.market}`,
    );
  const supply = deals.find(({ kind, certainty }) => kind === 'cloud' && certainty === 'done');
  return supply ? fact(`${acquirer} supplies ${target}.`, 'supplies', supply.factIds) : null;
}

/** The first market in which both sell, if there is any. */
function rivalMarkets({ acquirer, target }: Pair, deal: Deal): readonly Market[] {
  return sharedMarkets(acquirer, target, dayOf(deal)).slice(0, 1);
}

/** A purchase between two firms in which one person holds most of the votes need not be notified (16 CFR 802.30). */
function withinOnePerson(pair: Pair): Form | null {
  const [deal, person] = [purchase(pair), findCompany(pair.acquirer)?.controller];
  if (!deal || !person || findCompany(pair.target)?.controller !== person) return null;
  const text = `${pair.acquirer} and ${pair.target} are both understood to be controlled by ${person}.`;
  const told = fact(text, `person ${person}`, deal.factIds);
  return { deal, words: `firms of ${person}`, value: worth(deal), facts: [told], person };
}

function hiring(pair: Pair): Form | null {
  const hire = agreed(pair, 'acquihire');
  if (!hire || purchase(pair)) return null;
  const licence = hire.terms.find((t) => t.term === 'licence');
  return {
    deal: hire,
    words: licence ? 'hiring and a licence' : 'hiring',
    value: worth(hire),
    facts: [fact(`${pair.acquirer} hired instead of buying.`, 'hire', hire.factIds), ...termFacts(hire, ['licence'])],
  };
}

/** A stake in securities that carry no votes, or none yet; not those that a supplier hands to its customer. */
function paperOf(pair: Pair): Form | null {
  const stake = agreed(pair, 'investment');
  const forms = stake?.terms.filter((t) => FORMS.includes(t.term)) ?? [];
  if (!stake || !forms.length || termOf(pair, 'supplier-gives-equity')) return null;
  const value = inForm(stake);
  if (value === null) return null;
  const words = forms.map((t) => TERM_LABELS[t.term].toLowerCase()).join(', ');
  return { deal: stake, words, value, facts: termFacts(stake, FORMS) };
}

/**
 * What a stake has paid in such a form, in dollars; null when its instruments are known and most of the money is in
 * plain ones. Where no payment names its form, the terms speak of all of them.
 */
function inForm(stake: Deal): number | null {
  const money = stake.events.filter(({ role }) => role !== 'round' && role !== 'total' && role !== 'commitment');
  const named = money.filter(({ instrument }) => FORM_WORDS.test(instrument ?? ''));
  const rest = money.filter((event) => !named.includes(event));
  const whole = stake.terms.some(({ term, details }) => FORMS.includes(term) && !details.some(isInstrumentOf(named)));
  if (whole || !named.length) return worth(stake);
  const [own, others] = [largest(named), largest(rest)];
  const share = own + others > 0 ? (100 * own) / (own + others) : 100;
  return share >= thresholds.formShare.value ? own : null;
}

const isInstrumentOf = (events: DealEvent[]) => (detail: string) => events.some((event) => event.instrument === detail);

const largest = (events: DealEvent[]) =>
  Math.max(0, ...events.map(({ value, currency }) => (value && currency ? inDollars({ [currency]: value }) : 0)));

function termFacts(deal: Deal, shown: readonly Term[]): FlagFact[] {
  const told = deal.terms.filter((t) => shown.includes(t.term));
  return told.map(({ term, factIds }) => fact(`${TERM_LABELS[term]}.`, `term ${term}`, factIds));
}

function worth(deal: Deal): number {
  const told: SumByCurrency = {};
  for (const { role, value, currency } of deal.events) {
    if (value && currency && (role === 'total' || role === 'fee'))
      told[currency] = Math.max(told[currency] ?? 0, value);
  }
  return Math.max(inDollars(deal.paid ?? {}), inDollars(told));
}

/**
 * A hiring happens once. A stake is measured on the last day that a sum states; a sum without one counts from its news, a
 * deal without sums from its own.
 */
function dayOf(deal: Deal) {
  if (deal.kind === 'acquihire') return hireDay(deal);
  const days = deal.events.flatMap((event) => event.date ?? event.reportedOn ?? []);
  return days.sort(comparePartial).at(-1) ?? deal.knownSince ?? null;
}

const dollars = (value: number) => formatMoney({ value, currency: 'USD' });

function valueFact(deal: Deal, value: number): FlagFact {
  const test = dollars(hsrThreshold(dayOf(deal)));
  return fact(
    `${dollars(value)}, above the HSR size-of-transaction test (${test}).`,
    'above test',
    deal.events.flatMap((e) => e.factIds),
  );
}

/** Steps in which an authority took up a deal that need not be notified, or said that its form was a device. */
function callFacts(pair: Pair): FlagFact[] {
  return pair.scrutiny.flatMap(({ authority, history }) => [
    ...stepFact(history, AVOIDANCE, `device ${authority}`, authority),
    ...stepFact(history, CALLED_IN, `called in ${authority}`, authority),
  ]);
}

/** "Whether structured to avoid" is a question that an authority asks, not what it found. */
function stepFact(history: ScrutinyStep[], says: RegExp, key: string, authority: string): FlagFact[] {
  const step = history.find(({ stage }) => says.test(stage) && !/\bwhether\b/i.test(stage));
  return step ? [fact(`${authority}: ${step.stage}.`, key, step.factIds)] : [];
}

function whyOf(pair: Pair, form: Form | null, value: number): string {
  const { acquirer, target } = pair;
  if (!form) return fitting(`${acquirer} and ${target}: called in by an authority`, 'Called in by an authority');
  const price = value > 0 ? ` for ${dollars(value)}` : '';
  return fitting(
    `${acquirer} and ${target}: ${form.words}${price}`,
    `${target}: ${form.words}${price}`,
    `Form outside notification${price}`,
  );
}

function missingFrom(value: number, person: string | null): string[] {
  const questions = [
    value > 0 ? null : 'What was paid?',
    person ? `Does ${person} hold most of the votes of both firms?` : null,
    'Has an authority said that the form was chosen to avoid notification?',
  ];
  return questions.filter((question) => question !== null);
}
