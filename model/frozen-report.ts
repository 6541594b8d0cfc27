import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { CitedDocument } from './cited-document.ts';
import type { Day, Instant } from './day.ts';
import type { Band, Decision, Flag, FlagState, RuleId } from './flag.ts';
import type { Pair } from './ledger.ts';
import type { ReportKind } from './report.ts';

/** Where a value is proven: the words of one document. */
export interface FrozenProof {
  documentId: string;
  quote: string;
}

/** A pair as it stood when the report was frozen. */
export interface FrozenEntry {
  pair: Pair;
  flags: (Flag & { raisedAt: Instant; state: FlagState; latest: Decision | null })[];
  score: number;
  band: Band;
  /** Flags that a person has put away, as it stood then: neither shown nor counted. Missing when there are none. */
  putAway?: FrozenSuppression[];
}

/** A person's word that flags of a pair are not raised: of one screen, or of all of them. */
export interface FrozenSuppression {
  rule: RuleId | null;
  reason: string;
  userName: string;
  expiresOn: Day;
}

/** Something that changed in the period of a briefing. */
export interface FrozenChange {
  pairId: string;
  title: string;
  at: Instant;
  headline: string;
  factIds: string[];
}

/** How the register of an authority stood. */
export interface FrozenRegister {
  authority: string;
  readAt: Instant | null;
  late: boolean;
}

/** What a report says of itself. */
export interface ReportAbout {
  kind: ReportKind;
  title: string;
  /** The filter as people read it, and as the Deals page has it in its address. */
  filter: string;
  query: string;
  /** The period of a briefing. */
  from: Day | null;
  to: Day | null;
  asOf: Instant;
  screens: string;
  reader: string;
  program: string;
  /** Sections in the order wished for; empty for the usual one. */
  sections: string[];
  /** A text for the cover; empty for none. */
  cover: string;
}

/** Everything that a report is made from: the same gives the same bytes, whenever and wherever. */
export interface FrozenReport {
  about: ReportAbout;
  entries: FrozenEntry[];
  changes: FrozenChange[];
  registers: FrozenRegister[];
  documents: CitedDocument[];
  /** By fact. */
  proofs: Record<string, FrozenProof>;
  /** A PNG picture for the cover, in base64; null for none. */
  logo: string | null;
}

/** Takes what a report is made from; gives its number, which is its content's hash, and its bytes to keep. */
export function freeze(report: FrozenReport): { id: string; bytes: Buffer } {
  const text = JSON.stringify(report);
  return { id: createHash('sha256').update(text).digest('hex').slice(0, 16), bytes: gzipSync(text) };
}

/** The inverse of freeze. Throws when the bytes are not what the number says. */
export function thaw(id: string, bytes: Buffer): FrozenReport {
  const text = gunzipSync(bytes).toString('utf8');
  if (createHash('sha256').update(text).digest('hex').slice(0, 16) !== id) {
    throw new Error(`The frozen report ${id} is damaged.`);
  }
  return JSON.parse(text) as FrozenReport;
}
