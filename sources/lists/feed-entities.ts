/** References in a feed's text that its parser would read wrongly, put right before it reads. */

/** Enough for the few constants that feeds declare; what a bomb needs is more. */
const MOST_ENTITIES = 50;
const LONGEST_VALUE = 500;
const MOST_REPLACED = 2_000;
/** Entity with a value of its own: neither a parameter entity nor one that lies elsewhere. */
const DECLARED = /<!ENTITY\s+([A-Za-z][\w-]{0,59})\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\s*>/g;

/**
 * Takes the document type of a feed, or an empty text; gives the entities that it declares with a plain value. Those
 * that hold other entities, markup or an address are left out: nothing is ever expanded twice, nothing fetched.
 */
export function declaredEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(DECLARED)) {
    const value = double ?? single ?? '';
    if (name && value.length <= LONGEST_VALUE && entities.size < MOST_ENTITIES && !entities.has(name))
      entities.set(name, value);
  }
  return entities;
}

/** Takes a feed's text and the entities that it declares; gives it with the first thousands of them replaced, outside CDATA. */
export function expanded(xml: string, entities: ReadonlyMap<string, string>): string {
  if (!entities.size) return xml;
  let left = MOST_REPLACED;
  return xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&([A-Za-z][\w-]{0,59});/g, (found, name: string | undefined) => {
    const value = name === undefined || left === 0 ? undefined : entities.get(name);
    if (value === undefined) return found;
    left -= 1;
    return value;
  });
}

/** Gives a feed's text with each ampersand that begins no reference written as one: `?a=1&copy=2` holds no sign. */
export function withoutBareAmpersands(xml: string): string {
  return xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?!#?\w+;)/g, (found) => (found === '&' ? '&amp;' : found));
}
