import type { Instant } from '../../model/day.ts';
import type { ReportKind } from '../../model/report.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';

/** How a kind of report is laid out here: which sections in which order, a text and a logo for the cover. */
export interface ReportTemplate {
  /** Names of sections; empty for the usual ones. */
  sections: string[];
  cover: string;
  /** A PNG picture. */
  logo: Buffer | null;
}

const USUAL: ReportTemplate = { sections: [], cover: '', logo: null };

/** The layout of a kind of report; the usual one when nobody changed it. */
export async function reportTemplate(db: Database, kind: ReportKind): Promise<ReportTemplate> {
  const row = await db.selectFrom('report_templates').selectAll().where('kind', '=', kind).executeTakeFirst();
  if (!row) return USUAL;
  const body = JSON.parse(row.body) as Pick<ReportTemplate, 'sections' | 'cover'>;
  return { ...body, logo: row.logo && Buffer.from(row.logo) };
}

/** Changes the layout of a kind of report, from the next one on: what is frozen keeps its sections and words. */
export function setReportTemplate(
  db: Database,
  kind: ReportKind,
  template: ReportTemplate,
  { userId, now }: { userId: number; now: Instant },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { logo, ...body } = template;
    const values = { body: JSON.stringify(body), logo, changed_by: userId, changed_at: now };
    await trx
      .insertInto('report_templates')
      .values({ kind, ...values })
      .onConflict((oc) => oc.column('kind').doUpdateSet(values))
      .execute();
    await audit(trx, { at: now, userId, action: 'report.template', subject: kind });
  });
}
