import { dayOf, formatDay, formatInstant } from '../model/day.ts';
import { BAND_LABELS, STATUS_LABELS } from '../model/labels.ts';
import { shownStatus } from '../model/ledger.ts';
import { webLink } from '../model/link.ts';
import { BOARD_AUTHORITIES, STUDY_ENDED } from '../model/scrutiny.ts';
import type { FrozenEntry, FrozenReport } from './frozen.ts';
import {
  type Block,
  Footnotes,
  MOST_NOTES,
  paragraph,
  type ReportDocument,
  type ReportSection,
  type Run,
  run,
  sourceWords,
} from './report-document.ts';
import {
  figureBlocks,
  figureRun,
  moneyBlocks,
  moneyRuns,
  questionBlocks,
  quietBriefly,
  screenBlocks,
  scrutinyBlocks,
  silenceWords,
  summaryBlocks,
  termBlocks,
  timelineBlocks,
} from './sections/pair-sections.ts';

type Part = (report: FrozenReport, notes: Footnotes) => ReportSection[];

/** The sections of each kind of report, in their usual order. A template may leave some out or order them anew. */
export const SECTIONS: Record<FrozenReport['about']['kind'], Record<string, { title: string; make: Part }>> = {
  dossier: {
    summary: one('Summary', (entry, notes) => summaryBlocks(entry, notes)),
    figures: one('Key figures', (entry, notes) => figureBlocks(entry, notes)),
    money: one('Money', (entry, notes) => moneyBlocks(entry, notes)),
    screens: one('Screens', (entry, notes) => screenBlocks(entry, notes)),
    terms: one('Terms', (entry, notes) => termBlocks(entry, notes)),
    scrutiny: one('Scrutiny', (entry, notes, report) => scrutinyBlocks(entry, notes, report)),
    timeline: one('Timeline', (entry, notes) => timelineBlocks(entry, notes)),
    questions: one('Questions', (entry) => questionBlocks(entry)),
    sources: { title: 'Sources', make: sourcePart },
  },
  briefing: {
    changes: { title: 'What changed', make: changePart },
    overview: { title: 'Overview', make: overviewPart },
    deals: { title: 'Deals', make: dealsPart },
    sources: { title: 'Sources', make: sourcePart },
  },
  board: {
    registers: { title: 'Registers', make: registerPart },
    board: { title: 'Scrutiny board', make: boardPart },
    sources: { title: 'Sources', make: sourcePart },
  },
  register: {
    overview: { title: 'Overview', make: overviewPart },
    sums: { title: 'Every sum', make: sumsPart },
    sources: { title: 'Sources', make: sourcePart },
  },
};

/** Takes a frozen report and its number; gives it as a document without a format yet. */
export function reportDocument(report: FrozenReport, id: string): ReportDocument {
  const { about } = report;
  const notes = new Footnotes(report);
  const known = SECTIONS[about.kind];
  const order = about.sections.filter((name) => Object.hasOwn(known, name));
  const parts = (order.length ? order : Object.keys(known)).map((name) => known[name] as { make: Part });
  const sections = parts.flatMap((part) => part.make(report, notes));
  return {
    title: about.title,
    subtitle: subtitleOf(report),
    colophon: colophonOf(report, id),
    cover: about.cover,
    sections,
    footnotes: notes.list,
  };
}

function subtitleOf({ about }: FrozenReport): string {
  const period = about.from && about.to ? `${formatDay(about.from)} to ${formatDay(about.to)}. ` : '';
  return `${period}As of ${formatInstant(about.asOf)}.`;
}

function colophonOf({ about, entries }: FrozenReport, id: string): string[] {
  const pairs = entries.length === 1 ? '1 deal' : `${entries.length} deals`;
  return [
    `Filter: ${about.filter} (${pairs}).`,
    `Screens version ${about.screens}, reader ${about.reader}, Dealwatch ${about.program}.`,
    `Report ${id}: made again from that number by this version of Dealwatch, it is the same to the byte.`,
    'A flag says “look here”; it is not a finding of harm.',
  ];
}

type EntryBlocks = (entry: FrozenEntry, notes: Footnotes, report: FrozenReport) => Block[];

/** A chapter about the one pair of a dossier. */
function one(title: string, blocks: EntryBlocks): { title: string; make: Part } {
  const id = title.toLowerCase().replaceAll(' ', '-');
  const make: Part = (report, notes) => {
    const [entry] = report.entries;
    return entry ? [{ id, title, level: 1, blocks: blocks(entry, notes, report) }] : [];
  };
  return { title, make };
}

/** With more sources their addresses are words alone: each link costs a page as much as its text. */
const MOST_LINKED = 200;

function sourcePart({ documents }: FrozenReport): ReportSection[] {
  const isLinked = documents.length <= MOST_LINKED;
  const items = documents.map((document): Run[] => {
    const link = webLink(document.url);
    return [run(`${sourceWords(document)}. `), ...(link ? [isLinked ? { text: link, link } : run(link)] : [])];
  });
  const blocks: Block[] = items.length
    ? [{ kind: 'list', items }]
    : [paragraph('No document stands behind this report.')];
  return [{ id: 'sources', title: 'Sources', level: 1, blocks }];
}

/** Changes by pair, those with the highest score first. */
function changePart({ changes, entries, about }: FrozenReport, notes: Footnotes): ReportSection[] {
  const head: ReportSection = { id: 'changes', title: 'What changed', level: 1, blocks: [] };
  if (!about.from) head.blocks.push(paragraph('This briefing is of a selection, not of a period.'));
  else if (changes.length === 0) head.blocks.push(paragraph('Nothing changed in the sources that were read.'));
  for (const { pair } of entries) {
    const own = changes.filter((change) => change.pairId === pair.id);
    if (own.length === 0) continue;
    head.blocks.push({ kind: 'text', runs: [{ text: `${pair.acquirer} → ${pair.target}`, strong: true }] });
    const items = own.map((change) => [
      run(`${formatDay(dayOf(change.at))}: ${change.headline}`, notes.of(change.factIds)),
    ]);
    head.blocks.push({ kind: 'list', items });
  }
  return [head];
}

function overviewPart({ entries }: FrozenReport, notes: Footnotes): ReportSection[] {
  const rows = entries.map(({ pair, score, band, flags }) => [
    { text: `${pair.acquirer} → ${pair.target}`, strong: true },
    run(String(score)),
    run(BAND_LABELS[band]),
    figureRun(pair, 'paid', notes, MOST_NOTES),
    figureRun(pair, 'committed', notes, MOST_NOTES),
    run(String(flags.length)),
  ]);
  const columns = [
    { label: 'Deal' },
    { label: 'Score', right: true },
    { label: 'Band' },
    { label: 'Put in or agreed', right: true },
    { label: 'Spend back', right: true },
    { label: 'Flags', right: true },
  ];
  const empty = paragraph('No deal is in this selection.');
  const table: Block = { kind: 'table', caption: 'Deals by score', columns, rows };
  return [{ id: 'overview', title: 'Overview', level: 1, blocks: [rows.length ? table : empty] }];
}

function dealsPart(report: FrozenReport, notes: Footnotes): ReportSection[] {
  const head: ReportSection = { id: 'deals', title: 'Deals', level: 1, blocks: [] };
  const each = report.entries.map((entry): ReportSection => {
    const { pair } = entry;
    const blocks = [
      ...summaryBlocks(entry, notes),
      ...moneyBlocks(entry, notes),
      ...screenBlocks(entry, notes),
      ...scrutinyBlocks(entry, notes, report),
    ];
    return { id: `deal-${pair.id}`, title: `${pair.acquirer} → ${pair.target}`, level: 2, blocks };
  });
  return [head, ...each];
}

function registerPart({ registers }: FrozenReport): ReportSection[] {
  const items = registers.map(({ authority }) => [run(`${authority}: ${silenceWords(authority, registers)}`)]);
  const none = paragraph('No register of an authority is being read: silence below says nothing.');
  return [{ id: 'registers', title: 'Registers', level: 1, blocks: [items.length ? { kind: 'list', items } : none] }];
}

function boardPart({ entries, registers, about }: FrozenReport, notes: Footnotes): ReportSection[] {
  const rows = entries.map(({ pair, score }) => [
    { text: `${pair.acquirer} → ${pair.target}`, strong: true },
    run(String(score)),
    ...BOARD_AUTHORITIES.map((authority) => {
      const cell = pair.scrutiny.find((each) => each.authority === authority);
      const status = cell ? shownStatus(cell) : null;
      if (!cell || !status) return run(silenceWords(authority, registers).split(/[;:]/)[0] as string);
      const day = cell.asOf ? `, ${formatDay(cell.asOf)}` : '';
      const how = cell.source === 'reported' ? ', reported' : '';
      const last = cell.history.at(-1);
      // A study that ended leaves the authority watching: "monitoring" alone would say that one goes on.
      const word = last?.stage === STUDY_ENDED ? STUDY_ENDED : STATUS_LABELS[status];
      return run(`${word}${day}${how}`, notes.of(last?.factIds ?? []));
    }),
    run(quietBriefly(pair, dayOf(about.asOf))),
  ]);
  const columns = [
    { label: 'Deal' },
    { label: 'Score', right: true },
    ...BOARD_AUTHORITIES.map((label) => ({ label })),
    { label: 'Without a step' },
  ];
  const empty = paragraph('No deal is in this selection.');
  const table: Block = { kind: 'table', caption: 'Deals and authorities', columns, rows };
  return [{ id: 'board', title: 'Scrutiny board', level: 1, blocks: [rows.length ? table : empty] }];
}

function sumsPart({ entries }: FrozenReport, notes: Footnotes): ReportSection[] {
  const sections = entries.map((entry): ReportSection => {
    const { pair } = entry;
    const blocks: Block[] = [
      { kind: 'text', runs: [...moneyRuns(pair, notes), run('.')] },
      ...moneyBlocks(entry, notes).filter((b) => b.kind !== 'picture'),
    ];
    return { id: `sums-${pair.id}`, title: `${pair.acquirer} → ${pair.target}`, level: 2, blocks };
  });
  return [{ id: 'sums', title: 'Every sum', level: 1, blocks: [] }, ...sections];
}
