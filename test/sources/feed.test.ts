import { describe, expect, it } from 'vitest';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { parseFeed } from '../../sources/lists/feed.ts';
import type { Fetched } from '../../sources/source.ts';
import { NOW } from './site.ts';

const fetched = (text: string | Uint8Array, contentType: string | null = null): Fetched => ({
  url: 'https://news.example.org/feed.xml',
  finalUrl: 'https://news.example.org/feed.xml',
  status: 200,
  contentType,
  body: Buffer.from(text as string),
  etag: null,
  lastModified: null,
  fetchedAt: NOW,
});
const feed = (text: string) => parseFeed(fetched(text));
const rss = (items: string) =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><language>en-gb</language>${items}</channel></rss>`;

describe('formats', () => {
  it('RSS 2.0, the fullest content winning', () => {
    const item = `<item><title>A &amp;amp; B &lt;b&gt;merge&lt;/b&gt;</title><link>/a</link><guid isPermaLink="false">g-1</guid>
      <pubDate>Fri, 27 Feb 2026 10:00:00 +0100</pubDate><dc:creator>Desk</dc:creator><description>Short.</description>
      <content:encoded><![CDATA[<p>First paragraph.</p><p>Second &eacute;.</p><script>no()</script>]]></content:encoded></item>`;
    expect(feed(rss(item))).toEqual({
      title: 'News',
      language: 'en',
      listed: 1,
      warnings: [],
      items: [
        {
          id: 'g-1',
          url: 'https://news.example.org/a',
          title: 'A & B merge',
          author: 'Desk',
          published: '2026-02-27',
          updatedAt: '2026-02-27T09:00:00.000Z',
          text: 'First paragraph.\n\nSecond é.',
        },
      ],
    });
  });

  it.each([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>t</title><item><title>One</title><link>https://e.org/1</link></item></channel></rss>',
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>t</title></channel><item rdf:about="https://e.org/1"><title>One</title><link>https://e.org/1</link></item></rdf:RDF>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry><title>One</title><link rel="alternate" href="https://e.org/1"/></entry></feed>',
    ],
    [
      'Atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>u</id><title>One</title><link rel="enclosure" href="https://e.org/x.mp3"/><link href="https://e.org/1"/></entry></feed>',
    ],
    [
      'JSON feed',
      '{"version":"https://jsonfeed.org/version/1","title":"t","items":[{"id":"u","url":"https://e.org/1","title":"One"}]}',
    ],
  ])('%s', (_name, text) => {
    expect(feed(text).items).toMatchObject([{ title: 'One', url: 'https://e.org/1', published: null }]);
  });

  it('xml:base of the feed and of an entry', () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/"><title>t</title><entry xml:base="2026/"><id>1</id><link href="a"/></entry></feed>';
    expect(feed(atom).items[0]?.url).toBe('https://news.example.org/blog/2026/a');
  });
});

describe('what is wrong with one item', () => {
  it('does not lose the others', () => {
    const items = Array.from({ length: 9 }, (_, n) =>
      n === 6 ? '<item><title>Item 7 <b></item>' : `<item><title>Item ${n + 1}</title></item>`,
    );
    const { items: found, listed, warnings } = feed(rss(items.join('')));
    expect(found.map(({ title }) => title)).toEqual([
      'Item 1',
      'Item 2',
      'Item 3',
      'Item 4',
      'Item 5',
      'Item 6',
      'Item 8',
      'Item 9',
    ]);
    expect(listed).toBe(9);
    expect(warnings.join(' ')).toMatch(/broken.*8 of 9/);
  });

  it('a feed cut off in the middle gives what came', () => {
    const whole = rss('<item><title>One</title></item><item><title>Two</title></item>');
    expect(feed(whole.slice(0, whole.indexOf('Two'))).items.map(({ title }) => title)).toEqual(['One']);
  });

  it('a bare ampersand and an undeclared prefix are read as meant', () => {
    const item = '<item><title>A & B</title><odd:thing>x</odd:thing><link>https://e.org/?a=1&b=2&copy=3</link></item>';
    expect(feed(rss(item)).items).toMatchObject([{ title: 'A & B', url: 'https://e.org/?a=1&b=2&copy=3' }]);
  });
});

it('X03 an entity is replaced where it stands and nowhere else', () => {
  const odd = `<!DOCTYPE rss [<!ENTITY l. "EVIL"><!ENTITY co "Example Co">]>${rss('<item><title>&lt;b&gt; &l.; all</title></item>')}`;
  expect(feed(odd).items[0]?.title).not.toMatch(/EVIL/);
});

describe('dates', () => {
  it.each([
    ['Sat, 01 Jan 2036 00:00:00 GMT', /future/],
    ['Thu, 01 Jan 1970 00:00:00 GMT', /before the web/],
    ['demnächst', /cannot be read/],
  ])('X11 %s leaves an item undated, with a warning', (date, warning) => {
    const { items, warnings } = feed(rss(`<item><title>x</title><pubDate>${date}</pubDate></item>`));
    expect(items[0]?.published).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('X11 no date is no warning, and never today', () => {
    expect(feed(rss('<item><title>x</title></item>'))).toMatchObject({
      warnings: [],
      items: [{ published: null, updatedAt: null }],
    });
  });

  it('a second date is taken when the first is broken', () => {
    const item = '<item><title>x</title><pubDate>soon</pubDate><dc:date>2026-02-01</dc:date></item>';
    expect(feed(rss(item)).items[0]?.published).toBe('2026-02-01');
  });
});

describe('what is no feed', () => {
  it.each([
    ['a web page', '<!doctype html><html><body><h1>Page not found</h1></body></html>', SourceChanged],
    ['nothing', '', SourceChanged],
    ['plain words', 'Please limit requests to one every 5 seconds.', SourceChanged],
    ['other XML', '<?xml version="1.0"?><sitemap><url>x</url></sitemap>', SourceChanged],
    ['a challenge', '<html><head><title>Just a moment...</title></head><body>Wait</body></html>', SourceBlocked],
    [
      'a consent wall',
      '<html><head><title>Before you continue</title></head><body><form action="https://consent.google.com/save"></form></body></html>',
      SourceBlocked,
    ],
    ['JSON of another kind', '{"error":"no"}', SourceChanged],
    ['a hopeless feed', '<rss version="2.0"><channel><item><title><![CD', SourceChanged],
  ])('%s is named', (_name, text, kind) => {
    expect(() => feed(text)).toThrow(kind);
  });

  it('a page that names its feed gives the hint', () => {
    const html =
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>';
    expect(() => feed(html)).toThrow('The page names this feed: https://news.example.org/rss.xml');
  });

  it('a page about feeds with a captcha in its comment form is not called a challenge', () => {
    const page = `<html><head><title>Access denied: a history</title></head><body>${'<p>Many words about access. </p>'.repeat(100)}<div class="g-recaptcha"></div></body></html>`;
    expect(() => feed(page)).toThrow(SourceChanged);
  });
});

it('a PDF in the place of a feed is called one, with what to do', () => {
  expect(() => feed('%PDF-1.7\n1 0 obj << /Type /Catalog >>')).toThrow(/PDF file.*page Read/);
});

it('X01 what a declared entity brings in stays small, however often it is named', () => {
  const doctype = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(400)}"><!ENTITY b "${'y'.repeat(20_000)}">]>`;
  const found = feed(
    doctype + rss(`<item><title>T</title><description>${'&a;&b;'.repeat(20_000)}</description></item>`),
  );
  expect(found.items[0]?.text.match(/x/g)?.length ?? 0).toBeLessThanOrEqual(2_000 * 400);
  expect(found.items[0]?.text).not.toContain('yy');
});

describe('what other readers stumble over', () => {
  it('a whole feed without items is a feed, and says so; one that was cut off is not', () => {
    const empty = feed('<?xml version="1.0"?><!-- none yet --><rss>\n</rss>');
    expect(empty).toMatchObject({ items: [], listed: 0, warnings: ['The feed has no items at all.'] });
    expect(() => feed('<rss version="2.0">\n</rss')).toThrow(SourceChanged);
  });

  it('an entity that the feed declares for itself is put in, one that holds others or lies elsewhere is not', () => {
    const doctype =
      '<!DOCTYPE rss [<!ENTITY home "tag:example.org,2026:"><!ENTITY two "&home;&home;"><!ENTITY far SYSTEM "https://e.org/x">]>';
    const item =
      '<item><title>&two;&far;</title><guid isPermaLink="false">&home;/a</guid><description><![CDATA[&home;]]></description></item>';
    const [found] = feed(doctype + rss(item)).items;
    expect(found?.id).toBe('tag:example.org,2026:/a');
    expect(`${found?.title} ${found?.text}`).not.toMatch(/tag:example/);
  });

  it('an ampersand in an address never becomes a sign that its letters happen to name', () => {
    const item = '<item><title>?lang=en&copy=2&amp;reg=1</title><link>https://e.org/?a=1&copy=2&region=x</link></item>';
    const inData = '<item><link><![CDATA[https://e.org/?a=1&copy=2&b=3]]></link></item>';
    expect(feed(rss(item)).items[0]).toMatchObject({
      title: '?lang=en&copy=2&reg=1',
      url: 'https://e.org/?a=1&copy=2&region=x',
    });
    expect(feed(rss(inData)).items[0]?.url).toBe('https://e.org/?a=1&copy=2&b=3');
  });

  it('comments in a title are no part of it, closed or not', () => {
    const atom = (title: string) =>
      feed(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title type="html">${title}</title></entry></feed>`,
      ).items[0]?.title;
    expect(atom('Deal&lt;!-- draft --&gt; closed')).toBe('Deal closed');
    expect(atom('Deal&lt;!-- -- draft &gt; closed&lt;script&gt;x()&lt;/script&gt;')).toBe('Deal closed');
    expect(atom('Deal closed&lt;!--')).toBe('Deal closed');
  });

  it('Atom content of an unusual type is decoded when it is text, and left out when it is not', () => {
    const entry = (content: string) =>
      feed(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>x</title><content type="application/octet-stream">${content}</content></entry></feed>`,
      ).items[0]?.text;
    expect(entry(Buffer.from('<p>Alpha buys Beta.</p>').toString('base64'))).toBe('Alpha buys Beta.');
    expect(entry(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x01]).toString('base64'))).toBe('');
  });

  it('UTF-8 that somebody took for Latin-1 is put right', () => {
    const item =
      '<item><description>It&#226;&#128;&#153;s done&#226;&#128;&#166; for 5 &#194;&#163;</description></item>';
    expect(feed(rss(item)).items[0]?.text).toMatch(/^It’s done… for 5/);
  });

  it('a feed that collects says whose each item is', () => {
    const item =
      '<item><title>Alpha buys Beta - The Example Post</title><link>https://e.org/1</link><source url="https://post.example">The Example Post</source></item>';
    expect(feed(rss(item)).items[0]).toMatchObject({ title: 'Alpha buys Beta', outlet: 'The Example Post' });
    expect(feed(rss('<item><title>Alpha - Beta</title></item>')).items[0]).not.toHaveProperty('outlet');
  });
});

describe('a feed with more items than are taken', () => {
  const item = (n: number) =>
    `<item><guid>${n}</guid><title>Item ${n}</title><pubDate>${new Date(Date.UTC(2024, 0, 1 + n)).toUTCString()}</pubDate></item>`;
  const numbers = Array.from({ length: 600 }, (_, n) => n);

  it.each([
    ['the newest first', [...numbers].reverse(), ['599', '100']],
    ['the oldest first', numbers, ['100', '599']],
  ])('gives the newest of them, with %s', (_order, order, ends) => {
    const { items, listed, warnings } = feed(rss(order.map(item).join('')));
    expect([items.length, items[0]?.id, items.at(-1)?.id]).toEqual([500, ...ends]);
    expect([listed, warnings]).toEqual([600, ['The feed has 600 items; the newest 500 were taken.']]);
  });
});

describe('an Atom entry that says several days of its last change', () => {
  const atom = (entries: string) =>
    feed(`<feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-02-01T00:00:00Z</updated>${entries}</feed>`).items;

  it('has the last of them, and keeps its day of publication', () => {
    const entry = (days: string) => `<entry><id>a</id><title>A</title>${days}</entry>`;
    const two = '<updated>2026-01-09T00:00:00Z</updated><updated>2026-01-05T00:00:00Z</updated>';
    const published = '<published>2026-01-02T00:00:00Z</published>';
    expect(atom(entry(two))[0]).toMatchObject({ published: '2026-01-05', updatedAt: '2026-01-05T00:00:00.000Z' });
    expect(atom(entry(published + two))[0]).toMatchObject({
      published: '2026-01-02',
      updatedAt: '2026-01-05T00:00:00.000Z',
    });
  });

  it('is not confused with the feed that it was taken from, nor with markup in its text', () => {
    const own = '<updated>2026-01-09T00:00:00Z</updated>';
    const others =
      '<source><updated>2026-01-01T00:00:00Z</updated></source><content><![CDATA[<updated>2025-01-01</updated>]]></content>';
    const entry = `<entry><id>a</id><title>A</title>${own}${others}</entry>`;
    expect(atom(entry + entry.replaceAll('>a<', '>b<')).map(({ updatedAt }) => updatedAt)).toEqual([
      '2026-01-09T00:00:00.000Z',
      '2026-01-09T00:00:00.000Z',
    ]);
  });
});
