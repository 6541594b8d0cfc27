import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { FrozenReport } from '../../model/frozen-report.ts';
import { freeze } from '../../model/frozen-report.ts';
import type { ReportFormat } from '../../model/report.ts';
import { renderReport } from '../../reports/render.ts';
import { reportDocument } from '../../reports/report-content.ts';
import { temporaryFolder } from '../db/world.ts';
import { aReport } from './entry.ts';

/** Programs of the desk: the tests that need one are skipped, visibly, where it is not installed. */
const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0;
const OFFICE = isInstalled('soffice');
const QPDF = isInstalled('qpdf');

async function fileOf(report: FrozenReport, format: ReportFormat): Promise<string> {
  const file = join(temporaryFolder(), `report.${format}`);
  writeFileSync(file, await renderReport(report, freeze(report).id, format));
  return file;
}

/** What LibreOffice makes of a file; its own profile folder, so that a running one is not in the way. */
function converted(file: string, to: string): string {
  const folder = temporaryFolder();
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], { timeout: 120_000 });
  return join(folder, `report.${to.split(':')[0]}`);
}

async function wordsIn(pdf: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, n) => {
    const { items } = await (await document.getPage(n + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join(' ').replace(/[\s-]+/g, '');
}

const folded = (text: string) => text.replace(/[\s-]+/g, '');

describe('a Word file', () => {
  it.skipIf(!OFFICE)(
    'opens in LibreOffice, whose PDF of it has every figure and every footnote (E03)',
    async () => {
      const report = aReport('dossier');
      const words = await wordsIn(converted(await fileOf(report, 'docx'), 'pdf'));
      const { sections, footnotes } = reportDocument(report, freeze(report).id);
      const cells = sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map((run) => run.text) : [])),
      );
      expect(cells.length).toBeGreaterThan(15);
      for (const cell of cells) expect(words).toContain(folded(cell));
      expect(footnotes.length).toBeGreaterThan(1);
      for (const { text, quote } of footnotes) {
        expect(words).toContain(folded(text));
        expect(words).toContain(folded(quote ?? ''));
      }
    },
    150_000,
  );

  it.skipIf(!OFFICE)(
    'has lines that grow with what stands in them, so that no picture is cut off',
    async () => {
      const text = readFileSync(converted(await fileOf(aReport('dossier'), 'docx'), 'fodt'), 'utf8');
      const heights = [...text.matchAll(/fo:line-height="([^"]+)"/g)].map(([, height]) => height);
      expect(heights.length).toBeGreaterThan(1);
      for (const height of heights) expect(height).toMatch(/%$/);
    },
    150_000,
  );

  it.skipIf(!OFFICE)(
    'shows each footnote once, however often it is cited',
    async () => {
      const words = await wordsIn(converted(await fileOf(aReport('dossier'), 'docx'), 'pdf'));
      const { footnotes } = reportDocument(aReport('dossier'), 'x');
      for (const { quote } of footnotes) expect(words.split(folded(`“${quote}”`))).toHaveLength(2);
    },
    150_000,
  );
});

describe('a workbook', () => {
  it.skipIf(!OFFICE)(
    'opens in LibreOffice with dates as dates and sums as numbers (E03)',
    async () => {
      const sheet = readFileSync(converted(await fileOf(aReport('register'), 'xlsx'), 'fods'), 'utf8');
      expect(sheet).toMatch(/office:value-type="float" office:value="4000000000"/);
      expect(sheet).toMatch(/office:value-type="date" office:date-value="2024-11-22/);
      expect(sheet).toMatch(/office:value-type="string"[^>]*>\s*<text:p>2023-09</);
    },
    150_000,
  );
});

describe('a PDF', () => {
  it.skipIf(!QPDF)('has no error that qpdf finds, in any kind of report', async () => {
    for (const kind of ['dossier', 'briefing', 'board', 'register'] as const) {
      const { status, stdout } = spawnSync('qpdf', ['--check', await fileOf(aReport(kind), 'pdf')]);
      expect([kind, status, String(stdout)]).toEqual([kind, 0, expect.stringContaining('No syntax or stream')]);
    }
  });
});
