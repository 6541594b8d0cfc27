import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../model/interval.ts';
import { quartersChart, scoresChart, sharesChart, stepsChart } from '../../../server/charts/charts.ts';
import { type Chart, drawn } from '../../../server/charts/draw.ts';

const HOSTILE = '<img src=x onerror=alert(1)>"\'&';
const CHARTS: Record<string, Chart> = {
  quarters: quartersChart(
    'Finding.',
    { spent: 'Spent', growth: 'Growth' },
    [
      { label: HOSTILE, billions: 21.5, growth: null },
      { label: 'Mar 2026', billions: 30, growth: 0.4 },
    ],
    40,
  ),
  steps: stepsChart('Finding.', { series: HOSTILE, unit: ' %' }, [
    { day: '2023-01-23', value: 32 },
    { day: '2025-10-28', value: 27 },
  ]),
  shares: sharesChart('Finding.', { share: 'Share', range: 'Range' }, [{ of: HOSTILE, share: wilson(3, 10) as never }]),
  scores: scoresChart('Finding.', [HOSTILE, 'Tune'], [{ name: 'Deals', values: [0.6, null] }]),
};

describe.each(Object.entries(CHARTS))('the chart of %s', (_, chart) => {
  it('is drawn for broad and narrow screens, in colours of the style sheet', async () => {
    const { broadSvg, narrowSvg } = await drawn(chart);
    expect(broadSvg).toContain(`width="${chart.broad.width}"`);
    expect(narrowSvg).toContain(`width="${chart.narrow.width}"`);
    expect(broadSvg).toContain('var(--');
    expect(load(broadSvg)('path, circle').length).toBeGreaterThan(2);
  });

  it('holds no style, no script and no markup out of names', async () => {
    for (const svg of [(await drawn(chart)).broadSvg, (await drawn(chart)).narrowSvg]) {
      const names = load(svg)('*')
        .toArray()
        .flatMap((one) => ('attribs' in one ? Object.keys(one.attribs) : []));
      expect(names.filter((name) => /^(style|class|on\w+|ecmeta\w*)$/.test(name))).toEqual([]);
      expect(load(svg)('img, script, style').length).toBe(0);
    }
  });

  it('is handed to scripts as plain values, and drawn the same each time', async () => {
    expect(JSON.parse((await drawn(chart)).option)).toEqual(JSON.parse(JSON.stringify(chart.option)));
    expect(await drawn(chart)).toEqual(await drawn(chart));
  });
});
