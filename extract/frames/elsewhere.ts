import type { Mention } from '../names/mention.ts';
import { tierOf } from '../names/party.ts';
import { isAside } from './asides.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

const INTO_REACH = 8;

/** Takes a verb; gives where what it leads into begins ("into data centres", "en Intel"), or -1. */
function ledInto(s: ParsedSentence, trigger: Trigger): number {
  const { tokens } = s.unit;
  let steps = 0;
  for (let i = trigger.to; i < tokens.length && steps < INTO_REACH; i++) {
    if (isAside(s.asides, i)) continue;
    steps++;
    const prep = s.language.prepositions.at(tokens, i);
    if (prep?.value === 'in' && !/^\d/.test(tokens[prep.to]?.text ?? '')) return prep.to;
  }
  return -1;
}

const mentionsFrom = (s: ParsedSentence, from: number): Mention[] =>
  s.mentions.filter((m) => m.from >= from && m.from - from <= INTO_REACH);

/** "puts $80 billion into data centres": what the verb leads to is no firm. */
export function goesElsewhere(s: ParsedSentence, trigger: Trigger): boolean {
  const into = ledInto(s, trigger);
  return into >= 0 && mentionsFrom(s, into).length === 0;
}

/**
 * "would invest $5 billion in Intel", "ist bei Intel eingestiegen": the firm that the verb leads to is a group, and no
 * start-up is left out.
 */
export function goesToGroup(s: ParsedSentence, trigger: Trigger): boolean {
  const into = ledInto(s, trigger);
  const named = s.mentions.find((m) => m.form === 'name' && (m.from === into || leadsStraightTo(s, trigger, m)));
  return named !== undefined && !named.poss && tierOf(named.candidates[0]?.name ?? '') === 2;
}

/** "bei Intel eingestiegen": a verb at the end stands right behind what it leads to. */
function leadsStraightTo(s: ParsedSentence, trigger: Trigger, m: Mention): boolean {
  return s.language.lexicon.freeOrder === true && m.to === trigger.from && (m.prep === 'at' || m.prep === 'in');
}
