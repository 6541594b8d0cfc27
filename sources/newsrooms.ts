import type { SourceClass } from '../model/scrutiny.ts';
import { feedSource } from './news-feed.ts';
import type { Source } from './source.ts';

/**
 * Feeds to begin with: newsrooms of the companies watched, and outlets in English and French. People add and switch
 * off feeds on the Sources page; an address that stops being a feed shows there as failing.
 */
interface Newsroom {
  id: string;
  title: string;
  publisher: string;
  feed: string;
  home: string;
  everyMinutes?: number;
}

const LIST: Newsroom[] = [
  {
    id: 'microsoft-blog',
    title: 'Microsoft Source: AI',
    publisher: 'Microsoft',
    feed: 'https://news.microsoft.com/source/topics/ai/feed/',
    home: 'https://news.microsoft.com/source/topics/ai/',
  },
  {
    id: 'amazon-aws-ml',
    title: 'AWS Machine Learning Blog',
    publisher: 'Amazon',
    feed: 'https://aws.amazon.com/blogs/machine-learning/feed/',
    home: 'https://aws.amazon.com/blogs/machine-learning/',
  },
  {
    id: 'google-ai',
    title: 'Google: AI',
    publisher: 'Google',
    feed: 'https://blog.google/innovation-and-ai/technology/ai/rss/',
    home: 'https://blog.google/innovation-and-ai/',
  },
  {
    id: 'google-deepmind',
    title: 'Google DeepMind',
    publisher: 'Google',
    feed: 'https://deepmind.google/blog/rss.xml',
    home: 'https://deepmind.google/blog/',
  },
  {
    id: 'meta-newsroom',
    title: 'Meta Newsroom',
    publisher: 'Meta',
    feed: 'https://about.fb.com/news/feed/',
    home: 'https://about.fb.com/news/',
  },
  {
    id: 'nvidia-blog',
    title: 'NVIDIA Blog',
    publisher: 'Nvidia',
    feed: 'https://blogs.nvidia.com/feed/',
    home: 'https://blogs.nvidia.com/',
  },
  {
    id: 'openai-news',
    title: 'OpenAI News',
    publisher: 'OpenAI',
    feed: 'https://openai.com/news/rss.xml',
    home: 'https://openai.com/news/',
  },
  {
    id: 'mistral-news',
    title: 'Mistral AI News',
    publisher: 'Mistral AI',
    feed: 'https://mistral.ai/news/rss',
    home: 'https://mistral.ai/news',
  },
  {
    id: 'hugging-face-blog',
    title: 'Hugging Face Blog',
    publisher: 'Hugging Face',
    feed: 'https://huggingface.co/blog/feed.xml',
    home: 'https://huggingface.co/blog',
  },
  {
    id: 'techcrunch-ai',
    title: 'TechCrunch: AI',
    publisher: 'TechCrunch',
    feed: 'https://techcrunch.com/category/artificial-intelligence/feed/',
    home: 'https://techcrunch.com/category/artificial-intelligence/',
    everyMinutes: 30,
  },
  {
    id: 'guardian-ai',
    title: 'The Guardian: AI',
    publisher: 'The Guardian',
    feed: 'https://www.theguardian.com/technology/artificialintelligenceai/rss',
    home: 'https://www.theguardian.com/technology/artificialintelligenceai',
    everyMinutes: 30,
  },
  {
    id: 'ars-technica',
    title: 'Ars Technica',
    publisher: 'Ars Technica',
    feed: 'https://feeds.arstechnica.com/arstechnica/index',
    home: 'https://arstechnica.com/',
  },
  {
    id: 'le-monde-pixels',
    title: 'Le Monde: Pixels',
    publisher: 'Le Monde',
    feed: 'https://www.lemonde.fr/pixels/rss_full.xml',
    home: 'https://www.lemonde.fr/pixels/',
    everyMinutes: 30,
  },
  {
    id: 'le-monde-economie',
    title: 'Le Monde: Économie',
    publisher: 'Le Monde',
    feed: 'https://www.lemonde.fr/economie/rss_full.xml',
    home: 'https://www.lemonde.fr/economie/',
    everyMinutes: 30,
  },
];

const PRESS: SourceClass = 'press';

/** A company's own words count as press: they are no authority's page and no filing. */
export const newsrooms: readonly Source[] = LIST.map(({ feed, everyMinutes = 60, ...about }) => ({
  ...feedSource,
  ...about,
  sourceClass: PRESS,
  start: [feed],
  everyMinutes,
  expectsAtMost: 2000,
}));
