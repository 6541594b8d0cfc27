import { BlockList, isIP } from 'node:net';
import { AddressRefused } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';

/** Which addresses may be fetched at all. Every hop of every request passes here (RELIABILITY F01–F05, F09, F12). */

const UNSAFE_CHARACTER = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const DEFAULT_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };

/** IANA special-purpose IPv4 blocks: nothing in them is a public web site. */
const CLOSED_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Within 2000::/3, the only public IPv6 space: special blocks and those that carry an IPv4 address inside. */
const CLOSED_V6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closedV4 = blockList(CLOSED_V4, 'ipv4');
const closedV6 = blockList(CLOSED_V6, 'ipv6');
const publicV6 = blockList([['2000::', 3]], 'ipv6');

function blockList(blocks: [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of blocks) list.addSubnet(net, prefix, family);
  return list;
}

/**
 * Takes an IP address as text; true when it is a public unicast address. Loopback, private, link-local, CGNAT,
 * multicast, reserved, v4-mapped and NAT64 addresses are not.
 */
export function isPublicAddress(ip: string): boolean {
  const bare = ip.split('%', 1)[0] ?? '';
  const family = isIP(bare);
  if (family === 4) return !closedV4.check(bare, 'ipv4');
  if (family === 6) return publicV6.check(bare, 'ipv6') && !closedV6.check(bare, 'ipv6');
  return false;
}

/** `host:port` of an address, the form that FETCH_ALLOW uses. IPv6 hosts keep their brackets. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || DEFAULT_PORTS[url.protocol]}`;
}

/**
 * Takes an address as someone or something wrote it; gives the URL when it may be fetched so far as its text shows.
 * Where its name leads is checked again when connecting. Throws AddressRefused with a sentence.
 */
export function checkAddress(text: string, allow: ReadonlySet<string>): URL {
  if (UNSAFE_CHARACTER.test(text)) {
    throw new AddressRefused('The address has a backslash or an invisible character in it; nothing was fetched.');
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw new AddressRefused(t('refused.is-no-complete-web-address', { text: shorten(text) }));
  checkParts(url);
  if (!allow.has(hostAndPort(url))) checkHost(url);
  return url;
}

function checkParts(url: URL): void {
  if (!(url.protocol in DEFAULT_PORTS)) {
    throw new AddressRefused(`Only http and https addresses are fetched, not “${shorten(url.protocol)}”.`);
  }
  if (url.username || url.password) {
    throw new AddressRefused('The address has a user name or password in it; take it out, it would end up in logs.');
  }
}

function checkHost(url: URL): void {
  if (url.port) {
    throw new AddressRefused(
      `Port ${url.port} of ${url.hostname} is not a usual web port; add ${hostAndPort(url)} to FETCH_ALLOW if it is right.`,
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if ((isIP(host) && !isPublicAddress(host)) || host === 'localhost' || host.endsWith('.localhost')) {
    throw privateAddress(url.hostname);
  }
}

/** The refusal for a host that leads into a private network. */
export function privateAddress(host: string): AddressRefused {
  return new AddressRefused(
    `${host} leads to a private or reserved network address, which is not fetched. FETCH_ALLOW can permit it.`,
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
