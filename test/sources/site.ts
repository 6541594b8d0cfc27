import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { createFetcher, type Fetcher, type FetcherOptions, type GetOptions } from '../../sources/fetching/http.ts';
import type { Fetched } from '../../sources/source.ts';
import { aWebServer } from '../helpers/web-server.ts';

/** Real servers on 127.0.0.1 and a fetcher that may reach them; all closed after each test. */
export const NOW = '2026-03-02T09:00:00.000Z' as Instant;
const closers: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export interface Site {
  port: number;
  origin: string;
  /** Requests for anything but robots.txt. */
  requests: IncomingMessage[];
}

export async function site(answer: RequestListener, robots: string | number = 404): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const { port, origin } = await aWebServer((request, response) => {
    response.on('error', () => undefined);
    if (request.url !== '/robots.txt') {
      requests.push(request);
      return answer(request, response);
    }
    response.statusCode = typeof robots === 'number' ? robots : 200;
    response.end(typeof robots === 'number' ? '' : robots);
  });
  return { port, origin, requests };
}

/** A server below HTTP: the test writes the bytes itself. robots.txt gets a proper 404. */
export async function rawSite(answer: (socket: Socket) => void): Promise<Site> {
  const open = new Set<Socket>();
  const server = createSocketServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (head) => {
      if (!head.toString().includes('/robots.txt')) return answer(socket);
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    for (const socket of open) socket.destroy();
    return new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, requests: [] };
}

export function fetcher(sites: Site[], options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({
    contact: 'a@example.org',
    allow: sites.map(({ port }) => `127.0.0.1:${port}`),
    maxBytes: 1024 * 1024,
    now: () => NOW,
    ...options,
  });
  closers.push(() => made.close());
  return made;
}

/** Gets a page that is expected to be there. */
export async function page(from: Fetcher, url: string, options?: GetOptions): Promise<Fetched> {
  const got = await from.get(url, options);
  if ('notModified' in got) throw new Error(`${url} was not modified`);
  return got;
}

export const textOf = (got: Fetched) => Buffer.from(got.body).toString('utf8');

export function html(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(text);
}

/** A page as fetched at NOW from an address, with this body. */
export function fetchedFrom(
  body: string | Uint8Array,
  url: string,
  contentType: string | null = 'application/json',
): Fetched {
  const none = { etag: null, lastModified: null };
  return { url, finalUrl: url, status: 200, contentType, body: Buffer.from(body as string), fetchedAt: NOW, ...none };
}
