import { parseFeed as rowanParse } from '@rowanmanning/feed-parser';
import { parseFeed as feedsmithParse } from 'feedsmith';
import type { Instant } from '../model/day.ts';
import { parseFeed } from '../sources/feed.ts';
import type { Fetched } from '../sources/source.ts';
import type { Bench, Row } from './bench.ts';
import { atomFeed, rssFeed } from './made-feeds.ts';
import { medians } from './measure.ts';

const ITEMS = 200;

/** Ours cleans links, dates and text of each item and checks depth first; the others only parse. */
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
  const millis = await medians({
    ours: () => parseFeed(page),
    feedsmith: () => feedsmithParse(xml),
    rowan: () => rowanParse(xml),
  });
  const rate = (ms: number) => (ITEMS / ms) * 1000;
  const row = { what, unit: 'items/s', ours: rate(millis.ours) };
  return [
    { ...row, peer: { name: 'feedsmith', value: rate(millis.feedsmith) }, limit: null },
    {
      ...row,
      peer: { name: '@rowanmanning/feed-parser', value: rate(millis.rowan) },
      limit: { kind: 'least', value: 1, of: 'ratio' },
    },
  ];
}

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
