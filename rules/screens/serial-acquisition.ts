import { comparePartial, type PartialDay } from '../../model/day.ts';
import type { Severity } from '../../model/flag.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import { isAiFirm, isSerialBuyer } from '../groups.ts';
import { type PairSource, viewOf } from '../ledger-view.ts';
import { agreed, witness } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf } from '../saying.ts';
import { when, withinMonths } from '../time.ts';

const thresholds = {
  months: { value: 24, about: 'Months before a deal that are looked at, the deal included' },
  targets: { value: 4, about: 'AI firms bought or hired away in that time: a series' },
  hires: { value: 3, about: 'Of them licence-and-hire deals: a series whatever the total' },
  clear: { value: 6, about: 'Number of deals from which a series is clear' },
  strong: { value: 10, about: 'Number of deals from which a series is strong' },
};

/** Deals named in a flag, the latest of the series. */
const MOST_NAMED = 20;

/** One deal of a series. */
interface Taken {
  pair: Pair;
  deal: Deal;
  date: PartialDay;
}

/** Screens groups that take one AI firm after another. */
export const serialAcquisition: Rule = {
  id: 'serial-acquisition',
  title: 'Series of deals',
  description:
    'Detects a deal by which one of the large groups, or OpenAI, has bought or hired away at least four AI firms within two ' +
    'years, or made three licence-and-hire deals. A pattern of small deals is judged as a whole.',
  references: [
    {
      title: 'US Department of Justice and FTC, Merger Guidelines 2023, guideline 8',
      url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    },
  ],
  falsePositives: [
    'Acquirers outside the set of large groups.',
    'Targets that have nothing to do with AI.',
    'Purchases that were called off.',
  ],
  weight: 10,
  thresholds,
  trust: 'trial',
  check(pair, { pairs }) {
    const own = isSerialBuyer(pair.acquirer) ? takenIn(pair) : null;
    if (!own) return null;
    const series = seriesBefore(own, pairs);
    if (!isSeries(series)) return null;
    return flagOf('serial-acquisition', pair, {
      severity: severityOf(series),
      why: whyOf(pair, series),
      for: series
        .slice(-MOST_NAMED)
        .map(({ pair: p, deal, date }) =>
          fact(
            `${p.target}, ${when(date)}${deal.kind === 'acquihire' ? ', hired' : ''}.`,
            `target ${p.id}`,
            p.id === pair.id ? deal.factIds : witness(deal),
          ),
        ),
      against: [],
      missing: ['Do the firms make products that compete with each other?'],
    });
  },
};

/** The purchase or hiring of a pair with its day; null when there is none or its day is not known. */
function takenIn(pair: Pair): Taken | null {
  const deal = agreed(pair, 'acquisition') ?? agreed(pair, 'acquihire');
  if (!deal || !isAiFirm(pair)) return null;
  const date = deal.events.flatMap((event) => event.date ?? []).sort(comparePartial)[0] ?? deal.knownSince ?? null;
  return date ? { pair, deal, date } : null;
}

/** The deals of the same group in the months up to one deal, that deal last, each firm once. */
function seriesBefore(own: Taken, pairs: PairSource): Taken[] {
  const all = viewOf(pairs).remember(own.pair.acquirer, 'taken', takenBy);
  const others = all.filter(({ pair }) => pair.id !== own.pair.id);
  return [...others.filter((other) => withinMonths(other.date, own.date, thresholds.months.value)), own];
}

/** What a group has taken, by date, each firm once. */
function takenBy(pairs: readonly Pair[]): Taken[] {
  const once = new Map(pairs.flatMap((pair) => takenIn(pair) ?? []).map((taken) => [taken.pair.id, taken]));
  return [...once.values()].sort((a, b) => comparePartial(a.date, b.date) || (a.pair.id < b.pair.id ? -1 : 1));
}

function isSeries(series: Taken[]): boolean {
  const hires = series.filter(({ deal }) => deal.kind === 'acquihire').length;
  return series.length >= thresholds.targets.value || hires >= thresholds.hires.value;
}

function severityOf(series: Taken[]): Severity {
  const layers = new Set(series.map(({ pair }) => pair.layer));
  const oneLayer = series.length >= thresholds.targets.value && layers.size === 1 && !layers.has(null);
  if (series.length >= thresholds.strong.value || oneLayer) return 3;
  return series.length >= thresholds.clear.value ? 2 : 1;
}

function whyOf(pair: Pair, series: Taken[]): string {
  const { months } = thresholds;
  return fitting(
    `${pair.target} is number ${series.length} for ${pair.acquirer} in ${months.value} months`,
    `Number ${series.length} for ${pair.acquirer} in ${months.value} months`,
    `Number ${series.length} in ${months.value} months`,
  );
}
