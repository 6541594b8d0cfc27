import type { Instant } from '../../model/day.ts';
import { evidenceHolds } from '../../model/evidence.ts';
import { getMeta, setMeta } from '../meta.ts';
import type { Database } from '../open.ts';
import { factsOfDocument } from './facts.ts';

/** What was found when every fact in force was held against the document that it was read in. */
export interface EvidenceFound {
  documents: number;
  facts: number;
  /** Facts with a quote that no longer stands, letter by letter, where they say. */
  broken: number;
  /** Facts that quote nothing. */
  unquoted: number;
  /** Some of the documents that such facts are of. */
  where: readonly string[];
}

/** A check that went through to its end. */
export interface EvidenceCheck extends EvidenceFound {
  at: Instant;
}

export const NOTHING_FOUND: EvidenceFound = { documents: 0, facts: 0, broken: 0, unquoted: 0, where: [] };
/** Documents that are named; there is no need for more to see what happened. */
const NAMED = 20;
/** Documents whose texts are held at the same time. */
const AT_ONCE = 50;
const CHECKED = 'evidence_checked';

/**
 * Holds the facts of the next documents after `after` (a document's `seq`, 0 at first) against their texts: what the
 * machine read and what people said. Gives what was found and where to go on; null at the end.
 */
export async function checkNextEvidence(
  db: Database,
  after: number,
): Promise<{ found: EvidenceFound; last: number } | null> {
  const documents = await nextDocuments(db, after);
  const last = documents.at(-1);
  if (!last) return null;
  let found = NOTHING_FOUND;
  for (const document of documents) found = together(found, await checkDocument(db, document));
  return { found, last: last.seq };
}

/** Both counts in one. */
export function together(one: EvidenceFound, other: EvidenceFound): EvidenceFound {
  return {
    documents: one.documents + other.documents,
    facts: one.facts + other.facts,
    broken: one.broken + other.broken,
    unquoted: one.unquoted + other.unquoted,
    where: [...one.where, ...other.where].slice(0, NAMED),
  };
}

/** Remembers a check that went through to its end. */
export function keepEvidenceCheck(db: Database, check: EvidenceCheck): Promise<void> {
  return setMeta(db, CHECKED, JSON.stringify(check));
}

/** The last check that went through to its end; null when there was none yet. */
export async function lastEvidenceCheck(db: Database): Promise<EvidenceCheck | null> {
  const kept = await getMeta(db, CHECKED);
  return kept === null ? null : (JSON.parse(kept) as EvidenceCheck);
}

interface WholeDocument {
  seq: number;
  id: string;
  title: string;
  text: string;
}

/** Documents that count in the ledger and of which something was read. */
function nextDocuments(db: Database, after: number): Promise<WholeDocument[]> {
  return db
    .selectFrom('documents as d')
    .select(['d.seq', 'd.id', 'd.title', 'd.text'])
    .where('d.seq', '>', after)
    .where('d.duplicate_of', 'is', null)
    .where('d.superseded_by', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('readings as r')
          .innerJoin('reading_facts as f', 'f.reading_id', 'r.id')
          .select('f.fact_id')
          .whereRef('r.document_id', '=', 'd.id')
          .where('r.current', '=', 1),
      ),
    )
    .orderBy('d.seq')
    .limit(AT_ONCE)
    .execute();
}

async function checkDocument(db: Database, document: WholeDocument): Promise<EvidenceFound> {
  const facts = await factsOfDocument(db, document.id);
  const unquoted = facts.filter(({ evidence }) => evidence.length === 0).length;
  const broken = facts.filter(({ evidence }) => evidence.some((one) => !evidenceHolds(one, document))).length;
  const where = broken + unquoted > 0 ? [document.id] : [];
  return { documents: 1, facts: facts.length, broken, unquoted, where };
}
