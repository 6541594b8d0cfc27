import type { Language } from '../lexicon/index.ts';
import { LIKEWISE } from '../lexicon/likewise.ts';
import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import { type Phrases, phrases } from '../text/phrases.ts';
import { type Frame, type FrameContext, frameOf } from './frame.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** "… did the same three months later to Adept": how far the firm may stand behind, in words. */
const REACH = 5;
/** Sentences after which "the same" is no longer what was told then. */
const REMEMBERED = 3;

const PATTERNS = new Map(Object.entries(LIKEWISE).map(([code, list]) => [code, phrases(list)] as const));
const patternsOf = (language: Language): Phrases<true> | undefined => PATTERNS.get(language.lexicon.language);

/**
 * Takes a sentence and the deals told so far, the latest last; gives the deal of which it says that it was the same
 * again: of the same kind, between the firm before those words and the one behind them.
 */
export function likewise(s: ParsedSentence, told: readonly Frame[], context: FrameContext): Frame[] {
  const again = told.length > 0 ? patternsOf(s.language)?.find(s.unit.tokens)[0] : undefined;
  if (!again) return [];
  const model = told.findLast((f) => f.sentence !== s || f.trigger.to <= again.from);
  if (!model || s.unit.index - model.sentence.unit.index > REMEMBERED) return [];
  const giver = s.mentions.findLast((m) => m.to <= again.from && isNamed(m) && canAcquire(nameOf(m)));
  const taker = s.mentions.find((m) => m.from >= again.to && m.from - again.to <= REACH && isNamed(m));
  if (!giver || !taker || tierOf(nameOf(taker)) === 2 || !context.isTarget(nameOf(taker))) return [];
  const trigger: Trigger = { class: model.trigger.class, from: again.from, to: again.to };
  const [a, t] = [giver, taker].map((mention) => ({
    mention,
    candidate: { name: nameOf(mention), weight: 1 },
    score: 1,
  }));
  return a && t ? [{ ...frameOf(s, trigger, model.spec, a, t, context.nextGroup()), again: model }] : [];
}

const isNamed = (m: Mention) => m.form === 'name' || m.form === 'epithet';
const nameOf = (m: Mention) => m.candidates[0]?.name ?? '';
