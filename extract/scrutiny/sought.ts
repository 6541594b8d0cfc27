import type { MoneyToken } from '../text/text-tokens.ts';

/** What is needed, asked for or waited for has not been given, in five languages. */
const SEEKS =
  /^(?:needs?|needed|needing|requires?|required|requiring|requirement|seeks?|seeking|sought|await(?:s|ing|ed)?|pending|lacks?|lacking|apply|applied|applies|applying|request(?:s|ed|ing)?|hopes?|hoping|wants?|awaited|expects?|nécessit(?:e|ait|ant|er)|nécessaires?|requier(?:t|ent)|requis|demand(?:e|é|ée|er|ent|ait)|solliciter?|sollicité|attend(?:re|ent|ait)?|braucht|brauchen|brauchte|benötigt|benötigen|bedarf|bedürfen|bedurfte|erfordert|erforderlich|nötig|notwendig|beantragt|beantragen|ersucht|wartet|warten|aussteht|ausstehende|ausstehenden|necesit(?:a|an|ó|aba)|requier(?:e|en)|requirió|solicit(?:a|an|ó|ar|ado)|pid(?:e|en|ió)|pedir|esper(?:a|an|ó|aba)|falta|necessit(?:a|ano|ava)|richied(?:e|ono|eva)|richiesto|chied(?:e|ono|ere)|chiesto|attend(?:e|ono|eva|ere)|manca|pendientes?|aguardan?|attesa|attente|suspendue?s?|sospes[oa]|awaits|outstanding)$/;
/** To obtain it is a task as long as nobody has: "doit obtenir", "to win". */
const OBTAIN =
  /^(?:obtain|win|get|secure|receive|gain|obtenir|recevoir|décrocher|cherche(?:r|nt)?|erhalten|bekommen|obtener|conseguir|recibir|lograr|busca(?:r|n)?|ottenere|ricevere|cerca(?:re|no)?)$/;
const BEFORE = /^(?:before|avant|bevor|ehe|antes|prima|until|jusqu)$/;
const HAD = /^(?:obtained|won|received|secured|obtenu|reçu|erhalten|obtenido|recibido|ottenuto|ricevuto)$/;
/** "has to have been told": German and Romance perfects have what was obtained. */
const PERFECT = /^(?:has|have|had|hat|haben|hatte|hatten|a|ont|avait|ha|han|había|hanno|aveva)$/;
/** Words that stand between: "to seek the formal approval", "sous réserve de l'autorisation". */
const SUBJECT =
  /^(?:subject|conditional|contingent|réserve|vorbehaltlich|vorbehalt|sujet[oa]|supeditad[oa]|subordinat[oa]|soggett[oa])$/;
const REACH = 9;
/** German verbs come last: "die Freigabe der Behörde benötigt". */
const BEHIND =
  /^(?:braucht|brauchen|brauchte|benötigt|benötigen|bedarf|bedürfen|erforderlich|nötig|notwendig|beantragt|beantragen|aussteht|ausstehe|fehlt|fehlte|pending|needed|required|necesari[oa]|nécessaire|necessari[oa])$/;
const BEHIND_REACH = 7;
const BORDER = /^(?:[.,;–—]|and|et|und|y|e|which)$/;

/**
 * "will need EU approval", "was told to seek clearance", "braucht die Freigabe aus Brüssel": takes the words of a document and
 * where words for an approval begin and end; true when the approval is only needed, sought or awaited.
 */
export function isSought(tokens: readonly MoneyToken[], first: number, next: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    const word = tokens[i];
    if (!word || BORDER.test(word.text)) break;
    if (SEEKS.test(word.lower) || SUBJECT.test(word.lower)) return true;
    if (isToBeObtained(tokens, i)) return true;
  }
  for (let i = next; i < Math.min(tokens.length, next + BEHIND_REACH); i++) {
    const word = tokens[i];
    if (!word || BORDER.test(word.text)) return false;
    if (BEHIND.test(word.lower)) return true;
  }
  return false;
}

/** "doit obtenir", "avant d'avoir obtenu", "before it has won": true where a verb of obtaining tells what is still to come. */
function isToBeObtained(tokens: readonly MoneyToken[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const before = tokens.slice(Math.max(0, at - OBTAIN_REACH), at).map((t) => t.lower);
  if (HAD.test(word) && before.some((w) => BEFORE.test(w))) return true;
  return OBTAIN.test(word) && !before.some((w) => PERFECT.test(w));
}

const OBTAIN_REACH = 6;
