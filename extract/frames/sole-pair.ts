import type { FrameClass } from '../lexicon/lexicon.ts';
import { canAcquire } from '../names/party.ts';
import type { Argument, FrameContext } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import { isPlausible } from './pairing.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** Words for a deal that say all but the parties. */
const PLAIN = new Set<FrameClass>(['acquire', 'stake', 'control', 'investIn', 'payFor', 'acquisition']);
const HELD = new Set<FrameClass>(['stake', 'control']);
/** How surely the only firm of its kind is the one that is not named. */
const SURE = 0.7;

/**
 * "Having failed to buy it, the group offers to take a minority stake": in a document with one start-up or one group
 * there is nobody else whom a word that refers back, or no word at all, could mean. Takes both sides as far as they
 * were found; gives the pair, or null when too little of it is said.
 */
export function solePair(
  s: ParsedSentence,
  trigger: Trigger,
  acquirers: readonly Argument[],
  targets: readonly Argument[],
  context: FrameContext,
): [Argument, Argument] | null {
  const { soleTarget, soleGroup } = context;
  if (!soleTarget || !PLAIN.has(trigger.class) || namesOther(s, soleTarget)) return null;
  const a = acquirers.find((x) => !soleGroup || x.candidate.name === soleGroup) ?? impliedGroup(s, trigger, soleGroup);
  const usable = HELD.has(trigger.class) ? targets.filter((x) => x.mention?.form !== 'pronoun') : targets;
  const t =
    usable.find((x) => x.candidate.name === soleTarget && !x.mention?.poss) ?? impliedTarget(s, trigger, soleTarget);
  if (!a || !t || (!a.mention && !t.mention) || (a.mention !== null && a.mention === t.mention)) return null;
  if (!context.isTarget(soleTarget)) return null;
  return isPlausible(a.candidate.name, soleTarget, FRAMES[trigger.class].kind) ? [a, t] : null;
}

const namesOther = (s: ParsedSentence, target: string) =>
  s.mentions.some(
    (m) => m.form === 'name' && m.candidates[0]?.name !== target && !canAcquire(m.candidates[0]?.name ?? ''),
  );

/** Nobody who might acquire is named in the sentence: the one group of the document it must be. */
function impliedGroup(s: ParsedSentence, trigger: Trigger, name: string | null): Argument | null {
  const aim = s.mentions.some((m) => m.candidates[0]?.name === name && (m.prep === 'in' || m.prep === 'on'));
  const named = s.mentions.some(
    (m) => m.form === 'name' && m.candidates[0]?.name !== name && canAcquire(m.candidates[0]?.name ?? ''),
  );
  if (
    !name ||
    named ||
    (aim && trigger.class === 'investIn') ||
    HELD.has(trigger.class) ||
    trigger.class === 'acquisition'
  )
    return null;
  return { mention: null, candidate: { name, weight: SURE }, score: 0.5 };
}

/** A share is a share of something; what is bought must at least be called "it" or "the company". */
function impliedTarget(s: ParsedSentence, trigger: Trigger, name: string): Argument | null {
  const { tokens } = s.unit;
  const next = tokens[trigger.to]?.lower ?? '';
  const open = HELD.has(trigger.class) && takes(s, trigger) && !s.language.prepositions.at(tokens, trigger.to);
  const object = trigger.class === 'acquire' && /^(it|them)$/.test(next);
  return open || object ? { mention: null, candidate: { name, weight: SURE }, score: 0.5 } : null;
}

/** "take a minority stake": a verb stands close before the share. */
function takes(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  return tokens
    .slice(Math.max(0, trigger.from - 4), trigger.from)
    .some((t) =>
      /^(take|takes|took|taken|taking|buy|buys|bought|buying|acquire|acquired|acquires|prend|pris|prendre)$/.test(
        t.lower,
      ),
    );
}
