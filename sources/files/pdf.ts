import { getDocumentProxy } from 'unpdf';
import { Unreadable } from '../../model/errors.ts';
import { datelineOf } from '../article/lines.ts';
import { tidyLine, tidyText } from '../parsing/tidy.ts';
import { bareName, type FileText, type GivenFile, LONGEST_TEXT } from './file.ts';
import { type Line, linesOf, type Piece, paragraphsOf, withoutRunningLines } from './pdf-lines.ts';

/** The text of PDF files, by way of Mozilla's pdf.js: no script in it runs, nothing is fetched, no font is drawn. */

const MOST_PAGES = 600;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Takes a PDF; gives its text. Throws Unreadable when it is broken, locked with a password or a scan without text. */
export async function readPdf(file: GivenFile): Promise<FileText> {
  const pdf = await open(file.bytes);
  try {
    const warnings: string[] = [];
    if (pdf.numPages > MOST_PAGES) warnings.push(`Of ${pdf.numPages} pages the first ${MOST_PAGES} were read.`);
    const pages = withoutRunningLines(await pagesOf(pdf));
    const text = tidyText(joinPages(pages)).slice(0, LONGEST_TEXT);
    if (!text) throw new Unreadable('The PDF has no text: its pages are pictures, such as a scan.');
    const info = await infoOf(pdf);
    const language = /^[a-z]{2}(?=-|$)/i.exec(info.Language)?.[0].toLowerCase() ?? null;
    return {
      title: titleOf(info.Title, pages[0] ?? [], file.name),
      byline: null,
      // A PDF says when the file was made, which is not when its text was published; a line at the head of the text may.
      published: datelineOf(text, language, file.fetchedAt),
      language,
      url: null,
      publisher: null,
      text,
      warnings,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library takes the bytes for itself; the caller keeps its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (cause) {
    const { name } = cause as Error;
    if (name === 'PasswordException') throw new Unreadable('The PDF is locked with a password.', { cause });
    throw new Unreadable('The PDF is broken: its parts cannot be found.', { cause });
  }
}

async function pagesOf(pdf: Pdf): Promise<Line[][]> {
  const pages: Line[][] = [];
  let length = 0;
  for (let n = 1; n <= Math.min(pdf.numPages, MOST_PAGES) && length < LONGEST_TEXT; n += 1) {
    const lines = linesOf(await piecesOf(pdf, n));
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    pages.push(lines);
  }
  return pages;
}

async function piecesOf(pdf: Pdf, page: number): Promise<Piece[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(b, d) || item.height || 10;
    return [{ text: item.str, x, y, width: item.width, size, endsLine: item.hasEOL }];
  });
}

/** A paragraph goes on over the page when it ends in the middle of a sentence. */
function joinPages(pages: readonly (readonly Line[])[]): string {
  const all: string[] = [];
  for (const page of pages) {
    const [first, ...others] = paragraphsOf(page);
    const last = all.at(-1);
    if (last && first && /[\p{Ll},]$/u.test(last) && /^\p{Ll}/u.test(first)) all[all.length - 1] = `${last} ${first}`;
    else if (first) all.push(first);
    all.push(...others);
  }
  return all.join('\n\n');
}

async function infoOf(pdf: Pdf): Promise<{ Title: string; Language: string }> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const text = (name: string) => {
    const value = (info as Record<string, unknown>)[name];
    return typeof value === 'string' ? tidyLine(value) : '';
  };
  return { Title: text('Title'), Language: text('Language') };
}

/** Titles in the file's data are often its name in the programme that made it; then the largest letters tell. */
function titleOf(given: string, firstPage: readonly Line[], name: string): string {
  if (given && !/^(untitled|microsoft word|powerpoint|document\d*|slide \d)|\.(docx?|pdf|indd|qxd)$/i.test(given)) {
    return given.slice(0, 500);
  }
  const largest = Math.max(...firstPage.slice(0, 40).map(({ size }) => size));
  const start = firstPage.findIndex(({ size }) => size >= largest - 0.5);
  const heading: string[] = [];
  for (const line of firstPage.slice(Math.max(start, 0), start + 4)) {
    if (line.size < largest - 0.5) break;
    heading.push(line.text);
  }
  const usual = firstPage.length > 8 && firstPage.filter(({ size }) => size >= largest - 0.5).length > 6;
  return (usual ? firstPage[0]?.text : heading.join(' '))?.slice(0, 300) || bareName(name);
}
