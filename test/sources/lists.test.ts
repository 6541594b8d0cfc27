import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SourceBlocked, SourceChanged, SourceUnavailable, Unreadable } from '../../model/errors.ts';
import { feedSource, findSource } from '../../sources/index.ts';
import { shapeOf } from '../../sources/lists/any-list.ts';
import { readOpml, writeOpml } from '../../sources/lists/opml.ts';
import type { Fetched, SourceSettings } from '../../sources/source.ts';
import { NOW } from './site.ts';

const settings: SourceSettings = {
  id: 'feed-1',
  url: 'https://news.example/',
  publisher: 'News',
  sourceClass: 'press',
};

function fetched(body: string | Uint8Array, url = 'https://news.example/', contentType = 'text/html'): Fetched {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return { url, finalUrl: url, status: 200, contentType, body: bytes, etag: null, lastModified: null, fetchedAt: NOW };
}

const list = (body: string | Uint8Array, change: Partial<SourceSettings> = {}) =>
  feedSource.list(fetched(body), { ...settings, shape: 'any', ...change });

const SITEMAP = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/</loc></url>
<url><loc>https://news.example/about</loc><lastmod>2026-02-01</lastmod></url>
<url><loc>https://news.example/news/old-deal</loc><lastmod>2026-01-05T10:00:00Z</lastmod></url>
<url><loc>https://news.example/news/alpha-buys-beta?utm_source=map</loc><lastmod>2026-02-28T10:00:00+01:00</lastmod>
  <news:news><news:publication_date>2026-02-27T08:00:00Z</news:publication_date><news:title>Alpha buys Beta</news:title></news:news></url>
<url><loc>javascript:alert(1)</loc></url></urlset>`;

describe('sitemaps', () => {
  it('give the pages that begin as they should, the newest first', () => {
    const { items, listed, shape } = list(SITEMAP, { only: '/news/' });
    expect(shape).toBe('sitemap');
    expect(listed).toBe(5);
    expect(items).toMatchObject([
      {
        key: 'https://news.example/news/alpha-buys-beta',
        title: 'Alpha buys Beta',
        published: '2026-02-27',
        updatedAt: '2026-02-28T09:00:00.000Z',
      },
      { key: 'https://news.example/news/old-deal', title: null, published: null },
    ]);
  });

  it('say so when no address begins as it should: a site that moved its news is not a quiet day', () => {
    expect(() => list(SITEMAP, { only: '/press/' })).toThrow(SourceChanged);
  });

  it('may be packed, and are not unpacked without end', () => {
    expect(list(gzipSync(SITEMAP)).items).toHaveLength(3);
    expect(() => list(gzipSync(Buffer.alloc(30 * 1024 * 1024)))).toThrow(Unreadable);
  });

  it('lead to their parts, those of news first, and to no other site', () => {
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://news.example/pages.xml</loc><lastmod>2026-03-01</lastmod></sitemap>
      <sitemap><loc>https://news.example/news.xml</loc><lastmod>2026-02-01</lastmod></sitemap>
      <sitemap><loc>https://elsewhere.example/news.xml</loc></sitemap></sitemapindex>`;
    expect(list(index).more).toEqual(['https://news.example/news.xml', 'https://news.example/pages.xml']);
  });
});

describe('a sitemap of a whole site', () => {
  const entry = (n: number, lastmod?: string) =>
    `<url><loc>https://news.example/news/n${String(n).padStart(5, '0')}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`;
  const sitemap = (entries: string[]) => `<urlset>${entries.join('')}</urlset>`;
  const day = (n: number) => new Date(Date.UTC(2026, 1, 1) - n * 86_400_000).toISOString();

  it('gives all of it to be compared, and the newest to be read', () => {
    const { items, listed } = list(sitemap(Array.from({ length: 300 }, (_, n) => entry(n, day(300 - n)))));
    expect(listed).toBe(300);
    expect(items.filter(({ older }) => !older).map(({ key }) => key.slice(-3))).toEqual(
      Array.from({ length: 200 }, (_, n) => String(299 - n).padStart(3, '0')),
    );
    expect(items.filter(({ older }) => older)).toHaveLength(100);
  });

  it('believes no day of change that every page has: it is the day on which the site was built', () => {
    const built = Array.from({ length: 30 }, (_, n) => entry(n, '2026-02-20T03:00:00Z'));
    const again = Array.from({ length: 30 }, (_, n) => entry(n, '2026-02-21T03:00:00Z'));
    const [first, second] = [list(sitemap(built)).items, list(sitemap(again)).items];
    expect(first[0]).toMatchObject({ updatedAt: null });
    expect(second.map(({ fingerprint }) => fingerprint)).toEqual(first.map(({ fingerprint }) => fingerprint));
  });

  it('may have the 50,000 addresses that the format allows, and is said to be cut beyond what is compared', () => {
    const { items, warnings } = list(sitemap(Array.from({ length: 50_000 }, (_, n) => entry(n, day(n)))));
    expect(items).toHaveLength(20_000);
    expect(warnings.join()).toContain('has 50000 such addresses; the 20000 newest were compared');
  });

  it('takes the address and day of the page itself, not those of its pictures, whatever the prefix of its names', () => {
    const { items } = list(
      `<sm:urlset><sm:url><sm:loc>https://news.example/news/a&amp;b</sm:loc><image:image><image:loc>https://cdn.example/x.jpg</image:loc>
      <image:title>A picture</image:title></image:image><sm:lastmod><![CDATA[2026-02-01]]></sm:lastmod></sm:url></sm:urlset>`,
    );
    expect(items).toMatchObject([
      { url: 'https://news.example/news/a&b', title: null, updatedAt: '2026-02-01T00:00:00.000Z' },
    ]);
  });

  it('says which parts of an index it leaves out when the index does not say which are new', () => {
    const part = (n: number) => `<sitemap><loc>https://news.example/part-${n}.xml</loc></sitemap>`;
    const { more, warnings } = list(
      `<sitemapindex>${Array.from({ length: 9 }, (_, n) => part(n)).join('')}</sitemapindex>`,
    );
    expect(more).toHaveLength(5);
    expect(warnings.join()).toContain('names 9 sitemaps without saying which are new');
  });
});

const PAGE = `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>
<nav><a href="/section/business-news-and-more">Business news and much more</a></nav>
<main><article><h2><a href="/2026/02/alpha-buys-beta">Alpha buys Beta for two billion</a></h2><time datetime="2026-02-27">27 Feb</time>
  <a href="/2026/02/alpha-buys-beta#comments">12 comments</a></article>
<article><a href="/2026/01/gamma-in-talks"><img src="x"><h3>Gamma is in talks with Delta</h3></a></article>
<a href="/2026/02/more">Read more</a><a href="https://other.example/2026/02/x">An article of another site altogether</a>
<a href="/legal/the-terms-of-this-site">The terms of this site</a></main>
<footer><a href="/jobs/work-with-us-today">Work with us today</a></footer></body></html>`;

describe('pages that list articles', () => {
  it('give links with a headline, with the date beside them, and name the better source', () => {
    const { items, shape, warnings } = list(PAGE);
    expect(shape).toBe('page');
    expect(items.map(({ url, title, published }) => [url, title, published])).toEqual([
      ['https://news.example/2026/02/alpha-buys-beta', 'Alpha buys Beta for two billion', '2026-02-27'],
      ['https://news.example/2026/01/gamma-in-talks', 'Gamma is in talks with Delta', null],
    ]);
    expect(warnings.join()).toContain('https://news.example/feed.xml');
  });

  it('give what begins as an analyst says, whatever the words', () => {
    const { items } = list(PAGE, { only: '/2026/02/' });
    expect(items.map(({ title }) => title)).toEqual(['Alpha buys Beta for two billion', 'Read more']);
  });

  it('are no list when nothing on them looks like one, or a challenge stands there', () => {
    expect(() => list('<!doctype html><html><body><p>Hello</p></body></html>')).toThrow(SourceChanged);
    expect(() => list('<html><title>Just a moment...</title><body>Checking</body></html>')).toThrow(SourceBlocked);
  });
});

describe('what an address leads to', () => {
  it('is told by what is there', () => {
    const rss = '<rss version="2.0"><channel><item><title>An item</title></item></channel></rss>';
    expect(shapeOf(fetched(rss))).toBe('feed');
    expect(shapeOf(fetched(`<!-- made by x -->\n${PAGE}`))).toBe('page');
    expect(shapeOf(fetched(SITEMAP, undefined, 'text/xml'))).toBe('sitemap');
    expect(shapeOf(fetched('{"version":"https://jsonfeed.org/version/1","items":[]}'))).toBe('feed');
  });

  it('never changes by itself: a page in the place of a feed is an error (F17)', () => {
    expect(() => feedSource.list(fetched(PAGE), settings)).toThrow(SourceChanged);
    expect(() => feedSource.list(fetched(PAGE), { ...settings, shape: 'sitemap' })).toThrow(SourceChanged);
  });
});

describe('OPML', () => {
  it('gives what was written, folders and all, each feed once', () => {
    const file = `<?xml version="1.0"?><opml version="1.1"><head/><body>
      <outline text="AI"><outline text="A &amp; B" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
      <outline text="again" xmlUrl="https://a.example/feed"/><outline text="bad" xmlUrl="javascript:alert(1)"/></outline>
      <outline xmlUrl="https://c.example/feed"/></body></opml>`;
    expect(readOpml(Buffer.from(file))).toEqual([
      { url: 'https://a.example/feed', title: 'A & B', home: 'https://a.example/', folders: ['AI'] },
      { url: 'https://c.example/feed', title: 'c.example', home: null, folders: [] },
    ]);
  });

  it('comes back as it went out', () => {
    const feeds = [{ url: 'https://a.example/feed?x=1&y=2', title: 'A <b> "c"', home: null }];
    expect(readOpml(Buffer.from(writeOpml('Mine', feeds)))).toEqual([{ ...feeds[0], folders: [] }]);
    expect(readOpml(Buffer.from(writeOpml('Mine', [])))).toEqual([]);
  });

  it('is refused when it is none, too deep or full of entities (X-cases)', () => {
    expect(() => readOpml(Buffer.from('<rss/>'))).toThrow(SourceChanged);
    expect(() => readOpml(Buffer.from(`<opml><body>${'<outline>'.repeat(500)}</body></opml>`))).toThrow(Unreadable);
    const bomb = `<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/"/></body></opml>`;
    expect(readOpml(Buffer.from(bomb))[0]?.title ?? '').not.toContain('haha');
  });
});

describe('GDELT', () => {
  const gdelt = findSource('gdelt');
  const own: SourceSettings = { id: 'gdelt', url: null, publisher: 'GDELT', sourceClass: 'press' };
  const take = (body: string) => gdelt.list(fetched(body, gdelt.start[0], 'text/plain'), own);
  const article = (change: object) => ({
    url: 'https://news.example/1',
    title: 'Alpha buys Beta',
    seendate: '20260302T081500Z',
    domain: 'News.example',
    language: 'English',
    ...change,
  });

  it('is off until somebody wants it, and takes articles in languages that are read, undated', () => {
    expect(gdelt.offAtFirst).toBe(true);
    const answer = {
      articles: [article({}), article({ url: 'https://n.example/2', language: 'Japanese' }), { url: 1 }],
    };
    const { items, listed, warnings } = take(JSON.stringify(answer));
    expect(items).toMatchObject([{ published: null, fields: { outlet: 'news.example', language: 'en' } }]);
    expect([listed, warnings.length]).toEqual([3, 1]);
  });

  it('says that more may be missing when it gives as many as it ever does', () => {
    const articles = Array.from({ length: 250 }, (_, n) => article({ url: `https://n.example/${n}` }));
    expect(take(JSON.stringify({ articles })).warnings.join()).toMatch(/older ones of the same day may be missing/);
    expect(take(JSON.stringify({ articles: articles.slice(1) })).warnings).toEqual([]);
  });

  it('takes {} for no match, and mends escapes that JSON does not know', () => {
    expect(take('{}').items).toEqual([]);
    const broken = JSON.stringify({ articles: [article({})] }).replace('buys', "buys \\' and");
    expect(take(broken).items[0]?.title).toBe("Alpha buys ' and Beta");
  });

  it('tells being busy from a search that it does not take, and neither from an empty day', () => {
    const busy = 'Please limit requests to one every 5 seconds or contact us for larger queries.';
    expect(() => take(busy)).toThrow(SourceUnavailable);
    expect(() => take('The specified phrase is too short.')).toThrow(SourceChanged);
    expect(() => take('<html><body>Service</body></html>')).toThrow(SourceChanged);
    expect(() => take('{"articles": 5}')).toThrow(SourceChanged);
  });
});
