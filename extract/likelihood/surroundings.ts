import { bordersBetween, type ParsedSentence, type Trigger } from '../frames/sentence.ts';
import type { Mention } from '../names/mention.ts';
import { type Feature, f } from './feature.ts';
import type { PairCandidate } from './scene.ts';

/** What stands right before and right behind a mention. */
interface Sides {
  before: string;
  after: string;
}

const known = new WeakMap<Mention, Sides>();
const IMPLIED: Sides = { before: 'implied', after: 'implied' };

/** Takes a candidate; gives what stands on either side of its parties, by classes of words and signs. */
export function surroundings({ sentence: s, acquirer, target }: PairCandidate): Feature[] {
  const a = sidesOf(s, acquirer.mention);
  const t = sidesOf(s, target.mention);
  const preps = f`preps|${acquirer.mention?.prep ?? 'none'}|${target.mention?.prep ?? 'none'}`;
  return [
    preps,
    f`before a|${a.before}`,
    f`behind a|${a.after}`,
    f`before t|${t.before}`,
    f`behind t|${t.after}`,
    f`sides a|${a.before}|${a.after}`,
    f`sides t|${t.before}|${t.after}`,
    f`behind a before t|${a.after}|${t.before}`,
    f`behind t before a|${t.after}|${a.before}`,
  ];
}

function sidesOf(s: ParsedSentence, m: Mention | null): Sides {
  if (!m) return IMPLIED;
  const sides = known.get(m) ?? { before: classOf(s, m.from - 1, true), after: classOf(s, m.to, false) };
  known.set(m, sides);
  return sides;
}

/** The class of one word or sign; "'s" is the owner's sign. */
function classOf(s: ParsedSentence, at: number, ends: boolean): string {
  const token = s.unit.tokens[at];
  if (!token) return 'edge';
  if (!token.word) return token.text === "'" ? 'owner' : token.text;
  const trigger = s.triggers.find((t) => (ends ? t.to === at + 1 : t.from === at));
  if (trigger) return trigger.class;
  const mention = s.mentions.some((m) => m.from <= at && m.to > at && m.form !== 'pronoun' && m.form !== 'relative');
  if (mention) return 'name';
  if (/^\d/.test(token.text)) return 'figure';
  const { tokens } = s.unit;
  const { language } = s;
  if (language.conjunctions.at(tokens, at)) return 'and';
  const prep = language.prepositions.at(tokens, at);
  if (prep) return prep.value;
  if (language.articles.has(token.lower)) return 'article';
  if (language.relatives.has(token.lower)) return 'relative';
  if (language.perfect.has(token.lower) || language.passive.has(token.lower)) return 'auxiliary';
  if (language.breakers.has(token.lower)) return 'clause';
  if (language.nouns.at(tokens, at)) return 'firm noun';
  return token.cap ? 'capital' : 'word';
}

const CUES = ['negation', 'ended', 'reported', 'hypothesis'] as const;
const BACK = 6;
const ON = 4;

const cuesNear = new WeakMap<Trigger, readonly Feature[]>();

/** Takes a word for a deal and its acquirer; gives the cues of its own clause, and whether an apposition parts the two. */
export function nearFeatures(s: ParsedSentence, trigger: Trigger, acquirer: Mention | null): readonly Feature[] {
  const near = cuesNear.get(trigger) ?? findCues(s, trigger);
  cuesNear.set(trigger, near);
  const { tokens } = s.unit;
  if (!acquirer || acquirer.to >= trigger.from || tokens[acquirer.to]?.text !== ',') return near;
  const closed = [1, 2, 3].some((n) => trigger.from - n > acquirer.to && tokens[trigger.from - n]?.text === ',');
  return near.concat(f`apposed a|${closed}`);
}

function findCues(s: ParsedSentence, trigger: Trigger): Feature[] {
  const { tokens } = s.unit;
  const last = Math.min(tokens.length, trigger.to + ON);
  return CUES.flatMap((cue) => {
    for (let i = Math.max(0, trigger.from - BACK); i < last; i++)
      if (s.language.cues[cue].at(tokens, i) && bordersBetween(s.borders, i, trigger.from) < 0.75)
        return [f`near|${cue}`];
    return [];
  });
}
