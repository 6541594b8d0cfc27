import { createRequire } from 'node:module';
import type robotsParser from 'robots-parser';
import { SourceBlocked, SourceUnavailable } from '../../model/errors.ts';

/** What a host's robots.txt says to this reader. */
export interface RobotRules {
  allows(url: string): boolean;
  /** Milliseconds between two requests, 0 when it says nothing. */
  delayMs: number;
}

/** What came back for robots.txt: its status and text, or `status: null` when the answer was unusable. */
export interface RobotsAnswer {
  status: number | null;
  text: string;
}

const LONGEST_DELAY_MS = 60_000;
const KEEP_MS = 24 * 3_600_000;
const KEEP_FAILURE_MS = 10 * 60_000;
const ALLOW_ALL: RobotRules = { allows: () => true, delayMs: 0 };

// The package is its function; its types speak of a default export that a plain import would not find.
const parse = createRequire(import.meta.url)('robots-parser') as typeof robotsParser.default;

class RobotsFailing extends SourceUnavailable {}

/**
 * Takes the answer for robots.txt at `url` and the reader's name; gives its rules. No such file (4xx) allows all, as
 * RFC 9309 has it. Throws SourceUnavailable when the host fails: then nobody knows what it allows.
 */
export function readRobots(url: string, answer: RobotsAnswer, agent: string): RobotRules {
  if (answer.status === null || answer.status >= 500 || answer.status === 429) {
    throw new RobotsFailing(
      `${new URL(url).hostname} does not give its robots.txt at the moment; it is asked again later.`,
    );
  }
  if (answer.status >= 300) return ALLOW_ALL;
  const rules = parse(url, answer.text);
  const seconds = Number(rules.getCrawlDelay(agent) ?? 0);
  return {
    allows: (address) => rules.isAllowed(address, agent) ?? true,
    delayMs: Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1000, 0), LONGEST_DELAY_MS) : 0,
  };
}

interface Kept {
  rules: Promise<RobotRules>;
  until: number;
}

/** Remembers each site's rules for a day and a failing robots.txt for ten minutes, but not that nobody was reached. */
export class RobotsCache {
  readonly #kept = new Map<string, Kept>();
  readonly #load: (url: string) => Promise<RobotRules>;

  constructor(load: (url: string) => Promise<RobotRules>) {
    this.#load = load;
  }

  /** Takes a page's address; gives the rules of its site. */
  rulesFor(page: URL): Promise<RobotRules> {
    const url = `${page.origin}/robots.txt`;
    const known = this.#kept.get(url);
    if (known && known.until > performance.now()) return known.rules;
    const kept: Kept = { rules: this.#load(url), until: performance.now() + KEEP_MS };
    kept.rules.catch((error: unknown) => {
      kept.until = error instanceof RobotsFailing ? performance.now() + KEEP_FAILURE_MS : 0;
    });
    this.#kept.set(url, kept);
    return kept.rules;
  }
}

/** The refusal for a page that robots.txt keeps readers from. */
export function forbiddenByRobots(url: URL): SourceBlocked {
  return new SourceBlocked(`The robots.txt of ${url.hostname} asks readers not to fetch ${url.pathname.slice(0, 80)}.`);
}
