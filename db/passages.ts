import { sentenceAround } from '../model/sentence-around.ts';
import { chunks } from './chunks.ts';
import { factsByIds } from './facts.ts';
import type { Database } from './open.ts';

/** The sentence of a document that proves a fact. */
export interface ProvingSentence {
  documentId: string;
  quote: string;
}

/** Texts held at the same time. */
const AT_ONCE = 100;

/** Takes facts; gives for each the sentence in which its first evidence stands; facts without one have their document alone. */
export async function provingSentences(
  db: Database,
  factIds: readonly string[],
): Promise<Map<string, ProvingSentence>> {
  const sentences = new Map<string, ProvingSentence>();
  const facts = await factsByIds(db, factIds);
  const documentIds = [...new Set(facts.map((fact) => fact.documentId))];
  for (const ids of chunks(documentIds, AT_ONCE)) {
    const rows = await db.selectFrom('documents').select(['id', 'title', 'text']).where('id', 'in', ids).execute();
    const texts = new Map(rows.map((row) => [row.id, row]));
    for (const fact of facts) {
      const document = texts.get(fact.documentId);
      if (!document) continue;
      const [first] = fact.evidence;
      const quote = first
        ? sentenceAround(first.in === 'title' ? document.title : document.text, first.start, first.end)
        : '';
      sentences.set(fact.id, { documentId: fact.documentId, quote });
    }
  }
  return sentences;
}
