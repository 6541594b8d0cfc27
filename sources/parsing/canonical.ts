/** Addresses as keys: the same article under several addresses gets one (FEATURES: de-duplication). */

const UNSAFE = /[\\\p{Cc}\p{Cf}]/u;
/** Parameters that tell where a reader came from and never what the page is. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|_hs(enc|mi)|vero_id|oly_\w+_id|wt_?mc\w*|ns_\w+|at_(medium|campaign|link\w*|format|bbc\w*|ptr\w*)|xtor|cmp|cmpid|ocid|ito|smid|smtyp|guccounter|guce_\w+|__twitter_impression|spm|sh|share|source_rss|feed_id|traffic_source|rss|srnd|leadsource|taid)$/i;
const AMP_FLAGS = /^(amp|outputtype|output)$/i;

/**
 * Takes a link as a page or feed has it and the address it stands on; gives the absolute http(s) address, or null
 * when it is no link that a person could safely follow (`javascript:`, hidden characters, a password in it).
 */
export function webLink(raw: string | null | undefined, base: string | null): string | null {
  const text = raw?.trim() ?? '';
  if (!text || UNSAFE.test(text) || !URL.canParse(text, base ?? undefined)) return null;
  const url = new URL(text, base ?? undefined);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}

/** Takes a link; gives where it leads when a search engine or AMP cache has put itself in between. */
export function unwrapLink(link: string): string {
  const url = new URL(link);
  if (/^(www\.)?google\.[a-z.]+$/.test(url.hostname)) {
    const target = url.pathname === '/url' ? (url.searchParams.get('url') ?? url.searchParams.get('q')) : null;
    const amp = /^\/amp\/(s\/)?(.+)$/.exec(url.pathname);
    return webLink(target ?? (amp ? `http${amp[1] ? 's' : ''}://${amp[2]}` : null), null) ?? link;
  }
  const cached = url.hostname.endsWith('.cdn.ampproject.org') ? /^\/[cv]\/(s\/)?(.+)$/.exec(url.pathname) : null;
  return cached ? (webLink(`http${cached[1] ? 's' : ''}://${cached[2]}`, null) ?? link) : link;
}

/**
 * Takes an absolute address; gives the form under which documents are compared: https, no fragment, no tracking
 * parameters, no AMP variant, no slash at the end, parameters in order. Throws TypeError when it is no address.
 */
export function canonicalAddress(link: string): string {
  const url = new URL(unwrapLink(link));
  url.hash = '';
  if (url.protocol === 'http:' && !url.port) url.protocol = 'https:';
  url.hostname = url.hostname.replace(/\.$/, '').replace(/^amp\./, 'www.');
  url.search = meaningful(url.searchParams).toString();
  url.pathname = plainPath(url.pathname);
  return url.href;
}

function meaningful(parameters: URLSearchParams): URLSearchParams {
  const kept = [...parameters].filter(
    ([name, value]) => !TRACKING.test(name) && !(AMP_FLAGS.test(name) && /^(amp|1|true|)$/i.test(value)),
  );
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new URLSearchParams(kept);
}

function plainPath(path: string): string {
  const plain = path
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/.)/, '')
    .replace(/(\/amp|\.amp)(?=\/?$)/, '')
    .replace(/\.amp\.html$/, '.html')
    .replace(/\/index\.html?$/, '/');
  return plain.replace(/(.)\/$/, '$1') || '/';
}
