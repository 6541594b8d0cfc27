import type { Readability } from '@mozilla/readability';
import type { Instant, PartialDay } from '../model/day.ts';
import { SourceBlocked, Unreadable } from '../model/errors.ts';
import { lazily } from '../model/lazily.ts';
import { type HtmlDocument, type PageFacts, readPageFacts } from './article-page.ts';
import { looksBlocked } from './blocked.ts';
import { decode } from './decode.ts';
import { plainText } from './html.ts';
import { scanMarkup } from './scan.ts';
import { tidyText } from './tidy.ts';

const linkedom = lazily<typeof import('linkedom')>('linkedom');
const readability = lazily<typeof import('@mozilla/readability')>('@mozilla/readability');

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
  if (isPlainText(markup, page.contentType)) return plainArticle(markup, page, warnings);
  if (looksBlocked(markup)) throw new SourceBlocked('The page is a challenge or consent page, not the article.');
  scanMarkup(markup, 'html');
  const complete = completePage(markup);
  const { document } = linkedom().parseHTML(complete);
  const facts = readPageFacts(document, page.url, page.fetchedAt);
  const text = articleText(document, facts, complete);
  const words = countWords(text);
  if (words < FEWEST_WORDS) throw new Unreadable(noText(words));
  if (words < SHORT_WORDS) warnings.push(`The page has only ${words} words of text; the rest may be behind a paywall.`);
  const { title, byline, published, language, canonical } = facts;
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
  if (found) throw new Unreadable(`The address holds ${found[1]}, not a page that can be read.`);
  if (!body.length) throw new Unreadable('The page is empty.');
}

function isPlainText(markup: string, contentType: string | null): boolean {
  return /^text\/plain\b/i.test(contentType ?? '') || !/<[a-z!][^>]*>/i.test(markup.slice(0, 100_000));
}

function plainArticle(text: string, page: ArticlePage, warnings: string[]): Article {
  const tidy = tidyText(text).slice(0, LONGEST_TEXT);
  const words = countWords(tidy);
  if (words < FEWEST_WORDS) throw new Unreadable(noText(words));
  const [title, rest] = splitTitle(tidy);
  const canonical = /^https?:/.test(page.url) ? page.url : null;
  return { title, byline: null, published: null, language: null, canonical, text: rest, warnings };
}

/** A short first paragraph without a full stop is the title of a plain text. */
function splitTitle(text: string): [string, string] {
  const [first = '', ...others] = text.split('\n\n');
  const isTitle = others.length > 0 && first.length <= 200 && !/[.;:,]$/.test(first) && !first.includes('\n');
  return isTitle ? [first, others.join('\n\n')] : [firstLine(text), text];
}

/** Parsers place a page oddly whose tag for the body is left out, as HTML allows, and a fragment that has none. */
function completePage(markup: string): string {
  const hasBody = /<body\b/i.test(markup);
  const root = /<html\b[^>]*>/i.exec(markup);
  if (root && hasBody) return markup;
  const before = root && (/<\/head\s*>/i.exec(markup) ?? root);
  if (before) {
    const at = before.index + before[0].length;
    return `${markup.slice(0, at)}<body>${markup.slice(at)}`;
  }
  return `<!doctype html><html>${hasBody ? markup : `<head></head><body>${markup}</body>`}</html>`;
}

function articleText(document: HtmlDocument, facts: PageFacts, markup: string): string {
  const main = readableText(document);
  const body = facts.body ? plainText(facts.body) : '';
  const best = countWords(main) >= SHORT_WORDS ? main : longest([main, body, markedText(markup)]);
  return withoutFurniture(best, facts).slice(0, LONGEST_TEXT);
}

/** The text of the element that the page itself marks as its article, else of all; a fresh tree, since Readability eats its own. */
function markedText(markup: string): string {
  const { document } = linkedom().parseHTML(markup);
  const places = document.querySelectorAll('article, [itemprop="articleBody"], main');
  return places.length
    ? plainText(places[places.length - 1]?.innerHTML ?? '')
    : plainText(document.body?.innerHTML ?? '');
}

/** Parts of a page that are never its article; without them, finding it takes half the time. */
const AROUND =
  'script, style, noscript, template, svg, nav, [role="navigation"], [role="banner"], [role="contentinfo"], body > header, body > footer';

function readableText(document: HtmlDocument): string {
  for (const part of [...document.querySelectorAll(AROUND)]) part.remove();
  const reader = new (readability().Readability)(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 200,
  });
  return plainText(reader.parse()?.content ?? '');
}

function longest(texts: string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** Labels of advertisements and reading aids that stand alone between paragraphs, in the five languages read. */
const FURNITURE =
  /^(advertis(e|ing)ments?|ad feedback|publicité|anzeige|werbung|publicidad|anuncio|pubblicità|read more:?|share (this|on .{1,20})|lire aussi\b.{0,160}|partager|à lire aussi\b.{0,160}|lesen sie auch\b.{0,160}|mehr zum thema|leer más:?|lea también\b.{0,160}|leggi anche\b.{0,160}|skip (to|past) .{1,60}|follow us( on .{1,40})?|sign up (for|to) .{1,120})$/i;

/** Drops what repeats the title or byline above the text, and lone labels between paragraphs. */
function withoutFurniture(text: string, facts: PageFacts): string {
  const same = (a: string, b: string | null) => b !== null && a.toLowerCase() === b.toLowerCase();
  const paragraphs = text.split('\n\n').filter((part, n) => {
    if (n < 4 && (same(part, facts.title) || same(part, facts.byline))) return false;
    return !FURNITURE.test(part);
  });
  return paragraphs.join('\n\n');
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
