import type { LedgerPair } from '../../db/ledger.ts';
import type { AmountRole } from '../../model/amount.ts';
import { comparePartial, type Day, formatDay } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { Band } from '../../model/flag.ts';
import {
  CERTAINTY_LABELS,
  FLAG_STATE_LABELS,
  KIND_LABELS,
  LAYER_LABELS,
  RULE_LABELS,
  TERM_LABELS,
} from '../../model/labels.ts';
import type { Pair } from '../../model/ledger.ts';
import { isPurchase, paidInWords } from '../../model/payment-words.ts';
import { rules } from '../../rules/index.ts';
import type { Citations } from './citations.ts';
import { promised, ratioWords, recaptureRatio, sumsWords } from './money.ts';
import { quietDays } from './scrutiny.ts';

/** One of the six figures at the top of a dossier. */
export interface Figure {
  label: string;
  value: string;
  tone: 'in' | 'back' | null;
  note: string;
  band?: Band;
  /** True when sources give other figures. */
  disputed?: boolean;
}

/** Put in, promised, spend back: three sums, never one; then the ratio, the score and how long it has been quiet. */
export function figures(ledger: LedgerPair, today: Day, unread: readonly string[]): Figure[] {
  const { pair } = ledger;
  const screens = ledger.flags.length;
  const note = ledger.floor ? 'lifted by scrutiny' : screens === 1 ? '1 screen fired' : `${screens} screens fired`;
  return [
    {
      label: isPurchase(pair) ? 'Paid' : 'Put in',
      value: sumsWords(pair.sums.paid) ?? unknownSum(pair, ['investment', 'acquisition', 'acquihire']),
      tone: 'in',
      note: isPurchase(pair) ? priceNote(pair) : counted(pair, 'tranche', 'payment'),
      disputed: isDisputed(pair, ['tranche', 'total', 'fee']),
    },
    promisedFigure(pair),
    {
      label: 'Spend back',
      value: sumsWords(pair.sums.committed) ?? unknownSum(pair, ['cloud']),
      tone: 'back',
      note: counted(pair, 'commitment', 'commitment'),
      disputed: isDisputed(pair, ['commitment']),
    },
    ratioFigure(pair),
    { label: 'Score', value: String(ledger.score), tone: null, note, band: ledger.band },
    quietFigure(pair, today, unread),
  ];
}

function priceNote(pair: Pair): string {
  return pair.deals.some((deal) => deal.kind === 'acquihire') ? 'price, licence or fee' : 'price';
}

function isDisputed(pair: Pair, roles: readonly AmountRole[]): boolean {
  return pair.deals.some((deal) =>
    deal.events.some((event) => roles.includes(event.role) && event.disputedBy.length > 0),
  );
}

function counted(pair: Pair, role: AmountRole, word: string): string {
  const n = pair.deals.flatMap((deal) => deal.events).filter((event) => event.role === role).length;
  if (n === 0) return `no ${word} on record`;
  return n === 1 ? `1 ${word}` : `${n} ${word}s`;
}

/** A deal without a sum is one thing, no deal another. */
function unknownSum(pair: Pair, kinds: readonly DealKind[]): string {
  return pair.deals.some((deal) => kinds.includes(deal.kind)) ? 'sum unknown' : 'none known';
}

function promisedFigure(pair: Pair): Figure {
  const [later, ceiling] = [sumsWords(promised(pair)), sumsWords(pair.sums.ceiling)];
  const value = later ?? (ceiling ? `up to ${ceiling}` : 'none known');
  const note =
    later && ceiling ? `ceiling ${ceiling}, not added` : ceiling ? 'a ceiling, not added' : 'no ceiling known';
  return { label: 'Promised', value, tone: 'in', note };
}

function ratioFigure(pair: Pair): Figure {
  const ratio = recaptureRatio(pair);
  const currencies = Object.keys(pair.sums.committed);
  const note = currencies.length > 1 ? 'in one currency; the others are left out' : 'spend back for each 1 put in';
  return { label: 'Recapture ratio', value: ratio === null ? 'not known' : ratioWords(ratio), tone: null, note };
}

function quietFigure(pair: Pair, today: Day, unread: readonly string[]): Figure {
  const quiet = quietDays(pair, today);
  if (!quiet || quiet.since === 'sum') {
    const note = quiet ? `first dated sum ${quiet.days.toLocaleString('en')} days ago` : 'no dated sum either';
    const value = unread.length ? 'none known' : 'none on record';
    return {
      label: 'Last known step',
      value,
      tone: null,
      note: unread.length ? `not read in time: ${listed(unread)}` : note,
    };
  }
  const value = `${quiet.days.toLocaleString('en')} days ago`;
  return { label: 'Last known step', value, tone: null, note: `${quiet.authority}, ${quiet.date}` };
}
/** Kinds with their certainty, as the line under the names says them. */
export function kindsOf(pair: Pair) {
  return pair.deals.map((deal) => ({ label: KIND_LABELS[deal.kind], certainty: CERTAINTY_LABELS[deal.certainty] }));
}

/** The first and the last dated sum. */
export function datesOf(pair: Pair): { first: string | null; last: string | null } {
  const dates = pair.deals.flatMap((deal) => deal.events.flatMap((event) => event.date ?? [])).sort(comparePartial);
  const [first, last] = [dates[0], dates.at(-1)];
  return { first: first ? formatDay(first) : null, last: last ? formatDay(last) : null };
}

/**
 * Takes a pair, today and the authorities whose registers are behind; gives two sentences or three: who put in what, what comes back, who has looked. Only what the
 * ledger holds.
 */
export function standfirst(ledger: LedgerPair, today: Day, unread: readonly string[]): string {
  const { pair } = ledger;
  const [paid, back] = [sumsWords(pair.sums.paid), sumsWords(pair.sums.committed)];
  const money = [
    paid ? paidInWords(pair, paid) : null,
    back ? `${pair.target} is to spend ${back} with ${pair.acquirer}` : null,
  ].filter(Boolean);
  const looked = pair.scrutiny.filter((cell) => cell.history.length > 0).map((cell) => cell.authority);
  const quiet = quietDays(pair, today);
  const who = looked.length ? `${listed(looked)} ${looked.length === 1 ? 'has' : 'have'} looked` : noStep(pair, unread);
  const since = quiet?.since === 'step' ? `No step is known since ${quiet.date}` : null;
  return [money.join('; '), who, since]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** Where no step is established: what one outlet tells, else how far the registers can bear it out. */
function noStep(pair: Pair, unread: readonly string[]): string {
  const told = pair.scrutiny.filter((cell) => cell.proposed.length > 0).map((cell) => cell.authority);
  if (told.length) return `One outlet alone reports a step by ${listed(told)}`;
  return unread.length
    ? `No step is known; the registers of ${listed(unread)} have not been read in time`
    : 'No step by an authority is on record';
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Rights and conditions, with the passages that state them. */
export function termRows(pair: Pair, citations: Citations) {
  return pair.deals.flatMap((deal) =>
    deal.terms.map((term) => ({
      deal: KIND_LABELS[deal.kind],
      label: TERM_LABELS[term.term],
      details: term.details.join(', '),
      refs: citations.refs(term.factIds),
      factIds: term.factIds,
    })),
  );
}

/** What each screen adds to the score before it is capped or halved, the most first. */
export function scoreParts(
  ledger: LedgerPair,
): { label: string; points: number; share: number; severity: number; state: string; anchor: string }[] {
  const points = ledger.flags.map((flag) => {
    const weight = rules.find((rule) => rule.id === flag.rule)?.weight ?? 0;
    return { flag, points: (weight * flag.severity) / 3 };
  });
  const all = Math.max(
    1,
    points.reduce((sum, one) => sum + one.points, 0),
  );
  return points
    .sort((a, b) => b.points - a.points)
    .map(({ flag, points: n }) => ({
      label: RULE_LABELS[flag.rule],
      points: Math.round(n * 10) / 10,
      share: Math.round((n / all) * 1000) / 10,
      severity: flag.severity,
      state: flag.reopened ? 'Reopened' : FLAG_STATE_LABELS[flag.state],
      anchor: flag.rule,
    }));
}

/** The five lines of the report's head: who and what, money in, what comes back, terms, who has looked. */
export function keyFacts(ledger: LedgerPair, today: Day, unread: readonly string[]): string[] {
  const { pair } = ledger;
  const kinds = pair.deals.map(
    (deal) => `${KIND_LABELS[deal.kind].toLowerCase()} (${CERTAINTY_LABELS[deal.certainty]})`,
  );
  const [putIn, later, back, ratio] = figures(ledger, today, unread);
  const terms = [
    ...new Set(pair.deals.flatMap((deal) => deal.terms.map((term) => TERM_LABELS[term.term].toLowerCase()))),
  ];
  const layer = pair.layer ? `, ${LAYER_LABELS[pair.layer].toLowerCase()} layer` : '';
  return [
    `${pair.acquirer} and ${pair.target}${layer}: ${kinds.length ? listed(kinds) : 'known from scrutiny alone'}.`,
    `${putIn?.label}: ${putIn?.value}; promised: ${later?.value}.`,
    `Spend back: ${back?.value}; for each 1 put in: ${ratio?.value}.`,
    terms.length ? `Terms read: ${terms.join(', ')}.` : 'No right or condition has been read.',
    standfirst(ledger, today, unread).split('. ').slice(1).join('. ') || standfirst(ledger, today, unread),
  ];
}

/** What every screen that fired would have to know, once each, with the screens that ask. */
export function openQuestions(ledger: LedgerPair): { text: string; screens: string[] }[] {
  const asked = new Map<string, string[]>();
  for (const flag of ledger.flags) {
    for (const text of flag.missing) asked.set(text, [...(asked.get(text) ?? []), RULE_LABELS[flag.rule]]);
  }
  return [...asked].map(([text, screens]) => ({ text, screens }));
}

/** Shares of the capital as documents told them, by the day they were published. */
export function stakeRows(pair: Pair, citations: Citations) {
  const told = pair.deals
    .flatMap((deal) => deal.terms.filter(({ term }) => term === 'stake'))
    .flatMap((term) => citations.details(term.factIds));
  return told
    .map(({ factId, detail }) => ({ detail, by: citations.publishedWith(factId), refs: citations.refs([factId]) }))
    .sort((a, b) => comparePartial(a.by, b.by))
    .map(({ detail, by, refs }) => ({ detail, told: by ? formatDay(by) : 'undated', refs }));
}

/** Screens that were asked and did not fire, and those that this version does not ask. */
export function silentScreens(ledger: LedgerPair): { silent: string[]; notAssessed: string[] } {
  const fired = new Set(ledger.flags.map((flag) => flag.rule));
  const asked = new Set(rules.map((rule) => rule.id));
  const labels = Object.entries(RULE_LABELS) as [keyof typeof RULE_LABELS, string][];
  return {
    silent: labels.filter(([id]) => asked.has(id) && !fired.has(id)).map(([, label]) => label),
    notAssessed: labels.filter(([id]) => !asked.has(id)).map(([, label]) => label),
  };
}
