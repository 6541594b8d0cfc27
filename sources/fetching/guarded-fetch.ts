import { fetch as send } from 'undici';
import { AddressRefused, SourceUnavailable } from '../../model/errors.ts';
import { checkAddress, hostAndPort } from './address.ts';
import { guardedAgent, type Lookup, systemResolver } from './connect.ts';

export interface GuardedFetchOptions {
  /** `host:port` that may be reached although private. */
  allow: readonly string[];
  /** Largest answer, in bytes; default 1 MB. */
  maxBytes?: number;
  /** Whole time for one request; default 10 s. */
  deadlineMs?: number;
  /** For tests: how names become addresses. */
  lookup?: Lookup;
}

export interface GuardedRequest {
  method?: string | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | null | undefined;
}

const MAX_BYTES = 1024 * 1024;
const DEADLINE_MS = 10_000;

/**
 * Gives a `fetch` for programs that talk to a service set by the operator (single sign-on): the same guard as for
 * sources, no redirects, a bounded answer, a deadline. Throws AddressRefused or SourceUnavailable.
 */
export function createGuardedFetch(options: GuardedFetchOptions) {
  const allow = new Set(options.allow.map((entry) => entry.toLowerCase()));
  const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  const dispatcher = guardedAgent(allow, options.lookup ?? systemResolver, deadlineMs);
  return async (address: string, { method = 'GET', headers = {}, body = null }: GuardedRequest = {}) => {
    const url = checkAddress(address, allow);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const answer = await send(url, { method, headers, body, redirect: 'manual', dispatcher, signal });
      const bytes = await bounded(answer.body, options.maxBytes ?? MAX_BYTES);
      const { status } = answer;
      const isEmpty = status === 204 || status === 304;
      return new Response(isEmpty ? null : bytes, { status, headers: [...answer.headers] });
    } catch (cause) {
      throw refusalIn(cause) ?? new SourceUnavailable(`${hostAndPort(url)} does not answer.`, { cause });
    }
  };
}

async function bounded(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new SourceUnavailable('The answer is larger than is taken.');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** undici wraps what the connector threw. */
function refusalIn(cause: unknown): Error | null {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof AddressRefused || error instanceof SourceUnavailable) return error;
  }
  return null;
}
