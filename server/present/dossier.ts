import type { LedgerPair } from '../../db/ledger.ts';
import type { AmountRole } from '../../model/amount.ts';
import { comparePartial, type Day, firstDay } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { Band } from '../../model/flag.ts';
import type { DealTerm, Pair } from '../../model/ledger.ts';
import { isPurchase } from '../../model/payment-words.ts';
import { plainShare } from '../../model/share.ts';
import { rules } from '../../rules/index.ts';
import { formatDay } from '../../words/format.ts';
import {
  CERTAINTY_LABELS,
  FLAG_STATE_LABELS,
  KIND_LABELS,
  LAYER_LABELS,
  RULE_LABELS,
  TERM_LABELS,
} from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { paidInWords } from '../words/payment.ts';
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
  const note = ledger.floor ? t('dossier.lifted-by-scrutiny') : t('dossier.screens-fired', { n: screens });
  return [
    {
      label: isPurchase(pair) ? t('dossier.paid') : t('dossier.put-in'),
      value: sumsWords(pair.sums.paid) ?? unknownSum(pair, ['investment', 'acquisition', 'acquihire']),
      tone: 'in',
      note: isPurchase(pair) ? priceNote(pair) : paymentsNote(pair),
      disputed: isDisputed(pair, ['tranche', 'total', 'fee']),
    },
    promisedFigure(pair),
    {
      label: t('dossier.spend-back'),
      value: sumsWords(pair.sums.committed) ?? unknownSum(pair, ['cloud']),
      tone: 'back',
      note: counted(pair, 'commitment', 'commitment'),
      disputed: isDisputed(pair, ['commitment']),
    },
    ratioFigure(pair),
    { label: t('dossier.score'), value: String(ledger.score), tone: null, note, band: ledger.band },
    quietFigure(pair, today, unread),
  ];
}

function priceNote(pair: Pair): string {
  return pair.deals.some((deal) => deal.kind === 'acquihire') ? t('dossier.price-licence-or-fee') : t('dossier.price');
}

function isDisputed(pair: Pair, roles: readonly AmountRole[]): boolean {
  return pair.deals.some((deal) =>
    deal.events.some((event) => roles.includes(event.role) && event.disputedBy.length > 0),
  );
}

/** How many payments are known; says so when a total that somebody told is more than they come to. */
function paymentsNote(pair: Pair): string {
  const note = counted(pair, 'tranche', 'payment');
  const payments = pair.deals.flatMap(({ events }) => events).filter(({ role }) => role === 'tranche');
  const isTold = Object.entries(pair.sums.paid).some(([currency, paid]) => {
    const own = payments.filter((event) => event.currency === currency);
    return paid > own.reduce((sum, event) => sum + (event.value ?? 0), 0) * 1.02;
  });
  return isTold ? t('dossier.a-total-told', { note }) : note;
}

function counted(pair: Pair, role: AmountRole, word: string): string {
  const n = pair.deals.flatMap((deal) => deal.events).filter((event) => event.role === role).length;
  if (n === 0) return t('dossier.no-on-record', { word });
  return t('dossier.s', { n, word });
}

/** A deal without a sum is one thing, no deal another. */
function unknownSum(pair: Pair, kinds: readonly DealKind[]): string {
  return pair.deals.some((deal) => kinds.includes(deal.kind)) ? t('dossier.sum-unknown') : t('dossier.none-known');
}

function promisedFigure(pair: Pair): Figure {
  const [later, ceiling] = [sumsWords(promised(pair)), sumsWords(pair.sums.ceiling)];
  const value = later ?? (ceiling ? t('dossier.up-to', { ceiling }) : t('dossier.none-known'));
  const note =
    later && ceiling
      ? t('dossier.ceiling-not-added', { ceiling })
      : ceiling
        ? t('dossier.a-ceiling-not-added')
        : t('dossier.no-ceiling-known');
  return { label: t('dossier.promised'), value, tone: 'in', note };
}

function ratioFigure(pair: Pair): Figure {
  const ratio = recaptureRatio(pair);
  const currencies = Object.keys(pair.sums.committed);
  const note = currencies.length > 1 ? t('dossier.in-one-currency-the-others') : t('dossier.spend-back-for-each-1');
  return {
    label: t('dossier.recapture-ratio'),
    value: ratio === null ? t('dossier.not-known') : ratioWords(ratio),
    tone: null,
    note,
  };
}

function quietFigure(pair: Pair, today: Day, unread: readonly string[]): Figure {
  const quiet = quietDays(pair, today);
  if (!quiet || quiet.since === 'sum') {
    const note = quiet ? t('dossier.first-dated-sum-days-ago', { days: quiet.days }) : t('dossier.no-dated-sum-either');
    const value = unread.length ? t('dossier.none-known') : t('dossier.none-on-record');
    return {
      label: t('dossier.last-known-step'),
      value,
      tone: null,
      note: unread.length ? t('dossier.not-read-in-time', { unread: listed(unread) }) : note,
    };
  }
  const value = t('dossier.days-ago', { days: quiet.days });
  return { label: t('dossier.last-known-step'), value, tone: null, note: `${quiet.authority}, ${quiet.date}` };
}
/** Kinds with their certainty, as the line under the names says them. */
export function kindsOf(pair: Pair) {
  return pair.deals.map((deal) => ({ label: KIND_LABELS[deal.kind], certainty: deal.certainty }));
}

/** The first dated sum and the last one, or when a sum without a date was told last if that is later. */
export function datesOf(pair: Pair): { first: string | null; last: string | null } {
  const events = pair.deals.flatMap((deal) => deal.events);
  const dates = events.flatMap((event) => event.date ?? []).sort(comparePartial);
  const told = events.flatMap((event) => (event.date ? [] : (event.reportedOn ?? []))).sort(comparePartial);
  const [first, last, news] = [dates[0], dates.at(-1), told.at(-1)];
  const isNews = first && last && news && comparePartial(last, news) < 0;
  const latest = isNews ? t('dossier.told-on', { day: formatDay(news) }) : last ? formatDay(last) : null;
  return { first: first ? formatDay(first) : null, last: latest };
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
    back ? t('dossier.is-to-spend-with', { target: pair.target, back, acquirer: pair.acquirer }) : null,
  ].filter(Boolean);
  const looked = pair.scrutiny.filter((cell) => cell.history.length > 0).map((cell) => cell.authority);
  const quiet = quietDays(pair, today);
  const who = looked.length
    ? t('dossier.have-looked', { n: looked.length, looked: listed(looked) })
    : noStep(pair, unread);
  const since = quiet?.since === 'step' ? t('dossier.no-step-is-known-since', { date: quiet.date }) : null;
  return [money.join('; '), who, since]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** Where no step is established: what one outlet tells, else how far the registers can bear it out. */
function noStep(pair: Pair, unread: readonly string[]): string {
  const told = pair.scrutiny.filter((cell) => cell.proposed.length > 0).map((cell) => cell.authority);
  if (told.length) return t('dossier.one-outlet-alone-reports-a', { told: listed(told) });
  return unread.length
    ? t('dossier.no-step-is-known-the', { unread: listed(unread) })
    : t('dossier.no-step-by-an-authority');
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : t('frame.and', { first: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
}

/** Rights and conditions, with the passages that state them. */
export function termRows(pair: Pair, citations: Citations) {
  return pair.deals.flatMap((deal) =>
    deal.terms.map((term) => ({
      deal: KIND_LABELS[deal.kind],
      label: TERM_LABELS[term.term],
      details: [...term.details, ...heldUntil(term)].join(', '),
      refs: citations.refs(term.factIds),
      factIds: term.factIds,
    })),
  );
}

/** Since when and until when a right held that something else has replaced; nothing while it stands. */
function heldUntil({ since, until, endedBy }: DealTerm): string[] {
  if (!until) return [];
  const next = endedBy ? TERM_LABELS[endedBy].toLowerCase() : '';
  const [from, to] = [since ? formatDay(since) : '', formatDay(until)];
  const held = from ? t('dossier.held-from-to', { from, to }) : t('dossier.held-until', { to });
  return [next ? t('dossier.held-then', { held, next }) : held];
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
      state: flag.reopened ? t('dossier.reopened') : FLAG_STATE_LABELS[flag.state],
      anchor: flag.rule,
    }));
}

/** The five lines of the report's head: who and what, money in, what comes back, terms, who has looked. */
export function keyFacts(ledger: LedgerPair, today: Day, unread: readonly string[]): string[] {
  const { pair } = ledger;
  const kinds = pair.deals.map(
    (deal) => `${KIND_LABELS[deal.kind].toLowerCase()} (${CERTAINTY_LABELS[deal.certainty]})`,
  );
  const [putIn, later, back, ratio] = figures(ledger, today, unread) as [Figure, Figure, Figure, Figure];
  const terms = [
    ...new Set(
      pair.deals.flatMap((deal) =>
        deal.terms.filter((term) => !term.until).map((term) => TERM_LABELS[term.term].toLowerCase()),
      ),
    ),
  ];
  const layer = pair.layer ? t('dossier.layer', { layer: LAYER_LABELS[pair.layer].toLowerCase() }) : '';
  return [
    t('dossier.and-small', {
      acquirer: pair.acquirer,
      target: pair.target,
      layer,
      kinds: kinds.length ? listed(kinds) : t('dossier.known-from-scrutiny-alone'),
    }),
    t('dossier.promised-small', { label: putIn.label, value: putIn.value, later: later.value }),
    t('dossier.spend-back-for-each-1-put', { back: back.value, ratio: ratio.value }),
    terms.length ? t('dossier.terms-read', { terms: terms.join(', ') }) : t('dossier.no-right-or-condition-has-been'),
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
    .map(({ detail, by, refs }) => ({
      detail: plainShare(detail),
      told: by ? formatDay(by) : t('time.undated'),
      day: by && firstDay(by),
      refs,
    }));
}

/** The stakes with a day and a plain share of the capital, for drawing; those told in other words stand in the table. */
export function stakePoints(stakes: ReturnType<typeof stakeRows>): { day: string; value: number }[] {
  return stakes.flatMap(({ day, detail }) => {
    const share = /^(\d+(?:\.\d+)?)\s?%$/.exec(detail)?.[1];
    return day && share ? [{ day, value: Number(share) }] : [];
  });
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
