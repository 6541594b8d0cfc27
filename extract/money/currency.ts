import { moneyLexicon } from '../lexicon/by-language.ts';
import { indexPhrases, isHyphen, type MoneyToken, phraseAt } from '../text/text-tokens.ts';

const SIGNS: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₩': 'KRW',
  '₹': 'INR',
  '₪': 'ILS',
  '₺': 'TRY',
  '₽': 'RUB',
  '₫': 'VND',
  '฿': 'THB',
  '₦': 'NGN',
  '₴': 'UAH',
  '₱': 'PHP',
};

/** Letters before or after the dollar sign. */
const DOLLARS: Record<string, string> = {
  us: 'USD',
  usd: 'USD',
  c: 'CAD',
  ca: 'CAD',
  cad: 'CAD',
  cdn: 'CAD',
  can: 'CAD',
  a: 'AUD',
  au: 'AUD',
  aud: 'AUD',
  nz: 'NZD',
  hk: 'HKD',
  s: 'SGD',
  sg: 'SGD',
  nt: 'TWD',
  r: 'BRL',
  mx: 'MXN',
  mex: 'MXN',
};

const CODES = new Set(
  'USD EUR GBP JPY KRW INR CNY CHF CAD AUD NZD HKD SGD TWD BRL MXN SEK NOK DKK PLN CZK HUF ILS AED SAR TRY RUB ZAR IDR THB VND MYR PHP NGN'.split(
    ' ',
  ),
);
const OTHER_CODES: Record<string, string> = { RMB: 'CNY', Rs: 'INR', KRW: 'KRW', Fr: 'CHF', SFr: 'CHF', Dh: 'AED' };

/** A currency found at a token. */
export interface CurrencyAt {
  currency: string;
  /** Index of the token after it. */
  next: number;
}

/** A currency that stands before its figure: "$", "US$", "C$", "$US", "EUR", "Rs.". */
export function currencyBefore(tokens: readonly MoneyToken[], at: number): CurrencyAt | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'sign') return signBefore(tokens, at);
  if (token.kind !== 'word') return null;
  const sign = tokens[at + 1];
  if (sign?.text === '$' && sign.glued && DOLLARS[token.lower])
    return { currency: DOLLARS[token.lower] as string, next: at + 2 };
  const tail = tokens[at + 2];
  // "u$s" is how the River Plate writes US dollars.
  if (token.lower === 'u' && sign?.text === '$' && sign.glued && tail?.glued && /^[sd]$/.test(tail.lower))
    return { currency: 'USD', next: at + 3 };
  if (sign?.glued && /^[¥￥]$/.test(sign.text) && token.lower === 'cn') return { currency: 'CNY', next: at + 2 };
  // "di euro 11.000.000,00": how deeds write sums in full.
  if (/^euros?$/.test(token.lower) && /^\d{1,3}(?:[.,]\d{3})+/.test(sign?.text ?? ''))
    return { currency: 'EUR', next: at + 1 };
  const code = codeOf(token.text);
  if (!code) return null;
  return { currency: code, next: tokens[at + 1]?.text === '.' ? at + 2 : at + 1 };
}

function signBefore(tokens: readonly MoneyToken[], at: number): CurrencyAt | null {
  const currency = SIGNS[(tokens[at] as MoneyToken).text];
  if (!currency) return null;
  const letters = tokens[at + 1];
  const dollars = letters?.glued && letters.kind === 'word' ? DOLLARS[letters.lower] : undefined;
  if (currency === 'USD' && dollars) return { currency: dollars, next: at + 2 };
  return { currency, next: at + 1 };
}

function codeOf(word: string): string | null {
  return CODES.has(word) ? word : (OTHER_CODES[word] ?? null);
}

const named = new Map<string, ReturnType<typeof indexPhrases<string>>>();

function names(language: string) {
  const known = named.get(language);
  if (known) return known;
  const index = indexPhrases(Object.entries(moneyLexicon(language).currencies));
  named.set(language, index);
  return index;
}

/** A currency that stands after its figure or scale: "dollars", "de dollars", "$ US", "US-Dollar", "EUR". */
export function currencyAfter(tokens: readonly MoneyToken[], at: number, language: string): CurrencyAt | null {
  const direct = currencyName(tokens, at, language);
  if (direct) return direct;
  let next = at;
  if (isHyphen(tokens[next])) next++;
  else if (moneyLexicon(language).links.includes(tokens[next]?.lower ?? '')) next++;
  else return null;
  if (tokens[next]?.text === "'" || tokens[next]?.text === '’') next++;
  return currencyName(tokens, next, language);
}

function currencyName(tokens: readonly MoneyToken[], at: number, language: string): CurrencyAt | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'sign') return signAfter(tokens, at);
  const phrase = phraseAt(tokens, at, names(language)) ?? phraseAt(tokens, at, names('en'));
  if (phrase) return { currency: phrase.value, next: phrase.next };
  const sign = tokens[at + 1];
  if (sign?.text === '$' && sign.glued && DOLLARS[token.lower])
    return { currency: DOLLARS[token.lower] as string, next: at + 2 };
  const code = codeOf(token.text);
  return code && token.text.length === 3 ? { currency: code, next: at + 1 } : null;
}

/** The currency that the word or sign at a token names: "dollars", "€"; "won", a verb too, names none by itself. */
export function currencyWord(tokens: readonly MoneyToken[], at: number, language: string): string | null {
  const token = tokens[at];
  if (token === undefined || token.lower === 'won') return null;
  if (token.kind === 'sign') return SIGNS[token.text] ?? null;
  return token.kind === 'word' ? (phraseAt(tokens, at, names(language))?.value ?? codeOf(token.text)) : null;
}

/** A sign after a figure counts unless it belongs to the next one: "4 Mds €", but not "in 2023 $5bn". */
function signAfter(tokens: readonly MoneyToken[], at: number): CurrencyAt | null {
  const currency = SIGNS[(tokens[at] as MoneyToken).text];
  const following = tokens[at + 1];
  if (!currency || (following?.kind === 'figure' && following.glued)) return null;
  const letters = following?.kind === 'word' ? DOLLARS[following.lower] : undefined;
  const isLetters = following !== undefined && letters !== undefined && /^\p{Lu}{2,3}$/u.test(following.text);
  return { currency: currency === 'USD' && isLetters ? letters : currency, next: isLetters ? at + 2 : at + 1 };
}

/** True for "$", "€" and the like. */
export function isCurrencySign(token: MoneyToken | undefined): boolean {
  return token?.kind === 'sign' && SIGNS[token.text] !== undefined;
}

/** True for "USD", "EUR", "Rs" and the like, as written. */
export function isCurrencyCode(word: string): boolean {
  return codeOf(word) !== null;
}
