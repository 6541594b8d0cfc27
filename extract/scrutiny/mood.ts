import type { Cue } from '../lexicon/scrutiny.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import type { CueHit } from './cues.ts';

/** The tokens of the whole text and the cues of one sentence. */
export interface Sentence {
  tokens: readonly MoneyToken[];
  hits: readonly CueHit[];
}

/** "ohne Auflagen freigegeben": the conditions are denied, not the clearance. */
function isUnconditional(s: Sentence, not: CueHit): boolean {
  if (!/^(without|no|sans|aucune?|ohne|keine[rn]?|sin|senza|nessuna?)$/.test(s.tokens[not.first]?.lower ?? ''))
    return false;
  return s.hits.some((h) => h.cue === 'condition' && within(not.next, h.first, 1));
}

/** "does not rule out", "n'exclut pas", "schließt nicht aus": two denials make none. */
function isDoubled(s: Sentence, not: CueHit): boolean {
  return (
    s.tokens
      .slice(Math.max(0, not.first - 2), not.next + 2)
      .some((t) =>
        /^(exclu(t|re|e|ent)?|excluye\w*|descart\w*|esclud\w*|esclus\w*|ausgeschlossen|schlie(ß|ss)\w*|rul(e|es|ed|ing))$/.test(
          t.lower,
        ),
      ) && s.hits.filter((h) => h.cue === 'not' && Math.abs(h.first - not.first) <= 4).length > 1
  );
}

/** "has not claimed that it is a merger" denies the claim. */
function saidBetween(s: Sentence, not: CueHit, hit: CueHit): boolean {
  return s.hits.some((h) => h.cue === 'claim' && h.first >= not.next && h.next <= hit.first && h.first - not.next <= 2);
}

/** True when a word such as "not" or "no" up to `most` tokens before the cue, or inside it, denies it. */
export function denied(s: Sentence, hit: CueHit, most: number): boolean {
  return s.hits.some(
    (h) =>
      h.cue === 'not' &&
      h.next <= hit.next &&
      h.first >= hit.first - most &&
      h.first !== hit.first &&
      !isUnconditional(s, h) &&
      !isDoubled(s, h) &&
      (h.first > hit.first || (sameClause(s, h, hit) && !saidBetween(s, h, hit))),
  );
}

/** "may approve", "if it is cleared"; in Romance languages the ending of the verb says it: "archivará". */
export function maybe(s: Sentence, hit: CueHit, most = 6): boolean {
  const word = s.tokens[hit.first]?.lower ?? '';
  if ((FUTURE.test(word) && !/^(re|por|ex|at)?trait$/.test(word)) || toBeChosen(s, hit) || isAwaited(s, hit))
    return true;
  return s.hits.some(
    (h) =>
      h.cue === 'maybe' &&
      h.first < hit.first &&
      h.next < hit.next &&
      hit.first - h.next <= most &&
      sameClause(s, h, hit) &&
      !tellsPast(s, h),
  );
}

const AFTER = /^(?:after|once|upon|dopo|après|nach|tras|hasta|until|fino)$/;
const EXPECTED =
  /^(?:expected|expects|due|scheduled|planned|previst[oaie]|prevede|prévue?s?|attendue?s?|prévoit|erwartet|geplant|vorgesehen|soll|sollen|prevé|prevén|espera|esperan)$/;

/** "closing is expected after clearance by the authority": what is waited for has not come. */
function isAwaited(s: Sentence, hit: CueHit): boolean {
  const before = s.tokens.slice(Math.max(0, hit.first - 18), hit.first);
  const after = before.findLastIndex((t) => AFTER.test(t.lower));
  if (after < 0 || before.length - after > 4) return false;
  return before.slice(0, after).some((t) => EXPECTED.test(t.lower)) && !before.some((t) => /^[.;]$/.test(t.text));
}

/** "when it had to give up", "cuando hubo de renunciar": a time in the past, no condition. */
function tellsPast(s: Sentence, when: CueHit): boolean {
  if (!/^(when|cuando|quand|lorsqu|lorsque|quando|als)$/.test(s.tokens[when.first]?.lower ?? '')) return false;
  return s.tokens.slice(when.next, when.next + 3).some((t) => PAST.test(t.lower));
}

const PAST =
  /^(had|was|were|gave|hubo|tuvo|fue|había|eut|fut|avait|dut|dovette|fu|aveva|hatte|musste|war|wurde|decidió|renunció|decise)$/;

/** "it has until 11 September to choose: close the file or open a second phase": neither has happened. */
function toBeChosen(s: Sentence, hit: CueHit): boolean {
  const start = Math.max(0, hit.first - 16);
  const words = s.tokens.slice(start, hit.first);
  const full = words.findLastIndex((t) => t.text === '.');
  return words.slice(full + 1).some((t) => CHOICE.has(t.lower));
}

const CHOICE = new Set([
  'choose',
  'decide',
  'choisir',
  'décider',
  'trancher',
  'entscheiden',
  'decidir',
  'elegir',
  'decidere',
  'scegliere',
]);

const FUTURE = /(rait|raient|ront|rá|rán|ría|rían|rà|ranno|rebbe|rebbero)$/;

/** "whether it qualifies", "si l'accord relève": a question, not an answer. */
export function wondered(s: Sentence, hit: CueHit): boolean {
  return s.hits.some(
    (h) =>
      h.cue === 'maybe' &&
      within(h.next, hit.first, 8) &&
      /^(whether|if|si|ob|se|when|s|lorsque|lorsqu|quand|wenn|falls|cuando|quando)$/.test(
        s.tokens[h.first]?.lower ?? '',
      ) &&
      sameClause(s, h, hit),
  );
}

/** "should look into" and "whether it will review" say nothing of what the authority does; "would examine" announces it. */
export function hypothetical(s: Sentence, hit: CueHit): boolean {
  const asked = s.tokens.slice(Math.max(0, hit.first - 14), hit.first).some((t) => /^(whether|ob)$/.test(t.lower));
  return asked || s.tokens.slice(Math.max(0, hit.first - 6), hit.first).some((t) => HYPOTHETICAL.has(t.lower));
}

const HYPOTHETICAL = new Set(
  `should could may might if whether can unclear deny confirm pourrait pourraient devrait devraient peut si könnte könnten sollte sollten ob falls
   podría podrían debería deberían potrebbe potrebbero dovrebbe dovrebbero se`.split(/\s+/),
);

/** True when words for deciding or refusing stand before the cue: "decided not to investigate". */
export function decided(s: Sentence, hit: CueHit): boolean {
  return s.tokens.slice(Math.max(0, hit.first - 7), hit.first).some((t) => DECISION.test(t.lower));
}

const DECISION =
  /^(decided|decides|decide|chose|opted|declined|refused|will|won|décidé|renoncé|renonce|refusé|entschied|entschieden|verzichtet|decidió|decidido|descartó|acordó|acordado|resolvió|resuelto|deciso|decide|delibera|deliberato|disposto|rinunciato|beschloss|beschlossen|résolu)$/;

/** "in May" is no possibility. */
export function isMonth(tokens: readonly MoneyToken[], at: number): boolean {
  if (tokens[at]?.text !== 'May') return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind === 'figure' || after?.kind === 'figure') return true;
  return /^(in|of|since|by|until|till|last|from|to|late|early|mid|this|next|on|before|after|-)$/.test(
    before?.lower ?? '',
  );
}

/** True when a cue of a wanted kind begins at most so many tokens before or after the cue. */
export function near(s: Sentence, hit: CueHit, cues: Cue | Cue[], before: number, after: number): boolean {
  const wanted = typeof cues === 'string' ? [cues] : cues;
  return s.hits.some(
    (h) =>
      wanted.includes(h.cue) &&
      (within(h.first, hit.first, before) || within(hit.first, h.first, after)) &&
      (h.first !== hit.first || h.cue === 'newer'),
  );
}

/** A noun in the same clause, before or after, that is not part of the cue itself. */
export function beside(s: Sentence, hit: CueHit, cues: Cue[], most: number): boolean {
  return s.hits.some(
    (h) =>
      cues.includes(h.cue) &&
      h.first !== hit.first &&
      (within(hit.next, h.first, 6) || within(h.next, hit.first, most)) &&
      sameClause(s, h, hit),
  );
}

/** No full stop, semicolon, colon, dash or "but" between the two. */
export function sameClause(s: Sentence, a: CueHit, b: CueHit): boolean {
  const [from, to] = a.first < b.first ? [a.next, b.first] : [b.next, a.first];
  for (let i = from; i < to; i++) if (isClauseEnd(s.tokens, i)) return false;
  return true;
}

/** True when `to` comes after `from`, at most `most` tokens later. */
export function within(from: number, to: number, most: number): boolean {
  return to >= from && to - from <= most;
}

const CONTRAST = new Set([
  'but',
  'while',
  'whereas',
  'although',
  'mais',
  'tandis',
  'alors',
  'aber',
  'während',
  'sondern',
  'pero',
  'mientras',
  'aunque',
  'ma',
  'mentre',
]);

/** True for a token that parts a sentence into clauses of their own. */
export function isClauseEnd(tokens: readonly MoneyToken[], at: number): boolean {
  const token = tokens[at] as MoneyToken;
  // A colon inside a name, as in Run:ai, ends nothing.
  if (token.text === ':' && token.glued && tokens[at + 1]?.glued) return false;
  return token.kind === 'sign' ? /^[;:—–()]$/.test(token.text) : CONTRAST.has(token.lower);
}

/** An article, a possessive or the like, in any of the languages. */
export function isDeterminer(token: MoneyToken | undefined): boolean {
  return token !== undefined && DETERMINERS.has(token.lower);
}

const DETERMINERS = new Set(
  `the a an its their his this that these those any such no
   la le les l l’ une un sa son ses leur leurs cette ce ces d aucune aucun nouvelle première seconde
   die das der den dem des ein eine einer einem ihre ihrer seine diese dieses
   el los las una su sus esta este esa ese ninguna
   il lo gli i una uno suo sua questa questo quella`
    .split(/\s+/)
    .concat("'", '’'),
);
