import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Instant } from '../model/day.ts';
import type { Cover } from './as-docx.ts';
import { FONT_FOLDER } from './picture.ts';
import type { Block, ReportDocument, Run, TableBlock } from './report-document.ts';

/** What is used of the library, whose own types speak of the browser. */
interface PdfMaker {
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  setFonts(fonts: object): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

const FONTS = {
  Roboto: {
    normal: join(FONT_FOLDER, 'Roboto-Regular.ttf'),
    bold: join(FONT_FOLDER, 'Roboto-Medium.ttf'),
    italics: join(FONT_FOLDER, 'Roboto-Italic.ttf'),
    bolditalics: join(FONT_FOLDER, 'Roboto-MediumItalic.ttf'),
  },
};
const INK = '#17181c';
const GREY = '#62656d';

type Margins = [left: number, top: number, right: number, bottom: number];
const space = (top: number, bottom: number): Margins => [0, top, 0, bottom];

/** The library, told to open nothing but the fonts above: no address, no other file. */
function pdfMaker(): PdfMaker {
  const maker = createRequire(import.meta.url)('pdfmake') as PdfMaker;
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => Object.values(FONTS.Roboto).includes(path));
  maker.setFonts(FONTS);
  return maker;
}

/**
 * Takes a report and its moment; gives it as PDF with bookmarks, page numbers, links between values and their notes, and
 * the same pictures as the pages. The same report gives the same bytes.
 */
export async function asPdf(report: ReportDocument, asOf: Instant, { logo }: Cover = { logo: null }): Promise<Buffer> {
  const made = new Date(asOf);
  const info = { title: report.title, author: 'Dealwatch', creationDate: made, modDate: made };
  return pdfMaker()
    .createPdf({
      info,
      lang: 'en-GB',
      displayTitle: true,
      pageSize: 'A4',
      pageMargins: [45, 50, 45, 50],
      defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: INK },
      footer: (page, pages) => footer(report, page, pages),
      content: [
        ...cover(report, logo),
        ...report.sections.flatMap(sectionParts),
        ...notesPart(report),
        ...colophon(report),
      ],
    } as TDocumentDefinitions)
    .getBuffer();
}

function footer(report: ReportDocument, page: number, pages: number): Content {
  return {
    margin: [45, 16, 45, 0],
    fontSize: 7.5,
    color: GREY,
    columns: [
      { text: `${report.title}. A flag is not a finding of harm.`, width: '*' },
      { text: `${page} of ${pages}`, width: 'auto', alignment: 'right' },
    ],
  };
}

function cover(report: ReportDocument, logo: Buffer | null): Content[] {
  const image = logo
    ? [{ image: `data:image/png;base64,${logo.toString('base64')}`, fit: [140, 56] as [number, number] }]
    : [];
  return [
    ...image,
    { text: report.title, fontSize: 20, bold: true, margin: [0, 0, 0, 2] },
    { text: report.subtitle, color: GREY, margin: [0, 0, 0, 8] },
    ...(report.cover ? [{ text: report.cover, margin: [0, 0, 0, 8] as [number, number, number, number] }] : []),
  ];
}

function colophon({ colophon: lines }: ReportDocument): Content[] {
  return [{ stack: lines, fontSize: 7.5, color: GREY, margin: [0, 14, 0, 0] }];
}

/** A chapter is a bookmark; its parts are bookmarks beneath it. */
function sectionParts({ id, title, level, blocks }: ReportDocument['sections'][number]): Content[] {
  const head = {
    text: title,
    id: `section-${id}`,
    outline: true,
    outlineText: title,
    outlineExpanded: level === 1,
    bold: true,
    fontSize: level === 1 ? 13 : 11,
    margin: space(level === 1 ? 14 : 9, 4),
    headlineLevel: level,
  };
  return [head, ...blocks.flatMap(blockParts)];
}

function blockParts(block: Block): Content[] {
  if (block.kind === 'text') return [{ text: block.runs.flatMap(runParts), margin: [0, 0, 0, 4] }];
  if (block.kind === 'list')
    return [{ ul: block.items.map((item) => ({ text: item.flatMap(runParts) })), margin: [0, 0, 0, 6] }];
  if (block.kind === 'quote') return [{ text: runParts({ text: block.text, notes: block.notes }), italics: true }];
  if (block.kind === 'picture') return [{ svg: block.svg, width: 400, margin: [0, 2, 0, 6] }];
  return [
    { text: block.caption, color: GREY, fontSize: 8, margin: [0, 4, 0, 1] },
    { ...table(block), margin: space(0, 8) } as Content,
  ];
}

function runParts({ text, strong, notes = [] }: Run): Content[] {
  return [
    { text, bold: strong ?? false },
    ...notes.map((number) => ({
      text: ` ${number}`,
      sup: true,
      fontSize: 8,
      color: '#1a4fa0',
      linkToDestination: `note-${number}`,
    })),
  ];
}

function table({ columns, rows }: TableBlock): Content & object {
  const head: TableCell[] = columns.map(({ label, right }) => ({
    text: label,
    bold: true,
    fontSize: 8,
    alignment: right ? 'right' : 'left',
  }));
  const body: TableCell[][] = rows.map((row) =>
    row.map((run, n) => ({ text: runParts(run), fontSize: 8.5, alignment: columns[n]?.right ? 'right' : 'left' })),
  );
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: columns.map(() => '*'), body: [head, ...body] },
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (line: number) => (line === 1 ? INK : '#e3e0d7'),
      paddingLeft: () => 2,
      paddingRight: () => 4,
    },
  };
}

function notesPart({ footnotes }: ReportDocument): Content[] {
  if (footnotes.length === 0) return [];
  const head = { id: 'notes', title: 'Notes', level: 1 as const, blocks: [] };
  const lines = footnotes.map(({ number, text, link, quote }) => ({
    id: `note-${number}`,
    fontSize: 8,
    margin: space(0, 2),
    text: [
      { text: `${number}  `, bold: true },
      { text: `${text}. ` },
      ...(link ? [{ text: `${link} `, link, color: '#1a4fa0' }] : []),
      ...(quote ? [{ text: `“${quote}”`, italics: true }] : []),
    ],
  }));
  return [...sectionParts(head), ...(lines as Content[])];
}
