import type { EChartsCoreOption } from 'echarts/core';
import { recent } from '../../model/recent.ts';

/** Pixels of a drawing. */
export interface Size {
  width: number;
  height: number;
}

/** A chart as it is told to ECharts: plain values alone, so that a browser may be handed the same. */
export interface Chart {
  /** What it shows, in a sentence: the picture's name for who cannot see it. */
  name: string;
  broad: Size;
  narrow: Size;
  option: EChartsCoreOption;
}

/** A chart drawn for broad and for narrow screens, with what a script needs to draw it again. */
export interface DrawnChart {
  name: string;
  broadSvg: string;
  narrowSvg: string;
  option: string;
}

/** Characters of what charts were made from: some hundreds of them. */
const MOST_CHARACTERS = 2_000_000;
const drawings = recent<string>(MOST_CHARACTERS);
let library: Promise<typeof import('echarts/core')> | null = null;

/** Takes a chart; gives its drawings. The same chart is drawn once. */
export async function drawn({ name, broad, narrow, option }: Chart): Promise<DrawnChart> {
  library ??= loaded();
  const echarts = await library;
  const told = JSON.stringify(option);
  const svg = (size: Size) => drawings.of(`${size.width} ${size.height} ${told}`, () => drawing(echarts, option, size));
  return { name, broadSvg: svg(broad), narrowSvg: svg(narrow), option: told };
}

/** Only what our charts are made of, and only once one is asked for: it takes longer to load than the rest of a page. */
async function loaded() {
  const [echarts, charts, components, renderers] = [
    await import('echarts/core'),
    await import('echarts/charts'),
    await import('echarts/components'),
    await import('echarts/renderers'),
  ];
  echarts.use([
    ...[charts.BarChart, charts.LineChart, charts.ScatterChart],
    ...[components.GridComponent, components.LegendComponent, components.TooltipComponent, renderers.SVGRenderer],
  ]);
  return echarts;
}

function drawing(echarts: typeof import('echarts/core'), option: EChartsCoreOption, size: Size): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return forPages(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/**
 * What our pages may hold: no styles of its own, which the content policy would refuse, no marks for scripts. Sizes of
 * letters become attributes; colours are variables of the style sheet, so that one drawing serves both themes.
 */
function forPages(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, styles: string) => {
      const size = /font-size:\s*([\d.]+)px/.exec(styles)?.[1];
      const weight = /font-weight:\s*(\w+)/.exec(styles)?.[1];
      return `${size ? ` font-size="${size}"` : ''}${weight ? ` font-weight="${weight}"` : ''}`;
    })
    .replace(/ (?:class|ecmeta_[a-z_]+|xml:space)="[^"]*"/g, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}
