import { formatMoney, formatSum } from '../../model/amount.ts';
import { comparePartial, formatDay, type PartialDay } from '../../model/day.ts';
import {
  AUTHORITY_NAMES,
  BAND_LABELS,
  CERTAINTY_LABELS,
  DISMISSAL_LABELS,
  FLAG_STATE_LABELS,
  KIND_LABELS,
  ROLE_LABELS,
  RULE_LABELS,
  SEVERITY_LABELS,
  SOURCE_CLASS_LABELS,
  STATUS_LABELS,
  STATUS_NOTES,
  TERM_LABELS,
} from '../../model/labels.ts';
import type { Deal, DealEvent } from '../../model/ledger.ts';
import { BOARD_AUTHORITIES } from '../../model/scrutiny.ts';
import type { FrozenEntry, FrozenRegister } from '../frozen.ts';
import { loopPicture, loopWords, promisedSums, sums } from '../loop-picture.ts';
import type { ReportedFlag } from '../report.ts';
import { type Block, type Footnotes, paragraph, type Run, run } from '../report-document.ts';

/** Two sentences or three: who put in what, what comes back, who has looked. Only what the ledger holds. */
export function summaryBlocks({ pair, score, band, flags }: FrozenEntry): Block[] {
  const looked = pair.scrutiny.filter((cell) => cell.history.length > 0).map((cell) => cell.authority);
  const who = looked.length
    ? `Steps are on record by ${looked.join(', ')}.`
    : 'No step by a competition authority is on record here.';
  const fired = flags.length === 1 ? '1 screen fired' : `${flags.length} screens fired`;
  return [paragraph(`${loopWords(pair)} ${who} Score ${score}, band ${BAND_LABELS[band]}; ${fired}.`)];
}

/** Put in, promised, spend back: three sums, never one. */
export function figureBlocks({ pair, score, band }: FrozenEntry): Block[] {
  const rows: [string, string][] = [
    ['Put in', sums(pair.sums.paid) ?? 'none known'],
    ['Promised', sums(promisedSums(pair)) ?? 'none known'],
    ['Ceiling, not added', sums(pair.sums.ceiling) ?? 'none known'],
    ['Spend back', sums(pair.sums.committed) ?? 'none known'],
    ['Score', `${score}, band ${BAND_LABELS[band]}`],
  ];
  const columns = [{ label: 'Figure' }, { label: 'As known', right: true }];
  return [
    {
      kind: 'table',
      caption: 'Sums as known, each apart',
      columns,
      rows: rows.map((row) => row.map((text) => run(text))),
    },
  ];
}

/** The picture of the money flow and the table of every sum, each with the notes that prove it. */
export function moneyBlocks({ pair }: FrozenEntry, notes: Footnotes): Block[] {
  const svg = loopPicture(pair);
  const picture: Block[] = svg ? [{ kind: 'picture', svg, words: loopWords(pair) }] : [];
  const all = pair.deals.flatMap((deal) => deal.events.map((event) => ({ deal, event })));
  if (all.length === 0) return [...picture, paragraph('No sum is known.')];
  all.sort((a, b) => comparePartial(a.event.date, b.event.date));
  const rows = all.map(({ deal, event }) => moneyRow(deal, event, notes));
  const columns = [
    { label: 'Date' },
    { label: 'What' },
    { label: 'Role' },
    { label: 'Sum', right: true },
    { label: 'Certainty' },
    { label: 'Elsewhere' },
  ];
  return [...picture, { kind: 'table', caption: 'Every known sum', columns, rows }];
}

function moneyRow(deal: Deal, event: DealEvent, notes: Footnotes): Run[] {
  const others = event.disputedBy.map((other) => formatMoney(other)).join(', ');
  return [
    run(event.date ? formatDay(event.date) : 'undated'),
    run(event.instrument ? `${KIND_LABELS[deal.kind]}, ${event.instrument}` : KIND_LABELS[deal.kind]),
    run(ROLE_LABELS[event.role]),
    run(sumWords(event), notes.of(event.factIds)),
    run(CERTAINTY_LABELS[event.certainty ?? deal.certainty]),
    run(others ? `disputed: ${others}` : '', notes.of(event.disputedBy.map((other) => other.factId))),
  ];
}

/** A sum as people write it: with how exact it is, a range as a range. */
export function sumWords({ value, currency, low, high, hedge }: DealEvent): string {
  if (value === null || currency === null) return 'sum unknown';
  return formatSum({ value, currency, low, high, hedge });
}

/** Each flag with the facts for and against it, what is missing, and what people decided. */
export function screenBlocks({ flags }: FrozenEntry, notes: Footnotes): Block[] {
  if (flags.length === 0) return [paragraph('No screen fired.')];
  return flags.flatMap((flag) => flagBlocks(flag, notes));
}

function flagBlocks(flag: ReportedFlag, notes: Footnotes): Block[] {
  const head: Run[] = [
    { text: `${RULE_LABELS[flag.rule]}, ${SEVERITY_LABELS[flag.severity]}. `, strong: true },
    run(flag.why, notes.of(flag.for.flatMap((fact) => fact.factIds))),
  ];
  const items = [
    ...flag.for.map((fact) => [run(`For: ${fact.text}`, notes.of(fact.factIds))]),
    ...flag.against.map((fact) => [run(`Against: ${fact.text}`, notes.of(fact.factIds))]),
    ...flag.missing.map((text) => [run(`Missing: ${text}`)]),
    [run(decisionWords(flag))],
  ];
  return [
    { kind: 'text', runs: head },
    { kind: 'list', items },
  ];
}

function decisionWords({ state, latest }: ReportedFlag): string {
  if (!latest) return 'Nobody has decided about it yet.';
  const reason = latest.reason ? `: ${DISMISSAL_LABELS[latest.reason]}` : '';
  const note = latest.note ? ` (${latest.note})` : '';
  return `${FLAG_STATE_LABELS[state]}${reason}${note}, ${latest.userName}, ${formatDay(latest.at.slice(0, 10) as PartialDay)}.`;
}

/** Rights and conditions. */
export function termBlocks({ pair }: FrozenEntry, notes: Footnotes): Block[] {
  const rows = pair.deals.flatMap((deal) =>
    deal.terms.map((term) => [
      run(KIND_LABELS[deal.kind]),
      run(TERM_LABELS[term.term], notes.of(term.factIds)),
      run(term.details.join(', ')),
    ]),
  );
  if (rows.length === 0) return [paragraph('No term is known.')];
  const columns = [{ label: 'Deal' }, { label: 'Term' }, { label: 'Detail' }];
  return [{ kind: 'table', caption: 'Rights and conditions', columns, rows }];
}

/** The authorities of the board and any other that has looked; silence is told apart from not having been read. */
export function scrutinyBlocks({ pair }: FrozenEntry, notes: Footnotes, registers: readonly FrozenRegister[]): Block[] {
  const others = pair.scrutiny.map((cell) => cell.authority).filter((a) => !BOARD_AUTHORITIES.some((b) => b === a));
  const rows = [...BOARD_AUTHORITIES, ...others].flatMap((authority) => {
    const cell = pair.scrutiny.find((one) => one.authority === authority);
    const name = AUTHORITY_NAMES[authority] ?? authority;
    if (!cell || cell.history.length + cell.proposed.length === 0) {
      return [[run(name), run(silenceWords(authority, registers)), run(''), run('')]];
    }
    const proposed = cell.proposed.map((step) => ({ step, word: `${STATUS_LABELS[step.status]}? One outlet alone` }));
    const known = cell.history.map((step) => ({ step, word: STATUS_LABELS[step.status] }));
    return [...known, ...proposed].map(({ step, word }) => [
      run(name),
      run(step.stage && step.stage !== word ? `${word} (${step.stage})` : word, notes.of(step.factIds)),
      run(step.date ? formatDay(step.date) : 'undated'),
      run([SOURCE_CLASS_LABELS[step.sourceClass], STATUS_NOTES[step.status]].filter(Boolean).join('. ')),
    ]);
  });
  const columns = [{ label: 'Authority' }, { label: 'Step' }, { label: 'Date' }, { label: 'Source' }];
  return [{ kind: 'table', caption: 'Steps by competition authorities', columns, rows }];
}

/** What the silence of an authority means: its register was read, is behind, or is not watched. */
export function silenceWords(authority: string, registers: readonly FrozenRegister[]): string {
  const register = registers.find((one) => one.authority === authority);
  if (!register) return 'Not watched: no register is read';
  if (!register.readAt) return 'Unknown: its register has not been read yet';
  const day = formatDay(register.readAt.slice(0, 10) as PartialDay);
  return register.late ? `Unknown since ${day}: its register is behind` : `None on record; register read ${day}`;
}

/** Sums and steps in the order in which they happened. */
export function timelineBlocks({ pair }: FrozenEntry, notes: Footnotes): Block[] {
  const money = pair.deals.flatMap((deal) =>
    deal.events.map((event) => ({
      date: event.date,
      text: `${KIND_LABELS[deal.kind]}: ${sumWords(event)} ${ROLE_LABELS[event.role]}`,
      factIds: event.factIds,
    })),
  );
  const steps = pair.scrutiny.flatMap((cell) =>
    cell.history.map((step) => ({
      date: step.date,
      text: `${cell.authority}: ${STATUS_LABELS[step.status]}${step.stage ? ` (${step.stage})` : ''}`,
      factIds: step.factIds,
    })),
  );
  const dated = [...money, ...steps].filter((one) => one.date !== null);
  if (dated.length === 0) return [paragraph('Nothing on record has a date.')];
  dated.sort((a, b) => comparePartial(a.date, b.date));
  const rows = dated.map(({ date, text, factIds }) => [
    run(formatDay(date as PartialDay)),
    run(text, notes.of(factIds)),
  ]);
  return [{ kind: 'table', caption: 'In order of time', columns: [{ label: 'Date' }, { label: 'What' }], rows }];
}

/** What the screens would need to know. */
export function questionBlocks({ flags }: FrozenEntry): Block[] {
  const questions = [...new Set(flags.flatMap((flag) => flag.missing))];
  if (questions.length === 0) return [paragraph('The screens that fired miss nothing.')];
  return [{ kind: 'list', items: questions.map((text) => [run(text)]) }];
}
