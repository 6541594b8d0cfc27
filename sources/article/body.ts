import type { Document, Element } from 'domhandler';
import { blockText } from '../parsing/html.ts';
import { isNamedAround, isOutside } from './around.ts';
import { bestElement, scoreElements, withSiblings } from './candidates.ts';
import { isClutter } from './clutter.ts';
import { type Measures, measureTree } from './measure.ts';

/** The text of a page's article. */

/** Fewer characters than this are looked for again with less left out. */
const ENOUGH = 200;
/** What is left out at first is let in again, the surest last. */
const ATTEMPTS = [
  { byName: true, clean: true },
  { byName: false, clean: true },
  { byName: false, clean: false },
];

/** Takes the tree of a page; gives the text of its article, paragraphs separated by a blank line; empty when there is none. */
export function bodyText(root: Document): string {
  let longest = '';
  for (const how of ATTEMPTS) {
    const text = attempt(root, how);
    if (text.length >= ENOUGH) return text;
    if (text.length > longest.length) longest = text;
  }
  return longest;
}

function attempt(root: Document, { byName, clean }: (typeof ATTEMPTS)[number]): string {
  const isOut = (element: Element) => isOutside(element) || (byName && isNamedAround(element));
  const measures = measureTree(root, isOut);
  const scores = scoreElements(root, measures);
  const best = bestElement(scores, measures);
  if (!best) return '';
  const parts = withSiblings(best, scores, measures).map((part) => textOf(part, measures, clean));
  return parts.filter(Boolean).join('\n\n');
}

function textOf(part: Element, before: Measures, clean: boolean): string {
  const isOut = (element: Element) => !before.has(element);
  const kept = clean ? measureTree(part, isOut, isClutter) : before;
  return blockText([part], (element) => !kept.has(element));
}
