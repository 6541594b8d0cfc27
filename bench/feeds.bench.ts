import { parseFeed as rowanParse } from '@rowanmanning/feed-parser';
import { load } from 'cheerio';
import { parseFeed as feedsmithParse } from 'feedsmith';
import type { Instant } from '../model/day.ts';
import { parseFeed } from '../sources/lists/feed.ts';
import type { Fetched } from '../sources/source.ts';
import type { Bench, Row } from './bench.ts';
import { atomFeed, rssFeed } from './made-feeds.ts';
import { medians } from './measure.ts';

const ITEMS = 200;
/** A feed takes some twenty milliseconds: many rounds, and enough before them for all ways to be compiled. */
const ROUNDS = 25;
const WARM_UPS = 15;

/**
 * What is compared is what a reader needs: items with plain text. Ours checks depth first and cleans links and dates as
 * well; the others parse, and cheerio takes the text out of what they give. What they take for parsing alone stands
 * beside it as the limit of what is possible.
 */
const bench: Bench = {
  about: 'feeds parsed, bytes in and items out, beside feedsmith and @rowanmanning/feed-parser',
  async run() {
    const feeds = { 'RSS with full text': rssFeed(ITEMS, 240), 'Atom with summaries': atomFeed(ITEMS, 120) };
    const rows: Row[] = [];
    for (const [what, xml] of Object.entries(feeds)) rows.push(...(await compare(what, xml)));
    return rows;
  },
};
export default bench;

async function compare(what: string, xml: string): Promise<Row[]> {
  const page = fetched(xml);
  const millis = await medians(
    {
      ours: () => parseFeed(page),
      feedsmith: () => contentsOf(feedsmithParse<string>(xml)).map(textOf),
      rowan: () => rowanParse(xml).items.map((item) => textOf(item.content ?? item.description ?? '')),
      alone: () => feedsmithParse<string>(xml),
    },
    ROUNDS,
    WARM_UPS,
  );
  const limit = { kind: 'least', value: 1, of: 'ratio' } as const;
  const rate = (ms: number) => (ITEMS / ms) * 1000;
  const row = { what, unit: 'items/s', ours: rate(millis.ours) };
  return [
    { ...row, peer: { name: 'feedsmith + cheerio', value: rate(millis.feedsmith) }, limit },
    { ...row, peer: { name: '@rowanmanning/feed-parser + cheerio', value: rate(millis.rowan) }, limit },
    { ...row, peer: { name: 'feedsmith, parsing alone', value: rate(millis.alone) }, limit: null },
  ];
}

function contentsOf({ format, feed }: ReturnType<typeof feedsmithParse<string>>): string[] {
  if (format === 'atom') return (feed.entries ?? []).map((entry) => entry.content?.value ?? '');
  return format === 'rss' ? (feed.items ?? []).map((item) => item.content?.encoded ?? '') : [];
}

const textOf = (html: string) => load(html).text();

function fetched(xml: string): Fetched {
  return {
    url: 'https://news.example/feed',
    finalUrl: 'https://news.example/feed',
    status: 200,
    contentType: 'application/rss+xml; charset=utf-8',
    body: Buffer.from(xml),
    etag: null,
    lastModified: null,
    fetchedAt: '2026-06-01T08:00:00.000Z' as Instant,
  };
}
