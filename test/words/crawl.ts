import { queueMail } from '../../db/going-out/alerts.ts';
import { freezeReport } from '../../db/going-out/report-snapshots.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { loadStarterLibrary } from '../../jobs/library.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { reportWishIn } from '../../server/forms/report-wish.ts';
import type { Route } from '../../server/handler.ts';
import { routes } from '../../server/routes.ts';
import { sources } from '../../sources/index.ts';
import type { Browser, World } from '../server/world.ts';

/** The starter library read by the real reader, the built-in sources, one message and one report. */
export async function fill({ context, db }: World): Promise<void> {
  await loadStarterLibrary(context);
  await takeThrough(context);
  await syncBuiltInSources(db, sources, context.now());
  await queueMail(db, {
    key: 'k',
    to: 'a@example.org',
    subject: 'Alpha → Beta',
    text: 'Alpha.',
    html: '<p>Alpha.</p>',
    now: context.now(),
  });
  await freezeReport(db, reportWishIn(new URLSearchParams({ kind: 'board' }), context.now(), null));
}

/** True for what people read in a browser: no file, no stream, nothing for programs. */
export const isPage = ({ path, program }: Route) =>
  path !== '/progress' &&
  !program &&
  !/\.(csv|json|opml|xlsx|xml|ics|html)$|\/:format$|^\/(health|metrics|open)|^\/sso/.test(path);

/** Every page without a parameter, and of the others up to three that some page links to. */
export async function addressesOf(browser: Browser): Promise<string[]> {
  const paths = routes.filter((route) => route.method === 'GET' && isPage(route)).map((route) => route.path);
  const fixed = [...new Set(paths.filter((path) => !path.includes(':')))];
  const links = new Set<string>();
  for (const path of fixed) for (const link of await linksOn(browser, path)) links.add(link);
  for (const path of [...links].slice(0, 40)) for (const link of await linksOn(browser, path)) links.add(link);
  const found = paths
    .filter((path) => path.includes(':'))
    .flatMap((path) => {
      const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/?#]+')}$`);
      return [...links].filter((link) => pattern.test(link)).slice(0, 3);
    });
  return [...new Set([...fixed, ...found])];
}

async function linksOn(browser: Browser, path: string): Promise<string[]> {
  const { text, type } = await browser.get(path);
  if (type !== 'text/html') return [];
  return [...text.matchAll(/href="(\/[^"#?]*)[^"]*"/g)]
    .map((m) => m[1] as string)
    .filter((link) => !link.startsWith('/assets'));
}
