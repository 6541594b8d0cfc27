import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { PartialDay } from '../../model/day.ts';
import { type FrozenReport, freeze } from '../../model/frozen-report.ts';
import type { DealEvent } from '../../model/ledger.ts';
import type { ReportKind } from '../../model/report.ts';
import { renderReport } from '../../reports/render.ts';
import { reportDocument } from '../../reports/report-content.ts';
import { columnShares, type TableBlock } from '../../reports/report-document.ts';
import { anEntry, aReport } from './entry.ts';

const render = (report: FrozenReport, format: 'pdf' | 'docx') => renderReport(report, freeze(report).id, format);

/** Every page of a PDF: its width, its height, and its texts with how far up they stand. */
async function pagesOf(file: Buffer) {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, n) => n + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));
      return { width, height, lines: items.map(({ str, transform }) => ({ text: str, y: transform[5] as number })) };
    }),
  );
}

function tablesOf(report: FrozenReport): TableBlock[] {
  const { sections } = reportDocument(report, 'x');
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

describe('pages', () => {
  it.each([
    ['board', true],
    ['dossier', false],
  ] as const)('of a %s lie broadside: %s', async (kind, isBroad) => {
    const [first] = await pagesOf(await render(aReport(kind as ReportKind), 'pdf'));
    expect((first?.width ?? 0) > (first?.height ?? 0)).toBe(isBroad);
    const word = unzipSync(await render(aReport(kind as ReportKind), 'docx'));
    const body = Buffer.from(word['word/document.xml'] as Uint8Array).toString();
    expect(body.includes('w:orient="landscape"')).toBe(isBroad);
  });

  it('leave no heading alone at their foot, in a register of many deals either', async () => {
    const entry = anEntry();
    const entries = Array.from({ length: 60 }, (_, n) => {
      const target = `Target ${n}`;
      return { ...entry, pair: { ...entry.pair, id: `amazon--${n}`, target } };
    });
    const pages = await pagesOf(await render({ ...aReport('register'), entries }, 'pdf'));
    expect(pages.length).toBeGreaterThan(10);
    const [foot] = pages.map(({ lines }) => Math.min(...lines.map(({ y }) => y)));
    for (const { lines } of pages) {
      const words = lines.filter(({ text, y }) => text.trim() && y > (foot ?? 0) + 5);
      const last = words.reduce((a, b) => (b.y < a.y ? b : a));
      expect(last.text).not.toMatch(/^Amazon › Target|^Every known sum|^Every sum/);
    }
  });
});

describe('columns', () => {
  const cell = (text: string, notes = 0) => ({ text, notes: Array.from({ length: notes }, (_, n) => n) });
  const shares = (...rows: ReturnType<typeof cell>[][]) =>
    columnShares({ kind: 'table', caption: '', columns: (rows[0] ?? []).map(() => ({ label: 'X' })), rows });

  it('share the width by what they hold, within bounds', () => {
    const [short = 0, long = 0, longer = 0] = shares([cell('a'), cell('a '.repeat(20)), cell('a '.repeat(500))]);
    expect(short + long + longer).toBeCloseTo(1);
    expect([longer === long, long > 2 * short, short > 0.1]).toEqual([true, true, true]);
  });

  it('have room for their longest word and for the numbers of notes', () => {
    const [word = 0, other = 0] = shares([cell('Extraordinarilylongname'.repeat(2)), cell('a b '.repeat(9))]);
    expect(word).toBeGreaterThan(other);
    const [noted = 0, bare = 0] = shares([cell('$13.75bn in all', 3), cell('$13.75bn in all')]);
    expect(noted).toBeGreaterThan(bare);
  });
});

describe('the table of sums', () => {
  const told = (event: DealEvent): DealEvent => ({ ...event, date: null, reportedOn: '2024-11-22' as PartialDay });
  const change = (alter: (event: DealEvent) => DealEvent): FrozenReport => {
    const entry = anEntry();
    const deals = entry.pair.deals.map((deal) => ({ ...deal, events: deal.events.map(alter) }));
    return { ...aReport('dossier'), entries: [{ ...entry, pair: { ...entry.pair, deals } }] };
  };
  const sums = (report: FrozenReport) => tablesOf(report).find(({ caption }) => caption === 'Every known sum');

  it('says of a sum without a date when it was first told', () => {
    const dates = sums(change(told))?.rows.map(([date]) => date?.text);
    expect(new Set(dates)).toEqual(new Set(['undated, told 22 Nov 2024']));
  });

  it('has a column for figures that disagree only where some do', () => {
    const labels = (report: FrozenReport) => sums(report)?.columns.map(({ label }) => label);
    expect(labels(change((event) => ({ ...event, disputedBy: [] })))).not.toContain('Elsewhere');
    const other = { value: 9e9, currency: 'USD', documentId: 'd1', factId: 'f1' };
    const disputed = change((event) => ({ ...event, disputedBy: [other] as DealEvent['disputedBy'] }));
    expect(labels(disputed)).toContain('Elsewhere');
    for (const row of sums(disputed)?.rows ?? []) expect(row).toHaveLength(6);
  });
});
