import type { Correction } from '../../model/correction.ts';
import { dayOf, lastDay, type PartialDay } from '../../model/day.ts';
import { CERTAINTIES } from '../../model/deal.ts';
import type { Decision } from '../../model/flag.ts';
import type { Deal, Pair } from '../../model/ledger.ts';
import { isCompetitionAuthority, type ScrutinyStep } from '../../model/scrutiny.ts';
import { formatDay } from '../../words/format.ts';
import { AUTHORITY_NAMES, KIND_LABELS, RULE_LABELS } from '../../words/labels.ts';
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

/**
 * Everything about a pair, newest first: when its deals were told, money, spend, steps of authorities (also those that one
 * outlet alone reports), decisions, corrections. Undated sums stand on the day they were told.
 */
export function timeline(
  pair: Pair,
  { decisions, corrections }: { decisions: readonly Decision[]; corrections: readonly Correction[] },
  citations: Citations,
): Moment[] {
  const money = pair.deals.flatMap((deal) =>
    deal.events.map((event) => ({ deal, event, date: event.date ?? citations.firstTold(event.documentIds) })),
  );
  const moments: Moment[] = [
    ...pair.deals.flatMap((deal) => tellings(deal, citations)),
    ...money.map(({ deal, event, date }): Moment => {
      const row = moneyRow(deal, event, date, citations);
      const sum = row.putIn ?? row.promised ?? row.back ?? '';
      const kind = event.role === 'commitment' ? 'back' : 'in';
      const told = event.date ? '' : t('dossier.undated-told-then');
      const said = [row.aside, told].filter(Boolean).join(t('frame.semicolon'));
      const note = said ? ` (${said})` : '';
      return at(date, kind, `${row.what}: ${sum}${note}`, row.refs);
    }),
    ...[...pair.scrutiny, ...(pair.foreignInvestment ?? [])].flatMap(({ authority, history, proposed }) => [
      ...steps(authority, history, () => '', citations),
      ...steps(authority, proposed, whyProposed, citations),
    ]),
    ...decisions.map((decision) =>
      at(dayOf(decision.at), 'decision', `${RULE_LABELS[decision.rule]}: ${decisionLine(decision, null).text}`, []),
    ),
    ...corrections.map((one) => at(dayOf(one.at), 'decision', correctionWords(one), [])),
  ];
  return moments.sort((a, b) => (a.sort < b.sort ? 1 : a.sort > b.sort ? -1 : 0));
}

/** The first word of a deal, and the first of each change in how sure it is. */
function tellings(deal: Deal, citations: Citations): Moment[] {
  const told = citations.dealsTold(deal.factIds);
  const first = told[0];
  return CERTAINTIES.flatMap((certainty) => {
    const one = told.find((other) => other.certainty === certainty);
    if (!one || !first) return [];
    const said = t(one === first ? FIRST_TOLD[certainty] : LATER_TOLD[certainty]);
    const kind = deal.kind === 'cloud' ? 'back' : 'in';
    return [at(one.day, kind, `${KIND_LABELS[deal.kind]}: ${said}`, citations.refs([one.factId]))];
  });
}

const FIRST_TOLD = {
  done: 'dossier.first-told',
  reported: 'dossier.first-told-reported',
  ended: 'dossier.first-told-as-ended',
} as const;
const LATER_TOLD = {
  done: 'dossier.first-told-as-done',
  reported: 'dossier.told-as-reported-only',
  ended: 'dossier.told-as-ended',
} as const;

/** Why a step is not in the history: the press alone tells it, or its day has not come. */
const whyProposed = ({ sourceClass }: ScrutinyStep) =>
  ` ${t(sourceClass === 'press' ? 'dossier.one-outlet-alone' : 'dossier.not-yet-reached')}`;

function steps(
  authority: string,
  list: readonly ScrutinyStep[],
  note: (step: ScrutinyStep) => string,
  citations: Citations,
): Moment[] {
  return list.flatMap((step) =>
    step.date
      ? [
          at(
            step.date,
            'authority',
            `${nameOf(authority)}: ${stepWords(step)}${note(step)}`,
            citations.refs(step.factIds),
          ),
        ]
      : [],
  );
}

/** A competition authority by its short name; a body that reviews foreign investment with what it does, so that none takes it for one. */
const nameOf = (authority: string) =>
  isCompetitionAuthority(authority) ? authority : (AUTHORITY_NAMES[authority] ?? authority);

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
