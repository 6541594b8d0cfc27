import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { SourceBlocked, SourceChanged, Unreadable } from '../../model/errors.ts';
import type { Fetched, FoundItem, SourceSettings } from '../../sources/source.ts';
import { createWorkers } from '../../workers/pool.ts';

/** Hostile pages and feeds (RELIABILITY H01, H02, X01–X14) through the real threads, each within its time. */
const NOW = '2026-03-02T09:00:00.000Z' as Instant;
const URL_HERE = 'https://news.example.org/feed';
const settings: SourceSettings = { id: 'feed', url: URL_HERE, publisher: 'Example News', sourceClass: 'press' };

const workers = createWorkers({ threads: 1 });
afterAll(() => workers.close());

const page = (text: string | Uint8Array, contentType: string | null = null): Fetched => ({
  url: URL_HERE,
  finalUrl: URL_HERE,
  status: 200,
  contentType,
  body: typeof text === 'string' ? Buffer.from(text) : text,
  etag: null,
  lastModified: null,
  fetchedAt: NOW,
});
const article = (html: string) =>
  workers.article({ body: Buffer.from(html), contentType: 'text/html', url: URL_HERE, fetchedAt: NOW });
const list = (text: string | Uint8Array) => workers.list('feed', page(text), settings);
const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const item = (n: number, extra = '') =>
  `<item><title>Item ${n}</title><link>https://news.example.org/${n}</link>${extra}</item>`;

/** An ordinary article still goes through after whatever came before. */
const HONEST = `<html lang="en"><head><title>Plain story</title></head><body><article>${'<p>The company said on Monday that it had bought the firm for an undisclosed sum.</p>'.repeat(8)}</article></body></html>`;
afterEach(async () => {
  expect((await article(HONEST)).text).toContain('undisclosed sum');
});

/** Runs a hostile task; gives its result or error, and fails when it took longer than `ms`. */
async function within<T>(ms: number, task: () => Promise<T>): Promise<T | Error> {
  await workers.article({ body: Buffer.from(HONEST), contentType: 'text/html', url: URL_HERE, fetchedAt: NOW });
  const begun = performance.now();
  const result = await task().catch((error: Error) => error);
  expect(performance.now() - begun).toBeLessThan(ms);
  return result;
}

/** The nice value of each thread of this process, the main one first. */
function nicePerThread(): number[] {
  const threads = readdirSync('/proc/self/task').sort((a, b) => Number(a) - Number(b));
  // The name in brackets may hold anything; nice is the 17th field after it (proc(5)).
  return threads.map((thread) =>
    Number(
      readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[16],
    ),
  );
}

describe('threads', () => {
  it.runIf(process.platform === 'linux')('leave the processor to pages first', async () => {
    await article(HONEST);
    const [main = 0, ...others] = nicePerThread();
    expect(others.some((nice) => nice > main)).toBe(true);
    expect(main).toBe(getPriority(process.pid));
  });
});

describe('pages', () => {
  it.each([512, 1_000, 100_000])('H01 %i nested elements are too deep', async (depth) => {
    expect(await within(1_000, () => article(`${'<div>'.repeat(depth)}text`))).toBeInstanceOf(Unreadable);
  });

  it.each([
    ['nested tables', '<table><tr><td>'.repeat(20_000)],
    ['open formatting', `${'<b><i><a>'.repeat(20_000)}${'<p>text</p>'.repeat(2_000)}`],
    ['stray end tags between', '<div></span>'.repeat(20_000)],
    ['elements that close themselves', '<div/>'.repeat(20_000)],
    ['an open drawing', `<svg>${'<div>'.repeat(20_000)}`],
    ['too many paragraphs', '<p>x</p>'.repeat(200_000)],
  ])('H02 %s are refused at once', async (_name, html) => {
    expect(await within(5_000, () => article(html))).toBeInstanceOf(Unreadable);
  });

  it('H02 200,000 attributes do not keep it busy', async () => {
    const attributes = Array.from({ length: 200_000 }, (_, n) => `a${n}="x"`).join(' ');
    const result = await within(8_500, () => article(`<p ${attributes}>${'word '.repeat(50)}</p>`));
    expect(result instanceof Unreadable || 'text' in result).toBe(true);
  });

  it('H03 one long line and a comment that never ends give their text', async () => {
    const result = await within(8_500, () => article(`<body><p>${'Some words of text. '.repeat(50_000)}</p><!-- open`));
    expect(result).toMatchObject({ text: expect.stringContaining('Some words') });
  });

  it('F17 a challenge page arrives as the refusal it is', async () => {
    const html = '<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>';
    await expect(article(html)).rejects.toThrow(SourceBlocked);
  });
});

describe('feeds', () => {
  it('X01 entities that multiply are not expanded', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const laughs = rss(item(1, '<description>&l10;</description>'), `<!DOCTYPE x [<!ENTITY l0 "lol">${names}]>`);
    expect(JSON.stringify(await within(1_000, () => list(laughs))).length).toBeLessThan(5_000);
    const wide = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(20_000)}">]>`;
    const result = await within(1_000, () =>
      list(rss(item(1, `<description>${'&a;'.repeat(20_000)}</description>`), wide)),
    );
    expect(JSON.stringify(result).length).toBeLessThan(1_000_000);
  });

  it('X05 outside entities read no file', async () => {
    const head = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(JSON.stringify(await list(rss(item(1, '<description>&f;</description>'), head)))).not.toContain('root:');
  });

  it('X02 a million character references are bounded', async () => {
    const result = await within(5_000, () =>
      list(rss(item(1, `<description>${'&#65;'.repeat(1_000_000)}</description>`))),
    );
    expect(result).toMatchObject({ items: [{ title: 'Item 1' }] });
  });

  it('X06 200,000 nested elements are too deep', async () => {
    expect(await within(1_500, () => list(rss('<a>'.repeat(200_000))))).toBeInstanceOf(Unreadable);
  });

  it('X07 of 200,000 items the first 500 are taken and the rest is counted', async () => {
    const many = rss(Array.from({ length: 200_000 }, (_, n) => item(n)).join(''));
    const result = await within(5_000, () => list(many));
    expect(result).toMatchObject({
      listed: 200_000,
      warnings: expect.arrayContaining([expect.stringMatching(/200000 items; the newest 500/)]),
    });
    expect((result as { items: unknown[] }).items).toHaveLength(500);
  });

  it('X08 names that mean something to JavaScript change nothing', async () => {
    const odd = '<__proto__>x</__proto__><constructor a="1">y</constructor><toString __proto__="z">q</toString>';
    const result = await list(rss(item(1, odd) + item(2)));
    expect(result).toMatchObject({
      listed: 2,
      items: [{ title: 'Item 2' }],
      warnings: [expect.stringMatching(/broken/), expect.stringMatching(/1 of 2/)],
    });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    'null',
    '[]',
    '{}',
    '{"items":null}',
    '{"version":"https://jsonfeed.org/version/1.1","items":null}',
    '[1e400]',
    `${'['.repeat(100_000)}`,
    `{"a":${'{"a":'.repeat(100_000)}`,
  ])('X09 JSON that is no feed is said to be none: %#', async (json) => {
    expect(await within(2_000, () => list(json))).toBeInstanceOf(SourceChanged);
  });

  it('X09 a JSON feed with hostile keys is read', async () => {
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"x":1},"items":[{"id":"1","id":"2","title":"Two ids","url":"https://news.example.org/2","__proto__":{}}]}';
    expect(await list(json)).toMatchObject({ items: [{ key: '2', title: 'Two ids' }] });
  });

  it.each([
    ['white space and a BOM first', `\n \ufeff${rss(item(1))}`],
    [
      'a harmless document type',
      rss(item(1), '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://example.org/rss.dtd">'),
    ],
    ['control characters', rss(item(1, '<description>a\u0001b\u0008c</description>'))],
    ['a wrong encoding declaration', rss(item(1)).replace('version="1.0"', 'version="1.0" encoding="utf-16"')],
    ['text before it', `Warning: deprecated\n${rss(item(1))}`],
  ])('X10 with %s are still read', async (_name, text) => {
    expect(await list(text)).toMatchObject({ items: [{ title: 'Item 1' }] });
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#1;javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://u:p@evil.example/',
  ])('X14 the link %s is never one', async (link) => {
    const result = await list(rss(`<item><title>Odd</title><link>${link}</link><guid>g1</guid></item>`));
    expect(result.items).toMatchObject([{ key: 'g1', url: null, page: null, title: 'Odd' }]);
  });
});

describe('the pool', () => {
  const endless: FoundItem = {
    key: 'k',
    url: null,
    title: null,
    published: null,
    updatedAt: null,
    fingerprint: 'f',
    fields: {},
    page: null,
    document: null,
  };

  it('breaks off a task at its deadline and goes on with a fresh thread', async () => {
    const short = createWorkers({ threads: 1, deadlineMs: 2_000 });
    const slow = Buffer.from(`<article>${`<p>${'word, '.repeat(80)}</p>`.repeat(99_000)}</article>`);
    const begun = performance.now();
    await expect(short.article({ body: slow, contentType: null, url: URL_HERE, fetchedAt: NOW })).rejects.toThrow(
      /took longer than 2 s/,
    );
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(
      (await short.article({ body: Buffer.from(HONEST), contentType: null, url: URL_HERE, fetchedAt: NOW })).title,
    ).toBe('Plain story');
    await short.close();
  });

  it('survives a task that needs too much memory', async () => {
    const small = createWorkers({ threads: 1, memoryMb: 24 });
    const big = `<article>${`<p>${'word '.repeat(20)}</p>`.repeat(60_000)}</article>`;
    await expect(
      small.article({ body: Buffer.from(big), contentType: null, url: URL_HERE, fetchedAt: NOW }),
    ).rejects.toThrow(Unreadable);
    expect(
      (await small.article({ body: Buffer.from(HONEST), contentType: null, url: URL_HERE, fetchedAt: NOW })).title,
    ).toBe('Plain story');
    await small.close();
  });

  it('counts a deadline from the start of a task, not from its place in the line', async () => {
    const one = createWorkers({ threads: 1, deadlineMs: 4_000 });
    const body = Buffer.from(HONEST.repeat(60));
    const jobs = Array.from({ length: 40 }, () =>
      one.article({ body, contentType: null, url: URL_HERE, fetchedAt: NOW }),
    );
    const results = await Promise.allSettled(jobs);
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    await one.close();
  });

  it('reads a document for its deals', async () => {
    const input = {
      title: 'Amazon invests in Anthropic',
      text: 'Amazon invested $4 billion in Anthropic on Monday.',
      published: null,
      language: 'en',
    };
    expect(await workers.understand(input)).toMatchObject({
      language: 'en',
      deals: [{ acquirer: 'Amazon', target: 'Anthropic' }],
    });
  });

  it('refuses kindly when there is nothing to read', async () => {
    await expect(workers.read('feed', null, endless, settings)).rejects.toThrow(Unreadable);
  });
});
