import { webLink } from '../parsing/canonical.ts';

/** Which addresses of a sitemap or page count: those that begin with one of a few beginnings. */

/** Takes what somebody wrote (addresses or paths, separated by spaces) and the source's address; gives full beginnings. */
export function beginningsOf(written: string | null | undefined, base: string): string[] {
  const words = written?.split(/\s+/).filter(Boolean) ?? [];
  return words.map((word) => webLink(word, base)).filter((address) => address !== null);
}

/** True when an address counts: it begins with one of the beginnings and goes on, or there are none. */
export function counts(address: string, beginnings: readonly string[]): boolean {
  return beginnings.length === 0 || beginnings.some((one) => address.startsWith(one) && address.length > one.length);
}
