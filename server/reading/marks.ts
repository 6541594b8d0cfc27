/** Words of a text to be marked: from `start` to before `end`, in UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
  /** Number of the fact that the words prove. */
  fact: number;
  tone: string;
}

/** A run of text under the same marks. Escaped by the template, after cutting. */
export interface Piece {
  text: string;
  /** Look of the innermost mark; null for plain text. */
  tone: string | null;
  /** Fact of the innermost mark. */
  fact: number | null;
  /** Facts whose first mark begins here: links to a fact's words lead to this place. */
  starting: number[];
  /** Facts whose mark ends here: their numbers stand behind the words. */
  ending: number[];
}

/** Takes a text and marks in it, overlapping or not; gives its paragraphs, each cut into pieces. Nothing is lost. */
export function markedParagraphs(text: string, marks: readonly Mark[]): Piece[][] {
  const paragraphs: Piece[][] = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\n\s*\n/g)].map((m) => [m.index, m.index + m[0].length] as const)) {
    paragraphs.push(cut(text, from, gap[0], marks));
    from = gap[1];
  }
  paragraphs.push(cut(text, from, text.length, marks));
  return paragraphs.filter((pieces) => pieces.some((piece) => piece.text.trim() !== ''));
}

/** Cuts one stretch at every place where a mark begins or ends. */
export function cut(text: string, from: number, to: number, marks: readonly Mark[]): Piece[] {
  const here = marks
    .filter((mark) => mark.start < to && mark.end > from)
    .map((mark) => ({ ...mark, start: Math.max(from, mark.start), end: Math.min(to, mark.end) }))
    .map((mark) => ({ ...mark, start: wholeCharacter(text, mark.start), end: wholeCharacter(text, mark.end) }))
    .filter((mark) => mark.start < mark.end);
  const places = [...new Set([from, to, ...here.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => pieceOf(text, start, places[i + 1] as number, here));
}

function pieceOf(text: string, start: number, end: number, marks: readonly Mark[]): Piece {
  const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
  const innermost = over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const facts = (some: typeof over) => [...new Set(some.map((mark) => mark.fact))].sort((a, b) => a - b);
  return {
    text: text.slice(start, end),
    tone: innermost?.tone ?? null,
    fact: innermost?.fact ?? null,
    starting: facts(over.filter((mark) => mark.start === start)),
    ending: facts(over.filter((mark) => mark.end === end)),
  };
}

/** Keeps of each fact only the first place where its words begin, so that a link to it has one end. */
export function anchorOnce(paragraphs: Piece[][]): Piece[][] {
  const seen = new Set<number>();
  const isFirst = (fact: number) => !seen.has(fact) && seen.add(fact).has(fact);
  return paragraphs.map((pieces) => pieces.map((piece) => ({ ...piece, starting: piece.starting.filter(isFirst) })));
}

/** A place inside a character that takes two units moves before it, so that no half of one is shown. */
function wholeCharacter(text: string, at: number): number {
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  const isHigh = at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return isLow && isHigh ? at - 1 : at;
}
