import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, request } from 'undici';
import { formatInstant, type Instant } from '../model/day.ts';
import {
  AddressRefused,
  DealwatchError,
  SourceBlocked,
  SourceChanged,
  SourceUnavailable,
  Unreadable,
} from '../model/errors.ts';
import { checkAddress, hostAndPort } from './address.ts';
import { looksBlocked } from './blocked.ts';
import { ACCEPTED_ENCODINGS, readBody } from './body.ts';
import { guardedAgent, type Lookup, systemResolver } from './connect.ts';
import { withDeadline } from './deadline.ts';
import { createPace } from './pace.ts';
import { readRetryAfter } from './retry-after.ts';
import { forbiddenByRobots, type RobotRules, RobotsCache, readRobots } from './robots.ts';
import type { Fetched } from './source.ts';

/**
 * The one door to other people's computers. Order of a request: the address is checked as text → the site's
 * robots.txt → the host's turn → the address is checked again as connected → headers and body within limits and
 * deadline → redirects take the same way again.
 */
export interface FetcherOptions {
  /** Mail address or page for site owners, empty for none. */
  contact: string;
  /** `host:port` that may be fetched although private. */
  allow: readonly string[];
  /** Largest body after decompression, in bytes. */
  maxBytes: number;
  now(): Instant;
  /** For tests: how names become addresses. */
  lookup?: Lookup;
  /** Pause between two requests to one host; default 1 s, none for hosts in `allow`. */
  paceMs?: number;
  /** Whole time for one request, redirects not counted together; default 30 s. */
  deadlineMs?: number;
  /** Longest silence; default 15 s. */
  idleMs?: number;
}

export interface GetOptions {
  etag?: string | null;
  lastModified?: string | null;
  maxBytes?: number;
  deadlineMs?: number;
}

export interface NotModified {
  notModified: true;
}

export interface Fetcher {
  /**
   * Gets one page. Throws AddressRefused, SourceBlocked, SourceChanged, SourceUnavailable (with `retryAfter` when the
   * site gave one) or Unreadable, each with a sentence for people.
   */
  get(url: string, options?: GetOptions): Promise<Fetched | NotModified>;
  /** Breaks off what is under way and closes all connections. */
  close(): Promise<void>;
}

const AGENT_NAME = 'Dealwatch';
const MAX_REDIRECTS = 5;
const ROBOTS_BYTES = 512 * 1024;
const ROBOTS_DEADLINE_MS = 10_000;
const ACCEPT =
  'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/json;q=0.9, */*;q=0.5';

/** Takes the limits; gives a fetcher. Close it at the end. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const allow = new Set(options.allow.map((entry) => entry.toLowerCase()));
  const closing = new AbortController();
  const agent = guardedAgent(allow, options.lookup ?? systemResolver, options.idleMs ?? 15_000);
  const pace = createPace((ms) => sleep(ms, undefined, { signal: closing.signal }));
  const send = sender(options, agent, closing.signal);
  const robots = new RobotsCache(async (url) => {
    const answer = await followRedirects(url, {}, robotsHop).catch(robotsFailure);
    return readRobots(url, answer, AGENT_NAME);
  });

  /** Hosts that asked for quiet, and until when: all their pages wait, whichever source they belong to. */
  const quiet = new Map<string, Instant>();
  function refuseQuietHost(url: URL): void {
    const until = quiet.get(url.host);
    if (until && until > options.now()) throw tooEarly(url, until);
  }
  function noteQuiet(answer: Answer): void {
    const until = answer.status === 429 || answer.status === 503 ? retryAfterOf(answer, options.now()) : null;
    if (until) quiet.set(answer.url.host, until);
  }

  const pause = (url: URL, rules: RobotRules | null) => {
    const usual = options.paceMs ?? (allow.has(hostAndPort(url)) ? 0 : 1000);
    return Math.max(usual, rules?.delayMs ?? 0);
  };

  async function robotsHop(url: URL): Promise<Answer> {
    const limits = { maxBytes: ROBOTS_BYTES, deadlineMs: ROBOTS_DEADLINE_MS };
    return pace.turn(url.host, pause(url, null), () => send(url, {}, limits));
  }

  async function pageHop(url: URL, headers: Headers, limits: GetOptions): Promise<Answer> {
    refuseQuietHost(url);
    const rules = await robots.rulesFor(url);
    if (!rules.allows(url.href)) throw forbiddenByRobots(url);
    return pace.turn(url.host, pause(url, rules), async () => {
      refuseQuietHost(url);
      const answer = await send(url, headers, limits);
      noteQuiet(answer);
      return answer;
    });
  }

  async function followRedirects(start: string, headers: Headers, hop: Hop): Promise<Answer> {
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

  return {
    async get(start, limits = {}) {
      const answer = await followRedirects(start, conditions(limits), (url, sent) => pageHop(url, sent, limits));
      if (answer.status === 304) return { notModified: true };
      refuseConsentPage(new URL(start), answer.url);
      refuseFailure(answer, options.now());
      return {
        url: start,
        finalUrl: answer.url.href,
        status: answer.status,
        contentType: answer.header('content-type'),
        body: answer.body,
        etag: answer.header('etag'),
        lastModified: answer.header('last-modified'),
        fetchedAt: options.now(),
      };
    },
    async close() {
      closing.abort(new SourceUnavailable('The reader was stopped while it was fetching.'));
      await agent.destroy();
    },
  };
}

type Headers = Record<string, string>;
type Hop = (url: URL, headers: Headers) => Promise<Answer>;

interface Answer {
  url: URL;
  status: number;
  body: Uint8Array;
  text: string;
  /** Where a redirect leads, as written; null when it is none. */
  location: string | null;
  header(name: string): string | null;
}

/** A robots.txt that cannot be read is not the same as none; a host that cannot be reached says so itself. */
function robotsFailure(error: unknown): { status: null; text: string } {
  if (error instanceof Unreadable || error instanceof SourceChanged) return { status: null, text: '' };
  throw error;
}

function conditions({ etag, lastModified }: GetOptions): Headers {
  const safe = (value: string | null | undefined) => (value && /^[\x20-\x7e\x80-\xff]*$/.test(value) ? value : null);
  const [tag, date] = [safe(etag), safe(lastModified)];
  return { ...(tag ? { 'if-none-match': tag } : {}), ...(date ? { 'if-modified-since': date } : {}) };
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

function userAgent(contact: string): string {
  const about = contact.replace(/[^\x20-\x7e]/g, '').trim();
  return `${AGENT_NAME}/0.1 (policy research; reads public news and registers${about ? `; contact: ${about}` : ''})`;
}

/** Gives the function that makes one request, without following anything. */
function sender(options: FetcherOptions, dispatcher: Dispatcher, closing: AbortSignal) {
  const agent = userAgent(options.contact);
  return async (url: URL, extra: Headers, limits: GetOptions): Promise<Answer> => {
    const deadlineMs = limits.deadlineMs ?? options.deadlineMs ?? 30_000;
    const headers = { 'user-agent': agent, accept: ACCEPT, 'accept-encoding': ACCEPTED_ENCODINGS, ...extra };
    try {
      return await withDeadline(deadlineMs, closing, async (signal) => {
        const answer = await request(url, { dispatcher, signal, headers });
        return readAnswer(url, answer, limits.maxBytes ?? options.maxBytes);
      });
    } catch (cause) {
      throw inWords(cause, url, deadlineMs);
    }
  };
}

async function readAnswer(url: URL, answer: Dispatcher.ResponseData, maxBytes: number): Promise<Answer> {
  const header = (name: string) => {
    const value = answer.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const status = answer.statusCode;
  const redirect = [301, 302, 303, 307, 308].includes(status) ? header('location') : null;
  // The body of a redirect says nothing; what an error page says tells a refusal from a fault.
  if (redirect !== null) answer.body.on('error', () => undefined).destroy();
  const body = redirect === null ? await readBody(answer.body, header('content-encoding'), maxBytes) : new Uint8Array();
  return {
    url,
    status,
    header,
    location: redirect,
    body,
    text: Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'),
  };
}

/** Some publishers send first-time readers to a consent host; what is said there is not the page. */
function refuseConsentPage(asked: URL, reached: URL): void {
  if (asked.hostname !== reached.hostname && /^(consent|guce)\./.test(reached.hostname)) {
    throw new SourceBlocked(
      `${asked.hostname} sends readers to a consent page first, which this reader cannot answer.`,
    );
  }
}

function refuseFailure(answer: Answer, now: Instant): void {
  const { status, url } = answer;
  if (status >= 200 && status < 300) return;
  const error = failureOf(status, url.hostname, looksBlocked(answer.text));
  error.retryAfter = retryAfterOf(answer, now);
  throw error;
}

const retryAfterOf = (answer: Answer, now: Instant) => readRetryAfter(answer.header('retry-after'), now);

function tooEarly(url: URL, until: Instant): SourceUnavailable {
  const error = new SourceUnavailable(`${url.hostname} asked not to be called again before ${formatInstant(until)}.`);
  error.retryAfter = until;
  return error;
}

function failureOf(status: number, host: string, challenge: boolean): DealwatchError {
  if (status === 429) return new SourceUnavailable(`${host} asks for fewer requests (429); it is tried again later.`);
  if (challenge || [401, 402, 403, 407, 451].includes(status)) {
    return new SourceBlocked(`${host} refuses this reader (${status}); nothing can be said about what is new there.`);
  }
  if (status === 404 || status === 410) {
    return new SourceChanged(`${host} no longer has this page (${status}); look for its new address.`);
  }
  if (status >= 500)
    return new SourceUnavailable(`${host} has a fault of its own (${status}); it is tried again later.`);
  return new SourceChanged(`${host} does not understand the request any more (${status}).`);
}

const FAULTS: [RegExp, (host: string) => string][] = [
  [/^(ENOTFOUND|EAI_|ENODATA)/, (host) => `The name ${host} is not known; is there a connection to the internet?`],
  [/^ECONNREFUSED$/, (host) => `${host} does not accept connections.`],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, (host) => `${host} broke the connection off.`],
  [/^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, (host) => `${host} sent more headers than are taken.`],
  [/^HPE_/, (host) => `${host} does not speak proper HTTP.`],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, (host) => `${host} sent more or less than it had announced.`],
  [/TIMEOUT|^ETIMEDOUT$/, (host) => `${host} took too long to answer.`],
  [/CERT|^ERR_TLS|SELF_SIGNED|^UNABLE_TO/, (host) => `The certificate of ${host} cannot be trusted.`],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, (host) => `${host} cannot be reached; is there a connection to the internet?`],
];

/** Turns whatever went wrong below into one of our failures; the cause is kept. */
function inWords(cause: unknown, url: URL, deadlineMs: number): DealwatchError {
  if (cause instanceof DealwatchError) return cause;
  const host = url.hostname;
  const { name, code, errors } = cause as { name?: string; code?: string; errors?: { code?: string }[] };
  if (name === 'TimeoutError') {
    return new SourceUnavailable(`${host} took longer than ${Math.ceil(deadlineMs / 1000)} s to answer.`, { cause });
  }
  const word = String(code ?? errors?.[0]?.code ?? '');
  const sentence = FAULTS.find(([pattern]) => pattern.test(word))?.[1](host);
  return new SourceUnavailable(sentence ?? `${host} could not be read: ${(cause as Error).message}`, { cause });
}
