import { FIRST_NAMES } from '../lexicon/names.ts';
import type { Mention } from '../names/mention.ts';
import type { ParsedSentence } from './sentence.ts';

/** Words that only people have for their own money, in the five languages: what they put in is no firm's. */
const OWN_MONEY =
  /(?:^| )(?:(?:of|from|out of) (?:his|her) own (?:money|pocket|fortune|funds)|(?:his|her) (?:own|private|personal) (?:money|fortune|wealth)|(?:personally|alone) (?:gave|put|invested|invests|contributed|contributes|committed|backed|added)|à titre (?:personnel|privé)|(?:sa|son) (?:fortune|argent) personnel(?:le)?|aus (?:seinem|ihrem|dem) (?:eigenen |privaten )?(?:privatvermögen|vermögen)|privat (?:investiert|gesteckt|beigesteuert)|a título personal|su fortuna personal|a titolo personale|(?:suo )?patrimonio personale)(?: |$)/;
/** What may be said of a firm as well, and counts beside a word for a person. */
const OWN_ACCOUNT =
  /(?:^| )(?:(?:de|avec) (?:sa|ses) (?:propre |propres )?(?:poche|deniers)|pour son propre compte|aus eigener tasche|eigenes geld|auf eigene rechnung|de su (?:propio )?bolsillo|su propio dinero|por su (?:propia )?cuenta|di tasca (?:sua|propria)|per conto (?:proprio|suo)|on (?:his|her|their) own account)(?: |$)/;
const PERSON =
  /^(?:co)?(?:fundadora?|consejer[oa]|empresari[oa]|multimillonari[oa]|fondatore|fondatrice|imprenditore|miliardario|founder|billionaire|fondateur|fondatrice|milliardaire|patron|gründer|gründerin|milliardär|unternehmer|he|she|él|ella|egli|lui|lei)$/;
const REACH = 16;

/** True where the words around a place of a sentence say that a person pays, and no firm. */
export function isOwnPocket(s: ParsedSentence, at: number): boolean {
  const { tokens } = s.unit;
  let [from, to] = [at, at];
  while (from > 0 && at - from < REACH && tokens[from - 1]?.text !== ';') from--;
  while (to < tokens.length && to - at < REACH && tokens[to]?.text !== ';') to++;
  const clause = tokens.slice(from, to).filter((t) => t.word);
  const words = clause.map((t) => t.lower).join(' ');
  if (OWN_MONEY.test(words)) return true;
  return OWN_ACCOUNT.test(words) && clause.some((t) => PERSON.test(t.lower) || (t.cap && FIRST_NAMES.has(t.lower)));
}

/** "Amazon's founder", "el fundador de Amazon": a person is meant, and the firm only says which. */
export function namesPerson({ unit: { tokens } }: ParsedSentence, { from, to, poss }: Mention): boolean {
  const near = poss ? tokens.slice(to, to + 3) : tokens.slice(Math.max(0, from - 3), from);
  return near.some((t) => PERSON.test(t.lower));
}
