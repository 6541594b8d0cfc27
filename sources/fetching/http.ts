import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, FormData, request } from 'undici';
import type { Instant } from '../../model/day.ts';
import { SourceBlocked, SourceChanged, SourceUnavailable, Unreadable } from '../../model/errors.ts';
import type { Fetched, SourceRequest } from '../source.ts';
import { checkAddress, hostAndPort } from './address.ts';
import { type Answer, readAnswer } from './answer.ts';
import { ACCEPTED_ENCODINGS } from './body.ts';
import { guardedAgent, type Lookup, systemResolver } from './connect.ts';
import { withDeadline } from './deadline.ts';
import { createPace } from './pace.ts';
import { createQuietHosts } from './quiet.ts';
import { followRedirects, type Headers } from './redirects.ts';
import { inWords, refuseConsentPage, refuseFailure } from './refusals.ts';
import { forbiddenByRobots, type RobotRules, RobotsCache, readRobots } from './robots.ts';

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

export interface GetOptions extends SourceRequest {
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
  /**
   * Hands text to an address that somebody gave for that (a webhook); gives the status it answers with. Redirects are
   * not followed and the answer is not read. Throws AddressRefused or SourceUnavailable, each with a sentence.
   */
  post(url: string, body: string, headers: Record<string, string>): Promise<{ status: number }>;
  /** Breaks off what is under way and closes all connections. */
  close(): Promise<void>;
}

const AGENT_NAME = 'Dealwatch';
const PACE_MS = 1_000;
const DEADLINE_MS = 30_000;
const IDLE_MS = 15_000;
const POST_DEADLINE_MS = 10_000;
const ROBOTS_LIMITS = { maxBytes: 512 * 1024, deadlineMs: 10_000 };
const ACCEPT =
  'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/json;q=0.9, */*;q=0.5';

/** Takes the limits; gives a fetcher. Close it at the end. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const allow = new Set(options.allow.map((entry) => entry.toLowerCase()));
  const closing = new AbortController();
  const agent = guardedAgent(allow, options.lookup ?? systemResolver, options.idleMs ?? IDLE_MS);
  const hops = createHops(options, allow, agent, closing.signal);
  return {
    async get(start, limits = {}) {
      const headers = { ...limits.headers, ...conditions(limits) };
      const answer = await followRedirects(start, headers, allow, (url, sent) => {
        if (limits.form && url.href !== new URL(start).href) throw movedForm(start);
        return hops.page(url, sent, limits);
      });
      if (answer.status === 304) return { notModified: true };
      refuseConsentPage(new URL(start), answer.url);
      refuseFailure(answer, options.now());
      return toFetched(start, answer, options.now());
    },
    post: (url, body, headers) => hand(url, { body, headers }, { allow, agent, options, closing: closing.signal }),
    async close() {
      closing.abort(new SourceUnavailable('The reader was stopped while it was fetching.'));
      await agent.destroy();
    },
  };
}

/** Gives how one request is made: what robots.txt allows, in the host's turn, and not while it asked for quiet. */
function createHops(options: FetcherOptions, allow: ReadonlySet<string>, agent: Dispatcher, closing: AbortSignal) {
  const pace = createPace((ms) => sleep(ms, undefined, { signal: closing }));
  const quiet = createQuietHosts(options.now);
  const send = sender(options, agent, closing);
  const pause = (url: URL, rules: RobotRules | null) => {
    const usual = options.paceMs ?? (allow.has(hostAndPort(url)) ? 0 : PACE_MS);
    return Math.max(usual, rules?.delayMs ?? 0);
  };
  const robotsHop = (url: URL) => pace.turn(url.host, pause(url, null), () => send(url, {}, ROBOTS_LIMITS));
  const robots = new RobotsCache(async (url) => {
    const answer = await followRedirects(url, {}, allow, robotsHop).catch(robotsFailure);
    const text = answer && Buffer.from(answer.body).toString('utf8');
    return readRobots(url, { status: answer?.status ?? null, text: text ?? '' }, AGENT_NAME);
  });
  return {
    async page(url: URL, headers: Headers, limits: GetOptions): Promise<Answer> {
      refuseNameless(url, options.contact);
      quiet.refuse(url);
      const rules = await robots.rulesFor(url);
      if (!rules.allows(url.href)) throw forbiddenByRobots(url);
      return pace.turn(url.host, pause(url, rules), async () => {
        // Whoever waited in line may have been overtaken by the host's request for quiet.
        quiet.refuse(url);
        const answer = await send(url, headers, limits);
        quiet.note(answer);
        return answer;
      });
    },
  };
}

/** Hosts that turn away who does not say how to be reached (SEC: "declare your user agent"); they are not even asked. */
const WANT_CONTACT = /(^|\.)sec\.gov$/;

function refuseNameless(url: URL, contact: string): void {
  if (contact.includes('@') || !WANT_CONTACT.test(url.hostname)) return;
  throw new SourceBlocked(
    `${url.hostname} reads no requests without a mail address in them: set FETCH_CONTACT to one at which you can be reached.`,
  );
}

/** A robots.txt that cannot be read is not the same as none; a host that cannot be reached says so itself. */
function robotsFailure(error: unknown): null {
  if (error instanceof Unreadable || error instanceof SourceChanged) return null;
  throw error;
}

function toFetched(start: string, answer: Answer, now: Instant): Fetched {
  return {
    url: start,
    finalUrl: answer.url.href,
    status: answer.status,
    contentType: answer.header('content-type'),
    body: answer.body,
    etag: answer.header('etag'),
    lastModified: answer.header('last-modified'),
    fetchedAt: now,
  };
}

function conditions({ etag, lastModified }: GetOptions): Headers {
  const safe = (value: string | null | undefined) => (value && /^[\x20-\x7e\x80-\xff]*$/.test(value) ? value : null);
  const [tag, date] = [safe(etag), safe(lastModified)];
  return { ...(tag ? { 'if-none-match': tag } : {}), ...(date ? { 'if-modified-since': date } : {}) };
}

interface Outgoing {
  allow: ReadonlySet<string>;
  agent: Dispatcher;
  options: FetcherOptions;
  closing: AbortSignal;
}

/** One request that carries something, to an address checked as text and again as connected. */
async function hand(
  address: string,
  { body, headers }: { body: string; headers: Record<string, string> },
  { allow, agent, options, closing }: Outgoing,
): Promise<{ status: number }> {
  const url = checkAddress(address, allow);
  const deadlineMs = options.deadlineMs ?? POST_DEADLINE_MS;
  try {
    return await withDeadline(deadlineMs, closing, async (signal) => {
      const named = { 'user-agent': userAgent(options.contact), ...headers };
      const answer = await request(url, { method: 'POST', dispatcher: agent, signal, headers: named, body });
      answer.body.on('error', () => undefined).destroy();
      return { status: answer.statusCode };
    });
  } catch (cause) {
    throw inWords(cause, url, deadlineMs);
  }
}

function userAgent(contact: string): string {
  const about = contact.replace(/[^\x20-\x7e]/g, '').trim();
  return `${AGENT_NAME}/0.1 (policy research; reads public news and registers${about ? `; contact: ${about}` : ''})`;
}

/** What is asked is meant for one place: it is not handed on to wherever that place points. */
function movedForm(start: string): SourceChanged {
  return new SourceChanged(`The search of ${new URL(start).hostname} has moved; look for its new address.`);
}

/** Each value as a part of JSON, as the search of the Commission's registers takes it. */
function formOf(parts: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    form.append(name, new Blob([JSON.stringify(value)], { type: 'application/json' }), 'blob');
  }
  return form;
}

/** Gives the function that makes one request, without following anything. */
function sender(options: FetcherOptions, dispatcher: Dispatcher, closing: AbortSignal) {
  const agent = userAgent(options.contact);
  return async (url: URL, extra: Headers, limits: GetOptions): Promise<Answer> => {
    const deadlineMs = limits.deadlineMs ?? options.deadlineMs ?? DEADLINE_MS;
    const headers = { 'user-agent': agent, accept: ACCEPT, 'accept-encoding': ACCEPTED_ENCODINGS, ...extra };
    try {
      return await withDeadline(deadlineMs, closing, async (signal) => {
        const body = limits.form ? { method: 'POST' as const, body: formOf(limits.form) } : {};
        const answer = await request(url, { dispatcher, signal, headers, ...body });
        return readAnswer(url, answer, limits.maxBytes ?? options.maxBytes);
      });
    } catch (cause) {
      throw inWords(cause, url, deadlineMs);
    }
  };
}
