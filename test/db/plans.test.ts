import { beforeEach, describe, expect, it } from 'vitest';
import { copiesOf, documentVersions, listDocuments } from '../../db/documents/document-list.ts';
import { documentLanguages, documentPublishers } from '../../db/documents/document-values.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { countUnread, takeUnread } from '../../db/documents/reading.ts';
import { getDocument } from '../../db/documents/stored-documents.ts';
import { hasDueMail, listOutbox } from '../../db/going-out/alerts.ts';
import { changesSince } from '../../db/ledger/changes.ts';
import { listCompanies, pairsOfCompany } from '../../db/ledger/companies.ts';
import { comparablePairs } from '../../db/ledger/comparable.ts';
import { correctionsOfDocuments } from '../../db/ledger/corrections.ts';
import { factsOfDocument, factsOfPairs } from '../../db/ledger/facts.ts';
import { getPair, listPairs, replacePair } from '../../db/ledger/ledger.ts';
import { type Database, rawOf } from '../../db/open.ts';
import { findSession } from '../../db/people/sessions.ts';
import { countFacets, listFlags } from '../../db/review/flags.ts';
import { mentionsOf } from '../../db/review/mentions.ts';
import { decisionsOf } from '../../db/review/reviews.ts';
import { saveListing, waitingItems } from '../../db/sources/items.ts';
import { openCases } from '../../db/sources/open-cases.ts';
import { hasDueSource } from '../../db/sources/source-turns.ts';
import { listSources } from '../../db/sources/sources.ts';
import { aDocument, aFlag, aPair, at, claimOneMail, temporaryDatabase } from './world.ts';

/** Tables that grow for ever: nothing that runs often may read one of them from end to end. */
const LARGE = [
  ...['documents', 'document_bands', 'facts', 'reading_facts', 'readings', 'source_items', 'sightings'],
  ...['flag_raisings', 'decisions', 'flags', 'outbox', 'audit', 'sessions'],
];

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
});

/** Runs something and gives every statement that it prepared. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const raw = rawOf(db);
  const prepare = raw.prepare.bind(raw);
  const seen: string[] = [];
  raw.prepare = ((sql: string) => {
    seen.push(sql);
    return prepare(sql);
  }) as typeof raw.prepare;
  try {
    await work();
  } finally {
    raw.prepare = prepare as typeof raw.prepare;
  }
  // An insert's plan lists look-ups for foreign keys that SQLite skips while nothing is deferred, as here always.
  return seen.filter((sql) => /^\s*(select|update|delete|with)/i.test(sql));
}

/** The steps of a statement's plan, with the tables' own names in place of aliases. */
function planOf(sql: string): string[] {
  const aliases = new Map([...sql.matchAll(/"(\w+)" as "(\w+)"/g)].map((m) => [m[2] as string, m[1] as string]));
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const rows = rawOf(db).prepare(`explain query plan ${sql}`).all(values) as { detail: string }[];
  return rows.map(({ detail }) =>
    detail.replace(/^(SCAN|SEARCH) (\w+)/, (_, verb, name) => `${verb} ${aliases.get(name) ?? name}`),
  );
}

const wholeTables = (plan: string[]) =>
  plan.filter((step) => LARGE.some((table) => new RegExp(`^SCAN ${table}(?! USING (COVERING )?INDEX)\\b`).test(step)));

const page = { page: 1, pageSize: 50 };

describe('what runs often', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['the queue of flags', () => listFlags(db, { state: 'to_review', ...page })],
    ['the queue without a filter', () => listFlags(db, page)],
    ['the queue by rule and group', () => listFlags(db, { rules: ['round-trip'], acquirers: ['Alpha'], ...page })],
    ['the queue by authority and name', () => listFlags(db, { authority: 'CMA', q: 'al', ...page })],
    ['the queue by kind and amount', () => listFlags(db, { kinds: ['cloud'], least: 1e9, ...page })],
    ['the queue by status and target', () => listFlags(db, { statuses: ['phase1'], target: 'al', ...page })],
    ['the queue of one person', () => listFlags(db, { assignees: [1], ...page })],
    ['the counts beside the queue', () => countFacets(db, { state: 'to_review', ...page })],
    ['the counts beside a narrowed queue', () => countFacets(db, { kinds: ['cloud'], ...page })],
    ['corrections of documents', () => correctionsOfDocuments(db, ['a', 'b'])],
    ['companies by name', () => listCompanies(db, { q: 'al', ...page })],
    ['one company', () => pairsOfCompany(db, 'Alpha')],
    ['open cases', () => openCases(db)],
    ['comparable pairs', () => comparablePairs(db, { pairId: 'a', rules: ['round-trip'], score: 1 }, 5)],
    ['notes that name a person', () => mentionsOf(db, 1, at(0), 5)],
    ['the newest flags', () => listFlags(db, { sort: 'newest', ...page })],
    ['the list of deals', () => listPairs(db, { bands: ['High'], authority: 'CMA', ...page })],
    ['one deal', () => getPair(db, 'alpha--beta')],
    ['decisions on one deal', () => decisionsOf(db, 'alpha--beta')],
    ['the list of documents', () => listDocuments(db, page)],
    ['documents in one state', () => listDocuments(db, { state: 'unreadable', ...page })],
    ['documents of one publisher', () => listDocuments(db, { publisher: 'P', ...page })],
    ['documents of one class of source', () => listDocuments(db, { sourceClass: 'filing', ...page })],
    ['documents of one source', () => listDocuments(db, { sourceId: 's', ...page })],
    ['the outlets and languages', async () => [await documentPublishers(db), await documentLanguages(db)]],
    ['a search', () => listDocuments(db, { q: 'alpha', ...page })],
    ['one document', () => getDocument(db, 'x')],
    ['its facts', () => factsOfDocument(db, 'x')],
    ['its versions and copies', async () => [await documentVersions(db, 'x'), await copiesOf(db, 'x')]],
    ['what is new', () => changesSince(db, at(-60))],
    [
      'storing a document',
      () => saveDocument(db, aDocument({ text: 'Some words that nobody has written before. '.repeat(30) })),
    ],
    ['what waits to be read', async () => [await countUnread(db), await takeUnread(db, 4)]],
    ['facts to assemble', () => factsOfPairs(db, ['alpha--beta', 'beta--alpha'])],
    ['storing a pair', () => replacePair(db, aPair(), [aFlag()], { score: 1, band: 'none', floor: false }, at(0))],
    ['which sources are due', () => hasDueSource(db, at(0))],
    ['the list of sources', () => listSources(db, at(0))],
    ['items that wait', () => waitingItems(db, 's', at(0), 100)],
    ['which mail is due', async () => [await hasDueMail(db, at(0)), await claimOneMail(db, at(0))]],
    ['the outbox', () => listOutbox(db, { state: 'waiting', page: 1 })],
    ['who is signed in', () => findSession(db, 'token', at(0))],
  ])('%s reads no large table from end to end', async (_name, work) => {
    const statements = await statementsOf(work);
    expect(statements.length).toBeGreaterThan(0);
    const slow = statements.flatMap((sql) => wholeTables(planOf(sql)).map((step) => `${step} ← ${sql}`));
    expect(slow).toEqual([]);
  });

  it('would notice a table that is read from end to end', () => {
    expect(wholeTables(planOf('select * from "documents" as "d" where "d"."byline" = ?'))).toEqual(['SCAN documents']);
  });
});

describe('storing what a list holds', () => {
  it('looks up each entry by its key', async () => {
    rawOf(db).exec(
      "insert into sources (id, title, kind, publisher, source_class, every_minutes, added_at, next_due_at) values ('s','s','feed','p','press',60,'2026','2026')",
    );
    const items = [{ key: 'k', url: null, title: null, fingerprint: 'f' }];
    const statements = await statementsOf(() =>
      saveListing(db, 's', { url: 'u', cache: { etag: null, lastModified: null }, items, now: at(0) }),
    );
    expect(statements.flatMap((sql) => wholeTables(planOf(sql)))).toEqual([]);
  });
});
