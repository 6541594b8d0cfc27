import type { Change } from '../../db/ledger/changes.ts';
import type { LedgerPair } from '../../db/ledger/ledger.ts';
import { type Day, dayOf } from '../../model/day.ts';
import type { DealEvent, DocumentRef } from '../../model/ledger.ts';
import { paths } from '../../model/paths.ts';
import { formatDay, formatMoney, formatSum } from '../../words/format.ts';
import {
  BAND_LABELS,
  KIND_LABELS,
  ROLE_LABELS,
  RULE_SHORT_LABELS,
  SEVERITY_LABELS,
  SOURCE_CLASS_LABELS,
} from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { CLASS_MARKS } from '../words/source.ts';
import { sumsWords } from './money.ts';
import { stepWords } from './scrutiny.ts';

/** Part of a change in words; a flag is named with its severity before it. */
export interface Words {
  text: string;
  strong?: boolean;
  tone?: 'in' | 'back';
  link?: string;
  pips?: { severity: number; word: string };
}

export interface ChangeLine {
  /** Day on which Dealwatch learned of it. */
  when: string;
  /** The same as ISO 8601. */
  day: Day;
  acquirer: string;
  target: string;
  link: string;
  words: Words[];
  /** On whose word. */
  source: { mark: string; word: string; publisher: string } | null;
  note: string | null;
}

export interface ChangeSection {
  id: string;
  title: string;
  /** How many changes there are, which can be more than lines. */
  count: number;
  hint: string;
  lines: ChangeLine[];
}

/** What the lines need besides the changes: pairs as they stand now, and the documents that tell of sums and steps. */
export interface Known {
  pairs: ReadonlyMap<string, LedgerPair>;
  documents: ReadonlyMap<string, DocumentRef>;
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;
type FlagChange = Of<'flag'> | Of<'reopened'>;

/** Takes what changed; gives it in words, by weight: authorities first, then money, flags, quarrels, new deals. */
export function changeSections(changes: readonly Change[], known: Known): ChangeSection[] {
  const only = <K extends Change['kind']>(kind: K) => changes.filter((change): change is Of<K> => change.kind === kind);
  const flags: FlagChange[] = [...only('reopened'), ...only('flag')];
  const [disputed, sums] = split(only('event'), ({ event }) => event.disputedBy.length > 0);
  const flagged = new Set(flags.map((change) => change.pairId));
  const isNew = new Set(only('pair').map((change) => change.pairId));
  const unflagged = only('pair').filter((change) => !flagged.has(change.pairId));
  const sections: ChangeSection[] = [
    section('scrutiny', t('today.scrutiny'), t('today.steps-by-competition-authorities'), only('scrutiny'), (c) =>
      stepLine(c, known),
    ),
    section('money', t('today.money-and-spend'), t('today.what-was-put-in-promised'), bySize(sums), (c) =>
      sumLine(c, known),
    ),
    section('flags', t('today.flags'), t('today.new-or-reopened'), byPair(flags, known), (c) =>
      flagsLine(c, isNew, known),
    ),
    section(
      'disagreeing',
      t('today.figures-that-disagree'),
      t('today.all-of-them-stay-visible'),
      bySize(disputed),
      (c) => disputeLine(c, known),
    ),
    section('deals', t('today.new-deals-without-a-flag'), '', unflagged, (c) => pairLine(c, known)),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** Tellers of one step among which one of the class that it is believed by is looked for. */
const MOST_WITNESSES = 12;

/** Documents that the lines will name, so that the caller can fetch them at once. */
export function documentsIn(changes: readonly Change[]): string[] {
  const documents = changes.flatMap((change) => {
    if (change.kind === 'scrutiny') return change.step.documentIds.slice(0, MOST_WITNESSES);
    if (change.kind !== 'event') return [];
    return [...change.event.documentIds.slice(0, 1), ...change.event.disputedBy.map((other) => other.documentId)];
  });
  return [...new Set(documents)];
}

/** A section, one line for each entry; an entry that gathers several changes counts as all of them. */
function section<T>(id: string, title: string, hint: string, of: readonly T[], line: (one: T) => ChangeLine) {
  return { id, title, count: of.flat().length, hint, lines: of.map(line) };
}

function split<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

/** The largest first; sums of different currencies are only roughly comparable, which is enough for an order. */
function bySize(changes: readonly Of<'event'>[]): Of<'event'>[] {
  return [...changes].sort((a, b) => (b.event.value ?? 0) - (a.event.value ?? 0));
}

/** Flags of one pair stand in one line; pairs in the order of their score. */
function byPair(flags: readonly FlagChange[], { pairs }: Known): FlagChange[][] {
  const groups = new Map<string, FlagChange[]>();
  for (const flag of flags) groups.set(flag.pairId, [...(groups.get(flag.pairId) ?? []), flag]);
  const score = ([id]: [string, FlagChange[]]) => pairs.get(id)?.score ?? 0;
  return [...groups].sort((a, b) => score(b) - score(a)).map(([, group]) => group);
}

function line(change: Change, words: Words[], more: Partial<ChangeLine> = {}): ChangeLine {
  const { at, acquirer, target, pairId } = change;
  const day = dayOf(at);
  return {
    when: formatDay(day),
    day,
    acquirer,
    target,
    link: paths.deal(pairId),
    words,
    source: null,
    note: null,
    ...more,
  };
}

function stepLine(change: Of<'scrutiny'>, { documents }: Known): ChangeLine {
  const { authority, step } = change;
  const date = step.date ? `, ${formatDay(step.date)}` : `, ${t('time.undated')}`;
  const words = [{ text: `${authority}: ` }, { text: stepWords(step), strong: true }, { text: date }];
  const { mark, word } = sourceClass(step.sourceClass);
  const publisher = witnessOf(step, documents)?.publisher ?? '';
  return line(change, words, { link: `${paths.deal(change.pairId)}#scrutiny`, source: { mark, word, publisher } });
}

/** Of the documents that tell of a step, one of the class that the step is believed by: an authority's own before the press. */
function witnessOf(step: Of<'scrutiny'>['step'], documents: Known['documents']): DocumentRef | undefined {
  const told = step.documentIds.flatMap((id) => documents.get(id) ?? []);
  return told.find(({ sourceClass: own }) => own === step.sourceClass) ?? told[0];
}

function sumLine(change: Of<'event'>, known: Known): ChangeLine {
  const { event, dealKind } = change;
  const reported = event.certainty === 'reported' ? ', reported' : '';
  const tail = `, ${KIND_LABELS[dealKind]}${event.date ? `, ${formatDay(event.date)}` : ''}${reported}`;
  const words: Words[] = [
    { text: `${ROLE_LABELS[event.role]} ` },
    { text: sumOf(event), strong: true, tone: event.role === 'commitment' ? 'back' : 'in' },
    { text: tail },
  ];
  return line(change, words, { ...ofMoney(change), source: sourceOf(event.documentIds[0], known) });
}

function disputeLine(change: Of<'event'>, known: Known): ChangeLine {
  const { event } = change;
  const others = event.disputedBy.flatMap((other): Words[] => [
    { text: ` ${t('today.against')} ` },
    { text: formatMoney(other), strong: true },
    { text: ` (${known.documents.get(other.documentId)?.publisher ?? t('today.another-document')})` },
  ]);
  const words = [{ text: `${ROLE_LABELS[event.role]} ` }, { text: sumOf(event), strong: true }, ...others];
  return line(change, words, { ...ofMoney(change), source: sourceOf(event.documentIds[0], known) });
}

function flagsLine(flags: readonly FlagChange[], isNew: ReadonlySet<string>, { pairs }: Known): ChangeLine {
  const first = flags[0] as FlagChange;
  const pair = pairs.get(first.pairId);
  const words = flags.flatMap(({ kind, rule, severity, pairId }, i): Words[] => [
    ...(i > 0 ? [{ text: ', ' }] : []),
    {
      text: RULE_SHORT_LABELS[rule],
      link: paths.flag(pairId, rule),
      pips: { severity, word: SEVERITY_LABELS[severity] },
    },
    ...(kind === 'reopened' ? [{ text: ` ${t('today.reopened-by-new-evidence')}` }] : []),
  ]);
  const score = pair
    ? t('today.score', { score: pair.score, band: pair.band === 'none' ? t('queue.no-band') : BAND_LABELS[pair.band] })
    : '';
  const note = [isNew.has(first.pairId) ? t('today.new-deal') : '', score].filter(Boolean).join(t('frame.semicolon'));
  return line(first, words, { note });
}

function pairLine(change: Of<'pair'>, { pairs }: Known): ChangeLine {
  const pair = pairs.get(change.pairId)?.pair;
  const kinds = [...new Set(pair?.deals.map((deal) => KIND_LABELS[deal.kind]))].join(', ');
  const put = pair && sumsWords(pair.sums.paid, pair.hedges?.paid);
  const back = pair && sumsWords(pair.sums.committed, pair.hedges?.committed);
  const words: Words[] = [
    { text: kinds || t('today.known-from-scrutiny-alone') },
    ...(put ? [{ text: `${t('today.put-in')} ` }, { text: put, strong: true, tone: 'in' as const }] : []),
    ...(back ? [{ text: `${t('today.spend-back')} ` }, { text: back, strong: true, tone: 'back' as const }] : []),
  ];
  return line(change, words);
}

function ofMoney({ pairId }: Change): Pick<ChangeLine, 'link'> {
  return { link: `${paths.deal(pairId)}#money` };
}

function sumOf({ value, currency, low, high, hedge }: DealEvent): string {
  return value === null || currency === null
    ? t('today.sum-unknown')
    : formatSum({ value, currency, low, high, hedge });
}

function sourceOf(documentId: string | undefined, { documents }: Known): ChangeLine['source'] {
  const document = documents.get(documentId ?? '');
  return document ? { ...sourceClass(document.sourceClass), publisher: document.publisher } : null;
}

function sourceClass(name: DocumentRef['sourceClass']) {
  return { mark: CLASS_MARKS[name], word: SOURCE_CLASS_LABELS[name] };
}
