import { pairId } from '../../model/company.ts';
import type { StoredDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { paths } from '../../model/paths.ts';
import { type FactLine, factLines, toneOf } from '../reading/facts.ts';
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
  /** Where its words stand on the page; null when the page holds none. */
  words: string | null;
  /** Where it is corrected. */
  correct: string;
  /** Places of facts that have no words in the text. */
  anchors: string[];
}

/** The facts of one pair, or the steps that name none. */
export interface FactGroup {
  acquirer: string | null;
  target: string | null;
  /** The dossier of the pair; null when the ledger holds none. */
  dossier: string | null;
  facts: DocumentFact[];
}

export interface MarkedDocument {
  heading: DocumentPiece[];
  paragraphs: DocumentPiece[][];
  count: number;
  groups: FactGroup[];
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
 * facts by pair, in the order of their words. Each fact has exactly one place: its first words, or its line when it has none.
 */
export function markedDocument(
  document: Pick<StoredDocument, 'id' | 'title' | 'text'>,
  facts: readonly Fact[],
  onRecord: ReadonlySet<string>,
): MarkedDocument {
  const lines = factLines(facts);
  const lineOf = new Map(lines.flatMap((line) => line.factIds.map((id) => [id, line] as const)));
  const marks = (part: 'title' | 'text') =>
    facts
      .flatMap((fact, i) => marksOf(fact, i, part, lineOf.get(fact.id)))
      .sort((a, b) => Number(isStatement(a)) - Number(isStatement(b)));
  const title = cut(document.title, 0, document.title.length, marks('title'));
  const pieces = anchorOnce([title, ...markedParagraphs(document.text, marks('text'))]);
  const shown = new Set(pieces.flat().flatMap((piece) => piece.starting));
  const anchored = new Set([...shown].map((i) => facts[i]?.id));
  const [heading = [], ...paragraphs] = pieces.map((some) => some.map((piece) => told(piece, facts, lineOf)));
  return { heading, paragraphs, count: lines.length, groups: byPair(lines, anchored, onRecord, document.id) };
}

/** The look of words that state a deal whose sum or terms are marked by themselves: a thin line of its colour. */
const STATED = 'm-d';

const isStatement = (mark: Mark) => mark.tone.split(' ').includes(STATED);

function marksOf(fact: Fact, index: number, part: 'title' | 'text', line: FactLine | undefined): Mark[] {
  const isOwn = line?.factIds[0] === fact.id;
  const colour = !isOwn && fact.type === 'deal' ? toneOf(fact) : line?.tone;
  const tone = [colour, isOwn ? null : STATED, line?.reported ? 'm-w' : null].filter(Boolean).join(' ');
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

function byPair(
  lines: readonly FactLine[],
  anchored: ReadonlySet<string | undefined>,
  onRecord: ReadonlySet<string>,
  documentId: string,
): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const line of lines) {
    const { acquirer, target } = line;
    const id = acquirer && target ? pairId(acquirer, target) : '';
    const group = groups.get(id) ?? { acquirer, target, dossier: onRecord.has(id) ? paths.deal(id) : null, facts: [] };
    group.facts.push(factOf(line, anchored, documentId));
    groups.set(id, group);
  }
  return [...groups.values()];
}

function factOf(line: FactLine, anchored: ReadonlySet<string | undefined>, documentId: string): DocumentFact {
  const place = line.factIds.find((factId) => anchored.has(factId));
  return {
    ...line,
    correct: paths.correct([line.factIds[0] as string], paths.document(documentId, `#f${line.number}`)),
    words: place ? `#${anchorOf({ id: place })}` : null,
    anchors: line.factIds.filter((factId) => !anchored.has(factId)).map((factId) => anchorOf({ id: factId })),
  };
}
