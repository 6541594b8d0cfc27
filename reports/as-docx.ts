import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Instant } from '../model/day.ts';
import { packAnew } from './fixed-zip.ts';
import { LOGO_BOX, logoSize, pngSize } from './logo.ts';
import { drawPicture, type Picture } from './picture.ts';
import {
  type Block,
  columnShares,
  type Footnote,
  isBroad,
  type ReportDocument,
  type Run,
  type TableBlock,
} from './report-document.ts';
import { xmlSafe } from './xml.ts';

const BULLETS = 'bullets';
/** Stands around the number of a note that is cited again; a private character that no text of ours keeps. */
const REFERENCE = '\uE000';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'C8C4B7' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** An A4 page and its margins of 18 mm, in twentieths of a point. */
const [SHORT_SIDE, LONG_SIDE] = [11_906, 16_838];
const MARGIN = 1020;

/** A logo for the cover: a PNG picture. */
export interface Cover {
  logo: Buffer | null;
}

/**
 * Takes a report and its moment; gives it as a Word document with real styles, headings, tables that repeat their heads,
 * footnotes and pictures. The same report gives the same bytes.
 */
export async function asDocx(report: ReportDocument, asOf: Instant, { logo }: Cover = { logo: null }): Promise<Buffer> {
  const broad = isBroad(report);
  const width = (broad ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
  const page: Page = { cited: new Set(), pictures: await picturesIn(report), width };
  const document = new Document({
    title: xmlSafe(report.title),
    creator: 'Dealwatch',
    description: xmlSafe(report.subtitle),
    styles: { default: STYLES, paragraphStyles: [{ id: FOOT, name: 'Foot', basedOn: 'Normal', run: FOOT_RUN }] },
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    footnotes: Object.fromEntries(
      report.footnotes.map((note) => [String(note.number), { children: [footnote(note)] }]),
    ),
    sections: [
      {
        properties: { page: { size: pageSize(broad), margin: margins() } },
        footers: { default: footer(report) },
        children: [
          ...cover(report, logo),
          ...report.sections.flatMap((section) => sectionBlocks(section, page)),
          ...colophon(report),
        ],
      },
    ],
  });
  return steady(await Packer.toBuffer(document), asOf);
}

/** The library turns the sides round itself. */
const pageSize = (broad: boolean) => ({
  width: SHORT_SIDE,
  height: LONG_SIDE,
  orientation: broad ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
});

const BULLET = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 260 } } },
};

/** Headings name the font again: without it LibreOffice takes one of its own for them. */
const FACE = { font: 'Calibri', color: '17181C' };
/** Lines grow with what stands in them: a fixed height, which LibreOffice takes where none is named, cuts off pictures. */
const LINES = { line: 264, lineRule: LineRuleType.AUTO };
const STYLES = {
  document: {
    run: { ...FACE, size: 21, language: { value: 'en-GB' } },
    paragraph: { spacing: { after: 100, ...LINES } },
  },
  title: { run: { ...FACE, size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
  heading1: { run: { ...FACE, size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 100 } } },
  heading2: { run: { ...FACE, size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
  footnoteText: { run: { size: 17 }, paragraph: { spacing: { after: 20 } } },
};

/** What stands at the foot of each page: a style of its own, since fields take their look from the paragraph's. */
const FOOT = 'Foot';
const FOOT_RUN = { size: 17, color: '62656D' };

const margins = () => ({ top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN });
const words = (text: string, more: object = {}) =>
  new TextRun({ text: xmlSafe(text).replaceAll(REFERENCE, ''), ...more });
const para = (text: string, more: object = {}) => new Paragraph({ children: [words(text, more)] });

function cover(report: ReportDocument, logo: Buffer | null): Paragraph[] {
  const image =
    logo &&
    new ImageRun({
      type: 'png',
      data: logo,
      transformation: logoSize(pngSize(logo) ?? LOGO_BOX),
      altText: alt('Logo'),
    });
  return [
    ...(image ? [new Paragraph({ children: [image] })] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [words(report.title)] }),
    para(report.subtitle, { color: '474A52' }),
    ...(report.cover ? report.cover.split('\n').map((line) => para(line)) : []),
  ];
}

function colophon({ colophon: lines }: ReportDocument): Paragraph[] {
  const rule = new Paragraph({ border: { top: { ...LINE, space: 6 } }, spacing: { before: 320 }, children: [] });
  return [rule, ...lines.map((line) => para(line, { size: 17, color: '62656D' }))];
}

function footer({ title }: ReportDocument): Footer {
  const pages = new TextRun({ children: ['  ·  ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: FOOT, children: [words(title), pages] })] });
}

function footnote({ text, link, quote }: Footnote): Paragraph {
  const address = link
    ? [new TextRun(' '), new ExternalHyperlink({ link, children: [words(link, { style: 'Hyperlink' })] })]
    : [];
  const said = quote ? [words(` “${quote}”`, { italics: true })] : [];
  return new Paragraph({ style: 'FootnoteText', children: [words(` ${text}.`), ...address, ...said] });
}

/** Notes that have been cited further up: a footnote stands once, and what cites it again refers to it. */
type Cited = Set<number>;

/** What parts of a report share: notes cited so far, and pictures by their drawing. */
interface Page {
  cited: Cited;
  pictures: ReadonlyMap<string, Picture>;
  /** Of the text, in twentieths of a point. */
  width: number;
}

async function picturesIn({ sections }: ReportDocument): Promise<Map<string, Picture>> {
  const drawn = new Map<string, Picture>();
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'picture') drawn.set(block.svg, await drawPicture(block.svg));
  }
  return drawn;
}

function sectionBlocks(
  { title, level, blocks }: ReportDocument['sections'][number],
  page: Page,
): (Paragraph | Table)[] {
  const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return [
    new Paragraph({ heading, keepNext: true, children: [words(title)] }),
    ...blocks.flatMap((block, n) => blockParts(block, page, blocks[n + 1]?.kind === 'list')),
  ];
}

/** `leads`: a list follows, of which the text is the head. */
function blockParts(block: Block, { cited, pictures, width }: Page, leads: boolean): (Paragraph | Table)[] {
  const parts = (run: Run, size?: number) => runParts(run, cited, size);
  if (block.kind === 'text')
    return [new Paragraph({ keepNext: leads, children: block.runs.flatMap((run) => parts(run)) })];
  if (block.kind === 'list') return block.items.map((item) => bullet(item.flatMap((run) => parts(run))));
  if (block.kind === 'quote') return [new Paragraph({ children: parts({ text: block.text, notes: block.notes }) })];
  if (block.kind === 'picture') return [picture(pictures.get(block.svg) as Picture, block.words)];
  return [caption(block), table(block, { parts, width }), new Paragraph({ spacing: { after: 60 }, children: [] })];
}

const bullet = (children: ParagraphChild[]) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children });

function runParts({ text, strong, link, notes = [] }: Run, cited: Cited, size?: number): ParagraphChild[] {
  if (link) return [new ExternalHyperlink({ link, children: [words(text, { style: 'Hyperlink' })] })];
  const marks = [...notes]
    .sort((a, b) => a - b)
    .flatMap((number, n) => [...(n === 0 ? [] : [words(', ', { superScript: true })]), noteMark(number, cited)]);
  return [words(text, { ...(strong ? { bold: true } : {}), ...(size ? { size } : {}) }), ...marks];
}

/** The first mark of a note carries it; a further one is a reference to that mark (NOTEREF), put in by `steady`. */
function noteMark(number: number, cited: Cited): ParagraphChild {
  if (cited.has(number)) return new TextRun({ text: `${REFERENCE}${number}${REFERENCE}`, superScript: true });
  cited.add(number);
  return new Bookmark({ id: `note${number}`, children: [new FootnoteReferenceRun(number)] });
}

/** What stands in the cells of a table, in half points. */
const CELL_SIZE = 19;

const alt = (text: string) => ({ name: 'Picture', title: xmlSafe(text), description: xmlSafe(text) });

function picture({ png, width, height }: Picture, said: string): Paragraph {
  return new Paragraph({
    children: [new ImageRun({ type: 'png', data: png, transformation: { width, height }, altText: alt(said) })],
  });
}

function caption({ caption: text }: TableBlock): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 40 },
    children: [words(text, { color: '62656D', size: 18 })],
  });
}

function table(
  block: TableBlock,
  { parts, width }: { parts: (run: Run, size: number) => ParagraphChild[]; width: number },
): Table {
  const { columns, rows } = block;
  const widths = columnShares(block).map((share) => Math.floor(share * width));
  const cell = (runs: ParagraphChild[], column: number, head: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 30, bottom: 30, left: 60, right: 60 },
      borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: head ? { ...LINE, color: '17181C' } : LINE },
      children: [
        new Paragraph({
          alignment: columns[column]?.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
          children: runs,
        }),
      ],
    });
  const head = columns.map(({ label }, n) => cell([words(label, { bold: true, size: 18 })], n, true));
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((run, n) => cell(parts(run, CELL_SIZE), n, false)),
      }),
  );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body],
  });
}

const RANDOM_ID = /\brId[\w-]{21}(?=")/g;

/** Takes out what differs from run to run: the time of making, and names that the library draws by lot. */
function steady(archive: Buffer, asOf: Instant): Buffer {
  const names = new Map<string, string>();
  const steadyName = (id: string) => {
    if (!names.has(id)) names.set(id, `rIdLink${names.size + 1}`);
    return names.get(id) as string;
  };
  return packAnew(archive, (name, text) => {
    const named = text.replace(RANDOM_ID, steadyName);
    if (name === 'word/document.xml') return withReferences(named);
    if (name !== 'docProps/core.xml') return named;
    return named.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${asOf.slice(0, 19)}Z`);
  });
}

const CITED_AGAIN = new RegExp(`<w:r>((?:(?!<w:r>).)*?)<w:t[^>]*>${REFERENCE}(\\d+)${REFERENCE}</w:t></w:r>`, 'gs');

/** Makes fields of the references to notes, and gives each bookmark a number of its own, which the library does not. */
function withReferences(text: string): string {
  const numbers = { Start: 0, End: 0 };
  return text
    .replace(CITED_AGAIN, (_, style: string, number: string) => {
      const field = `<w:fldSimple w:instr=" NOTEREF note${number} \\f \\h ">`;
      return `${field}<w:r>${style}<w:t>${number}</w:t></w:r></w:fldSimple>`;
    })
    .replace(/<w:bookmark(Start|End)\b([^>]*?)w:id="\d+"/g, (_, end: 'Start' | 'End', rest: string) => {
      numbers[end] += 1;
      return `<w:bookmark${end}${rest}w:id="${numbers[end]}"`;
    });
}
