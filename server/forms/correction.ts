import { AMOUNT_ROLES } from '../../model/amount.ts';
import { commonName, pairId } from '../../model/company.ts';
import { type PartialDay, parsePartialDay } from '../../model/day.ts';
import { CERTAINTIES, DEAL_KINDS, TERMS } from '../../model/deal.ts';
import type { StoredDocument } from '../../model/document.ts';
import { InvalidInput } from '../../model/errors.ts';
import type { Evidence } from '../../model/evidence.ts';
import {
  type AmountFact,
  type DealFact,
  type Fact,
  type FactType,
  type NewFact,
  type ScrutinyFact,
  withId,
} from '../../model/fact.ts';
import { SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import { typedSum } from '../../model/typed-sum.ts';
import { decimalMark } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

type Problems = Record<string, string>;
const LONGEST_NAME = 120;
const MOST_WORDS = 1500;

/**
 * Takes a fact as read, its document and the posted form; gives the fact as the person states it, proven by the words
 * they chose or else by those of the reading. Throws InvalidInput that names each field to correct.
 */
export function correctedFact(original: Fact, document: StoredDocument, form: URLSearchParams): Fact {
  const problems: Problems = {};
  const evidence = chosenWords(original.evidence, document, form.get('words'), problems);
  const said = saying(original, form, problems);
  const parties = partiesIn(form, problems, original.type === 'scrutiny');
  if (Object.keys(problems).length) throw new InvalidInput(Object.values(problems).join(' '), problems);
  const { id: _, ...rest } = original;
  const fact = { ...rest, ...said, ...parties, evidence, confidence: 1, background: false, checked: true };
  return withId(fact as NewFact);
}

/**
 * Takes what kind of fact a reader missed, the document, the facts that count in it and the posted form; gives the fact as
 * the person states it, and before it the deal that it belongs to when the document is not known to state that deal.
 * Throws InvalidInput that names each field to correct.
 */
export function missedFacts(
  what: FactType,
  document: StoredDocument,
  known: readonly Fact[],
  form: URLSearchParams,
): Fact[] {
  const fact = correctedFact(unstated(what, document.id), document, form);
  if (known.some(({ id }) => id === fact.id)) throw new InvalidInput(t('correct.this-fact-is-on-record'));
  if (fact.type !== 'amount' && fact.type !== 'term') return [fact];
  const deal = correctedFact(unstated('deal', document.id), document, form) as DealFact;
  const isStated = known.some((one) => one.type === 'deal' && one.kind === deal.kind && samePair(one, deal));
  return isStated ? [fact] : [deal, fact];
}

const samePair = (one: DealFact, other: DealFact) =>
  pairId(one.acquirer, one.target) === pairId(other.acquirer, other.target);

/** A fact of this kind that says nothing yet: what a form for a missed fact begins with. */
export function unstated(what: FactType, documentId: string): Fact {
  const base = { id: '', documentId, confidence: 1, background: false, evidence: [], acquirer: '', target: '' };
  const kind = 'investment' as const;
  if (what === 'deal') return { ...base, type: what, kind, certainty: 'done' };
  if (what === 'amount') return { ...base, type: what, kind, amount: { value: 0, currency: 'USD', role: 'tranche' } };
  if (what === 'term') return { ...base, type: what, kind, term: TERMS[0], detail: null };
  return { ...base, type: what, authority: '', status: SCRUTINY_STATUSES[0], date: null, stage: null };
}

/** The words of the reading, unless the person gives others: these must stand in the document, spaces aside. */
function chosenWords(read: Evidence[], document: StoredDocument, typed: string | null, problems: Problems): Evidence[] {
  const words = typed?.trim() ?? '';
  if (!words && read.length === 0) problems.words = t('correct.copy-the-words-that-prove');
  if (!words || words === read[0]?.quote.trim()) return read;
  const found = words.length <= MOST_WORDS ? findWords(words, document) : null;
  if (!found) problems.words = t('correct.these-words-do-not-stand');
  return found ? [found] : read;
}

/** Where some words stand in a document, whatever the space between them; null when they do not. */
export function findWords(words: string, document: Pick<StoredDocument, 'title' | 'text'>): Evidence | null {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(parts.join('\\s+'), 'u');
  for (const part of ['text', 'title'] as const) {
    const found = pattern.exec(document[part]);
    if (found) return { quote: found[0], start: found.index, end: found.index + found[0].length, in: part };
  }
  return null;
}

function partiesIn(form: URLSearchParams, problems: Problems, mayBeNone: boolean) {
  const name = (field: 'acquirer' | 'target', label: string) => {
    const typed = form.get(field)?.trim() ?? '';
    if (typed.length > LONGEST_NAME) problems[field] = t('correct.is-too-long', { label });
    return typed ? commonName(typed) : null;
  };
  const [acquirer, target] = [name('acquirer', t('correct.the-acquirer')), name('target', t('correct.the-target'))];
  if (mayBeNone && acquirer === null && target === null) return { acquirer, target };
  if (acquirer === null) problems.acquirer = t('correct.name-the-acquirer');
  if (target === null) problems.target = t('correct.name-the-target');
  if (acquirer && acquirer === target) problems.target = t('correct.acquirer-and-target-are-the');
  return { acquirer, target };
}

function saying(original: Fact, form: URLSearchParams, problems: Problems): object {
  if (original.type === 'scrutiny') return step(original, form, problems);
  const kind = among(DEAL_KINDS, form.get('kind'), 'kind', t('correct.choose-the-kind-of-deal'), problems);
  if (original.type === 'amount') return { kind, amount: amount(original, form, problems) };
  if (original.type === 'deal') {
    return {
      kind,
      certainty: among(CERTAINTIES, form.get('certainty'), 'certainty', t('correct.choose-how-sure-it-is'), problems),
    };
  }
  const detail = form.get('detail')?.trim().slice(0, LONGEST_NAME) || null;
  return { kind, term: among(TERMS, form.get('term'), 'term', t('correct.choose-the-term'), problems), detail };
}

function step(original: ScrutinyFact, form: URLSearchParams, problems: Problems) {
  const authority = form.get('authority')?.trim() ?? '';
  if (!authority || authority.length > 40) problems.authority = t('correct.name-the-authority-by-its');
  return {
    authority,
    status: among(SCRUTINY_STATUSES, form.get('status'), 'status', t('correct.choose-the-status'), problems),
    date: date(form, problems),
    stage: form.get('stage')?.trim().slice(0, LONGEST_NAME) || original.stage,
  };
}

/** A range is kept when the figure is; another figure has none. */
function amount({ amount: read }: AmountFact, form: URLSearchParams, problems: Problems): AmountFact['amount'] {
  const value = typedSum(form.get('value') ?? '', decimalMark());
  if (value === null) problems.value = t('correct.write-the-sum-as-2');
  const currency = (form.get('currency') ?? '').trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) problems.currency = t('correct.write-the-currency-as-three');
  const role = among(AMOUNT_ROLES, form.get('role'), 'role', t('correct.choose-what-the-sum-is'), problems);
  const day = date(form, problems);
  const range = value === read.value && read.low !== undefined ? { low: read.low, high: read.high } : {};
  return {
    value: value ?? read.value,
    currency,
    role,
    ...range,
    ...(day ? { date: day } : {}),
  } as AmountFact['amount'];
}

function date(form: URLSearchParams, problems: Problems): PartialDay | null {
  const typed = form.get('date')?.trim() ?? '';
  const day = parsePartialDay(typed);
  if (typed && !day) problems.date = t('correct.write-the-date-as-2026');
  return day;
}

function among<T extends string>(
  all: readonly T[],
  value: string | null,
  field: string,
  say: string,
  problems: Problems,
): T {
  const known = all.find((one) => one === value);
  if (!known) problems[field] = say;
  return known ?? (all[0] as T);
}
