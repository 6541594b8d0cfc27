import { eachSum, formatMoney, formatSum, type HedgeByCurrency, type SumByCurrency } from '../model/amount.ts';
import type { Pair } from '../model/ledger.ts';
import { buys, mainCurrency, promised } from '../model/pair-money.ts';
import { calledOff, calledOffInWords, isPurchase, paidInWords, priceOf } from '../model/payment-words.ts';
import { factsBehind } from './sections/sum-facts.ts';
import { escapeXml } from './xml.ts';

/** The light colours of the pages, written in: mail programs and documents know no style sheet of ours. */
const INK = '#17181c';
const PAPER = '#ffffff';
const COLOURS = { in: '#0b6675', later: '#d3eaed', back: '#98540a' } as const;
const WIDTH = 560;
const BAR = { left: 150, right: 410 };
const TALLEST = 40;
const THINNEST = 2;
const LABEL = 18;
const GAP = 12;
const LONGEST_NAME = 22;

interface Flow {
  kind: keyof typeof COLOURS;
  label: string;
  value: number;
}

/**
 * Takes a pair; gives a drawing of money put in, promised and to be spent back, to one scale, as an SVG document with
 * every colour written in. Null when no sum is known. The same pair gives the same text.
 */
export function loopPicture(pair: Pair): string | null {
  const flows = flowsOf(pair);
  if (!flows) return null;
  const scale = TALLEST / Math.max(...flows.map((flow) => flow.value));
  let y = LABEL;
  const bands = flows.map((flow) => {
    const height = flow.value > 0 ? Math.max(THINNEST, flow.value * scale) : 0;
    const drawn = band(flow, y, height);
    y += height + GAP + LABEL;
    return drawn;
  });
  return document(pair, bands.join(''), y);
}

/** The finding in words, for those who do not see the drawing. */
export function loopWords(pair: Pair): string {
  return `${loopSentences(pair)
    .map(({ text }) => text)
    .join('; ')}.`;
}

/** What was put in and what comes back, each with the facts that bear it; that none is known where none is. */
export function loopSentences(pair: Pair): { text: string; facts: string[][] }[] {
  const { acquirer, target } = pair;
  const { paid, committed, ceiling } = pair.hedges ?? {};
  const [put, back, ended] = [sums(pair.sums.paid, paid), sums(pair.sums.committed, committed), calledOff(pair)];
  const most = isPurchase(pair) ? null : sums(pair.sums.ceiling, ceiling);
  const parts: ReturnType<typeof loopSentences> = [];
  if (put) parts.push({ text: paidInWords(pair, put), facts: factsBehind(pair, 'paid') });
  else if (ended) parts.push({ text: calledOffInWords(ended), facts: [priceOf(ended)?.factIds ?? [], ended.factIds] });
  else if (most) {
    const text = `${acquirer} may put up to ${most} into ${target}`;
    parts.push({ text, facts: factsBehind(pair, 'ceiling') });
  }
  if (back) {
    const text = `${target} is to spend ${back} with ${acquirer}`;
    parts.push({ text, facts: factsBehind(pair, 'committed') });
  }
  const none = `No sum is known between ${acquirer} and ${target}`;
  return parts.length ? parts : [{ text: none, facts: [] }];
}

/** Sums side by side and never added; null when there is none. */
export function sums(of: SumByCurrency, hedges?: HedgeByCurrency): string | null {
  const parts = eachSum(of, hedges).map((sum) => formatSum(sum));
  return parts.length ? parts.join(' and ') : null;
}

/** One currency is drawn, the one in which most is known: heights of different currencies cannot be compared. */
function flowsOf(pair: Pair): Flow[] | null {
  const currency = mainCurrency(pair);
  if (!currency) return null;
  const words = (name: string, value: number) =>
    value > 0 ? `${name}: ${formatMoney({ value, currency })}` : `${name}: sum unknown`;
  const flow = (kind: Flow['kind'], name: string, of: SumByCurrency): Flow => {
    const value = of[currency] ?? 0;
    return { kind, label: words(name, value), value };
  };
  const later = flow('later', 'Promised', promised(pair));
  const back = flow('back', 'To be spent back', pair.sums.committed);
  return [
    flow('in', isPurchase(pair) ? 'Agreed or paid' : 'Put in or agreed', pair.sums.paid),
    ...(later.value > 0 ? [later] : []),
    // A target that is not known to buy anything spends nothing back: no line says otherwise.
    ...(back.value > 0 || buys(pair) ? [back] : []),
  ];
}

function band({ kind, label }: Flow, y: number, height: number): string {
  const text = `<text x="${(BAR.left + BAR.right) / 2}" y="${n(y - 5)}" text-anchor="middle" font-size="13" fill="${INK}">${escapeXml(label)}</text>`;
  if (height === 0) return text;
  return `${text}<path d="${arrow(kind === 'back', y, height)}" fill="${COLOURS[kind]}"/>`;
}

/** Outline of an arrow between the two bars, to the right or back to the left. */
function arrow(back: boolean, y: number, height: number): string {
  const head = Math.min(14, 6 + height / 4);
  const lip = Math.min(3, height / 2);
  const [from, to, sign] = back ? [BAR.right, BAR.left, 1] : [BAR.left, BAR.right, -1];
  const neck = n(to + sign * head);
  const [top, bottom, middle] = [n(y), n(y + height), n(y + height / 2)];
  return `M${from} ${top}H${neck}V${n(y - lip)}L${to} ${middle}L${neck} ${n(y + height + lip)}V${bottom}H${from}Z`;
}

function document(pair: Pair, bands: string, height: number): string {
  const middle = n(height / 2 + 4);
  const name = (x: number, anchor: string, text: string) =>
    `<text x="${x}" y="${middle}" text-anchor="${anchor}" font-size="14" font-weight="bold" fill="${INK}">${escapeXml(short(text))}</text>`;
  const post = (x: number) => `<rect x="${x}" y="2" width="6" height="${n(height - 4)}" fill="${INK}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${n(height)}" viewBox="0 0 ${WIDTH} ${n(height)}" font-family="Roboto">`,
    `<rect width="${WIDTH}" height="${n(height)}" fill="${PAPER}"/>`,
    bands,
    post(BAR.left - 6),
    post(BAR.right),
    name(BAR.left - 14, 'end', pair.acquirer),
    name(BAR.right + 14, 'start', pair.target),
    '</svg>',
  ].join('');
}

const n = (x: number) => Number(x.toFixed(1));
const short = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
