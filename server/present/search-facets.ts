import type { Hit } from '../../db/documents/search.ts';
import { SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { SearchQuery } from '../forms/search-query.ts';
import { languageName } from '../words/language.ts';

/** One way to narrow what was found: its values, each with how many there are of it and the search that keeps only these. */
export interface SearchFacet {
  label: string;
  options: readonly { label: string; count: number; link: string }[];
}

const OUTLETS = 6;
const YEARS = 6;

/** Takes what was found and how it was asked for; gives what it can be narrowed by, where that makes a difference. */
export function searchFacets(hits: readonly Hit[], q: string, asked: SearchQuery): SearchFacet[] {
  const link = (added: string) => `/search?${new URLSearchParams({ q: `${q} ${added}` })}`;
  const facet = (label: string, values: readonly (readonly [label: string, count: number, added: string])[]) => ({
    label,
    options: values.map(([name, count, added]) => ({ label: name, count, link: link(added) })),
  });
  const classes = tally(hits, (hit) => hit.sourceClass);
  const languages = tally(hits, (hit) => hit.language ?? '').filter(([code]) => code);
  const years = tally(hits, (hit) => hit.day.slice(0, 4)).sort(([a], [b]) => (a < b ? 1 : -1));
  const outlets = tally(hits, (hit) => hit.publisher).slice(0, OUTLETS);
  return [
    ...(asked.sourceClass ? [] : [facet(t('documents.source'), classesInOrder(classes))]),
    ...(asked.language
      ? []
      : [
          facet(
            t('documents.language'),
            languages.map(([code, n]) => [languageName(code), n, `lang:${code}`]),
          ),
        ]),
    ...(asked.from || asked.to
      ? []
      : [
          facet(
            t('search.year'),
            years.slice(0, YEARS).map(([year, n]) => [year, n, `from:${year} to:${year}`]),
          ),
        ]),
    ...(asked.publisher
      ? []
      : [
          facet(
            t('documents.outlet'),
            outlets.map(([name]) => [name, named(hits, name), `publisher:"${name.replaceAll('"', '')}"`]),
          ),
        ]),
  ].filter(({ options }) => options.length > 1);
}

const classesInOrder = (counts: readonly (readonly [string, number])[]) =>
  SOURCE_CLASSES.flatMap((name) => {
    const [, n] = counts.find(([one]) => one === name) ?? [];
    return n ? [[SOURCE_CLASS_LABELS[name], n, `class:${name}`] as const] : [];
  });

/** The most frequent first; those as frequent as each other by name. */
function tally(hits: readonly Hit[], of: (hit: Hit) => string): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const hit of hits) counts.set(of(hit), (counts.get(of(hit)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** How many the field `publisher:` keeps, which asks for a part of the name. */
function named(hits: readonly Hit[], name: string): number {
  const part = name.toLowerCase();
  return hits.filter(({ publisher }) => publisher.toLowerCase().includes(part)).length;
}
