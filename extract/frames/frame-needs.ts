import type { FrameContext } from './frame.ts';
import type { FrameSpec } from './frame-classes.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';
import { hostsWork, isSupplyName } from './suppliers.ts';

/** True when what a trigger needs stands near it: money, a round, computing power. */
export function hasNeeded(s: ParsedSentence, trigger: Trigger, spec: FrameSpec, context: FrameContext): boolean {
  const { tokens } = s.unit;
  const { cues } = s.language;
  const near = (cue: keyof typeof cues, back: number, on: number) =>
    cues[cue].has(tokens, Math.max(0, trigger.from - back), Math.min(tokens.length, trigger.to + on));
  const money = () => s.unit.money.length > 0 || near('moneyNouns', 6, 12);
  const round = () => near('roundNouns', 14, 14) || context.inRound;
  if (
    (trigger.class === 'stake' || trigger.class === 'control') &&
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
    if (hostsWork(s, trigger)) return true;
    const [back, on] = trigger.class === 'supplyDeal' ? [6, 10] : trigger.class === 'supply' ? [5, 10] : [10, 16];
    return (
      speaksOfCompute(s, trigger.from - back, trigger.to + on) ||
      (trigger.class !== 'supply' && s.mentions.some(isSupplyName)) ||
      s.mentions.some((m) => m.form === 'supply-brand')
    );
  }
  return true;
}

/** Computing power itself is spoken of: "the cloud company" only says who somebody is. */
function speaksOfCompute({ unit: { tokens }, language, mentions }: ParsedSentence, from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < Math.min(tokens.length, to); i++) {
    const match = language.cues.compute.at(tokens, i);
    if (!match || match.to > to) continue;
    const said = mentions.some((m) => DESCRIBED.has(m.form) && m.from <= match.from && m.to >= match.to);
    if (!said) return true;
  }
  return false;
}

const DESCRIBED: ReadonlySet<string> = new Set(['definite', 'epithet']);

/** Paying somebody is no order of computing power unless the sentence speaks of it. */
const PAYING = /^(pa[iy]|zahl|gezahlt|pag|vers|règl|régl|sign|firm|contra|agre|due|owe|se|bill)/;

/** What is poured may be concrete. */
const POURING = /^(pour|put|throw|threw|shoot|shot|sink|sank|hand|write|give|gave|given|add|set|extend)/;

function hasSumAfter(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  const [from, to] = [tokens[trigger.from]?.start ?? 0, tokens[Math.min(trigger.to + 5, tokens.length - 1)]?.end ?? 0];
  return (
    s.unit.money.some((m) => m.start >= from && m.start <= to) ||
    s.language.cues.moneyNouns.has(tokens, trigger.to, Math.min(trigger.to + 4, tokens.length))
  );
}
