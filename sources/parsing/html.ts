import { type CheerioAPI, load } from 'cheerio/slim';
import type { AnyNode, Document, Element } from 'domhandler';
import { SourceChanged } from '../../model/errors.ts';
import { BLOCK, HIDDEN, isHidden } from './html-text.ts';
import { scanMarkup } from './scan.ts';

export { plainText } from './html-text.ts';

import { tidyLine, tidyText } from './tidy.ts';

/** A parsed page whose selectors complain when the page is not the one they were written for. */
export type Page = CheerioAPI;

/** Takes HTML (a page or a fragment); gives its tree. Throws Unreadable when it is too deep or too large. */
export function parseHtml(html: string): Page {
  scanMarkup(html, 'html');
  return load(html, { xml: { xmlMode: false, decodeEntities: true, recognizeSelfClosing: false } }, false);
}

/** Takes a tree that is built already; gives it with selectors. */
export function pageOf(root: Document): Page {
  return load(root, { xml: { xmlMode: false } }, false);
}

/** The one element that matches within `scope`. Throws SourceChanged when there is none or more than one. */
export function one(page: Page, selector: string, scope?: Element): Element {
  const found = find(page, selector, scope);
  const [first] = found;
  if (!first || found.length > 1) {
    throw new SourceChanged(
      `The page has ${found.length} places “${selector}” where one is expected; it was redesigned.`,
    );
  }
  return first;
}

/** All elements that match, at least `atLeast`. Throws SourceChanged when there are fewer. */
export function all(page: Page, selector: string, atLeast = 0, scope?: Element): Element[] {
  const found = find(page, selector, scope);
  if (found.length < atLeast) {
    throw new SourceChanged(
      `The page has ${found.length} places “${selector}” where at least ${atLeast} are expected.`,
    );
  }
  return found;
}

function find(page: Page, selector: string, scope?: Element): Element[] {
  return (scope ? page(scope).find(selector) : page(selector)).toArray() as Element[];
}

/** The text of an element on one line. */
export function text(element: Element): string {
  return tidyLine(collect(element.children as AnyNode[]));
}

type IsOut = (element: Element) => boolean;
const isNeverOut: IsOut = () => false;

/**
 * The text of nodes, paragraphs separated by a blank line, table cells by a bar; scripts and the like left out, and
 * what `isOut` says.
 */
export function blockText(nodes: readonly AnyNode[], isOut: IsOut = isNeverOut): string {
  return tidyText(collect(nodes, isOut));
}

function collect(nodes: readonly AnyNode[], isOut: IsOut = isNeverOut): string {
  const parts: string[] = [];
  for (const node of nodes) collectInto(node, parts, isOut);
  return parts.join('');
}

function collectInto(node: AnyNode, parts: string[], isOut: IsOut): void {
  if (node.type === 'text') {
    parts.push(node.data.replace(/\s+/g, ' '));
    return;
  }
  if (!('children' in node)) return;
  const name = 'name' in node ? node.name : '';
  if (HIDDEN.has(name) || ('attribs' in node && (isHidden(node.attribs) || isOut(node)))) return;
  if (name === 'br') parts.push('\n');
  const edge = BLOCK.has(name) ? '\n\n' : '';
  if ((name === 'td' || name === 'th') && hasElementBefore(node)) parts.push(' | ');
  parts.push(edge);
  for (const child of node.children) collectInto(child as AnyNode, parts, isOut);
  parts.push(edge);
}

function hasElementBefore(node: AnyNode): boolean {
  for (let before = node.prev; before; before = before.prev) {
    if (before.type === 'tag') return true;
  }
  return false;
}
