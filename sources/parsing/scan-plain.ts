/** Markup that is plain enough to be measured at a glance: everything that two readers could take differently is not. */

/** A start tag, its attributes in quotes and without a bracket in them; a name and `/` for one that ends itself. */
const START = /<([A-Za-z_][\w:.-]*)(?:\s+[\w:.-]+=(?:"[^"<>]*"|'[^'<>]*'))*\s*(\/?)>/y;
const END = /<\/([A-Za-z_][\w:.-]*)>/y;
const DECLARATION = /<\?xml\s[^<>]*\?>/y;
const CDATA = '<![CDATA[';
/** A longer tag may have any number of attributes. */
const LONGEST_TAG = 5_000;

/**
 * Takes XML; gives how many tags it has and how deep it nests, or null when it is not well-formed in the plainest way: comments,
 * instructions, brackets in attributes, tags that do not match are for a proper reader to judge.
 */
export function plainSize(xml: string): { tags: number; depth: number } | null {
  const open: string[] = [];
  const size = { tags: 0, depth: 0 };
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = xml.startsWith(CDATA, at) ? afterCdata(xml, at) : afterTag(xml, at, open, size);
    if (end === null) return null;
    at = end;
  }
  return open.length === 0 ? size : null;
}

function afterCdata(xml: string, at: number): number | null {
  const end = xml.indexOf(']]>', at);
  return end < 0 ? null : end + 3;
}

/** Where the tag at a place ends; null for one that is not plain. */
function afterTag(xml: string, at: number, open: string[], size: { tags: number; depth: number }): number | null {
  if (at === 0 && xml.startsWith('<?')) return matched(DECLARATION, xml, at)?.end ?? null;
  const closes = xml.charCodeAt(at + 1) === SLASH;
  const tag = matched(closes ? END : START, xml, at);
  if (!tag || tag.end - at > LONGEST_TAG) return null;
  size.tags += 1;
  if (closes) return open.pop() === tag.name ? tag.end : null;
  size.depth = Math.max(size.depth, open.length + 1);
  if (!tag.isWhole) open.push(tag.name);
  return tag.end;
}

const SLASH = 47;

function matched(pattern: RegExp, xml: string, at: number): { name: string; isWhole: boolean; end: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(xml);
  return match && { name: match[1] ?? '', isWhole: match[2] === '/', end: pattern.lastIndex };
}
