import { bestWords } from '../../model/fact.ts';
import { sentenceAround } from '../../model/sentence-around.ts';
import { chunks } from '../chunks.ts';
import { factsByIds } from '../ledger/facts.ts';
import type { Database } from '../open.ts';
import { prepared, withConnection } from '../prepared.ts';

/** The sentence of a document that proves a fact. */
export interface ProvingSentence {
  documentId: string;
  quote: string;
}

/** Texts held at the same time. */
const AT_ONCE = 100;

const TEXTS = `select "d"."id", "d"."title", "d"."text" from json_each(?) as "j"
  cross join "documents" as "d" on "d"."id" = "j"."value"`;

interface TextRow {
  id: string;
  title: string;
  text: string;
}

/** Takes facts; gives for each the sentence in which its best words stand; facts without words have their document alone. */
export async function provingSentences(
  db: Database,
  factIds: readonly string[],
): Promise<Map<string, ProvingSentence>> {
  const sentences = new Map<string, ProvingSentence>();
  const facts = await factsByIds(db, factIds);
  const documentIds = [...new Set(facts.map((fact) => fact.documentId))];
  for (const ids of chunks(documentIds, AT_ONCE)) {
    const list = JSON.stringify(ids);
    const rows = await withConnection(db, () => prepared(db, TEXTS).all(list) as TextRow[]);
    const texts = new Map(rows.map((row) => [row.id, row]));
    for (const fact of facts) {
      const document = texts.get(fact.documentId);
      if (!document) continue;
      const words = bestWords(fact);
      const quote = words ? sentenceAround(document[words.in], words.start, words.end) : '';
      sentences.set(fact.id, { documentId: fact.documentId, quote });
    }
  }
  return sentences;
}
