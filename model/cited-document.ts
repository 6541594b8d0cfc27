import type { Instant, PartialDay } from './day.ts';
import type { SourceClass } from './scrutiny.ts';

/** A document as everything that goes out names it: enough to find it again. */
export interface NamedDocument {
  id: string;
  title: string;
  publisher: string;
  sourceClass: SourceClass;
  published: PartialDay | null;
  url: string | null;
}

/** The same with when it was taken from its page, and the hash of what was taken: enough to prove it. */
export interface CitedDocument extends NamedDocument {
  fetchedAt: Instant;
  hash: string;
}
