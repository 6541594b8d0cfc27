import type { Mention } from '../names/mention.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** Verbs by which somebody binds himself to pay. */
const BINDS = /^(?:commit|pledg|promis|promes|promet|engag|verpflicht|zugesag|compromet|comprom|impegn)/;

/** True for a verb by which somebody binds himself to pay: "has committed $12 billion to". */
export const bindsItself = (s: ParsedSentence, { from }: Trigger) => BINDS.test(s.unit.tokens[from]?.lower ?? '');

/** "A Oracle le ha comprometido 300.000 millones": whom something is promised puts nothing into anybody. */
export function isPromisedTo(s: ParsedSentence, trigger: Trigger, m: Mention | null): boolean {
  if (m === null || m.prep !== 'to' || m.to > trigger.from || !bindsItself(s, trigger)) return false;
  // "an Amazon, die zwei Milliarden zugesagt haben": behind the comma somebody else is the subject, or the same.
  const between = s.unit.tokens.slice(m.to, trigger.from);
  const crossed = between.some((t) => t.text === ',') && s.language.lexicon.freeOrder === true;
  return !crossed && !s.mentions.some((o) => o.form === 'relative' && o.from >= m.to && o.to <= trigger.from);
}

const DATIVES: Record<string, RegExp> = {
  es: /^(?:le|les)$/,
  fr: /^(?:lui|leur)$/,
  it: /^(?:gli|le)$/,
};

/** "OpenAI, que le ha comprometido …": the relative before whom it is given to gives, and is given nothing. */
export function isGiver(s: ParsedSentence, trigger: Trigger, m: Mention | null): boolean {
  const dative = DATIVES[s.language.lexicon.language];
  if (!dative || m?.form !== 'relative' || m.to > trigger.from) return false;
  return trigger.from - m.to <= 3 && dative.test(s.unit.tokens[m.to]?.lower ?? '');
}
