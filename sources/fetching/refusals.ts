import { addMs, formatInstant, type Instant } from '../../model/day.ts';
import { DealwatchError, PageGone, SourceBlocked, SourceChanged, SourceUnavailable } from '../../model/errors.ts';
import { type Answer, retryAfterOf } from './answer.ts';
import { looksBlocked } from './blocked.ts';

/** What can go wrong with a request, each as one of our failures with a sentence for people. */

/** Some publishers send first-time readers to a consent host; what is said there is not the page. */
export function refuseConsentPage(asked: URL, reached: URL): void {
  if (asked.hostname !== reached.hostname && /^(consent|guce)\./.test(reached.hostname)) {
    throw new SourceBlocked(
      `${asked.hostname} sends readers to a consent page first, which this reader cannot answer.`,
    );
  }
}

/** Throws when the status is no success, with when to come back if the site said so. */
export function refuseFailure(answer: Answer, now: Instant): void {
  const { status, url } = answer;
  if (status >= 200 && status < 300) return;
  const error = failureOf(status, url.hostname, looksBlocked(Buffer.from(answer.body).toString('latin1')));
  error.retryAfter = retryAfterOf(answer, now) ?? rateLimitedUntil(answer, now);
  throw error;
}

/** The refusal to call a host again before the instant that it named. */
export function tooEarly(url: URL, until: Instant): SourceUnavailable {
  const error = new SourceUnavailable(`${url.hostname} asked not to be called again before ${formatInstant(until)}.`);
  error.retryAfter = until;
  return error;
}

/** The SEC limits who asks too often for ten minutes, and longer for who goes on; its page says so and no header does. */
const SEC_LIMIT_MS = 600_000;

function rateLimitedUntil({ body, url }: Answer, now: Instant): Instant | null {
  if (!/(^|\.)sec\.gov$/.test(url.hostname)) return null;
  return /Request Rate Threshold Exceeded/i.test(Buffer.from(body).toString('latin1'))
    ? addMs(now, SEC_LIMIT_MS)
    : null;
}

function failureOf(status: number, host: string, challenge: boolean): DealwatchError {
  if (status === 429) return new SourceUnavailable(`${host} asks for fewer requests (429); it is tried again later.`);
  if (challenge || [401, 402, 403, 407, 451].includes(status)) {
    return new SourceBlocked(`${host} refuses this reader (${status}); nothing can be said about what is new there.`);
  }
  if (status === 404 || status === 410) {
    return new PageGone(`${host} no longer has this page (${status}); look for its new address.`);
  }
  if (status >= 500) {
    return new SourceUnavailable(`${host} has a fault of its own (${status}); it is tried again later.`);
  }
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
export function inWords(cause: unknown, url: URL, deadlineMs: number): DealwatchError {
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
