import type { Evidence } from '../../model/evidence.ts';
import type { AmountFact, DealFact, Fact, TermFact } from '../../model/fact.ts';
import { formatDay, formatSum } from '../../words/format.ts';
import { KIND_LABELS, ROLE_LABELS, STATUS_LABELS, TERM_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';

/** One line of what was read, numbered in the order of its words in the text. */
export interface FactLine {
  number: number;
  factIds: string[];
  acquirer: string | null;
  target: string | null;
  what: string;
  sum: string;
  detail: string;
  reported: boolean;
  background: boolean;
  /** True when a person has corrected it. */
  checked: boolean;
  tone: string;
  evidence: Evidence[];
}

/** How marks look: money in, spend back, team, rights, authority. */
const TONES = { in: 'm-i', back: 'm-b', team: 'm-t', rights: 'm-r', authority: 'm-s' } as const;
const SIGNS: Partial<Record<AmountFact['amount']['role'], string>> = { ceiling: '≤ ' };

/**
 * Takes the facts of one text; gives its lines: every sum, term and step, and a deal by itself where nothing more is
 * known of it.
 */
export function factLines(facts: readonly Fact[]): FactLine[] {
  const reported = new Set(facts.flatMap((f) => (f.type === 'deal' && f.certainty === 'reported' ? [dealKey(f)] : [])));
  const detailed = new Set(facts.flatMap((f) => (f.type === 'amount' || f.type === 'term' ? [dealKey(f)] : [])));
  const lines = facts
    .filter((fact) => fact.type !== 'deal' || !detailed.has(dealKey(fact)))
    .map((fact) => lineOf(fact, fact.type !== 'scrutiny' && reported.has(dealKey(fact))));
  const owner = new Map(lines.map((line) => [`${line.acquirer} ${line.target} ${line.what}`, line]));
  for (const fact of facts) {
    if (fact.type === 'deal' && detailed.has(dealKey(fact))) {
      owner.get(`${fact.acquirer} ${fact.target} ${KIND_LABELS[fact.kind]}`)?.factIds.push(fact.id);
    }
  }
  return lines.sort((a, b) => placeOf(a) - placeOf(b)).map((line, i) => ({ ...line, number: i + 1 }));
}

function dealKey(fact: DealFact | AmountFact | TermFact): string {
  return `${fact.acquirer} ${fact.target} ${fact.kind}`;
}

function placeOf({ evidence }: FactLine): number {
  const [first] = evidence;
  return first ? first.start + (first.in === 'title' ? -1e9 : 0) : 1e9;
}

function lineOf(fact: Fact, reported: boolean): FactLine {
  const { acquirer, target, evidence, background } = fact;
  const said = saying(fact);
  const checked = fact.checked === true;
  return { number: 0, factIds: [fact.id], acquirer, target, evidence, background, checked, reported, ...said };
}

function saying(fact: Fact): Pick<FactLine, 'what' | 'sum' | 'detail' | 'tone'> {
  if (fact.type === 'scrutiny') {
    const when = fact.date ? `, ${formatDay(fact.date)}` : '';
    return { what: fact.authority, sum: '', detail: `${STATUS_LABELS[fact.status]}${when}`, tone: TONES.authority };
  }
  const what = KIND_LABELS[fact.kind];
  if (fact.type === 'term') {
    const detail = [TERM_LABELS[fact.term], fact.detail].filter(Boolean).join(': ');
    return { what, sum: '', detail, tone: fact.kind === 'acquihire' ? TONES.team : TONES.rights };
  }
  if (fact.type === 'deal') return { what, sum: '?', detail: t('read.no-sum-read'), tone: toneOf(fact) };
  const { amount } = fact;
  const when = amount.date ? `, ${formatDay(amount.date)}` : '';
  return {
    what,
    sum: `${SIGNS[amount.role] ?? ''}${formatSum(amount)}`,
    detail: `${ROLE_LABELS[amount.role]}${when}`,
    tone: toneOf(fact),
  };
}

/** How the words of a deal look: by which way money or people go. */
export function toneOf({ kind }: Pick<DealFact, 'kind'>): string {
  return kind === 'cloud'
    ? TONES.back
    : kind === 'acquihire'
      ? TONES.team
      : kind === 'partnership'
        ? TONES.rights
        : TONES.in;
}
