import type { DealKind } from '../../model/deal.ts';
import type { Candidate } from '../names/mention.ts';
import { tierOf } from '../names/party.ts';
import type { Argument, FrameContext } from './frame.ts';
import { FRAMES, type FrameSpec } from './frame-classes.ts';
import { CHIP_MAKERS, PURE_SUPPLIERS } from './suppliers.ts';

const LEAST_PAIR = 1.05;

/** The one firm that a sentence without a name may mean, with the doubt that goes with it. */
export function implied(candidates: readonly Candidate[], context: FrameContext | null): Argument[] {
  return candidates
    .filter((c) => !context || context.isTarget(c.name))
    .slice(0, 1)

    .map((candidate) => ({ mention: null, candidate, score: 0.45 * Math.min(1, candidate.weight + 0.3) }));
}

/** Takes who may be either side; gives the two that stand best together, or null when none is good enough. */
export function bestPair(
  acquirers: readonly Argument[],
  targets: readonly Argument[],
  spec: FrameSpec,
): [Argument, Argument] | null {
  let best: [Argument, Argument] | null = null;
  let most = LEAST_PAIR;
  for (const a of acquirers.slice(0, 8)) {
    for (const t of targets.slice(0, 8)) {
      if (a.candidate.name === t.candidate.name || (a.mention && a.mention === t.mention)) continue;
      if (a.mention && t.mention && a.mention.list >= 0 && a.mention.list === t.mention.list) continue;
      if (!isPlausible(a.candidate.name, t.candidate.name, spec.kind)) continue;
      if (isUnsureAmongLabs(a, t) || isAmongGroups(t) || (isVague(a) && isVague(t)) || isOneSided(spec, a, t)) continue;
      const sum = a.score + t.score;

      if (sum > most) [most, best] = [sum, [a, t]];
    }
  }
  return best;
}

/** "X rejects Y's offer", "X in talks with Y over an investment": the target may be the subject only when the acquirer is tied to the noun. */
function isOneSided(spec: FrameSpec, a: Argument, t: Argument): boolean {
  if (spec !== FRAMES.injection && spec !== FRAMES.acquisition) return false;
  const subject = t.mention !== null && t.mention.prep === null && !t.mention.poss && t.mention.form === 'name';
  const tied =
    a.mention !== null &&
    (a.mention.poss || a.mention.prep === 'by' || a.mention.prep === 'from' || a.mention.prep === 'with');
  return subject && !tied && a.mention !== null && t.mention !== null && t.mention.from < a.mention.from;
}

/** Two words that refer back prove no pair. */
function isVague({ mention, candidate }: Argument): boolean {
  if (!mention) return false;
  return mention.form === 'pronoun' || (mention.form === 'relative' && candidate.weight < 0.85);
}

/** "OpenAI, Google and Meta run on Nvidia chips" speaks of the trade, not of a deal. */
function isAmongGroups(t: Argument): boolean {
  const { mention } = t;
  return mention !== null && mention.form === 'name' && mention.inGroups;
}

/** That one lab deals with another is rare: "it" will not do. */
function isUnsureAmongLabs(a: Argument, t: Argument): boolean {
  if (tierOf(a.candidate.name) !== 1 || tierOf(t.candidate.name) !== 1) return false;
  if (a.score + t.score < 1.7) return true;
  return ![a, t].every((x) => x.mention !== null && (x.mention.form === 'name' || x.mention.form === 'epithet'));
}

/** A lab neither funds nor hires its own funder; the larger side acquires. */
export function isPlausible(acquirer: string, target: string, kind: DealKind): boolean {
  if (kind === 'acquihire' && tierOf(target) > 0) return false;
  if (kind === 'cloud' && tierOf(acquirer) === 1 && !PURE_SUPPLIERS.has(acquirer)) return false;
  if (kind === 'cloud' && PURE_SUPPLIERS.has(target) && !CHIP_MAKERS.has(acquirer)) return false;
  if (tierOf(acquirer) === 1 && tierOf(target) === 1 && !PURE_SUPPLIERS.has(acquirer) && !PURE_SUPPLIERS.has(target))
    return false;
  return tierOf(acquirer) >= tierOf(target);
}
