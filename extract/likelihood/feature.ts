/** What holds of a candidate, by its number; `nameOf` gives its name. */
export type Feature = number;

type Value = string | number | boolean | undefined;

/** No page has more in use; what is beyond has no name, and no tree asks for it. */
const MOST_NAMES = 200_000;
const NAMELESS: Feature = 0;

const names: string[] = [''];
const numbers = new Map<string, Feature>();

/** Takes a feature's name; gives its number, the same each time. */
export function featureNamed(name: string): Feature {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  if (names.length >= MOST_NAMES) return NAMELESS;
  numbers.set(name, names.length);
  return names.push(name) - 1;
}

/** The name of a feature, as weights and training know it. */
export const nameOf = (feature: Feature): string => names[feature] ?? '';

/** What fills the last gap of a name → its number; what fills those before → the next table. */
type Table = Map<Value, Feature | Table>;

/** One place in the code that gives features. */
interface Site {
  parts: TemplateStringsArray;
  table: Table;
  /** What it gave last, and for which values: most places are asked the same again. */
  last: Feature;
  a: Value;
  b: Value;
  c: Value;
  /** The place that was asked after this one: code runs in much the same order for each candidate. */
  next: Site | null;
}

const sites = new Map<TemplateStringsArray, Site>();
let asked: Site | null = null;

/**
 * A feature by its name with up to three gaps: f`gap|${3}`. Each place in the code makes a name once for each way to
 * fill its gaps; afterwards only numbers are looked up, since names are slow to put together.
 */
export function f(parts: TemplateStringsArray, a?: Value, b?: Value, c?: Value): Feature {
  const next = asked === null ? null : asked.next;
  const site = next !== null && next.parts === parts ? next : siteOf(parts);
  asked = site;
  if (site.a === a && site.b === b && site.c === c && site.last !== NAMELESS) return site.last;
  site.last = lookUp(site.table, parts, a, b, c);
  site.a = a;
  site.b = b;
  site.c = c;
  return site.last;
}

function siteOf(parts: TemplateStringsArray): Site {
  if (parts.length > 4) throw new Error(`A feature has three gaps at most: ${parts.join('…')}`);
  const known = sites.get(parts);
  const site = known ?? newSite(parts);
  if (!known) sites.set(parts, site);
  if (asked !== null) asked.next = site;
  return site;
}

function newSite(parts: TemplateStringsArray): Site {
  return { parts, table: new Map(), last: NAMELESS, a: undefined, b: undefined, c: undefined, next: null };
}

function lookUp(table: Table, parts: TemplateStringsArray, a: Value, b: Value, c: Value): Feature {
  const byA = table.get(a);
  if (parts.length <= 2) return byA === undefined ? add(table, a, parts, [a]) : (byA as Feature);
  const second = (byA as Table | undefined) ?? inner(table, a);
  const byB = second.get(b);
  if (parts.length === 3) return byB === undefined ? add(second, b, parts, [a, b]) : (byB as Feature);
  const third = (byB as Table | undefined) ?? inner(second, b);
  const byC = third.get(c);
  return byC === undefined ? add(third, c, parts, [a, b, c]) : (byC as Feature);
}

function inner(table: Table, value: Value): Table {
  const made: Table = new Map();
  if (names.length < MOST_NAMES) table.set(value, made);
  return made;
}

function add(table: Table, last: Value, parts: TemplateStringsArray, values: readonly Value[]): Feature {
  const feature = featureNamed(String.raw({ raw: parts }, ...values));
  if (feature !== NAMELESS) table.set(last, feature);
  return feature;
}

/** Takes a value and steps; gives how many of the steps it reaches, so that a feature has few values. */
export function bucket(value: number, steps: readonly number[]): number {
  let reached = 0;
  for (let i = 0; i < steps.length; i++) if (value >= (steps[i] as number)) reached += 1;
  return reached;
}
