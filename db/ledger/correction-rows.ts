import type { Correction } from '../../model/correction.ts';
import type { Fact } from '../../model/fact.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { builtOnce } from '../prepared.ts';

const ANY = builtOnce((db) => db.selectFrom('corrections').select('id').limit(1));

/** Every correction of some documents, taken back or not, in order of time. */
export async function correctionsOfDocuments(db: Database, documentIds: readonly string[]): Promise<Correction[]> {
  const found: Correction[] = [];
  // Most ledgers hold few corrections or none.
  if ((await ANY(db)).length === 0) return found;
  for (const some of chunks(documentIds)) {
    const rows = await db
      .selectFrom('corrections as c')
      .innerJoin('users as u', 'u.id', 'c.user_id')
      .leftJoin('correction_undos as t', 't.correction_id', 'c.id')
      .leftJoin('users as v', 'v.id', 't.user_id')
      .selectAll('c')
      .select(['u.name as user_name', 't.at as undone_at', 'v.name as undone_by'])
      .where('c.document_id', 'in', some)
      .execute();
    found.push(
      ...rows.map((row) => ({
        id: row.id,
        documentId: row.document_id,
        original: factIn(row.original),
        replacement: factIn(row.replacement),
        reason: row.reason,
        userId: row.user_id,
        userName: row.user_name,
        at: row.at,
        undone: row.undone_at ? { userName: row.undone_by ?? '', at: row.undone_at } : null,
      })),
    );
  }
  return found.sort((a, b) => a.id - b.id);
}

const factIn = (json: string | null) => (json ? (JSON.parse(json) as Fact) : null);
