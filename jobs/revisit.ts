import type { Context } from '../context.ts';
import { notePageCheck, type PageToCheck, pagesToCheck } from '../db/sources/page-checks.ts';
import { PageGone } from '../model/errors.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job } from './job.ts';

/** Pages looked at in one run: politeness to sites, not thrift. */
const AT_ONCE = 20;

/**
 * Looks again at the official pages that prove a step of an authority. One that is gone keeps its step; the deal's page
 * says since when it is gone, so that a person can look whether the case moved or was withdrawn.
 */
export const revisit: Job = {
  name: 'revisit',
  about: 'Looks again, once a week, at the official pages that prove a step of an authority, and notes which are gone.',
  everySeconds: 3600,
  limitSeconds: 900,
  hasWork: async ({ db, now }) => (await pagesToCheck(db, now(), 1)).length > 0,
  async run(context, run) {
    const counts = { there: 0, gone: 0, unknown: 0 };
    for (const page of await pagesToCheck(context.db, context.now(), AT_ONCE)) {
      if (run.signal.aborted) break;
      const isGone = await isPageGone(context, page);
      await notePageCheck(context.db, page.documentId, isGone, context.now());
      counts[isGone === null ? 'unknown' : isGone ? 'gone' : 'there'] += 1;
      if (isGone) run.warn(`The page “${page.title}” is gone: ${page.url}`);
      await breathe();
    }
    return counts;
  },
};

/** Null when nothing can be told: a site that is down or refuses says nothing about its pages. */
async function isPageGone({ fetcher, log }: Context, { url, documentId }: PageToCheck): Promise<boolean | null> {
  try {
    await fetcher.get(url);
    return false;
  } catch (cause) {
    if (cause instanceof PageGone) return true;
    log.info({ document: documentId, reason: sentenceOf(cause) }, 'a page could not be looked at again');
    return null;
  }
}
