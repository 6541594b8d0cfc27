import { readDate } from '../parsing/date.ts';
import { declaredEntities, expanded, withoutBareAmpersands } from './feed-entities.ts';

/** What a feed's text is put through before and when the feed parser gives up on it. */

export const MAX_ITEMS = 500;

const ROOT = /<(?:[a-z]+:)?(rss|feed|rdf)\b[^>]*>/i;
const ITEM_START = /<(item|entry)(?=[\s>/])/gi;

/** A document type stands before everything else but comments. */
const HEAD = 20_000;
const DOCTYPE = /<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/i;

/** Takes a feed's text; gives it from its first markup on, without its document type, whose plain entities are put in. */
export function withoutPreamble(text: string): string {
  const xml = text.indexOf('<?xml');
  const start = xml >= 0 && xml < 5_000 ? xml : Math.max(text.indexOf('<'), 0);
  const markup = text.slice(start);
  const doctype = /<!DOCTYPE/i.test(markup.slice(0, HEAD)) ? (DOCTYPE.exec(markup)?.[0] ?? '') : '';
  const whole = doctype ? expanded(markup.replace(doctype, ''), declaredEntities(doctype)) : markup;
  return withoutBareAmpersands(whole);
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
function itemSlices(xml: string, most: number): Slice[] {
  const starts = [...xml.matchAll(ITEM_START)];
  return starts.slice(0, most).map((match, n) => {
    const limit = starts[n + 1]?.index ?? xml.length;
    const close = `</${match[0].slice(1)}>`;
    const end = xml.lastIndexOf(close, limit);
    return { start: match.index, end: end > match.index ? end + close.length : limit };
  });
}

/** Takes a feed's XML; gives it with at most MAX_ITEMS items, those at its newer end, and how many it had. */
export function withFewItems(xml: string): { xml: string; listed: number } {
  const plain = countPlain(xml, '<item') + countPlain(xml, '<entry');
  if (plain > 0 && plain <= MAX_ITEMS) return { xml, listed: plain };
  const starts = [...xml.matchAll(ITEM_START)].map(({ index }) => index);
  const [first, next, last] = [starts[0], starts[MAX_ITEMS], starts.at(-1)];
  if (first === undefined || next === undefined || last === undefined) return { xml, listed: starts.length };
  const isOldestFirst = dayIn(xml.slice(last, last + ITEM_HEAD)) > dayIn(xml.slice(first, first + ITEM_HEAD));
  const kept = isOldestFirst ? xml.slice(starts.at(-MAX_ITEMS)) : xml.slice(first, next) + afterItems(xml, last);
  return { xml: xml.slice(0, first) + kept, listed: starts.length };
}

/** How many tags begin so, written in lower case as nearly all feeds do. */
function countPlain(xml: string, start: string): number {
  let count = 0;
  for (let at = xml.indexOf(start); at >= 0; at = xml.indexOf(start, at + start.length)) {
    if (/[\s>/]/.test(xml[at + start.length] ?? '')) count += 1;
  }
  return count;
}

/** What stands behind the last item of a feed. */
function afterItems(xml: string, last: number): string {
  const end = Math.max(xml.lastIndexOf('</item>'), xml.lastIndexOf('</entry>'));
  return end > last ? xml.slice(end).replace(/^<\/\w+>/, '') : '';
}

/** An item says its day in so many characters, its text left out. */
const ITEM_HEAD = 20_000;

/** The day that an item states, or an empty text. */
function dayIn(item: string): string {
  const written = /<(?:pubDate|dc:date|published|updated)\b[^>]*>([^<]{4,60})</i.exec(item)?.[1];
  return readDate(written) ?? '';
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
  return itemSlices(xml, MAX_ITEMS).map(
    ({ start, end }) => `${root[0]}${open}${xml.slice(start, end)}${close}</${name}>`,
  );
}
