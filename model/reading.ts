import type { Amount } from './amount.ts';
import type { PartialDay } from './day.ts';
import type { Certainty, DealKind, Term } from './deal.ts';
import type { Evidence } from './evidence.ts';
import type { Authority, ScrutinyStatus } from './scrutiny.ts';

/** What one document says, as the reader understood it. Every part carries the words that prove it. */
export interface Reading {
  /** ISO 639-1 of the text; `und` when it cannot be told. */
  language: string;
  deals: ReadDeal[];
  /** Where each case stands by this document: one step for each authority and pair. */
  scrutiny: ReadScrutiny[];
  /** The dated steps by which cases came there; missing where the document tells none. */
  earlier?: ReadScrutiny[];
  /** Acts of bodies that review foreign investment or national security: no competition scrutiny; missing where none is told. */
  foreignInvestment?: ReadScrutiny[];
  /** On a page that tells of very many deals: where in the text it ends that everything is weighed; missing where all was. */
  readTo?: number;
}

export interface ReadDeal {
  kind: DealKind;
  /** Common name of the group, e.g. Amazon, never AWS. */
  acquirer: string;
  target: string;
  certainty: Certainty;
  amounts: ReadAmount[];
  terms: ReadTerm[];
  /** 0–1: how likely the reader is right that the document asserts this deal. */
  confidence: number;
  /** True when the document mentions the deal only as background to another one. */
  background: boolean;
  quotes: Evidence[];
}

export interface ReadAmount extends Amount, Evidence {}

export interface ReadTerm extends Evidence {
  term: Term;
  /** A name, a share or a count as written: "Mustafa Suleyman", "80%"; null when the term says it all. */
  detail: string | null;
}

export interface ReadScrutiny {
  authority: Authority;
  /** Both null for a sector-wide step that names no pair. */
  acquirer: string | null;
  target: string | null;
  status: ScrutinyStatus;
  date: PartialDay | null;
  /** True when it tells that a study for which information was asked has ended with a report. */
  ended?: true;
  quotes: Evidence[];
}

/** What the reader is given. */
export interface ReadInput {
  title: string;
  text: string;
  /** Day the document was published: resolves "on Wednesday" and missing years. */
  published: PartialDay | null;
  /** Known language, or null to have it detected. */
  language: string | null;
}

/** Most characters of a text that say how far it was read. */
const LONGEST_PLACE = 60;

/** Takes a reading and its text; gives the words as far as which it was read in full, or null where all was. */
export function readInFullTo({ readTo }: Reading, text: string): string | null {
  if (readTo === undefined) return null;
  const words = text.slice(readTo, readTo + LONGEST_PLACE).split(/\s+/);
  return (words.length > 1 ? words.slice(0, -1) : words).join(' ').trim();
}

/** What names a deal within one document. */
export const dealKey = (kind: string, acquirer: string, target: string) => `${kind}|${acquirer}|${target}`;
