import type { Context } from '../context.ts';
import { countFlags } from '../db/review/flags.ts';
import { countSourceHealth } from '../db/sources/sources.ts';
import { formatInstant } from '../words/format.ts';
import { t } from '../words/speak.ts';
import { pageData } from './data/index.ts';
import type { Site, ViewAnswer } from './handler.ts';
import type { Visitor } from './middleware/visitor.ts';
import { dataLinks } from './page-data.ts';

export interface Frame {
  visitor: Visitor;
  path: string;
  /** With its question mark; empty for none. */
  query: string;
  notice: string | null;
  assets: string;
}

/** Takes who asks for which page; gives what stands around every page: name, counts, health, time. */
export async function siteFor(
  context: Context,
  frame: Frame,
  answer: Pick<ViewAnswer, 'title' | 'wide'>,
): Promise<Site> {
  const site = bareSite(context, frame, answer);
  if (!site.user) return site;
  const [flags, health] = [await countFlags(context.db), await healthOf(context)];
  return { ...site, toReview: flags.to_review, health };
}

/** The same without a look into the database: for strangers, and for when it cannot be asked. */
export function bareSite(
  context: Pick<Context, 'now'>,
  { visitor, path, query, notice, assets }: Frame,
  { title, wide = false }: Pick<ViewAnswer, 'title' | 'wide'>,
): Site {
  const { user, csrf } = visitor;
  return {
    title,
    wide,
    user: user && { name: user.name, role: user.role },
    csrf,
    path,
    data: user && dataLinks(pageData, path, query),
    toReview: 0,
    health: { text: '', late: false },
    notice,
    asOf: formatInstant(context.now()),
    assets,
  };
}

async function healthOf({ db, now }: Context): Promise<Site['health']> {
  const { ok, late, failing, never } = await countSourceHealth(db, now());
  const behind = late + failing;
  if (behind > 0) return { text: t('frame.sources-late', { n: behind }), late: true };
  if (ok === 0) return { text: never > 0 ? t('frame.no-source-read-yet') : t('frame.no-sources'), late: false };
  return { text: t('frame.sources-read', { n: ok }), late: false };
}
