import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { hostAndPort, isPublicAddress, privateAddress } from './address.ts';

/** Takes a host name; gives every address it stands for. */
export type Lookup = (hostname: string) => Promise<{ address: string; family: number }[]>;

export const systemResolver: Lookup = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

const CONNECT_MS = 10_000;
/** Two header blocks of Node's default; a larger one is an attack or a fault. */
const MAX_HEADER_BYTES = 32 * 1024;

/**
 * Gives a connection pool that looks the name up itself, drops every address that is not public and connects to
 * what remains: the address checked is the address used, on each hop and each new connection (RELIABILITY F06–F08).
 */
export function guardedAgent(allow: ReadonlySet<string>, lookup: Lookup, idleMs: number): Agent {
  return new Agent({
    connect: guardedConnector(allow, lookup),
    connections: 1,
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    keepAliveTimeout: 4_000,
  });
}

function guardedConnector(allow: ReadonlySet<string>, lookup: Lookup): buildConnector.connector {
  return (options, callback) => {
    const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`);
    const free = allow.has(hostAndPort(url));
    permittedAddresses(url.hostname, free, lookup)
      .then((found) => connectTo(found, options, free, callback))
      .catch((error: unknown) => callback(error as Error, null));
  };
}

type Found = Awaited<ReturnType<Lookup>>;

/**
 * Takes a host name; gives those of its addresses that may be used: the public ones, or all when the host is `free`.
 * Throws AddressRefused when none is left.
 */
export async function permittedAddresses(hostname: string, free: boolean, lookup: Lookup): Promise<Found> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ''));
  const permitted = free ? found : found.filter((entry) => isPublicAddress(entry.address));
  if (!permitted.length) throw privateAddress(hostname);
  return permitted;
}

/** Connects to one of the addresses found and to no other; looks once more at what the socket says. */
function connectTo(
  found: Found,
  options: buildConnector.Options,
  free: boolean,
  callback: buildConnector.Callback,
): void {
  const answer: LookupFunction = (_host, asked, done) => {
    const [first] = found;
    if (asked.all) done(null, found);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: answer, autoSelectFamily: true });
  connect(options, (...result: Parameters<buildConnector.Callback>) => {
    const [error, socket] = result;
    if (error) return callback(error, null);
    if (!free && !isPublicAddress(socket?.remoteAddress ?? '')) {
      socket?.destroy();
      return callback(privateAddress(options.hostname), null);
    }
    callback(null, socket as NonNullable<typeof socket>);
  });
}
