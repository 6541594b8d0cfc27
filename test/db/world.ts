import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { DocumentToSave } from '../../db/documents/documents.ts';
import { type ClaimedMail, claimMails } from '../../db/going-out/alerts.ts';
import { closeDatabase, type Database, openDatabase } from '../../db/open.ts';
import { createUser, type Role, type User } from '../../db/people/users.ts';
import { type Instant, instantOf, parsePartialDay } from '../../model/day.ts';
import { evidenceHash, type Flag, type RuleId, type Severity } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';

const folders: string[] = [];
const opened: Database[] = [];

afterEach(async () => {
  for (const db of opened.splice(0)) await closeDatabase(db);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dealwatch-'));
  folders.push(folder);
  return folder;
}

/** A real database file, closed and gone after the test. */
export async function temporaryDatabase(file = join(temporaryFolder(), 'test.db')): Promise<Database> {
  const db = await openDatabase(file);
  opened.push(db);
  return db;
}

/** A moment on 2026-06-01, so many minutes after noon. */
export function at(minutes: number): Instant {
  return instantOf(new Date(Date.UTC(2026, 5, 1, 12, minutes)));
}

export function aDocument(change: Partial<DocumentToSave> = {}): DocumentToSave {
  return {
    url: 'https://news.example/one',
    canonicalUrl: null,
    publisher: 'Example News',
    sourceClass: 'press',
    title: 'Alpha Cloud invests in Beta Models',
    byline: null,
    published: parsePartialDay('2026-05-30'),
    language: 'en',
    text: 'Alpha Cloud has invested $2bn in Beta Models. Beta Models will use the cloud of Alpha.',
    sourceId: null,
    hash: 'h',
    fetchedAt: at(0),
    ...change,
  };
}

export function aUser(db: Database, role: Role = 'analyst', email = 'a@example.org'): Promise<User> {
  return createUser(db, { email, name: 'Test Analyst', role, passwordHash: 'x', now: at(0) });
}

export function aPair(change: Partial<Pair> = {}): Pair {
  const id = change.id ?? 'alpha--beta';
  return {
    id,
    acquirer: 'Alpha',
    target: 'Beta',
    layer: 'model',
    deals: [],
    sums: { paid: {}, committed: {}, ceiling: {} },
    scrutiny: [],
    documentIds: [],
    ...change,
  };
}

export function aFlag(
  change: { pairId?: string; rule?: RuleId; severity?: Severity; key?: string; factIds?: string[] } = {},
): Flag {
  const { pairId = 'alpha--beta', rule = 'round-trip', severity = 2, key = 'in', factIds = [] } = change;
  const flag = {
    pairId,
    rule,
    severity,
    why: `Why ${key}`,
    for: [{ text: 'For', key, factIds }],
    against: [],
    missing: [],
  };
  return { ...flag, evidenceHash: evidenceHash(flag) };
}

/** Takes one message from the outbox, as a sender does; null when none is due. */
export async function claimOneMail(db: Database, now: Instant): Promise<ClaimedMail | null> {
  return (await claimMails(db, now, 1))[0] ?? null;
}
