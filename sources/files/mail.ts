import PostalMime from 'postal-mime';
import { dayOf, instantOf, type PartialDay } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import { isPlausible } from '../parsing/date.ts';
import { plainText } from '../parsing/html.ts';
import { scanMarkup } from '../parsing/scan.ts';
import { tidyLine, tidyText } from '../parsing/tidy.ts';
import { bareName, type FileText, type GivenFile, LONGEST_TEXT } from './file.ts';

/** Messages (.eml): newsletters and alerts that people forward. */

/** Nested deeper, parts are an attack on readers of mail. */
const MOST_NESTING = 20;

/** Takes a message; gives its text, its subject as title, its sender as author. Throws Unreadable when it has no text. */
export async function readMail(file: GivenFile): Promise<FileText> {
  const mail = await parse(file.bytes);
  const text = (mail.text?.trim() ? tidyText(mail.text) : htmlText(mail.html ?? '')).slice(0, LONGEST_TEXT);
  if (!text) throw new Unreadable('The message has no text.');
  const names = mail.attachments.map(({ filename }) => filename).filter(Boolean);
  return {
    title: tidyLine(mail.subject ?? '').slice(0, 500) || bareName(file.name),
    byline: mail.from?.name || mail.from?.address || null,
    published: dayOfMail(mail.date, file),
    language: null,
    url: null,
    publisher: mail.from?.address?.split('@')[1]?.toLowerCase() ?? null,
    text,
    warnings: names.length ? [`Attachments are not read with it: ${names.join(', ').slice(0, 300)}.`] : [],
  };
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MOST_NESTING });
  } catch (cause) {
    throw new Unreadable('The message is broken.', { cause });
  }
}

function htmlText(html: string): string {
  scanMarkup(html, 'html');
  return plainText(html);
}

function dayOfMail(date: string | undefined, { fetchedAt }: GivenFile): PartialDay | null {
  const time = Date.parse(date ?? '');
  const day = Number.isNaN(time) ? null : (dayOf(instantOf(new Date(time))) as string as PartialDay);
  return day && isPlausible(day, fetchedAt) ? day : null;
}
