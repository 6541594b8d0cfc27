import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import {
  AddressRefused,
  DealwatchError,
  SourceBlocked,
  SourceChanged,
  SourceUnavailable,
  Unreadable,
} from '../../model/errors.ts';
import { extractArticle } from '../../sources/article/article.ts';
import { followRedirects } from '../../sources/fetching/redirects.ts';
import { parseFeed } from '../../sources/lists/feed.ts';
import { beginningsOf, counts } from '../../sources/lists/only.ts';
import { readOpml } from '../../sources/lists/opml.ts';
import { canonicalAddress, webLink } from '../../sources/parsing/canonical.ts';
import { decode } from '../../sources/parsing/decode.ts';
import { htmlOf } from '../../sources/parsing/html-page.ts';
import type { Fetched } from '../../sources/source.ts';
import { fetcher, html, NOW, page, rawSite, site, textOf } from './site.ts';

/** Cases of the reliability list that no other test file names; the others carry their identifier where they stand. */

const fetched = (
  body: string | Buffer,
  contentType = 'application/rss+xml',
  url = 'https://news.example.org/feed',
): Fetched => ({
  url,
  finalUrl: url,
  status: 200,
  contentType,
  body: Buffer.from(body as string),
  etag: null,
  lastModified: null,
  fetchedAt: NOW,
});
const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;

describe('what is sent along', () => {
  it('F10 headers of a source, a key among them, do not go to another site', async () => {
    const there = await site((_request, response) => html(response, 'there'));
    const here = await site((_request, response) => response.writeHead(302, { location: there.origin }).end());
    await page(fetcher([here, there]), here.origin, { headers: { 'x-api-key': 'SECRET' } });
    expect(here.requests[0]?.headers['x-api-key']).toBe('SECRET');
    expect(there.requests[0]?.headers['x-api-key']).toBeUndefined();
    expect(there.requests[0]?.headers.cookie).toBeUndefined();
  });

  it('F10 from https to http no redirect is followed', async () => {
    const hop = async (url: URL) => ({
      url,
      status: 302,
      body: new Uint8Array(),
      location: 'http://news.example.org/',
      header: () => null,
    });
    await expect(followRedirects('https://news.example.org/', {}, new Set(), hop)).rejects.toThrow(/unprotected http/);
  });

  it('F10 a form is sent as JSON parts to its own address, and never on to where that points', async () => {
    const bodies: string[] = [];
    const at = await site((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        bodies.push(`${request.method} ${Buffer.concat(chunks).toString()}`);
        if (request.url === '/moved') response.writeHead(307, { location: '/' }).end();
        else response.end('{}');
      });
    });
    const from = fetcher([at]);
    await page(from, `${at.origin}/#question`, { form: { query: { bool: 1 }, sort: [] } });
    expect(bodies[0]).toMatch(/^POST /);
    expect(bodies[0]).toMatch(/name="query"; filename="blob"\r\nContent-Type: application\/json\r\n\r\n\{"bool":1\}/);
    await expect(from.get(`${at.origin}/moved`, { form: { query: 1 } })).rejects.toThrow(SourceChanged);
    expect(bodies).toHaveLength(2);
  });

  it('F20 a password in an address is neither sent nor repeated, and no redirect brings one in', async () => {
    const at = await site((_request, response) =>
      response.writeHead(302, { location: `http://user:hunter2@127.0.0.1:${at.port}/` }).end(),
    );
    const failure = await fetcher([at])
      .get(at.origin)
      .catch((error: Error) => error);
    expect(failure).toBeInstanceOf(AddressRefused);
    expect(String(failure)).not.toContain('hunter2');
    expect(at.requests).toHaveLength(1);
  });
});

describe('bodies and headers', () => {
  it('F09 a loop of redirects between two pages ends', async () => {
    const at = await site((request, response) =>
      response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end(),
    );
    await expect(fetcher([at]).get(`${at.origin}/a`)).rejects.toThrow(AddressRefused);
    expect(at.requests.length).toBeLessThanOrEqual(6);
  });

  it('F15 a header of a megabyte is not taken', async () => {
    const at = await rawSite((socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(1_000_000)}\r\n\r\nx`));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(SourceUnavailable);
  });

  it('F16 of an answer "not modified", whatever body it claims, nothing is taken', async () => {
    const at = await rawSite((socket) =>
      socket.end('HTTP/1.1 304 Not Modified\r\nETag: "2"\r\nContent-Length: 5\r\n\r\nwords'),
    );
    expect(await fetcher([at]).get(at.origin, { etag: '"1"' })).toEqual({ notModified: true });
  });

  it('F16 an ETag with control characters is not sent back', async () => {
    const at = await site((_request, response) => html(response, 'ok'));
    await page(fetcher([at]), at.origin, { etag: '"a"\r\nX-Evil: 1', lastModified: 'yes\u0000' });
    expect(at.requests[0]?.headers['if-none-match']).toBeUndefined();
    expect(at.requests[0]?.headers['x-evil']).toBeUndefined();
  });

  it.each([
    [
      'UTF-16 with a mark, called UTF-8',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Société Générale', 'utf16le')]),
      'text/html; charset=utf-8',
    ],
    ['UTF-8 called Latin-1', Buffer.from('Société Générale'), 'text/html; charset=iso-8859-1'],
    ['Latin-1 called UTF-8', Buffer.from('Société Générale', 'latin1'), 'text/html; charset=utf-8'],
    ['Latin-1 called nothing', Buffer.from('Société Générale', 'latin1'), 'text/html'],
  ])('F16 %s keeps its names', (_name, body, contentType) => {
    expect(decode(body, contentType).text).toBe('Société Générale');
  });

  it('F16 UTF-7 is not unpacked into markup', () => {
    expect(decode(Buffer.from('+ADw-script+AD4-'), 'text/html; charset=utf-7').text).toBe('+ADw-script+AD4-');
  });

  it.each([
    [
      'a refusal',
      '<html><head><title>Access Denied</title></head><body>You have no permission.</body></html>',
      SourceBlocked,
    ],
    [
      'an interstitial',
      '<html><head><meta http-equiv="refresh" content="5; URL=/?bm-verify=A"></head></html>',
      SourceBlocked,
    ],
    ['nothing', '   ', SourceChanged],
    ['plain words', 'Service temporarily unavailable', SourceChanged],
  ])('F17 %s served as 200 in the place of a page is a failure', (_name, body, kind) => {
    expect(() => htmlOf(fetched(body, 'text/html'))).toThrow(kind);
  });

  it('F18 a storm of 429 and 503 without a time is a failure each, and no request is repeated by itself', async () => {
    const at = await site((request, response) => response.writeHead(request.url === '/1' ? 429 : 503).end());
    const from = fetcher([at]);
    const results = await Promise.allSettled(['/1', '/2', '/3'].map((path) => from.get(`${at.origin}${path}`)));
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(SourceUnavailable) });
    expect(at.requests).toHaveLength(3);
  });
});

describe('XML and feeds', () => {
  it('X03 names of entities with characters of patterns replace nothing else', () => {
    const head = '<!DOCTYPE rss [<!ENTITY l. "EVIL"><!ENTITY .* "EVIL"><!ENTITY a|b "EVIL">]>';
    expect(
      parseFeed(fetched(rss('<item><title>&l.; &lt; a|b &amp;lt;</title></item>', head))).items[0]?.title,
    ).not.toMatch(/EVIL/);
  });

  it('X04 a limit of nothing is refused and never means no limit', () => {
    for (const name of ['FETCH_MAX_MB', 'READ_WORKERS', 'SESSION_DAYS']) {
      expect(() => readConfig({ [name]: '0' }), name).toThrow(DealwatchError);
    }
  });

  it('X05 outside entities, outside document types and inclusions fetch nothing', async () => {
    const at = await site((_request, response) => html(response, 'root:x:0'));
    const bodies = [
      `<!DOCTYPE rss SYSTEM "${at.origin}/evil.dtd">${rss('<item><title>A</title></item>')}`,
      `<!DOCTYPE rss [<!ENTITY % p SYSTEM "${at.origin}/p"> %p;]>${rss('<item><title>A</title></item>')}`,
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "${at.origin}/x">]>${rss('<item><title>A &x;</title></item>')}`,
      rss(
        `<item><title>A</title><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></item>`,
      ),
    ];
    for (const body of bodies) {
      const { items } = parseFeed(fetched(body));
      expect(items[0]?.title).toMatch(/^A/);
      expect(JSON.stringify(items)).not.toContain('root:');
    }
    expect(at.requests).toHaveLength(0);
  });

  it.each([
    '0000-00-00',
    '275760-09-13',
    '99999999',
    'yesterday',
    '31 Feb 2026',
    '2026-W09-1',
    '12 Ramadan 1447',
    'Thu, 32 Jan 2026 10:00:00 GMT',
    '2026-13-01T00:00:00Z',
    '-1',
    '٢٠٢٦-٠٣-٠١',
  ])('X11 the date %s is none, and never today', (date) => {
    const { items } = parseFeed(fetched(rss(`<item><title>x</title><pubDate>${date}</pubDate></item>`)));
    expect(items).toMatchObject([{ published: null, title: 'x' }]);
  });

  it.each([
    ['Mon, 02 Mar 26 10:00:00 GMT', '2026-03-02'],
    ['2026-03-01T24:00:00Z', '2026-03-01'],
    ['2026-03-01T10:00:00', '2026-03-01'],
    ['March 1st, 2026', '2026-03-01'],
  ])('X11 the date %s is %s', (date, day) => {
    expect(parseFeed(fetched(rss(`<item><title>x</title><pubDate>${date}</pubDate></item>`))).items[0]?.published).toBe(
      day,
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
  ])('X14 %j becomes no link', (link) => {
    expect(webLink(link, 'https://e.org/')).toBeNull();
  });

  it('X14 an address that begins with two slashes stays on the web and is no place of ours', () => {
    expect(webLink('//evil.example/x', 'https://e.org/')).toBe('https://evil.example/x');
    expect(() => canonicalAddress('javascript:alert(1)')).not.toThrow();
  });

  it('X15 a list of a million feeds, one nested without end, and script in a title do no harm', () => {
    const outlines = '<outline text="A" xmlUrl="https://a.example/"/>'.repeat(1_000_000);
    const begun = process.cpuUsage();
    expect(() => readOpml(Buffer.from(`<opml><body>${outlines}</body></opml>`))).toThrow(Unreadable);
    expect(() => readOpml(Buffer.from(`<opml><body>${'<outline text="f">'.repeat(100_000)}</body></opml>`))).toThrow(
      Unreadable,
    );
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(5);
    const odd =
      '<opml><body><outline text="&lt;script&gt;alert(1)&lt;/script&gt;" xmlUrl="javascript:alert(1)"/><outline text="B" xmlUrl="https://b.example/"/></body></opml>';
    expect(readOpml(Buffer.from(odd)).map(({ url }) => url)).toEqual(['https://b.example/']);
  });
});

it('H13 H14 what an analyst writes to choose addresses is text: no pattern, selector or function runs', () => {
  const written = '(a+)+$ https://e.org/(a+)+ unparsed-text("file:///etc/passwd") env://HOME $ENV';
  const beginnings = beginningsOf(written, 'https://e.org/news/');
  expect(beginnings.every((one) => /^https?:/.test(one))).toBe(true);
  const begun = process.cpuUsage();
  expect(counts(`https://e.org/${'a'.repeat(100_000)}!`, beginnings)).toBe(false);
  expect(counts('https://e.org/(a+)+/story', beginnings)).toBe(true);
  expect(process.cpuUsage(begun).user / 1e3).toBeLessThan(500);
});

describe('pages', () => {
  const article = (body: string) =>
    extractArticle({ body: Buffer.from(body), contentType: 'text/html', url: 'https://e.org/a', fetchedAt: NOW });
  const words =
    '<p>Alpha buys Beta for a sum that nobody has named, and the authorities look at it closely.</p>'.repeat(12);

  it('H04 a byline of any length keeps the article reader no longer than another', () => {
    const begun = process.cpuUsage();
    for (const line of [
      'by '.repeat(20_000),
      `By ${'Aa '.repeat(39)}`,
      `By ${'A'.repeat(116)}`,
      `updated ${' '.repeat(1e5)}`,
    ]) {
      const { text } = article(
        `<html><head><title>T</title></head><body><article><p class="byline">${line}</p>${words}</article></body></html>`,
      );
      expect(text).toContain(words.slice(20, 60));
    }
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(3);
  });

  it('H08 no template puts a value into a style', () => {
    const views = join(import.meta.dirname, '../../views');
    const styled = readdirSync(views, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ejs') && !file.startsWith('mail'))
      .filter((file) => /style\s*=\s*["'][^"']*<%|<style[^>]*>[^<]*<%/.test(readFileSync(join(views, file), 'utf8')));
    expect(styled).toEqual([]);
  });

  it('H10 a title of ten megabytes is cut, in a feed and on a page', () => {
    const long = 'Alpha buys Beta '.repeat(650_000);
    const { items } = parseFeed(fetched(rss(`<item><title>${long}</title></item>`)));
    expect(items[0]?.title?.length).toBeLessThanOrEqual(500);
    const { title } = article(
      `<html><head><title>${long}</title></head><body><article>${words}</article></body></html>`,
    );
    expect(title.length).toBeLessThanOrEqual(500);
  });

  it('H11 of a page only words are kept: no picture, font or tracker', () => {
    const { text } = article(
      `<html><body><article><h1>T</h1>${words}<img src="https://tracker.example/x.gif" alt="pixel"><iframe src="https://tracker.example/"></iframe><style>@font-face{src:url(https://tracker.example/f)}</style></article></body></html>`,
    );
    expect(text).toContain('Alpha buys Beta');
    expect(text).not.toMatch(/tracker\.example|<img|font-face/);
  });
});

it('F14 one slow site holds up no other', async () => {
  const slow = await rawSite((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
  });
  const quick = await site((_request, response) => html(response, 'quick'));
  const from = fetcher([slow, quick], { deadlineMs: 800 });
  const waiting = from.get(slow.origin).catch((error: Error) => error);
  const texts = await Promise.all([1, 2, 3].map(async (n) => textOf(await page(from, `${quick.origin}/${n}`))));
  expect(texts).toEqual(['quick', 'quick', 'quick']);
  expect(await waiting).toBeInstanceOf(SourceUnavailable);
});
