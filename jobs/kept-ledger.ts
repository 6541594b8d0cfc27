import { chunks } from '../db/chunks.ts';
import { assembledPairs, ledgerRevision, pairHashes } from '../db/ledger/ledger.ts';
import type { Database } from '../db/open.ts';
import type { Pair } from '../model/ledger.ts';
import { type LedgerView, ledgerView } from '../rules/ledger-view.ts';
import { asSeenByOthers } from '../rules/neighbours.ts';
import { breathe } from './job.ts';

/**
 * The stored ledger as this process last saw it, so that one new fact does not cost reading all of it. Of each pair it
 * holds what other pairs' screens look at.
 */
export interface KeptLedger {
  view: LedgerView;
  /** Of each pair as stored. */
  hashes: Map<string, string>;
  /** The stored ledger's number when it was seen: another program may have written since. */
  revision: number;
  /** The version of the screens that was last noted with every score. */
  rulesVersion: string;
}

const kept = new WeakMap<Database, KeptLedger>();
/** Pairs parsed before pages get their turn. */
const IN_ONE_STEP = 50;

/** The ledger as stored now; only what differs from the last time is read. */
export async function keptLedger(db: Database): Promise<KeptLedger> {
  const revision = await ledgerRevision(db);
  const known = kept.get(db) ?? { view: ledgerView(), hashes: new Map(), revision: -1, rulesVersion: '' };
  if (known.revision === revision) return known;
  forgetLedger(db);
  const hashes = await pairHashes(db);
  for (const id of known.hashes.keys()) if (!hashes.has(id)) known.view.delete(id);
  const changed = [...hashes].filter(([id, hash]) => known.hashes.get(id) !== hash).map(([id]) => id);
  for (const ids of chunks(changed, IN_ONE_STEP)) {
    for (const { pair } of await assembledPairs(db, ids)) known.view.set(asSeenByOthers(pair));
    await breathe();
  }
  // Another program may have scored with another version.
  const fresh = { view: known.view, hashes, revision, rulesVersion: '' };
  kept.set(db, fresh);
  return fresh;
}

/** A ledger of which nothing is known yet, for making all of it anew. */
export async function emptyLedger(db: Database): Promise<KeptLedger> {
  return { view: ledgerView(), hashes: new Map(), revision: await ledgerRevision(db), rulesVersion: '' };
}

/** Notes what this process has written, so that it need not be read back. */
export function noteWritten(
  ledger: KeptLedger,
  written: readonly { pair: Pair; hash: string }[],
  revision: number,
): void {
  for (const { pair, hash } of written) ledger.hashes.set(pair.id, hash);
  // Another program wrote in between: the next look reads what it changed.
  ledger.revision = revision === ledger.revision + 1 ? revision : -1;
}

/** Keeps a ledger of which all is written. */
export function keepLedger(db: Database, ledger: KeptLedger): void {
  kept.set(db, ledger);
}

/** Drops what is kept: the view holds what was never written. */
export function forgetLedger(db: Database): void {
  kept.delete(db);
}
