import type { FigureKind, QuarterFigure, ReportedFigure } from '../../model/figure.ts';
import { quartersOf } from '../../model/quarters.ts';
import { chunks } from '../chunks.ts';
import { type Database, inTransaction } from '../open.ts';

/** Figures that companies report. Every filing repeats earlier periods: the one filed last counts. */

const ROWS_AT_ONCE = 200;

/** Stores figures; for a period known already, the filing of the later day counts. Gives how many are new or changed. */
export function saveFigures(db: Database, figures: readonly ReportedFigure[]): Promise<number> {
  return inTransaction(db, async (trx) => {
    let written = 0n;
    for (const some of chunks(figures, ROWS_AT_ONCE)) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('reported_figures')
        .values(some.map(({ start, end, ...rest }) => ({ ...rest, start_day: start, end_day: end })))
        .onConflict((oc) =>
          oc
            .columns(['company', 'kind', 'tag', 'start_day', 'end_day', 'currency'])
            .doUpdateSet((eb) => ({
              value: eb.ref('excluded.value'),
              filing: eb.ref('excluded.filing'),
              form: eb.ref('excluded.form'),
              filed: eb.ref('excluded.filed'),
            }))
            .whereRef('excluded.filed', '>', 'reported_figures.filed'),
        )
        .executeTakeFirstOrThrow();
      written += numInsertedOrUpdatedRows ?? 0n;
    }
    return Number(written);
  });
}

/** The quarters of every company for one kind of figure, in order of company and end, with the growth in a year. */
export async function quarterlyFigures(db: Database, kind: FigureKind): Promise<QuarterFigure[]> {
  const rows = await db
    .selectFrom('reported_figures')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('company')
    .orderBy('end_day')
    .execute();
  return quartersOf(rows.map(({ start_day, end_day, ...rest }) => ({ ...rest, start: start_day, end: end_day })));
}
