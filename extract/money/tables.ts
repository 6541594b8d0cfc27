import type { MoneyToken } from '../text/text-tokens.ts';
import { readFigure } from './figures.ts';
import type { Found } from './groups.ts';

const SCALES: readonly [RegExp, number][] = [
  [/^(?:thousands?|k|t|tsd|tausend|miles|milliers|migliaia)$/, 1e3],
  [/^(?:millions?|millionen|millones|milioni|mn|mio|mln|mill|m)$/, 1e6],
  [/^(?:billions?|milliarden|miles de millones|milliards?|miliardi|bn|mrd|mld|mds?)$/, 1e9],
];
const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:\$|us\$|usd|us-dollars?|dollars?|d[oó]lares|dollari)$/, 'USD'],
  [/^(?:€|eur|euros?)$/, 'EUR'],
  [/^(?:£|gbp|pounds?|pfund|livres|libras|sterline)$/, 'GBP'],
  [/^(?:¥|jpy|yen|yens|yenes)$/, 'JPY'],
  [/^(?:₩|krw|won|wones)$/, 'KRW'],
  [/^(?:₹|inr|rupees)$/, 'INR'],
  [/^(?:cny|rmb|yuan|yuanes)$/, 'CNY'],
  [/^(?:chf|franken|francs)$/, 'CHF'],
];
const lookUp = <T>(list: readonly [RegExp, T][], word: string | undefined): T | null =>
  word === undefined ? null : (list.find(([form]) => form.test(word.toLowerCase()))?.[1] ?? null);

const SCALE =
  'thousands?|miles de millones|millions?|billions?|millionen|milliarden|millones|milliards?|milioni|miliardi|tsd|mio|mrd|mln|mld|mn|bn|m';
const MONEY = String.raw`us\$|us-dollars?|dollars?|d[oó]lares|dollari|euros?|pounds?|pfund|yen|won|yuan|usd|eur|gbp|jpy|krw|inr|cny|chf|[$€£¥₩₹]`;
/** "(in millions of dollars)", "importes en millones", "in Mio. Euro". */
const IN_UNITS = new RegExp(
  String.raw`(?:^|[\s([;,:–—-])(?:in|en)\s(?:(${MONEY})\s?)?(${SCALE})\b\.?(?:\s(?:of|de|di|d['’])?\s?(${MONEY}))?`,
  'i',
);
/** "$ millions", "EUR m", behind a bracket or another mark. */
const BARE_UNITS = new RegExp(String.raw`(?:^|[([;,:–—])\s?(${MONEY})\s?(${SCALE})\b`, 'i');

/** "Importe (k€)", "Costo storico (€)", "Amount ($ million)", "Debiti (migliaia di euro)": the units of one column. */
const IN_COLUMN = new RegExp(
  String.raw`\((?:(${SCALE}|k|t|miles|milliers|migliaia)\.?\s?(?:of|de|di|d['’])?\s?)?(${MONEY})\s?(${SCALE}|k)?\.?\)`,
  'i',
);

interface Units {
  scale: number;
  currency: string | null;
}

/** A line longer than this is no heading, and no row. */
const LONGEST_LINE = 400;
/** Lines below its heading that a table reaches. */
const LONGEST_TABLE = 80;

/**
 * Takes a text with its tokens and the sums found in it; gives the sums of its tables too, where a line above says in
 * which units they are: "importes en millones" makes 12 million of a cell "12 USD". Sums read there otherwise give way.
 */
export function withTables(
  text: string,
  tokens: readonly MoneyToken[],
  found: readonly Found[],
  language: string,
): Found[] {
  if (!IN_UNITS.test(text) && !BARE_UNITS.test(text) && !IN_COLUMN.test(text)) return [...found];
  const cells = tableSums(text, language);
  if (cells.length === 0) return [...found];
  const own = [...new Map(cells.flatMap((cell) => placed(cell, tokens)).map((f) => [f.first, f])).values()];
  const free = found.filter((f) => !own.some((o) => o.first < f.next && o.next > f.first));
  return [...free, ...own].sort((a, b) => a.first - b.first);
}

interface Cell {
  start: number;
  end: number;
  value: number;
  currency: string;
  scale: number;
}

function tableSums(text: string, language: string): Cell[] {
  const cells: Cell[] = [];
  let units: Units | null = null;
  let header: string[] = [];
  let left = 0;
  let columns: ReadonlyMap<number, Units> = new Map();
  let columnsLeft = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const said: Units | null = line.length <= LONGEST_LINE ? unitsIn(line) : null;
    if (said) [units, left, header] = [said, LONGEST_TABLE, []];
    if (!said && line.length <= LONGEST_LINE && IN_COLUMN.test(line))
      [columns, columnsLeft] = [columnsOf(line), LONGEST_TABLE];
    else if (columnsLeft-- > 0 && columns.size)
      cells.push(...cellsOf(line, start).flatMap((cell, at) => sumInColumn(cell, columns.get(at), language)));
    const row = units && left-- > 0 && line.length <= LONGEST_LINE ? cellsOf(line, start) : [];
    if (units && row.length >= 3) {
      const sums = row.flatMap((cell, column) => sumIn(cell, header[column], units as Units, language));
      if (sums.length === 0 && !row.some((cell) => /\d/.test(cell.text))) header = row.map((cell) => cell.text);
      const bare = sums.filter((sum) => !sum.certain);
      cells.push(...sums.filter((sum) => sum.certain || bare.length === 1));
    }
    start += line.length + 1;
  }
  return cells;
}

/** The units that the heading of each column names; a line of prose names none. */
function columnsOf(line: string): Map<number, Units> {
  const heads = cellsOf(line, 0);
  if (heads.length < 3) return new Map();
  return new Map(
    heads.flatMap(({ text }, at): [number, Units][] => {
      const said = IN_COLUMN.exec(text);
      if (!said) return [];
      const scale = lookUp(SCALES, (said[1] ?? said[3])?.replace(/\.$/, '')) ?? 1;
      return [[at, { scale, currency: lookUp(CURRENCIES, said[2]) }]];
    }),
  );
}

const WITH_REMARK = /\s\([^()]*\)$/;

/** A figure in a column of money is a sum: "1.800" below "Importe (k€)". */
function sumInColumn(cell: { text: string; start: number }, units: Units | undefined, language: string): Cell[] {
  if (!units) return [];
  const text = cell.text.replace(/^\||\|$/g, ' ').replace(WITH_REMARK, '');
  const shift = cell.text.indexOf(text.trim());
  return sumIn(
    { text: text.trim(), start: cell.start + Math.max(0, shift) },
    units.currency ?? undefined,
    units,
    language,
  );
}

function unitsIn(line: string): Units | null {
  const told = IN_UNITS.exec(line);
  if (told) return units(told[2], told[1] ?? told[3]);
  const bare = BARE_UNITS.exec(line);
  return bare ? units(bare[2], bare[1]) : null;
}

function units(scale: string | undefined, money: string | undefined): Units | null {
  const value = lookUp(SCALES, scale);
  return value === null ? null : { scale: value, currency: lookUp(CURRENCIES, money) };
}

const BETWEEN_CELLS = /\s{2,}|\t|\s[|/·]\s|;\s/g;

function cellsOf(line: string, start: number): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let from = 0;
  for (const gap of line.matchAll(BETWEEN_CELLS)) {
    cells.push({ text: line.slice(from, gap.index), start: start + from });
    from = gap.index + gap[0].length;
  }
  cells.push({ text: line.slice(from), start: start + from });
  return cells;
}

const SUM = /^[~≈<>]?\s?(?:([$€£¥₩₹]|[A-Z]{3})\s?)?(\d[\d.,']*\d|\d)\+?\s?([$€£¥₩₹]|[A-Z]{3})?$/;
const ABOUT_MONEY =
  /amount|sum|price|value|paid|invest|commit|spend|contract|montant|prix|somme|engage|betrag|summe|preis|zusage|importe|precio|compromiso|importo|prezzo|impegno|[$€£¥]|usd|eur/i;
const YEAR = /^(?:19|20)\d\d$/;

/** A figure with a currency is a sum; one without is, below a heading for money or as the only figure of its row. */
function sumIn(
  cell: { text: string; start: number },
  header: string | undefined,
  { scale, currency }: Units,
  language: string,
): (Cell & { certain: boolean })[] {
  const found = SUM.exec(cell.text.trim());
  const figure = found?.[2];
  if (!found || !figure) return [];
  const given = lookUp(CURRENCIES, found[1] ?? found[3]);
  const own = given ?? currency;
  const headed = header !== undefined && ABOUT_MONEY.test(header) && !header.includes('%');
  if (!own || (given === null && (YEAR.test(figure) || (header !== undefined && !headed)))) return [];
  const base = readFigure(figure, language, scale);
  if (base === null || base <= 0) return [];
  const start = cell.start + cell.text.indexOf(figure);
  const value = Math.round(base * scale * 100) / 100;
  return [{ start, end: start + figure.length, value, currency: own, scale, certain: given !== null || headed }];
}

/** The tokens of a cell: the figure and its currency. */
function placed(cell: Cell, tokens: readonly MoneyToken[]): Found[] {
  const first = tokenFrom(tokens, cell.start);
  let next = first;
  while (next < tokens.length && (tokens[next] as MoneyToken).start < cell.end) next++;
  if (first >= next) return [];
  const { value, currency, scale } = cell;
  return [{ first, next, value, low: null, high: null, currency, scale }];
}

function tokenFrom(tokens: readonly MoneyToken[], start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as MoneyToken).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
