import { formatMoney } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import type { Flow, Tie } from './map-ties.ts';

/** Where a company stands: funders and suppliers left and right, those who are funded in the middle. */
export type Column = 'left' | 'middle' | 'right';

export interface MapNode {
  name: string;
  column: Column;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where its name is written, and from which side. */
  text: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

export interface MapBand {
  /** Money in, spend back, or a tie that runs one way only. */
  tone: 'in' | 'back' | 'one';
  path: string;
  width: number;
  unknown: boolean;
  title: string;
  link: string;
}

export interface MapDrawing {
  width: number;
  height: number;
  nodes: MapNode[];
  bands: MapBand[];
}

const WIDTH = 1000;
const COLUMNS: Record<Column, { x: number; width: number }> = {
  left: { x: 168, width: 6 },
  middle: { x: 398, width: 204 },
  right: { x: 826, width: 6 },
};
const [THINNEST, WIDEST, BETWEEN, APART, LEAST, TOP] = [1.5, 16, 3, 14, 26, 12];
const SWEEPS = 6;

/** Takes ties; gives their drawing. The same ties give the same drawing, in whatever order they come. */
export function mapDrawing(ties: readonly Tie[]): MapDrawing | null {
  const sorted = [...ties].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sorted.length === 0) return null;
  const widths = widthsOf(sorted);
  const columns = inOrder(columnsOf(sorted), sorted);
  const nodes = placed(columns, sorted, widths);
  const bands = bandsOf(sorted, widths, nodes);
  const height = Math.max(...[...nodes.values()].map((node) => node.y + node.height)) + TOP;
  return { width: WIDTH, height: round(height), nodes: [...nodes.values()], bands };
}

const round = (n: number) => Number(n.toFixed(1));

type Widths = (flow: Flow) => number;

/** By the root of the sum, so that one giant leaves the others visible. */
function widthsOf(ties: readonly Tie[]): Widths {
  const sums = ties.flatMap((tie) => [tie.in?.usd ?? 0, tie.back?.usd ?? 0]);
  const most = Math.max(...sums, 1);
  return (flow) => {
    if (!flow) return 0;
    return flow.usd === null ? THINNEST : Math.max(THINNEST, round(Math.sqrt(flow.usd / most) * WIDEST));
  };
}

/** A company that is funded more often than it funds stands in the middle; the others are spread over both sides. */
function columnsOf(ties: readonly Tie[]): Map<string, Column> {
  const names = [...new Set(ties.flatMap((tie) => [tie.acquirer, tie.target]))].sort();
  const balance = (name: string) =>
    ties.reduce((sum, tie) => sum + Number(tie.target === name) - Number(tie.acquirer === name), 0);
  const outer = names.filter((name) => balance(name) < 0);
  const ends = (name: string) => ties.filter((tie) => tie.acquirer === name || tie.target === name).length;
  const columns = new Map<string, Column>(names.map((name) => [name, 'middle']));
  const load = { left: 0, right: 0 };
  for (const name of outer.sort((a, b) => ends(b) - ends(a) || (a < b ? -1 : 1))) {
    const side = load.left <= load.right ? 'left' : 'right';
    columns.set(name, side);
    load[side] += ends(name);
  }
  return columns;
}

/** Orders each column by where its ties go, a few times over, so that bands cross little. */
function inOrder(columns: Map<string, Column>, ties: readonly Tie[]): Record<Column, string[]> {
  const of = (column: Column) => [...columns].filter(([, own]) => own === column).map(([name]) => name);
  const order: Record<Column, string[]> = { left: of('left'), middle: of('middle'), right: of('right') };
  const others = (name: string) =>
    ties.flatMap((tie) => (tie.acquirer === name ? [tie.target] : tie.target === name ? [tie.acquirer] : []));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of sweep % 2 ? (['left', 'right'] as const) : (['middle'] as const)) {
      const place = new Map(
        Object.values(order).flatMap((names) => names.map((name, i) => [name, (i + 0.5) / names.length] as const)),
      );
      const mean = (name: string) => {
        const places = others(name).map((other) => place.get(other) ?? 0.5);
        return places.length ? places.reduce((sum, n) => sum + n, 0) / places.length : 0.5;
      };
      const means = new Map(order[column].map((name) => [name, mean(name)]));
      order[column] = [...order[column]].sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || (a < b ? -1 : 1));
    }
  }
  return order;
}

function placed(order: Record<Column, string[]>, ties: readonly Tie[], widths: Widths): Map<string, MapNode> {
  const columnOf = new Map(
    Object.entries(order).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
  );
  const heights = new Map([...columnOf.keys()].map((name) => [name, heightOf(name, ties, widths, columnOf)]));
  const total = (names: string[]) => names.reduce((sum, name) => sum + (heights.get(name) ?? LEAST) + APART, -APART);
  const tallest = Math.max(...Object.values(order).map(total));
  const nodes = new Map<string, MapNode>();
  for (const column of ['left', 'middle', 'right'] as const) {
    const room = tallest - total(order[column]);
    const gap = order[column].length > 1 && column !== 'middle' ? Math.min(room / (order[column].length - 1), 60) : 0;
    let y = TOP + Math.max(0, (room - gap * (order[column].length - 1)) / 2);
    for (const name of order[column]) {
      const height = heights.get(name) ?? LEAST;
      nodes.set(name, nodeOf(name, column, round(y), round(height)));
      y += height + APART + gap;
    }
  }
  return nodes;
}

/** Ports on the busier side need this much room. */
function heightOf(name: string, ties: readonly Tie[], widths: Widths, columnOf: Map<string, Column>): number {
  const sides = { left: 0, right: 0 };
  for (const tie of ties.filter((one) => one.acquirer === name || one.target === name)) {
    const other = tie.acquirer === name ? tie.target : tie.acquirer;
    sides[sideOf(columnOf.get(name) as Column, columnOf.get(other) as Column)] += portOf(tie, widths);
  }
  return Math.max(LEAST, sides.left + 4, sides.right + 4);
}

/** On which side of a company the tie to another leaves it; within one column it goes round on the outside. */
function sideOf(own: Column, other: Column): 'left' | 'right' {
  if (own === 'left') return other === 'left' ? 'left' : 'right';
  if (own === 'right') return other === 'right' ? 'right' : 'left';
  return other === 'left' ? 'left' : 'right';
}

function portOf(tie: Tie, widths: Widths): number {
  return widths(tie.in) + widths(tie.back) + BETWEEN * (tie.isLoop ? 2 : 1);
}

function nodeOf(name: string, column: Column, y: number, height: number): MapNode {
  const { x, width } = COLUMNS[column];
  const middle = round(y + height / 2 + 4);
  const texts = {
    left: { x: x - 10, y: middle, anchor: 'end' as const },
    middle: { x: x + width / 2, y: middle, anchor: 'middle' as const },
    right: { x: x + width + 10, y: middle, anchor: 'start' as const },
  };
  return { name, column, x, y, width, height, text: texts[column] };
}

/** Ports of each side of a company stand in the order in which the other ends do; each tie takes its place. */
function bandsOf(ties: readonly Tie[], widths: Widths, nodes: Map<string, MapNode>): MapBand[] {
  const ports = new Map<string, number>();
  for (const node of nodes.values()) {
    for (const side of ['left', 'right'] as const) {
      const own = ties
        .filter((tie) => tie.acquirer === node.name || tie.target === node.name)
        .map((tie) => ({ tie, other: nodes.get(tie.acquirer === node.name ? tie.target : tie.acquirer) as MapNode }))
        .filter(({ other }) => sideOf(node.column, other.column) === side)
        .sort((a, b) => a.other.y - b.other.y || (a.tie.id < b.tie.id ? -1 : 1));
      const used = own.reduce((sum, { tie }) => sum + portOf(tie, widths), 0);
      let y = node.y + (node.height - used) / 2;
      for (const { tie } of own) {
        ports.set(`${tie.id} ${node.name}`, y);
        y += portOf(tie, widths);
      }
    }
  }
  return ties.flatMap((tie) => bandsOfTie(tie, widths, nodes, ports));
}

function bandsOfTie(tie: Tie, widths: Widths, nodes: Map<string, MapNode>, ports: Map<string, number>): MapBand[] {
  const [from, to] = [nodes.get(tie.acquirer) as MapNode, nodes.get(tie.target) as MapNode];
  const [fromY, toY] = [ports.get(`${tie.id} ${from.name}`) ?? from.y, ports.get(`${tie.id} ${to.name}`) ?? to.y];
  const title = titleOf(tie);
  let offset = BETWEEN / 2;
  const band = (flow: Flow, tone: 'in' | 'back'): MapBand[] => {
    if (!flow) return [];
    const width = widths(flow);
    const [y1, y2] = [fromY + offset + width / 2, toY + offset + width / 2];
    offset += width + BETWEEN;
    const path = curve(from, y1, to, y2);
    return [{ tone: tie.isLoop ? tone : 'one', path, width, unknown: flow.usd === null, title, link: tie.link }];
  };
  return [...band(tie.in, 'in'), ...band(tie.back, 'back')];
}

function curve(from: MapNode, y1: number, to: MapNode, y2: number): string {
  const [a, b] = [sideOf(from.column, to.column), sideOf(to.column, from.column)];
  const x1 = a === 'right' ? from.x + from.width : from.x;
  const x2 = b === 'right' ? to.x + to.width : to.x;
  const same = from.column === to.column;
  const bend = same ? 28 + Math.min(60, Math.abs(y2 - y1) / 6) : Math.abs(x2 - x1) / 2;
  const [c1, c2] = [x1 + (a === 'right' ? bend : -bend), x2 + (b === 'right' ? bend : -bend)];
  return `M${round(x1)} ${round(y1)}C${round(c1)} ${round(y1)} ${round(c2)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

function titleOf({ acquirer, target, in: into, back }: Tie): string {
  const sum = (flow: Flow) => (flow?.usd ? formatMoney({ value: flow.usd, currency: 'USD' }) : t('map.an-unknown-sum'));
  const parts = [
    into ? t('map.put-into', { acquirer, into: sum(into), target }) : '',
    back ? t('map.is-to-spend-with', { target, back: sum(back), acquirer }) : '',
  ];
  return `${parts.filter(Boolean).join(t('frame.semicolon'))}.`;
}
