import type { LedgerFlag } from '../../db/ledger/ledger.ts';
import type { FlagRow } from '../../db/review/flags.ts';
import { comparePartial, type Day, dayOf, daysBetween, lastDay } from '../../model/day.ts';
import type { Decision, FlagFact } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import {
  DECISION_LABELS,
  DISMISSAL_LABELS,
  FLAG_STATE_LABELS,
  RULE_LABELS,
  RULE_SHORT_LABELS,
  SEVERITY_LABELS,
  STATUS_LABELS,
} from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Citations, Passage, Ref } from './citations.ts';

export interface FlagLine {
  key: string;
  title: string;
  short: string;
  why: string;
  severity: number;
  severityWord: string;
  state: string;
  reopened: boolean;
  raised: string;
  link: string;
  /** What a form sends along for this flag: key, evidence on the screen, latest decision on the screen. */
  pick: string;
}

/** What a list says of one flag. */
export function flagLine(flag: LedgerFlag): FlagLine {
  return {
    key: `${flag.pairId}/${flag.rule}`,
    title: RULE_LABELS[flag.rule],
    short: RULE_SHORT_LABELS[flag.rule],
    why: flag.why,
    severity: flag.severity,
    severityWord: SEVERITY_LABELS[flag.severity],
    state: FLAG_STATE_LABELS[flag.state],
    reopened: flag.reopened,
    raised: formatDay(dayOf(flag.raisedAt)),
    link: paths.flag(flag.pairId, flag.rule),
    pick: `${flag.pairId}/${flag.rule} ${flag.evidenceHash} ${flag.latest?.id ?? ''}`.trim(),
  };
}

/** A flag in the queue: also who was asked to look, and who decided last. */
export interface QueueLine extends FlagLine {
  assignee: string | null;
  decided: string | null;
}

function queueLine(row: FlagRow): QueueLine {
  const { latest, state } = row;
  const isDecided = latest !== null && (state !== 'to_review' || isAwaiting(row));
  return {
    ...flagLine(row),
    assignee: row.assignee?.name ?? null,
    decided: isDecided
      ? t('queue.by', {
          action: DECISION_LABELS[latest.action],
          userName: latest.userName,
          at: formatDay(dayOf(latest.at)),
          second: latest.awaitsSecond ? t('queue.second') : '',
        })
      : null,
  };
}

/** True while a decision on the present evidence waits for another person to decide the same. */
const isAwaiting = ({ latest, reopened }: LedgerFlag) => Boolean(latest?.awaitsSecond) && !reopened;

/** The flags of one pair in the queue, under its name and score. */
export interface PairGroup {
  id: string;
  acquirer: string;
  target: string;
  score: number;
  band: string;
  floor: boolean;
  paid: string | null;
  back: string | null;
  dossier: string;
  /** What the authority that moved last did, and how long ago; null when none is known to have moved. */
  step: { days: string | null; text: string; word: string; open: boolean } | null;
  flags: QueueLine[];
}

/** Rows in the order of the list, gathered by pair: a pair stands where its first flag does. */
export function pairGroups(rows: readonly FlagRow[], today: Day): PairGroup[] {
  const groups = new Map<string, PairGroup>();
  for (const row of rows) {
    const group = groups.get(row.pairId) ?? groupOf(row, today);
    group.flags.push(queueLine(row));
    groups.set(row.pairId, group);
  }
  return [...groups.values()];
}

function groupOf(row: FlagRow, today: Day): PairGroup {
  const dollars = (value: number | null) => (value ? formatMoney({ value, currency: 'USD' }) : null);
  return {
    id: row.pairId,
    acquirer: row.acquirer,
    target: row.target,
    score: row.score,
    band: row.band,
    floor: row.floor,
    paid: dollars(row.paidUsd),
    back: dollars(row.committedUsd),
    dossier: paths.deal(row.pairId),
    step: stepOf(row, today),
    flags: [],
  };
}

/** The latest step, by how many days ago; one without a date when none has one. */
function stepOf({ scrutiny }: FlagRow, today: Day): PairGroup['step'] {
  const latest = [...scrutiny].sort((a, b) => comparePartial(b.asOf, a.asOf))[0];
  if (!latest) return null;
  const days = latest.asOf ? Math.max(0, daysBetween(lastDay(latest.asOf), today)) : null;
  return {
    days: days === null ? null : t('scrutiny.d', { days }),
    text: latest.asOf
      ? `${latest.authority}, ${formatDay(latest.asOf)}`
      : t('queue.undated', { authority: latest.authority }),
    word: latest.status === 'monitoring' && !latest.open ? t('scrutiny.study-ended') : STATUS_LABELS[latest.status],
    open: latest.open,
  };
}

export interface Statement {
  text: string;
  refs: Ref[];
}

/** One flag in full: why, for, against, missing, its strongest passages, and what was decided. */
export interface FlagView extends FlagLine {
  anchor: string;
  for: Statement[];
  against: Statement[];
  missing: string[];
  quotes: Passage[];
  history: DecisionLine[];
  /** What the form must send along, so that nobody decides about what they did not see. */
  evidence: string;
  latest: number | null;
  decided: boolean;
  /** What waits for a second person, in words; null when nothing does. */
  awaiting: string | null;
  action: string;
}

export interface DecisionLine {
  text: string;
  note: string | null;
}

/** Takes a flag, its decisions (newest first) and the page's citations; gives everything that is shown of it. */
export function flagView(flag: LedgerFlag, decisions: readonly Decision[], citations: Citations): FlagView {
  const statement = ({ text, factIds }: FlagFact) => ({ text, refs: citations.refs(factIds) });
  return {
    ...flagLine(flag),
    anchor: flag.rule,
    quotes: strongest(flag, citations),
    for: flag.for.map(statement),
    against: flag.against.map(statement),
    missing: flag.missing,
    history: decisions.map((decision) => decisionLine(decision, flag)),
    evidence: flag.evidenceHash,
    latest: flag.latest?.id ?? null,
    decided: flag.state !== 'to_review',
    awaiting:
      isAwaiting(flag) && flag.latest
        ? t('queue.by-2', { action: DECISION_LABELS[flag.latest.action], userName: flag.latest.userName })
        : null,
    action: paths.flag(flag.pairId, flag.rule),
  };
}

/** Two passages that differ, from the first statements for the flag: one a leg where there are two. */
function strongest(flag: LedgerFlag, citations: Citations): Passage[] {
  const passages = flag.for.flatMap((statement) => citations.passagesFor(statement.factIds, 1));
  const more = flag.for.flatMap((statement) => citations.passagesFor(statement.factIds, 3));
  const [first, ...others] = [...passages, ...more];
  if (!first) return [];
  const second = others.find((passage) => !isShownIn(first, passage));
  return second ? [first, second] : [first];
}

/** True when a passage already shown holds the words of this one: a second quote of them would prove nothing more. */
function isShownIn(shown: Passage, { source, start, marked, end }: Passage): boolean {
  const whole = [shown.before, `${shown.start}${shown.marked}${shown.end}`, shown.after].join(' ');
  return shown.source.id === source.id && whole.includes(`${start}${marked}${end}`.trim());
}

/** A decision as history tells it; says so when the evidence was another one. */
export function decisionLine(decision: Decision, flag: { evidenceHash: string } | null): DecisionLine {
  const reason = decision.reason ? `: ${DISMISSAL_LABELS[decision.reason]}` : '';
  const other =
    flag && flag.evidenceHash !== decision.evidenceHash ? ` ${t('queue.the-evidence-has-changed-since')}` : '';
  const when = formatDay(dayOf(decision.at));
  return {
    text: t('queue.by-3', {
      action: DECISION_LABELS[decision.action],
      userName: decision.userName,
      when,
      reason,
      second: decision.awaitsSecond ? t('queue.second') : '',
      other,
    }),
    note: decision.note,
  };
}
