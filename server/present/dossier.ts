import type { LedgerPair } from '../../db/ledger/ledger.ts';
import type { AmountRole } from '../../model/amount.ts';
import { comparePartial, type Day, firstDay } from '../../model/day.ts';
import type { DealKind } from '../../model/deal.ts';
import type { Band, RuleId } from '../../model/flag.ts';
import { gapOf, lastStep } from '../../model/gap.ts';
import type { Deal, DealEvent, DealTerm, Pair } from '../../model/ledger.ts';
import { promised, promisedHedges } from '../../model/pair-money.ts';
import { calledOff, isPurchase, priceOf } from '../../model/payment-words.ts';
import { plainShare } from '../../model/share.ts';
import { type Suppression, suppressionsOf } from '../../model/suppression.ts';
import { rules } from '../../rules/index.ts';
import { type Recapture, recaptureOf } from '../../rules/loops/loop.ts';
import { formatDay, formatNumber, formatSum } from '../../words/format.ts';
import {
  CERTAINTY_LABELS,
  FLAG_STATE_LABELS,
  KIND_LABELS,
  LAYER_LABELS,
  RULE_LABELS,
  RULE_SHORT_LABELS,
  TERM_LABELS,
} from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { paidInWords } from '../words/payment.ts';
import type { Citations } from './citations.ts';
import { overdueIn, recaptureWords, sumsWords } from './money.ts';
import { firstTold, type Quiet, quietDays } from './scrutiny.ts';

/** Registers named in a sentence; more of them are counted. */
const MOST_NAMED = 4;

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

/**
 * Put in, promised, spend back: three sums, never one; then the ratio, the score and how long it has been quiet. Beside the
 * pair stands the one the other way round, if there is one: what a customer puts into its supplier comes back there.
 */
export function figures(
  ledger: LedgerPair,
  today: Day,
  unread: readonly string[],
  pairs: readonly Pair[] = [ledger.pair],
): Figure[] {
  const { pair } = ledger;
  const screens = ledger.flags.length;
  const note = ledger.floor ? t('dossier.lifted-by-scrutiny') : t('dossier.screens-fired', { n: screens });
  return [
    {
      label: isPurchase(pair) ? t('dossier.paid') : t('dossier.put-in'),
      ...paidFigure(pair),
      tone: 'in',
      disputed: isDisputed(pair, ['tranche', 'total', 'fee']),
    },
    promisedFigure(pair, today),
    {
      label: t('dossier.spend-back'),
      value: sumsWords(pair.sums.committed, pair.hedges?.committed) ?? unknownSum(pair, ['cloud']),
      tone: 'back',
      note: commitmentsNote(pair),
      disputed: isDisputed(pair, ['commitment']),
    },
    ratioFigure(pair, pairs),
    { label: t('dossier.score'), value: String(ledger.score), tone: null, note, band: ledger.band },
    quietFigure(pair, today, unread),
  ];
}

/** What was paid; of what was called off nothing was, and the price that had been told stands beside it. */
function paidFigure(pair: Pair): { value: string; note: string } {
  const paid = sumsWords(pair.sums.paid, pair.hedges?.paid);
  const ended = calledOff(pair);
  if (paid || !ended) {
    const value = paid ?? unknownSum(pair, ['investment', 'acquisition', 'acquihire']);
    return { value, note: isPurchase(pair) ? priceNote(pair) : paymentsNote(pair) };
  }
  const price = priceWords(ended);
  const note = price ? t('dossier.called-off-price', { price }) : t('dossier.called-off-no-price');
  return { value: t('dossier.called-off'), note };
}

/** The largest price that was told of a deal, in words; null when none was. */
function priceWords(deal: Deal): string | null {
  const price = priceOf(deal);
  return price && formatSum(price);
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
  const payments = eventsOf(pair, 'tranche');
  const n = payments.length;
  const note = n ? t('dossier.payments', { n }) : t('dossier.no-payment');
  const isTold = Object.entries(pair.sums.paid).some(([currency, paid]) => {
    const own = payments.filter((event) => event.currency === currency);
    return paid > add(own) * 1.02;
  });
  return isTold ? t('dossier.a-total-told', { note }) : note;
}

function commitmentsNote(pair: Pair): string {
  const told = eventsOf(pair, 'commitment');
  if (told.length === 0) return t('dossier.no-commitment');
  const isExpanded = Object.entries(pair.sums.committed).some(
    ([currency, sum]) => add(told.filter((event) => event.currency === currency)) > sum * 1.02,
  );
  return t(isExpanded ? 'dossier.commitments-expanded' : 'dossier.commitments', { n: told.length });
}

const eventsOf = (pair: Pair, role: AmountRole): DealEvent[] =>
  pair.deals.flatMap((deal) => deal.events).filter((event) => event.role === role);
const add = (events: readonly DealEvent[]): number => events.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** A deal without a sum is one thing, no deal another. */
function unknownSum(pair: Pair, kinds: readonly DealKind[]): string {
  return pair.deals.some((deal) => kinds.includes(deal.kind)) ? t('dossier.sum-unknown') : t('dossier.none-known');
}

function promisedFigure(pair: Pair, today: Day): Figure {
  const later = sumsWords(promised(pair), promisedHedges(pair));
  const ceiling = sumsWords(pair.sums.ceiling, pair.hedges?.ceiling);
  const value = later ?? (ceiling ? t('dossier.up-to', { ceiling }) : t('dossier.none-known'));
  const limit =
    later && ceiling
      ? t('dossier.ceiling-not-added', { ceiling })
      : ceiling
        ? t('dossier.a-ceiling-not-added')
        : closedCeiling(pair);
  const overdue = sumsWords(overdueIn(pair, today));
  const note = overdue ? `${limit}; ${t('dossier.of-which-overdue', { overdue })}` : limit;
  return { label: t('dossier.promised'), value, tone: 'in', note };
}

/** A ceiling that is talked of only, or that the payments have reached. */
function closedCeiling(pair: Pair): string {
  const told = pair.deals
    .filter(({ certainty }) => certainty !== 'ended')
    .flatMap((deal) => deal.events.map((event) => ({ ...event, certainty: event.certainty ?? deal.certainty })))
    .filter(({ role, value, currency, certainty }) => role === 'ceiling' && value && currency && certainty !== 'ended')
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [most] = told.filter(({ certainty }) => certainty === 'reported').concat(told);
  if (!most) return t('dossier.no-ceiling-known');
  const key = most.certainty === 'reported' ? 'dossier.ceiling-only-reported' : 'dossier.ceiling-reached';
  return t(key, { ceiling: formatSum({ ...most, value: most.value ?? 0, currency: most.currency ?? '' }) });
}

function ratioFigure(pair: Pair, pairs: readonly Pair[]): Figure {
  const ratio = recaptureOf(pair, pairs);
  return {
    label: t('dossier.recapture-ratio'),
    value: ratio === null ? t('dossier.not-known') : recaptureWords(ratio),
    tone: null,
    note: ratioNote(pair, ratio),
  };
}

/** On what a ratio rests: all currencies at the rates of their days, one of several, or the most that may be put in. */
function ratioNote({ sums }: Pair, ratio: Recapture | null): string {
  if (ratio?.atLeast) return t('dossier.ratio-of-the-ceiling');
  if (ratio?.converted) return t('dossier.ratio-converted');
  const several = Object.keys(sums.committed).length > 1;
  return several ? t('dossier.in-one-currency-the-others') : t('dossier.spend-back-for-each-1');
}

function quietFigure(pair: Pair, today: Day, unread: readonly string[]): Figure {
  const label = t('dossier.last-known-step');
  if (gapOf(pair, today).kind === 'called-off') {
    const last = lastStep(pair);
    const note = last ? `${last.authority}, ${formatDay(last.since)}` : t('dossier.called-off-no-step');
    return { label, value: t('dossier.called-off'), tone: null, note };
  }
  const quiet = quietDays(pair, today);
  if (quiet?.since === 'step') {
    const value = t('dossier.days-ago', { n: quiet.days });
    return { label, value, tone: null, note: `${quiet.authority}, ${quiet.date}` };
  }
  const value = unread.length ? t('dossier.none-known') : t('dossier.none-on-record');
  return { label, value, tone: null, note: unread.length ? unreadWords(unread) : knownWords(quiet) };
}

/** For how long a deal has been known on which nobody is known to have moved. */
function knownWords(quiet: Quiet | null): string {
  if (!quiet) return t('dossier.no-dated-sum-either');
  const { days } = quiet;
  return quiet.since === 'sum'
    ? t('dossier.first-dated-sum-days-ago', { n: days })
    : t('dossier.first-told-days-ago', { n: days });
}

/** Registers that are behind: by name while they are few. */
function unreadWords(unread: readonly string[]): string {
  return unread.length > MOST_NAMED
    ? t('dossier.not-read-in-time-many', { n: unread.length })
    : t('dossier.not-read-in-time', { unread: listed(unread) });
}

/** Kinds with their certainty, as the line under the names says them. */
export function kindsOf(pair: Pair) {
  return pair.deals.map((deal) => ({ label: KIND_LABELS[deal.kind], certainty: deal.certainty }));
}

/**
 * The first dated sum and the last one, or when a sum without a date was told last if that is later. Without a dated sum,
 * the day on which the deal was first told of.
 */
export function datesOf(pair: Pair): { first: string | null; last: string | null; told: string | null } {
  const events = pair.deals.flatMap((deal) => deal.events);
  const dates = events.flatMap((event) => event.date ?? []).sort(comparePartial);
  const told = events.flatMap((event) => (event.date ? [] : (event.reportedOn ?? []))).sort(comparePartial);
  const [first, last, news] = [dates[0], dates.at(-1), told.at(-1)];
  const isNews = first && last && news && comparePartial(last, news) < 0;
  const latest = isNews ? t('dossier.told-on', { day: formatDay(news) }) : last ? formatDay(last) : null;
  const known = first ? null : firstTold(pair);
  return { first: first ? formatDay(first) : null, last: latest, told: known && formatDay(known) };
}

/**
 * Takes a pair, today and the authorities whose registers are behind; gives two sentences or three: who put in what, what comes back, who has looked. Only what the
 * ledger holds.
 */
export function standfirst(ledger: LedgerPair, today: Day, unread: readonly string[]): string {
  const { pair } = ledger;
  const money = [moneyIn(pair), moneyBack(pair)].filter(Boolean);
  const looked = pair.scrutiny.filter((cell) => cell.history.length > 0).map((cell) => cell.authority);
  const quiet = quietDays(pair, today);
  const who = looked.length
    ? t('dossier.have-looked', { n: looked.length, looked: listed(looked) })
    : noStep(pair, unread);
  const since = quiet?.since === 'step' ? t('dossier.no-step-is-known-since', { date: quiet.date }) : null;
  return [money.join(t('frame.semicolon')), who, since]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** What was put in, or what may be, or that it was called off; null when no sum and no end is known. */
function moneyIn(pair: Pair): string | null {
  const { paid: exact, ceiling: most } = pair.hedges ?? {};
  const [paid, ceiling] = [sumsWords(pair.sums.paid, exact), sumsWords(pair.sums.ceiling, most)];
  const ended = calledOff(pair);
  if (paid) return paidInWords(pair, paid);
  if (ended) {
    const [kind, price] = [KIND_LABELS[ended.kind].toLowerCase(), priceWords(ended)];
    return price
      ? t('dossier.the-deal-was-called-off-at', { kind, price })
      : t('dossier.the-deal-was-called-off', { kind });
  }
  return ceiling && !isPurchase(pair)
    ? t('dossier.may-put-up-to', { acquirer: pair.acquirer, ceiling, target: pair.target })
    : null;
}

/** What the target is to spend with the acquirer, or that it buys there for a sum nobody tells; null when it does not. */
function moneyBack({ acquirer, target, deals, sums, hedges }: Pair): string | null {
  const back = sumsWords(sums.committed, hedges?.committed);
  if (back) return t('dossier.is-to-spend-with', { target, back, acquirer });
  const buys = deals.some(({ kind, certainty }) => kind === 'cloud' && certainty === 'done');
  return buys ? t('dossier.buys-sum-unknown', { target, acquirer }) : null;
}

/** Where no step is established: what one outlet tells, else how far the registers can bear it out. */
function noStep(pair: Pair, unread: readonly string[]): string {
  const told = pair.scrutiny.filter((cell) => cell.proposed.length > 0).map((cell) => cell.authority);
  if (told.length) return t('dossier.one-outlet-alone-reports-a', { told: listed(told) });
  if (!unread.length) return t('dossier.no-step-by-an-authority');
  return unread.length > MOST_NAMED
    ? t('dossier.no-step-is-known-many', { n: unread.length })
    : t('dossier.no-step-is-known-the', { unread: listed(unread) });
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
): { label: string; points: string; share: number; severity: number; state: string; anchor: string }[] {
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
      label: RULE_SHORT_LABELS[flag.rule],
      points: formatNumber(n, 1),
      share: Math.round((n / all) * 1000) / 10,
      severity: flag.severity,
      state: flag.reopened ? t('dossier.reopened') : FLAG_STATE_LABELS[flag.state],
      anchor: flag.rule,
    }));
}

/** The five lines of the report's head: who and what, money in, what comes back, terms, who has looked. */
export function keyFacts(
  ledger: LedgerPair,
  today: Day,
  unread: readonly string[],
  pairs: readonly Pair[] = [ledger.pair],
): string[] {
  const { pair } = ledger;
  const kinds = pair.deals.map(
    (deal) => `${KIND_LABELS[deal.kind].toLowerCase()} (${CERTAINTY_LABELS[deal.certainty]})`,
  );
  const [putIn, later, back, ratio] = figures(ledger, today, unread, pairs) as [Figure, Figure, Figure, Figure];
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
export function silentScreens(
  ledger: LedgerPair,
  suppressions: readonly Suppression[],
  today: Day,
): { silent: string[]; notAssessed: string[]; putAway: string[] } {
  const own = suppressionsOf(ledger.pair, suppressions, today);
  const isPutAway = (id: RuleId) => own.some(({ rule }) => rule === null || rule === id);
  const fired = new Set(ledger.flags.map((flag) => flag.rule));
  const asked = new Set(rules.map((rule) => rule.id));
  const labels = Object.entries(RULE_LABELS) as [keyof typeof RULE_LABELS, string][];
  return {
    silent: labels.filter(([id]) => asked.has(id) && !fired.has(id) && !isPutAway(id)).map(([, label]) => label),
    notAssessed: labels.filter(([id]) => !asked.has(id)).map(([, label]) => label),
    putAway: own.map(putAwayWords),
  };
}

function putAwayWords({ rule, expiresOn, userName, reason }: Suppression): string {
  const told = { until: formatDay(expiresOn), userName, reason };
  return rule ? t('dossier.put-away', { ...told, screen: RULE_LABELS[rule] }) : t('dossier.put-away-all', told);
}
