import { moneyLexicon } from '../lexicon/by-language.ts';
import { isHyphen, type MoneyToken } from '../text/text-tokens.ts';

/** Things and people that come in thousands and millions, by how their names begin, in the five languages. */
const THINGS =
  /^(?:chips?|processors?|processeurs?|prozessor\p{L}*|procesador\p{L}*|processor[ei]|puces?|semicondu\p{L}+|accelerat\p{L}+|accélérat\p{L}+|beschleuniger\p{L}*|acelerador\p{L}*|units?|unités?|einheiten|unidad(?:es)?|unità|cards?|cartes?|karten|grafikkarten|grafikchips|tarjetas?|schede|shares?|stocks?|actions?|titres?|aktien|anteile?|acciones|títulos|azioni|titoli|options?|warrants?|optionen|opciones|opzioni|bons|users?|utilisat\p{L}+|nutzer\p{L}*|usuari[oa]s|utent[ei]|customers?|clients?|kunden|clientes|clienti|subscribers?|abonnés|abonnenten|people|personnes|menschen|personas|persone|robots?|roboter\p{L}*|cars?|vehicles?|devices?|appareils|geräte|servers?|serveurs?|tokens?|paramet\p{L}+|paramètres?|parámetros|parametri|gpus?|tpus?|cpus?|npus?|xpus?|asics?)$/u;
/** What a maker calls a chip: "Trainium2", "H100", "MI450", "GB200". */
const CHIP =
  /^(?:Trainium|Inferentia|Blackwell|Hopper|Rubin|Grace|Gaudi|Instinct|Ascend)\d*$|^(?:[A-Z]{1,2}\d{2,3}|MI\d{3})s?$/;
/** "TPUs", "GPUs": short names in the plural. */
const SHORT_PLURAL = /^\p{Lu}{2,5}s$/u;

const OF = /^(?:of|de|d|di|von|der|des|dei|degli|delle|del)$/;
/** Words between a figure and what it counts, beside adjectives and names. */
const BEFORE_NOUN =
  /^(?:the|its|their|these|those|such|own|new|latest|class|les|ses|leurs|ces|la|las|los|sus|estos|estas|i|gli|le|sue|suoi|die|der|den|seiner|ihrer|eigenen|hauseigenen|neuen|neue)$/;
const REACH = 6;

/**
 * Takes tokens and the place behind a figure; says whether the figure counts things or people that follow: "as many as
 * one million of the tensor processing units", "7.7 million Class A shares", "un million de TPU".
 */
export function countsThings(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const { afterBare } = moneyLexicon(language);
  let from = OF.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  if (/^['’]$/.test(tokens[from]?.text ?? '')) from++;
  for (let i = from; i < Math.min(tokens.length, from + REACH); i++) {
    const { text, lower, kind } = tokens[i] as MoneyToken;
    if (THINGS.test(lower) || CHIP.test(text) || SHORT_PLURAL.test(text)) return true;
    if (isHyphen(tokens[i])) continue;
    const passes = BEFORE_NOUN.test(lower) || !afterBare.includes(lower);
    if (kind !== 'word' || !passes) return false;
  }
  return false;
}
