import { canAcquire } from '../names/party.ts';
import { argumentsFor, isStrict, slotsOf } from './argument-places.ts';
import type { Argument, Frame, FrameContext } from './frame.ts';
import type { FrameSpec } from './frame-classes.ts';
import { bestPair, implied } from './pairing.ts';
import type { People } from './people.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';
import { expand } from './siblings.ts';

/** Takes a word for hiring or joining and the people in its sentence; gives who took them from whom. */
export function hireFrames(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  people: readonly People[],
  context: FrameContext,
): Frame[] {
  if (isPastJob(s, trigger)) return [];
  const slots = slotsOf(s, trigger, spec);
  const moved = peopleFor(trigger, slots.passive, people, s.language.lexicon.freeOrder === true);
  const main = moved.find((p) => p.role === 'founder' || p.role === 'chief' || p.role === 'team');
  if (!main) return [];
  const who = moved.find((p) => p.firms.length > 0) ?? main;
  const targets: Argument[] = who.firms
    .filter((c) => context.isTarget(c.name))
    .map((candidate) => ({ mention: who.firm, candidate, score: 0.95 * candidate.weight }));
  const acquirers = argumentsFor(
    s,
    trigger,
    slots.acquirer,
    (name) => canAcquire(name),
    isStrict(spec, 'acquirer'),
  ).filter((a) => a.mention !== who.firm);
  const partner = acquirers[0] ? context.partner(acquirers[0].candidate.name) : null;
  if (targets.length === 0 && moved.some((p) => p.role !== 'team'))
    targets.push(...implied(context.discourse.salient('startup', 0.15), context));
  else if (targets.length === 0 && partner && trigger.class === 'hire')
    targets.push({ mention: null, candidate: { name: partner, weight: 0.75 }, score: 0.5 });
  if (acquirers.length === 0 && trigger.class === 'join') acquirers.push(...namedBefore(s, main, who));
  const best = bestPair(acquirers, targets, spec);
  return best ? expand(s, trigger, spec, best, context, main) : [];
}

/** "used to work at Google", "had worked for Meta before": where people come from, not where they go. */
function isPastJob(s: ParsedSentence, trigger: Trigger): boolean {
  const before = s.unit.tokens.slice(Math.max(0, trigger.from - 3), trigger.from).map((token) => token.lower);
  const words = ` ${before.join(' ')} `;
  return (
    words.includes(' used to ') || (words.includes(' had ') && /^work/.test(s.unit.tokens[trigger.from]?.lower ?? ''))
  );
}

/** "Google paid for a licence from Windsurf, whose founders changed employer": the group named before is the new one. */
function namedBefore(s: ParsedSentence, people: People, who: People): Argument[] {
  const found = s.mentions.filter(
    (m) => m.to <= people.from && m !== who.firm && (m.form === 'name' || m.form === 'epithet'),
  );
  return found.flatMap((mention) =>
    mention.candidates
      .filter((c) => canAcquire(c.name))
      .slice(0, 1)
      .map((candidate) => ({ mention, candidate, score: 0.5 })),
  );
}

const PEOPLE_REACH = 16;

/** The people whom a verb of hiring or joining is about: after "hires", before "join" and "were hired". */
function peopleFor(trigger: Trigger, passive: boolean, people: readonly People[], freeOrder: boolean): People[] {
  const near = (p: People) => (p.to <= trigger.from ? trigger.from - p.to : p.from - trigger.to) <= PEOPLE_REACH;
  const before = people.filter((p) => p.to <= trigger.from && near(p));
  const after = people.filter((p) => p.from >= trigger.to && near(p));
  if (trigger.class === 'join') return before;
  if (trigger.class === 'hiring')
    return [...after, ...before, ...people.filter((p) => p.from < trigger.to && p.to > trigger.from)];
  if (freeOrder) return [...after, ...before];
  return passive ? before : after;
}
