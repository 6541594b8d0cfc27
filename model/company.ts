import list from './companies.json' with { type: 'json' };
import type { Layer } from './deal.ts';

/** A company as the ledger names it. The list helps with aliases and groups; it never decides alone. */
export interface Company {
  /** Common name: Amazon, Inflection AI. */
  name: string;
  /** Other names of the firm or of parts that act for it: AWS, GV, Google Cloud. */
  aliases: string[];
  /** True for the large groups whose deals are in scope as acquirer. */
  group: boolean;
  layer: Layer | null;
  /** The person who is understood to hold most of its votes (16 CFR 801.1(b)); an assumption to be confirmed. */
  controller: string | null;
  /** Ten digits under which the SEC knows the firm (its list company_tickers.json); null for those that do not file. */
  cik: string | null;
}

export const companies: readonly Company[] = (
  list as { name: string; aliases?: string[]; group?: boolean; layer?: string; controller?: string; cik?: string }[]
).map((c) => ({
  name: c.name,
  aliases: c.aliases ?? [],
  group: c.group ?? false,
  layer: (c.layer as Layer | undefined) ?? null,
  controller: c.controller ?? null,
  cik: c.cik ?? null,
}));

const LEGAL_FORM =
  /[\s,]+(incorporated|inc|corporation|corp|limited|ltd|llc|l\.l\.c|plc|gmbh|ag|sas|s\.a\.s|sa|s\.a|se|s\.e|pbc|n\.v|nv|bv|b\.v|spa|s\.p\.a|oy|ab|co)\.?$/i;

/** Folds a name for comparison: case, accents, legal form, punctuation and a trailing "AI" or "Labs" do not count. */
export function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const short = folding(name);
  folded.set(name, short);
  return short;
}

/** Names folded before: screens and assembly ask for the same few thousand again and again. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

function folding(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .replace(LEGAL_FORM, '')
    .replace(LEGAL_FORM, '');
  const words = bare
    .toLowerCase()
    .replace(/[.’'`]/g, ' ')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();
  const short = words.replace(/\s+(ai|labs?)$/u, '');
  return short || words;
}

const byFold = new Map<string, Company>();
for (const company of companies) {
  for (const name of [company.name, ...company.aliases]) byFold.set(foldName(name), company);
}

/** The listed company that a name or alias belongs to, or null. */
export function findCompany(name: string): Company | null {
  return byFold.get(foldName(name)) ?? null;
}

/** The common name for a name as written: AWS gives Amazon; an unlisted name loses its legal form only. */
export function commonName(name: string): string {
  const known = common.get(name);
  if (known !== undefined) return known;
  if (common.size >= MOST_FOLDED) common.clear();
  const found = findCompany(name)?.name ?? name.trim().replace(LEGAL_FORM, '');
  common.set(name, found);
  return found;
}

/** Common names found before. */
const common = new Map<string, string>();

/** True when the name belongs to one of the large groups whose deals are in scope as acquirer. */
export function isGroup(name: string): boolean {
  return findCompany(name)?.group ?? false;
}

/** True when both names mean the same firm or group. */
export function sameGroup(a: string, b: string): boolean {
  return foldName(commonName(a)) === foldName(commonName(b));
}

/** Id of the pair between two groups: `amazon--anthropic`. Stable under alias, case, accents and legal form. */
export function pairId(acquirer: string, target: string): string {
  return `${slugOf(acquirer)}--${slugOf(target)}`;
}

/** The part of a pair's id that stands for a company. */
export function slugOf(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  if (slugs.size >= MOST_FOLDED) slugs.clear();
  const words = foldName(commonName(name)).replaceAll('&', ' and ').replaceAll('+', ' plus ').trim();
  const slug = words.replace(/\s+/gu, '-') || 'unnamed';
  slugs.set(name, slug);
  return slug;
}

/** Names turned into parts of ids before. */
const slugs = new Map<string, string>();
