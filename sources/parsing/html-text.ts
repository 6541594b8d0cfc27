import { Parser } from 'htmlparser2';
import { createMeter } from './scan.ts';
import { tidyText } from './tidy.ts';

/** The text of HTML in one pass, without building a tree: feeds carry hundreds of fragments. */

/** Elements that begin and end a paragraph. */
export const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Elements whose text nobody sees. */
export const HIDDEN = new Set(
  'script style noscript template iframe object embed svg math canvas audio video head title button select textarea'.split(
    ' ',
  ),
);

/** True when the attributes of an element hide it from readers. */
export function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || attributes['aria-hidden'] === 'true';
}

/**
 * Takes an HTML fragment; gives its text, paragraphs separated by a blank line, table cells by a bar; scripts and the like
 * left out. Plain text comes back as it is. Throws Unreadable when it is too deep or has too many tags.
 */
export function plainText(html: string): string {
  if (/<[a-z!/]/i.test(html)) return tidyText(streamed(html));
  const parts = html.split(/\n\s*\n/).map((part) => (part.includes('&') ? streamed(part) : part));
  return tidyText(parts.join('\n\n'));
}

/** White space other than one plain space, which stays as it is. */
const SPACES = /\s\s+|[^\S ]/g;

interface Open {
  name: string;
  /** True when an element stands in it already: the next table cell is not the first. */
  hasElement: boolean;
}

function streamed(html: string): string {
  const parts: string[] = [];
  const meter = createMeter();
  const open: Open[] = [{ name: '', hasElement: false }];
  /** How deep in a hidden element; nothing is taken until it has ended. */
  let hidden = 0;
  const parser = new Parser(
    {
      onopentagname: meter.tag,
      onattribute: meter.attribute,
      onopentag(name, attributes) {
        meter.open();
        const parent = open.at(-1) as Open;
        const isLater = parent.hasElement;
        parent.hasElement = true;
        open.push({ name, hasElement: false });
        if (hidden > 0 || HIDDEN.has(name) || isHidden(attributes)) {
          hidden += 1;
          return;
        }
        if (name === 'br') parts.push('\n');
        if ((name === 'td' || name === 'th') && isLater) parts.push(' | ');
        if (BLOCK.has(name)) parts.push('\n\n');
      },
      ontext(text) {
        if (hidden === 0) parts.push(text.replace(SPACES, ' '));
      },
      onclosetag(name, isImplied) {
        meter.close(isImplied);
        open.pop();
        if (hidden > 0) hidden -= 1;
        else if (BLOCK.has(name)) parts.push('\n\n');
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  parser.end(html);
  return parts.join('');
}
