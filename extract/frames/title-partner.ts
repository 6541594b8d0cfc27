import { CALENDAR } from '../lexicon/names.ts';
import type { Argument, FrameContext } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** Classes of a payment that may leave the one who is paid to the title. */
const PAID_IN = new Set(['investIn', 'moneyInto', 'injection', 'stake']);

/** "The Redmond group brought 15 million euros", on a page about Microsoft and Mistral: the other one of the title is meant. */
export function partnerOf(
  s: ParsedSentence,
  trigger: Trigger,
  acquirers: readonly Argument[],
  context: FrameContext,
): Argument[] {
  const first = acquirers[0];
  const bare = first?.mention?.form === 'pronoun' && !FRAMES[trigger.class].verb;
  const name = first?.mention && !bare && first.score >= 0.6 ? context.partner(first.candidate.name) : null;
  if (!name || !PAID_IN.has(trigger.class) || s.unit.money.length === 0 || goesElsewhere(s, trigger)) return [];
  const stranger = s.mentions.some(
    (m) => m.form === 'name' && ![name, first?.candidate.name].includes(m.candidates[0]?.name),
  );
  return stranger ? [] : [{ mention: null, candidate: { name, weight: 0.75 }, score: 0.55 }];
}

/** "pumps $5 billion into data centres": the money has another aim, told by a preposition. */
function goesElsewhere(s: ParsedSentence, trigger: Trigger): boolean {
  const { tokens } = s.unit;
  for (let i = trigger.to; i < Math.min(tokens.length, trigger.to + 14); i++) {
    const prep = s.language.prepositions.at(tokens, i);
    if (!prep || (prep.value !== 'in' && prep.value !== 'to')) continue;
    const next = tokens[prep.to];
    const dated = next && (/^\d/.test(next.text) || CALENDAR.has(next.lower));
    if (next && !dated && !s.mentions.some((m) => m.from <= prep.to + 2 && m.to > prep.to)) return true;
  }
  return false;
}
