import { searchExpression } from '../../db/search.ts';
import { formatDay } from '../../model/day.ts';
import { SOURCE_CLASS_LABELS } from '../../model/labels.ts';
import type { SearchQuery } from '../forms/search-query.ts';
import { cut, type Mark, type Piece } from '../reading/marks.ts';
import { languageName } from '../words/language.ts';

/** One word or phrase that was looked for. */
export interface Term {
  text: string;
  /** True when words that begin like it are found, too. */
  prefix: boolean;
}

/** What was looked for, read back from the very words the index was asked for, so that the two cannot differ. */
export function searchTerms(typed: string): Term[] {
  const asked = searchExpression(typed) ?? '';
  return [...asked.matchAll(/"([^"]+)"( \*)?/g)].map(([, text, star]) => ({ text: text ?? '', prefix: Boolean(star) }));
}

/** The query in words: "All of: alpha, words that begin with “invest”, “round trip” in this order". Null when it asks for nothing. */
export function searchSentence(typed: string): string | null {
  const terms = searchTerms(typed);
  if (terms.length === 0) return null;
  const said = terms.map(({ text, prefix }) => {
    if (prefix) return `words that begin with “${text}”`;
    return text.includes(' ') ? `“${text}” in this order` : `“${text}”`;
  });
  return said.length === 1 ? `Looked for ${said[0]}.` : `Looked for all of: ${said.join(', ')}.`;
}

/** How a search is written, for whoever found nothing or asked for nothing. */
export const SEARCH_HELP =
  'All words must be there, in title or text. Put a phrase in “quotes”; an asterisk finds beginnings: invest*.';

/** The fields that narrow a search, each with an example. */
export const FIELD_HELP: readonly { field: string; does: string }[] = [
  { field: 'title:loop', does: 'in titles alone' },
  { field: 'publisher:news', does: 'by part of the publisher’s name' },
  { field: 'lang:fr', does: 'in one language' },
  { field: 'class:official', does: 'official, filing or press' },
  { field: 'from:2026-03 to:2026-05', does: 'by the day of publication' },
  { field: 'company:Anthropic', does: 'deals and companies by this name' },
];

/** What narrows the search, in words; null when nothing does. */
export function fieldSentence({ publisher, language, sourceClass, from, to, company }: SearchQuery): string | null {
  const parts = [
    publisher && `published by “${publisher}”`,
    language && `in ${languageName(language)}`,
    sourceClass && `of class ${SOURCE_CLASS_LABELS[sourceClass]}`,
    from && `from ${formatDay(from)}`,
    to && `until ${formatDay(to)}`,
    company && `company “${company}”`,
  ].filter(Boolean);
  return parts.length ? `Only ${parts.join(', ')}.` : null;
}

/** Cuts a snippet at the words that were looked for, so that they can be marked. Escaping is left to the template. */
export function markedSnippet(snippet: string, typed: string): Piece[] {
  const looked = searchTerms(typed).flatMap(({ text, prefix }) => {
    const words = text.split(/\s+/u).map(folded);
    return words.map((word, i) => ({ word, prefix: prefix && i === words.length - 1 }));
  });
  const marks = [...snippet.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((found): Mark[] => {
    const word = folded(found[0]);
    const hit = looked.some((term) => (term.prefix ? word.startsWith(term.word) : word === term.word));
    return hit ? [{ start: found.index, end: found.index + found[0].length, fact: 0, tone: '' }] : [];
  });
  return cut(snippet, 0, snippet.length, marks);
}

/** As the index compares words: without accents and capitals. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
