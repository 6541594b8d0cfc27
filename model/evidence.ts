/** Where in a document something stands: UTF-16 offsets into its title or text, `end` not included. */
export interface Span {
  start: number;
  end: number;
}

export interface Evidence extends Span {
  /** Exactly the characters from start to end. */
  quote: string;
  /** Which part of the document the offsets count in. */
  in: 'title' | 'text';
}

/** True when the quote still stands where the evidence says. */
export function evidenceHolds(evidence: Evidence, document: { title: string; text: string }): boolean {
  return document[evidence.in].slice(evidence.start, evidence.end) === evidence.quote;
}
