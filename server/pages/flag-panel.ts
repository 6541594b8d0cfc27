import type { Context } from '../../context.ts';
import { getDocuments } from '../../db/documents/stored-documents.ts';
import { factsByIds, factsOfPair } from '../../db/ledger/facts.ts';
import { getPair, type LedgerFlag, type LedgerPair } from '../../db/ledger/ledger.ts';
import { getUser } from '../../db/people/users.ts';
import { assigneesOf, listDeciders } from '../../db/review/assignments.ts';
import { decisionsOf } from '../../db/review/reviews.ts';
import { listRegisters } from '../../db/sources/registers.ts';
import { pairId } from '../../model/company.ts';
import { dayOf } from '../../model/day.ts';
import { DISMISSAL_REASONS, type RuleId } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { paths } from '../../model/paths.ts';
import { DISMISSAL_LABELS } from '../../words/labels.ts';
import { Citations } from '../present/citations.ts';
import { flagView } from '../present/flag.ts';
import { loopDrawing } from '../present/loop.ts';
import { quietDays, quietWords, scrutinyCells } from '../present/scrutiny.ts';

/** Reasons as the form lists them, numbered like the keys that choose them. */
export const reasons = () => DISMISSAL_REASONS.map((value) => ({ value, label: DISMISSAL_LABELS[value] }));

/** What a form holds that was sent and must be corrected; empty at first. */
export const NOTHING_WRITTEN: { reason: string | null; note: string; problem: string | null } = {
  reason: null,
  note: '',
  problem: null,
};

/** Takes one flag of one pair; gives what its panel shows, or null when it no longer stands. */
export async function flagPanel(context: Context, pairId: string, rule: RuleId) {
  const ledger = await getPair(context.db, pairId);
  const flag = ledger?.flags.find((f) => f.rule === rule);
  return ledger && flag ? panelOf(context, ledger, flag) : null;
}

async function panelOf({ db, now }: Context, ledger: LedgerPair, flag: LedgerFlag) {
  const { pair } = ledger;
  const citations = await citationsFor(
    db,
    pair.id,
    [...flag.for, ...flag.against].flatMap((f) => f.factIds),
  );
  const registers = await listRegisters(db, now());
  const quiet = quietDays(pair, dayOf(now()));
  const view = flagView(flag, await decisionsOf(db, pair.id, flag.rule), citations);
  return {
    pair: { acquirer: pair.acquirer, target: pair.target, dossier: paths.deal(pair.id) },
    score: ledger.score,
    band: ledger.band,
    flag: view,
    scrutiny: scrutinyCells(pair, registers, citations).slice(0, 6),
    quiet: quiet && quietWords(quiet),
    loop: flag.rule === 'round-trip' ? loopDrawing(pair, await bothWays(db, pair)) : null,
    passages: citations.passages(),
    reasons: reasons(),
    assigned: await assignedTo(db, flag),
    deciders: await listDeciders(db),
    written: NOTHING_WRITTEN,
  };
}

/** A pair and the one of the same two the other way round: money that goes in here may come back there. */
export async function bothWays(db: Context['db'], pair: Pair): Promise<Pair[]> {
  const mirror = await getPair(db, pairId(pair.target, pair.acquirer));
  return mirror ? [pair, mirror.pair] : [pair];
}

/** Who was asked to look; null for nobody in particular. */
async function assignedTo(
  db: Context['db'],
  { pairId, rule }: LedgerFlag,
): Promise<{ id: number; name: string } | null> {
  const id = (await assigneesOf(db, pairId)).get(rule) ?? null;
  const user = id === null ? null : await getUser(db, id);
  return user && { id: user.id, name: user.name };
}

/** The facts of a pair and those named (a mirror pair's, say), with their documents, ready to be cited. */
export async function citationsFor(db: Context['db'], pairId: string, others: readonly string[]): Promise<Citations> {
  const own = await factsOfPair(db, pairId);
  const known = new Set(own.map((fact) => fact.id));
  const facts = [
    ...own,
    ...(await factsByIds(
      db,
      others.filter((id) => !known.has(id)),
    )),
  ];
  const documents = await getDocuments(db, [...new Set(facts.map((fact) => fact.documentId))]);
  return new Citations(facts, documents);
}
