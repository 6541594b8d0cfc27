import { formatSum } from '../../model/amount.ts';
import { comparePartial, type Day, lastDay, mayBeSameDay, type PartialDay } from '../../model/day.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import type { DealEvent, Pair } from '../../model/ledger.ts';
import { agreed, largestShare, termOf } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf } from '../saying.ts';
import { when, withinMonths } from '../time.ts';

const thresholds = {
  months: { value: 36, about: 'Months within which the steps must lie' },
  clearSteps: { value: 3, about: 'Number of steps from which a creeping stake is clear' },
  strongSteps: { value: 4, about: 'Number of steps from which it is strong' },
  line: { value: 10, about: 'Share in per cent from which the lines of US and UK law (10, 15, 20, 25, 33, 50) begin' },
};

/** Screens pairs in which a stake grows step by step, each below control. */
export const stagedStake: Rule = {
  id: 'staged-stake',
  title: 'Creeping stake',
  description:
    'Detects two or more payments, or promised payments, by one group for stakes in one firm within three years, or a ' +
    'stake that is followed by a purchase. Each step may stay below control; in the UK each step up a level of control ' +
    'can be a merger situation of its own.',
  references: [
    {
      title: 'CMA, Mergers: guidance on jurisdiction and procedure (CMA2)',
      url: 'https://www.gov.uk/government/publications/mergers-guidance-on-the-cmas-jurisdiction-and-procedure',
    },
    {
      title: 'CMA, Microsoft / OpenAI partnership: decision on jurisdiction, 5 March 2025',
      url: 'https://www.gov.uk/cma-cases/microsoft-slash-openai-partnership-merger-inquiry',
    },
  ],
  falsePositives: [
    'One payment told twice: an “up to” at signing and a total at completion are one sum.',
    'Purchases from other holders that leave the firm no new money.',
    'Pro-rata shares in a round that keep a stake where it was.',
  ],
  weight: 10,
  thresholds,
  trust: 'trial',
  check(pair, { today }) {
    const steps = stepsOf(pair);
    if (steps.length < 2) return null;
    return flagOf('staged-stake', pair, {
      severity: severityOf(pair, steps),
      why: whyOf(pair, steps),
      for: factsFor(pair, steps),
      against: factsAgainst(pair),
      missing: missingFrom(pair, steps, today),
    });
  },
};

/** The largest run of steps within the months; steps without a date belong to every run. */
function stepsOf(pair: Pair): DealEvent[] {
  const investment = agreed(pair, 'investment');
  if (!investment) return [];
  const counted = investment.events.filter(isStep).filter(isOwnStep);
  const bought = counted.length
    ? (agreed(pair, 'acquisition')?.events ?? []).filter((e) => e.role === 'total').slice(-1)
    : [];
  const all = [...counted, ...bought];
  const undated = all.filter((event) => event.date === null);
  const dated = all.filter((event) => event.date !== null).sort((a, b) => comparePartial(a.date, b.date));
  const runs = dated.map((first) =>
    dated.filter((event) => withinMonths(first.date, event.date, thresholds.months.value)),
  );
  const longest = runs.reduce<DealEvent[]>((best, run) => (run.length > best.length ? run : best), []);
  return [...longest, ...undated].sort((a, b) => compareLate(whenKnown(a), whenKnown(b)) || isLater(a) - isLater(b));
}

/** Of one day, what is paid comes before what is promised. */
const isLater = ({ role }: DealEvent) => Number(role === 'future');

/** A step without a date stands where it was first told. */
const whenKnown = (event: DealEvent) => event.date ?? event.reportedOn ?? null;

/** By day; what nobody dates comes last. */
function compareLate(a: PartialDay | null, b: PartialDay | null): number {
  return a && b ? comparePartial(a, b) : Number(a === null) - Number(b === null);
}

/** A maximum or a total is no step; taking part in a round is one, whatever the share. */
function isStep(event: DealEvent): boolean {
  const step = event.role === 'tranche' || event.role === 'future' || event.role === 'round';
  return step && (event.certainty ?? 'done') === 'done';
}

/** A round in which the group's own payment is known is that payment's step. */
function isOwnStep(event: DealEvent, _: number, steps: DealEvent[]): boolean {
  if (event.role !== 'round') return true;
  const isShare = ({ role, date, documentIds }: DealEvent) =>
    role !== 'round' &&
    (date && event.date ? mayBeSameDay(date, event.date) : documentIds.some((id) => event.documentIds.includes(id)));
  return !steps.some(isShare);
}

function severityOf(pair: Pair, steps: DealEvent[]): Severity {
  const share = largestShare(termOf(pair, 'stake'));
  if (steps.length >= thresholds.strongSteps.value || (share !== null && share >= thresholds.line.value)) return 3;
  return steps.length >= thresholds.clearSteps.value ? 2 : 1;
}

function whyOf(pair: Pair, steps: DealEvent[]): string {
  const sums = steps.flatMap((e) =>
    e.value && e.currency && e.role !== 'round' ? formatSum({ ...e, value: e.value, currency: e.currency }) : [],
  );
  const told = sums.length === steps.length ? `: ${sums.join(' + ')}` : '';
  const { acquirer, target } = pair;
  return fitting(
    `${acquirer} in ${target}, ${steps.length} steps${told}`,
    `${steps.length} steps into ${target}${told}`,
    `${acquirer} in ${target}, ${steps.length} steps`,
    `${steps.length} steps by one group into one firm`,
  );
}

const WORDS: Partial<Record<DealEvent['role'], string>> = {
  future: 'promised',
  round: 'a round in which it took part',
  total: 'purchase',
};

function factsFor(pair: Pair, steps: DealEvent[]): FlagFact[] {
  const told = steps.map((event, i) => {
    const sum =
      event.value && event.currency
        ? formatSum({ ...event, value: event.value, currency: event.currency })
        : 'a sum not known';
    const told = event.date || !event.reportedOn ? '' : `told ${when(event.reportedOn)}`;
    const text = [sum, WORDS[event.role], when(event.date), told].filter(Boolean).join(', ');
    return fact(`Step ${i + 1}: ${text}.`, `step ${i + 1}`, event.factIds);
  });
  const stake = termOf(pair, 'stake');
  return stake ? [...told, fact(`Stake: ${stake.details.join(', ')}.`, 'stake', stake.factIds)] : told;
}

function factsAgainst(pair: Pair): FlagFact[] {
  const terms = [termOf(pair, 'non-voting'), termOf(pair, 'no-governance-rights')].flatMap((term) => term ?? []);
  return terms.map(({ term, factIds }) =>
    fact(term === 'non-voting' ? 'Non-voting.' : 'No vote, seat or observer.', `term ${term}`, factIds),
  );
}

function missingFrom(pair: Pair, steps: DealEvent[], today: Day): string[] {
  const questions = [
    termOf(pair, 'stake') ? null : `What share of ${pair.target} does ${pair.acquirer} hold after each step?`,
    steps.some((step) => step.date === null) ? 'When was each step?' : null,
    steps.some((step) => step.role === 'future') ? 'What must happen before the promised part is paid?' : null,
    steps.some((step) => step.value === null || step.role === 'round') ? 'How much was each step?' : null,
    ...steps.filter((step) => isDue(step, today)).map(dueQuestion),
  ];
  return questions.filter((question) => question !== null);
}

/** A promise whose day is over: whether it was kept is a question that nobody has answered here. */
const isDue = ({ role, date }: DealEvent, today: Day) => role === 'future' && date !== null && lastDay(date) < today;

function dueQuestion(event: DealEvent): string {
  const { value, currency, date } = event;
  const sum = value && currency ? `the ${formatSum({ ...event, value, currency })}` : 'the part';
  return `Was ${sum} promised for ${when(date)} paid?`;
}
