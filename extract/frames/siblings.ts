import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { type Argument, type Frame, type FrameContext, frameOf } from './frame.ts';
import type { FrameSpec } from './frame-classes.ts';
import { isHeldStake } from './held-stake.ts';
import { isPlausible } from './pairing.ts';
import type { People } from './people.ts';
import { bordersBetween, type ParsedSentence, type Trigger } from './sentence.ts';

/** The best pair, and what stands in one list with either side. */
export function expand(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  [a, t]: [Argument, Argument],
  context: FrameContext,
  people: People | null = null,
  others: readonly Argument[] = [],
): Frame[] {
  const acquirers = [a, ...others]
    .flatMap((x) => siblings(s, x, (name) => canAcquire(name)))
    .filter((x, i, all) => all.findIndex((y) => y.candidate.name === x.candidate.name) === i);
  const targets = siblings(s, t, (name) => tierOf(name) < 2 && context.isTarget(name));
  const group = context.nextGroup();
  const paired =
    acquirers.length > 1 && acquirers.length === targets.length && s.language.cues.respectively.has(s.unit.tokens);
  const frames: Frame[] = [];
  acquirers.forEach((x, i) => {
    targets.forEach((y, j) => {
      if (paired && i !== j) return;
      if (x.candidate.name === y.candidate.name || !isPlausible(x.candidate.name, y.candidate.name, spec.kind)) return;
      frames.push(frameOf(s, trigger, spec, x, y, group, people));
    });
  });
  return frames;
}

function siblings(s: ParsedSentence, argument: Argument, allowed: (name: string) => boolean): Argument[] {
  const { mention } = argument;
  if (mention?.plural) {
    return mention.candidates
      .filter((c) => allowed(c.name))
      .map((candidate) => ({ mention, candidate, score: argument.score }));
  }
  if (!mention) return [argument];
  const found = s.mentions
    .filter(
      (m) =>
        m === mention ||
        (m.list >= 0 && m.list === mention.list) ||
        isGapped(s, mention, m) ||
        isGappedSubject(s, mention, m) ||
        isResumed(s, mention, m),
    )
    .map((m) =>
      m === mention
        ? argument
        : { mention: m, candidate: m.candidates.find((c) => allowed(c.name)), score: argument.score * 0.95 },
    )
    .filter((x): x is Argument => x.candidate !== undefined);
  return found.filter((x, i) => found.findIndex((y) => y.candidate.name === x.candidate.name) === i);
}

/** Sums, and figures that leave their currency out: "8.000 millones". */
const sumsOf = ({ unit }: ParsedSentence) => (unit.implied.length ? [...unit.money, ...unit.implied] : unit.money);

/** "$2 billion at Google and $4 billion at Amazon": the same preposition again, with another sum and no verb between. */
function isGapped(s: ParsedSentence, a: Mention, b: Mention): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  if (a.prep === null || a.prep !== b.prep || second.from - first.to > 12 || first.to > second.from) return false;
  const { tokens } = s.unit;
  const between = tokens.slice(first.to, second.from);
  if (s.mentions.some((m) => m.from >= first.to && m.to <= second.from)) return false;
  const sum = sumsOf(s).some(
    (m) => m.start >= (tokens[first.to - 1]?.end ?? 0) && m.end <= (tokens[second.from]?.start ?? 0),
  );
  const joined = between.some((t, i) => t.text === ',' || s.language.conjunctions.at(tokens, first.to + i));
  return (
    sum &&
    joined &&
    !between.some((_, i) => s.verbs.has(first.to + i)) &&
    bordersBetween(s.borders, first.to, second.from) < 0.5
  );
}

/** "stakes in Zhipu, on terms unknown, and in MiniMax": the preposition again after "and". */
function isResumed(s: ParsedSentence, a: Mention, b: Mention): boolean {
  if (a.prep === null || a.prep !== b.prep || b.from <= a.to) return false;
  const { tokens } = s.unit;
  const joined =
    [2, 3, 4, 5].some((n) => b.from - n >= a.to && s.language.conjunctions.at(tokens, b.from - n)) &&
    !tokens.slice(a.to, b.from).some((_, i) => s.verbs.has(a.to + i));
  return (
    joined &&
    !s.mentions.some(
      (m) => m.from >= a.to && m.to <= b.from && m.form === 'name' && canAcquire(m.candidates[0]?.name ?? ''),
    )
  );
}

/** "Microsoft adds $750 million, SoftBank $500 million": a name and its own sum, the verb left out. */
function isGappedSubject(s: ParsedSentence, a: Mention, b: Mention): boolean {
  if (a.prep !== null || b.prep !== null || b.from <= a.to || (b.form !== 'name' && b.form !== 'epithet')) return false;
  const { tokens } = s.unit;
  const end = tokens[b.to - 1]?.end ?? 0;
  const next = Math.min(b.to + 4, tokens.length - 1);
  const sum = sumsOf(s).some((m) => m.start >= end && m.start <= (tokens[next]?.start ?? 0));
  const own = s.mentions.find((m) => m.from > b.to);
  if (own?.prep === 'in' && own.from - b.to <= 11) return false;
  const verb = [...s.verbs].some((v) => v > b.to && v < b.to + 4) || isHeldStake(s, b);
  return sum && !verb && bordersBetween(s.borders, a.from, b.from) < 0.8;
}

/** A sum may stand between the two names of a gap: "Amazon $8 billion in Anthropic". */
function gapReach(s: ParsedSentence, a: Mention, b: Mention): number {
  const { tokens } = s.unit;
  const [from, to] = [tokens[a.to - 1]?.end ?? 0, tokens[b.from]?.start ?? 0];
  return sumsOf(s).some((m) => m.start >= from && m.end <= to) ? 11 : 4;
}

/** "Microsoft's stake in OpenAI, that of Amazon in Anthropic": further pairs of the same shape, the noun left out. */
export function gappedPairs(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  context: FrameContext,
  known: readonly Frame[],
): Frame[] {
  const done = new Set(known.flatMap((f) => [f.acquirerMention, f.targetMention]));
  const frames: Frame[] = [];
  s.mentions.forEach((m, n) => {
    const next = s.mentions[n + 1];
    if (
      !next ||
      m.from < trigger.to ||
      done.has(m) ||
      next.from - m.to > gapReach(s, m, next) ||
      !next.prep ||
      !spec.target.includes(next.prep)
    )
      return;
    if (next.prep === m.prep || (m.prep !== null && m.prep !== 'of' && m.prep !== 'by')) return;
    const a = m.candidates.find((c) => canAcquire(c.name));
    const t = next.candidates.find((c) => tierOf(c.name) < 2 && context.isTarget(c.name));
    if (!a || !t || a.name === t.name || !isPlausible(a.name, t.name, spec.kind)) return;
    for (let i = m.to; i < next.from; i++) if (s.verbs.has(i)) return;
    const group = context.nextGroup();
    for (const { mention, candidate } of [{ mention: m, candidate: a }, ...beforeInList(s, m, trigger)]) {
      if (candidate.name === t.name || !isPlausible(candidate.name, t.name, spec.kind)) continue;
      frames.push(
        frameOf(
          s,
          trigger,
          spec,
          { mention, candidate, score: 0.85 },
          { mention: next, candidate: t, score: 0.85 },
          group,
        ),
      );
    }
  });
  return frames;
}

/** "those of Google and of Amazon in Anthropic": who may acquire and stands before another in its list. */
function beforeInList(s: ParsedSentence, m: Mention, trigger: Trigger) {
  return s.mentions.flatMap((mention) => {
    if (mention === m || m.list < 0 || mention.list !== m.list || mention.from < trigger.to) return [];
    const candidate = mention.candidates.find((c) => canAcquire(c.name));
    return candidate ? [{ mention, candidate }] : [];
  });
}
