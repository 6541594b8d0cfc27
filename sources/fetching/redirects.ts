import { AddressRefused } from '../../model/errors.ts';
import { checkAddress } from './address.ts';
import type { Answer } from './answer.ts';

/** Headers of one request. */
export type Headers = Record<string, string>;

const MAX_REDIRECTS = 5;

/**
 * Takes an address, the headers meant for it, and how to make one request; gives the answer where the redirects end.
 * Each hop is checked like the first; headers meant for one site are not carried to another.
 * Throws AddressRefused when a hop may not be fetched or there are more than five.
 */
export async function followRedirects(
  start: string,
  headers: Headers,
  allow: ReadonlySet<string>,
  hop: (url: URL, headers: Headers) => Promise<Answer>,
): Promise<Answer> {
  let url = checkAddress(start, allow);
  let sent = headers;
  for (let n = 0; n <= MAX_REDIRECTS; n++) {
    const answer = await hop(url, sent);
    if (answer.location === null) return answer;
    const next = checkAddress(resolve(answer.location, url), allow);
    refuseDowngrade(url, next);
    if (next.origin !== url.origin) sent = {};
    url = next;
  }
  throw new AddressRefused(`${new URL(start).hostname} redirects more than ${MAX_REDIRECTS} times.`);
}

function resolve(location: string, base: URL): string {
  // A relative place is joined here; what must not be in it is looked for before, since joining would hide it.
  if (/[\\\p{Cc}]/u.test(location) || !URL.canParse(location, base.href)) return location;
  return new URL(location, base).href;
}

function refuseDowngrade(from: URL, to: URL): void {
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new AddressRefused(`${from.hostname} redirects from https to unprotected http, which is not followed.`);
  }
}
