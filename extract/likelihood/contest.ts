import { placeScore, slotsOf } from '../frames/argument-places.ts';
import { FRAMES } from '../frames/frame-classes.ts';
import { bordersBetween, type ParsedSentence, type Trigger } from '../frames/sentence.ts';
import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { type Feature, f } from './feature.ts';
import type { PairCandidate } from './scene.ts';

/** How far a mention stands from a word for a deal, in tokens; borders between clauses count for several. */
export function reach(s: ParsedSentence, m: Mention | null, t: Trigger): number {
  if (!m) return FAR;
  const gap = m.to <= t.from ? t.from - m.to : Math.max(0, m.from - t.to);
  return gap + FAR * bordersBetween(s.borders, m.from, t.from);
}

const FAR = 6;
/** Being third or thirtieth makes no difference. */
const LAST = 2;

/** How many mentions of its side stand nearer to a word for a deal than this one, and how many stand better for its place. */
export interface Contest {
  nearer: Map<Mention, number>;
  better: Map<Mention, number>;
}

const contests = new WeakMap<Trigger, { a: Contest; t: Contest }>();

/** Takes a sentence and one of its words for a deal; says who stands first among possible acquirers and among targets. */
export function contestFor(s: ParsedSentence, trigger: Trigger): { a: Contest; t: Contest } {
  const known = contests.get(trigger) ?? contest(s, trigger);
  contests.set(trigger, known);
  return known;
}

function contest(s: ParsedSentence, trigger: Trigger): { a: Contest; t: Contest } {
  const slots = slotsOf(s, trigger, FRAMES[trigger.class]);
  const sides = (allowed: (name: string) => boolean) =>
    s.mentions.filter((m) => m.form !== 'relative' && allowed(m.candidates[0]?.name ?? ''));
  const score = (of: typeof slots.acquirer) => (m: Mention) => -placeScore(s, m, trigger, of, false);
  const near = (m: Mention) => reach(s, m, trigger);
  const [givers, takers] = [sides(canAcquire), sides((name) => tierOf(name) < 2)];
  return {
    a: { nearer: ranked(givers, near), better: ranked(givers, score(slots.acquirer)) },
    t: { nearer: ranked(takers, near), better: ranked(takers, score(slots.target)) },
  };
}

/** Each mention with how many have less, those of its own list left out. */
function ranked(mentions: readonly Mention[], measure: (m: Mention) => number): Map<Mention, number> {
  const measured = mentions.map((m) => ({ m, value: measure(m) })).sort((x, y) => x.value - y.value);
  return new Map(measured.map(({ m, value }) => [m, namesBefore(measured, m, value)]));
}

/** How many names have less than a mention, those of its own list left out; no more than matter. */
function namesBefore(measured: readonly { m: Mention; value: number }[], { list }: Mention, value: number): number {
  const names = new Set<string | undefined>();
  for (const o of measured) {
    if (o.value >= value || names.size >= LAST) break;
    if (list < 0 || o.m.list !== list) names.add(o.m.candidates[0]?.name);
  }
  return names.size;
}

/** Takes a candidate and the word that would tell of it; gives how its parties stand in the contest for that word. */
export function contestFeatures(c: PairCandidate, trigger: Trigger): Feature[] {
  const { a, t } = contestFor(c.sentence, trigger);
  const [giver, taker] = [c.acquirer.mention, c.target.mention];
  const rank = (ranks: Map<Mention, number>, m: Mention | null) => (m === null ? 'implied' : (ranks.get(m) ?? 'none'));
  const [nearA, nearT] = [rank(a.nearer, giver), rank(t.nearer, taker)];
  const [betterA, betterT] = [rank(a.better, giver), rank(t.better, taker)];
  return [f`nearer a|${nearA}`, f`nearer t|${nearT}`, f`better|${betterA}|${betterT}`, f`nearer|${nearA}|${nearT}`];
}

/** The word for any kind of deal that stands nearest to both parties: it may speak of another kind than the candidate's. */
export function closestFeatures(c: PairCandidate): Feature[] {
  const { sentence: s } = c;
  let [best, least]: [Trigger | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const t of s.triggers) {
    const cost = reach(s, c.acquirer.mention, t) + reach(s, c.target.mention, t);
    if (cost < least) [best, least] = [t, cost];
  }
  if (!best) return [f`closest|${'none'}`];
  const side = best.to <= Math.min(c.acquirer.mention?.from ?? 0, c.target.mention?.from ?? 0) ? 'before' : 'beside';
  return [
    f`closest|${best.class}`,
    f`closest own kind|${FRAMES[best.class].kind === c.kind}`,
    f`closest|${best.class}|${side}`,
    f`closest reach|${least < 4 ? 0 : least < 10 ? 1 : least < 20 ? 2 : 3}`,
  ];
}
