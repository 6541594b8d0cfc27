import type { Instrument } from '../../model/amount.ts';
import type { ParsedSentence } from './sentence.ts';
import type { Place } from './sum-place.ts';

/** What a sum is put in or paid as, in the five languages; the first that fits counts: a convertible loan is no plain debt. */
const FORMS: readonly [Instrument, RegExp][] = [
  [
    'convertible',
    /(?:^| )(?:(?:convertible|convertibles|safe) (?:notes?|debt|bonds?|loans?|debentures?|preferred)|convertibles?|(?:obligations?|prêts?|dettes?|billets?) convertibles?|wandelanleihen?|wandeldarlehen|wandelschuldverschreibung(?:en)?|(?:notas?|bonos?|préstamos?|deuda|pagarés?) convertibles?|(?:obbligazioni|prestit[oi]|note|debito) convertibil[ei]|convertibil[ei])(?: |$)/,
  ],
  [
    'credits',
    /(?:^| )(?:(?:cloud|compute|computing|azure|aws|google|usage) credits?|credits? (?:for|on|towards?) \S+|crédits? (?:cloud|de calcul|azure|aws)|cloud (?:guthaben|gutschriften)|gutschriften|rechenguthaben|créditos? (?:de|en) (?:la )?(?:nube|cómputo|computación|azure|aws)|crediti (?:cloud|di calcolo|azure|aws))(?: |$)/,
  ],
  ['warrants', /(?:^| )(?:warrants?|bons de souscription|bsa|optionsscheinen?|bezugsrechten?|warrant)(?: |$)/],
  [
    'debt',
    /(?:^| )(?:debt|loans?|credit (?:line|facility)|line of credit|term loan|dette|prêts?|ligne de crédit|emprunts?|darlehen|krediten?|kreditlinie|fremdkapital|schulden|deuda|préstamos?|línea de crédito|crédito sindicado|debito|prestit[oi]|linea di credito)(?: |$)/,
  ],
  [
    'equity',
    /(?:^| )(?:equity|(?:preferred|common|ordinary|class [ab]|new) (?:stock|shares?)|stock|shares?|actions(?: nouvelles| ordinaires| de préférence)?|fonds propres|(?:vorzugs|stamm)?aktien|eigenkapital|acciones(?: nuevas| preferentes| ordinarias)?|capital social|azioni(?: ordinarie| privilegiate)?|equity)(?: |$)/,
  ],
];

/** Words that tie a form to a sum before it: "$4 billion in convertible notes", "500 Millionen Dollar als Darlehen". */
const AS =
  /^(?:in|of|as|worth|through|via|en|d|de|des|sous|par|als|an|über|como|mediante|di|sotto|tramite|come|form|forme|forma)$/;
/** Words that tie a form to the sum behind it: "convertible notes of $500 million", "ein Darlehen über 40 Millionen". */
const OF = /^(?:of|for|worth|totalling|totaling|de|d|pour|über|von|por|valor|di|da|per)$/;
/** What is paid in money as well has no one form. */
const CASH = /^(?:cash|numéraire|espèces|bar|barem|efectivo|metálico|contanti)$/;
const BEHIND = 14;
const BEFORE = 5;
const TIED = 3;

/**
 * Takes a sum in its sentence; gives the form in which it is put in or paid, as the words of its clause say, else null.
 * What lies past a comma or another figure belongs to that.
 */
export function instrumentOf(s: ParsedSentence, place: Place): Instrument | null {
  const behind = wordsBehind(s, place);
  if (behind.some((word) => CASH.test(word))) return null;
  const before = wordsBefore(s, place);
  const joint = before.findLastIndex((word) => OF.test(word));
  const told = joint > 0 && before.length - joint <= TIED ? formIn(before.slice(0, joint)) : null;
  return told ?? tiedForm(behind);
}

/** A form right behind the sum, or one that a word of the clause ties to it: "in Mistral AI in the form of convertible notes". */
function tiedForm(words: readonly string[]): Instrument | null {
  for (let i = 0; i < words.length; i++) {
    const isTied = i < 2 || words.slice(Math.max(0, i - TIED), i).some((word) => AS.test(word));
    const form = isTied ? formAt(words.slice(i)) : null;
    if (form) return form;
  }
  return null;
}

const formIn = (words: readonly string[]): Instrument | null =>
  FORMS.find(([, form]) => form.test(words.join(' ')))?.[0] ?? null;

/** The form with which some words begin. */
function formAt(words: readonly string[]): Instrument | null {
  const text = words.join(' ');
  return FORMS.find(([, form]) => form.exec(text)?.index === 0)?.[0] ?? null;
}

function wordsBehind({ unit: { tokens } }: ParsedSentence, { to }: Place): string[] {
  const words: string[] = [];
  for (let i = to; i < Math.min(tokens.length, to + BEHIND); i++) {
    const token = tokens[i];
    if (!token || isEnd(token.text)) break;
    if (token.word) words.push(token.lower);
  }
  return words;
}

function wordsBefore({ unit: { tokens } }: ParsedSentence, { from }: Place): string[] {
  const words: string[] = [];
  for (let i = from - 1; i >= Math.max(0, from - BEFORE); i--) {
    const token = tokens[i];
    if (!token || isEnd(token.text)) break;
    if (token.word) words.unshift(token.lower);
  }
  return words;
}

/** A comma, a bracket, "and" or another figure ends what is said of a sum. */
const isEnd = (text: string) => /^(?:[,;:.()]|and|et|und|y|e)$/.test(text) || /^[$€£¥]?\d/.test(text);
