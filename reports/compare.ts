import { formatSum } from '../model/amount.ts';
import { formatDay } from '../model/day.ts';
import {
  BAND_LABELS,
  CERTAINTY_LABELS,
  KIND_LABELS,
  ROLE_LABELS,
  RULE_LABELS,
  SEVERITY_LABELS,
  STATUS_LABELS,
  TERM_LABELS,
} from '../model/labels.ts';
import { type DealEvent, type DealTerm, shownStatus } from '../model/ledger.ts';
import { promised, promisedHedges } from '../model/pair-money.ts';
import type { FrozenEntry, FrozenReport } from './frozen.ts';
import { sums } from './loop-picture.ts';
import { putAwayWords } from './sections/pair-sections.ts';

/** One figure that differs between a report and the ledger as it stands now. */
export interface Moved {
  pairId: string;
  title: string;
  what: string;
  was: string;
  is: string;
}

const NOTHING = 'none';

/** Takes a report as frozen and the same as it would be now; gives every figure that has moved, in order of the pairs. */
export function movedSince(then: FrozenReport, now: FrozenReport): Moved[] {
  const [before, after] = [byPair(then), byPair(now)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [old, fresh] = [before.get(id), after.get(id)];
    const known = (old ?? fresh) as FrozenEntry;
    const title = `${known.pair.acquirer} → ${known.pair.target}`;
    if (!old || !fresh) {
      const words = (entry: FrozenEntry | undefined) => (entry ? 'in the report' : 'not in the report');
      return [{ pairId: id, title, what: 'Deal', was: words(old), is: words(fresh) }];
    }
    const [a, b] = [figuresOf(old), figuresOf(fresh)];
    const names = [...new Set([...a.keys(), ...b.keys()])];
    return names
      .map((what) => ({ pairId: id, title, what, was: a.get(what) ?? NOTHING, is: b.get(what) ?? NOTHING }))
      .filter((line) => line.was !== line.is);
  });
}

const byPair = (report: FrozenReport) => new Map(report.entries.map((entry) => [entry.pair.id, entry]));

/** Everything of a pair that a report states as a figure or a status, by name. */
function figuresOf({ pair, score, band, flags, putAway = [] }: FrozenEntry): Map<string, string> {
  const figures: [string, string][] = [
    ['Put in', sums(pair.sums.paid, pair.hedges?.paid) ?? NOTHING],
    ['Promised', sums(promised(pair), promisedHedges(pair)) ?? NOTHING],
    ['Ceiling', sums(pair.sums.ceiling, pair.hedges?.ceiling) ?? NOTHING],
    ['Spend back', sums(pair.sums.committed, pair.hedges?.committed) ?? NOTHING],
    ['Put away', inOrder(putAway.map(putAwayWords))],
    ['Score', `${score}, ${BAND_LABELS[band]}`],
    ['Deals', pair.deals.map((deal) => `${KIND_LABELS[deal.kind]} (${CERTAINTY_LABELS[deal.certainty]})`).join(', ')],
    ['Sums on record', inOrder(pair.deals.flatMap(({ events }) => events.map(eventWords)))],
    ['Terms', inOrder(pair.deals.flatMap(({ terms }) => terms.map(termWords)))],
    ['Documents', String(pair.documentIds.length)],
  ];
  for (const flag of flags) figures.push([RULE_LABELS[flag.rule], `${SEVERITY_LABELS[flag.severity]}: ${flag.why}`]);
  for (const cell of [...pair.scrutiny, ...(pair.foreignInvestment ?? [])]) {
    const status = shownStatus(cell);
    if (status) figures.push([cell.authority, `${STATUS_LABELS[status]}${cell.asOf ? `, ${cell.asOf}` : ''}`]);
  }
  return new Map(figures);
}

const inOrder = (words: readonly string[]) => [...words].sort().join('; ') || NOTHING;

/** A sum with its role, its day, how sure it is, and how many sources give another figure. */
function eventWords({ value, currency, low, high, hedge, role, date, certainty, disputedBy }: DealEvent): string {
  const sum = value === null || currency === null ? 'sum unknown' : formatSum({ value, currency, low, high, hedge });
  const disputed = disputedBy.length ? `disputed by ${disputedBy.length}` : null;
  return [`${sum} ${ROLE_LABELS[role]}`, date ? formatDay(date) : null, certainty, disputed].filter(Boolean).join(', ');
}

function termWords({ term, details, until }: DealTerm): string {
  const held = until ? [`until ${formatDay(until)}`] : [];
  return [TERM_LABELS[term], ...details, ...held].join(', ');
}
