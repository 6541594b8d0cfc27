import { addDays, type Day, dayOf, type Instant } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import {
  type FrozenChange,
  type FrozenEntry,
  type FrozenProof,
  type FrozenReport,
  freeze,
  type ReportAbout,
  thaw,
} from '../../model/frozen-report.ts';
import type { ReportKind } from '../../model/report.ts';
import { type Suppression, suppressionsOf } from '../../model/suppression.ts';
import { t } from '../../words/speak.ts';
import { provingSentences } from '../documents/passages.ts';
import { changeHeadline } from '../ledger/change-headline.ts';
import { changesSince } from '../ledger/changes.ts';
import { pairIdsIn } from '../ledger/pair-query.ts';
import { standingSuppressions } from '../ledger/suppressions.ts';
import type { Database } from '../open.ts';
import { listRegisters } from '../sources/registers.ts';
import { type CitedPair, reportEntries } from './report-entries.ts';

/** A report of more deals would be a book: the tables of the Deals page have no such limit. */
export const MOST_PAIRS = 2_000;

/** What somebody wants a report of. */
export type ReportWish = Omit<ReportAbout, 'asOf'> & {
  /** The one pair of a dossier; null for those of the query. */
  pairId: string | null;
  createdBy: number | null;
  /** A PNG picture for the cover. */
  logo: Buffer | null;
  now: Instant;
};

/** Freezes a report as the ledger stands and keeps it; gives its number. Throws NotFound for a pair that does not exist. */
export async function freezeReport(db: Database, wish: ReportWish): Promise<string> {
  const { pairId, createdBy, logo, now, ...about } = wish;
  const gathered = await gather(db, { ...about, asOf: now }, pairId);
  const report = { ...gathered, logo: logo?.toString('base64') ?? null };
  const { id, bytes } = freeze(report);
  await db
    .insertInto('report_snapshots')
    .values({
      id,
      kind: about.kind,
      title: about.title,
      about: JSON.stringify(report.about),
      entries: bytes,
      created_by: createdBy,
      created_at: now,
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return id;
}

/** A frozen report by its number. Throws NotFound. */
export async function getReport(db: Database, id: string): Promise<FrozenReport> {
  const row = await db.selectFrom('report_snapshots').select('entries').where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound(t('refused.there-is-no-such-report'));
  return thaw(id, Buffer.from(row.entries));
}

export interface ReportLine {
  id: string;
  kind: ReportKind;
  about: ReportAbout;
  createdAt: Instant;
  createdBy: string | null;
}

/** Frozen reports, the newest first. */
export async function listReports(db: Database, limit: number): Promise<ReportLine[]> {
  const rows = await db
    .selectFrom('report_snapshots as r')
    .leftJoin('users as u', 'u.id', 'r.created_by')
    .select(['r.id', 'r.kind', 'r.about', 'r.created_at', 'u.name'])
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    about: JSON.parse(row.about) as ReportAbout,
    createdAt: row.created_at,
    createdBy: row.name,
  }));
}

/** The same report as the ledger stands now, for comparison; nothing is kept. */
export function gatherAgain(db: Database, { about, entries }: FrozenReport): Promise<FrozenReport> {
  const [first] = entries;
  return gather(db, about, about.kind === 'dossier' && first ? first.pair.id : null);
}

async function gather(db: Database, about: ReportAbout, pairId: string | null): Promise<FrozenReport> {
  const changes = about.from ? await changesIn(db, about.from, about.to) : [];
  const changed = new Set(changes.map((change) => change.pairId));
  const wanted = pairId ? [pairId] : await pairIdsIn(db, about.query);
  const ids = about.from && about.kind === 'briefing' ? wanted.filter((id) => changed.has(id)) : wanted;
  const entries = await reportEntries(db, ids.slice(0, MOST_PAIRS));
  if (pairId && entries.length === 0) throw new NotFound(t('refused.there-is-no-such-deal'));
  const rank = new Map(ids.map((id, n) => [id, n]));
  entries.sort((a, b) => (rank.get(a.pair.id) ?? 0) - (rank.get(b.pair.id) ?? 0));
  const proofs = await proofsOf(db, entries);
  const suppressions = await standingSuppressions(db, dayOf(about.asOf));
  const cited = new Set(Object.values(proofs).map((proof) => proof.documentId));
  const documents = [...(entries[0]?.documents.values() ?? [])].filter(({ id }) => cited.has(id));
  return {
    about,
    entries: entries.map((entry) => frozenEntry(entry, suppressions, dayOf(about.asOf))),
    changes: changes.filter((change) => rank.has(change.pairId)),
    registers: await registersNow(db, about.asOf),
    documents: documents.sort((a, b) => (a.id < b.id ? -1 : 1)),
    proofs,
    logo: null,
  };
}

function frozenEntry(
  { pair, flags, score, band }: CitedPair,
  suppressions: readonly Suppression[],
  today: Day,
): FrozenEntry {
  const putAway = suppressionsOf(pair, suppressions, today).map(({ rule, reason, userName, expiresOn }) => {
    return { rule, reason, userName, expiresOn };
  });
  return {
    ...(putAway.length ? { putAway } : {}),
    pair,
    score,
    band,
    flags: flags.map(({ reopened: _reopened, ...flag }) => flag),
  };
}

/** The sentence that proves each fact. */
async function proofsOf(db: Database, entries: readonly CitedPair[]): Promise<Record<string, FrozenProof>> {
  const ids = [...(entries[0]?.documentOfFact.keys() ?? [])].sort();
  return Object.fromEntries([...(await provingSentences(db, ids))].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What changed from the beginning of one day to the end of another, both in UTC. */
async function changesIn(db: Database, from: Day, to: Day | null): Promise<FrozenChange[]> {
  const [begin, end] = [`${from}T00:00:00.000Z` as Instant, to ? `${addDays(to, 1)}T00:00:00.000Z` : null];
  const changes = await changesSince(db, begin, 10_000);
  return changes
    .filter((change) => end === null || change.at < end)
    .map((change) => ({
      pairId: change.pairId,
      title: `${change.acquirer} → ${change.target}`,
      at: change.at,
      ...changeHeadline(change),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.headline < b.headline ? -1 : 1));
}

async function registersNow(db: Database, now: Instant): Promise<FrozenReport['registers']> {
  const registers = [...(await listRegisters(db, now))].map(([authority, { lastOkAt, silentSince, late }]) => ({
    authority,
    readAt: silentSince ?? lastOkAt,
    late,
  }));
  return registers.sort((a, b) => (a.authority < b.authority ? -1 : 1));
}
