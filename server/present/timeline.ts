import { dayOf, formatDay, lastDay, type PartialDay } from '../../model/day.ts';
import type { Decision } from '../../model/flag.ts';
import { RULE_LABELS } from '../../model/labels.ts';
import type { Pair } from '../../model/ledger.ts';
import type { Citations, Ref } from './citations.ts';
import { decisionLine } from './flag.ts';
import { moneyRow } from './money.ts';
import { stepWords } from './scrutiny.ts';

export interface Moment {
  kind: 'in' | 'back' | 'authority' | 'decision';
  date: string;
  text: string;
  refs: Ref[];
  sort: string;
}

/** Everything dated about a pair, newest first: money, spend, steps of authorities, decisions. */
export function timeline(pair: Pair, decisions: readonly Decision[], citations: Citations): Moment[] {
  const money = pair.deals.flatMap((deal) =>
    deal.events.flatMap((event) => (event.date ? [{ deal, event, date: event.date }] : [])),
  );
  const moments: Moment[] = [
    ...money.map(({ deal, event, date }): Moment => {
      const row = moneyRow(deal, event, date, citations);
      const sum = row.putIn ?? row.promised ?? row.back ?? '';
      const kind = event.role === 'commitment' ? 'back' : 'in';
      const note = row.aside ? ` (${row.aside})` : '';
      return at(date, kind, `${row.what}: ${sum}${note}`, row.refs);
    }),
    ...pair.scrutiny.flatMap((cell) =>
      cell.history.flatMap((step) =>
        step.date
          ? [at(step.date, 'authority', `${cell.authority}: ${stepWords(step)}`, citations.refs(step.factIds))]
          : [],
      ),
    ),
    ...decisions.map((decision) =>
      at(dayOf(decision.at), 'decision', `${RULE_LABELS[decision.rule]}: ${decisionLine(decision, null).text}`, []),
    ),
  ];
  return moments.sort((a, b) => (a.sort < b.sort ? 1 : a.sort > b.sort ? -1 : 0));
}

function at(date: PartialDay | string, kind: Moment['kind'], text: string, refs: Ref[]): Moment {
  const day = date as PartialDay;
  return { kind, date: formatDay(day), text, refs, sort: lastDay(day) };
}
