import type { MoneyToken } from '../text/text-tokens.ts';
import type { CueHit } from './cues.ts';

const KNOWN = /^(?:connue?s?|visibles?|known|visible|bekannte?[rns]?|sichtbare?[rns]?|conocid[oa]s?|not[oaie]|noti)$/;

/** "sans suite connue", "with no known result": whoever writes does not know how it ended. */
export function endsUnknown(tokens: readonly MoneyToken[], hit: CueHit): boolean {
  return [tokens[hit.next], ...tokens.slice(hit.first, hit.next)].some((t) => KNOWN.test(t?.lower ?? ''));
}

/**
 * Takes a document's words and the index of those for a step; true when they hang on words by which the writer knows
 * nothing of it: "nothing suggests that the regulator objected", "no consta que". What an authority says it has not
 * found is its finding, and another thing: "found no sign that competition suffers".
 */
export function isNotKnown(tokens: readonly MoneyToken[], first: number): boolean {
  let from = first;
  while (from > 0 && first - from < REACH && !/^[.!?;]$/.test(tokens[from - 1]?.text ?? '')) from--;
  const before = tokens.slice(from, first).map((t) => t.lower);
  if (!before.some((word) => OPENS.test(word))) return false;
  return NOT_KNOWN.test(before.join(' ')) || (WHETHER.test(before[0] ?? '') && staysUnknown(tokens, first));
}

/** "Ob das Kartellamt den Kauf prüft, ist nicht bekannt": what opens with a question is answered, or not, behind it. */
function staysUnknown(tokens: readonly MoneyToken[], first: number): boolean {
  const behind = tokens.slice(first, first + REACH);
  const end = behind.findIndex((t) => /^[.!?;]$/.test(t.text));
  const words = behind.slice(0, end < 0 ? behind.length : end).map((t) => t.lower);
  return UNKNOWN.test(words.join(' '));
}

const WHETHER = /^(?:whether|ob|si|se)$/;
const UNKNOWN =
  /(?:not|never|t|nicht|pas|no|non) (?:yet |noch |encore |aún |ancora )?(?:be )?(?:known|clear|say|said|comment|bekannt|klar|sicher|connu|clair|sait|se sabe|sabe|consta|noto|nota|chiaro|si sa)|(?:unclear|unknown|uncertain|unklar|ungewiss|offen|incertain|ignore|desconoce|ignora|sconosciuto|incerto)(?: |$)/;

const REACH = 26;
/** One of these stands in every such clause: a quick look before the long one. */
const OPENS = /^(?:that|whether|if|when|wann|quand|cuando|quando|que|qu|si|dass|ob|che|se|of|d|de|auf)$/;

const NOT_KNOWN = new RegExp(
  `(?:^| )(?:${[
    'nothing (?:\\S+ )?(?:indicates?|suggests?|shows?|points?|says?)',
    'there (?:is|was|are|were|has been) (?:no|little) (?:public )?(?:signs?|indications?|evidence|hints?|suggestion|records?|word)',
    '(?:not|never|t) (?:yet |publicly )?(?:known|clear|certain) (?:that|whether|if)',
    '(?:unclear|unknown|uncertain) (?:that|whether|if|when)',
    "rien n ['’] (?:indique|laisse|permet|suggère|montre|atteste)",
    '(?:ne sait|ignore|ignorait|inconnu) (?:pas )?(?:encore )?(?:si|que)',
    "aucun (?:signe|indice|élément) n ['’]",
    'nichts (?:deutet|spricht|weist) (?:\\S+ )?(?:darauf|dafür)',
    '(?:nicht |un)(?:bekannt|klar|gewiss|sicher) (?:, )?(?:dass|ob|wann)',
    'es gibt keine(?:rlei)? (?:hinweise|anzeichen|anhaltspunkte)',
    'no consta que',
    'nada (?:indica|hace|sugiere|apunta)',
    'no hay (?:indicios?|señal(?:es)?|constancia|noticias?)',
    '(?:se desconoce|no se sabe) si',
    'non risulta che',
    'nulla (?:indica|fa|lascia|suggerisce)',
    'non (?:è|si) (?:noto|nota|sa|chiaro) (?:se|che)',
    'non ci sono (?:segnali|indizi|notizie)',
  ].join('|')})(?: |$)`,
);
