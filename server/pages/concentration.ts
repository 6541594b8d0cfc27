import { trackedMoney } from '../../db/ledger/tracked-money.ts';
import { paths } from '../../model/paths.ts';
import { formatMoney, formatNumber } from '../../words/format.ts';
import { LAYER_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { stacksChart } from '../charts/charts.ts';
import { drawn } from '../charts/draw.ts';
import type { Handler } from '../handler.ts';
import type { TableOf } from '../page-data.ts';
import { type LayerMoney, moneyByLayer } from '../present/tracked-money.ts';

/** Groups with a colour of their own in the picture; the others are drawn as one. */
const MOST_DRAWN = 5;
const PERCENT = 100;

/** Who put in the money that is on record, layer by layer: shares, their index, and how much is not known. */
export const concentration: Handler = async ({ db }) => {
  const layers = moneyByLayer(await trackedMoney(db));
  const known = layers.filter(({ usd }) => usd > 0);
  const data = {
    layers: layers.map(layerLine),
    chart: known.length ? await drawn(picture(known)) : null,
  };
  return { view: 'concentration', title: t('concentration.concentration'), data };
};

/** The same as rows: one for each layer and group. */
export const concentrationTable: TableOf = async ({ db }) => {
  const columns = ['layer', 'group', 'paid_usd', 'share', 'pairs', 'layer_hhi', 'layer_pairs', 'layer_pairs_with_sum'];
  const rows = moneyByLayer(await trackedMoney(db)).flatMap(({ layer, parts, hhi, pairs, withSum }) =>
    parts.map((part) => [layer, part.group, part.usd, part.share, part.pairs, hhi, pairs, withSum]),
  );
  return { columns, rows };
};

const layerName = (layer: LayerMoney['layer']) => (layer ? LAYER_LABELS[layer] : t('concentration.layer-not-known'));
const dollars = (value: number) => formatMoney({ value, currency: 'USD' });

/** `12.8 %`; what would round to nothing is said to be little. */
function percent(share: number): string {
  return share < 0.1 ? t('concentration.under-a-tenth') : t('concentration.percent', { share: formatNumber(share, 1) });
}

function layerLine({ layer, usd, parts, hhi, pairs, withSum }: LayerMoney) {
  return {
    name: layerName(layer),
    link: layer ? `/deals?layer=${layer}` : '/deals',
    total: usd > 0 ? dollars(usd) : null,
    hhi: usd > 0 ? formatNumber(hhi) : null,
    coverage: t('concentration.sums-known', { n: pairs, withSum }),
    parts: parts.map((part) => ({
      group: part.group,
      link: paths.company(part.group),
      paid: dollars(part.usd),
      share: percent(part.share * PERCENT),
      pairs: part.pairs,
    })),
  };
}

/** Each layer as one bar of a hundred per cent; the groups that put in most over all layers have a colour each. */
function picture(layers: readonly LayerMoney[]) {
  const sums = new Map<string, number>();
  for (const { group, usd } of layers.flatMap(({ parts }) => parts)) sums.set(group, (sums.get(group) ?? 0) + usd);
  const groups = [...sums].sort(([, a], [, b]) => b - a).map(([group]) => group);
  const shown = groups.slice(0, MOST_DRAWN);
  const shareOf = (layer: LayerMoney, isIt: (group: string) => boolean) =>
    layer.parts.filter(({ group }) => isIt(group)).reduce((sum, { share }) => sum + share * PERCENT, 0);
  const series = shown.map((name) => ({ name, values: layers.map((layer) => shareOf(layer, (one) => one === name)) }));
  const others = layers.map((layer) => shareOf(layer, (one) => !shown.includes(one)));
  const rest = groups.length > shown.length ? [{ name: t('concentration.others'), values: others }] : [];
  const finding = t('concentration.shares-by-layer', { groups: shown.join(', ') });
  return stacksChart(
    finding,
    layers.map(({ layer }) => layerName(layer)),
    [...series, ...rest],
  );
}
