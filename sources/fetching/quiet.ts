import type { Instant } from '../../model/day.ts';
import { type Answer, retryAfterOf } from './answer.ts';
import { tooEarly } from './refusals.ts';

/** Hosts that asked for quiet, and until when: all their pages wait, whichever source they belong to. */
export interface QuietHosts {
  /** Throws SourceUnavailable while the host's quiet lasts. */
  refuse(url: URL): void;
  /** Takes an answer; remembers it when it asks for quiet (429 or 503 with Retry-After). */
  note(answer: Answer): void;
}

/** Takes the clock; gives an empty memory. */
export function createQuietHosts(now: () => Instant): QuietHosts {
  const hosts = new Map<string, Instant>();
  return {
    refuse(url) {
      const until = hosts.get(url.host);
      if (until && until > now()) throw tooEarly(url, until);
    },
    note(answer) {
      const until = answer.status === 429 || answer.status === 503 ? retryAfterOf(answer, now()) : null;
      if (until) hosts.set(answer.url.host, until);
    },
  };
}
