import { companies } from '../../model/company.ts';
import { BRANDS, PEOPLE, STARTUP_PEOPLE, SUPPLY_BRANDS } from '../lexicon/epithets.ts';
import { EXACT, NEEDS_FULL_NAME, ORDINARY } from '../lexicon/names.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { opensAnotherName } from './longer-names.ts';

export type NameKind = 'company' | 'supply-brand' | 'brand' | 'person' | 'startup-person' | 'open';

/** A way to write a company, a brand or a person. */
export interface NameEntry {
  words: Token[];
  /** The common name of the firm it stands for. */
  company: string;
  kind: NameKind;
  /** An ordinary word too: needs its capital in the middle of a sentence. */
  ordinary: boolean;
  /** Counts only when the full name is in the document as well. */
  needsFullName: boolean;
  exact: boolean;
  /** "Microsofts": the name in its German genitive. */
  genitive: boolean;
}

export interface NameMatch {
  from: number;
  to: number;
  entry: NameEntry;
}

/** Finds names by their first word; longest first. */
export class NameIndex {
  private readonly byFirst = new Map<string, NameEntry[]>();

  add(name: string, company: string, kind: NameKind, genitive = false): this {
    const words = tokenize(name).filter((t) => t.word || t.text === '&');
    const first = words[0];
    if (!first) return this;
    const folded = words.map((w) => w.lower).join(' ');
    const entry: NameEntry = {
      words,
      company,
      kind,
      ordinary: words.length === 1 && ORDINARY.has(folded),
      needsFullName: NEEDS_FULL_NAME.has(folded) && company.toLowerCase() !== folded,
      exact: EXACT.has(name),
      genitive,
    };
    const list = this.byFirst.get(first.lower) ?? [];
    list.push(entry);
    list.sort((a, b) => b.words.length - a.words.length);
    this.byFirst.set(first.lower, list);
    return this;
  }

  /** The longest name that begins at a token, or null. */
  at(tokens: readonly Token[], i: number): NameMatch | null {
    for (const entry of this.byFirst.get(tokens[i]?.lower ?? '') ?? []) {
      const to = matchName(entry, tokens, i);
      if (to > 0 && !isOfAnother(entry, tokens, to)) return { from: i, to, entry };
    }
    return null;
  }
}

const isOfAnother = ({ kind, company }: NameEntry, tokens: readonly Token[], to: number) =>
  kind === 'company' && opensAnotherName(company, tokens, to);

function matchName(entry: NameEntry, tokens: readonly Token[], from: number): number {
  let i = from;
  for (const [n, word] of entry.words.entries()) {
    const signed = n > 0 && isInnerSign(tokens, i) && tokens[i]?.text !== word.text;
    if (signed) i++;
    const token = tokens[i];
    if (!token || token.lower !== word.lower) return -1;
    // "Character.ai": behind a dot many write small what the name has large.
    if (entry.exact ? token.text !== word.text : word.cap && !token.cap && !signed) return -1;
    if (n > 0 && token.start - (tokens[i - 1] as Token).end > 1) return -1;
    i++;
  }
  return afterLegalForm(tokens, i);
}

const LEGAL = /^(inc|corp|corporation|ltd|limited|llc|plc|pbc|gmbh|holdings)$/;

/** "Microsoft Corp.", "Fenwick Holdings, Inc.": the legal form belongs to the name, its dot as well. */
function afterLegalForm(tokens: readonly Token[], to: number): number {
  return afterForm(tokens, afterForm(tokens, to));
}

function afterForm(tokens: readonly Token[], to: number): number {
  const at = tokens[to]?.text === ',' && LEGAL.test(tokens[to + 1]?.lower ?? '') ? to + 1 : to;
  const form = tokens[at];
  if (!form?.cap || !LEGAL.test(form.lower)) return to;
  const dot = tokens[at + 1];
  return dot?.text === '.' && at + 2 < tokens.length && dot.start === form.end ? at + 2 : at + 1;
}

/** The dot of "Character.AI", the colon of "Run:ai": a sign with no space on either side. */
function isInnerSign(tokens: readonly Token[], i: number): boolean {
  const [before, sign, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return (
    !!before && !!sign && !!after && /[.:+'/]/.test(sign.text) && before.end === sign.start && sign.end === after.start
  );
}

/** The list that every document starts from. */
export function listedNames(genitives = false): NameIndex {
  const index = new NameIndex();
  for (const [brand, owner] of Object.entries(SUPPLY_BRANDS)) index.add(brand, owner, 'supply-brand');
  for (const { name, aliases } of companies) {
    for (const way of [name, ...aliases]) {
      if (!(way in SUPPLY_BRANDS)) index.add(way, name, 'company');
      if (genitives && way.length > 3 && !/[sxz]$/i.test(way)) index.add(`${way}s`, name, 'company', true);
    }
  }
  for (const [brand, owner] of Object.entries(BRANDS)) index.add(brand, owner, 'brand');
  for (const [person, firm] of Object.entries(PEOPLE)) {
    index.add(person, firm, 'person');
    if (genitives && !/[sxz]$/i.test(person)) index.add(`${person}s`, firm, 'person', true);
  }
  for (const [person, firm] of Object.entries(STARTUP_PEOPLE)) index.add(person, firm, 'startup-person');
  return index;
}
