import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { type Frame, type FrameContext, frameOf } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import { isPlausible } from './pairing.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** "Amazon's $4 billion and Alphabet's $2 billion collaborations with Anthropic": the sums have a taker of their own. */
function namesOtherTaker(s: ParsedSentence, name: string, context: FrameContext): boolean {
  return s.mentions.some((m) => isTakerOf(m) && named(m) !== name && context.isTarget(named(m)));
}

/** "The Seattle company's $50 billion": a sum with its owner, amid news of a round. */
export function ownedSums(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  const name = context.funded;
  if (!name || frames.length > 0 || namesOtherTaker(s, name, context)) return [];
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
export function sumList(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  const name = context.funded;
  if (!name || s.unit.money.length === 0 || frames.some((f) => f.kind === 'investment')) return [];
  if (namesOtherTaker(s, name, context)) return [];
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

/**
 * "Amazon has put $4 billion into Anthropic; Google, $2 billion": a further giver with its own sum, the rest left out.
 * Takes the frames of the sentence; gives those of such givers.
 */
export function gappedSums(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  const first = frames.find((f) => f.kind === 'investment' && f.targetMention !== null);
  if (!first || s.unit.money.length < 2) return [];
  const { tokens } = s.unit;
  return s.mentions.flatMap((mention) => {
    const candidate = mention.candidates.find((c) => canAcquire(c.name) && c.name !== first.target);
    const opens = mention.form === 'name' && tokens[mention.from - 1]?.text === ';' && mention.from > first.trigger.to;
    if (!candidate || !opens || !hasOwnSum(s, mention) || hasOwnTaker(s, mention)) return [];
    const trigger: Trigger = { class: 'moneyInto', from: mention.to, to: mention.to };
    const target = { mention: first.targetMention, candidate: { name: first.target, weight: 1 }, score: GAPPED };
    const acquirer = { mention, candidate, score: GAPPED };
    return [frameOf(s, trigger, FRAMES.moneyInto, acquirer, target, context.nextGroup())];
  });
}

const TAKER_REACH = 12;

/** "; Amazon, $8 billion in Anthropic": the sum is put into a firm of its own. */
const hasOwnTaker = (s: ParsedSentence, giver: Mention) =>
  s.mentions.some((m) => m.from >= giver.to && m.from - giver.to <= TAKER_REACH && isTaker(m));

const GAPPED = 0.9;

const SUM_REACH = 3;

/**
 * "committed to buy $250 billion of Azure services, $300 billion from Oracle and $22 billion from CoreWeave": each further
 * sum with the one from whom it buys. Takes the frames of the sentence; gives those of the further suppliers.
 */
export function sumsAtSuppliers(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  const first = frames.find((f) => f.kind === 'cloud' && f.spec.verb && f.targetMention !== null);
  if (!first || s.unit.money.length < 2) return [];
  const { tokens, money } = s.unit;
  return s.mentions.flatMap((mention) => {
    const name = named(mention);
    const isSource = canAcquire(name) && SOURCE.test(mention.prep ?? '') && mention.from >= first.trigger.to;
    if (!isSource || frames.some((f) => f.kind === 'cloud' && f.acquirer === name)) return [];
    const sum = money.findLast((m) => m.end <= (tokens[mention.from]?.start ?? 0));
    const from = tokens.findIndex((t) => sum !== undefined && t.start >= sum.start);
    const to = tokens.findIndex((t) => sum !== undefined && t.start >= sum.end);
    if (from < 0 || mention.from - to > SUM_REACH || !isPlausible(name, first.target, 'cloud')) return [];
    const target = { mention: first.targetMention, candidate: { name: first.target, weight: 1 }, score: GAPPED };
    const acquirer = { mention, candidate: { name, weight: 1 }, score: GAPPED };
    return [frameOf(s, { class: 'spend', from, to }, FRAMES.spend, acquirer, target, context.nextGroup())];
  });
}

const SOURCE = /^(?:from|with|at|to)$/;

/**
 * "13.75 billion from Microsoft in OpenAI, 8 billion from Amazon in Anthropic": each sum with who gave it and to whom,
 * where the sentence tells of money put in.
 */
export function sumsFromTo(s: ParsedSentence, frames: readonly Frame[], context: FrameContext): Frame[] {
  if (s.unit.money.length < 2 || !frames.some((f) => f.kind === 'investment')) return [];
  const { tokens, money } = s.unit;
  return s.mentions.flatMap((giver, i) => {
    const taker = s.mentions[i + 1];
    if (!taker || !isGiver(giver) || !isTaker(taker) || taker.from - giver.to > SUM_REACH) return [];
    const sum = money.findLast((m) => m.end <= (tokens[giver.from]?.start ?? 0));
    const from = tokens.findIndex((t) => sum !== undefined && t.start >= sum.start);
    const to = tokens.findIndex((t) => sum !== undefined && t.start >= sum.end);
    if (from < 0 || to < 0 || giver.from - to > SUM_REACH) return [];
    const [a, t] = [giver, taker].map((mention) => ({
      mention,
      candidate: { name: named(mention), weight: 1 },
      score: 1,
    }));
    const known = frames.some((f) => f.acquirer === named(giver) && f.target === named(taker));
    if (!a || !t || known || !context.isTarget(t.candidate.name)) return [];
    const trigger: Trigger = { class: 'injection', from, to };
    return [frameOf(s, trigger, FRAMES.injection, a, t, context.nextGroup())];
  });
}

const named = (m: Mention) => (m.form === 'name' || m.form === 'supply-brand' ? (m.candidates[0]?.name ?? '') : '');
const isGiver = (m: Mention) => canAcquire(named(m)) && /^(?:from|by|of)$/.test(m.prep ?? '');
const isTakerOf = (m: Mention) => isTaker(m) || (named(m) !== '' && WITH.test(m.prep ?? ''));
const WITH = /^(?:with|avec|mit|con|dans|en|chez|à|an|bei|a|presso)$/;
const isTaker = (m: Mention) => named(m) !== '' && /^(?:in|to|at)$/.test(m.prep ?? '');

/** "Compute: AWS, Google Cloud" below the name of a firm. */
export function labelLine(s: ParsedSentence, context: FrameContext): Frame[] {
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

const AS = /^(?:as|comme|als|como|come)$/;
const ROLE =
  /^(?:suppliers?|providers?|operators?|hosts?|landlord|fournisseurs?|prestataires?|opérateurs?|exploitants?|hébergeurs?|lieferanten?|anbieter|betreiber|zulieferer|proveedor(?:es)?|operador(?:es|a)?|suministrador(?:es)?|fornitor[ei]|gestor[ei]|operator[ei])$/;
const ROLE_REACH = 4;

/** "With CoreWeave as operator and Nvidia as supplier, the firm is building a cluster": who plays which part for whom the sentence is about. */
export function inRole(s: ParsedSentence, context: FrameContext): Frame[] {
  const { tokens } = s.unit;
  const players = s.mentions.flatMap((m) => {
    if (m.form !== 'name' || !AS.test(tokens[m.to]?.lower ?? '')) return [];
    const to = tokens.findIndex((t, i) => i > m.to && i <= m.to + ROLE_REACH && ROLE.test(t.lower));
    return to < 0 ? [] : [{ m, to }];
  });
  if (players.length === 0 || !s.language.cues.compute.has(tokens)) return [];
  const subject = s.mentions.find(
    (m) => (m.prep === null || m.prep === 'as') && !m.poss && !players.some((p) => p.m === m) && m.form !== 'relative',
  );
  const taker = subject?.candidates.find((c) => tierOf(c.name) < 2 && context.isTarget(c.name));
  if (!subject || !taker) return [];
  const group = context.nextGroup();
  return players.flatMap(({ m, to }) => {
    const candidate = m.candidates.find((c) => canAcquire(c.name) && c.name !== taker.name);
    const trigger: Trigger = { class: 'supplier', from: m.to, to: to + 1 };
    if (!candidate || !isPlausible(candidate.name, taker.name, 'cloud')) return [];
    const acquirer = { mention: m, candidate, score: 0.9 };
    return [frameOf(s, trigger, FRAMES.supplier, acquirer, { mention: subject, candidate: taker, score: 0.8 }, group)];
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
