import type { Instant, PartialDay } from './day.ts';
import type { SourceClass } from './scrutiny.ts';

/** Where a document stands: stored, read, set aside with a reason, or the same story as another. */
export const DOCUMENT_STATES = ['fetched', 'read', 'unreadable', 'unsupported_language', 'duplicate'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const READABLE_LANGUAGES = ['en', 'fr', 'de', 'es', 'it'] as const;

/** What a source or a person hands in, before it is stored. */
export interface NewDocument {
  url: string | null;
  canonicalUrl: string | null;
  publisher: string;
  sourceClass: SourceClass;
  title: string;
  byline: string | null;
  /** As the page states it; null when it does not or when the date cannot be. */
  published: PartialDay | null;
  /** ISO 639-1, or null when not known yet. */
  language: string | null;
  /** Plain text, paragraphs separated by a blank line. */
  text: string;
}

export interface StoredDocument extends NewDocument {
  id: string;
  sourceId: string | null;
  /** SHA-256 of the bytes fetched (or of the text handed in), hexadecimal. */
  hash: string;
  fetchedAt: Instant;
  state: DocumentState;
  /** One sentence for people when the state is not `read`, else null. */
  stateReason: string | null;
  duplicateOf: string | null;
}
