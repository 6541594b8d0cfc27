import { createHash } from 'node:crypto';

/** Query parts that say how a reader came, not what is read. */
const TRACKING = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid|ocid|smid)$/i;

/** The one form of an address: no fragment, no tracking, parameters in order, no trailing slash. Null for what is no web address. */
export function canonicalAddress(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.protocol = 'https:';
  url.hash = '';
  url.hostname = url.hostname.replace(/^(www|m|amp)\./, '');
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return url.href;
}

/** Id of a document, by content: the same text at the same address is the same document, whoever brings it when. */
export function documentId(canonicalUrl: string | null, text: string): string {
  return sha256(`${canonicalUrl ?? ''}\n${text}`).slice(0, 20);
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Words as compared: lower case, no punctuation. */
export function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
