import { z } from 'zod';
import { SourceBlocked, SourceChanged, SourceUnavailable } from '../model/errors.ts';
import { looksBlocked } from './fetching/blocked.ts';
import { readFeedItem } from './lists/news-feed.ts';
import { canonicalAddress, webLink } from './parsing/canonical.ts';
import { readInstant } from './parsing/date.ts';
import { decode } from './parsing/decode.ts';
import { fingerprint } from './parsing/fingerprint.ts';
import { tidyLine } from './parsing/tidy.ts';
import type { Fetched, FoundItem, Listing, Source } from './source.ts';

/**
 * GDELT: what news of the whole world says, in many languages. It turns callers away whenever it is busy, so that it is
 * asked a few times a day, once, and never again at once: what was found before stays, with its age.
 */

const MOST_RECORDS = 250;
const FIRMS = '(OpenAI OR Anthropic OR "Mistral AI" OR Nvidia OR "AI start-up" OR "AI startup")';
const DEEDS = '(invests OR investment OR acquires OR acquisition OR stake OR merger OR antitrust OR licensing)';

function address(): string {
  const query = new URLSearchParams({
    query: `${FIRMS} ${DEEDS}`,
    mode: 'ArtList',
    format: 'json',
    maxrecords: String(MOST_RECORDS),
    timespan: '1d',
    sort: 'DateDesc',
  });
  return `https://api.gdeltproject.org/api/v2/doc/doc?${query}`;
}

const Article = z.object({
  url: z.string(),
  title: z.string(),
  seendate: z.string(),
  domain: z.string(),
  language: z.string().optional(),
  sourcecountry: z.string().optional(),
});
/** `{}` stands for no match. */
const Answer = z.object({ articles: z.array(z.unknown()).default([]) });

/** Languages that are read, by the names that GDELT gives them. */
const LANGUAGES: Record<string, string> = { English: 'en', French: 'fr', German: 'de', Italian: 'it', Spanish: 'es' };

function listArticles(page: Fetched): Listing {
  const { articles } = readAnswer(decode(page.body, page.contentType).text);
  const read = articles.map((article) => Article.safeParse(article));
  const items = read.flatMap(({ data }) => {
    const item = data && toItem(data);
    return item ? [item] : [];
  });
  const odd = read.filter(({ success }) => !success).length;
  const warnings = odd ? [`${odd} articles of the answer have another shape and were left out.`] : [];
  if (articles.length >= MOST_RECORDS) {
    warnings.push(`GDELT gives ${MOST_RECORDS} articles at most; older ones of the same day may be missing.`);
  }
  return { items, listed: articles.length, more: [], warnings };
}

/** Refusals come as plain text with status 200 as well as 429. */
function readAnswer(text: string): z.infer<typeof Answer> {
  if (/limit requests to one every/i.test(text.slice(0, 500))) {
    throw new SourceUnavailable('GDELT is busy and turns callers away; it is asked again later.');
  }
  if (/^\s*</.test(text)) {
    if (looksBlocked(text)) throw new SourceBlocked('GDELT answered with a challenge page instead of its list.');
    throw new SourceChanged('GDELT answered with a web page instead of its list.');
  }
  if (!/^\s*\{/.test(text)) throw new SourceChanged(`GDELT does not take the search: ${tidyLine(text).slice(0, 200)}`);
  try {
    // Titles hold escapes that JSON does not know.
    return Answer.parse(JSON.parse(text.replace(/\\(?!["\\/bfnrtu])/g, '')));
  } catch (cause) {
    throw new SourceChanged('The answer of GDELT has another shape than before.', { cause });
  }
}

function toItem({ url: raw, title, seendate, domain, language }: z.infer<typeof Article>): FoundItem | null {
  const url = webLink(raw, null);
  if (!url || (language !== undefined && !(language in LANGUAGES))) return null;
  return {
    key: canonicalAddress(url),
    url,
    title: tidyLine(title).slice(0, 500) || null,
    // When GDELT saw it is not when it was published; the page says that.
    published: null,
    updatedAt: readInstant(seendate),
    fingerprint: fingerprint([canonicalAddress(url)]),
    fields: { outlet: domain.toLowerCase().slice(0, 200), language: LANGUAGES[language ?? ''] ?? null },
    page: url,
    document: null,
  };
}

export const gdelt: Source = {
  id: 'gdelt',
  title: 'GDELT: news of the world',
  publisher: 'GDELT',
  sourceClass: 'press',
  authority: null,
  home: 'https://www.gdeltproject.org/',
  start: [address()],
  everyMinutes: 360,
  offAtFirst: true,
  // A day without a match is an answer, not a fault.
  expectsAtLeast: 0,
  expectsAtMost: MOST_RECORDS,
  holdsNewest: true,
  list: listArticles,
  // The outlet publishes, not GDELT.
  read: readFeedItem,
};
