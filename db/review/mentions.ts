import type { Instant } from '../../model/day.ts';
import type { Note } from '../../model/note.ts';
import type { Database } from '../open.ts';

interface Person {
  id: number;
  name: string;
  email: string;
}

/** Who a remark names: `@` and a person's name, or the part of their address before its own `@`. */
export function mentionedIn(text: string, people: readonly Person[]): number[] {
  const folded = text.toLowerCase();
  const isNamed = (handle: string) => {
    const at = handle ? folded.indexOf(`@${handle.toLowerCase()}`) : -1;
    return (
      at >= 0 &&
      !/[\p{L}\p{N}]/u.test(folded[at + handle.length + 1] ?? '') &&
      !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')
    );
  };
  return people.filter(({ name, email }) => isNamed(name) || isNamed(email.split('@')[0] ?? '')).map(({ id }) => id);
}

/** Writes down whom a remark names. Joins the transaction it is called in. */
export async function noteMentions(db: Database, noteId: number, text: string): Promise<void> {
  if (!text.includes('@')) return;
  const people = await db
    .selectFrom('users')
    .select(['id', 'name', 'email'])
    .where('disabled_at', 'is', null)
    .execute();
  const rows = mentionedIn(text, people).map((user_id) => ({ note_id: noteId, user_id }));
  if (rows.length) await db.insertInto('note_mentions').values(rows).execute();
}

/** A remark that names a person, with the pair it is about. */
export interface Mention extends Pick<Note, 'pairId' | 'text' | 'userName' | 'at'> {
  acquirer: string;
  target: string;
}

/** Remarks since a moment that name a person, the newest first. */
export async function mentionsOf(db: Database, userId: number, since: Instant, limit: number): Promise<Mention[]> {
  const rows = await db
    .selectFrom('note_mentions as m')
    .innerJoin('notes as n', 'n.id', 'm.note_id')
    .innerJoin('users as u', 'u.id', 'n.user_id')
    .innerJoin('pairs as p', 'p.id', 'n.pair_id')
    .select(['n.pair_id', 'n.text', 'n.at', 'u.name', 'p.acquirer', 'p.target'])
    .where('m.user_id', '=', userId)
    .where('n.at', '>', since)
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ pair_id, name, ...row }) => ({ ...row, pairId: pair_id, userName: name }));
}
