import type { Mention } from '../names/mention.ts';
import { canAcquire } from '../names/party.ts';
import type { Argument, Frame } from './frame.ts';
import type { ParsedSentence } from './sentence.ts';

/** Words, in the five languages, behind which stands who does the same together with the subject. */
const TOGETHER =
  /(?:^| )(?:alongside|together with|along with|next to|besides?|aux côtés (?:de|d|du|des)|en compagnie (?:de|d)|(?:gemeinsam|zusammen) mit|neben|an der seite von|junto (?:a|con|al)|al lado de|insieme (?:a|ad|con|al)|accanto (?:a|ad)|al fianco di)(?: ')?$/;
const LONGEST = 4;
/** Words between what the verb takes and its companions: "in 2023". */
const REACH = 7;

/**
 * "Microsoft had invested in Inflection in 2023 alongside Nvidia and Bill Gates": who put money in together with the
 * subject. Takes a sentence and a frame of it; gives those who stand behind such words.
 */
export function companionsOf(s: ParsedSentence, { kind, spec, trigger, targetMention, acquirer }: Frame): Argument[] {
  if (kind !== 'investment' || !spec.verb) return [];
  const from = Math.max(trigger.to, targetMention?.to ?? 0);
  const first = s.mentions.find((m) => m.from >= from && m.from - from <= REACH && isTogether(s, m));
  if (!first || s.mentions.some((m) => m.from >= from && m.to <= first.from)) return [];
  const company = s.mentions.filter((m) => m === first || (m.list >= 0 && m.list === first.list));
  return company.flatMap((mention) => {
    const candidate = mention.candidates.find((c) => canAcquire(c.name) && c.name !== acquirer);
    return mention.form === 'name' && candidate ? [{ mention, candidate, score: SCORE * candidate.weight }] : [];
  });
}

const SCORE = 0.9;

function isTogether(s: ParsedSentence, m: Mention): boolean {
  const before = s.unit.tokens.slice(Math.max(0, m.from - LONGEST), m.from).map((t) => t.lower);
  return TOGETHER.test(before.join(' '));
}
