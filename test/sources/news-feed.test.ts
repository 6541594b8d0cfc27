import { describe, expect, it } from 'vitest';
import { SourceBlocked, Unreadable } from '../../model/errors.ts';
import { feedSource, findSource, sources } from '../../sources/index.ts';
import type { Fetched, FoundItem, SourceSettings } from '../../sources/source.ts';
import { NOW } from './site.ts';

const URL_HERE = 'https://news.example.org/feed';
const settings: SourceSettings = { id: 'news', url: URL_HERE, publisher: 'Example News', sourceClass: 'press' };
const fetched = (text: string, url = URL_HERE): Fetched => ({
  url,
  finalUrl: url,
  status: 200,
  contentType: null,
  body: Buffer.from(text),
  etag: null,
  lastModified: null,
  fetchedAt: NOW,
});
const rss = (items: string) => fetched(`<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`);
const LONG =
  'The company said on Monday that it had agreed to buy the start-up for two billion dollars in cash. '.repeat(5);
const item = (text: string) =>
  feedSource.list(
    rss(`<item><title>Deal</title><link>https://news.example.org/1</link><description>${text}</description></item>`),
    settings,
  ).items[0] as FoundItem;
const page = (text: string) =>
  fetched(
    `<html lang="en"><head><title>Deal</title></head><body><article><p>${text}</p></article></body></html>`,
    'https://news.example.org/1',
  );

describe('keys and fingerprints', () => {
  const list = (items: string) => feedSource.list(rss(items), settings).items;
  const one = (link: string, guid: string, more = '') =>
    `<item><title>Deal</title><link>${link}</link>${guid && `<guid isPermaLink="false">${guid}</guid>`}${more}</item>`;

  it('X12 an item is the same under a new link with the same id', () => {
    expect(list(one('https://e.org/old', 'g'))[0]?.key).toBe(list(one('https://e.org/new', 'g'))[0]?.key);
  });

  it('without an id its address counts, whatever is tracked in it', () => {
    expect(list(one('https://e.org/a?utm_source=x', ''))[0]?.key).toBe(list(one('https://e.org/a', ''))[0]?.key);
  });

  it('is listed once, and two items under one id are told apart', () => {
    expect(list(one('https://e.org/a', 'g') + one('https://e.org/a', 'g'))).toHaveLength(1);
    expect(list(one('https://e.org/a', 'g') + one('https://e.org/b', 'g')).map(({ key }) => key)).toEqual([
      'g',
      'https://e.org/b',
    ]);
  });

  it('a changed text changes the fingerprint, tracking does not', () => {
    const print = (items: string) => list(items)[0]?.fingerprint;
    expect(print(one('https://e.org/a', 'g', '<description>new</description>'))).not.toBe(
      print(one('https://e.org/a', 'g')),
    );
    expect(print(one('https://e.org/a?fbclid=2', 'g'))).toBe(print(one('https://e.org/a', 'g')));
  });
});

describe('reading an item', () => {
  it('takes the article from its page', () => {
    const { document, warnings } = feedSource.read(page(LONG), item('A teaser.'), settings);
    expect(document).toMatchObject({
      title: 'Deal',
      publisher: 'Example News',
      sourceClass: 'press',
      url: 'https://news.example.org/1',
      language: 'en',
    });
    expect(document.text).toBe(LONG.trim());
    expect(warnings).toEqual([]);
  });

  it('falls back on the feed when the page was refused or is empty, and says so', () => {
    for (const got of [null, page(''), fetched('<html><title>Just a moment...</title></html>')]) {
      const { document, warnings } = feedSource.read(got, item(LONG), settings);
      expect(document.text).toBe(LONG.trim());
      expect(warnings).toHaveLength(1);
    }
  });

  it('prefers the feed when the page is a stub', () => {
    expect(
      feedSource.read(page('Subscribe to go on reading this and all our other stories today.'), item(LONG), settings)
        .document.text,
    ).toBe(LONG.trim());
  });

  it('fails with the reason of the page when neither says anything', () => {
    expect(() => feedSource.read(page(''), item('A teaser.'), settings)).toThrow(Unreadable);
    expect(() =>
      feedSource.read(fetched('<html><title>Just a moment...</title></html>'), item('A teaser.'), settings),
    ).toThrow(SourceBlocked);
    expect(() => feedSource.read(null, item('A teaser.'), settings)).toThrow(Unreadable);
  });
});

describe('the list of sources', () => {
  it('has ids that are unique and addresses that are complete', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    for (const { start, home, title, publisher, everyMinutes } of sources) {
      expect([...start, home].every((address) => address.startsWith('https://'))).toBe(true);
      expect([title, publisher].every(Boolean)).toBe(true);
      expect(everyMinutes).toBeGreaterThanOrEqual(30);
    }
  });

  it('knows feeds of its own and takes every other id for a feed that somebody added', () => {
    expect(findSource('cma-cases').authority).toBe('CMA');
    expect(findSource('feed-12')).toBe(feedSource);
  });
});
