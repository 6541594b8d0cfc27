import { formatMoney } from '../../model/amount.ts';
import type { PartialDay } from '../../model/day.ts';
import type { Term } from '../../model/deal.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import { hsrThreshold } from '../../model/hsr-thresholds.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { Deal, DealTerm, Pair } from '../../model/ledger.ts';
import { agreed, alive, factsBehind, hireDay, inDollars, purchase } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf, moneyKey } from '../saying.ts';

const thresholds = {
  staffShare: { value: 30, about: 'Share of the staff, in per cent, from which a team has moved' },
  staffCount: { value: 20, about: 'Number of staff from which a team has moved' },
};

/** What is known of a licence-and-hire deal. */
interface Hire {
  deal: Deal;
  people: string[];
  founder: DealTerm | null;
  staffShare: number | null;
  staffCount: number | null;
  /** Licence fee, waiver and the like together, in a currency worth a dollar or more; null when not known. */
  fee: { value: number; currency: string } | null;
  licence: DealTerm | null;
  date: PartialDay | null;
}

/** Screens pairs in which a team and its know-how move without the firm being bought. */
export const acquiHire: Rule = {
  id: 'acqui-hire',
  title: 'Licence-and-hire',
  description:
    'Detects founders or a core team who move to a large group while their firm is not bought, often with a licence to ' +
    'its technology and a payment to its investors. Authorities may treat team and licence together as an enterprise: ' +
    'the CMA found a relevant merger situation, the Bundeskartellamt a concentration, in Microsoft / Inflection.',
  references: [
    {
      title: 'CMA, Microsoft / Inflection AI inquiry: Phase 1 decision, 4 September 2024',
      url: 'https://www.gov.uk/cma-cases/microsoft-slash-inflection-ai-inquiry',
    },
    {
      title: 'Bundeskartellamt on Microsoft / Inflection, 29 November 2024',
      url: 'https://www.bundeskartellamt.de/SharedDocs/Meldung/EN/Pressemitteilungen/2024/29_11_2024_Microsoft.html',
    },
    {
      title: 'FTC, HSR thresholds by year',
      url: 'https://www.ftc.gov/enforcement/premerger-notification-program/current-thresholds',
    },
  ],
  falsePositives: [
    'A full purchase made “to get the team”: an acquisition.',
    'One senior person changes employer.',
    'Staff join after the purchase of their firm has closed.',
    'Ordinary lay-offs followed by hires.',
    'A failing firm whose staff needed new work: the form is there, the concern is low.',
  ],
  weight: 25,
  thresholds,
  trust: 'stable',
  check(pair) {
    const deal = alive(pair, 'acquihire');
    if (!deal || purchase(pair)) return null;
    const hire = hireOf(deal);
    if (!isTeam(hire)) return null;
    return flagOf('acqui-hire', pair, {
      severity: severityOf(hire),
      why: whyOf(pair, hire),
      for: factsFor(pair, hire),
      against: factsAgainst(pair, hire),
      missing: missingFrom(pair, hire),
    });
  },
};

function hireOf(deal: Deal): Hire {
  const term = (name: Term) => deal.terms.find((t) => t.term === name) ?? null;
  const founder = term('founder-joins');
  return {
    deal,
    people: [...new Set([...(founder?.details ?? []), ...(term('person-joins')?.details ?? [])])],
    founder,
    staffShare: largest(term('staff-share')),
    staffCount: largest(term('staff-count')),
    fee: feeOf(deal),
    licence: term('licence') ?? term('hiring-waiver'),
    date: hireDay(deal),
  };
}

/** The largest number in a term's details: `60–80%` gives 80; a term without a number counts as a whole team. */
function largest(term: DealTerm | null): number | null {
  if (!term) return null;
  const numbers = term.details.flatMap((detail) => detail.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return numbers.length ? Math.max(...numbers) : Number.POSITIVE_INFINITY;
}

/** A package holds its fee: the larger of the total and the parts together. */
function feeOf(deal: Deal): Hire['fee'] {
  const paid = { ...deal.paid };
  if (!Object.keys(paid).length) {
    const priced = deal.events.filter((e) => e.role === 'fee' || e.role === 'total' || e.role === 'tranche');
    for (const { value, currency } of priced)
      if (value && currency) paid[currency] = Math.max(paid[currency] ?? 0, value);
  }
  const value = inDollars(paid);
  const currency = Object.keys(paid).find((code) => paid[code] === value);
  return value > 0 && currency ? { value, currency } : null;
}

/** One person without founder, licence, fee or colleagues is a hire like any other; so is a small part of the staff. */
function isTeam(hire: Hire): boolean {
  if (hire.founder || hire.licence || hire.fee || hire.people.length > 1) return true;
  const { staffShare, staffCount } = hire;
  if (staffShare !== null || staffCount !== null) {
    return (staffShare ?? 0) >= thresholds.staffShare.value || (staffCount ?? 0) >= thresholds.staffCount.value;
  }
  return hire.people.length === 0;
}

function severityOf(hire: Hire): Severity {
  const costly = hire.fee !== null && hire.fee.value >= hsrThreshold(hire.date);
  const licensed = hire.licence !== null && hire.people.length > 0;
  const score = 1 + Number(costly) + Number(licensed);
  return (hire.fee === null ? Math.min(score, 2) : score) as Severity;
}

/** Nothing tells of more than one who moved: no team is claimed. */
function isOnePerson({ founder, people, staffShare, staffCount }: Hire): boolean {
  return (founder !== null || people.length > 0) && people.length < 2 && staffShare === null && staffCount === null;
}

const groupIn = (hire: Hire) => (isOnePerson(hire) ? 'the founder or head of' : 'the team from');

function whyOf(pair: Pair, hire: Hire): string {
  const { acquirer, target } = pair;
  const [first, ...others] = hire.people;
  const who = first ? `${others.length ? `${first} and others` : first} from` : groupIn(hire);
  const price = hire.fee ? ` for ${formatMoney(hire.fee)}` : hire.licence ? ' with a licence' : '';
  return fitting(
    `${acquirer} hired ${who} ${target}${price}`,
    ...(isOnePerson(hire) ? [`${acquirer} hired ${who} ${target}`] : []),
    `${acquirer} hired the team of ${target}${price}`,
    `${acquirer} hired the team${price}`,
    `Hired the team${price}`,
  );
}

function factsFor(pair: Pair, hire: Hire): FlagFact[] {
  const { deal, fee } = hire;
  const facts = [fact(`${pair.acquirer} hired from ${pair.target} without buying it.`, 'hire', deal.factIds)];
  const shown: Term[] = [
    'founder-joins',
    'person-joins',
    'staff-share',
    'staff-count',
    'licence',
    'hiring-waiver',
    'target-continues',
  ];
  for (const { term, details, factIds } of deal.terms.filter((t) => shown.includes(t.term))) {
    const text = details.length ? `${TERM_LABELS[term]}: ${details.join(', ')}.` : `${TERM_LABELS[term]}.`;
    facts.push(fact(text, `term ${term}`, factIds));
  }
  if (fee) facts.push(feeFact(hire, fee));
  return facts;
}

function feeFact(hire: Hire, fee: { value: number; currency: string }): FlagFact {
  const threshold = hsrThreshold(hire.date);
  const side = fee.value >= threshold ? 'at or above' : 'below';
  const text = `${formatMoney(fee)} paid, ${side} the HSR size-of-transaction test (${formatMoney({ value: threshold, currency: 'USD' })}).`;
  const priced = hire.deal.events.filter((event) => event.role !== 'round' && event.role !== 'ceiling');
  return fact(text, `fee ${moneyKey(fee.value, fee.currency)}`, factsBehind(priced));
}

function factsAgainst(pair: Pair, hire: Hire): FlagFact[] {
  const facts: FlagFact[] = [];
  const closes = hire.deal.terms.find((t) => t.term === 'target-closes');
  const called = agreed(pair, 'acquisition');
  if (closes)
    facts.push(
      fact(`${pair.target} winds down: its staff may have had nowhere to stay.`, 'target closes', closes.factIds),
    );
  if (called) facts.push(fact('Some reports call it a purchase.', 'called a purchase', called.factIds));
  if (hire.deal.certainty === 'reported') facts.push(fact('Reported, not agreed.', 'reported', hire.deal.factIds));
  if (hire.staffShare !== null && hire.staffShare < thresholds.staffShare.value) {
    facts.push(fact(`Only ${hire.staffShare}% of the staff joined.`, 'small share'));
  }
  return facts;
}

function missingFrom(pair: Pair, hire: Hire): string[] {
  const has = (term: Term) => hire.deal.terms.some((t) => t.term === term);
  const questions = [
    hire.fee ? null : 'What was paid for licence and waiver?',
    hire.people.length ? null : 'Who joined?',
    hire.staffShare === null && hire.staffCount === null ? `How much of the staff of ${pair.target} joined?` : null,
    has('licence') ? null : 'Was the technology licensed?',
    has('target-continues') || has('target-closes') ? null : `Does ${pair.target} go on?`,
  ];
  return questions.filter((question) => question !== null);
}
