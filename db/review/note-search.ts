import { sql } from 'kysely';
import type { Instant } from '../../model/day.ts';
import { expressionOf, termsOf, wordQuery } from '../documents/word-query.ts';
import type { Database } from '../open.ts';

/** A remark that was found, with the pair it is about. */
export interface FoundNote {
  pairId: string;
  acquirer: string;
  target: string;
  text: string;
  userName: string;
  at: Instant;
}

/** Remarks that hold every word, the newest first; of pairs that still stand. A remark has no title to look in. */
export async function searchNotes(db: Database, typed: string, limit: number): Promise<FoundNote[]> {
  const { wanted, leftOut } = wordQuery(typed);
  if (wanted.length === 0 || termsOf([...wanted, ...leftOut]).some((term) => term.inTitle)) return [];
  const without = expressionOf(leftOut, 'OR');
  const expression = `(${expressionOf(wanted)})${without ? ` NOT (${without})` : ''}`;
  const { rows } = await sql<FoundNote>`
    select n.pair_id as pairId, p.acquirer, p.target, n.text, u.name as userName, n.at
    from notes_fts f join notes n on n.id = f.rowid join users u on u.id = n.user_id join pairs p on p.id = n.pair_id
    where notes_fts match ${expression} order by n.id desc limit ${limit}`.execute(db);
  return rows;
}
