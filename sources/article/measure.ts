import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { BLOCK } from '../parsing/html-text.ts';

/** How much of what stands in each element of a page: counted once, from the leaves up. */
export interface Measure {
  /** Characters of text, runs of white space as one. */
  text: number;
  /** Those of them in links; half of a link within the page counts. */
  links: number;
  /** Those of them in paragraphs of prose: long enough, and not made of links. */
  prose: number;
  /** Those in headings, and those in list items. */
  headings: number;
  listed: number;
  commas: number;
  paragraphs: number;
  items: number;
  pictures: number;
  inputs: number;
  frames: number;
  /** True when an element that makes a paragraph of its own stands in it. */
  hasBlock: boolean;
  /** True when a table of data stands in it, or it is one. */
  hasData: boolean;
  /** True when it is a table of data. */
  isData: boolean;
}

const none = (): Measure => ({
  text: 0,
  links: 0,
  prose: 0,
  headings: 0,
  listed: 0,
  commas: 0,
  paragraphs: 0,
  items: 0,
  pictures: 0,
  inputs: 0,
  frames: 0,
  hasBlock: false,
  hasData: false,
  isData: false,
});

export type Measures = Map<Element | Document, Measure>;

const HEADING = /^h[1-6]$/;
const WITHIN_PAGE = 0.3;

/** Called for an element as it is left, its measure known; true leaves it out of those above it. */
export type Leave = (element: Element, measure: Measure) => boolean;

/** Takes a tree and what to leave out of it; gives the measure of each element that is left. */
export function measureTree(root: Element | Document, isOut: (element: Element) => boolean, leave?: Leave): Measures {
  const measures: Measures = new Map();
  measureInto(root, { measures, isOut, leave });
  return measures;
}

interface Measuring {
  measures: Measures;
  isOut: (element: Element) => boolean;
  leave: Leave | undefined;
}

function measureInto(node: Element | Document, how: Measuring): Measure {
  const sum = none();
  for (const child of node.children) {
    if (isText(child)) addText(sum, child.data);
    else if (isTag(child) && !how.isOut(child)) {
      const measure = measureInto(child, how);
      if (how.leave?.(child, measure)) how.measures.delete(child);
      else add(sum, child, measure);
    }
  }
  how.measures.set(node, sum);
  return sum;
}

function addText(sum: Measure, data: string): void {
  const length = lengthOf(data);
  if (length === 0) return;
  sum.text += length;
  for (const comma of COMMAS) {
    for (let at = data.indexOf(comma); at >= 0; at = data.indexOf(comma, at + 1)) sum.commas += 1;
  }
}

const COMMAS = [',', '،', '、', '，'];

/** Characters of a text, runs of white space as one and none at its ends. */
function lengthOf(data: string): number {
  const trimmed = data.trim();
  return /\s\s|\n/.test(trimmed) ? trimmed.replace(/\s+/g, ' ').length : trimmed.length;
}

function add(sum: Measure, child: Element, measure: Measure): void {
  const { name } = child;
  sum.text += measure.text;
  sum.commas += measure.commas;
  sum.links += name === 'a' ? measure.text * (child.attribs.href?.startsWith('#') ? WITHIN_PAGE : 1) : measure.links;
  sum.prose += isProse(child, measure) ? measure.text : measure.prose;
  sum.headings += HEADING.test(name) ? measure.text : measure.headings;
  sum.listed += name === 'ul' || name === 'ol' ? measure.text : measure.listed;
  sum.paragraphs += measure.paragraphs + (name === 'p' ? 1 : 0);
  sum.items += measure.items + (name === 'li' ? 1 : 0);
  sum.pictures += measure.pictures + (name === 'img' ? 1 : 0);
  sum.inputs += measure.inputs + (name === 'input' || name === 'select' ? 1 : 0);
  sum.frames += measure.frames + (name === 'iframe' ? 1 : 0);
  sum.hasBlock ||= measure.hasBlock || BLOCK.has(name);
  measure.isData = name === 'table' && isDataTable(child);
  sum.hasData ||= measure.hasData || measure.isData;
}

const FEWEST_OF_PROSE = 80;
const MOST_LINKED = 0.3;

function isProse({ name }: Element, measure: Measure): boolean {
  const isParagraph = name === 'p' || ((name === 'div' || name === 'li') && !measure.hasBlock);
  return isParagraph && measure.text >= FEWEST_OF_PROSE && linkShare(measure) < MOST_LINKED;
}

/** Share of an element's text that stands in links. */
export const linkShare = ({ text, links }: Measure): number => (text === 0 ? 0 : links / text);

/** Takes children that follow one another; gives them grouped: runs of text and inline elements, and each block alone. */
export function runsOf(children: readonly ChildNode[], measures: Measures): ChildNode[][] {
  const runs: ChildNode[][] = [];
  let open: ChildNode[] = [];
  for (const child of children) {
    const isInline = isText(child) || (isTag(child) && !BLOCK.has(child.name) && !measures.get(child)?.hasBlock);
    if (isInline) open.push(child);
    else if (open.length) {
      runs.push(open);
      open = [];
    }
  }
  return open.length ? [...runs, open] : runs;
}

/** The text and commas of a run of children. */
export function measureRun(run: readonly ChildNode[], measures: Measures): Measure {
  const sum = none();
  for (const child of run) {
    if (isText(child)) addText(sum, child.data);
    else if (isTag(child)) {
      const measure = measures.get(child);
      if (measure) add(sum, child, measure);
    }
  }
  return sum;
}

const MOST_LAID_OUT = 10;

/** A table that holds data, not the layout of a page: it has heads or a caption, or many rows of several cells. */
function isDataTable(table: Element): boolean {
  if (table.attribs.role === 'presentation') return false;
  const rows = partsOf(table, 'tr');
  const cells = rows.map((row) => row.children.filter(isTag));
  if (table.attribs.summary || partsOf(table, 'caption').length || partsOf(table, 'thead').length) return true;
  if (cells.some((row) => row.some(({ name }) => name === 'th'))) return true;
  return rows.length >= MOST_LAID_OUT && cells.some((row) => row.length > 1);
}

/** Parts of a table itself, not of tables in it. */
function partsOf(node: Element, name: string): Element[] {
  return node.children.filter(isTag).flatMap((child) => {
    if (child.name === name) return [child];
    return /^(thead|tbody|tfoot)$/.test(child.name) ? partsOf(child, name) : [];
  });
}
