import { type Document, type Element, isTag } from 'domhandler';
import { ancestorsOf, elementsOf } from '../parsing/page-tree.ts';
import { weightOfNames } from './around.ts';
import { linkShare, type Measure, type Measures, measureRun, runsOf } from './measure.ts';

/** In which element of a page its article stands: every paragraph speaks for those around it, the nearest most. */

const FEWEST_CHARACTERS = 25;
/** How far up a paragraph speaks. */
const LEVELS = 5;
const PARAGRAPH = /^(p|pre|h[2-6]|blockquote|td|dd|figcaption)$/;
const TAG_POINTS: Readonly<Record<string, number>> = {
  article: 10,
  main: 5,
  div: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  form: -3,
  li: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  h1: -5,
  h2: -5,
  h3: -5,
  th: -5,
};

export type Scores = Map<Element, number>;

/** Takes a tree and its measures; gives the points of every element that paragraphs speak for. */
export function scoreElements(root: Document, measures: Measures): Scores {
  const scores: Scores = new Map();
  const visit = (element: Element) => {
    const measure = measures.get(element);
    if (!measure || measure.text < FEWEST_CHARACTERS) return;
    if (!measure.hasBlock && (PARAGRAPH.test(element.name) || element.name === 'div' || element.name === 'section')) {
      return speak(element, measure, scores);
    }
    for (const run of runsOf(element.children, measures)) {
      const [first] = run;
      if (first) speak(first, measureRun(run, measures), scores);
    }
    for (const child of elementsOf(element)) visit(child);
  };
  for (const child of elementsOf(root)) visit(child);
  for (const [element, score] of scores) {
    const measure = measures.get(element);
    scores.set(element, measure ? score * (1 - linkShare(measure)) : 0);
  }
  return scores;
}

/** One paragraph for the elements around it. */
function speak(paragraph: Parameters<typeof ancestorsOf>[0], size: Measure, scores: Scores): void {
  if (size.text < FEWEST_CHARACTERS) return;
  const points = (2 + size.commas + Math.min(Math.floor(size.text / 100), 3)) * (1 - linkShare(size));
  let level = 0;
  for (const ancestor of ancestorsOf(paragraph)) {
    if (level === LEVELS) return;
    const share = level === 0 ? 1 : level === 1 ? 2 : level * 3;
    const before = scores.get(ancestor) ?? (TAG_POINTS[ancestor.name] ?? 0) + weightOfNames(ancestor);
    scores.set(ancestor, before + points / share);
    level += 1;
  }
}

const MOST_CANDIDATES = 5;
const ALIKE = 0.75;
const FEWEST_ALIKE = 3;

/** Takes points; gives the element that holds most of the article, or null when nothing speaks for any. */
export function bestElement(scores: Scores, measures: Measures): Element | null {
  const ranked = [...scores].sort(([, a], [, b]) => b - a).slice(0, MOST_CANDIDATES);
  const [first] = ranked;
  if (!first || first[0].name === 'body' || first[0].name === 'html') return first?.[0] ?? null;
  return withOtherParts(aroundData(widened(shared(first, ranked), scores), measures), measures);
}

/** An article whose longest words stand in a table of data is what stands around the table. */
function aroundData(from: Element, measures: Measures): Element {
  let best = from;
  for (const element of [from, ...ancestorsOf(from)]) {
    const parent = element.parent as Element | null;
    if (element.name === 'table' && measures.get(element)?.isData && parent && isTag(parent)) best = parent;
  }
  return best;
}

/** An article in several parts of equal weight stands in what is around all of them. */
function shared([top, points]: [Element, number], ranked: [Element, number][]): Element {
  const others = ranked.slice(1).filter(([, score]) => score >= points * ALIKE);
  if (others.length < FEWEST_ALIKE) return top;
  const above = others.map(([element]) => new Set(ancestorsOf(element)));
  for (const ancestor of ancestorsOf(top)) {
    if (ancestor.name === 'body') return top;
    if (above.filter((set) => set.has(ancestor)).length >= FEWEST_ALIKE) return ancestor;
  }
  return top;
}

/** Goes up as long as more is found there, and through elements that hold nothing else. */
function widened(from: Element, scores: Scores): Element {
  let best = from;
  let last = scores.get(from) ?? 0;
  const least = last / 3;
  for (const ancestor of ancestorsOf(from)) {
    const score = scores.get(ancestor);
    if (ancestor.name === 'body') break;
    if (score === undefined) continue;
    if (score < least) break;
    if (score > last) {
      best = ancestor;
      break;
    }
    last = score;
  }
  for (const ancestor of ancestorsOf(best)) {
    if (ancestor.name === 'body' || best.name === 'article' || elementsOf(ancestor).length !== 1) break;
    best = ancestor;
  }
  return best;
}

const MUCH_MORE = 0.25;
const MORE_OF_ONE = 0.15;

/** An article that goes on in sections like this one beside it: up to what is around all of them. */
function withOtherParts(from: Element, measures: Measures): Element {
  let best = from;
  let branch = from;
  for (const ancestor of ancestorsOf(from)) {
    const own = measures.get(branch)?.prose ?? 0;
    // Parts of what is marked as one article belong together, whatever each begins with.
    const isOne = ancestor.name === 'article';
    const others = elementsOf(ancestor).filter((one) => one !== branch && isAlike(one, branch, isOne));
    const prose = others.reduce((sum, one) => sum + (measures.get(one)?.prose ?? 0), 0);
    if (ancestor.name === 'body' || branch.name === 'article') break;
    if (prose > own * (isOne ? MORE_OF_ONE : MUCH_MORE)) best = ancestor;
    branch = ancestor;
  }
  return best;
}

/** Sections of one article are of the same kind; each of several articles has a heading of its own. */
function isAlike(one: Element, other: Element, isOneArticle: boolean): boolean {
  if (one.name === 'article' || one.name !== other.name || !sharesClass(one, other)) return false;
  return !/^(li|td|tr)$/.test(one.name) && (isOneArticle || !startsWithTitle(one));
}

function sharesClass(one: Element, other: Element): boolean {
  const names = new Set((one.attribs.class ?? '').split(/\s+/));
  return (other.attribs.class ?? '').split(/\s+/).some((name) => name && names.has(name));
}

function startsWithTitle(element: Element): boolean {
  const [first] = elementsOf(element);
  if (!first) return false;
  if (/^(h1|header|a|img|figure|time)$/.test(first.name)) return true;
  return /^(div|section)$/.test(first.name) && startsWithTitle(first);
}

/** Takes the best element; gives it and those beside it that belong to the article. */
export function withSiblings(best: Element, scores: Scores, measures: Measures): Element[] {
  const { parent } = best;
  if (!parent || !isTag(parent as Element) || best.name === 'body') return [best];
  const points = scores.get(best) ?? 0;
  const least = Math.max(10, points * 0.2);
  return elementsOf(parent).filter((one) => {
    const measure = measures.get(one);
    if (one === best || !measure) return one === best;
    const sameClass = one.attribs.class && one.attribs.class === best.attribs.class ? points * 0.2 : 0;
    const own = scores.get(one);
    if (own !== undefined && own + sameClass >= least) return true;
    if (one.name !== 'p') return false;
    return measure.text > 80 ? linkShare(measure) < 0.25 : measure.text > 0 && measure.links === 0 && endsSentence(one);
  });
}

/** True when the last words of an element end with a full stop. */
function endsSentence(element: Element): boolean {
  const last = element.children.at(-1);
  return last?.type === 'text' && /[.!?…]["”»]?\s*$/.test(last.data);
}
