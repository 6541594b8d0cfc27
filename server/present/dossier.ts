import type { LedgerPair } from '../../db/ledger.ts';
import { comparePartial, type Day, formatDay } from '../../model/day.ts';
import { CERTAINTY_LABELS, KIND_LABELS, RULE_LABELS, TERM_LABELS } from '../../model/labels.ts';
import type { Pair } from '../../model/ledger.ts';
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
}

/** Put in, promised, spend back: three sums, never one; then the ratio, the score and how long it has been quiet. */
export function figures(ledger: LedgerPair, today: Day): Figure[] {
  const { pair } = ledger;
  const ratio = recaptureRatio(pair);
  const quiet = quietDays(pair, today);
  const ceiling = sumsWords(pair.sums.ceiling);
  const count = (roles: readonly string[], words: string) => {
    const n = pair.deals.flatMap((d) => d.events).filter((e) => roles.includes(e.role)).length;
    return n === 1 ? `1 ${words}` : `${n} ${words}s`;
  };
  const unknown = (kind: string) => (pair.deals.some((d) => d.kind === kind) ? 'sum unknown' : 'none known');
  return [
    {
      label: 'Put in',
      value: sumsWords(pair.sums.paid) ?? unknownPaid(pair),
      tone: 'in',
      note: count(['tranche'], 'payment'),
    },
    {
      label: 'Promised',
      value: sumsWords(promised(pair)) ?? 'none known',
      tone: 'in',
      note: ceiling ? `ceiling ${ceiling}, not added` : 'no ceiling known',
    },
    {
      label: 'Spend back',
      value: sumsWords(pair.sums.committed) ?? unknown('cloud'),
      tone: 'back',
      note: count(['commitment'], 'commitment'),
    },
    {
      label: 'Recapture ratio',
      value: ratio === null ? 'not known' : ratioWords(ratio),
      tone: null,
      note: 'spend back for each 1 put in',
    },
    {
      label: 'Score',
      value: `${ledger.score} ${ledger.band}`,
      tone: null,
      note: ledger.floor ? 'lifted by scrutiny' : screensNote(ledger.flags.length),
    },
    {
      label: 'Last known step',
      value: quiet ? `${quiet.days.toLocaleString('en')} days ago` : 'none dated',
      tone: null,
      note: quiet?.since ?? 'none on record',
    },
  ];
}

const screensNote = (n: number) => (n === 1 ? '1 screen fired' : `${n} screens fired`);

function unknownPaid(pair: Pair): string {
  return pair.deals.some((d) => d.kind !== 'cloud' && d.kind !== 'partnership') ? 'sum unknown' : 'none known';
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

/** Two sentences at most: who put in what, what comes back, who has looked. Only what the ledger holds. */
export function standfirst(ledger: LedgerPair, today: Day): string {
  const { pair } = ledger;
  const [paid, back] = [sumsWords(pair.sums.paid), sumsWords(pair.sums.committed)];
  const money = [
    paid ? `${pair.acquirer} has put ${paid} into ${pair.target}` : null,
    back ? `${pair.target} is to spend ${back} with ${pair.acquirer}` : null,
  ].filter(Boolean);
  const looked = pair.scrutiny.filter((cell) => cell.history.length > 0).map((cell) => cell.authority);
  const quiet = quietDays(pair, today);
  const who = looked.length
    ? `${listed(looked)} ${looked.length === 1 ? 'has' : 'have'} looked`
    : 'No step by an authority is known';
  const since = quiet ? ` (${quiet.days.toLocaleString('en')} days: ${quiet.since})` : '';
  return [money.join('; '), `${who}${since}`]
    .filter(Boolean)
    .map((s) => `${s}.`)
    .join(' ');
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
    })),
  );
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
