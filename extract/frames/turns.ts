import type { Language } from '../lexicon/index.ts';
import type { Mention } from '../names/mention.ts';
import { nounBefore } from '../names/name-signs.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import type { Token } from '../text/tokens.ts';
import { type Frame, type FrameContext, frameOf } from './frame.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** How it is said that somebody does, or that something befalls somebody, as it did others: what stands before the name, and behind it. */
interface Turn {
  before?: RegExp;
  after?: RegExp;
}

const TURNS: Record<string, Turn> = {
  en: { before: /\bturn (?:of|for)$/, after: /^' (?:s )?turn\b/ },
  fr: { before: /\bau tour (?:de|d '|du)$/ },
  de: { before: /\bdie reihe an$/, after: /^(?:(?:nun|dann|jetzt|auch) )?(?:an der reihe|dran|am zug)\b/ },
  es: { before: /\b(?:turno (?:de|a|para|fue de|es de)|le toc(?:a|ó) a)$/ },
  it: { before: /\b(?:(?:volta|turno) (?:di|del|della|dell ')|è toccat[oa] a|toccò a)$/ },
};
const REACH = 4;
/** Sentences after which it is no longer known what the turn was at. */
const REMEMBERED = 8;

const spelt = (tokens: readonly Token[]) => tokens.map((t) => t.lower.replace('’', "'")).join(' ');

function hasTurn({ before, after }: Turn, { unit: { tokens }, from, to }: Mention, language: Language): boolean {
  if (after?.test(spelt(tokens.slice(to, to + REACH)))) return true;
  return before?.test(spelt(tokens.slice(0, phraseFrom(tokens, from, language)).slice(-REACH))) ?? false;
}

/** "of the AI start-up X": where the noun phrase begins that names a firm. */
function phraseFrom(tokens: readonly Token[], from: number, language: Language): number {
  const noun = nounBefore(tokens, from, language);
  if (noun === 0) return from;
  let at = Math.max(0, noun);
  while (language.cues.ai.at(tokens, at - 1) || language.adjectives.has(tokens[at - 1]?.lower ?? '')) at--;
  return language.articles.has(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
}

/** Takes the mentions of a sentence; gives the firm whose turn it says that it was: "it was Google's turn", or null. */
export function turnIn(mentions: readonly Mention[], language: Language): Mention | null {
  const turn = TURNS[language.lexicon.language];
  return (turn && mentions.find((m) => m.form === 'name' && hasTurn(turn, m, language))) ?? null;
}

const EXPLETIVE_REACH = 4;

/** "it was Google's turn": the word before it that refers to nobody. */
export function isExpletive(mention: Mention, turn: Mention): boolean {
  const far = turn.from - mention.to;
  return mention.form === 'pronoun' && !mention.poss && far >= 0 && far <= EXPLETIVE_REACH;
}

/**
 * Takes a sentence and the deals told last; gives the deal that its turn stands for: of the same kind, by the group whose
 * turn it was with the one firm that is named, or by the same group with the firm whose turn it was.
 */
export function takesTurn(s: ParsedSentence, told: readonly Frame[], context: FrameContext): Frame[] {
  const model = told.findLast((f) => f.sentence !== s);
  const turn = model ? turnIn(s.mentions, s.language) : null;
  if (!model || !turn || s.unit.index - model.sentence.unit.index > REMEMBERED) return [];
  const name = nameOf(turn);
  const isFirm = (n: string) => tierOf(n) < 2 && context.isTarget(n);
  const others = [
    ...new Set(s.mentions.filter((m) => m.form === 'name' && m !== turn && isFirm(nameOf(m))).map(nameOf)),
  ];
  const pair =
    canAcquire(name) && tierOf(name) === 2
      ? [name, others.length === 1 ? others[0] : undefined]
      : [model.acquirer, name];
  const [acquirer, target] = pair;
  if (!acquirer || !target || acquirer === target || !isFirm(target)) return [];
  const side = (n: string) => ({
    mention: s.mentions.find((m) => m.form === 'name' && nameOf(m) === n) ?? null,
    candidate: { name: n, weight: 1 },
    score: 0.95,
  });
  const trigger: Trigger = { class: model.trigger.class, from: turn.from, to: turn.to };
  return [{ ...frameOf(s, trigger, model.spec, side(acquirer), side(target), context.nextGroup()), again: model }];
}

const nameOf = (m: Mention) => m.candidates[0]?.name ?? '';
