import type { Key } from './catalogue.ts';
import { inHtml } from './in-html.ts';
import { filled, type Value } from './message.ts';
import { language } from './speak.ts';

/** What a mark in a message becomes: the attributes of a link where there is an address, of a span otherwise. */
export type Mark = { readonly href?: string; readonly [attribute: string]: string | undefined };
/** Marks that need no attributes, as they are in HTML. */
const PLAIN = new Set(['b', 'i', 'em', 'strong', 'code', 'kbd', 'small', 'br']);

/** HTML that a template made and that goes into a sentence as it is. */
export class Made {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

/**
 * Takes the key of a message with marks, the values it asks for and what each mark is; gives HTML in which the words and
 * the values are escaped: `rich('queue.nothing-here', { sources: { href: '/sources' } })`.
 */
export function rich(key: Key, given: Readonly<Record<string, Value | Mark | Made>> = {}): string {
  const { messages, plural, number } = language();
  const message = messages[key];
  if (message === undefined) throw new Error(`There are no words for ${key}.`);
  const form = typeof message === 'string' ? message : (message[plural(Number(given.n))] ?? message.other);
  return form
    .split(/(<\/?\w+>|\{\w+\})/)
    .map((part) => html(part, given, number))
    .join('');
}

function html(
  part: string,
  given: Readonly<Record<string, Value | Mark | Made>>,
  number: (n: number) => string,
): string {
  const [, close, mark] = /^<(\/?)(\w+)>$/.exec(part) ?? [];
  if (mark) return close ? `</${elementOf(mark, given)}>` : `<${elementOf(mark, given)}${attributes(given[mark])}>`;
  if (!/^\{\w+\}$/.test(part)) return inHtml(part);
  const value = given[part.slice(1, -1)];
  return value instanceof Made ? value.html : inHtml(filled(given as Record<string, Value>, part.slice(1, -1), number));
}

function elementOf(mark: string, given: Readonly<Record<string, unknown>>): string {
  const of = given[mark];
  if (of === undefined && PLAIN.has(mark)) return mark;
  if (typeof of !== 'object' || of === null) throw new Error(`Nothing says what <${mark}> is.`);
  return 'href' in of ? 'a' : PLAIN.has(mark) ? mark : 'span';
}

function attributes(mark: unknown): string {
  return Object.entries((mark ?? {}) as Mark)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${inHtml(value)}"`]))
    .join('');
}
