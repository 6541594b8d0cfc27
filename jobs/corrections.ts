import { articlesToLookAt, lookAtAgain, type ReadArticle } from '../db/sources/look-again.ts';
import { makeDue } from '../db/sources/sources.ts';
import { type FoundItem, unlisted } from '../sources/source.ts';
import { breathe, type Job } from './job.ts';

/** Articles in one run: politeness to outlets, not thrift. */
const AT_ONCE = 40;

/**
 * Outlets correct an article on its page and say nothing in their feed. What a deal rests on is therefore read a second
 * time with its source, a day after and twice more within two weeks; a text that has changed takes the place of the first.
 */
export const corrections: Job = {
  name: 'corrections',
  about: 'Has articles that deals rest on read again, a day after and twice more within two weeks, for corrections.',
  everySeconds: 3600,
  limitSeconds: 300,
  hasWork: async ({ db, now }) => (await articlesToLookAt(db, now(), 1)).length > 0,
  async run({ db, now }, run) {
    const articles = await articlesToLookAt(db, now(), AT_ONCE);
    for (const article of articles) {
      if (run.signal.aborted) break;
      await lookAtAgain(db, article, entryOf(article), now());
      await breathe();
    }
    const sources = new Set(articles.map(({ sourceId }) => sourceId));
    for (const id of sources) await makeDue(db, id, now());
    return { articles: articles.length, sources: sources.size };
  },
};

/** The entry of an article as its list once gave it, with what was read: its page may not say its day or its author. */
function entryOf({ key, url, title, fingerprint, published, ...read }: ReadArticle): FoundItem {
  const fields = { author: read.byline, language: read.language, outlet: read.publisher };
  return { ...unlisted(key), url, title, fingerprint, published, fields, page: url, again: true };
}
