import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { formatInstant } from '../model/day.ts';
import type { ReportFormat, ReportKind } from '../model/report.ts';
import { asFtm } from './as-ftm.ts';
import { asMarkdown } from './as-markdown.ts';
import { dealsCsv } from './deals-csv.ts';
import { packAnew } from './fixed-zip.ts';
import { entriesOf, type FrozenReport } from './frozen.ts';
import { ledgerJson } from './ledger-json.ts';
import { reportDocument } from './report-content.ts';

/** What a file of each format is called and ends in. */
export const FORMATS: Record<ReportFormat, { label: string; type: string; ending: string }> = {
  docx: {
    label: 'Word (DOCX)',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  pdf: { label: 'PDF', type: 'application/pdf', ending: 'pdf' },
  xlsx: {
    label: 'Excel (XLSX)',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
  csv: { label: 'CSV', type: 'text/csv; charset=utf-8', ending: 'csv' },
  json: { label: 'JSON', type: 'application/json; charset=utf-8', ending: 'json' },
  md: { label: 'Markdown', type: 'text/markdown; charset=utf-8', ending: 'md' },
  ftm: { label: 'FollowTheMoney', type: 'application/x-ndjson; charset=utf-8', ending: 'ftm.jsonl' },
};

/** What a file of a frozen report is called. */
export function fileNameOf(kind: ReportKind, id: string, format: ReportFormat): string {
  return `dealwatch-${kind}-${id}.${FORMATS[format].ending}`;
}

/**
 * Takes a frozen report, its number and a format; gives the file. The same report gives the same bytes. The large
 * libraries behind some formats are loaded here, when such a file is asked for, so that a start need not wait for them.
 */
export async function renderReport(report: FrozenReport, id: string, format: ReportFormat): Promise<Buffer> {
  const { asOf } = report.about;
  const cover = { logo: report.logo === null ? null : Buffer.from(report.logo, 'base64') };
  if (format === 'docx') return (await import('./as-docx.ts')).asDocx(reportDocument(report, id), asOf, cover);
  if (format === 'pdf') return (await import('./as-pdf.ts')).asPdf(reportDocument(report, id), asOf, cover);
  if (format === 'xlsx') return xlsx(report, id);
  if (format === 'md') return Buffer.from(asMarkdown(reportDocument(report, id)));
  if (format === 'csv') return Buffer.from(dealsCsv(entriesOf(report), asOf));
  if (format === 'ftm') return Buffer.from(asFtm(entriesOf(report)));
  return Buffer.from(`${JSON.stringify(json(report, id), null, 2)}\n`);
}

function json(report: FrozenReport, id: string): object {
  const registers = new Map(report.registers.map(({ authority, readAt }) => [authority, readAt]));
  const { documents, changes, about } = report;
  return { report: id, about, ...ledgerJson(entriesOf(report), registers, about.asOf), changes, documents };
}

async function xlsx(report: FrozenReport, id: string): Promise<Buffer> {
  const { writeXlsx } = await import('./as-xlsx.ts');
  const stream = new PassThrough();
  const whole = buffer(stream);
  const entries = entriesOf(report);
  await writeXlsx(
    async function* () {
      yield entries;
    },
    { lines: aboutLines(report, id), asOf: report.about.asOf },
    stream,
  );
  // The stream's pieces fall as the machine is busy, and so do those of the archive: it is packed anew.
  return packAnew(await whole, (_name, text) => text);
}

/** What a file says of itself: filter, time, versions, number. */
export function aboutLines({ about }: Pick<FrozenReport, 'about'>, id: string): [string, string][] {
  return [
    ['Title', about.title],
    ['Filter', about.filter],
    ['As of', formatInstant(about.asOf)],
    ['Screens version', about.screens],
    ['Reader', about.reader],
    ['Dealwatch', about.program],
    ['Report', id],
    ['Note', 'A flag says “look here”; it is not a finding of harm.'],
  ];
}
