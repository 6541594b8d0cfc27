import { Unreadable } from '../../model/errors.ts';
import { extractArticle } from '../article/article.ts';
import { bareName, type FileText, type GivenFile, LARGEST_FILE } from './file.ts';

/** Reads a file of any of the kinds that people hand in. What it is, its first bytes say; its name only helps. */

const MAIL_HEAD = /^(Received|Return-Path|Delivered-To|MIME-Version|From|Date|Subject|X-[\w-]+): /m;

type Kind = 'pdf' | 'docx' | 'mail' | 'page' | 'text';

/**
 * Takes a file; gives its text with title and date as far as it states them. Throws Unreadable, with a sentence for
 * people, when it is empty, too large, of a kind that is not read, or has no text.
 */
export async function readFile(file: GivenFile): Promise<FileText> {
  if (file.bytes.length === 0) throw new Unreadable('The file is empty.');
  if (file.bytes.length > LARGEST_FILE) {
    throw new Unreadable(`The file is larger than ${LARGEST_FILE / 1024 / 1024} MB.`);
  }
  const kind = kindOf(file);
  // The libraries are loaded by the first file of their kind: most processes never see one.
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(file);
  if (kind === 'docx') return (await import('./docx.ts')).readDocx(file);
  if (kind === 'mail') return (await import('./mail.ts')).readMail(file);
  return readPage(file, kind);
}

/** True for a file that is no text: PDF or packed, such as .docx. */
export function isBinaryDocument(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return head.includes('%PDF-') || head.startsWith('PK\u0003\u0004');
}

function kindOf({ name, bytes }: GivenFile): Kind {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const ending = /\.\w+$/.exec(name.toLowerCase())?.[0] ?? '';
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) {
    if (ending === '.docx' || ending === '') return 'docx';
    throw new Unreadable('The file is packed. Unpack it first, or hand in a Word document (.docx).');
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw new Unreadable('The file is of an older Word, Excel or PowerPoint. Save it as .docx or PDF.');
  }
  if (ending === '.eml' || (ending === '' && MAIL_HEAD.test(head.slice(0, 200)))) return 'mail';
  if (/\.(html?|xhtml)$/.test(ending)) return 'page';
  if (ending === '.txt' || ending === '.md') return 'text';
  return /<(!doctype html|html|head|body|article)\b/i.test(head) ? 'page' : 'text';
}

/** Pages and plain text go the way of every page that is fetched. */
function readPage({ name, bytes, fetchedAt }: GivenFile, kind: Kind): FileText {
  const contentType = kind === 'page' ? 'text/html' : 'text/plain';
  const url = `file:///${encodeURIComponent(name)}`;
  const article = extractArticle({ body: bytes, contentType, url, fetchedAt });
  const { title, byline, published, language, canonical, text, warnings } = article;
  const address = canonical && /^https?:/.test(canonical) ? canonical : null;
  const publisher = address ? new URL(address).hostname.replace(/^www\./, '') : null;
  return { title: title || bareName(name), byline, published, language, url: address, publisher, text, warnings };
}
