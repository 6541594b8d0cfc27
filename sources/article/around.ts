import type { Element } from 'domhandler';
import { HIDDEN } from '../parsing/html-text.ts';
import { elementsOf, namesOf } from '../parsing/page-tree.ts';

/** What of a page is around its article and never it: machinery, what nobody sees, and parts whose names say what they are. */

const MACHINERY = new Set([...HIDDEN, 'nav', 'dialog', 'link', 'meta', 'input', 'menu']);
/** Roles of WAI-ARIA that no article has. */
const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'menu',
  'menubar',
  'alert',
  'alertdialog',
  'dialog',
  'search',
  'tablist',
]);
/** Words in the names of parts around an article. */
const AROUND =
  /-ads?-|\bads?\b|advert|banner|breadcrumb|comment|community|cookie|carousel|consent|disqus|footer|gallery|gdpr|header|masthead|menu|\bnav|newsletter|outbrain|pagination|\bpager|popup|promo|recirc|recommend|related|remark|repl(y|ies)\b|\brss\b|sidebar|skyscraper|slideshow|sponsor|subscri|supplement|taboola|toolbar|trending/;
/** Words of such parts that now and then name a frame around the whole page ("site_header"). */
const FRAMES = /banner|footer|header|masthead|menu|\bnav|sidebar|toolbar/;
/** Words of parts that may hold it all the same. */
const INSIDE = /article|body|column|content|main|entry|story|shadow/;

/** True when nobody sees the element, or no article stands in it, whatever it is called. */
export function isOutside(element: Element): boolean {
  const { name, attribs } = element;
  if (MACHINERY.has(name) || ROLES.has(attribs.role ?? '')) return true;
  if ('hidden' in attribs || (attribs['aria-hidden'] === 'true' && !(attribs.class ?? '').includes('fallback-image'))) {
    return true;
  }
  if (attribs.style && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style)) return true;
  return (
    (name === 'header' || name === 'footer') && element.parent !== null && (element.parent as Element).name === 'body'
  );
}

/** True when its names say that an element stands around the article. */
export function isNamedAround(element: Element): boolean {
  if (element.name === 'body' || element.name === 'html' || element.name === 'a' || element.name === 'article')
    return false;
  const names = namesOf(element);
  if (!AROUND.test(names) || INSIDE.test(names)) return false;
  return !(FRAMES.test(names) && holdsArticle(element));
}

/** True when what is marked as the body of an article stands in an element, or a whole article of several paragraphs. */
function holdsArticle(element: Element): boolean {
  return elementsOf(element).some(
    (child) =>
      child.attribs.itemprop === 'articleBody' ||
      (child.name === 'article' && countParagraphs(child, FEWEST_PARAGRAPHS) >= FEWEST_PARAGRAPHS) ||
      holdsArticle(child),
  );
}

const FEWEST_PARAGRAPHS = 5;

/** Paragraphs in an element; counting ends when there are enough. */
function countParagraphs(element: Element, enough: number): number {
  let count = 0;
  for (const child of elementsOf(element)) {
    if (count >= enough) return count;
    count += child.name === 'p' ? 1 : countParagraphs(child, enough - count);
  }
  return count;
}

const GOOD = /article|body|content|entry|\bpage\b|\bpost\b|story|text|blog|paragraph/;
const BAD =
  /-ad-|\bads?\b|hidden|banner|combx|comment|contact|footer|gdpr|masthead|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|tool|widget|byline|author|newsletter|subscri/;

/** Points for names that articles have, against names that other parts have: from -50 to 50. */
export function weightOfNames({ attribs }: Element): number {
  let weight = 0;
  for (const one of [attribs.class, attribs.id]) {
    if (!one) continue;
    const name = one.toLowerCase();
    if (BAD.test(name)) weight -= 25;
    if (GOOD.test(name)) weight += 25;
  }
  return weight;
}
