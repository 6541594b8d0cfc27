const BASE = 'http://here.invalid';
/** Backslashes count as slashes in browsers, and control characters are dropped: neither belongs into a path of ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be refused
const ODD = /[\\\u0000-\u0020\u007f]/;

/** Takes where someone wants to go after signing in; gives it when it is a path of our own, else the first page. */
export function ownPath(wanted: string | null): string {
  if (!wanted || wanted.length > 2000 || !wanted.startsWith('/') || ODD.test(wanted)) return '/';
  if (!URL.canParse(wanted, BASE)) return '/';
  const url = new URL(wanted, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search;
}
