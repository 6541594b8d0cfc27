import { sql } from 'kysely';
import { commonName } from '../../model/company.ts';
import { BOARD_AUTHORITIES } from '../../model/scrutiny.ts';
import type { Scope } from '../../model/subscription.ts';
import type { Database } from '../open.ts';

/** What a subscription is about, as the ledger writes it. */
export interface ScopeOnRecord {
  value: string;
  /** What people call a deal: `Amazon → Anthropic`. */
  name?: string;
  /** False when no deal on record has it: it may come, or be written otherwise. */
  known: boolean;
}

/** Takes what somebody typed; gives it as the ledger writes it, whatever its capitals, and whether anything on record has it. */
export async function scopeOnRecord(db: Database, scope: Scope, typed: string): Promise<ScopeOnRecord> {
  if (scope === 'pair') return pairOnRecord(db, typed);
  if (scope === 'company') {
    const name = commonName(typed);
    return onRecord(
      (await exists(db, 'companies', 'name', name)) ?? (await exists(db, 'companies', 'name', typed)),
      name,
    );
  }
  if (scope === 'authority') {
    const board = BOARD_AUTHORITIES.find((name) => name.toLowerCase() === typed.toLowerCase());
    return onRecord(board ?? (await exists(db, 'pair_scrutiny', 'authority', typed)), typed);
  }
  return { value: typed, known: true };
}

async function pairOnRecord(db: Database, typed: string): Promise<ScopeOnRecord> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, acquirer || ' → ' || target as name from pairs where id = ${typed} collate nocase limit 1`.execute(db);
  const [pair] = rows;
  return pair ? { value: pair.id, name: pair.name, known: true } : { value: typed, known: false };
}

const onRecord = (found: string | null, typed: string): ScopeOnRecord => ({
  value: found ?? typed,
  known: found !== null,
});

async function exists(
  db: Database,
  table: 'companies' | 'pair_scrutiny',
  column: 'name' | 'authority',
  value: string,
): Promise<string | null> {
  const { rows } = await sql<{ value: string }>`
    select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(column)} = ${value} collate nocase limit 1`.execute(
    db,
  );
  return rows[0]?.value ?? null;
}
