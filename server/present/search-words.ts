import { searchExpression } from '../../db/search.ts';
import { formatDay } from '../../words/format.ts';
import { SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
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
    if (prefix) return t('search.words-that-begin-with', { text });
    return text.includes(' ') ? t('search.in-this-order', { text }) : `“${text}”`;
  });
  return t('search.looked-for-all-of', { n: said.length, said: said.join(', ') });
}

/** How a search is written, for whoever found nothing or asked for nothing. */
export const searchHelp = () => t('search.how-it-is-written');

/** The fields that narrow a search, each with an example. */
export const fieldHelp = (): { field: string; does: string }[] => [
  { field: 'title:loop', does: t('search.in-titles-alone') },
  { field: 'publisher:news', does: t('search.by-part-of-the-publishers') },
  { field: 'lang:fr', does: t('search.in-one-language') },
  { field: 'class:official', does: t('search.official-filing-or-press') },
  { field: 'from:2026-03 to:2026-05', does: t('search.by-the-day-of-publication') },
  { field: 'company:Anthropic', does: t('search.deals-and-companies-by-this') },
];

/** What narrows the search, in words; null when nothing does. */
export function fieldSentence({ publisher, language, sourceClass, from, to, company }: SearchQuery): string | null {
  const parts = [
    publisher && t('search.published-by', { publisher }),
    language && t('search.in', { language: languageName(language) }),
    sourceClass && t('search.of-class', { sourceClass: SOURCE_CLASS_LABELS[sourceClass] }),
    from && t('search.from', { from: formatDay(from) }),
    to && t('search.until', { to: formatDay(to) }),
    company && t('search.company', { company }),
  ].filter(Boolean);
  return parts.length ? t('search.only', { parts: parts.join(', ') }) : null;
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
