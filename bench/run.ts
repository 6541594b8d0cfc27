import { type Bench, keepsLimit, type Row, ratioOf } from './bench.ts';
import { peakMemoryMb } from './measure.ts';

/** Runs one bench in this process and prints its table. */
const name = process.argv[2] ?? '';
const { default: bench } = (await import(new URL(`./${name}.bench.js`, import.meta.url).href)) as { default: Bench };
const rows = await bench.run();
process.stdout.write(`\n${name}: ${bench.about}\n\n${table(rows)}\nPeak memory ${figure(peakMemoryMb())} MB\n`);
if (rows.some((row) => keepsLimit(row) === false)) process.exitCode = 1;

function table(lines: readonly Row[]): string {
  const head = ['what', 'Dealwatch', 'unit', 'peer', 'value', 'ratio', 'promised', ''];
  const cells = [head, ...lines.map(cellsOf)];
  const widths = head.map((_, n) => Math.max(...cells.map((row) => (row[n] ?? '').length)));
  return cells.map((row) => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')).join('\n');
}

function cellsOf(row: Row): string[] {
  const { limit, peer } = row;
  const promised = limit ? `${limit.kind === 'most' ? '≤' : '≥'} ${limit.value}${limit.of === 'ratio' ? '×' : ''}` : '';
  const ratio = ratioOf(row);
  return [
    row.what,
    figure(row.ours),
    row.unit,
    peer?.name ?? '',
    peer ? figure(peer.value) : '',
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    promised,
    { true: 'kept', false: 'NOT KEPT', null: '' }[String(keepsLimit(row)) as 'true' | 'false' | 'null'],
  ];
}

/** Three significant figures, thousands apart. */
function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
