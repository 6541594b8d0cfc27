import type { Language } from '../lexicon/index.ts';
import type { Unit } from '../unit.ts';
import { NameIndex, type NameMatch } from './names.ts';

/** Words that a document says stand for a firm: `Fenwick Holdings, Inc. (the "Company")`. */
export interface DefinedTerm {
  term: string;
  company: string;
  kind: NameMatch['entry']['kind'];
}

const DEFINES = /\([^()]*["“„«]/;
const BRACKETS = /^\s*\(([^()]{2,120})\)/;
const QUOTED = /["“„«]\s*(?:the |la |le |l['’]|il |lo |el )?(\p{Lu}[^"“”„«»]{1,38}?)\s*["“”»]/gu;

/** What a document defines: terms for one firm each, and those given to several, which mean none of them. */
export interface DefinedTerms {
  terms: DefinedTerm[];
  ambiguous: ReadonlySet<string>;
}

/**
 * Takes the sentences of a document, the firms of the list and those it names beside them; gives the terms that filings
 * and contracts define for firms, each in brackets and quotation marks right behind the name.
 */
export function definedTerms(units: readonly Unit[], listed: NameIndex, open: NameIndex): DefinedTerms {
  const defined = new Map<string, DefinedTerm | null>();
  for (const unit of units) {
    if (!DEFINES.test(unit.text)) continue;
    for (const { term, company, kind } of termsIn(unit, listed, open)) {
      const known = defined.get(term);
      defined.set(term, known === undefined || known?.company === company ? { term, company, kind } : null);
    }
  }
  const ambiguous = [...defined].flatMap(([term, meant]) => (meant ? [] : [term]));
  return { terms: [...defined.values()].filter((t) => t !== null), ambiguous: new Set(ambiguous) };
}

function* termsIn(unit: Unit, listed: NameIndex, open: NameIndex): Generator<DefinedTerm> {
  for (let i = 0; i < unit.tokens.length; i++) {
    const match = unit.tokens[i]?.cap ? (listed.at(unit.tokens, i) ?? open.at(unit.tokens, i)) : null;
    if (!match) continue;
    const { company, kind } = match.entry;
    const inside = BRACKETS.exec(unit.text.slice(unit.tokens[match.to - 1]?.end))?.[1] ?? '';
    for (const [, term = ''] of inside.matchAll(QUOTED)) {
      // "Alphabet Inc. ("Google")": a name that is known anyway.
      const known = unit.tokens.some((t, n) => t.text === term && listed.at(unit.tokens, n) !== null);
      if (!known) yield { term, company, kind };
    }
    i = match.to - 1;
  }
}

/** Takes defined terms; gives an index that knows them as names. In German every noun has a capital, so that a term is none. */
export function termIndex(terms: readonly DefinedTerm[], language: Language): NameIndex {
  const index = new NameIndex();
  if (language.lexicon.language === 'de') return index;
  for (const { term, company, kind } of terms) index.add(term, company, kind);
  return index;
}
