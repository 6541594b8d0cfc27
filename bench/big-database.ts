import { CompiledQuery } from 'kysely';
import { type DocumentToSave, saveDocument } from '../db/documents/documents.ts';
import { sha256 } from '../db/documents/identity.ts';
import { setDocumentState } from '../db/documents/reading.ts';
import { saveFacts } from '../db/ledger/facts.ts';
import { closeDatabase, type Database, inTransaction, openDatabase } from '../db/open.ts';
import { assembleDirty } from '../jobs/assemble.ts';
import type { AmountRole } from '../model/amount.ts';
import { addDays, type Day, type Instant, makeDay, type PartialDay } from '../model/day.ts';
import type { DealKind } from '../model/deal.ts';
import { type Fact, withId } from '../model/fact.ts';
import { aBenchContext } from './context.ts';
import { numbers } from './made-ledger.ts';
import { pause } from './people.ts';

const NOW = '2026-06-01T12:00:00.000Z' as Instant;
const FIRST = makeDay(2019, 1, 1) as Day;
const GROUPS = ['Nvidia', 'Microsoft', 'Amazon', 'Google', 'Meta', 'Apple', 'Oracle', 'Salesforce'];
const WORDS_A_DOCUMENT = 89;
const IN_ONE_TRANSACTION = 500;
/** Words that documents are made of; how often each comes follows Zipf's law, as in any language. */
const VOCABULARY = vocabulary(60_000);

/** How large a database is made. */
export interface Size {
  deals: number;
  documents: number;
}

/**
 * Takes the path of a file that is not there yet; fills it with pairs of two deals each, every pair told by a document of
 * its own and read, assembled and assessed as the product does it, and with further documents that tell of no deal.
 */
export async function makeBigDatabase(file: string, { deals, documents }: Size): Promise<void> {
  const db = await openDatabase(file);
  const next = numbers(11);
  const pairs = Math.floor(deals / 2);
  for (let n = 0; n < pairs; n += IN_ONE_TRANSACTION) {
    await inTransaction(db, async (trx) => {
      for (let i = n; i < Math.min(pairs, n + IN_ONE_TRANSACTION); i += 1) await storeTelling(trx, i, next);
    });
  }
  const run = { signal: new AbortController().signal, warn: () => undefined };
  await assembleDirty(aBenchContext(db, NOW), run);
  await addPlainDocuments(db, { from: pairs, to: documents }, next);
  await closeDatabase(db);
}

/** Adds documents that tell of no deal and count as read, numbered from one number to before another. */
export async function addPlainDocuments(
  db: Database,
  { from, to }: { from: number; to: number },
  next = numbers(from + 1),
): Promise<void> {
  for (let n = from; n < to; n += IN_ONE_TRANSACTION) {
    await inTransaction(db, async (trx) => {
      for (let i = n; i < Math.min(to, n + IN_ONE_TRANSACTION); i += 1) await storePlain(trx, i, next);
    });
    await pause(0);
  }
}

/** Some of the words that documents are made of, neither the commonest nor the rarest. */
export function someWords(count: number): string[] {
  return VOCABULARY.slice(100, 100 + count);
}

/** A pair's document: an investment and a supply contract between a large group or a fund and a firm of its own. */
async function storeTelling(db: Database, n: number, next: () => number): Promise<void> {
  const acquirer = next() < 0.05 ? (GROUPS[n % GROUPS.length] as string) : `Fund ${n % 5_000}`;
  const target = `Firm ${n}`;
  const opening = `${acquirer} has put money into ${target}, which buys from it in turn.`;
  const document = aDocument(n, `${opening} ${prose(next)}`, `${acquirer} and ${target}`);
  const { id } = await saveDocument(db, document);
  await saveFacts(db, id, {
    // No reader of ours: a newer one would read them all anew while pages are measured.
    extractor: 'made',
    version: '1',
    facts: factsIn(id, opening, { acquirer, target }, n),
    readAt: NOW,
    millis: 1,
  });
  await setDocumentState(db, id, { state: 'read', reason: null });
}

function factsIn(documentId: string, quote: string, parties: { acquirer: string; target: string }, n: number): Fact[] {
  const evidence = [{ quote, start: 0, end: quote.length, in: 'text' as const }];
  const date = addDays(FIRST, (n * 31) % 2_600) as string as PartialDay;
  const sum = (kind: DealKind, role: AmountRole, millions: number) => {
    const base = { documentId, confidence: 0.9, background: false, evidence, ...parties, kind };
    const amount = { value: millions * 1e6, currency: 'USD' as const, role, date };
    return [withId({ ...base, type: 'deal', certainty: 'done' }), withId({ ...base, type: 'amount', amount })];
  };
  return [...sum('investment', 'tranche', (n % 90) * 10 + 10), ...sum('cloud', 'commitment', (n % 70) * 25 + 5)];
}

/** Straight into the tables: no story has a copy among made-up words, and looking for one would take hours. */
async function storePlain(db: Database, n: number, next: () => number): Promise<void> {
  const { url, publisher, title, text, published, hash } = aDocument(n, prose(next), prose(next, 8));
  const values = [sha256(`${n}`), url, publisher, title, published, published, text, hash, hash, NOW, NOW];
  const into = `insert into documents (id, url, publisher, source_class, title, published, day, language, text, hash, text_hash,
    fetched_at, last_seen_at, state) values (?, ?, ?, 'press', ?, ?, ?, 'en', ?, ?, ?, ?, ?, 'read')`;
  const { insertId } = await db.executeQuery(CompiledQuery.raw(into, values));
  const index = 'insert into documents_fts (rowid, title, text) values (?, ?, ?)';
  await db.executeQuery(CompiledQuery.raw(index, [Number(insertId), title, text]));
}

function aDocument(n: number, text: string, title: string): DocumentToSave {
  return {
    url: `https://news.example/${n}`,
    canonicalUrl: null,
    publisher: `Outlet ${n % 200}`,
    sourceClass: 'press',
    title,
    byline: null,
    published: addDays(FIRST, n % 2_700) as string as PartialDay,
    language: 'en',
    text,
    sourceId: null,
    hash: String(n),
    fetchedAt: NOW,
    backFill: true,
  };
}

function prose(next: () => number, words = WORDS_A_DOCUMENT): string {
  return Array.from({ length: words }, () => VOCABULARY[Math.floor(VOCABULARY.length ** next()) - 1]).join(' ');
}

/** Made-up words that can be typed, the commonest first; a few of them are ones that people do type. */
function vocabulary(size: number): string[] {
  const parts = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'xo', 'zu'];
  const made = (n: number): string => (n < 15 ? '' : made(Math.floor(n / 15))) + (parts[n % 15] as string);
  const typed = ['the', 'of', 'ai', 'and', 'in', 'cloud', 'model', 'invest', 'billion', 'stake', 'chip', 'merger'];
  return [...typed, ...Array.from({ length: size - typed.length }, (_, n) => made(n + 15))];
}
