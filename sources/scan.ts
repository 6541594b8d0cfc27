import { Unreadable } from '../model/errors.ts';

/**
 * Looks over markup once, before any parser builds a tree of it: a few kilobytes of nested elements can keep a parser
 * busy for minutes (RELIABILITY H01, H02, X06). Counts tags and depth; it need not be exact, only never far too low.
 */
export const MAX_DEPTH = 256;
export const MAX_TAGS = 200_000;

/** Elements without an end tag, and those whose end tag may be left out: they do not nest by themselves. */
const FLAT = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp'
  ).split(' '),
);
/** Their content is text, whatever it looks like. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);

const NAME = /[^\s/>]*/y;

interface Count {
  tags: number;
  depth: number;
  open: Map<string, number>;
}

/**
 * Takes markup and whether it is XML. Throws Unreadable, with a sentence, when it nests deeper than MAX_DEPTH or has
 * more than MAX_TAGS tags; otherwise gives both counts.
 */
export function scanMarkup(markup: string, kind: 'html' | 'xml'): { tags: number; depth: number } {
  const count: Count = { tags: 0, depth: 0, open: new Map() };
  let deepest = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    at = skipTag(markup, at, kind, count);
    deepest = Math.max(deepest, count.depth);
    if (count.depth > MAX_DEPTH)
      throw new Unreadable(`The page nests more than ${MAX_DEPTH} elements in one another; it was not read.`);
    if (count.tags > MAX_TAGS)
      throw new Unreadable(`The page has more than ${MAX_TAGS.toLocaleString('en')} tags; it was not read.`);
  }
  return { tags: count.tags, depth: deepest };
}

/** Counts the tag that begins at `at`; gives where to go on. */
function skipTag(markup: string, at: number, kind: 'html' | 'xml', count: Count): number {
  if (markup.startsWith('<!--', at)) return after(markup, '-->', at + 4);
  if (markup.startsWith('<![CDATA[', at)) return after(markup, ']]>', at + 9);
  const closing = markup[at + 1] === '/';
  const start = at + (closing ? 2 : 1);
  if (!/[a-z_]/i.test(markup[start] ?? '')) return at + 1;
  const name = nameAt(markup, start).toLowerCase();
  const end = after(markup, '>', start + name.length);
  count.tags++;
  if (closing) {
    close(count, name);
    return end;
  }
  const closed = markup[end - 2] === '/' && (kind === 'xml' || count.open.has('svg') || count.open.has('math'));
  if (closed || (kind === 'html' && FLAT.has(name))) return end;
  if (kind === 'html' && RAW.has(name)) return after(markup, `</${name}`, end, true);
  count.open.set(name, (count.open.get(name) ?? 0) + 1);
  count.depth++;
  return end;
}

/** Only an end tag whose own element is open counts: stray ones do not make a page any flatter. */
function close(count: Count, name: string): void {
  const open = count.open.get(name);
  if (!open) return;
  count.depth--;
  if (open === 1) count.open.delete(name);
  else count.open.set(name, open - 1);
}

function nameAt(markup: string, start: number): string {
  NAME.lastIndex = start;
  return NAME.exec(markup)?.[0].slice(0, 100) ?? '';
}

function after(markup: string, mark: string, from: number, anyCase = false): number {
  let found = markup.indexOf(mark, from);
  if (found < 0 && anyCase) found = markup.indexOf(mark.toUpperCase(), from);
  return found < 0 ? markup.length : found + mark.length;
}
