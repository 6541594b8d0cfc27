import { Parser } from 'htmlparser2';
import { Unreadable } from '../../model/errors.ts';
import { plainSize } from './scan-plain.ts';

/**
 * Looks over markup once, before anything builds a tree of it: a few kilobytes of nested elements can keep a reader
 * busy for minutes (RELIABILITY H01, H02, X06). It is the same tokeniser that both tree builders use, so that what it
 * counts is what they build.
 */
export const MAX_DEPTH = 256;
export const MAX_TAGS = 200_000;
/** Beyond this, one element has more attributes than any page that people read. */
const MAX_ATTRIBUTES = 10_000;

export interface MarkupSize {
  /** Start and end tags as written. */
  tags: number;
  /** Elements in one another at the deepest place. */
  depth: number;
}

/**
 * Takes markup and whether it is XML; gives its size. Throws Unreadable, with a sentence, when it nests deeper than
 * MAX_DEPTH or has more than MAX_TAGS tags.
 */
export function scanMarkup(markup: string, kind: 'html' | 'xml'): MarkupSize {
  const plain = kind === 'xml' ? plainSize(markup) : null;
  return plain && plain.tags <= MAX_TAGS && plain.depth <= MAX_DEPTH ? plain : measured(markup, kind);
}

function measured(markup: string, kind: 'html' | 'xml'): MarkupSize {
  const meter = createMeter();
  const parser = new Parser(
    {
      onopentagname: meter.tag,
      onattribute: meter.attribute,
      onopentag: meter.open,
      onclosetag: (_name, isImplied) => meter.close(isImplied),
    },
    { xmlMode: kind === 'xml', decodeEntities: false },
  );
  parser.end(markup);
  return meter.size;
}

/** Counts while somebody else reads: throws Unreadable as `scanMarkup` does. */
export function createMeter() {
  const size: MarkupSize = { tags: 0, depth: 0 };
  let depth = 0;
  let attributes = 0;
  const countTag = () => {
    size.tags++;
    if (size.tags > MAX_TAGS) throw tooMuch(`has more than ${MAX_TAGS.toLocaleString('en')} tags`);
  };
  return {
    size,
    tag() {
      attributes = 0;
      countTag();
    },
    attribute() {
      attributes++;
      if (attributes > MAX_ATTRIBUTES) throw tooMuch('has an element with thousands of attributes');
    },
    open() {
      depth++;
      size.depth = Math.max(size.depth, depth);
      if (depth > MAX_DEPTH) throw tooMuch(`nests more than ${MAX_DEPTH} elements in one another`);
    },
    close(isImplied: boolean) {
      depth--;
      if (!isImplied) countTag();
    },
  };
}

function tooMuch(what: string): Unreadable {
  return new Unreadable(`The page ${what}; it was not read.`);
}
