import type { TrackedMoney } from '../../db/ledger/tracked-money.ts';
import type { Layer } from '../../model/deal.ts';
import { herfindahl } from '../../rules/concentration.ts';

/** One group's part of what is on record in a layer. */
export interface GroupPart {
  group: string;
  usd: number;
  /** Of the layer's money, 0 to 1. */
  share: number;
  pairs: number;
}

/** What is on record of the money that went into one layer. */
export interface LayerMoney {
  /** Null: the layer of the firm is not known. */
  layer: Layer | null;
  usd: number;
  /** The most first. */
  parts: GroupPart[];
  /** Of these shares, 0 to 10,000. */
  hhi: number;
  /** Pairs with an investment, a purchase or a licence-and-hire deal, and those of them with a sum in dollars. */
  pairs: number;
  withSum: number;
}

const PERCENT = 100;

/** Takes what each group put in; gives the layers with the most money first. Layers without any sum come last. */
export function moneyByLayer(rows: readonly TrackedMoney[]): LayerMoney[] {
  const layers = new Map<Layer | null, TrackedMoney[]>();
  for (const row of rows) layers.set(row.layer, [...(layers.get(row.layer) ?? []), row]);
  return [...layers].map(([layer, told]) => layerMoney(layer, told)).sort((a, b) => b.usd - a.usd);
}

function layerMoney(layer: Layer | null, rows: readonly TrackedMoney[]): LayerMoney {
  const total = (of: (row: TrackedMoney) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const usd = total((row) => row.usd ?? 0);
  const parts = rows
    .flatMap(({ group, usd: own, pairs }) => (own ? [{ group, usd: own, share: own / usd, pairs }] : []))
    .sort((a, b) => b.usd - a.usd);
  const hhi = Math.round(herfindahl(parts.map(({ share }) => share * PERCENT)));
  return { layer, usd, parts, hhi, pairs: total((row) => row.pairs), withSum: total((row) => row.withSum) };
}
