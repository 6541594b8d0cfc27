// A chart is a drawing from the server until somebody points at it: then the library comes, and it tells its points.

const colour = document.createElement('span');
colour.hidden = true;

/** What a variable of the style sheet now means, as a canvas understands it. */
function meant(value) {
  colour.style.color = '';
  colour.style.color = value;
  return getComputedStyle(colour).color;
}

function coloured(value) {
  if (typeof value === 'string') return value.startsWith('var(') ? meant(value) : value;
  if (Array.isArray(value)) return value.map(coloured);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, coloured(one)]));
  return value;
}

let library = null;

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('./echarts/echarts.common.min.js', import.meta.url).href;
    script.addEventListener('load', () => resolve(window.echarts));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return library;
}

/** In the place and size of the drawing that is seen, which stays until the other one is there. */
async function enliven(box) {
  const seen = [...box.children].find((one) => one.offsetParent !== null);
  if (!seen) return;
  const echarts = await load();
  document.body.append(colour);
  const option = coloured(JSON.parse(box.dataset.chart));
  const { width, height } = seen.getBoundingClientRect();
  const place = document.createElement('div');
  place.className = 'chart-live';
  const chart = echarts.init(place, null, { renderer: 'canvas', width, height });
  chart.setOption({ ...option, animation: false });
  box.replaceChildren(place);
  const again = () => chart.setOption({ ...coloured(JSON.parse(box.dataset.chart)), animation: false }, true);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  addEventListener('resize', () => chart.resize({ width: box.clientWidth }));
}

for (const box of document.querySelectorAll('[data-chart]')) {
  // Where the library cannot be loaded the drawing stays, which holds the same.
  box.addEventListener('pointerenter', () => enliven(box).catch((cause) => console.warn(cause)), { once: true });
}
