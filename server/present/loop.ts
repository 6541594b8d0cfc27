import type { Pair } from '../../model/ledger.ts';
import { buys, mainCurrency, promised } from '../../model/pair-money.ts';
import { isPurchase } from '../../model/payment-words.ts';
import { type Recapture, recaptureOf } from '../../rules/loops/loop.ts';
import { formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { paidInWords } from '../words/payment.ts';
import { ratioShown, recaptureWords, sumsWords } from './money.ts';

/** A band of the drawing: an arrow of a height to scale, with its words. */
export interface Band {
  kind: 'in' | 'later' | 'back';
  label: string;
  /** Top and height in the drawing's units. */
  y: number;
  height: number;
  /** Outline of the arrow. */
  path: string;
  textY: number;
}

export interface LoopDrawing {
  width: number;
  height: number;
  left: { x: number; name: string };
  right: { x: number; name: string };
  bands: Band[];
  sentence: string | null;
  sentenceY: number;
  /** The finding in words, for those who do not see the drawing. */
  name: string;
}

const WIDTH = 488;
const BAR = { left: 96, right: 392 };
const TALLEST = 36;
const THINNEST = 2;
const LABEL = 16;
const GAP = 10;

/**
 * Takes a pair, beside it the one the other way round if there is one; draws money put in and spend back as two bands to one
 * scale, or null when no sum is known.
 */
export function loopDrawing(pair: Pair, pairs: readonly Pair[] = [pair]): LoopDrawing | null {
  const currency = mainCurrency(pair);
  if (!currency) return null;
  const value = {
    in: pair.sums.paid[currency] ?? 0,
    later: promised(pair)[currency] ?? 0,
    back: pair.sums.committed[currency] ?? 0,
  };
  const scale = TALLEST / Math.max(value.in, value.later, value.back);
  const words = (n: number) => formatMoney({ value: n, currency });
  const bands: Band[] = [];
  let y = LABEL;
  const add = (kind: Band['kind'], label: string, n: number) => {
    const height = n > 0 ? Math.max(THINNEST, n * scale) : 0;
    const isBack = kind === 'back';
    bands.push({ kind, label, y, height, path: arrow(isBack, y, height), textY: isBack ? y + height + LABEL : y - 5 });
    y += height + GAP + LABEL;
  };
  const paid = isPurchase(pair)
    ? t('dossier.paid-2', { in: words(value.in) })
    : t('dossier.put-in-2', { in: words(value.in) });
  add('in', value.in > 0 ? paid : t('dossier.put-in-sum-unknown'), value.in);
  if (value.later > 0) add('later', t('dossier.promised-2', { later: words(value.later) }), value.later);
  const sentenceY = y;
  const ratio = recaptureOf(pair, pairs);
  const sentence = ratio && forEach(ratio, currency);
  y += sentence ? GAP : -LABEL;
  const back =
    value.back > 0 ? t('dossier.to-be-spent-back', { back: words(value.back) }) : t('dossier.to-be-spent-back-sum');
  // A target that is not known to buy anything spends nothing back: no arrow says otherwise.
  if (value.back > 0 || buys(pair)) add('back', back, value.back);
  return {
    width: WIDTH,
    height: y,
    left: { x: BAR.left, name: pair.acquirer },
    right: { x: BAR.right, name: pair.target },
    bands,
    sentence,
    sentenceY,
    name: nameOf(pair, ratio),
  };
}

/** What comes back for each unit put in: the drawing is of one currency, the ratio of all of them that have a rate. */
function forEach({ ratio, atLeast }: Recapture, currency: string): string {
  const words = (value: number) => formatMoney({ value, currency });
  const back = words(ratioShown(ratio));
  const shown = atLeast ? t('dossier.ratio-at-least', { ratio: back }) : back;
  return t('dossier.for-each-put-in-is', { value: words(1), ratio: shown });
}

/** Outline of an arrow between the two bars, to the right or back to the left. */
function arrow(back: boolean, y: number, height: number): string {
  if (height === 0) return '';
  const head = Math.min(14, 6 + height / 4);
  const lip = Math.min(3, height / 2);
  const [from, to, sign] = back ? [BAR.right, BAR.left, 1] : [BAR.left, BAR.right, -1];
  const n = (x: number) => Number(x.toFixed(1));
  const neck = n(to + sign * head);
  const [top, bottom, middle] = [n(y), n(y + height), n(y + height / 2)];
  return `M${from} ${top}H${neck}V${n(y - lip)}L${to} ${middle}L${neck} ${n(y + height + lip)}V${bottom}H${from}Z`;
}

function nameOf(pair: Pair, ratio: Recapture | null): string {
  const put = sumsWords(pair.sums.paid, pair.hedges?.paid) ?? t('dossier.an-unknown-sum');
  const spent = sumsWords(pair.sums.committed, pair.hedges?.committed);
  if (!spent && !buys(pair)) return `${paidInWords(pair, put)}.`;
  const back = spent ?? t('dossier.an-unknown-sum');
  const tail = ratio === null ? '' : ` ${t('dossier.committed-for-each-1-put', { ratio: recaptureWords(ratio) })}`;
  return t('dossier.is-to-spend-with-small', {
    put: paidInWords(pair, put),
    target: pair.target,
    back,
    acquirer: pair.acquirer,
    tail,
  });
}
