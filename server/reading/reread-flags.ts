import type { FieldChange } from '../../db/fact-differences.ts';
import { factsOfPair } from '../../db/facts.ts';
import { currentNaming } from '../../db/naming.ts';
import type { Database } from '../../db/open.ts';
import { documentRefs } from '../../db/stored-documents.ts';
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
 * Takes some pairs and what reading anew changed; gives what that did to the flags of each. Both readings of a pair are
 * assembled and judged in the same way, by what the pair itself says: screens that look at other pairs have no part in it.
 */
export async function flagChanges(
  db: Database,
  pairIds: readonly string[],
  changes: readonly FieldChange[],
  today: Day,
): Promise<Map<string, FlagChange>> {
  const naming = await currentNaming(db);
  const found = new Map<string, FlagChange>();
  for (const id of pairIds) {
    const own = changes.filter(({ pairId }) => pairId === id);
    const now = await factsOfPair(db, id);
    const come = new Set(own.flatMap(({ after }) => after?.id ?? []));
    const earlier = own.flatMap(({ before }) => (before ? [renamed(before, naming)] : []));
    const then = [...now.filter((fact) => !come.has(fact.id)), ...earlier];
    const documents = await documentRefs(db, [...new Set([...now, ...then].map((fact) => fact.documentId))]);
    const [before, after] = [firing(id, then, documents, today), firing(id, now, documents, today)];
    found.set(id, { raised: without(after, before), gone: without(before, after) });
  }
  return found;
}

function firing(id: string, facts: Fact[], documents: ReadonlyMap<string, DocumentRef>, today: Day): RuleId[] {
  const pair = assemble(facts, documents).find((one) => one.id === id);
  return pair ? evaluate(pair, { pairs: [pair], today }).flags.map(({ rule }) => rule) : [];
}

const without = (rules: readonly RuleId[], others: readonly RuleId[]) => rules.filter((rule) => !others.includes(rule));
