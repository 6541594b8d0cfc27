import { pairId } from '../../model/company.ts';
import type { StoredDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { paths } from '../../model/paths.ts';
import { type FactLine, factLines } from '../reading/facts.ts';
import { anchorOnce, cut, type Mark, markedParagraphs, type Piece } from '../reading/marks.ts';

/** A run of a document's text, and what it proves. Escaped by the template. */
export interface DocumentPiece {
  text: string;
  tone: string | null;
  /** Places that passages elsewhere link to. */
  anchors: string[];
  /** Numbers of the facts whose words end here. */
  numbers: number[];
}

export interface DocumentFact extends FactLine {
  /** The dossier of its pair; null when the ledger holds none. */
  dossier: string | null;
  /** Where its words stand on the page; null when the page holds none. */
  words: string | null;
  /** Places of facts that have no words in the text. */
  anchors: string[];
}

export interface MarkedDocument {
  heading: DocumentPiece[];
  paragraphs: DocumentPiece[][];
  facts: DocumentFact[];
}

/** The place of a fact on its document's page. Passages on other pages link to it. */
export const anchorOf = (fact: { id: string }) => `fact-${fact.id}`;

/** The pairs that some facts speak of. */
export function pairIdsOf(facts: readonly Fact[]): string[] {
  const pairs = facts.flatMap(({ acquirer, target }) => (acquirer && target ? [pairId(acquirer, target)] : []));
  return [...new Set(pairs)];
}

/**
 * Takes a document, the facts read in it and the pairs on record; gives its text cut at the words of every fact, and the
 * facts in the order of their words. Each fact has exactly one place: its first words, or its line when it has none.
 */
export function markedDocument(
  document: Pick<StoredDocument, 'title' | 'text'>,
  facts: readonly Fact[],
  onRecord: ReadonlySet<string>,
): MarkedDocument {
  const lines = factLines(facts);
  const lineOf = new Map(lines.flatMap((line) => line.factIds.map((id) => [id, line] as const)));
  const marks = (part: 'title' | 'text') => facts.flatMap((fact, i) => marksOf(fact, i, part, lineOf.get(fact.id)));
  const title = cut(document.title, 0, document.title.length, marks('title'));
  const pieces = anchorOnce([title, ...markedParagraphs(document.text, marks('text'))]);
  const shown = new Set(pieces.flat().flatMap((piece) => piece.starting));
  const anchored = new Set([...shown].map((i) => facts[i]?.id));
  const [heading = [], ...paragraphs] = pieces.map((some) => some.map((piece) => told(piece, facts, lineOf)));
  return { heading, paragraphs, facts: lines.map((line) => factOf(line, anchored, onRecord)) };
}

function marksOf(fact: Fact, index: number, part: 'title' | 'text', line: FactLine | undefined): Mark[] {
  const tone = [line?.tone, line?.reported ? 'm-w' : null].filter(Boolean).join(' ');
  return fact.evidence
    .filter((evidence) => evidence.in === part)
    .map(({ start, end }) => ({ start, end, fact: index, tone }));
}

function told(piece: Piece, facts: readonly Fact[], lineOf: ReadonlyMap<string, FactLine>): DocumentPiece {
  const some = (indexes: readonly number[]) => indexes.flatMap((index) => facts[index] ?? []);
  // A deal that is told along with its sum has its words marked, but the number stands at the sum alone.
  const numbers = some(piece.ending).flatMap((fact) => {
    const line = lineOf.get(fact.id);
    return line?.factIds[0] === fact.id ? [line.number] : [];
  });
  return { text: piece.text, tone: piece.tone, anchors: some(piece.starting).map(anchorOf), numbers };
}

function factOf(
  line: FactLine,
  anchored: ReadonlySet<string | undefined>,
  onRecord: ReadonlySet<string>,
): DocumentFact {
  const id = line.acquirer && line.target ? pairId(line.acquirer, line.target) : null;
  const place = line.factIds.find((factId) => anchored.has(factId));
  return {
    ...line,
    dossier: id && onRecord.has(id) ? paths.deal(id) : null,
    words: place ? `#${anchorOf({ id: place })}` : null,
    anchors: line.factIds.filter((factId) => !anchored.has(factId)).map((factId) => anchorOf({ id: factId })),
  };
}
