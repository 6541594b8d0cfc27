import { type Day, formatDay } from '../../model/day.ts';
import type { Term } from '../../model/deal.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { DealTerm, Pair } from '../../model/ledger.ts';
import { alsoBuys } from '../other-providers.ts';
import { termOf } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf } from '../saying.ts';
import { inForce, whatIsOver } from '../time.ts';

const thresholds = {
  exclusive: { value: 3, about: 'Severity of an exclusive provider, licence or distributor' },
  primary: { value: 2, about: 'Severity of a primary provider or a right of first refusal' },
  preferred: { value: 1, about: 'Severity of a preferred provider' },
};

/** A right in force, and how strong it makes the flag. */
interface Right {
  term: DealTerm;
  severity: Severity;
}

const TIES: readonly (readonly [term: Term, strength: keyof typeof thresholds])[] = [
  ['exclusive-provider', 'exclusive'],
  ['primary-provider', 'primary'],
  ['first-refusal', 'primary'],
  ['preferred-provider', 'preferred'],
];

/** Screens pairs in which a right ties one side to the other as provider, licensee or seller. */
export const exclusivity: Rule = {
  id: 'exclusivity',
  title: 'Exclusive or preferred provider',
  description:
    'Detects an exclusive, primary or preferred provider, a right of first refusal, or an exclusive licence between a group ' +
    'and a firm. Such rights raise the cost of switching and can shut out rival providers.',
  references: [
    {
      title: 'FTC staff report on AI partnerships and investments (6(b) study), 17 January 2025',
      url: 'https://www.ftc.gov/reports/ftc-staff-report-ai-partnerships-investments-6b-study',
    },
    {
      title: 'Autorité de la concurrence, opinion 24-A-05 on generative AI, 28 June 2024',
      url: 'https://www.autoritedelaconcurrence.fr/en/article/generative-artificial-intelligence-autorite-issues-its-opinion',
    },
  ],
  falsePositives: [
    'The right has expired or was given up: only rights in force count.',
    '“Exclusive” said of an interview, an event or a product for members.',
    'A non-exclusive licence.',
    'The firm says “preferred” of several providers at once.',
  ],
  weight: 15,
  thresholds,
  trust: 'trial',
  check(pair, { pairs, today }) {
    const rights = rightsOf(pair, today);
    const [strongest] = [...rights].sort((a, b) => b.severity - a.severity);
    if (!strongest) return null;
    const elsewhere = alsoBuys(pair, pairs);
    return flagOf('exclusivity', pair, {
      severity: strongest.severity,
      why: whyOf(pair, strongest.term),
      for: rights.map(({ term }) => rightFact(term)),
      against: [...factsAgainst(pair, today), ...elsewhere],
      missing: missingFrom(pair, rights, elsewhere.length > 0),
    });
  },
};

function rightsOf(pair: Pair, today: Day): Right[] {
  const told = TIES.flatMap(([name, strength]): Right[] => {
    const term = inForce(termOf(pair, name), today);
    return term ? [{ term, severity: thresholds[strength].value as Severity }] : [];
  });
  const licence = inForce(exclusiveLicence(pair), today);
  return licence ? [...told, { term: licence, severity: thresholds.exclusive.value as Severity }] : told;
}

function exclusiveLicence(pair: Pair): DealTerm | null {
  const licence = termOf(pair, 'licence');
  const details = licence?.details.filter((detail) => /(?<!non-?\s?)\bexclusive/i.test(detail)) ?? [];
  return licence && details.length ? { ...licence, details } : null;
}

function whyOf(pair: Pair, { term }: DealTerm): string {
  const { acquirer, target } = pair;
  const words: Partial<Record<Term, string>> = {
    'exclusive-provider': `exclusive provider of ${target}`,
    'primary-provider': `primary provider of ${target}`,
    'preferred-provider': `preferred provider of ${target}`,
    'first-refusal': `has first refusal on ${target}`,
    licence: `holds an exclusive licence of ${target}`,
  };
  return fitting(`${acquirer}: ${words[term]}`, `${TERM_LABELS[term]}: ${target}`, TERM_LABELS[term]);
}

function rightFact({ term, details, factIds, since }: DealTerm): FlagFact {
  const label = since ? `${TERM_LABELS[term]}, told from ${formatDay(since)} on` : TERM_LABELS[term];
  return fact(details.length ? `${label}: ${details.join('; ')}.` : `${label}.`, `term ${term}`, factIds);
}

function factsAgainst(pair: Pair, today: Day): FlagFact[] {
  const several = termOf(pair, 'several-providers');
  const over = TIES.flatMap(([name]) => {
    const term = termOf(pair, name);
    const ended = whatIsOver(term, today);
    return term && ended.length ? [fact(`Over: ${ended.join('; ')}.`, `over ${name}`, term.factIds)] : [];
  });
  return several
    ? [fact(`${pair.target} uses several providers.`, 'term several-providers', several.factIds), ...over]
    : over;
}

function missingFrom(pair: Pair, rights: Right[], buysElsewhere: boolean): string[] {
  const since = rights.every(({ term }) => term.since);
  const dated = rights.some(({ term }) => term.details.some((detail) => /\b(19|20)\d{2}\b/.test(detail)));
  const questions = [
    dated ? null : since ? 'Until when does the right hold?' : 'From when and until when does the right hold?',
    buysElsewhere || termOf(pair, 'several-providers') ? null : `May ${pair.target} use other providers?`,
  ];
  return questions.filter((question) => question !== null);
}
