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

/** What a correction quotes in order to take it back: "An earlier version of this article said that". */
const CORRECTED: Record<string, RegExp> = {
  en: /\b(?:an? )?(?:earlier|previous|prior|original|first) (?:version|edition)s? of (?:this|the|our) (?:article|story|report|page|post|newsletter|piece|text)\b|\b(?:this|our|the) (?:article|story|report|newsletter|headline) (?:wrongly|incorrectly|mistakenly|erroneously) \p{L}+|\bwe (?:wrongly|incorrectly|mistakenly|erroneously) (?:said|wrote|reported|stated)\b/u,
  fr: /\bune (?:première )?version (?:précédente|antérieure|initiale)? ?de (?:cet|cette|ce|notre|l['’]) ?(?:article|texte|dépêche|page|billet)\b|\bnous (?:avons|avions) (?:écrit|indiqué|affirmé|annoncé) (?:par erreur|à tort)\b/u,
  de: /\bin einer (?:früheren|ersten|vorigen|vorherigen|älteren) (?:version|fassung) (?:dieses|des|unseres) (?:artikels|textes|beitrags|berichts)\b|\b(?:haben|hatten) wir (?:fälschlich|irrtümlich|versehentlich)\w*\b/u,
  es: /\b(?:en )?una (?:primera )?versión (?:anterior|previa|inicial)? ?de (?:este|esta|nuestro|nuestra) (?:artículo|noticia|texto|información|página)\b|\b(?:dijimos|escribimos|informamos|afirmamos) por error\b/u,
  it: /\b(?:in )?una (?:prima )?versione (?:precedente|iniziale)? ?di (?:questo|quest['’]|questa) ?(?:articolo|testo|notizia|pagina)\b|\babbiamo (?:scritto|indicato|affermato) (?:per errore|erroneamente)\b/u,
};

/** Takes a sentence and its language (ISO 639-1); true when it quotes what was told before in order to correct it. */
export function quotesError(sentence: string, language: string): boolean {
  return CORRECTED[language]?.test(sentence.toLowerCase()) ?? false;
}

/** Takes a sentence and its language (ISO 639-1); true when all it says is that the one before is not so. */
export function takesBack(sentence: string, language: string): boolean {
  return sentence.length <= LONGEST && (RETRACTIONS[language]?.test(sentence.trim().toLowerCase()) ?? false);
}
