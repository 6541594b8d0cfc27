import { declaredEntities, expanded, withoutBareAmpersands } from './feed-entities.ts';

/** What a feed's text is put through before and when the feed parser gives up on it. */

export const MAX_ITEMS = 500;

const ROOT = /<(?:[a-z]+:)?(rss|feed|rdf)\b[^>]*>/i;
const ITEM_START = /<(item|entry)(?=[\s>/])/gi;

const DOCTYPE = /<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/i;

/** Takes a feed's text; gives it from its first markup on, without its document type, whose plain entities are put in. */
export function withoutPreamble(text: string): string {
  const xml = text.indexOf('<?xml');
  const start = xml >= 0 && xml < 5_000 ? xml : Math.max(text.indexOf('<'), 0);
  const markup = text.slice(start);
  const doctype = DOCTYPE.exec(markup)?.[0] ?? '';
  return withoutBareAmpersands(expanded(markup.replace(doctype, ''), declaredEntities(doctype)));
}

/** True when the text holds a whole feed, from its first tag to its last, in which no item stands. */
export function isEmptyFeed(xml: string): boolean {
  const root = ROOT.exec(xml)?.[0]
    .slice(1)
    .split(/[\s>/]/, 1)[0];
  return root !== undefined && !/<(item|entry)[\s>/]/i.test(xml) && new RegExp(`</${root}\\s*>\\s*$`, 'i').test(xml);
}

interface Slice {
  start: number;
  end: number;
}

/** Where each item stands: from its start tag to its end tag, or to the next item when that is missing. */
function itemSlices(xml: string, most: number): { slices: Slice[]; listed: number } {
  const starts = [...xml.matchAll(ITEM_START)];
  const slices = starts.slice(0, most).map((match, n) => {
    const limit = starts[n + 1]?.index ?? xml.length;
    const close = `</${match[0].slice(1)}>`;
    const end = xml.lastIndexOf(close, limit);
    return { start: match.index, end: end > match.index ? end + close.length : limit };
  });
  return { slices, listed: starts.length };
}

/** Takes a feed's XML; gives it with at most MAX_ITEMS items, and how many it had. */
export function withFewItems(xml: string): { xml: string; listed: number } {
  const { slices, listed } = itemSlices(xml, MAX_ITEMS);
  const last = slices.at(-1);
  if (!last || listed <= MAX_ITEMS) return { xml, listed };
  const tail = Math.max(xml.lastIndexOf('</item>'), xml.lastIndexOf('</entry>'));
  return { xml: xml.slice(0, last.end) + (tail > last.end ? xml.slice(tail).replace(/^<\/\w+>/, '') : ''), listed };
}

/**
 * Takes the XML of a feed that could not be parsed as a whole; gives one small feed for each of its items, so that
 * what is wrong with one does not lose the others. Empty when there is nothing like a feed in it.
 */
export function oneFeedPerItem(xml: string): string[] {
  const root = ROOT.exec(xml);
  if (!root?.[1]) return [];
  const name = root[0].slice(1).split(/[\s>/]/, 1)[0];
  const [open, close] = root[1].toLowerCase() === 'rss' ? ['<channel>', '</channel>'] : ['', ''];
  const { slices } = itemSlices(xml, MAX_ITEMS);
  return slices.map(({ start, end }) => `${root[0]}${open}${xml.slice(start, end)}${close}</${name}>`);
}
