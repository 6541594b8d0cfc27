/** Sentences that take back the one before them: "It does not.", "Das stimmt nicht.", "C'est faux." */

/** A longer sentence says something of its own. */
const LONGEST = 90;

const RETRACTIONS: Record<string, RegExp> = {
  en: /^(?:(?:it|they|that|this) (?:does|did|do|has|have|had|is|was|were|are|will|would)(?: not|n['’]t)\W*$|(?:that|this|it|the (?:claim|report|statement)) (?:is|was) (?:wrong|false|incorrect|untrue|mistaken|not (?:true|so|right|correct|the case))\b|(?:not so|wrong|untrue|false)\W*$)/,
  fr: /^(?:(?:c['’]est|cela est|c['’]était) (?:faux|inexact|erroné)|ce n['’](?:est|était) pas (?:le cas|vrai|exact|ainsi)|il n['’]en (?:est|était) rien|(?:faux|inexact)\W*$)/,
  de: /^(?:(?:das|dies) (?:stimmt|stimmte|trifft|traf) (?:so )?nicht|(?:das|dies) (?:ist|war) (?:falsch|unwahr|unrichtig|ein irrtum|nicht (?:wahr|richtig|der fall))|(?:falsch|irrtum)\W*$)/,
  es: /^(?:(?:eso )?(?:no es|no era) (?:cierto|así|verdad|correcto)|(?:eso )?es falso|no lo (?:es|hizo|ha hecho|tiene)\b|falso\W*$)/,
  it: /^(?:non (?:è|era) (?:vero|così|esatto|corretto)|(?:è|era) falso|non lo (?:è|ha fatto)\b|falso\W*$)/,
};

/** Takes a sentence and its language (ISO 639-1); true when all it says is that the one before is not so. */
export function takesBack(sentence: string, language: string): boolean {
  return sentence.length <= LONGEST && (RETRACTIONS[language]?.test(sentence.trim().toLowerCase()) ?? false);
}
