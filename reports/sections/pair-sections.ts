import { formatMoney, formatSum } from '../../model/amount.ts';
import { comparePartial, type Day, dayOf, formatDay, type PartialDay } from '../../model/day.ts';
import { gapOf } from '../../model/gap.ts';
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
import type { Deal, DealEvent, DealTerm, Pair, Scrutiny } from '../../model/ledger.ts';
import { isPurchase } from '../../model/payment-words.ts';
import { BOARD_AUTHORITIES, type ScrutinyStep } from '../../model/scrutiny.ts';
import type { FrozenEntry, FrozenRegister, FrozenReport, FrozenSuppression } from '../frozen.ts';
import { loopPicture, loopSentences, loopWords, sums } from '../loop-picture.ts';
import type { ReportedFlag } from '../report.ts';
import { type Block, type Footnotes, paragraph, type Run, run } from '../report-document.ts';
import { factsBehind, hedgesNamed, type SumName, sumsNamed } from './sum-facts.ts';

/** What it is, who put in what, what comes back, who has looked, each with its notes. Only what the ledger holds. */
export function summaryBlocks({ pair, score, band, flags, putAway = [] }: FrozenEntry, notes: Footnotes): Block[] {
  const kinds = pair.deals.map((deal, n): Run => {
    const kind = n === 0 ? KIND_LABELS[deal.kind] : KIND_LABELS[deal.kind].toLowerCase();
    return run(`${n === 0 ? '' : ', '}${kind} (${CERTAINTY_LABELS[deal.certainty]})`, notes.of(deal.factIds));
  });
  const looked = pair.scrutiny.filter((cell) => cell.history.length > 0).map((cell) => cell.authority);
  const who = looked.length
    ? `Steps are on record by ${looked.join(', ')}.`
    : 'No step by a competition authority is on record here.';
  const aside = putAway.length ? ', others are put away' : '';
  const fired = `${flags.length === 1 ? '1 screen fired' : `${flags.length} screens fired`}${aside}`;
  const end = run(`. ${who} Score ${score}, band ${BAND_LABELS[band]}; ${fired}.`);
  return [{ kind: 'text', runs: [...kinds, ...(kinds.length ? [run('. ')] : []), ...moneyRuns(pair, notes), end] }];
}

/** What was put in and what comes back, each with the notes that bear it. */
export function moneyRuns(pair: Pair, notes: Footnotes): Run[] {
  return loopSentences(pair).map(({ text, facts }, n) => run(`${n === 0 ? '' : '; '}${text}`, notes.ofEach(facts)));
}

/** Put in, promised, spend back: three sums, never one. */
export function figureBlocks({ pair, score, band }: FrozenEntry, notes: Footnotes): Block[] {
  const rows = [
    [run(isPurchase(pair) ? 'Agreed or paid' : 'Put in or agreed'), figureRun(pair, 'paid', notes)],
    [run('Promised'), figureRun(pair, 'promised', notes)],
    [run('Ceiling, not added'), figureRun(pair, 'ceiling', notes)],
    [run('Spend back'), figureRun(pair, 'committed', notes)],
    [run('Score, by the screens below'), run(`${score}, band ${BAND_LABELS[band]}`)],
  ];
  const columns = [{ label: 'Figure' }, { label: 'As known', right: true }];
  return [{ kind: 'table', caption: 'Sums as known, each apart', columns, rows }];
}

/** A figure of a pair with the notes that bear it, `most` of them; that none is known has none. */
export function figureRun(pair: Pair, name: SumName, notes: Footnotes, most?: number): Run {
  const known = sums(sumsNamed(pair, name), hedgesNamed(pair, name));
  return known ? run(known, notes.ofEach(factsBehind(pair, name), most)) : run('none known');
}

/** The picture of the money flow and the table of every sum, each with the notes that prove it. */
export function moneyBlocks({ pair }: FrozenEntry, notes: Footnotes): Block[] {
  const svg = loopPicture(pair);
  const picture: Block[] = svg ? [{ kind: 'picture', svg, words: loopWords(pair) }] : [];
  const all = pair.deals.flatMap((deal) => deal.events.map((event) => ({ deal, event })));
  if (all.length === 0) return [...picture, paragraph('No sum is known.')];
  all.sort((a, b) => comparePartial(knownFrom(a.event), knownFrom(b.event)));
  const disputed = all.some(({ event }) => event.disputedBy.length > 0);
  const rows = all.map(({ deal, event }) => moneyRow(deal, event, { notes, disputed }));
  const columns = [
    { label: 'Date' },
    { label: 'What' },
    { label: 'Role' },
    { label: 'Sum', right: true },
    { label: 'Certainty' },
    ...(disputed ? [{ label: 'Elsewhere' }] : []),
  ];
  return [...picture, { kind: 'table', caption: 'Every known sum', columns, rows }];
}

/** The day of a sum, else the day on which it was first told. */
const knownFrom = ({ date, reportedOn }: DealEvent) => date ?? reportedOn ?? null;

function dateWords({ date, reportedOn }: DealEvent): string {
  if (date) return formatDay(date);
  return reportedOn ? `undated, told ${formatDay(reportedOn)}` : 'undated';
}

function moneyRow(deal: Deal, event: DealEvent, { notes, disputed }: { notes: Footnotes; disputed: boolean }): Run[] {
  const others = event.disputedBy.map((other) => formatMoney(other)).join(', ');
  return [
    run(dateWords(event)),
    run(event.instrument ? `${KIND_LABELS[deal.kind]}, ${event.instrument}` : KIND_LABELS[deal.kind]),
    run(event.belowParts ? 'total told, below its parts: not counted' : ROLE_LABELS[event.role]),
    run(sumWords(event), notes.of(event.factIds)),
    run(CERTAINTY_LABELS[event.certainty ?? deal.certainty]),
    ...(disputed
      ? [run(others ? `disputed: ${others}` : '', notes.of(event.disputedBy.map((other) => other.factId)))]
      : []),
  ];
}

/** A sum as people write it: with how exact it is, a range as a range. */
export function sumWords({ value, currency, low, high, hedge }: DealEvent): string {
  if (value === null || currency === null) return 'sum unknown';
  return formatSum({ value, currency, low, high, hedge });
}

/** Each flag with the facts for and against it, what is missing, and what people decided. */
export function screenBlocks({ flags, putAway = [] }: FrozenEntry, notes: Footnotes): Block[] {
  const aside = putAway.map((one) => paragraph(`${putAwayWords(one)}.`));
  if (flags.length === 0) return [paragraph(putAway.length ? 'No other screen fired.' : 'No screen fired.'), ...aside];
  return [...flags.flatMap((flag) => flagBlocks(flag, notes)), ...aside];
}

/** What a person has put away: it is neither shown nor counted, and a report that is silent of it would mislead. */
export function putAwayWords({ rule, reason, userName, expiresOn }: FrozenSuppression): string {
  const what = rule ? `Flags of ${RULE_LABELS[rule]}` : 'All flags of this deal';
  return `${what} are put away until ${formatDay(expiresOn)} by ${userName}, neither shown nor counted: ${reason}`;
}

function flagBlocks(flag: ReportedFlag, notes: Footnotes): Block[] {
  const head: Run[] = [
    { text: `${RULE_LABELS[flag.rule]}, ${SEVERITY_LABELS[flag.severity]}. `, strong: true },
    run(flag.why, notes.ofEach(flag.for.map((fact) => fact.factIds))),
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
      run([...term.details, ...heldUntil(term)].join(', '), term.details.length ? notes.of(term.factIds) : []),
    ]),
  );
  if (rows.length === 0) return [paragraph('No term is known.')];
  const columns = [{ label: 'Deal' }, { label: 'Term' }, { label: 'Detail' }];
  return [{ kind: 'table', caption: 'Rights and conditions', columns, rows }];
}

/** Since when and until when a right held that something else has replaced; nothing while it stands. */
function heldUntil({ since, until, endedBy }: DealTerm): string[] {
  if (!until) return [];
  const held = since ? `over: held ${formatDay(since)} to ${formatDay(until)}` : `over: held until ${formatDay(until)}`;
  return [endedBy ? `${held}, then ${TERM_LABELS[endedBy].toLowerCase()}` : held];
}

/** The authorities of the board and any other that has looked; silence is told apart from not having been read. */
export function scrutinyBlocks({ pair }: FrozenEntry, notes: Footnotes, { registers, about }: FrozenReport): Block[] {
  const others = pair.scrutiny.map((cell) => cell.authority).filter((a) => !BOARD_AUTHORITIES.some((b) => b === a));
  const rows = [...BOARD_AUTHORITIES, ...others].flatMap((authority) => {
    const cell = pair.scrutiny.find((one) => one.authority === authority);
    const name = AUTHORITY_NAMES[authority] ?? authority;
    if (!cell || cell.history.length + cell.proposed.length === 0) {
      return [[run(name), run(silenceWords(authority, registers)), run(''), run('')]];
    }
    return stepRows(cell, name, notes);
  });
  const steps: Block = { kind: 'table', caption: 'Steps by competition authorities', columns: STEP_COLUMNS, rows };
  const foreign = (pair.foreignInvestment ?? []).flatMap((cell) => stepRows(cell, cell.authority, notes));
  const silent = quietWords(pair, dayOf(about.asOf));
  const known = silent ? [steps, paragraph(silent)] : [steps];
  if (foreign.length === 0) return known;
  const caption = 'Review of foreign investment, which is no competition scrutiny';
  return [...known, { kind: 'table', caption, columns: STEP_COLUMNS, rows: foreign }];
}

/** From when on nobody is known to have moved, in a sentence; empty when nothing says since when. */
export function quietWords(pair: Pair, today: Day): string {
  const { kind, days, since, from, authority } = gapOf(pair, today);
  if (kind === 'called-off') return 'Called off: no days without a step count.';
  if (days === null || since === null) return '';
  if (from === 'step') return `${daysWords(days)} since the last known step (${authority}, ${formatDay(since)}).`;
  const first = from === 'sum' ? 'the first dated sum' : 'the deal was first told of';
  return `${daysWords(days)} since ${first} (${formatDay(since)}), and no step is on record.`;
}

/** The same for a cell of a table. */
export function quietBriefly(pair: Pair, today: Day): string {
  const { kind, days, since } = gapOf(pair, today);
  if (kind === 'called-off') return 'Called off';
  return days === null || since === null ? 'No day known' : `${daysWords(days)}, since ${formatDay(since)}`;
}

const daysWords = (days: number) => (days === 1 ? '1 day' : `${days} days`);

const STEP_COLUMNS = [{ label: 'Authority' }, { label: 'Step' }, { label: 'Date' }, { label: 'Source' }];

/** Every step of an authority; what one outlet alone tells of stands last, as a question. */
function stepRows({ history, proposed }: Scrutiny, name: string, notes: Footnotes): Run[][] {
  const known = history.map((step) => ({ step, word: stepWords(step) }));
  const told = proposed.map((step) => ({ step, word: `${stepWords(step)}? One outlet alone` }));
  return [...known, ...told].map(({ step, word }) => [
    run(name),
    run(word, notes.of(step.factIds)),
    run(step.date ? formatDay(step.date) : 'undated'),
    run([SOURCE_CLASS_LABELS[step.sourceClass], STATUS_NOTES[step.status]].filter(Boolean).join('. ')),
  ]);
}

/** The step by its standard name, and in the page's own words where they differ. */
function stepWords({ status, stage }: ScrutinyStep): string {
  const word = STATUS_LABELS[status];
  return stage && stage !== word ? `${word} (${stage})` : word;
}

/** What the silence of an authority means: its register was read, is behind, or is not watched. */
export function silenceWords(authority: string, registers: readonly FrozenRegister[]): string {
  const register = registers.find((one) => one.authority === authority);
  if (!register) return 'Not watched: no register is read';
  if (!register.readAt) return 'Unknown: its register has not been read yet';
  const day = formatDay(register.readAt.slice(0, 10) as PartialDay);
  return register.late ? `Unknown since ${day}: its register is behind` : `None on record; register read ${day}`;
}

/** Sums and steps in the order in which they happened; a sum without a date stands on the day on which it was told. */
export function timelineBlocks({ pair }: FrozenEntry, notes: Footnotes): Block[] {
  const money = pair.deals.flatMap((deal) =>
    deal.events.map((event) => ({
      date: knownFrom(event),
      when: dateWords(event),
      text: `${KIND_LABELS[deal.kind]}: ${sumWords(event)} ${ROLE_LABELS[event.role]}${talkWords(deal, event)}`,
      factIds: event.factIds,
    })),
  );
  const steps = [...pair.scrutiny, ...(pair.foreignInvestment ?? [])].flatMap((cell) =>
    cell.history.map((step) => ({
      date: step.date,
      when: step.date ? formatDay(step.date) : '',
      text: `${cell.authority}: ${stepWords(step)}`,
      factIds: step.factIds,
    })),
  );
  const dated = [...money, ...steps].filter((one) => one.date !== null);
  if (dated.length === 0) return [paragraph('Nothing on record has a date.')];
  dated.sort((a, b) => comparePartial(a.date, b.date));
  const rows = dated.map(({ when, text, factIds }) => [run(when), run(text, notes.of(factIds))]);
  return [{ kind: 'table', caption: 'In order of time', columns: [{ label: 'Date' }, { label: 'What' }], rows }];
}

/** What is only talked of, or was called off, says so wherever it is told. */
function talkWords(deal: Deal, event: DealEvent): string {
  const certainty = event.certainty ?? deal.certainty;
  return certainty === 'done' ? '' : `, ${CERTAINTY_LABELS[certainty]}`;
}

/** What the screens would need to know. */
export function questionBlocks({ flags }: FrozenEntry): Block[] {
  const questions = [...new Set(flags.flatMap((flag) => flag.missing))];
  if (questions.length === 0) return [paragraph('The screens that fired miss nothing.')];
  return [{ kind: 'list', items: questions.map((text) => [run(text)]) }];
}
