import { type Term, termsOf, type Wanted, type WordProblem, wordQuery } from '../../db/documents/word-query.ts';
import { formatDay } from '../../words/format.ts';
import { SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { SearchQuery } from '../forms/search-query.ts';
import { cut, type Mark, type Piece } from '../reading/marks.ts';
import { languageName } from '../words/language.ts';

/** The words and phrases that were looked for, read back from what the index was asked for, so that the two cannot differ. */
export const searchTerms = (typed: string): Term[] => termsOf(wordQuery(typed).wanted);

/**
 * The query in words: "All of: alpha, words that begin with “invest”, “round trip” in this order; without “rumour”". Null
 * when it asks for nothing.
 */
export function searchSentence(typed: string): string | null {
  const { wanted, leftOut } = wordQuery(typed);
  if (wanted.length === 0) return null;
  const said = wanted.map(inWords).join(', ');
  const n = wanted.length;
  if (leftOut.length === 0) return t('search.looked-for-all-of', { n, said });
  return t('search.looked-for-all-of-without', { n, said, out: leftOut.map(inWords).join(', ') });
}

function inWords(wanted: Wanted): string {
  if ('any' in wanted) return inRow(wanted.any, t('search.or'));
  if ('all' in wanted) return inRow(wanted.all, t('search.and'));
  if ('near' in wanted) return t('search.near', { words: inRow(wanted.near, t('search.and')), n: wanted.within });
  const { text, prefix, inTitle } = wanted;
  const word = prefix ? t('search.words-that-begin-with', { text }) : phrase(text);
  return inTitle ? t('search.in-the-title', { word }) : word;
}

const phrase = (text: string) =>
  text.includes(' ') ? t('search.in-this-order', { text }) : t('search.word', { text });

/** Brackets as a person would set them: around what stands within another row. */
const inRow = (all: readonly Wanted[], joint: string) =>
  all.map((one) => ('any' in one || 'all' in one ? `(${inWords(one)})` : inWords(one))).join(` ${joint} `);

/** What was written and has no meaning where it stands, a sentence each. */
export const searchProblems = (typed: string): string[] => wordQuery(typed).problems.map((one) => PROBLEMS[one]());

const PROBLEMS: Readonly<Record<WordProblem, () => string>> = {
  'or-needs-two': () => t('search.or-needs-two'),
  'near-needs-two': () => t('search.near-needs-two'),
  brackets: () => t('search.brackets'),
  'only-left-out': () => t('search.only-left-out'),
  'left-out-in-brackets': () => t('search.left-out-in-brackets'),
};

/** How a search is written, for whoever found nothing or asked for nothing. */
export const searchHelp = () => t('search.how-it-is-written');

/** The fields that narrow a search, each with an example. */
export const fieldHelp = (): { field: string; does: string }[] => [
  { field: 'title:loop', does: t('search.in-titles-alone') },
  { field: 'publisher:news outlet:news', does: t('search.by-part-of-the-publishers') },
  { field: 'lang:fr language:fr', does: t('search.in-one-language') },
  { field: 'class:official', does: t('search.official-filing-or-press') },
  { field: 'from:2026-03 to:2026-05', does: t('search.by-the-day-of-publication') },
  { field: 'since:2026-03 until:2026-05', does: t('search.these-days-and-between') },
  { field: 'after:2026-03 before:2026-06', does: t('search.without-these-days') },
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
