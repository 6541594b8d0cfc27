import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { load } from 'cheerio';
import exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { type FrozenReport, freeze, thaw } from '../../model/frozen-report.ts';
import { REPORT_FORMATS } from '../../model/report.ts';
import { withFewLinks, writeXlsx } from '../../reports/as-xlsx.ts';
import { renderReport } from '../../reports/render.ts';
import type { ReportEntry } from '../../reports/report.ts';
import { anEntry, aReport, asOf } from './entry.ts';

const render = (report: FrozenReport, format: Parameters<typeof renderReport>[2]) => {
  const { id } = freeze(report);
  return renderReport(report, id, format);
};

function partsOf(archive: Buffer): Record<string, string> {
  const files = unzipSync(archive);
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

/** Every XML part must be well formed: what Word and LibreOffice would repair is a failure here. */
function expectWellFormed(parts: Record<string, string>): void {
  for (const [name, text] of Object.entries(parts).filter(([file]) => /\.(xml|rels)$/.test(file))) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses
    expect(text, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    const opened = text.match(/<[A-Za-z][^>]*[^/]>|<[A-Za-z]>/g)?.length ?? 0;
    const closed = text.match(/<\/[A-Za-z][^>]*>/g)?.length ?? 0;
    expect([name, opened]).toEqual([name, closed]);
  }
}

describe('a frozen report', () => {
  it('keeps everything under the hash of its content, and notices damage', () => {
    const report = aReport();
    const { id, bytes } = freeze(report);
    expect(thaw(id, bytes)).toEqual(report);
    expect(() => thaw('0000000000000000', bytes)).toThrow('damaged');
    expect(freeze({ ...report, about: { ...report.about, title: 'Other' } }).id).not.toBe(id);
  });

  it.each(REPORT_FORMATS)('made again as %s is the same to the byte', async (format) => {
    const [one, two] = [await render(aReport(), format), await render(thaw(...pair(freeze(aReport()))), format)];
    expect(one.length).toBeGreaterThan(100);
    expect(one.equals(two)).toBe(true);
  });

  it.each(['briefing', 'board', 'register'] as const)('can be a %s in every format', async (kind) => {
    for (const format of REPORT_FORMATS) expect((await render(aReport(kind), format)).length).toBeGreaterThan(100);
  });
});

const pair = ({ id, bytes }: { id: string; bytes: Buffer }): [string, Buffer] => [id, bytes];

describe('as Word', () => {
  it('has headings, tables, a picture and a footnote for each value, with source, dates, hash and words', async () => {
    const parts = partsOf(await render(aReport(), 'docx'));
    expectWellFormed(parts);
    const body = load(parts['word/document.xml'] as string, { xml: true });
    const headings = body('w\\:pStyle[w\\:val="Heading1"]').length;
    expect(headings).toBe(9);
    expect(body('w\\:tbl').length).toBeGreaterThanOrEqual(3);
    expect(body('w\\:tblHeader').length).toBe(body('w\\:tbl').length);
    expect(body('w\\:drawing').length).toBe(1);
    const referred = body('w\\:footnoteReference')
      .map((_, e) => body(e).attr('w:id'))
      .get();
    const notes = load(parts['word/footnotes.xml'] as string, { xml: true });
    const known = notes('w\\:footnote')
      .map((_, e) => notes(e).attr('w:id'))
      .get();
    // Word counts notes by their marks: a second mark of the same note would be another number.
    expect([new Set(referred).size, referred.length]).toEqual([3, 3]);
    const again = parts['word/document.xml']?.match(/NOTEREF note\d+/g) ?? [];
    expect(again.length).toBeGreaterThan(3);
    const marks = body('w\\:bookmarkStart')
      .map((_, e) => `${body(e).attr('w:name')} ${body(e).attr('w:id')}`)
      .get();
    expect(new Set(marks.map((mark) => mark.split(' ')[1])).size).toBe(marks.length);
    for (const one of again) expect(marks.join()).toContain(one.replace('NOTEREF ', ''));
    for (const id of referred) expect(known).toContain(id);
    const text = notes('w\\:footnotes').text();
    for (const words of [
      'Example News (official), “Case page”',
      'retrieved 22 May 2026, 08:00 UTC',
      '0123456789ab',
      'The words of f2 & <more>',
    ]) {
      expect(text).toContain(words);
    }
    expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true);
  });

  it('holds hostile words and links as words, in valid XML, with no address that is not a web page (E03)', async () => {
    const title = '<w:p>]]>&"\u0001\u0007\ud800\uffff';
    const hostile = aReport('dossier', { title, url: 'file:///etc/passwd', pair: { target: `Evil ${title}` } });
    for (const one of hostile.documents.slice(0, 1)) {
      hostile.documents.push({ ...one, id: 'd9', url: 'javascript:alert(1)' });
    }
    hostile.proofs.f9 = { documentId: 'd9', quote: title };
    hostile.entries[0]?.flags[0]?.for[0]?.factIds.push('f9');
    const docx = partsOf(await render(hostile, 'docx'));
    expectWellFormed(docx);
    for (const [name, text] of Object.entries(docx)) {
      if (name.endsWith('.rels')) expect(text).not.toMatch(/Target="(file|javascript):/);
    }
    const xlsx = partsOf(await render(hostile, 'xlsx'));
    expectWellFormed(xlsx);
    for (const [name, text] of Object.entries(xlsx)) {
      if (name.endsWith('.rels')) expect(text).not.toMatch(/Target="(file|javascript):/);
    }
    const markdown = (await render(hostile, 'md')).toString('utf8');
    expect(markdown).toContain('\\<w:p\\>');
    expect(markdown).not.toContain('<javascript:');
  });
});

async function pdfText(file: Buffer) {
  const document = await getDocument({ data: new Uint8Array(file), useSystemFonts: true, verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const outline = await document.getOutline();
  const { info } = await document.getMetadata();
  await document.destroy();
  return { pages, outline, info: info as Record<string, string> };
}

describe('as PDF', () => {
  it('has bookmarks, page numbers, and the text of every figure and note', async () => {
    const { pages, outline, info } = await pdfText(await render(aReport(), 'pdf'));
    const text = pages.join('').replace(/\s+/g, '');
    for (const words of ['$4bn', 'Cloud-spend round-tripping', 'None on record', 'The words of f2', '0123456789ab']) {
      expect(text).toContain(words.replaceAll(' ', ''));
    }
    expect(pages[0]?.replace(/\s+/g, ' ')).toContain(`1 of ${pages.length}`);
    expect(outline.map((entry: { title: string }) => entry.title)).toContain('Scrutiny');
    expect(info).toMatchObject({ Title: 'Amazon and Anthropic', CreationDate: expect.stringContaining('20260522') });
  });
});

async function sheetsOf(file: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(file as never);
  return book;
}

async function workbook(entries: readonly ReportEntry[]): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const pieces = async function* () {
    yield entries;
  };
  await writeXlsx(pieces, { lines: [['Filter', 'all']], asOf }, stream);
  return whole;
}

/** Every element of the tree that screen readers follow, with its parent's name and its alternative text. */
async function elementsOf(file: Buffer) {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const found: { role: string; parent: string; alt?: string; texts: number }[] = [];
  interface Node {
    role: string;
    alt?: string;
    children: (Node | { type: string })[];
  }
  const walk = (node: Node, parent: string) => {
    const texts = node.children.filter((child) => 'type' in child && child.type === 'content').length;
    found.push({ role: node.role, parent, texts, ...(node.alt ? { alt: node.alt } : {}) });
    for (const child of node.children) if ('role' in child) walk(child, node.role);
  };
  for (let n = 1; n <= document.numPages; n += 1) {
    const tree = (await (await document.getPage(n)).getStructTree()) as Node | null;
    if (tree) walk(tree, '');
  }
  return { found, info: await document.getMetadata(), mark: await document.getMarkInfo() };
}

describe('as PDF, for screen readers', () => {
  it('is tagged: headings, lists, tables with heads, pictures with words, links, in English', async () => {
    const { found, info, mark } = await elementsOf(await render(aReport(), 'pdf'));
    expect(mark).toMatchObject({ Marked: true });
    expect(info.info).toMatchObject({ Language: 'en-GB' });
    const parents = (role: string) => [...new Set(found.filter((one) => one.role === role).map((one) => one.parent))];
    expect(parents('H1')).toEqual(['Document']);
    expect(found.filter((one) => one.role === 'H2').length).toBeGreaterThan(8);
    expect([parents('TH'), parents('TD'), parents('TR')]).toEqual([['TR'], ['TR'], ['Table']]);
    expect([parents('LBody'), parents('LI')]).toEqual([['LI'], ['L']]);
    expect(found.filter((one) => one.role === 'Figure').map((one) => one.alt)).toEqual([
      expect.stringContaining('Amazon'),
    ]);
    expect(found.filter((one) => one.role === 'Link').length).toBeGreaterThan(5);
    expect(found.some((one) => one.role === 'P' && one.texts > 0)).toBe(true);
  });

  it('reads the head of a table that goes over pages once', async () => {
    const long = aReport('register');
    const [deal] = (long.entries[0] as (typeof long.entries)[number]).pair.deals;
    const [event] = deal?.events ?? [];
    if (deal && event) deal.events = Array.from({ length: 120 }, () => event);
    const { found } = await elementsOf(await render(long, 'pdf'));
    expect(found.filter((one) => one.role === 'TD' && one.texts > 0).length).toBeGreaterThan(500);
    expect(found.filter((one) => one.role === 'TH' && one.texts > 0).length).toBeLessThan(25);
  });
});

describe('as Excel', () => {
  it('has one sheet a table, heads that stay, filters, numbers as numbers and days as days', async () => {
    const book = await sheetsOf(await render(aReport(), 'xlsx'));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      'Deals',
      'Sums',
      'Terms',
      'Flags',
      'Scrutiny',
      'Sources',
      'About',
    ]);
    const sums = book.getWorksheet('Sums') as exceljs.Worksheet;
    expect(sums.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sums.autoFilter).toBeTruthy();
    expect(sums.getRow(3).getCell(5).value).toEqual(new Date('2024-11-22T00:00:00Z'));
    expect(sums.getRow(2).getCell(5).value).toBe('2023-09');
    expect(sums.getRow(2).getCell(6).value).toBe(4e9);
    expect(sums.getColumn(6).numFmt).toBe('#,##0');
    const values = (sheet: string) => (book.getWorksheet(sheet) as exceljs.Worksheet).getRow(2).values as unknown[];
    expect(values('Deals').slice(1, 8)).toEqual([
      ...['Amazon', 'Anthropic', 'model', 'Investment (done), Cloud or chip supply (done)'],
      ...[8e9, undefined, 4e9],
    ]);
    expect(values('Terms').slice(3, 5)).toEqual(['Investment', 'Convertible']);
    expect(values('Sources').slice(-2)).toEqual([new Date('2026-05-22T08:00:00Z'), '0123456789abcdef']);
    const about = book.getWorksheet('About')?.getSheetValues().flat().join(' ');
    expect(about).toContain('one deal');
    expect(about).toContain('Screens version');
  });

  it('keeps formulas text, in names and everywhere, and negative numbers numbers (E01)', async () => {
    const evil = anEntry({ pair: { acquirer: "=cmd|' /C calc'!A0", target: '=HYPERLINK("http://x")' } });
    for (const event of evil.pair.deals[0]?.events ?? []) event.value = -5;
    const sums = (await sheetsOf(await workbook([evil]))).getWorksheet('Sums') as exceljs.Worksheet;
    const row = sums.getRow(2);
    expect([row.getCell(1).type, row.getCell(1).value]).toEqual([exceljs.ValueType.String, "'=cmd|' /C calc'!A0"]);
    expect([row.getCell(2).type, row.getCell(6).value]).toEqual([exceljs.ValueType.String, -5]);
    for (const [name, text] of Object.entries(partsOf(await workbook([evil])))) {
      if (name.includes('worksheets')) expect(text).not.toMatch(/<f[ >]/);
    }
  });

  it('cuts a cell that is longer than Excel takes, and says so (E02)', async () => {
    const long = anEntry({ flag: { why: 'x'.repeat(40_000) } });
    const flags = (await sheetsOf(await workbook([long]))).getWorksheet('Flags') as exceljs.Worksheet;
    const text = String(flags.getRow(2).getCell(6).value);
    expect([text.length, text.endsWith('Excel takes no longer text]')]).toEqual([32_767, true]);
  });

  it('links no more addresses than Excel takes in a sheet; the others are text (E02)', () => {
    const link = (n: number) => ({ text: `https://news.example/${n}`, hyperlink: `https://news.example/${n}` });
    const rows = [
      ['a', link(1)],
      ['b', null],
      ['c', link(2)],
      ['d', link(3)],
    ];
    expect([...withFewLinks(rows, 2)]).toEqual([...rows.slice(0, 3), ['d', 'https://news.example/3']]);
    expect([...withFewLinks(Array.from({ length: 65_531 }, (_, n) => [link(n)]))].slice(-2)).toEqual([
      [link(65_529)],
      ['https://news.example/65530'],
    ]);
  });

  it('says that nothing matched instead of giving an empty file (E05)', async () => {
    const book = await sheetsOf(await workbook([]));
    expect(book.getWorksheet('About')?.getSheetValues().flat().join(' ')).toContain('No deal matches');
    expect(book.getWorksheet('Deals')?.rowCount).toBe(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const stream = new PassThrough();
    stream.resume();
    const pieces = async function* () {
      yield [anEntry()];
      stop.abort();
      yield [anEntry()];
    };
    await expect(writeXlsx(pieces, { lines: [], asOf }, stream, stop.signal)).rejects.toThrow('abort');
  });
});

describe('as FollowTheMoney', () => {
  it('has companies, who owns whom, payments in the direction of the money, and each thing once', async () => {
    const report = aReport();
    report.entries.push(report.entries[0] as never);
    const lines = (await render(report, 'ftm')).toString('utf8').trim().split('\n');
    const entities = lines.map(
      (line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> },
    );
    expect(new Set(entities.map((one) => one.id)).size).toBe(entities.length);
    const companies = new Map(
      entities.filter((one) => one.schema === 'Company').map((one) => [one.id, one.properties.name?.[0]]),
    );
    expect([...companies.values()].sort()).toEqual(['Amazon', 'Anthropic']);
    const owns = entities.find((one) => one.schema === 'Ownership');
    expect(companies.get(owns?.properties.owner?.[0] ?? '')).toBe('Amazon');
    const paid = entities.filter((one) => one.schema === 'Payment');
    expect(paid.map((one) => one.properties.amountUsd)).toEqual([['4000000000'], ['4000000000']]);
    expect(companies.get(paid[0]?.properties.payer?.[0] ?? '')).toBe('Amazon');
  });
});
