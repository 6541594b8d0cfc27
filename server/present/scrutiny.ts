import type { Register } from '../../db/sources/registers.ts';
import { comparePartial, type Day, dayOf, type PartialDay } from '../../model/day.ts';
import { gapOf } from '../../model/gap.ts';
import { isOpenCase, type Pair, type Scrutiny, shownStatus } from '../../model/ledger.ts';
import { BOARD_AUTHORITIES, type ScrutinyStatus, type ScrutinyStep } from '../../model/scrutiny.ts';
import { formatDay } from '../../words/format.ts';
import { AUTHORITY_NAMES, SOURCE_CLASS_LABELS, STATUS_LABELS, STATUS_NOTES } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { CLASS_MARKS } from '../words/source.ts';
import type { Citations, Ref } from './citations.ts';

/** A pair before one authority. Nothing known has three looks: none on record, unknown since, not watched. */
export interface ScrutinyCell {
  authority: string;
  name: string;
  /** Which glyph stands before the words: a status, `none`, `unknown`, `unwatched` or `proposed`. */
  glyph: ScrutinyStatus | 'none' | 'unknown' | 'unwatched' | 'proposed';
  open: boolean;
  stale: boolean;
  word: string;
  /** Date or reason, one short line. */
  note: string;
  /** What the status means, where its name could mislead. */
  meaning: string | null;
  needsReview: string | null;
  register: string;
  steps: StepLine[];
  proposed: StepLine[];
}

export interface StepLine {
  date: string;
  word: string;
  stage: string | null;
  sourceClass: { word: string; mark: string };
  refs: Ref[];
  factIds: readonly string[];
}

/** Authorities whose register is not read in time: their silence means nothing. */
export function unreadRegisters(registers: ReadonlyMap<string, Register>): string[] {
  return [...registers].filter(([, register]) => register.late || register.lastOkAt === null).map(([name]) => name);
}

/** The authorities of the board, then any other that has looked at this pair. */
export function scrutinyCells(
  pair: Pair,
  registers: ReadonlyMap<string, Register>,
  citations: Citations,
): ScrutinyCell[] {
  const others = pair.scrutiny.map((cell) => cell.authority).filter((a) => !BOARD_AUTHORITIES.some((b) => b === a));
  return [...BOARD_AUTHORITIES, ...others].map((authority) => {
    const known = pair.scrutiny.find((cell) => cell.authority === authority) ?? null;
    return cellOf(authority, known, registers.get(authority) ?? null, citations);
  });
}

function cellOf(
  authority: string,
  known: Scrutiny | null,
  register: Register | null,
  citations: Citations,
): ScrutinyCell {
  const status = known && shownStatus(known);
  const line = (step: ScrutinyStep) => stepLine(step, citations);
  return {
    authority,
    name: AUTHORITY_NAMES[authority] ?? authority,
    ...(status && known ? statusWords(status, known) : nothingWords(register, known)),
    stale: Boolean(register?.late && register.lastOkAt),
    meaning: (status && STATUS_NOTES[status]) ?? null,
    needsReview: known?.needsReview ?? null,
    register: registerWords(register),
    steps: known?.history.map(line) ?? [],
    proposed: known?.proposed.map(line) ?? [],
  };
}

function statusWords(status: ScrutinyStatus, known: Scrutiny): Pick<ScrutinyCell, 'glyph' | 'open' | 'word' | 'note'> {
  const how = known.source === 'reported' ? ', reported' : '';
  const note = known.asOf ? `${formatDay(known.asOf)}${how}` : `undated${how}`;
  const ended = status === 'monitoring' && !isOpenCase(known);
  return {
    glyph: status,
    open: isOpenCase(known),
    word: ended ? t('scrutiny.study-ended') : STATUS_LABELS[status],
    note,
  };
}

function nothingWords(
  register: Register | null,
  known: Scrutiny | null,
): Pick<ScrutinyCell, 'glyph' | 'open' | 'word' | 'note'> {
  const proposed = known?.proposed.at(-1);
  if (proposed) {
    return {
      glyph: 'proposed',
      open: false,
      word: `${STATUS_LABELS[proposed.status]}?`,
      note: t('scrutiny.one-outlet'),
    };
  }
  if (register === null)
    return {
      glyph: 'unwatched',
      open: false,
      word: t('scrutiny.not-watched'),
      note: t('scrutiny.no-register-is-read'),
    };
  if (register.lastOkAt === null) {
    return { glyph: 'unknown', open: false, word: t('scrutiny.unknown'), note: t('scrutiny.register-not-read-yet') };
  }
  const day = formatDay(dayOf(register.silentSince ?? register.lastOkAt));
  if (register.late)
    return { glyph: 'unknown', open: false, word: t('scrutiny.unknown'), note: t('scrutiny.since-small', { day }) };
  return { glyph: 'none', open: false, word: t('scrutiny.none-on-record'), note: t('scrutiny.register-read', { day }) };
}

/** When a register was last read, or why its silence means nothing. */
export function registerWords(register: Register | null): string {
  if (register === null) return t('scrutiny.not-watched-small');
  if (register.lastOkAt === null) return t('scrutiny.not-read-yet');
  if (register.silentSince)
    return t('scrutiny.nothing-new-since', { silentSince: formatDay(dayOf(register.silentSince)) });
  const day = formatDay(dayOf(register.lastOkAt));
  return register.late ? t('scrutiny.not-read-since', { day }) : t('scrutiny.read', { day });
}

/** A step in the page's own words, with our word for it where they differ. */
export function stepWords(step: ScrutinyStep): string {
  const word = STATUS_LABELS[step.status];
  return step.stage && step.stage !== word ? `${word} (${step.stage})` : word;
}

function stepLine(step: ScrutinyStep, citations: Citations): StepLine {
  const word = STATUS_LABELS[step.status];
  return {
    date: step.date ? formatDay(step.date) : t('time.undated'),
    word,
    stage: step.stage && step.stage !== word ? step.stage : null,
    sourceClass: { word: SOURCE_CLASS_LABELS[step.sourceClass], mark: CLASS_MARKS[step.sourceClass] },
    refs: citations.refs(step.factIds),
    factIds: step.factIds,
  };
}

/**
 * How long no authority is known to have moved, as the gap of the pair has it: since the latest step; when there is none,
 * since the first dated sum or the day on which the deal was first told of, whichever is the earlier.
 */
export interface Quiet {
  days: number;
  since: 'step' | 'sum' | 'told';
  authority: string | null;
  date: string;
}

/** Takes a pair and today; gives how long it has been quiet, or null when nothing says since when or it was called off. */
export function quietDays(pair: Pair, today: Day): Quiet | null {
  const { days, since, from, authority } = gapOf(pair, today);
  if (days === null || since === null || from === null) return null;
  return { days, since: from, authority, date: formatDay(since) };
}

/** The day on which a deal of the pair was first told of; null when no document has a day. */
export function firstTold({ deals }: Pair): PartialDay | null {
  return deals.flatMap(({ knownSince }) => knownSince ?? []).sort(comparePartial)[0] ?? null;
}

/** The line under the board: never "no investigation", only what is on record. */
export function quietWords(quiet: Quiet): string {
  const days = t('scrutiny.days-2', { n: quiet.days });
  const { since, authority, date } = quiet;
  if (since === 'step') return t('scrutiny.since-the-last-known-step', { days, authority: authority ?? '', date });
  return since === 'sum'
    ? t('scrutiny.since-the-first-dated-sum', { days, date })
    : t('scrutiny.since-the-deal-was-told', { days, date });
}
