import type { FieldChange } from '../../db/documents/fact-differences.ts';
import { documentRefs } from '../../db/documents/stored-documents.ts';
import { factsOfPair } from '../../db/ledger/facts.ts';
import { currentNaming } from '../../db/ledger/naming.ts';
import type { Database } from '../../db/open.ts';
import { assemble } from '../../ledger/index.ts';
import type { Day } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import type { RuleId } from '../../model/flag.ts';
import type { DocumentRef } from '../../model/ledger.ts';
import { renamed } from '../../model/naming.ts';
import { evaluate } from '../../rules/evaluate.ts';

/** Screens that fire on a pair as it is read now and did not as it was read before, and the other way round. */
export interface FlagChange {
  raised: RuleId[];
  gone: RuleId[];
}

/**
 * Takes some pairs and what reading anew changed (`done`) or would change (`proposed`); gives what that does to the flags of
 * each. Both readings of a pair are assembled and judged in the same way, by what the pair itself says: screens that look at
 * other pairs have no part in it.
 */
export async function flagChanges(
  db: Database,
  pairIds: readonly string[],
  changes: readonly FieldChange[],
  today: Day,
  which: 'done' | 'proposed' = 'done',
): Promise<Map<string, FlagChange>> {
  const naming = await currentNaming(db);
  const found = new Map<string, FlagChange>();
  for (const id of pairIds) {
    const own = changes.filter(({ pairId }) => pairId === id);
    const now = await factsOfPair(db, id);
    const [stands, differs] = which === 'done' ? (['after', 'before'] as const) : (['before', 'after'] as const);
    const out = new Set(own.flatMap((change) => change[stands]?.id ?? []));
    const others = own.flatMap((change) => (change[differs] ? [renamed(change[differs], naming)] : []));
    const otherwise = [...now.filter((fact) => !out.has(fact.id)), ...others];
    const documents = await documentRefs(db, [...new Set([...now, ...otherwise].map((fact) => fact.documentId))]);
    const [standing, other] = [firing(id, now, documents, today), firing(id, otherwise, documents, today)];
    const [before, after] = which === 'done' ? [other, standing] : [standing, other];
    found.set(id, { raised: without(after, before), gone: without(before, after) });
  }
  return found;
}

function firing(id: string, facts: Fact[], documents: ReadonlyMap<string, DocumentRef>, today: Day): RuleId[] {
  const pair = assemble(facts, documents).find((one) => one.id === id);
  return pair ? evaluate(pair, { pairs: [pair], today }).flags.map(({ rule }) => rule) : [];
}

const without = (rules: readonly RuleId[], others: readonly RuleId[]) => rules.filter((rule) => !others.includes(rule));
