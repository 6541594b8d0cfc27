/** What was measured at one size. */
export interface Point {
  documents: number;
  /** Milliseconds, by what was asked. */
  pages: Record<string, number>;
  documentMs: number;
  fileMb: number;
}

const [WIDTH, HEIGHT, LEFT, TOP, PANEL, APART] = [860, 250, 52, 34, 210, 74];
const BOTTOM = HEIGHT - 44;
const INKS = ['#0f6a73', '#9a5410', '#1a4fa0', '#17181c', '#7a2e6b'];

/** Takes what was measured; gives it as a drawing: time for a page, time to store a document, size on disk, by size. */
export function growthChart(points: readonly Point[]): string {
  const names = Object.keys(points[0]?.pages ?? {});
  const pages = names.map((name) => ({ name, values: points.map((point) => point.pages[name] ?? 0) }));
  const panels = [
    panel(0, 'Page, ms of processor', points, pages),
    panel(1, 'Storing a document, ms', points, [{ name: '', values: points.map((point) => point.documentMs) }]),
    panel(2, 'File, MB', points, [{ name: '', values: points.map((point) => point.fileMb) }]),
  ];
  const style = 'font-family="system-ui,sans-serif" font-size="11"';
  const ground = `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`;
  const words = points.map((point) => `${point.documents.toLocaleString('en')} documents`).join(', ');
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" ${style}>`;
  return `${head}<title>How pages, storing and the file grow over ${words}</title>${ground}${panels.join('')}</svg>\n`;
}

interface Series {
  name: string;
  values: number[];
}

/** Both axes go by powers of ten, so that what grows with the number of documents is a straight slope. */
function panel(n: number, title: string, points: readonly Point[], series: readonly Series[]): string {
  const left = LEFT + n * (PANEL + APART);
  const xs = points.map((point) => Math.log10(point.documents));
  const all = series.flatMap((one) => one.values).filter((value) => value > 0);
  const [low, high] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const span = Math.max(1, high - low);
  const x = (value: number) => left + ((value - (xs[0] ?? 0)) / Math.max(1, (xs.at(-1) ?? 1) - (xs[0] ?? 0))) * PANEL;
  const y = (value: number) => BOTTOM - ((Math.log10(Math.max(value, 10 ** low)) - low) / span) * (BOTTOM - TOP);
  const steps = Array.from({ length: span + 1 }, (_, k) => 10 ** (low + k));
  const grid = steps.map(
    (step) =>
      `<path d="M${left} ${y(step).toFixed(1)}h${PANEL}" stroke="#e3e0d7"/><text x="${left - 6}" y="${(y(step) + 4).toFixed(1)}" text-anchor="end" fill="#62656d">${step >= 1 ? step.toLocaleString('en') : step}</text>`,
  );
  const ticks = points.map(
    ({ documents }, k) =>
      `<text x="${x(xs[k] ?? 0).toFixed(1)}" y="${BOTTOM + 16}" text-anchor="middle" fill="#62656d">${short(documents)}</text>`,
  );
  const lines = series.map(({ name, values }, k) => {
    const ink = INKS[k % INKS.length];
    const dots = values.map((value, i) => `${x(xs[i] ?? 0).toFixed(1)},${y(value).toFixed(1)}`);
    const marks = dots.map(
      (dot) => `<circle cx="${dot.split(',')[0]}" cy="${dot.split(',')[1]}" r="3" fill="${ink}"/>`,
    );
    const label = name
      ? `<text x="${left + (k % 3) * 70}" y="${BOTTOM + 30 + Math.floor(k / 3) * 12}" fill="${ink}">${name}</text>`
      : '';
    return `<polyline points="${dots.join(' ')}" fill="none" stroke="${ink}" stroke-width="2"/>${marks.join('')}${label}`;
  });
  const head = `<text x="${left}" y="18" font-weight="600" fill="#17181c">${title}</text>`;
  return `${head}${grid.join('')}${ticks.join('')}${lines.join('')}`;
}

const short = (value: number) => (value >= 1e6 ? `${value / 1e6}m` : value >= 1e3 ? `${value / 1e3}k` : String(value));
