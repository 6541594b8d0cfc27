import { AMOUNT_ROLES } from '../../model/amount.ts';
import type { Correction } from '../../model/correction.ts';
import { CERTAINTIES, DEAL_KINDS, TERMS } from '../../model/deal.ts';
import type { Fact } from '../../model/fact.ts';
import { paths } from '../../model/paths.ts';
import { SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import { formatDay, formatInstant, formatMoney, formatNumber } from '../../words/format.ts';
import { CERTAINTY_LABELS, KIND_LABELS, ROLE_LABELS, STATUS_LABELS, TERM_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';

/** One field of the form that corrects a fact. */
export interface CorrectionField {
  name: string;
  label: string;
  value: string;
  hint: string | null;
  /** Values to choose among; empty for a field that is typed. */
  options: { value: string; text: string; selected: boolean }[];
  problem: string | null;
}

/** A fact in one line: "Amazon → Anthropic, Investment: $4bn, total, 27 Mar 2024". */
export function factSentence(fact: Fact): string {
  const pair = fact.acquirer && fact.target ? `${fact.acquirer} → ${fact.target}` : t('correct.the-whole-sector');
  if (fact.type === 'scrutiny') return `${pair}, ${fact.authority}: ${STATUS_LABELS[fact.status]}${on(fact.date)}`;
  const head = `${pair}, ${KIND_LABELS[fact.kind]}`;
  if (fact.type === 'deal') return `${head}: ${CERTAINTY_LABELS[fact.certainty]}`;
  if (fact.type === 'term') return `${head}: ${[TERM_LABELS[fact.term], fact.detail].filter(Boolean).join(', ')}`;
  return `${head}: ${formatMoney(fact.amount)}, ${ROLE_LABELS[fact.amount.role]}${on(fact.amount.date ?? null)}`;
}

const on = (date: Parameters<typeof formatDay>[0] | null) => (date ? `, ${formatDay(date)}` : '');

/** How sure the deal is that a missed sum or term belongs to; asked for in case the document is not known to state it. */
export function certaintyField(typed: URLSearchParams, problems: Readonly<Record<string, string>>): CorrectionField {
  const value = typed.get('certainty') ?? 'done';
  const options = CERTAINTIES.map((one) => ({ value: one, text: CERTAINTY_LABELS[one], selected: one === value }));
  const hint = t('correct.counts-where-the-document-is');
  return {
    name: 'certainty',
    label: t('correct.the-deal-is'),
    value,
    hint,
    options,
    problem: problems.certainty ?? null,
  };
}

/** Takes a fact, what was typed already and what is wrong with it; gives the fields that correct it. */
export function correctionFields(
  fact: Fact,
  typed: URLSearchParams | null,
  problems: Readonly<Record<string, string>>,
): CorrectionField[] {
  const field = (
    name: string,
    label: string,
    known: string,
    options: readonly (readonly [string, string])[] = [],
    hint: string | null = null,
  ) => {
    const value = typed?.get(name) ?? known;
    const choices = options.map(([of, text]) => ({ value: of, text, selected: of === value }));
    return { name, label, value, hint, options: choices, problem: problems[name] ?? null };
  };
  const labelled = <T extends string>(all: readonly T[], labels: Record<T, string>) =>
    all.map((one) => [one, labels[one]] as const);
  const parties = [
    field('acquirer', t('correct.acquirer'), fact.acquirer ?? ''),
    field('target', t('correct.target'), fact.target ?? ''),
  ];
  const date = (day: string | null | undefined) =>
    field('date', t('correct.date'), day ?? '', [], t('correct.as-stated-2026-2026-04'));
  if (fact.type === 'scrutiny') {
    return [
      field('authority', t('correct.authority'), fact.authority),
      field('status', t('correct.status'), fact.status, labelled(SCRUTINY_STATUSES, STATUS_LABELS)),
      date(fact.date),
      field('stage', t('correct.in-its-own-words'), fact.stage ?? ''),
      ...parties,
    ];
  }
  const kind = field('kind', t('correct.kind'), fact.kind, labelled(DEAL_KINDS, KIND_LABELS));
  if (fact.type === 'deal') {
    return [
      field('certainty', t('correct.certainty'), fact.certainty, labelled(CERTAINTIES, CERTAINTY_LABELS)),
      kind,
      ...parties,
    ];
  }
  if (fact.type === 'term') {
    return [
      field('term', t('correct.term'), fact.term, labelled(TERMS, TERM_LABELS)),
      field('detail', t('correct.detail'), fact.detail ?? ''),
      kind,
      ...parties,
    ];
  }
  const { value, currency, role, date: day } = fact.amount;
  return [
    field('value', t('correct.sum'), formatNumber(value, 2), [], t('correct.as-2-75bn-15m-or')),
    field('currency', t('correct.currency'), currency),
    field('role', t('correct.what-it-is-for'), role, labelled(AMOUNT_ROLES, ROLE_LABELS)),
    date(day),
    kind,
    ...parties,
  ];
}

/** A correction as history tells it. */
export interface CorrectionLine {
  id: number;
  before: string | null;
  after: string | null;
  reason: string;
  by: string;
  undone: string | null;
  document: string;
}

/** Takes a correction; gives its words. */
export function correctionLine(correction: Correction): CorrectionLine {
  const { id, original, replacement, reason, userName, at, undone, documentId } = correction;
  return {
    id,
    before: original && factSentence(original),
    after: replacement && factSentence(replacement),
    reason,
    by: `${userName}, ${formatInstant(at)}`,
    undone: undone && t('correct.taken-back-by', { userName: undone.userName, at: formatInstant(undone.at) }),
    document: paths.document(documentId),
  };
}
