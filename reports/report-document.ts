import { formatDay, formatInstant } from '../model/day.ts';
import { SOURCE_CLASS_LABELS } from '../model/labels.ts';
import { webLink } from '../model/link.ts';
import type { FrozenReport } from './frozen.ts';

/** Words in one style; `notes` are numbers of footnotes that stand behind them. */
export interface Run {
  text: string;
  strong?: boolean;
  notes?: number[];
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

/** More sources behind one value say no more; the list of sources names them all. */
const MOST_NOTES = 3;

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

  /** The notes behind some facts. */
  of(factIds: readonly string[]): number[] {
    const notes = factIds.flatMap((id) => this.#note(id) ?? []);
    return [...new Set(notes)].slice(0, MOST_NOTES);
  }

  #note(factId: string): number | null {
    const proof = this.#report.proofs[factId];
    const document = proof && this.#documents.get(proof.documentId);
    if (!document) return null;
    const key = `${proof.documentId} ${proof.quote}`;
    const known = this.#numbers.get(key);
    if (known) return known;
    const number = this.list.length + 1;
    this.#numbers.set(key, number);
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
