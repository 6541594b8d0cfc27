import type { Token } from '../text/tokens.ts';

/** A part of a firm told as a figure or a fraction: "49 %", "18 per cento", "24,9 Prozent", "ein Viertel". */
export interface Share {
  from: number;
  to: number;
  /** Up to a half, more than it, or all. */
  size: 'minor' | 'major' | 'whole';
}

const PERCENT = /^(?:%|percent|prozent|pc)$/;
const OF_HUNDRED = /^(?:cent|cento|ciento)$/;
const FIGURE = /^\d{1,3}$/;
const SIGN = /^[.,]$/;
const FRACTION =
  /^(?:half|third|quarter|fifth|tenth|moitié|tiers|quart|cinquième|dixième|hälfte|drittel|viertel|fünftel|zehntel|mitad|tercio|cuarto|quinto|décimo|metà|terzo|quarto|decimo)$/;
const ARTICLE = /^(?:a|an|one|la|un|ein|einem|eines|die|der|el)$/;
const BEFORE_WHOLE =
  /^(?:of|in|for|stake|share|de|du|des|d|dans|pour|di|del|della|dell|dello|per|por|en|von|vom|an|am|der|für|bei)$/;

const known = new WeakMap<readonly Token[], readonly Share[]>();

/** Takes the tokens of a sentence; gives the shares that it tells of, in order. */
export function sharesIn(tokens: readonly Token[]): readonly Share[] {
  const found = known.get(tokens) ?? findShares(tokens);
  known.set(tokens, found);
  return found;
}

function findShares(tokens: readonly Token[]): Share[] {
  const found: Share[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const word = (tokens[i] as Token).lower;
    const end = PERCENT.test(word) ? i : OF_HUNDRED.test(word) ? i - 1 : -1;
    const figure = end > 0 ? figureBefore(tokens, end) : null;
    if (figure) found.push({ from: figure.from, to: i + 1, size: sizeOf(figure.value) });
    else if (isMajority(tokens, i)) found.push({ from: i, to: i + 1, size: 'major' });
    else if (isFraction(tokens, i)) found.push({ from: i - 1, to: i + 1, size: 'minor' });
  }
  return found;
}

/** The figure before a word for hundredths; decimals are tokens of their own. */
function figureBefore(tokens: readonly Token[], end: number): { from: number; value: number } | null {
  if (!FIGURE.test(tokens[end - 1]?.text ?? '')) return null;
  const decimal = SIGN.test(tokens[end - 2]?.text ?? '') && FIGURE.test(tokens[end - 3]?.text ?? '');
  const from = decimal ? end - 3 : end - 1;
  return { from, value: Number((tokens[from] as Token).text) };
}

/** "a quarter of", "un tiers du capital"; "a third company" is one of several, and "the quarter" a time. */
function isFraction(tokens: readonly Token[], i: number): boolean {
  if (!FRACTION.test(tokens[i]?.lower ?? '') || !ARTICLE.test(tokens[i - 1]?.lower ?? '')) return false;
  const next = tokens[i + 1];
  return next !== undefined && BEFORE_WHOLE.test(next.lower);
}

const MAJORITY =
  /^(?:majority|majorité|majoritaire|mehrheit|mehrheitlich|mehrheitsbeteiligung|mehrheitsanteil|mehrheitsanteile|mayoría|mayoritaria|mayoritario|maggioranza|maggioritaria)$/;
const HELD =
  /^(?:in|of|stake|holding|interest|share|shareholding|at|de|du|des|d|dans|an|am|bei|der|des|vom|von|en|di|del|della|dell|dello|nel|nella|im|par|por|durch|da|dal|dalla)$/;

/** "a majority in X", "eine Mehrheitsbeteiligung an X": told without a figure; "the majority voted" is none. */
function isMajority(tokens: readonly Token[], i: number): boolean {
  return MAJORITY.test(tokens[i]?.lower ?? '') && HELD.test(tokens[i + 1]?.lower ?? '');
}

function sizeOf(value: number): Share['size'] {
  if (value > 50 && value < 99.5) return 'major';
  return value >= 99.5 ? 'whole' : 'minor';
}
