import { moneyLexicon, whenLexicon } from '../lexicon/by-language.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import { currencyNamed, usualCurrency } from './bare.ts';
import { countsThings } from './counted.ts';
import { readFigure } from './figures.ts';
import type { Found } from './groups.ts';
import { numberInWords } from './sums.ts';

/** What a figure leaves out of what would make it a sum. */
export type LeavesOut = 'currency' | 'scale';

/** A figure that may be a sum. */
export interface Implied extends Found {
  leavesOut: LeavesOut;
}

/** Furthest that a figure may stand behind the sum whose scale and currency it shares, in tokens. */
const REACH = 90;
/** Sums told in one breath are of like size. */
const MOST_RATIO = 200;
/** A page with more figures than this is a price list. */
const MOST = 400;

/**
 * Takes the tokens of a text, its sums, and the scaled figures that are not known to be money, in order; gives the figures that may be sums
 * all the same. A scaled figure has the currency of the sum before it, else that which the text uses or names; a figure
 * without a scale has scale and currency of the sum before it.
 */
export function impliedSums(
  text: string,
  tokens: readonly MoneyToken[],
  sums: readonly Found[],
  bare: readonly Found[],
  language: string,
): Implied[] {
  const scaled = scaledSums(tokens, sums, bare, language);
  const known = [...sums, ...scaled].sort((a, b) => a.first - b.first);
  const more: Implied[] = [];
  for (const [n, sum] of known.entries()) {
    if (sum.scale === null || sum.scale < 1e3 || more.length >= MOST) continue;
    const end = Math.min(known[n + 1]?.first ?? tokens.length, sum.next + REACH);
    for (let at = sum.next; at < end; at++) {
      if (isFarApart(text, tokens, at)) break;
      const one = figureAt(text, tokens, at, sum, language);
      if (one) more.push(one);
    }
  }
  return [...scaled, ...more].sort((a, b) => a.first - b.first);
}

function scaledSums(
  tokens: readonly MoneyToken[],
  sums: readonly Found[],
  bare: readonly Found[],
  language: string,
): Implied[] {
  const taken = new Set(sums.flatMap((s) => Array.from({ length: s.next - s.first }, (_, i) => s.first + i)));
  const isFree = (b: Found) =>
    !Array.from({ length: b.next - b.first }, (_, i) => b.first + i).some((i) => taken.has(i));
  const free = bare.filter((b) => isFree(b) && mayBePaid(tokens, b.next, language)).slice(0, MOST);
  if (free.length === 0) return [];
  const named = usualCurrency(tokens, sums) ?? currencyNamed(tokens, language);
  let before = -1;
  return free.flatMap((one): Implied[] => {
    while ((sums[before + 1]?.first ?? Number.POSITIVE_INFINITY) < one.first) before++;
    const currency = named ?? sums[Math.max(0, before)]?.currency ?? null;
    // Where the page names no currency at all, nobody knows which is meant.
    return currency ? [{ ...one, currency, leavesOut: 'currency' }] : [];
  });
}

/** An empty line ends what a figure may share a scale with. */
function isFarApart(text: string, tokens: readonly MoneyToken[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && text.slice(before.end, token.start).includes('\n\n');
}

const FIGURE = /^\d{1,3}(?:[.,\u00a0\u202f ]\d{1,3})*$/;

function figureAt(
  text: string,
  tokens: readonly MoneyToken[],
  at: number,
  like: Found,
  language: string,
): Implied | null {
  const token = tokens[at];
  const number = token?.kind === 'figure' ? writtenAt(tokens, at, like, language) : numberInWords(tokens, at, language);
  if (!token || !number || number.value < 1 || opensLine(text, tokens, at)) return null;
  if (followsCount(tokens, at, like.next, language)) return null;
  const value = Math.round(number.value * (like.scale ?? 1) * 100) / 100;
  const ratio = value / like.value;
  if (ratio > MOST_RATIO || ratio < 1 / MOST_RATIO || !countsNothing(tokens, number.next, language)) return null;
  const { currency, scale } = like;
  return { first: at, next: number.next, value, low: null, high: null, currency, scale, leavesOut: 'scale' };
}

function writtenAt(tokens: readonly MoneyToken[], at: number, like: Found, language: string) {
  const token = tokens[at] as MoneyToken;
  if (!FIGURE.test(token.text) || isYear(token.text) || isNumbered(tokens, at)) return null;
  const value = readFigure(token.text, language, like.scale ?? 1);
  return value === null ? null : { value, next: at + 1 };
}

const isYear = (figure: string) => /^(?:19|20)\d\d$/.test(figure);

/** "Phase 2", "GPT-4", "4/5": a figure that names something. */
function isNumbered(tokens: readonly MoneyToken[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at] as MoneyToken, tokens[at + 1]];
  if (token.glued && !/^[(["'„“«’~>]$/.test(before?.text ?? '')) return true;
  if (next?.glued && !/^[.,;:!?)\]»”"'’+]$/.test(next.text)) return true;
  if (before?.kind !== 'word' || !/^\p{Lu}/u.test(before.text)) return false;
  return !/[.,]/.test(token.text) && !/^[.!?:;]$/.test(tokens[at - 2]?.text ?? '');
}

/** "12 customers, 9 of them abroad": right behind a figure that counts something. */
function followsCount(tokens: readonly MoneyToken[], at: number, from: number, language: string): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 6); i--) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (token?.kind !== 'figure' || isYear(token.text) || next?.kind !== 'word' || i + 1 >= at) continue;
    if (!countsNothing(tokens, i + 1, language) && !/^(?:de|of|di|von)$/.test(next.lower)) return true;
  }
  return false;
}

/** The number of a list or of a heading. */
function opensLine(text: string, tokens: readonly MoneyToken[], at: number): boolean {
  const token = tokens[at] as MoneyToken;
  const line = text.lastIndexOf('\n', token.start - 1) + 1;
  return token.start - line <= 2;
}

/** Nouns for what is paid: "200 milliards de dépenses", "2,4 Milliarden Lizenzgebühr". */
const PAYMENT =
  /^(?:licen[csz]|lizenz|redevance|regal[ií]|canon|fee|payment|pago|paiement|zahlung|pagament|versement|dépens|ausgab|spend|gasto|spes[ae]|achat|compra|acquist|einkauf|commit|engagement|zusage|compromis|impegn|contrat|vertrag|contratt|invest|inver|annu|anual|jährlich|yearly)/;
/** "geboten", "versés", "comprometidos": a participle that ends its clause. */
const PARTICIPLE = /(?:ed|t|en|é|és|ée|ées|ad[oa]s?|id[oa]s?|at[oaie]|ut[oaie]|it[oaie]|es[oi]|is|us|ti)$/;

/** True when what follows a scaled figure is not what it counts: users and parameters are no money. */
function mayBePaid(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  if (countsThings(tokens, at, language)) return false;
  if (countsNothing(tokens, at, language)) return true;
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.kind !== 'word') return token?.kind === 'sign' && !/^[%°]$/.test(token.text);
  if (PAYMENT.test(token.lower)) return true;
  if (/^(?:de|d|di|in|of|an|en)$/.test(token.lower))
    return PAYMENT.test(next?.text === "'" || next?.text === '’' ? (third?.lower ?? '') : (next?.lower ?? ''));
  return !/^\p{Lu}/u.test(token.text) && PARTICIPLE.test(token.lower) && countsNothing(tokens, at + 1, language);
}

/** "95 de Microsoft", "13 von Google". */
const OF_SOMEBODY: ReadonlySet<string> = new Set('of from by to de par chez von vom bei an di da dal'.split(' '));

const ENDS = /^[.,;:!?…()\]»”"'’—–+|]$/;

/** True when no word follows that the figure could count, no share and no day. */
function countsNothing(tokens: readonly MoneyToken[], at: number, language: string): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return true;
  const { months } = whenLexicon(language);
  if (months[token.lower] !== undefined || months[next?.lower ?? ''] !== undefined) return false;
  if (token.kind === 'sign') return ENDS.test(token.text);
  if (token.kind === 'figure') return false;
  if (moneyLexicon(language).afterBare.includes(token.lower)) return true;
  if (OF_SOMEBODY.has(token.lower) && /^\p{Lu}/u.test(next?.text ?? '')) return true;
  return token.kind === 'word' && /^\p{Lu}/u.test(token.text) && language !== 'de';
}
