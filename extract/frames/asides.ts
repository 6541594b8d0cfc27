import type { Mention } from '../names/mention.ts';
import type { Token } from '../text/tokens.ts';

/** Words between brackets or dashes, without the signs: "Microsoft (already a shareholder of OpenAI) adds $5bn". */
export interface Aside {
  from: number;
  to: number;
}

const DASH = /^[–—]$/;
const LONGEST = 30;

/** Takes the tokens of a sentence; gives its asides in order, none inside another. */
export function asidesIn(tokens: readonly Token[]): Aside[] {
  const found: Aside[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const close = closing(tokens, i);
    if (close < 0) continue;
    found.push({ from: i + 1, to: close });
    i = close;
  }
  return found;
}

/** Where the aside that a sign opens ends, or -1: a dash between figures or at either end of the sentence opens none. */
function closing(tokens: readonly Token[], open: number): number {
  const sign = tokens[open]?.text ?? '';
  if (sign === ',') return closingComma(tokens, open);
  const dashed = DASH.test(sign) && open > 0 && tokens[open - 1]?.end !== tokens[open]?.start;
  if (sign !== '(' && !dashed) return -1;
  for (let i = open + 1; i < Math.min(tokens.length - 1, open + LONGEST); i++) {
    const text = tokens[i]?.text ?? '';
    if (text === ';' || text === ':') return -1;
    if (dashed ? text === sign : text === ')') return i > open + 1 ? i : -1;
  }
  return -1;
}

/** "in which", "an dem", "dont", "di cui", "en la que": a clause of its own about the firm before the comma. */
const IN = /^(?:in|of|an|bei|en|de|dans|di|with)$/;
const WHICH = /^(?:which|whom|dem|der|denen|laquelle|lequel|cui|que)$/;
const WHOSE_SHARE = /^(?:dont)$/;
const ARTICLE = /^(?:la|el|las|los)$/;
const LONGEST_CLAUSE = 14;

/** Where a relative clause between commas ends that says who holds the firm before it: ", in which Nvidia holds 7%,"; or -1. */
function closingComma(tokens: readonly Token[], open: number): number {
  const [first, second, third] = [1, 2, 3].map((n) => tokens[open + n]?.lower ?? '') as [string, string, string];
  const relative =
    WHOSE_SHARE.test(first) || (IN.test(first) && (WHICH.test(second) || (ARTICLE.test(second) && WHICH.test(third))));
  if (!relative || open === 0) return -1;
  for (let i = open + 3; i < Math.min(tokens.length - 2, open + LONGEST_CLAUSE); i++) {
    const text = tokens[i]?.text ?? '';
    if (text === ';' || text === ':' || text === '.') return -1;
    if (text === ',') return i;
  }
  return -1;
}

/** True when a token stands in an aside, or is one of its signs. */
export const isAside = (asides: readonly Aside[], at: number) => asides.some((a) => at >= a.from - 1 && at <= a.to);

const asideAt = (asides: readonly Aside[], at: number) => asides.find((a) => at >= a.from && at < a.to);

/** What a sentence names and tells, by where it stands. */
interface Placed {
  asides: readonly Aside[];
  borders: Float64Array;
  mentions: readonly Mention[];
  triggers: readonly Aside[];
}

/** How far from the sign the firm may end that the aside is about. */
const HOST_REACH = 2;

/** The firm right before an aside in which something is told: "Google ($3 billion invested in Anthropic)"; null elsewhere. */
export function hostOf(s: Placed, trigger: Aside): Mention | null {
  const aside = asideAt(s.asides, trigger.from);
  const host = aside && s.mentions.findLast((m) => m.to < aside.from && m.form !== 'relative');
  return host && aside.from - 1 - host.to <= HOST_REACH ? host : null;
}

/**
 * True when an aside parts a firm from the word that tells of a deal. Inside an aside the firm right before it is meant as
 * well as those in it; what is told around an aside is not about firms of an aside that tells something itself.
 */
export function isPartedByAside(s: Placed, mention: Mention, trigger: Aside): boolean {
  const [own, other] = [asideAt(s.asides, trigger.from), asideAt(s.asides, mention.from)];
  if (own === other) return false;
  if (other && s.triggers.some((t) => t.from >= other.from && t.to <= other.to)) return true;
  if (!own || other) return false;
  const host = hostOf(s, trigger);
  return host !== null && host !== mention;
}

/** How many words and clause borders stand between two places, those of whole asides left out. */
export function wayBetween(s: Placed, from: number, to: number): { words: number; borders: number } {
  const way = { words: to - from, borders: Math.abs((s.borders[from] ?? 0) - (s.borders[to] ?? 0)) };
  for (const aside of s.asides) {
    if (aside.from - 1 < from || aside.to + 1 > to) continue;
    way.words -= aside.to + 2 - aside.from;
    way.borders -= (s.borders[aside.to + 1] ?? 0) - (s.borders[aside.from - 1] ?? 0);
  }
  return way;
}
