import { addDays, type Day, firstDay, lastDay, type PartialDay, parsePartialDay } from '../../model/day.ts';
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

const FIELD = /(?<!\S)(publisher|outlet|language|lang|class|company|from|since|after|to|until|before):("[^"]*"|\S+)/giu;

/** Names for the same field: people try what they know from elsewhere. */
const SAME: Readonly<Record<string, string>> = { outlet: 'publisher', language: 'lang' };

/** What a field of time does with its day, month or year: `from`, `since`, `to` and `until` take it in, `after` and `before` leave it out. */
const TIMES: Readonly<Record<string, (day: PartialDay) => Pick<SearchQuery, 'from' | 'to'>>> = {
  from: (day) => ({ from: firstDay(day) }),
  since: (day) => ({ from: firstDay(day) }),
  after: (day) => ({ from: addDays(lastDay(day), 1) }),
  to: (day) => ({ to: lastDay(day) }),
  until: (day) => ({ to: lastDay(day) }),
  before: (day) => ({ to: addDays(firstDay(day), -1) }),
};

/** Takes what was typed; gives it apart: `publisher:"Example News" from:2026-03 lang:fr title:loop invest*`. */
export function searchQuery(typed: string): SearchQuery {
  const query: SearchQuery = { text: '', problems: [] };
  query.text = typed.replace(FIELD, (_, name: string, value: string) => {
    const problem = take(query, SAME[name.toLowerCase()] ?? name.toLowerCase(), value.replaceAll('"', '').trim());
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
  } else return takeTime(query, name, value);
  return null;
}

/** Puts a bound in time into the query; of two on the same side the narrower one counts. */
function takeTime(query: SearchQuery, name: string, value: string): string | null {
  const day = parsePartialDay(value);
  const { from, to } = (day && TIMES[name]?.(day)) ?? {};
  if (!from && !to) return t('search.needs-a-date-as-2026', { name });
  if (from && !(query.from && query.from > from)) query.from = from;
  if (to && !(query.to && query.to < to)) query.to = to;
  return null;
}
