import { formatDay, formatInstant } from '../model/day.ts';
import { SOURCE_CLASS_LABELS } from '../model/labels.ts';
import { webLink } from '../model/link.ts';
import { SOURCE_CLASSES } from '../model/scrutiny.ts';
import type { FrozenProof, FrozenReport } from './frozen.ts';

/** Words in one style; `notes` are numbers of footnotes that stand behind them. */
export interface Run {
  text: string;
  strong?: boolean;
  notes?: number[];
  /** A web address that the words are, to be followed. */
  link?: string;
}

export interface TableBlock {
  kind: 'table';
  /** What it shows, above it. */
  caption: string;
  columns: { label: string; right?: boolean }[];
  rows: Run[][];
}

export type Block =
  | { kind: 'text'; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'quote'; text: string; notes: number[] }
  | { kind: 'picture'; svg: string; words: string }
  | TableBlock;

export interface ReportSection {
  id: string;
  title: string;
  /** 1 for a chapter, 2 for a part of one. */
  level: 1 | 2;
  blocks: Block[];
}

/** One footnote: who said it, where, when it was published and retrieved, in which words. */
export interface Footnote {
  number: number;
  text: string;
  link: string | null;
  quote: string | null;
}

/** A report before it has a format: every format is made from this, so that all of them say the same. */
export interface ReportDocument {
  title: string;
  subtitle: string;
  /** What it was made from: filter, time, versions, number. */
  colophon: string[];
  cover: string;
  sections: ReportSection[];
  footnotes: Footnote[];
}

/** From so many columns on a page is laid out broadside. */
const MANY_COLUMNS = 7;
const [NARROWEST, BROADEST] = [12, 34];
/** Texts of so few characters stay on one line. */
const UNBROKEN = 14;
/** How much broader than its longest word a column is, so that no word is broken. */
const WORD_ROOM = 1.6;
/** Room that the number of a note takes, in characters. */
const NOTE_ROOM = 3;

/** True when a table has more columns than a page that stands upright has room for. */
export function isBroad({ sections }: ReportDocument): boolean {
  return sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'table' && block.columns.length >= MANY_COLUMNS),
  );
}

/** What share of the width each column gets, in all 1: by its longest text, within bounds, and its longest word. */
export function columnShares({ columns, rows }: TableBlock): number[] {
  const longest = columns.map(({ label }, n) => Math.max(label.length, ...rows.map((row) => roomOf(row[n]))));
  const words = columns.map(({ label }, n) =>
    Math.max(longestWord({ text: label }), ...rows.map((row) => longestWord(row[n] ?? { text: '' }))),
  );
  const weights = longest.map((length, n) =>
    Math.max(Math.min(Math.max(length, NARROWEST), BROADEST), WORD_ROOM * (words[n] ?? 0)),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** The longest piece of a cell that stays on one line: a word, a short text, a figure with the number of its note. */
function longestWord({ text, notes = [] }: Run): number {
  const words = text.length <= UNBROKEN ? [text] : text.split(/[\s-]+/);
  return Math.max(...words.map((word) => word.length)) + (notes.length ? NOTE_ROOM : 0);
}

const roomOf = (cell: Run | undefined) => (cell ? cell.text.length + (cell.notes?.length ?? 0) * NOTE_ROOM : 0);

/** More sources behind one value say no more; the list of sources names them all. */
export const MOST_NOTES = 3;
/** A sum made of several payments, or a finding of several reasons, has a note of each up to so many. */
const MOST_OF_EACH = 6;

const keyOf = ({ documentId, quote }: FrozenProof) => `${documentId} ${quote}`;

/** Numbers footnotes in the order in which values cite them; the same words of the same document are one note. */
export class Footnotes {
  readonly #report: FrozenReport;
  readonly #documents: ReadonlyMap<string, FrozenReport['documents'][number]>;
  readonly #numbers = new Map<string, number>();
  readonly list: Footnote[] = [];

  constructor(report: FrozenReport) {
    this.#report = report;
    this.#documents = new Map(report.documents.map((document) => [document.id, document]));
  }

  /** The notes behind some facts: the strongest words of the strongest sources, first. */
  of(factIds: readonly string[]): number[] {
    return this.ofEach([factIds], MOST_NOTES);
  }

  /** The notes behind a value that several sums or reasons bear: the strongest of each before a second one of any. */
  ofEach(groups: readonly (readonly string[])[], most = MOST_OF_EACH): number[] {
    const proofs = groups.map((ids) => this.#strongestFirst(ids));
    const longest = Math.max(0, ...proofs.map(({ length }) => length));
    const inTurn = Array.from({ length: longest }, (_, n) => proofs.flatMap((list) => list[n] ?? [])).flat();
    const once = new Map(inTurn.map((proof) => [keyOf(proof), proof]));
    // Only what is cited is numbered: Word counts its footnotes itself, and both must come to the same.
    return [...once.values()].slice(0, most).map((proof) => this.#number(proof));
  }

  /** The authority's own words prove more than a filing, a filing more than the press; a headline proves least. */
  #strongestFirst(factIds: readonly string[]): FrozenProof[] {
    const proofs = factIds.flatMap((id) => this.#report.proofs[id] ?? []);
    const strength = ({ documentId, quote }: FrozenProof) => {
      const document = this.#documents.get(documentId);
      const isTitle = document?.title === quote;
      return (document ? SOURCE_CLASSES.indexOf(document.sourceClass) : 0) + (isTitle ? SOURCE_CLASSES.length : 0);
    };
    return proofs.filter(({ documentId }) => this.#documents.has(documentId)).sort((a, b) => strength(a) - strength(b));
  }

  #number(proof: FrozenProof): number {
    const known = this.#numbers.get(keyOf(proof));
    if (known) return known;
    const document = this.#documents.get(proof.documentId) as FrozenReport['documents'][number];
    const number = this.list.length + 1;
    this.#numbers.set(keyOf(proof), number);
    this.list.push({ number, text: sourceWords(document), link: webLink(document.url), quote: proof.quote || null });
    return number;
  }
}

/** A source as reports cite it: outlet, class, title, dates, hash. */
export function sourceWords(document: FrozenReport['documents'][number]): string {
  const published = document.published ? formatDay(document.published) : 'undated';
  return (
    `${document.publisher} (${SOURCE_CLASS_LABELS[document.sourceClass]}), “${document.title}”, ${published}; ` +
    `retrieved ${formatInstant(document.fetchedAt)}; sha256 ${document.hash.slice(0, 12)}`
  );
}

/** Words without style or notes. */
export function run(text: string, notes: number[] = []): Run {
  return notes.length ? { text, notes } : { text };
}

/** A paragraph of plain words. */
export function paragraph(text: string, notes: number[] = []): Block {
  return { kind: 'text', runs: [run(text, notes)] };
}
