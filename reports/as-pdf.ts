import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Instant } from '../model/day.ts';
import type { Cover } from './as-docx.ts';
import { LOGO_BOX } from './logo.ts';
import { type Tag, type TagName, teachTags } from './pdf-tags.ts';
import { FONT_FOLDER } from './picture.ts';
import {
  type Block,
  columnShares,
  isBroad,
  type ReportDocument,
  type ReportSection,
  type Run,
  type TableBlock,
} from './report-document.ts';
import { inScriptFonts, type ScriptFonts, withScriptFonts } from './script-fonts.ts';

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
/** Texts and cells that stand on the page of their heading; of a chapter's, whose first part has a heading too, more. */
const [KEPT_WITH_HEADING, KEPT_WITH_CHAPTER] = [4, 6];
/** With more sections headings are tied to what follows: asked of each, the library lays everything out anew. */
const MOST_KEPT = 40;
const INK = '#17181c';
const GREY = '#62656d';
const LINK_INK = '#1a4fa0';
/** Raised numbers are drawn at six tenths of this. */
const NOTE_SIZE = 10.5;
/** An A4 page and its margins, in points. */
const [SHORT_SIDE, LONG_SIDE] = [595.28, 841.89];
const MARGIN = 45;
/** Room to the left and the right of what is in a cell. */
const [LEFT_ROOM, RIGHT_ROOM] = [2, 10];
/** Tables of so few rows stay on the page of their heading. */
const SMALL_TABLE = 10;

interface Node {
  /** Of a heading: how many texts and cells it needs on its page. */
  headlineLevel?: number;
}
interface Around {
  getFollowingNodesOnPage(): unknown[];
}

type Margins = [left: number, top: number, right: number, bottom: number];
const space = (top: number, bottom: number): Margins => [0, top, 0, bottom];

/** A heading is not left alone at the foot of a page. */
function isLonely(node: Node, around: Around): boolean {
  return node.headlineLevel !== undefined && around.getFollowingNodesOnPage().length < node.headlineLevel;
}

/** The library, told to open nothing but the fonts above and those of other scripts: no address, no other file. */
function pdfMaker({ files }: ScriptFonts): PdfMaker {
  teachTags();
  const maker = createRequire(import.meta.url)('pdfmake') as PdfMaker;
  const others = [...files].map(([name, { regular, strong }]) => {
    return [name, { normal: regular, bold: strong, italics: regular, bolditalics: strong }] as const;
  });
  const fonts = { ...FONTS, ...Object.fromEntries(others) };
  const allowed = new Set<string>(Object.values(fonts).flatMap((styles) => Object.values(styles)));
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => allowed.has(path));
  maker.setFonts(fonts);
  return maker;
}

/** Where parts are put, and what draws names in other scripts. */
interface Page {
  whole: Tag;
  fonts: ScriptFonts;
  /** Of the text, in points. */
  width: number;
  /** True where headings are kept with what follows by the pieces themselves. */
  tied: boolean;
}

/**
 * Takes a report and its moment; gives it as PDF with bookmarks, page numbers, links between values and their notes, tags
 * for screen readers, and the same pictures as the pages. The same report gives the same bytes.
 */
export async function asPdf(report: ReportDocument, asOf: Instant, cover: Cover = { logo: null }): Promise<Buffer> {
  return withScriptFonts(stringsIn(report), (fonts) => draw(report, asOf, cover, fonts));
}

/** Every text in it, pictures too. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') for (const part of Object.values(value)) yield* stringsIn(part);
}

function draw(report: ReportDocument, asOf: Instant, { logo }: Cover, fonts: ScriptFonts): Promise<Buffer> {
  const made = new Date(asOf);
  const info = { title: report.title, author: 'Dealwatch', creationDate: made, modDate: made };
  const broad = isBroad(report);
  const tied = report.sections.length > MOST_KEPT;
  const width = (broad ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
  const page: Page = { whole: { name: 'Document', parent: null }, fonts, width, tied };
  return pdfMaker(fonts)
    .createPdf({
      info,
      version: '1.7',
      language: 'en-GB',
      displayTitle: true,
      tagged: true,
      pageSize: 'A4',
      pageOrientation: broad ? 'landscape' : 'portrait',
      pageMargins: [MARGIN, 50, MARGIN, 50],
      defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: INK },
      footer: (number, numbers) => footer(report, fonts, number, numbers),
      ...(tied ? {} : { pageBreakBefore: isLonely }),
      content: [
        ...coverParts(report, logo, page),
        ...sectionsParts(report.sections, page),
        ...notesPart(report, page),
        ...colophon(report, page),
      ],
    } as TDocumentDefinitions)
    .getBuffer();
}

/** The font has no arrow and no narrow spaces; what stands in their place reads the same. */
const drawable = (text: string) => text.replaceAll('→', '›').replace(/[\u2000-\u200a\u202f]/g, '\u00a0');

/** Words as they are drawn: in pieces, where some are in a script of another font. */
function words(text: string, fonts: ScriptFonts): string | Content[] {
  const pieces = fonts.pieces(drawable(text));
  if (pieces.every(({ font }) => font === null)) return drawable(text);
  return pieces.map(({ text, font }) => (font === null ? { text } : { text, font }));
}

function footer(report: ReportDocument, fonts: ScriptFonts, page: number, pages: number): Content {
  return {
    margin: [MARGIN, 16, MARGIN, 0],
    fontSize: 7.5,
    color: GREY,
    columns: [
      { text: words(`${report.title}. A flag is not a finding of harm.`, fonts), width: '*' },
      { text: `${page} of ${pages}`, width: 'auto', alignment: 'right' },
    ],
  };
}

/** A part of a page with its place in the tree that screen readers follow. */
function tagged<T extends object>(name: TagName, parent: Tag, content: T, alt?: string): Content & { tag: Tag } {
  return { ...content, tag: { name, parent, ...(alt ? { alt } : {}) } } as unknown as Content & { tag: Tag };
}

function coverParts(report: ReportDocument, logo: Buffer | null, { whole, fonts }: Page): Content[] {
  const data = logo && `data:image/png;base64,${logo.toString('base64')}`;
  const { width, height } = LOGO_BOX;
  return [
    ...(data ? [tagged('Figure', whole, { image: data, fit: [width, height], margin: space(0, 10) }, 'Logo')] : []),
    tagged('H1', whole, { text: words(report.title, fonts), fontSize: 20, bold: true, margin: space(0, 2) }),
    tagged('P', whole, { text: words(report.subtitle, fonts), color: GREY, margin: space(0, 8) }),
    ...(report.cover ? [tagged('P', whole, { text: words(report.cover, fonts), margin: space(0, 8) })] : []),
  ];
}

function colophon({ colophon: lines }: ReportDocument, { whole, fonts }: Page): Content[] {
  const stack = lines.map((line) => tagged('P', whole, { text: words(line, fonts) }));
  return [{ stack, fontSize: 7.5, color: GREY, margin: [0, 14, 0, 0] }];
}

/** Chapters and their parts. The heading of a chapter that begins with a part stays with that part's. */
function sectionsParts(sections: readonly ReportSection[], page: Page): Content[] {
  let heads: Content[] = [];
  return sections.flatMap((section, n) => {
    if (page.tied && section.blocks.length === 0 && sections[n + 1]) {
      heads.push(...sectionParts(section, page));
      return [];
    }
    const [first, ...rest] = sectionParts(section, page);
    const parts = heads.length
      ? [{ stack: [...heads, first], unbreakable: true } as Content, ...rest]
      : [first, ...rest];
    heads = [];
    return parts as Content[];
  });
}

/** A chapter is a bookmark; its parts are bookmarks beneath it. */
function sectionParts({ id, title, level, blocks }: ReportSection, page: Page): Content[] {
  const head = {
    text: words(title, page.fonts),
    id: `section-${id}`,
    outline: true,
    outlineText: title,
    outlineExpanded: level === 1,
    bold: true,
    fontSize: level === 1 ? 13 : 11,
    margin: space(level === 1 ? 14 : 9, 4),
    headlineLevel: blocks.length ? KEPT_WITH_HEADING : KEPT_WITH_CHAPTER,
  };
  const parts = [
    tagged(level === 1 ? 'H2' : 'H3', page.whole, head),
    ...blocks.flatMap((block) => blockParts(block, page)),
  ];
  const most = page.tied ? tiedParts(blocks) : 0;
  return most > 1 ? [{ stack: parts.slice(0, most), unbreakable: true }, ...parts.slice(most)] : parts;
}

/** How many parts stay on one page, the heading counted: the text behind it, and a table if it is small. */
function tiedParts(blocks: readonly Block[]): number {
  const [first, second] = blocks;
  const isSmall = (block: Block | undefined) => block?.kind === 'table' && block.rows.length <= SMALL_TABLE;
  if (first?.kind === 'text') return isSmall(second) ? 4 : 2;
  return isSmall(first) ? 3 : 1;
}

function blockParts(block: Block, page: Page): Content[] {
  const { whole, fonts } = page;
  const runs = (parts: readonly Run[]) => parts.flatMap((run) => runParts(run, fonts));
  if (block.kind === 'text') return [tagged('P', whole, { text: runs(block.runs), margin: space(0, 4) })];
  if (block.kind === 'list') return [list(block.items, page)];
  if (block.kind === 'quote') {
    const text = runParts({ text: block.text, notes: block.notes }, fonts);
    return [tagged('BlockQuote', whole, { text, italics: true })];
  }
  if (block.kind === 'picture') {
    const svg = inScriptFonts(block.svg, fonts);
    return [tagged('Figure', whole, { svg, width: 400, margin: space(2, 6) }, block.words)];
  }
  const tag: Tag = { name: 'Table', parent: whole };
  return [
    tagged('Caption', tag, { text: words(block.caption, fonts), color: GREY, fontSize: 8, margin: space(4, 1) }),
    { ...table(block, tag, page), margin: space(0, 8) } as Content,
  ];
}

function list(items: readonly Run[][], { whole, fonts }: Page): Content {
  const tag: Tag = { name: 'L', parent: whole };
  const ul = items.map((item) => {
    const text = item.flatMap((run) => runParts(run, fonts));
    return tagged('LBody', { name: 'LI', parent: tag }, { text, margin: space(0, 2) });
  });
  return { ul, margin: space(0, 6) };
}

/** Words, and behind them the numbers of their notes, each a link, in order and apart. */
function runParts({ text, strong, link, notes = [] }: Run, fonts: ScriptFonts): Content[] {
  if (link) return [{ text: link, link, color: LINK_INK }];
  const sorted = [...notes].sort((a, b) => a - b);
  return [
    { text: words(text, fonts), bold: strong ?? false },
    ...sorted.flatMap((number, n) => [
      { text: n === 0 ? '\u00a0' : ', ', sup: true, fontSize: NOTE_SIZE, color: LINK_INK },
      { text: `${number}`, sup: true, fontSize: NOTE_SIZE, color: LINK_INK, linkToDestination: `note-${number}` },
    ]),
  ];
}

function table(block: TableBlock, tag: Tag, { fonts, width }: Page): Content & object {
  const { columns, rows } = block;
  const room = width - columns.length * (LEFT_ROOM + RIGHT_ROOM);
  const sides = columns.map(({ right }) => ({ alignment: right ? 'right' : 'left' }) as const);
  const first: Tag = { name: 'TR', parent: tag };
  const head: TableCell[] = columns.map(({ label }, n) =>
    tagged('TH', first, { text: words(label, fonts), bold: true, fontSize: 8, ...sides[n] }),
  );
  const body: TableCell[][] = rows.map((row) => {
    const line: Tag = { name: 'TR', parent: tag };
    return row.map((run, n) => tagged('TD', line, { text: runParts(run, fonts), fontSize: 8.5, ...sides[n] }));
  });
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: columnShares(block).map((share) => share * room),
      body: [head, ...body],
    },
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (line: number) => (line === 1 ? INK : '#e3e0d7'),
      paddingLeft: () => LEFT_ROOM,
      paddingRight: () => RIGHT_ROOM,
      paddingTop: () => 3.5,
      paddingBottom: () => 2,
    },
  };
}

function notesPart({ footnotes }: ReportDocument, page: Page): Content[] {
  if (footnotes.length === 0) return [];
  const head = { id: 'notes', title: 'Notes', level: 1 as const, blocks: [] };
  const lines = footnotes.map(({ number, text, link, quote }) =>
    tagged('P', page.whole, {
      id: `note-${number}`,
      fontSize: 8,
      margin: space(0, 2),
      text: [
        { text: `${number}  `, bold: true },
        { text: words(`${text}. `, page.fonts) },
        ...(link ? [{ text: `${link} `, link, color: LINK_INK }] : []),
        ...(quote ? [{ text: words(`“${quote}”`, page.fonts), italics: true }] : []),
      ],
    }),
  );
  return [...sectionParts(head, page), ...lines];
}
