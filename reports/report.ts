import type { NamedDocument } from '../model/cited-document.ts';
import type { Instant } from '../model/day.ts';
import type { Band, Decision, Flag, FlagState } from '../model/flag.ts';
import type { Pair } from '../model/ledger.ts';

export interface ReportedFlag extends Flag {
  raisedAt: Instant;
  state: FlagState;
  latest: Decision | null;
}

/** One pair with its flags and everything needed to cite it. */
export interface ReportEntry {
  pair: Pair;
  flags: ReportedFlag[];
  score: number;
  band: Band;
  documents: ReadonlyMap<string, NamedDocument>;
  /** Which document each fact stands in. */
  documentOfFact: ReadonlyMap<string, string>;
}

/** The documents behind some facts, each once, in the order of the facts. */
export function documentsBehind(entry: ReportEntry, factIds: readonly string[]): NamedDocument[] {
  const ids = new Set(factIds.map((id) => entry.documentOfFact.get(id)).filter((id) => id !== undefined));
  return [...ids].map((id) => entry.documents.get(id)).filter((d) => d !== undefined);
}

/** The facts that a flag rests on, for and against. */
export function factIdsOf(flag: Flag): string[] {
  return [...flag.for, ...flag.against].flatMap((f) => f.factIds);
}
