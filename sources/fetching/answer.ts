import type { Dispatcher } from 'undici';
import type { Instant } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import { readBody } from './body.ts';
import { readRetryAfter } from './retry-after.ts';

/** What one request brought, before anybody decided what it means. */
export interface Answer {
  url: URL;
  status: number;
  body: Uint8Array;
  /** Where a redirect leads, as written; null when it is none. */
  location: string | null;
  header(name: string): string | null;
}

/** More of an error page is not needed to tell what kind of refusal it is. */
const ERROR_PAGE_BYTES = 256 * 1024;

/** Takes what undici gives for a request; gives the answer with its body read within `maxBytes`. */
export async function readAnswer(url: URL, data: Dispatcher.ResponseData, maxBytes: number): Promise<Answer> {
  const header = (name: string) => {
    const value = data.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const status = data.statusCode;
  const location = [301, 302, 303, 307, 308].includes(status) ? header('location') : null;
  return { url, status, header, location, body: await bodyOf(data, location, header('content-encoding'), maxBytes) };
}

async function bodyOf(
  { body, statusCode }: Dispatcher.ResponseData,
  location: string | null,
  encoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  if (location !== null || statusCode === 304) {
    // The body of a redirect says nothing; "not modified" has none, though some sites announce its length.
    body.on('error', () => undefined).destroy();
    return new Uint8Array();
  }
  if (statusCode < 400) return readBody(body, encoding, maxBytes);
  return readBody(body, encoding, Math.min(ERROR_PAGE_BYTES, maxBytes)).catch((error: unknown) => {
    // The status has said what is wrong; an endless error page adds nothing to it.
    if (error instanceof Unreadable) return new Uint8Array();
    throw error;
  });
}

/** When the site asks to be called again, or null. */
export function retryAfterOf(answer: Answer, now: Instant): Instant | null {
  return readRetryAfter(answer.header('retry-after'), now);
}
