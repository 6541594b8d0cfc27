import type { Share } from '../../model/interval.ts';
import type { Chart } from './draw.ts';
import { LETTERS, namesAxis, TOOLTIP, timeAxis, valuesAxis } from './parts.ts';

const CARD = { broad: { width: 660, height: 190 }, narrow: { width: 340, height: 180 } };
const WIDE = { broad: { width: 960, height: 220 }, narrow: { width: 358, height: 220 } };
/** Room for one bar with its name, in pixels. */
const ROW = 30;
/** Room for one line of the legend, in pixels; on a phone it takes two. */
const LEGEND = 22;
const PERCENT = 100;

/** Quarters of one company: what was spent in thousands of millions as bars, below it the growth on the year in per cent. `most` is the highest bar of all companies, so that all have one scale. */
export function quartersChart(
  name: string,
  words: { spent: string; growth: string },
  quarters: readonly { label: string; billions: number; growth: number | null }[],
  most: number,
): Chart {
  const labels = quarters.map(({ label }) => label);
  const bars = quarters.map(({ billions }) => rounded(billions));
  const growth = quarters.map((one) => (one.growth === null ? null : Math.round(one.growth * PERCENT)));
  const below = { ...namesAxis(labels), gridIndex: 1 };
  const option = {
    tooltip: TOOLTIP,
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: [
      { left: 44, right: 8, top: 10, height: 96 },
      { left: 44, right: 8, top: 122, height: 40 },
    ],
    xAxis: [{ ...namesAxis(labels), axisLabel: { show: false } }, below],
    yAxis: [valuesAxis('', scaleTo(most)), valuesAxis(' %', { gridIndex: 1, splitNumber: 2 })],
    series: [
      { type: 'bar', name: words.spent, data: bars, itemStyle: { color: 'var(--in)' }, barCategoryGap: '25%' },
      {
        ...{ type: 'line', name: words.growth, data: growth, xAxisIndex: 1, yAxisIndex: 1, symbolSize: 4 },
        ...{ lineStyle: { color: 'var(--ink-2)', width: 1.5 }, itemStyle: { color: 'var(--ink-2)' } },
      },
    ],
  };
  return { name, ...CARD, option };
}

/** A value that holds until the next one is told: a share of the capital, a number of holdings. Days are ISO 8601. */
export function stepsChart(
  name: string,
  told: { series: string; unit: string },
  points: readonly { day: string; value: number }[],
): Chart {
  const option = {
    tooltip: TOOLTIP,
    grid: { left: 44, right: 16, top: 14, bottom: 26 },
    xAxis: timeAxis(),
    yAxis: valuesAxis(told.unit, { min: 0 }),
    series: [
      {
        ...{ type: 'line', step: 'end', name: told.series, symbolSize: 6 },
        data: points.map(({ day, value }) => [day, value]),
        ...{ lineStyle: { color: 'var(--in)', width: 2 }, itemStyle: { color: 'var(--in)' } },
        areaStyle: { color: 'var(--in-soft)', opacity: 0.6 },
      },
    ],
  };
  return { name, ...WIDE, option };
}

/** Shares with the range in which each lies in nineteen cases of twenty: a point on a bar from the low end to the high one. */
export function sharesChart(
  name: string,
  words: { share: string; range: string },
  lines: readonly { of: string; share: Share }[],
): Chart {
  const percent = (n: number) => Math.round(n * PERCENT);
  const upwards = [...lines].reverse();
  const low = upwards.map(({ share }) => percent(share.low));
  const range = upwards.map(({ share }) => percent(share.high) - percent(share.low));
  const option = {
    tooltip: { ...TOOLTIP, axisPointer: { type: 'shadow' } },
    grid: { left: 160, right: 24, top: 8, bottom: 26 },
    xAxis: valuesAxis(' %', { min: 0, max: PERCENT }),
    yAxis: { ...namesAxis(upwards.map(({ of }) => of)), axisLabel: { ...LETTERS, width: 150, overflow: 'break' } },
    series: [
      { type: 'bar', stack: 'range', data: low, itemStyle: { color: 'transparent' }, silent: true, barWidth: 8 },
      { type: 'bar', stack: 'range', name: words.range, data: range, itemStyle: { color: 'var(--in-soft)' } },
      {
        ...{ type: 'scatter', name: words.share, symbolSize: 8, itemStyle: { color: 'var(--in)', opacity: 1 } },
        data: upwards.map(({ share }, i) => [percent(share.share), i]),
      },
    ],
  };
  const height = 40 + lines.length * ROW;
  return { name, broad: { width: 960, height }, narrow: { width: 358, height }, option };
}

/** Bars of a hundred per cent, one for each of `bars`, made up of the series in their order; values in per cent. The sixth is grey. */
export function stacksChart(
  name: string,
  bars: readonly string[],
  series: readonly { name: string; values: readonly number[] }[],
): Chart {
  const colours = ['var(--in)', 'var(--back)', 'var(--open)', 'var(--team)', 'var(--ok)', 'var(--line-3)'];
  const option = {
    tooltip: { ...TOOLTIP, axisPointer: { type: 'shadow' } },
    legend: { top: 0, left: 0, textStyle: { ...LETTERS, fontSize: 12 }, itemWidth: 12, itemHeight: 8 },
    grid: { left: 120, right: 24, top: 2 * LEGEND, bottom: 26 },
    xAxis: valuesAxis(' %', { min: 0, max: PERCENT, interval: 25 }),
    yAxis: {
      ...namesAxis(bars),
      inverse: true,
      axisLabel: { ...LETTERS, interval: 0, width: 110, overflow: 'break' },
    },
    series: series.map((one, i) => ({
      ...{ type: 'bar', stack: 'all', name: one.name, data: one.values.map(rounded), barWidth: 16 },
      itemStyle: { color: colours[i % colours.length], borderColor: 'var(--surface)', borderWidth: 1 },
    })),
  };
  const height = 2 * LEGEND + 26 + bars.length * ROW;
  return { name, broad: { width: 960, height }, narrow: { width: 358, height }, option };
}

/** Figures from 0 to 1 of several sets beside each other, one group of bars for each set. */
export function scoresChart(
  name: string,
  groups: readonly string[],
  series: readonly { name: string; values: readonly (number | null)[] }[],
): Chart {
  const colours = ['var(--in)', 'var(--back)', 'var(--open)'];
  const option = {
    tooltip: { ...TOOLTIP, axisPointer: { type: 'shadow' } },
    legend: { top: 0, left: 0, textStyle: { ...LETTERS, fontSize: 12 }, itemWidth: 12, itemHeight: 8 },
    grid: { left: 36, right: 8, top: 34, bottom: 40 },
    xAxis: { ...namesAxis(groups), axisLabel: { ...LETTERS, interval: 0, width: 80, overflow: 'break' } },
    yAxis: valuesAxis('', { min: 0, max: 1 }),
    series: series.map((one, i) => ({
      ...{ type: 'bar', name: one.name, data: [...one.values], barCategoryGap: '30%' },
      itemStyle: { color: colours[i % colours.length] },
    })),
  };
  return { name, ...WIDE, option };
}

/** Round figures from nothing to just above the most, four of them at most. */
function scaleTo(most: number): { min: number; max: number; interval: number } {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1e-3) / 4));
  const interval = ([1, 2, 5, 10].find((step) => most / (step * power) <= 4) ?? 10) * power;
  return { min: 0, max: interval * Math.ceil(most / interval), interval };
}

const rounded = (n: number) => Number(n.toFixed(2));
