import { type Selectable, sql } from 'kysely';
import { pairId } from '../../model/company.ts';
import type { Instant } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { chunks } from '../chunks.ts';
import { type Database, inTransaction } from '../open.ts';
import type { CaseDecision, Schema } from '../schema.ts';

/** Cases of authorities, each tied to a pair by its title or by a person; those tied to none wait for a person. */

/** A case as a register lists it, as far as storing needs to know it. */
export interface ListedCase {
  authority: string;
  caseRef: string;
  parties: readonly string[];
  acquirer: string | null;
  target: string | null;
  state: string | null;
  outcome: string | null;
  opened: string | null;
  closed: string | null;
  deadline: { date: string; what: string } | null;
  page: string | null;
  title: string;
  url: string | null;
  /** Why it looks like AI and Big Tech; null when it does not. */
  relevance: string | null;
  /** True when one of its parties is followed, so that its title ties it to a pair. */
  isFollowed: boolean;
}

export interface CaseKey {
  authority: string;
  caseRef: string;
}

/** What the page of a case says beyond its steps. */
export interface StoredDetails {
  deadlines: { date: string; what: string }[];
  timeline: { date: string | null; what: string }[];
  documents: { name: string; url: string }[];
}

export interface CaseRow extends CaseKey {
  sourceId: string;
  title: string;
  url: string | null;
  acquirer: string | null;
  target: string | null;
  pairId: string | null;
  parties: string[];
  state: string | null;
  outcome: string | null;
  opened: string | null;
  closed: string | null;
  deadline: { date: string; what: string } | null;
  relevance: string | null;
  details: StoredDetails | null;
  firstSeenAt: Instant;
  changedAt: Instant;
  lastSeenAt: Instant;
}

const AT_ONCE = 100;

/** Stores the cases of a list; a person's decision on one of them stands. In pieces, so that pages get their turn. */
export async function saveCases(
  db: Database,
  sourceId: string,
  cases: readonly ListedCase[],
  now: Instant,
): Promise<void> {
  for (const some of chunks(cases, AT_ONCE)) {
    await inTransaction(db, async (trx) => {
      for (const one of some) await saveCase(trx, sourceId, one, now);
    });
  }
}

async function saveCase(db: Database, sourceId: string, one: ListedCase, now: Instant): Promise<void> {
  const { acquirer, target } = one;
  const tied = one.isFollowed && acquirer !== null && target !== null ? pairId(acquirer, target) : null;
  const listed = {
    title: one.title,
    url: one.url,
    page: one.page,
    acquirer,
    target,
    parties: JSON.stringify(one.parties),
    state: one.state,
    outcome: one.outcome,
    opened: one.opened,
    closed: one.closed,
    relevance: one.relevance,
  };
  const differs = Object.keys(listed).map((name) => sql`cases.${sql.ref(name)} is not excluded.${sql.ref(name)}`);
  await db
    .insertInto('cases')
    .values({
      authority: one.authority,
      case_ref: one.caseRef,
      source_id: sourceId,
      ...listed,
      deadline: one.deadline?.date ?? null,
      deadline_what: one.deadline?.what ?? null,
      pair_id: tied,
      details: null,
      first_seen_at: now,
      changed_at: now,
      last_seen_at: now,
    })
    .onConflict((oc) =>
      oc.columns(['authority', 'case_ref']).doUpdateSet((eb) => ({
        ...listed,
        // What a person decided is not undone by the next list.
        pair_id: sql<string | null>`case when ${decided} then cases.pair_id else ${tied} end`,
        // A list that names no date leaves the one that the case's own page named, until the case is closed.
        deadline: sql<
          string | null
        >`case when ${isOver} then null else coalesce(excluded.deadline, cases.deadline) end`,
        deadline_what: sql<
          string | null
        >`case when ${isOver} then null else coalesce(excluded.deadline_what, cases.deadline_what) end`,
        changed_at: sql<Instant>`case when ${sql.join(differs, sql` or `)} then ${now} else cases.changed_at end`,
        last_seen_at: eb.val(now),
      })),
    )
    .execute();
}

const isOver = sql`(excluded.closed is not null or excluded.state in ('closed', 'decided'))`;
const decided = sql`exists (select 1 from case_decisions d
  where d.authority = cases.authority and d.case_ref = cases.case_ref and d.decision = 'match')`;

/** Stores what the page of a case says beyond its steps; its next date that binds becomes the case's own. */
export async function saveCaseDetails(
  db: Database,
  key: CaseKey,
  details: StoredDetails,
  today: string,
): Promise<void> {
  const next = details.deadlines.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  await db
    .updateTable('cases')
    .set({
      details: JSON.stringify(details),
      ...(next ? { deadline: next.date, deadline_what: next.what } : {}),
    })
    .where('authority', '=', key.authority)
    .where('case_ref', '=', key.caseRef)
    .execute();
}

const waiting = (db: Database) =>
  db
    .selectFrom('cases')
    .where('pair_id', 'is', null)
    .where('relevance', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_decisions as d')
            .select('d.id')
            .whereRef('d.authority', '=', 'cases.authority')
            .whereRef('d.case_ref', '=', 'cases.case_ref'),
        ),
      ),
    );

/** How many cases look like ours and belong to no pair; those put aside are not counted. */
export async function countWaitingCases(db: Database): Promise<number> {
  const { n } = await waiting(db)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Those cases, the latest changed first. */
export async function waitingCases(db: Database, limit: number): Promise<{ cases: CaseRow[]; total: number }> {
  const rows = await waiting(db)
    .selectAll('cases')
    .orderBy('changed_at', 'desc')
    .orderBy('case_ref')
    .limit(limit)
    .execute();
  return { cases: rows.map(toCase), total: await countWaitingCases(db) };
}

/** One case. Throws NotFound. */
export async function getCase(db: Database, { authority, caseRef }: CaseKey): Promise<CaseRow> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('authority', '=', authority)
    .where('case_ref', '=', caseRef)
    .executeTakeFirst();
  if (!row) throw new NotFound(t('refused.there-is-no-case-of', { caseRef, authority }));
  return toCase(row);
}

/** What a person decides of a case: the pair that it belongs to, or that it is none of ours. */
export type CaseVerdict =
  | { decision: 'match'; acquirer: string; target: string; note: string | null }
  | { decision: 'aside'; note: string | null };

/**
 * Records a person's decision on a case. A case that was tied to a pair is read again for it, if it has a page.
 * Throws NotFound.
 */
export function decideCase(
  db: Database,
  key: CaseKey,
  verdict: CaseVerdict,
  by: { userId: number; now: Instant },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const found = await getCase(trx, key);
    const pair = verdict.decision === 'match' ? { acquirer: verdict.acquirer, target: verdict.target } : null;
    const row = { acquirer: pair?.acquirer ?? null, target: pair?.target ?? null, note: verdict.note };
    const { decision } = verdict;
    const { authority, caseRef } = key;
    await trx
      .insertInto('case_decisions')
      .values({ authority, case_ref: caseRef, decision, ...row, user_id: by.userId, at: by.now })
      .execute();
    await audit(trx, {
      at: by.now,
      userId: by.userId,
      action: decision === 'match' ? 'case.matched' : 'case.put-aside',
      subject: `${authority} ${caseRef}`,
      detail: row,
    });
    if (!pair) return;
    await trx
      .updateTable('cases')
      .set({ pair_id: pairId(pair.acquirer, pair.target) })
      .where('authority', '=', authority)
      .where('case_ref', '=', caseRef)
      .execute();
    await readAgain(trx, found);
  });
}

/** Forgets how the entry looked, so that the next list has it read. */
async function readAgain(db: Database, { sourceId, url }: CaseRow): Promise<void> {
  await db
    .updateTable('source_items')
    .set({ fingerprint: '', read_fingerprint: null })
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .execute();
}

/** The pairs to which persons have tied cases of one source, by authority and number. */
export async function pairsDecided(
  db: Database,
  sourceId: string,
): Promise<Map<string, { acquirer: string; target: string }>> {
  const rows = await db
    .selectFrom('case_decisions as d')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.authority', '=', 'd.authority').onRef('c.case_ref', '=', 'd.case_ref'),
    )
    .select(['d.authority', 'd.case_ref', 'd.acquirer', 'd.target'])
    .where('c.source_id', '=', sourceId)
    .where('d.decision', '=', 'match')
    .orderBy('d.id')
    .execute();
  return new Map(
    rows.map((row) => [
      caseKey({ authority: row.authority, caseRef: row.case_ref }),
      { acquirer: row.acquirer as string, target: row.target as string },
    ]),
  );
}

/** One text for a case, to look it up by. */
export const caseKey = ({ authority, caseRef }: CaseKey): string => `${authority}\n${caseRef}`;

function toCase(row: Selectable<Schema['cases']>): CaseRow {
  return {
    authority: row.authority,
    caseRef: row.case_ref,
    sourceId: row.source_id,
    title: row.title,
    url: row.url,
    acquirer: row.acquirer,
    target: row.target,
    pairId: row.pair_id,
    parties: JSON.parse(row.parties) as string[],
    state: row.state,
    outcome: row.outcome,
    opened: row.opened,
    closed: row.closed,
    deadline: row.deadline ? { date: row.deadline, what: row.deadline_what ?? '' } : null,
    relevance: row.relevance,
    details: row.details ? (JSON.parse(row.details) as StoredDetails) : null,
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    lastSeenAt: row.last_seen_at,
  };
}

export type { CaseDecision };
