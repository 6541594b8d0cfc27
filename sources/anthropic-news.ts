import { readFeedItem } from './lists/news-feed.ts';
import { listSitemap } from './lists/sitemap.ts';
import type { Source } from './source.ts';

/** Anthropic's newsroom has no feed; its sitemap names every page with the day of its last change. */
export const anthropicNews: Source = {
  id: 'anthropic-news',
  title: 'Anthropic News',
  publisher: 'Anthropic',
  sourceClass: 'press',
  authority: null,
  home: 'https://www.anthropic.com/news',
  start: ['https://www.anthropic.com/sitemap.xml'],
  everyMinutes: 120,
  expectsAtLeast: 20,
  expectsAtMost: 5_000,
  list: (page, settings) => listSitemap(page, { ...settings, only: 'https://www.anthropic.com/news/' }),
  read: readFeedItem,
};
