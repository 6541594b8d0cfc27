import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import type { Instant } from '../model/day.ts';
import { extractArticle } from '../sources/article/article.ts';
import type { Bench } from './bench.ts';
import { newsPage } from './made-feeds.ts';
import { medians } from './measure.ts';

const PAGES = 20;

/** Ours also reads the head, checks depth first and gives plain text; the others give the article as HTML. */
const bench: Bench = {
  about: 'article pages, bytes in and text out, beside linkedom + Readability and Defuddle',
  async run() {
    const pages = Array.from({ length: PAGES }, (_, n) => newsPage(400 + n * 60, n + 1));
    const millis = await medians({
      ours: () => pages.forEach(ours),
      readability: () => pages.forEach(readability),
      defuddle: async () => {
        for (const page of pages) await Defuddle(parseHTML(page).document, 'https://news.example/');
      },
    });
    const rate = (ms: number) => (PAGES / ms) * 1000;
    const row = { what: 'news pages', unit: 'pages/s', ours: rate(millis.ours) };
    return [
      {
        ...row,
        peer: { name: 'linkedom + Readability', value: rate(millis.readability) },
        limit: { kind: 'least', value: 2, of: 'ratio' },
      },
      {
        ...row,
        peer: { name: 'Defuddle', value: rate(millis.defuddle) },
        limit: { kind: 'least', value: 1, of: 'ratio' },
      },
    ];
  },
};
export default bench;

function ours(page: string): void {
  extractArticle({
    body: Buffer.from(page),
    contentType: 'text/html; charset=utf-8',
    url: 'https://news.example/1',
    fetchedAt: '2026-06-01T08:00:00.000Z' as Instant,
  });
}

function readability(page: string): void {
  const { document } = parseHTML(page);
  new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
}
