import mammoth from 'mammoth';
import { Unreadable } from '../../model/errors.ts';
import { datelineOf } from '../article/lines.ts';
import { all, parseHtml, plainText, text as textOf } from '../parsing/html.ts';
import { scanMarkup } from '../parsing/scan.ts';
import { bareName, type FileText, type GivenFile, LONGEST_TEXT } from './file.ts';
import { refuseHugeZip } from './zip-size.ts';

/** Word documents (.docx), by way of mammoth: text, headings and tables; pictures, comments and macros are left out. */

/** Takes a .docx file; gives its text. Throws Unreadable when it is none, broken or empty. */
export async function readDocx(file: GivenFile): Promise<FileText> {
  refuseHugeZip(file.bytes);
  const html = await toHtml(file.bytes);
  scanMarkup(html, 'html');
  const text = plainText(html).slice(0, LONGEST_TEXT);
  if (!text) throw new Unreadable('The document has no text.');
  return {
    title: titleOf(html, text, file.name),
    byline: null,
    published: datelineOf(text, null, file.fetchedAt),
    language: null,
    url: null,
    publisher: null,
    text,
    warnings: [],
  };
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    );
    return value;
  } catch (cause) {
    throw new Unreadable('The file is no Word document (.docx), or it is broken.', { cause });
  }
}

/** The first heading; else a first paragraph that is short and no sentence. */
function titleOf(html: string, text: string, name: string): string {
  const page = parseHtml(html);
  const heading = all(page, 'h1, h2').map(textOf).find(Boolean);
  if (heading) return heading.slice(0, 300);
  const first = text.split('\n\n', 1)[0] ?? '';
  return first.length <= 200 && !/[.;:,]$/.test(first) ? first : bareName(name);
}
