import type { Document } from 'domhandler';
import type { Instant, PartialDay } from '../../model/day.ts';
import { SourceBlocked, Unreadable } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import { decode } from '../parsing/decode.ts';
import { blockText, type Page, pageOf, plainText } from '../parsing/html.ts';
import { parsePage } from '../parsing/page-tree.ts';
import { tidyText } from '../parsing/tidy.ts';
import { isOutside } from './around.ts';
import { bodyText } from './body.ts';
import { datelineOf, withoutFurniture } from './lines.ts';
import { type PageFacts, readPageFacts } from './page.ts';

/** The readable part of a page. */
export interface Article {
  title: string;
  byline: string | null;
  published: PartialDay | null;
  /** ISO 639-1 as the page states it, or null. */
  language: string | null;
  /** The address that the page calls its own, absolute, or null. */
  canonical: string | null;
  /** Plain text, paragraphs separated by a blank line. */
  text: string;
  warnings: string[];
}

export interface ArticlePage {
  body: Uint8Array;
  contentType: string | null;
  url: string;
  /** Dates later than this are not believed. */
  fetchedAt: Instant;
}

/** Fewer words than this are no document. */
export const FEWEST_WORDS = 10;
const SHORT_WORDS = 60;
const LONGEST_TEXT = 400_000;

/**
 * Takes a page as fetched; gives its article. Throws Unreadable when there is no text in it (empty, too deep, not a
 * page at all) and SourceBlocked when it is a challenge or consent page.
 */
export function extractArticle(page: ArticlePage): Article {
  refuseOtherFormats(page.body);
  const { text: markup, warnings } = decode(page.body, page.contentType);
  refuseNoise(markup);
  if (isPlainText(markup, page.contentType)) return plainArticle(markup, page, warnings);
  if (looksBlocked(markup)) throw new SourceBlocked('The page is a challenge or consent page, not the article.');
  const tree = parsePage(markup);
  const selectors = pageOf(tree);
  const facts = readPageFacts(selectors, page.url, page.fetchedAt);
  const whole = articleText(tree, selectors, facts);
  const text = withoutFurniture(whole, facts).slice(0, LONGEST_TEXT);
  const words = countWords(text);
  if (words < FEWEST_WORDS) throw new Unreadable(noText(words));
  if (words < SHORT_WORDS) warnings.push(`The page has only ${words} words of text; the rest may be behind a paywall.`);
  const { title, byline, language, canonical } = facts;
  const published = facts.published ?? datelineOf(whole, language, page.fetchedAt);
  return { title: title ?? firstLine(text), byline, published, language, canonical, text, warnings };
}

function noText(words: number): string {
  return words
    ? `The page has only ${words} words of text; that is too little to read.`
    : 'The page has no text: it is empty, or it is put together by a script after loading.';
}

const SIGNATURES: [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a packed file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a packed file'],
  ['ID3', 'a sound file'],
];

/** A Content-Type may lie; the first bytes do not. */
function refuseOtherFormats(body: Uint8Array): void {
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  const found = SIGNATURES.find(([mark]) => head.startsWith(mark));
  if (found) throw new Unreadable(`The content is ${found[1]}, not a page that can be read.`);
  if (!body.length) throw new Unreadable('The page is empty.');
}

/** Bytes that decode to control characters are a program or a data file, whatever their name says. */
function refuseNoise(text: string): void {
  const head = text.slice(0, 8_000);
  const noise = head.match(NOISE)?.length ?? 0;
  if (noise > head.length / 20) {
    throw new Unreadable('The content is no text: it is a program, a data file, or of a format that is not known.');
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOISE = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g;

function isPlainText(markup: string, contentType: string | null): boolean {
  return /^text\/plain\b/i.test(contentType ?? '') || !/<[a-z!][^>]*>/i.test(markup.slice(0, 100_000));
}

function plainArticle(text: string, page: ArticlePage, warnings: string[]): Article {
  const tidy = tidyText(text).slice(0, LONGEST_TEXT);
  const words = countWords(tidy);
  if (words < FEWEST_WORDS) throw new Unreadable(noText(words));
  const [title, rest] = splitTitle(tidy);
  const canonical = /^https?:/.test(page.url) ? page.url : null;
  const published = datelineOf(tidy, null, page.fetchedAt);
  return { title, byline: null, published, language: null, canonical, text: rest, warnings };
}

/** A short first paragraph without a full stop is the title of a plain text. */
function splitTitle(text: string): [string, string] {
  const [first = '', ...others] = text.split('\n\n');
  const isTitle = others.length > 0 && first.length <= 200 && !/[.;:,]$/.test(first) && !first.includes('\n');
  return isTitle ? [first, others.join('\n\n')] : [firstLine(text), text];
}

function articleText(tree: Document, page: Page, facts: PageFacts): string {
  const main = bodyText(tree);
  const body = facts.body ? plainText(facts.body) : '';
  return countWords(main) >= SHORT_WORDS ? main : longest([main, body, markedText(tree, page)]);
}

/** The text of the element that the page itself marks as its article, else of all. */
function markedText(tree: Document, page: Page): string {
  const place = page('article, [itemprop="articleBody"], main').last().get(0);
  return blockText(place ? place.children : tree.children, isOutside);
}

function longest(texts: string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  const sentence = /^.{20,160}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence;
}

/** Words as a reader counts them; languages without spaces count by characters. */
export function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return spaced + Math.floor(cjk / 2);
}
