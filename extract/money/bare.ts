import type { MoneyToken } from '../text/text-tokens.ts';
import { currencyWord } from './currency.ts';
import type { Found } from './groups.ts';

/** Furthest away that a sum may take its currency from, in characters. */
const FURTHEST = 600;

/**
 * Gives a bare sum the currency of the nearest sum in its paragraph, else the usual one of the text; drops it where two
 * are as usual, and where the text names none: no currency is guessed.
 */
export function giveCurrency(text: string, tokens: MoneyToken[], found: Found[]): Found[] {
  const start = (f: Found) => (tokens[f.first] as MoneyToken).start;
  const end = (f: Found) => (tokens[f.next - 1] as MoneyToken).end;
  const near = (from: Found, to: Found | undefined): number => {
    if (to === undefined) return Infinity;
    const [a, b] = start(from) < start(to) ? [end(from), start(to)] : [end(to), start(from)];
    return b - a > FURTHEST || text.slice(a, b).includes('\n\n') ? Infinity : b - a;
  };
  const following = new Map<Found, Found>();
  for (let i = found.length - 1, seen: Found | undefined; i >= 0; i--) {
    const sum = found[i] as Found;
    if (seen) following.set(sum, seen);
    if (sum.currency !== null && !inBrackets(tokens, sum)) seen = sum;
  }
  const usual = usualCurrency(tokens, found);
  let previous: Found | undefined;
  return found.flatMap((sum) => {
    const after = following.get(sum);
    if (sum.currency !== null) {
      if (!previous || !inBrackets(tokens, sum)) previous = sum;
      return [crownOf(text, tokens, yuanOrYen(text, sum))];
    }
    const [before, next] = [near(sum, previous), near(sum, after)];
    const far = before === Infinity && next === Infinity;
    const currency = far ? usual : (before <= next ? previous : after)?.currency;
    return currency ? [{ ...sum, currency }] : [];
  });
}

/** A sum in brackets is most often the one before it, converted. */
function inBrackets(tokens: readonly MoneyToken[], sum: Found): boolean {
  return [1, 2, 3].some((n) => tokens[sum.first - n]?.text === '(');
}

/** How many times as often as any other a currency must be used to be the text's own. */
const MUCH_MORE = 2;

/** Takes tokens and sums; gives the currency that most of them are in, conversions in brackets aside; null where two are as usual. */
export function usualCurrency(tokens: readonly MoneyToken[], found: readonly Found[]): string | null {
  const used = new Map<string, number>();
  for (const sum of found)
    if (sum.currency !== null && !inBrackets(tokens, sum)) used.set(sum.currency, (used.get(sum.currency) ?? 0) + 1);
  const [first, second] = [...used].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= MUCH_MORE * (second?.[1] ?? 0) ? first[0] : null;
}

/** Takes tokens and their language; gives the one currency that their words name, as in "all figures in dollars"; null for none or several. */
export function currencyNamed(tokens: readonly MoneyToken[], language: string): string | null {
  const named = new Set<string>();
  for (let i = 0; i < tokens.length && named.size < 2; i++) {
    const found = currencyWord(tokens, i, language);
    if (found) named.add(found);
  }
  return named.size === 1 ? ([...named][0] as string) : null;
}

/** Countries of the North, with the currency that each calls crowns. */
const CROWNS: readonly (readonly [currency: string, country: RegExp])[] = [
  [
    'DKK',
    /\b(?:Denmark|Danish|Danemark|danois|Dinamarca|dan[eé]s|Danimarca|danese|Copenhag|Kopenhagen|København)|dänisch|Dänemark/i,
  ],
  ['NOK', /\b(?:Norw[ae]|norwegisch|Norvège|norvégien|Norueg|norueg|Norveg|norveg|Oslo)/],
  ['SEK', /\b(?:Swed|Schwed|schwed|Suède|suédois|Suecia|suec|Svezia|svedes|Stockholm)/],
];

/** "Kroner" by itself is Danish, unless the text speaks of another country of the North and not of Denmark. */
function crownOf(text: string, tokens: readonly MoneyToken[], sum: Found): Found {
  if (sum.currency !== 'DKK') return sum;
  if (tokens.slice(sum.first, sum.next).some((t) => /^(?:dkk|dan|dän)/.test(t.lower))) return sum;
  const spoken = CROWNS.filter(([, country]) => country.test(text)).map(([currency]) => currency);
  return spoken.length === 1 ? { ...sum, currency: spoken[0] as string } : sum;
}

/** The sign ¥ stands for yen, unless the text speaks of yuan and never of yen. */
function yuanOrYen(text: string, sum: Found): Found {
  if (sum.currency !== 'JPY') return sum;
  return /\b(yuan|renminbi|RMB)\b/i.test(text) && !/\b(yen|Japan)/i.test(text) ? { ...sum, currency: 'CNY' } : sum;
}
