import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../sources/article/article.ts';
import { LAYOUTS } from '../helpers/layouts.ts';
import { NOW } from './site.ts';

/** Pages dated later than the other tests' clock. */
const FETCHED = NOW.replace('2026-03', '2026-06') as typeof NOW;

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of words found and right, both ways (token F1, as in article extraction benchmarks). */
function f1(found: string, expected: string): number {
  const counts = new Map<string, number>();
  for (const word of words(expected)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of words(found)) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (words(found).length + words(expected).length);
}

it('there are at least forty layouts', () => {
  expect(new Set(LAYOUTS.map(({ name }) => name)).size).toBe(LAYOUTS.length);
  expect(LAYOUTS.length).toBeGreaterThanOrEqual(40);
});

describe('the article of a page', () => {
  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_name, layout) => {
    const body = typeof layout.html === 'string' ? Buffer.from(layout.html) : layout.html;
    const contentType = layout.contentType ?? 'text/html; charset=utf-8';
    const article = extractArticle({ body, contentType, url: 'https://news.example/2026/x', fetchedAt: FETCHED });
    expect(article.title).toBe(layout.title);
    expect(article.published).toBe(layout.date);
    expect(f1(article.text, layout.text.join('\n\n')), article.text).toBeGreaterThanOrEqual(0.95);
  });
});
