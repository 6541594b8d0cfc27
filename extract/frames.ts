import type { DealKind } from '../model/deal.ts';
import { FRAMES, type FrameSpec, type Slot } from './frame-classes.ts';
import type { Candidate, Mention } from './mentions.ts';
import { canAcquire, tierOf } from './party.ts';
import { findPeople, type People } from './people.ts';
import type { Discourse } from './reference.ts';
import { bordersBetween, type ParsedSentence, type Trigger } from './sentence.ts';
import type { Token } from './tokens.ts';

/** One claim of one sentence that two parties have a deal. */
export interface Frame {
  sentence: ParsedSentence;
  trigger: Trigger;
  spec: FrameSpec;
  kind: DealKind;
  acquirer: string;
  target: string;
  acquirerMention: Mention | null;
  targetMention: Mention | null;
  /** 0–2: how well both arguments stand where they should. */
  score: number;
  /** Acquirers told in one breath share a number: one sum for several is nobody's own. */
  group: number;
  people: People | null;
}

/** What frames need to know of the whole document. */
export interface FrameContext {
  discourse: Discourse;
  /** True when an unlisted firm may be a target. */
  isTarget(name: string): boolean;
  /** The sentence before spoke of a funding round. */
  inRound: boolean;
  /** The firm that the latest news of money was about, while it is still near. */
  funded: string | null;
  nextGroup(): number;
}

interface Argument {
  mention: Mention | null;
  candidate: Candidate;
  score: number;
}

const LEAST_ARGUMENT = 0.3;
const LEAST_PAIR = 1.05;

/** Takes a parsed sentence; gives the frames in it. */
export function findFrames(s: ParsedSentence, context: FrameContext): Frame[] {
  const frames: Frame[] = [];
  const people = s.triggers.some((t) => FRAMES[t.class].kind === 'acquihire') ? findPeople(s) : [];
  for (const trigger of s.triggers) {
    const spec = FRAMES[trigger.class];
    if (!hasNeeded(s, trigger, spec, context)) continue;
    if (spec.needs === 'people') frames.push(...hireFrames(s, trigger, spec, people, context));
    else frames.push(...pairFrames(s, trigger, spec, context));
  }
  const kept = frames.filter((f) => !isPriceOnly(f, frames));
  return [...kept, ...sumList(s, kept, context), ...labelLine(s, context), ...ownedSums(s, kept, context)];
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

/** "The Seattle company's $50 billion": a sum with its owner, amid news of a round. */
function ownedSums(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  const name = context.funded;
  if (!name || frames.length > 0) return [];
  const { tokens, money } = s.unit;
  for (const m of s.mentions) {
    const next = tokens[m.to + 2]?.start ?? -1;
    const candidate = m.candidates.find((c) => canAcquire(c.name) && c.name !== name);
    if (!m.poss || !candidate || !money.some((x) => x.start <= next && x.end > next)) continue;
    const trigger: Trigger = { class: 'injection', from: m.to, to: m.to + 1 };
    const target = { mention: null, candidate: { name, weight: 0.7 }, score: 0.6 };
    return [
      frameOf(
        s,
        trigger,
        FRAMES.injection,
        { mention: m, candidate, score: 0.9 * candidate.weight },
        target,
        context.nextGroup(),
      ),
    ];
  }
  return [];
}

/** "– Microsoft: $95 million", "Microsoft $95 million, an Amazon fund $50 million": cheques told as a list, amid news of a round. */
function sumList(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  const name = context.funded;
  if (!name || s.unit.money.length === 0 || frames.some((f) => f.kind === 'investment')) return [];
  const listed = s.mentions.filter(
    (m) =>
      hasOwnSum(s, m) || s.mentions.some((o) => o.list >= 0 && o.list === m.list && o.from > m.from && hasOwnSum(s, o)),
  );
  if (s.language.cues.compute.has(s.unit.tokens, 0, 4)) return [];
  const colon = s.unit.tokens.some((t) => t.text === ':');
  if (listed.length < (colon ? 1 : 2)) return [];
  const target = { mention: null, candidate: { name, weight: 0.7 }, score: 0.6 };
  return listed.flatMap((mention) => {
    const candidate = mention.candidates.find((c) => canAcquire(c.name) && c.name !== name);
    const trigger: Trigger = { class: 'moneyInto', from: mention.to, to: mention.to };
    return candidate
      ? [
          frameOf(
            s,
            trigger,
            FRAMES.moneyInto,
            { mention, candidate, score: 0.9 * candidate.weight },
            target,
            context.nextGroup(),
          ),
        ]
      : [];
  });
}

/** "Compute: AWS, Google Cloud" below the name of a firm. */
function labelLine(s: ParsedSentence, context: FrameContext): Frame[] {
  const { tokens } = s.unit;
  const colon = tokens.findIndex((t) => t.text === ':');
  if (!context.funded || colon < 1 || colon > 2 || !s.language.cues.compute.has(tokens, 0, colon)) return [];
  const target = { mention: null, candidate: { name: context.funded, weight: 0.7 }, score: 0.6 };
  const trigger: Trigger = { class: 'supplier', from: 0, to: colon };
  const suppliers = s.mentions.filter((m) => m.from > colon && (m.form === 'name' || m.form === 'supply-brand'));
  return suppliers.flatMap((mention) => {
    const candidate = mention.candidates.find((c) => canAcquire(c.name) && c.name !== context.funded);
    return candidate
      ? [frameOf(s, trigger, FRAMES.supplier, { mention, candidate, score: 0.9 }, target, context.nextGroup())]
      : [];
  });
}

/** True when a sum follows a name, past a colon, an opening bracket or the word for its fund. */
function hasOwnSum(s: ParsedSentence, m: Mention): boolean {
  const { tokens, money } = s.unit;
  const start = tokens[m.to - 1]?.end ?? 0;
  const limit = tokens[Math.min(m.to + 6, tokens.length - 1)]?.start ?? 0;
  const sum = money.find((x) => x.start >= start && x.start <= limit);
  if (!sum || s.mentions.some((o) => o.from >= m.to && (tokens[o.from]?.start ?? 0) < sum.start)) return false;
  for (let i = m.to; i < tokens.length && (tokens[i]?.start ?? 0) < sum.start; i++) {
    const token = tokens[i];
    const arm = s.language.nouns.at(tokens, i)?.value === 'arm' || s.language.adjectives.has(token?.lower ?? '');
    if (
      token?.word &&
      !arm &&
      token.lower !== 's' &&
      !/^(venture|capital|investment|about|some|around)$/.test(token.lower)
    )
      return false;
  }
  return true;
}

function hasNeeded(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, context: FrameContext): boolean {
  const { tokens } = s.unit;
  const { cues } = s.language;
  const near = (cue: keyof typeof cues, back: number, on: number) =>
    cues[cue].has(tokens, Math.max(0, trigger.from - back), Math.min(tokens.length, trigger.to + on));
  const money = () => s.unit.money.length > 0 || near('moneyNouns', 6, 12);
  const round = () => near('roundNouns', 14, 14) || context.inRound;
  if (
    trigger.class === 'stake' &&
    /^(all|outstanding|entire|whole|remaining|toutes|alle|sämtliche|todas|tutte)$/.test(
      tokens[trigger.from - 1]?.lower ?? '',
    )
  )
    return false;
  if (
    trigger.class === 'spend' &&
    PAYING.test(tokens[trigger.from]?.lower ?? '') &&
    !near('compute', 8, 16) &&
    !s.mentions.some(isSupplyName)
  )
    return false;
  if (trigger.class === 'moneyInto' && POURING.test(tokens[trigger.from]?.lower ?? '') && !hasSumAfter(s, trigger))
    return false;
  if (spec.needs === 'money') return money();
  if (spec.needs === 'round') return round();
  if (spec.needs === 'money-or-round') return s.unit.money.length > 0 || round();
  if (spec.needs === 'compute') {
    // A licence to technology is granted and signed as well; it is no supply.
    if (trigger.class !== 'use' && near('feeRole', 2, 9)) return false;
    const [back, on] = trigger.class === 'supplyDeal' ? [6, 10] : trigger.class === 'supply' ? [5, 10] : [10, 16];
    return (
      near('compute', back, on) ||
      (trigger.class !== 'supply' && s.mentions.some(isSupplyName)) ||
      s.mentions.some((m) => m.form === 'supply-brand')
    );
  }
  return true;
}

/** Paying somebody is no order of computing power unless the sentence speaks of it. */
const PAYING = /^(pa[iy]|zahl|gezahlt|pag|vers|règl|régl|sign|firm|contra|agre|due|owe|se|bill)/;
/** What is poured may be concrete. */
const POURING = /^(pour|put|throw|threw|shoot|shot|sink|sank|hand|write|give|gave|given|add|set)/;

function hasSumAfter(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  const [from, to] = [tokens[trigger.from]?.start ?? 0, tokens[Math.min(trigger.to + 5, tokens.length - 1)]?.end ?? 0];
  return (
    s.unit.money.some((m) => m.start >= from && m.start <= to) ||
    s.language.cues.moneyNouns.has(tokens, trigger.to, Math.min(trigger.to + 4, tokens.length))
  );
}

/** The slots as they stand in this sentence: a passive turns subject and object round. */
function slotsOf(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
): { acquirer: Slot[]; target: Slot[]; passive: boolean } {
  const passive = spec.verb && isPassive(s, trigger);
  if (!passive || !spec.turns) return { acquirer: spec.acquirer, target: spec.target, passive };
  return {
    acquirer: s.language.lexicon.freeOrder ? ['by', 'of', 'from', 'at'] : ['by', 'from', 'at'],
    target: spec.kind === 'acquihire' ? ['subj', 'of', 'from', 'at', 'poss'] : ['subj'],
    passive,
  };
}

function isPassive(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  for (let i = trigger.from - 1; i >= Math.max(0, trigger.from - 3); i--) {
    const word = tokens[i]?.lower ?? '';
    if (s.language.passive.has(word) && isReflexive(tokens, i)) return false;
    if (s.language.passive.has(word)) return !/ing$/.test(tokens[trigger.from]?.lower ?? '');
    if (!tokens[i]?.word || word === 'to' || s.language.articles.has(word)) break;
  }
  for (let i = trigger.to; i < Math.min(trigger.to + 3, tokens.length); i++) {
    if (s.language.prepositions.at(tokens, i)?.value === 'by') return true;
    if (!tokens[i]?.word || i > trigger.to) break;
  }
  return false;
}

/** "s'est offert", "si è assicurata": the subject acts on its own behalf. */
function isReflexive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return /^(se|si)$/.test(before?.lower ?? '') || (before?.text === "'" && tokens[at - 2]?.lower === 's');
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
  ).filter((a) => !isMereLabel(s, a.mention));
  const dropped = s.language.lexicon.dropsSubject === true && spec.verb && !slots.passive;
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
  const targets = argumentsFor(
    s,
    trigger,
    slots.target,
    (name) => tierOf(name) < 2 && context.isTarget(name),
    isStrict(spec, 'target'),
  ).filter((t) => isWhole(s, trigger, spec, t));
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
    (trigger.class !== 'supplier' || trigger.to - trigger.from > 1)
  )
    targets.push(...implied(context.discourse.salient('startup', 0.25), context));
  if (targets.length === 0 && spec.impliedTarget && spec.kind === 'investment' && context.funded)
    targets.push({ mention: null, candidate: { name: context.funded, weight: 0.6 }, score: 0.45 });
  if (targets.length === 0 && spec.kind === 'investment')
    targets.push(...fundedBefore(s, trigger, spec, acquirers, context));
  if (trigger.class === 'sell')
    acquirers.splice(0, acquirers.length, ...acquirers.filter((a) => !sellsPart(s, trigger, a)));
  const best = bestPair(
    spec.kind === 'cloud' ? acquirers.filter((a) => isSupplier(s, trigger, a)) : acquirers,
    targets,
    spec,
  );
  const others =
    best && CONSORTIUM.has(trigger.class) ? acquirers.filter((x) => x.score >= 0.6 && x.candidate.weight > 0.95) : [];
  const frames = best ? expand(s, trigger, spec, best, context, null, others) : [];
  const gaps =
    spec.kind === 'investment' && trigger.class !== 'raise' ? gappedPairs(s, trigger, spec, context, frames) : [];
  return [...frames, ...gaps];
}

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

const isStrict = (spec: FrameSpec, side: 'acquirer' | 'target') => spec.strict?.includes(side) ?? false;

function implied(candidates: readonly Candidate[], context: FrameContext | null): Argument[] {
  return candidates
    .filter((c) => !context || context.isTarget(c.name))
    .slice(0, 1)

    .map((candidate) => ({ mention: null, candidate, score: 0.45 * Math.min(1, candidate.weight + 0.3) }));
}

/** "Amazon-backed Anthropic". */
function compoundFrame(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, context: FrameContext): Frame | null {
  if (!s.unit.tokens[trigger.from]?.joined || spec.kind !== 'investment') return null;
  const acquirer = s.mentions.find((m) => m.to === trigger.from);
  const target = s.mentions.find((m) => m.from >= trigger.to && m.from - trigger.to <= 6);
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

/** Every mention that may fill a side, with how well it stands there. */
export function argumentsFor(
  s: ParsedSentence,
  trigger: Trigger,
  slots: readonly Slot[],
  allowed: (name: string) => boolean,
  strict: boolean,
): Argument[] {
  const found: Argument[] = [];
  for (const mention of s.mentions) {
    if (mention.from < trigger.to && mention.to > trigger.from) continue;
    const place = placeScore(s, mention, trigger, slots, strict);
    if (place <= 0) continue;
    for (const candidate of mention.candidates) {
      if (allowed(candidate.name)) found.push({ mention, candidate, score: place * candidate.weight });
    }
  }
  return found.filter((a) => a.score >= LEAST_ARGUMENT).sort((a, b) => b.score - a.score);
}

/** "the Mistral stake": a name right before a noun belongs to it. */
function slotOf(s: ParsedSentence, mention: Mention, trigger: Trigger, left: boolean): Slot {
  if (mention.poss) return 'poss';
  // "the firm which Google took over": another subject follows, so that the relative is the object.
  if (
    left &&
    mention.form === 'relative' &&
    mention.prep === null &&
    s.mentions.some((m) => m.from >= mention.to && m.to <= trigger.from && m.prep === null && !m.poss)
  )
    return 'obj';
  if (left && !FRAMES[trigger.class].verb && mention.to === trigger.from && mention.form !== 'pronoun') return 'mod';
  return mention.prep ?? (left ? 'subj' : 'obj');
}

function placeScore(
  s: ParsedSentence,
  mention: Mention,
  trigger: Trigger,
  slots: readonly Slot[],
  strict: boolean,
): number {
  const left = mention.to <= trigger.from;
  const label = slotOf(s, mention, trigger, left);
  const distance = left ? trigger.from - mention.to : mention.from - trigger.to;
  const crossed = bordersBetween(s.borders, left ? mention.to - 1 : mention.from, trigger.from);
  let fits =
    slots.includes(label) ||
    (s.language.lexicon.freeOrder === true &&
      (label === 'subj' || label === 'obj') &&
      (slots.includes('subj') || slots.includes('obj')));
  // A subject stands before, an agent after; "of X" before a verb is no argument of it.
  if (
    fits &&
    left &&
    s.language.lexicon.freeOrder !== true &&
    !(label === 'from' && trigger.class === 'raise') &&
    label !== 'subj' &&
    label !== 'obj' &&
    label !== 'poss' &&
    label !== 'mod' &&
    FRAMES[trigger.class].verb &&
    mention.form !== 'relative'
  )
    fits = false;
  if (fits && label === 'poss' && !left && distance > 4) fits = false;
  if (fits && label === 'obj' && !left && !isDirectObject(s, trigger, mention, distance)) fits = false;
  if (!fits && strict) return 0;
  const penalty = 0.15 * crossed + 0.012 * distance;
  return fits ? Math.max(0.2, 1.1 - penalty) : Math.max(0, 0.42 - penalty);
}

/** An object follows its verb at once; behind a noun, no other verb stands between. */
function isDirectObject(s: ParsedSentence, trigger: Trigger, mention: Mention, distance: number): boolean {
  if (trigger.class === 'supply') return distance <= 3;
  if (FRAMES[trigger.class].verb) return true;
  for (let i = trigger.to; i < mention.from; i++) if (s.verbs.has(i)) return false;
  return true;
}

/** "Run:ai's rival" is another firm. */
const OTHER_FIRM = /^(rivals?|competitors?|suppliers?|parent|owner|predecessor|successor)$/;

/** False when not the firm itself is meant but a part of it: "bought Adept's technology", "a stake in X". */
function isWhole(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, target: Argument): boolean {
  const { mention } = target;
  // "80% of Adept's employees" is no stake in Adept.
  if (mention?.poss && spec.kind === 'investment' && s.language.people.at(s.unit.tokens, mention.to + 2)) return false;
  if (
    mention?.poss &&
    trigger.class === 'stake' &&
    mention.prep === 'of' &&
    !/^(capital|shares?|stock|equity|ownership)$/.test(s.unit.tokens[mention.to + 2]?.lower ?? '')
  )
    return false;
  if (mention?.poss && OTHER_FIRM.test(s.unit.tokens[mention.to + 2]?.lower ?? '')) return false;
  if (!mention || spec.kind !== 'acquisition') return true;
  const { tokens } = s.unit;
  if (spec.verb && mention.from >= trigger.to) {
    if (mention.poss) return false;
    for (let i = trigger.to; i < mention.from; i++) if (s.language.partNouns.has(tokens[i]?.lower ?? '')) return false;
    if (
      trigger.class !== 'payFor' &&
      s.unit.money.some(
        (m) => m.start < (tokens[mention.from]?.start ?? 0) && m.start > (tokens[trigger.to - 1]?.end ?? 0),
      )
    )
      return false;
  }
  for (let i = mention.to; i < Math.min(mention.to + 3, tokens.length); i++) {
    const token = tokens[i];
    if (!token?.word) break;
    if (s.language.partNouns.has(token.lower)) return false;
    if (s.language.prepositions.at(tokens, i)) break;
  }
  return !/^(stake|share|%)$/.test(tokens[trigger.from - 1]?.lower ?? '');
}

/** Firms that sell nothing but computing power. */
const PURE_SUPPLIERS = new Set(['CoreWeave']);
/** Who may supply a supplier. */
const CHIP_MAKERS = new Set(['Nvidia', 'AMD', 'Intel', 'Broadcom', 'Qualcomm']);

function isSupplyName(mention: Mention): boolean {
  return (
    mention.form === 'supply-brand' ||
    (mention.form === 'name' && PURE_SUPPLIERS.has(mention.candidates[0]?.name ?? ''))
  );
}

/** "sold a stake to Nvidia": not the firm itself changes hands. */
function sellsPart(s: ParsedSentence, trigger: Trigger, { mention }: Argument): boolean {
  return (
    mention !== null && s.unit.tokens.slice(trigger.to, mention.from).some((t) => s.language.partNouns.has(t.lower))
  );
}

/** A supplier is named, with its cloud or chips: "it" may be anybody. */
function isSupplier(s: ParsedSentence, trigger: Trigger, { mention, candidate }: Argument): boolean {
  if (!mention || isSupplyName(mention))
    return (
      mention !== null &&
      (mention.form !== 'name' || mention.prep !== null || trigger.class === 'supply' || trigger.class === 'supplier')
    );
  if (trigger.class === 'supply') return true;
  if (mention.form === 'relative' && trigger.class === 'supplier') return true;
  if (mention.poss && (PURE_SUPPLIERS.has(candidate.name) || s.language.cues.compute.at(s.unit.tokens, mention.to)))
    return true;
  if (
    mention.form === 'pronoun' ||
    mention.form === 'relative' ||
    (mention.form === 'definite' && trigger.class === 'use')
  )
    return false;
  if (trigger.class !== 'use') return true;
  return s.language.cues.compute.has(
    s.unit.tokens,
    Math.max(0, mention.from - 5),
    Math.min(s.unit.tokens.length, mention.to + 4),
  );
}

/** Words after a name that make it a mere label: "Azure customers". */
const CLIENTS =
  /^(customers?|users?|clients?|shareholders|developers|subscribers|clientes?|kunden|nutzer|utilisateurs|clienti|usuarios)$/;

function isMereLabel(s: ParsedSentence, mention: Mention | null): boolean {
  return mention !== null && CLIENTS.test(s.unit.tokens[mention.to]?.lower ?? '');
}

function bestPair(
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
function isPlausible(acquirer: string, target: string, kind: DealKind): boolean {
  if (kind === 'acquihire' && tierOf(target) > 0) return false;
  if (kind === 'cloud' && tierOf(acquirer) === 1 && !PURE_SUPPLIERS.has(acquirer)) return false;
  if (kind === 'cloud' && PURE_SUPPLIERS.has(target) && !CHIP_MAKERS.has(acquirer)) return false;
  if (tierOf(acquirer) === 1 && tierOf(target) === 1 && !PURE_SUPPLIERS.has(acquirer) && !PURE_SUPPLIERS.has(target))
    return false;
  return tierOf(acquirer) >= tierOf(target);
}

function frameOf(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  a: Argument,
  t: Argument,
  group: number,
  people: People | null = null,
): Frame {
  return {
    sentence: s,
    trigger,
    spec,
    kind: spec.kind,
    acquirer: a.candidate.name,
    target: t.candidate.name,
    acquirerMention: a.mention,
    targetMention: t.mention,
    score: a.score + t.score,
    group,
    people,
  };
}

/** The best pair, and what stands in one list with either side. */
function expand(
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

/** "$2 billion at Google and $4 billion at Amazon": the same preposition again, with another sum and no verb between. */
function isGapped(s: ParsedSentence, a: Mention, b: Mention): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  if (a.prep === null || a.prep !== b.prep || second.from - first.to > 12 || first.to > second.from) return false;
  const { tokens } = s.unit;
  const between = tokens.slice(first.to, second.from);
  if (s.mentions.some((m) => m.from >= first.to && m.to <= second.from)) return false;
  const sum = s.unit.money.some(
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
  const sum = s.unit.money.some((m) => m.start >= end && m.start <= (tokens[next]?.start ?? 0));
  const own = s.mentions.find((m) => m.from > b.to);
  if (own?.prep === 'in' && own.from - b.to <= 11) return false;
  const verb = [...s.verbs].some((v) => v > b.to && v < b.to + 4);
  return sum && !verb && bordersBetween(s.borders, a.from, b.from) < 0.8;
}

/** A sum may stand between the two names of a gap: "Amazon $8 billion in Anthropic". */
function gapReach(s: ParsedSentence, a: Mention, b: Mention): number {
  const { tokens, money } = s.unit;
  const [from, to] = [tokens[a.to - 1]?.end ?? 0, tokens[b.from]?.start ?? 0];
  return money.some((m) => m.start >= from && m.end <= to) ? 11 : 4;
}

/** "Microsoft's stake in OpenAI, that of Amazon in Anthropic": further pairs of the same shape, the noun left out. */
function gappedPairs(
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
    frames.push(
      frameOf(
        s,
        trigger,
        spec,
        { mention: m, candidate: a, score: 0.85 },
        { mention: next, candidate: t, score: 0.85 },
        context.nextGroup(),
      ),
    );
  });
  return frames;
}

function hireFrames(
  s: ParsedSentence,
  trigger: Trigger,
  spec: FrameSpec,
  people: readonly People[],
  context: FrameContext,
): Frame[] {
  const slots = slotsOf(s, trigger, spec);
  const moved = peopleFor(trigger, slots.passive, people, s.language.lexicon.freeOrder === true);
  const main = moved.find((p) => p.role === 'founder' || p.role === 'chief' || p.role === 'team');
  if (!main) return [];
  const who = moved.find((p) => p.firms.length > 0) ?? main;
  const targets: Argument[] = who.firms
    .filter((c) => context.isTarget(c.name))
    .map((candidate) => ({ mention: who.firm, candidate, score: 0.95 * candidate.weight }));
  if (targets.length === 0 && moved.some((p) => p.role !== 'team'))
    targets.push(...implied(context.discourse.salient('startup', 0.15), context));
  const acquirers = argumentsFor(
    s,
    trigger,
    slots.acquirer,
    (name) => canAcquire(name),
    isStrict(spec, 'acquirer'),
  ).filter((a) => a.mention !== who.firm);
  if (acquirers.length === 0 && trigger.class === 'join') acquirers.push(...namedBefore(s, main, who));
  const best = bestPair(acquirers, targets, spec);
  return best ? expand(s, trigger, spec, best, context, main) : [];
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
