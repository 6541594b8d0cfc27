import type { Language } from '../lexicon/index.ts';
import { BELONGINGS, TRADE_VERBS } from '../lexicon/trade-verbs.ts';
import { type Phrases, phrases } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';

const compiled = (lines: Record<string, string>) =>
  new Map(Object.entries(lines).map(([code, list]) => [code, phrases(list)] as const));
const VERBS = compiled(TRADE_VERBS);
const THINGS = compiled(BELONGINGS);
const of = (lists: Map<string, Phrases<true>>, language: Language) => lists.get(language.lexicon.language);

const LEGAL_FORM =
  /^(inc|incorporated|corp|corporation|opco|holdco|pvt|sdn|ltd|limited|llc|llp|plc|pbc|gmbh|ag|sas|sarl|sa|srl|spa|bv|nv|ab|asa|oy|oyj|aps|pty|pte|bhd|kk|kgaa|kft|zrt|teoranta|ltda|lda|sasu|srls|ehf|holdings)$/;

/** True for "Inc", "GmbH" and their like, which are no name by themselves. */
export const isLegalForm = (token: Token | undefined) =>
  token !== undefined && (LEGAL_FORM.test(token.lower) || CAPITAL_FORM.test(token.text));

/** Forms that are ordinary words where they are not written in capitals. */
const CAPITAL_FORM = /^(?:AS|SE|SL|SLU|UG|KG|OÜ|UAB)$/;

const DOTTED_FORM = /^(?:srl|spa|sa|sas|sarl|sl|slu|nv|bv|ag)$/i;

/** "S.r.l.", "S.p.A.", "S.A.": letters with full stops between them that are a legal form, and no part of a name. */
export function isDottedForm(tokens: readonly Token[], at: number): boolean {
  let letters = '';
  for (let i = at; tokens[i]?.text.length === 1 && /\p{L}/u.test(tokens[i]?.text ?? ''); i += 2) {
    if (i > at && tokens[i]?.start !== tokens[i - 1]?.end) break;
    letters += tokens[i]?.text;
    if (tokens[i + 1]?.text !== '.' || tokens[i + 1]?.start !== tokens[i]?.end) break;
  }
  return letters.length > 1 && DOTTED_FORM.test(letters);
}

/** "Caldera Cognition, Inc.": only a firm has a legal form. */
export function hasLegalForm(tokens: readonly Token[], to: number): boolean {
  const at = tokens[to]?.text === ',' ? to + 1 : to;
  if (isDottedForm(tokens, at)) return true;
  const form = tokens[at];
  return form?.cap === true && isLegalForm(form) && !(form.lower === 'sa' && form.text !== 'SA');
}

/** "Orbitale builds …", "Fenlight, of Austin, has developed …": does what firms do. */
export function plies(tokens: readonly Token[], to: number, language: Language): boolean {
  const verbs = of(VERBS, language);
  if (!verbs) return false;
  for (let at = to; at < to + 4; at++) {
    if (verbs.at(tokens, at)) return true;
    const word = tokens[at]?.lower ?? '';
    if (
      !language.perfect.has(word) &&
      !language.passive.has(word) &&
      !/ly$|^(now|also|itself|désormais|aussi)$/.test(word)
    )
      return false;
  }
  return false;
}

/** "Vellichor's next model", "les robots de Brumaire": has what firms have. */
export function ownsThings(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  const things = of(THINGS, language);
  if (!things) return false;
  if (tokens[to]?.text === "'") return [2, 3, 4].some((n) => things.at(tokens, to + n) !== null);
  const before = tokens[from - 1]?.text === "'" ? from - 2 : from - 1;
  if (language.prepositions.at(tokens, before)?.value !== 'of') return false;
  return [1, 2].some((n) => things.at(tokens, before - n) !== null || language.people.at(tokens, before - n) !== null);
}

/** "Vantaforge (AI network security)": the trade stands in brackets. */
export function labelledWithTrade(tokens: readonly Token[], to: number, language: Language): boolean {
  return tokens[to]?.text === '(' && [1, 2, 3].some((n) => language.cues.ai.at(tokens, to + n) !== null);
}
