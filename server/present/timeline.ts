import type { Correction } from '../../model/correction.ts';
import { dayOf, lastDay, type PartialDay } from '../../model/day.ts';
import type { Decision } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { formatDay } from '../../words/format.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Citations, Ref } from './citations.ts';
import { factSentence } from './correction.ts';
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

/** Everything about a pair, newest first: money, spend, steps of authorities, decisions, corrections. Undated sums stand on the day they were told. */
export function timeline(
  pair: Pair,
  { decisions, corrections }: { decisions: readonly Decision[]; corrections: readonly Correction[] },
  citations: Citations,
): Moment[] {
  const money = pair.deals.flatMap((deal) =>
    deal.events.map((event) => ({ deal, event, date: event.date ?? citations.firstTold(event.documentIds) })),
  );
  const moments: Moment[] = [
    ...money.map(({ deal, event, date }): Moment => {
      const row = moneyRow(deal, event, date, citations);
      const sum = row.putIn ?? row.promised ?? row.back ?? '';
      const kind = event.role === 'commitment' ? 'back' : 'in';
      const told = event.date ? '' : t('dossier.undated-told-then');
      const said = [row.aside, told].filter(Boolean).join('; ');
      const note = said ? ` (${said})` : '';
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
    ...corrections.map((one) => at(dayOf(one.at), 'decision', correctionWords(one), [])),
  ];
  return moments.sort((a, b) => (a.sort < b.sort ? 1 : a.sort > b.sort ? -1 : 0));
}

function correctionWords({ original, replacement, userName, undone }: Correction): string {
  const before = original ? factSentence(original) : t('dossier.not-read');
  const after = replacement ? factSentence(replacement) : t('dossier.not-stated-there');
  return t('dossier.corrected-by-instead', {
    userName,
    before,
    after,
    value: undone ? ` ${t('dossier.taken-back')}` : '',
  });
}

function at(date: PartialDay | string | null, kind: Moment['kind'], text: string, refs: Ref[]): Moment {
  const day = date as PartialDay | null;
  return { kind, date: day ? formatDay(day) : t('time.undated'), text, refs, sort: day ? lastDay(day) : '' };
}
