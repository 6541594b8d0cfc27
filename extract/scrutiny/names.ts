import { findCompany } from '../../model/company.ts';
import { COUNTRIES } from '../lexicon/authorities.ts';
import { BODY_WORDS, CALENDAR, FIRST_NAMES, NOT_COMPANIES, OPENERS, OUTSIDE_AI, PLACES } from '../lexicon/names.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import { isDeterminer } from './mood.ts';
import type { Occurrences } from './occurrences.ts';

/** A run of capitalised words that may name a firm. Indices count in the whole text's tokens. */
export interface NameSpan {
  name: string;
  first: number;
  next: number;
  start: number;
  end: number;
}

const MOST_WORDS = 4;

/**
 * Takes a text with its tokens and where names stand in it, the range of a sentence and whether it is German, where every noun has a capital; gives
 * the runs of capitalised words that may name a firm in no list.
 */
export function nameSpans(
  whole: { text: string; tokens: readonly MoneyToken[]; occurrences: Occurrences },
  from: number,
  to: number,
  german: boolean,
): NameSpan[] {
  const { text, tokens, occurrences } = whole;
  if (isTitleCased(tokens, from, to)) return [];
  const spans: NameSpan[] = [];
  for (let i = from; i < to; i++) {
    if (!isCapital(tokens[i])) continue;
    const next = endOfRun(tokens, i, to);
    const first = behindWords(tokens, i, next, german);
    const span = first < next ? spanOf(text, tokens, first, next) : null;
    if (span && isPossible(tokens, span) && !opensOnly(text, occurrences, span, from)) spans.push(span);
    i = next - 1;
  }
  return spans;
}

function spanOf(text: string, tokens: readonly MoneyToken[], first: number, next: number): NameSpan {
  const [start, end] = [(tokens[first] as MoneyToken).start, (tokens[next - 1] as MoneyToken).end];
  return { name: text.slice(start, end), first, next, start, end };
}

/** In a headline that capitalises every word a capital says nothing. */
function isTitleCased(tokens: readonly MoneyToken[], from: number, to: number): boolean {
  const long = tokens.slice(from, to).filter((t) => t.kind === 'word' && t.text.length > 3);
  return long.length > 5 && long.filter(isCapital).length > long.length * 0.75;
}

function isCapital(token: MoneyToken | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

/** "AI21 Labs", "Pestle & Flask", "Feinwerk.ai", "Run:ai". */
function endOfRun(tokens: readonly MoneyToken[], at: number, to: number): number {
  let i = at + 1;
  while (i < to && i - at < MOST_WORDS + 3) {
    const [token, before, after] = [tokens[i] as MoneyToken, tokens[i - 1] as MoneyToken, tokens[i + 1]];
    const near = token.start - before.end <= 1;
    if (near && isCapital(token)) i++;
    else if (token.kind === 'figure' && token.glued) i++;
    else if (
      /^[.:-]$/.test(token.text) &&
      token.glued &&
      after?.glued &&
      /^(ai|ia|io|com|dev|tech|x)$/.test(after.lower)
    )
      i += 2;
    else if (token.text === '&' && near && isCapital(after)) i += 2;
    else break;
  }
  return i;
}

/** Words at the start of a run that are no part of the name: the first word of a sentence, German nouns before a name. */
function behindWords(tokens: readonly MoneyToken[], first: number, next: number, german: boolean): number {
  let at = first;
  while (at < next - 1 && isLead(tokens[at] as MoneyToken)) at++;
  const before = tokens[at - 1];
  const described =
    before?.kind === 'word' &&
    !isCapital(before) &&
    (isDeterminer(before) || /^\p{Ll}{4,}(e[nrms]?)$/u.test(before.lower));
  // "des KI-Prüflabors Messlatte", "der Firma Rieselfeld": a noun with an article, then the name.
  if (!german || next - at < 2 || !(described || isHyphenated(tokens, at))) return at;
  // "des Regensburger Anbieters Flechtwerk": the town, the noun, then the name.
  return next - at >= 3 && /er$/.test((tokens[at] as MoneyToken).lower) ? at + 2 : at + 1;
}

function isHyphenated(tokens: readonly MoneyToken[], at: number): boolean {
  return tokens[at - 1]?.text === '-' && tokens[at]?.glued === true;
}

function isLead(token: MoneyToken): boolean {
  return (
    OPENERS.has(token.lower) ||
    CALENDAR.has(token.lower) ||
    /^(ai|ia|ki)$/.test(token.lower) ||
    token.lower in COUNTRIES
  );
}

function isPossible(tokens: readonly MoneyToken[], span: NameSpan): boolean {
  const words = tokens
    .slice(span.first, span.next)
    .filter((t) => t.kind === 'word')
    .map((t) => t.lower);
  const folded = words.join(' ');
  if ((span.name.length < 4 && !findCompany(span.name)) || span.name.length > 40 || words.length > MOST_WORDS)
    return false;
  if (PLACES.has(folded) || CALENDAR.has(folded) || OUTSIDE_AI.has(folded) || folded in COUNTRIES) return false;
  if (words.some((w) => BODY_WORDS.has(w)) && !/ (ai|labs)$/.test(folded)) return false;
  if (words.every((w) => NOT_COMPANIES.has(w) || PLACES.has(w) || CALENDAR.has(w) || OPENERS.has(w) || w in COUNTRIES))
    return false;
  if (words.some((w) => COURT.test(w))) return false;
  if (words.length >= 2 && FIRST_NAMES.has(words[0] as string)) return false;
  if (words.every((w) => DEALS.test(w))) return false;
  if (/^(states|staaten|estados|stati|länder|regulators|authorities|dollars?|euros?)$/.test(words.at(-1) as string))
    return false;
  if (TITLES.has(tokens[span.first - 1]?.lower ?? '')) return false;
  return !findCompany(span.name)?.group && !FIRST_NAMES.has(folded);
}

/** "Kooperation Microsoft/OpenAI", "Partenariat X / Y": what there is between two firms, and none itself. */
const DEALS =
  /^(?:kooperation|partnerschaft|zusammenarbeit|beteiligung|übernahme|fusion|allianz|cooperation|partnership|partnerships|collaboration|acquisition|merger|takeover|alliance|coopération|partenariat|rachat|prise|rapprochement|cooperación|alianza|asociación|colaboración|adquisición|compra|fusión|cooperazione|collaborazione|alleanza|acquisizione|fusione)$/;

/** Courts judge deals and are in none. */
const COURT =
  /^(?:court|courts|tribunal|tribunals|tribunale|audiencia|juzgado|cour|conseil|gericht|gerichtshof|oberlandesgericht|consiglio)$/;

/** A single word that opens a sentence has its capital from there, unless it is written like no other or stands elsewhere too. */
function opensOnly(text: string, occurrences: Occurrences, span: NameSpan, from: number): boolean {
  if (span.first !== from || span.name.includes(' ') || /[\p{Ll}\d]\p{Lu}|[.:&]/u.test(span.name)) return false;
  if (text[span.end] === ',') return false;
  return !occurrences.isAnywhere(span.name, standsInside);
}

/** Behind a word in small letters, as a word of its own. */
function standsInside(text: string, at: number, end: number): boolean {
  return /\p{Ll},? $/u.test(text.slice(Math.max(0, at - 3), at)) && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ');
}

const TITLES = new Set(
  `mr mrs ms dr sir mme herr frau señor señora signor signora judge justice president ceo pdg chairman minister ministre ministro commissioner analyst professor`.split(
    ' ',
  ),
);
