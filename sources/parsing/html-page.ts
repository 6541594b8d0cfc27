import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import type { Fetched } from '../source.ts';
import { decode } from './decode.ts';
import { type Page, parseHtml } from './html.ts';

/**
 * Takes a fetched page that should be HTML; gives its tree. Throws SourceBlocked for a challenge served as the page,
 * SourceChanged when it is something else or empty.
 */
export function htmlOf(page: Fetched): Page {
  const { text } = decode(page.body, page.contentType);
  const { hostname } = new URL(page.finalUrl);
  if (!text.trim()) throw new SourceChanged(`${hostname} answered with nothing at all instead of its page.`);
  if (looksBlocked(text)) throw new SourceBlocked(`${hostname} answered with a challenge instead of its page.`);
  if (!/<[a-z!]/i.test(text.slice(0, 2_000)))
    throw new SourceChanged(`${hostname} answered with something that is no page.`);
  return parseHtml(text);
}
