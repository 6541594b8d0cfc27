import { type Day, firstDay, lastDay, parsePartialDay } from '../../model/day.ts';
import { SOURCE_CLASSES, type SourceClass } from '../../model/scrutiny.ts';
import { t } from '../../words/speak.ts';

/** What a person typed to search: words for the index, and fields that narrow. */
export interface SearchQuery {
  /** Words, phrases and beginnings, `title:` among them. */
  text: string;
  publisher?: string | undefined;
  language?: string | undefined;
  sourceClass?: SourceClass | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  company?: string | undefined;
  /** Fields that were written and could not be understood, in words. */
  problems: string[];
}

const FIELD = /(?<!\S)(publisher|lang|class|from|to|company):("[^"]*"|\S+)/giu;

/** Takes what was typed; gives it apart: `publisher:"Example News" from:2026-03 lang:fr title:loop invest*`. */
export function searchQuery(typed: string): SearchQuery {
  const query: SearchQuery = { text: '', problems: [] };
  query.text = typed.replace(FIELD, (_, name: string, value: string) => {
    const problem = take(query, name.toLowerCase(), value.replaceAll('"', '').trim());
    if (problem) query.problems.push(problem);
    return ' ';
  });
  query.text = query.text.replace(/\s+/g, ' ').trim();
  return query;
}

/** Puts one field into the query; gives a sentence when its value cannot be used. */
function take(query: SearchQuery, name: string, value: string): string | null {
  if (!value) return t('search.needs-a-value', { name });
  if (name === 'publisher') query.publisher = value;
  else if (name === 'company') query.company = value;
  else if (name === 'lang') query.language = value.toLowerCase();
  else if (name === 'class') {
    query.sourceClass = SOURCE_CLASSES.find((one) => one === value.toLowerCase());
    if (!query.sourceClass) return t('search.class-is-one-of', { SOURCE_CLASSES: SOURCE_CLASSES.join(', ') });
  } else {
    const day = parsePartialDay(value);
    if (!day) return t('search.needs-a-date-as-2026', { name });
    if (name === 'from') query.from = firstDay(day);
    else query.to = lastDay(day);
  }
  return null;
}
