import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { argumentsFor, isStrict, isWhole, slotsOf } from './argument-places.ts';
import { hostOf } from './asides.ts';
import { isGiver, isPromisedTo } from './bound-to.ts';
import { companionsOf } from './companions.ts';
import { customersIn } from './customers.ts';
import { goesToGroup } from './elsewhere.ts';
import { type Argument, type Frame, type FrameContext, frameOf } from './frame.ts';
import { FRAMES, type FrameSpec } from './frame-classes.ts';
import { gappedSums, inRole, labelLine, ownedSums, sumList, sumsAtSuppliers, sumsFromTo } from './frame-lists.ts';
import { hasNeeded } from './frame-needs.ts';
import { isHeldStake } from './held-stake.ts';
import { hireFrames } from './hire-frames.ts';
import { isOwnPocket } from './own-pocket.ts';
import { bestPair, implied } from './pairing.ts';
import { findPeople } from './people.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';
import { sharesIn } from './shares.ts';
import { expand, gappedPairs } from './siblings.ts';
import { solePair } from './sole-pair.ts';
import {
  isBacker,
  isCustomer,
  isInside,
  isMereLabel,
  isOwnCrowd,
  isStandardOffer,
  isSupplier,
  ordersFrom,
  ownsPower,
  sellsPart,
  spendsAt,
} from './suppliers.ts';
import { partnerOf } from './title-partner.ts';

/** Takes a parsed sentence; gives the frames in it. */
export function findFrames(s: ParsedSentence, context: FrameContext): Frame[] {
  const frames: Frame[] = [];
  const people = s.triggers.some((t) => FRAMES[t.class].kind === 'acquihire') ? findPeople(s) : [];
  for (const trigger of s.triggers) {
    const spec = FRAMES[trigger.class];
    if (!hasNeeded(s, trigger, spec, context) || isStandardOffer(s, trigger)) continue;
    if (spec.needs === 'people') frames.push(...hireFrames(s, trigger, spec, people, context));
    else frames.push(...pairFrames(s, trigger, spec, context));
  }
  const customers = frames.some((f) => f.kind === 'cloud' || f.kind === 'acquisition')
    ? customersIn(s, context.soleTarget)
    : [];
  const kept = frames.filter((f) => !isPriceOnly(f, frames) && !isPurchaseOfProducts(f, customers)).map(bySize);
  kept.push(...sumsFromTo(s, kept, context));
  const all = [
    ...kept,
    ...sumList(s, kept, context),
    ...gappedSums(s, kept, context),
    ...sumsAtSuppliers(s, kept, context),
    ...labelLine(s, context),
    ...inRole(s, context),
    ...ownedSums(s, kept, context),
  ];
  return all.filter((f) => f.kind !== 'investment' || !isOwnPocket(s, f.trigger.from));
}

/** How far behind a verb what it takes stands. */
const OBJECT_REACH = 5;

/** "sold 18 per cent to Samsung", "bought 40% of X": up to its half a firm is invested in. */
function bySize(frame: Frame): Frame {
  const { sentence: s, trigger, kind, spec } = frame;
  const shares = sharesIn(s.unit.tokens);
  if (shares.length === 0) return frame;
  if (kind !== 'acquisition' || !spec.verb) return frame;
  const next = s.mentions.find((m) => m.from >= trigger.to && m.form !== 'relative')?.from ?? s.unit.tokens.length;
  const end = Math.min(next, trigger.to + OBJECT_REACH);
  const part = shares.find((share) => share.from >= trigger.to && share.from < end);
  return part?.size === 'minor' ? { ...frame, kind: 'investment', spec: FRAMES.stake } : frame;
}

/** "buys Claude models and offers them to its customers": neither is the maker bought nor supplied. */
function isPurchaseOfProducts({ kind, acquirer, target, sentence: s }: Frame, customers: readonly string[]): boolean {
  if ((kind !== 'cloud' && kind !== 'acquisition') || !customers.includes(`${acquirer}|${target}`)) return false;
  return !s.mentions.some((m) => m.form === 'supply-brand');
}

const PAYMENTS = new Set(['moneyInto', 'injection', 'spend', 'payFor']);

/** "takes over X and puts $665 million on the table": the money is the price, not a deal of its own; so is a licence fee. */
function isPriceOnly(frame: Frame, frames: readonly Frame[]): boolean {
  if (!(PAYMENTS.has(frame.trigger.class) || frame.trigger.class === 'supplyDeal') || frame.kind === 'acquisition')
    return false;
  const { sentence: s, trigger } = frame;
  const same = frames.some(
    (o) => o.kind === 'acquisition' && o.acquirer === frame.acquirer && o.target === frame.target,
  );
  if (same) return true;
  return (
    frame.kind === 'investment' &&
    s.unit.money.length > 0 &&
    s.language.cues.feeRole.has(
      s.unit.tokens,
      Math.max(0, trigger.from - 4),
      Math.min(s.unit.tokens.length, trigger.to + 14),
    )
  );
}

function pairFrames(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, context: FrameContext): Frame[] {
  const compound = compoundFrame(s, trigger, spec, context);
  if (compound) return [compound];
  const slots = slotsOf(s, trigger, spec);
  const acquirers = argumentsFor(
    s,
    trigger,
    slots.acquirer,
    (name) => canAcquire(name),
    isStrict(spec, 'acquirer'),
  ).filter(
    (a) =>
      !isMereLabel(s, a.mention) &&
      !isHeldStake(s, a.mention) &&
      !(spec.kind !== 'investment' && isBacker(s, a.mention)) &&
      !isCustomer(s, trigger, a.mention) &&
      !(spec.kind === 'investment' && isPromisedTo(s, trigger, a.mention)),
  );
  if (acquirers.length === 0 && spec.kind === 'investment') acquirers.push(...hostOfAside(s, trigger));
  const omits =
    s.language.lexicon.dropsSubject === true && spec.verb && !slots.passive && !hasRelativeSubject(s, trigger);
  const dropped = omits && spec.acquirer.includes('subj');
  if (
    (spec.impliedAcquirer || dropped) &&
    acquirers.length === 0 &&
    !s.mentions.some((m) => m.form === 'name' && canAcquire(m.candidates[0]?.name ?? ''))
  )
    acquirers.push(
      ...implied(
        context.discourse.salient('any', 0.5).filter((c) => canAcquire(c.name)),
        null,
      ),
    );
  const standing = argumentsFor(
    s,
    trigger,
    slots.target,
    (name) => tierOf(name) < 2 && context.isTarget(name),
    isStrict(spec, 'target'),
  ).filter(
    (t) =>
      isWhole(s, trigger, spec, t) &&
      !ordersFrom(s, trigger, t.candidate.name) &&
      !(spec.kind === 'investment' && isGiver(s, trigger, t.mention)) &&
      !spendsAt(s, trigger, t.mention),
  );
  const targets = standing.filter((t) => !isOwnCrowd(s, trigger, t));
  // Whose customers they are is said: nobody else is implied.
  if (standing.length > targets.length && targets.length === 0) return [];
  if (targets.length === 0 && spec.kind === 'investment' && spec.verb && goesToGroup(s, trigger)) return [];
  if (
    targets.length === 0 &&
    omits &&
    trigger.class === 'spend' &&
    acquirers.some((a) => isPromisedTo(s, trigger, a.mention))
  )
    targets.push(...implied(context.discourse.salient('startup', 0.25), context));
  const [meant] = context.discourse.salient('startup', 0.25);
  const named = s.mentions.some(
    (m) =>
      m.form === 'name' &&
      tierOf(m.candidates[0]?.name ?? '') < 2 &&
      (spec.kind === 'cloud' || m.candidates[0]?.name !== meant?.name),
  );
  if (
    targets.length === 0 &&
    spec.impliedTarget &&
    !named &&
    (trigger.class !== 'supplier' || trigger.to - trigger.from > 1) &&
    (!HELD.has(trigger.class) || (context.soleTarget !== null && isBareShare(s, trigger)))
  )
    targets.push(...implied(context.discourse.salient('startup', 0.25), context));
  if (
    targets.length === 0 &&
    spec.impliedTarget &&
    spec.kind === 'investment' &&
    !HELD.has(trigger.class) &&
    context.funded
  )
    targets.push({ mention: null, candidate: { name: context.funded, weight: 0.6 }, score: 0.45 });
  if (targets.length === 0 && spec.kind === 'investment')
    targets.push(...fundedBefore(s, trigger, spec, acquirers, context));
  if (trigger.class === 'sell')
    acquirers.splice(0, acquirers.length, ...acquirers.filter((a) => !sellsPart(s, trigger, a)));
  if (targets.length === 0 && spec.kind === 'investment') targets.push(...partnerOf(s, trigger, acquirers, context));
  const best =
    bestPair(spec.kind === 'cloud' ? suppliersAmong(s, trigger, acquirers) : acquirers, targets, spec) ??
    solePair(s, trigger, acquirers, targets, context);
  const others =
    best && CONSORTIUM.has(trigger.class) ? acquirers.filter((x) => x.score >= 0.6 && x.candidate.weight > 0.95) : [];
  const told = best ? expand(s, trigger, spec, best, context, null, others) : [];
  const [first] = told;
  const frames = first ? [...told, ...besideThem(s, first, told)] : told;
  const gaps =
    spec.kind === 'investment' && trigger.class !== 'raise' ? gappedPairs(s, trigger, spec, context, frames) : [];
  return [...frames, ...gaps];
}

/** Who put money in together with the first of those told. */
const besideThem = (s: ParsedSentence, first: Frame, told: readonly Frame[]): Frame[] =>
  companionsOf(s, first)
    .filter((c) => c.candidate.name !== first.target && !told.some((f) => f.acquirer === c.candidate.name))
    .map((c) => ({ ...first, acquirer: c.candidate.name, acquirerMention: c.mention }));

/** Who supplies; where one of them owns the computing power ("to use Microsoft's cloud services"), whoever else acts does not. */
function suppliersAmong(s: ParsedSentence, trigger: Trigger, acquirers: readonly Argument[]): Argument[] {
  const suppliers = acquirers.filter((a) => isSupplier(s, trigger, a) && !isInside(s, a.mention));
  const owners = suppliers.filter((a) => ownsPower(s, trigger, a.mention));
  return owners.length ? owners : suppliers;
}

/** "LG, que entró en X": whoever the relative speaks of does it, and nobody is left out. */
const hasRelativeSubject = (s: ParsedSentence, trigger: Trigger) =>
  s.mentions.some(
    (m) => m.form === 'relative' && m.prep === null && m.to <= trigger.from && trigger.from - m.to <= AUXILIARIES,
  );
const AUXILIARIES = 2;

const HOSTED = 0.9;

/** "Google ($3 billion invested in Anthropic)": who stands before the brackets does what they tell. */
function hostOfAside(s: ParsedSentence, trigger: Trigger): Argument[] {
  const mention = hostOf(s, trigger);
  const [candidate] = mention?.candidates ?? [];
  return candidate && canAcquire(candidate.name) ? [{ mention, candidate, score: HOSTED * candidate.weight }] : [];
}

/** "… has agreed to buy 15% for $400 million": of the firm spoken of, where no other is said. */
function isBareShare(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  const words = tokens.slice(trigger.from, trigger.to);
  const share = words.some((t) => /^(%|percent|per|prozent|pour|por)$/.test(t.lower));
  const next = s.language.prepositions.at(tokens, trigger.to)?.value;
  const ofGroup = s.mentions.some((m) => m.from >= trigger.to && canAcquire(m.candidates[0]?.name ?? ''));
  return (
    share &&
    !ofGroup &&
    words.length > 2 &&
    !/^\d/.test(words[0]?.text ?? '') &&
    next !== 'of' &&
    next !== 'in' &&
    !s.language.cues.ended.has(tokens)
  );
}

const HELD = new Set(['stake', 'control']);

/** Rounds have many investors, each behind its own preposition: "led by A, with participation from B". */
const CONSORTIUM = new Set(['raise', 'round']);

/** "Nvidia contributes $30 billion as well": the firm is the one that the sentences before were about. */
function fundedBefore(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  acquirers: readonly Argument[],
  context: FrameContext,
): Argument[] {
  const name = context.funded;
  const own = (acquirers[0]?.score ?? 0) >= 0.8 && s.unit.money.length > 0;
  if (!name || !own || !spec.verb || (trigger.class !== 'moneyInto' && trigger.class !== 'investIn')) return [];
  if (
    s.mentions.some(
      (m) => m.form === 'name' && m.candidates[0]?.name !== name && tierOf(m.candidates[0]?.name ?? '') < 2,
    )
  )
    return [];
  return [{ mention: null, candidate: { name, weight: 0.7 }, score: 0.55 }];
}

/** "CoreWeave, the Nvidia-backed cloud,": an aside that no name ends tells of the name before it. */
function hostBefore({ unit: { tokens }, mentions }: ParsedSentence, backer: Mention | undefined): Mention | undefined {
  if (!backer) return undefined;
  const host = mentions.find((m) => m.form === 'name' && tokens[m.to]?.text === ',' && backer.from - m.to === 2);
  const end = tokens.findIndex((t, i) => i > backer.to && t.text === ',');
  if (!host || end < 0 || mentions.some((m) => m.form === 'name' && m.from > backer.to && m.to <= end))
    return undefined;
  return host;
}

/** "Amazon-backed Anthropic". */
function compoundFrame(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, context: FrameContext): Frame | null {
  if (!s.unit.tokens[trigger.from]?.joined || spec.kind !== 'investment') return null;
  const acquirer = s.mentions.find((m) => m.to === trigger.from);
  const target = hostBefore(s, acquirer) ?? s.mentions.find((m) => m.from >= trigger.to && m.from - trigger.to <= 6);
  const a = acquirer?.candidates.find((c) => canAcquire(c.name));
  const t = target?.candidates.find((c) => tierOf(c.name) < 2 && context.isTarget(c.name));
  if (!acquirer || !target || !a || !t || a.name === t.name) return null;
  return frameOf(
    s,
    trigger,
    spec,
    { mention: acquirer, candidate: a, score: 1 },
    { mention: target, candidate: t, score: 1 },
    context.nextGroup(),
  );
}
