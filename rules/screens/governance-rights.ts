import type { Day } from '../../model/day.ts';
import type { Term } from '../../model/deal.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { DealTerm, Pair } from '../../model/ledger.ts';
import { largestShare, purchase, termOf } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf } from '../saying.ts';
import { inForce, whatIsOver } from '../time.ts';

const thresholds = {
  blockingStake: {
    value: 25,
    about: 'Share in per cent from which UK law presumes power to block special resolutions',
  },
};

/** A right in force, and how strong it makes the flag. */
interface Right {
  term: DealTerm;
  severity: Severity;
}

const STRENGTH: readonly (readonly [term: Term, severity: Severity])[] = [
  ['board-seat', 3],
  ['veto', 3],
  ['board-observer', 2],
  ['consultation', 2],
  ['information-rights', 1],
];

/** Screens pairs in which the acquirer has a say in the target, or access to what it knows. */
export const governanceRights: Rule = {
  id: 'governance-rights',
  title: 'Governance and information rights',
  description:
    'Detects a board seat, an observer, a veto, a right to be consulted, access to confidential information, or a stake ' +
    'of a quarter and more, without a purchase. Rights to be consulted and to advise can add up to material influence.',
  references: [
    {
      title: 'CMA, Mergers: guidance on jurisdiction and procedure (CMA2)',
      url: 'https://www.gov.uk/government/publications/mergers-guidance-on-the-cmas-jurisdiction-and-procedure',
    },
    {
      title: 'CMA, Amazon / Anthropic partnership merger inquiry: decision, 27 September 2024',
      url: 'https://www.gov.uk/cma-cases/amazon-slash-anthropic-partnership-merger-inquiry',
    },
  ],
  falsePositives: [
    'The page says that there is no seat, no vote and no observer.',
    'The right has ended: an observer who has left.',
    'Rights that follow from a full purchase.',
    'A board seat of a person who only used to work for the group.',
  ],
  weight: 15,
  thresholds,
  trust: 'trial',
  check(pair, { today }) {
    if (purchase(pair)) return null;
    const rights = rightsOf(pair, today).sort((a, b) => b.severity - a.severity);
    const [strongest] = rights;
    if (!strongest) return null;
    return flagOf('governance-rights', pair, {
      severity: strongest.severity,
      why: whyOf(pair, strongest.term),
      for: rights.map(({ term }) => rightFact(term)),
      against: factsAgainst(pair, today),
      missing: missingFrom(pair),
    });
  },
};

function rightsOf(pair: Pair, today: Day): Right[] {
  const told = STRENGTH.flatMap(([name, severity]): Right[] => {
    const term = inForce(termOf(pair, name), today);
    return term ? [{ term, severity: isOwnExecutive(term) ? 2 : severity }] : [];
  });
  const stake = termOf(pair, 'stake');
  const share = largestShare(stake);
  return stake && share !== null && share >= thresholds.blockingStake.value
    ? [...told, { term: stake, severity: 2 }]
    : told;
}

/** An executive of one on the board of the other is weaker than a seat that goes with the deal. */
function isOwnExecutive({ term, details }: DealTerm): boolean {
  return term === 'board-seat' && details.length > 0 && details.every((detail) => /executive/i.test(detail));
}

function whyOf(pair: Pair, term: DealTerm): string {
  const { acquirer, target } = pair;
  if (term.term === 'stake')
    return fitting(`${acquirer} holds ${largestShare(term)}% of ${target}`, `Holds ${largestShare(term)}%`);
  const label = TERM_LABELS[term.term].toLowerCase();
  return fitting(`${acquirer} at ${target}: ${label}`, `${acquirer}: ${label}`, TERM_LABELS[term.term]);
}

function rightFact({ term, details, factIds }: DealTerm): FlagFact {
  const label = TERM_LABELS[term];
  return fact(details.length ? `${label}: ${details.join('; ')}.` : `${label}.`, `term ${term}`, factIds);
}

function factsAgainst(pair: Pair, today: Day): FlagFact[] {
  const terms = (['no-governance-rights', 'non-voting'] as const).flatMap((term) => termOf(pair, term) ?? []);
  const over = STRENGTH.flatMap(([name]) => {
    const term = termOf(pair, name);
    const ended = whatIsOver(term, today);
    return term && ended.length ? [fact(`Over: ${ended.join('; ')}.`, `over ${name}`, term.factIds)] : [];
  });
  return [...terms.map(rightFact), ...over];
}

function missingFrom(pair: Pair): string[] {
  return termOf(pair, 'stake')
    ? ['Which votes go with the stake?']
    : [`What share of ${pair.target} does ${pair.acquirer} hold?`];
}
