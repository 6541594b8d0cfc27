import { sql } from 'kysely';
import type { DismissalReason, RuleId } from '../../model/flag.ts';
import type { Database } from '../open.ts';

/** The latest verdict on every flag, counted by screen. */
export interface ScreenVerdicts {
  rule: RuleId;
  confirmed: number;
  dismissed: number;
}

/** What reviewers last said of each flag that they confirmed or dismissed, by screen. */
export async function verdictsByScreen(db: Database): Promise<ScreenVerdicts[]> {
  const { rows } = await sql<ScreenVerdicts>`
    select rule, sum(action = 'confirm') as confirmed, sum(action = 'dismiss') as dismissed
    from decisions where id in (select max(id) from decisions group by pair_id, rule)
      and action in ('confirm', 'dismiss') and awaits_second = 0 group by rule`.execute(db);
  return rows;
}

/** Why flags were dismissed, the commonest reason first; latest verdicts alone. */
export async function dismissalReasons(db: Database): Promise<{ reason: DismissalReason; flags: number }[]> {
  const { rows } = await sql<{ reason: DismissalReason; flags: number }>`
    select reason, count(*) as flags from decisions
    where id in (select max(id) from decisions group by pair_id, rule) and action = 'dismiss' and awaits_second = 0
    group by reason order by flags desc, reason`.execute(db);
  return rows;
}

/** Who has decided how often, and on how many flags. */
export async function reviewers(db: Database): Promise<{ name: string; decisions: number; flags: number }[]> {
  const { rows } = await sql<{ name: string; decisions: number; flags: number }>`
    select u.name, count(*) as decisions, count(distinct d.pair_id || ' ' || d.rule) as flags
    from decisions d join users u on u.id = d.user_id group by u.id order by decisions desc, u.name`.execute(db);
  return rows;
}

/** What was read in documents of one language or class, and how much of it people have corrected. */
export interface ReadingLine {
  of: string;
  documents: number;
  facts: number;
  corrected: number;
}

/** Reading by language or by class of source, the most documents first. */
export async function readingBy(db: Database, column: 'language' | 'source_class'): Promise<ReadingLine[]> {
  const name = sql.ref(`d.${column}`);
  const { rows } = await sql<ReadingLine>`
    select coalesce(${name}, '') as "of", count(*) as documents, coalesce(sum(f.n), 0) as facts, coalesce(sum(c.n), 0) as corrected
    from documents d
    left join (select document_id, count(*) as n from facts group by document_id) f on f.document_id = d.id
    left join (select document_id, count(*) as n from corrections c
      where not exists (select 1 from correction_undos t where t.correction_id = c.id) group by document_id) c
      on c.document_id = d.id
    where d.state = 'read' group by 1 order by documents desc, 1`.execute(db);
  return rows;
}
