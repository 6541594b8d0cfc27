import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../config.ts';
import { closeContext, openContext } from '../context.ts';
import { createUser } from '../db/people/users.ts';
import { addFeed } from '../db/sources/sources.ts';
import { fetchDue } from '../jobs/fetch.ts';
import { instantOf } from '../model/day.ts';
import type { Bench, Row } from './bench.ts';
import { withDatabaseFile } from './bench-database.ts';
import { timed } from './measure.ts';

const FEEDS = 1_000;
const CHANGED = 0.01;
const LATENCY_MS = 50;
const MOST_SECONDS = 60;
const ITEMS = 3;
/** Sites are asked one request at a time each, so that a thousand feeds of one site would measure politeness alone. */
const SITES = 100;

/** The whole way: due sources claimed, asked for what is new, listed in threads, compared, stored. */
const bench: Bench = {
  about: `${FEEDS} feeds polled, one in a hundred changed, against ${SITES} sites on this machine that take ${LATENCY_MS} ms`,
  run: () =>
    withDatabaseFile(async (file) => {
      const site = await feedServer();
      const config = readConfig({ DATABASE: file, FETCH_ALLOW: site.hosts.join(','), LOG_LEVEL: 'silent' });
      const context = await openContext(config);
      try {
        const start = Date.parse(context.now());
        let hours = 0;
        const at = { ...context, now: () => instantOf(new Date(start + hours * 3_600_000)) };
        const { id } = await createUser(context.db, {
          email: 'a@example.org',
          name: 'Test Analyst',
          role: 'analyst',
          passwordHash: 'x',
          now: at.now(),
        });
        for (let n = 0; n < FEEDS; n += 1) {
          const url = `http://${site.hosts[n % SITES]}/feed/${n}`;
          await addFeed(context.db, {
            url,
            title: `Feed ${n}`,
            publisher: 'Example',
            everyMinutes: 60,
            addedBy: id,
            now: at.now(),
          });
        }
        const run = { signal: new AbortController().signal, warn: () => undefined };
        const first = await timed(() => fetchDue(at, run));
        hours = 2;
        site.change();
        const second = await timed(() => fetchDue(at, run));
        if (site.answers.notModified < FEEDS * (1 - CHANGED))
          throw new Error('Feeds were sent again that had not changed.');
        return [
          row('first time, everything new', first / 1000, null),
          row('again, 1% changed', second / 1000, MOST_SECONDS),
        ];
      } finally {
        await closeContext(context);
        site.close();
      }
    }),
};
export default bench;

function row(what: string, seconds: number, most: number | null): Row {
  const limit = most === null ? null : ({ kind: 'most', value: most, of: 'ours' } as const);
  return { what, unit: 's', ours: seconds, peer: null, limit };
}

/** Feeds that answer after a while, with "not modified" where nothing has changed. */
async function feedServer() {
  let isChanged = false;
  const answers = { notModified: 0 };
  const server = createServer((request, response) => {
    setTimeout(() => {
      const n = Number(/^\/feed\/(\d+)$/.exec(request.url ?? '')?.[1] ?? -1);
      if (n < 0) return response.writeHead(404).end();
      const version = isChanged && n % Math.round(1 / CHANGED) === 0 ? 2 : 1;
      const etag = `"${n}-${version}"`;
      if (request.headers['if-none-match'] === etag) {
        answers.notModified += 1;
        return response.writeHead(304, { etag }).end();
      }
      response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' });
      return response.end(feed(n, version));
    }, LATENCY_MS);
  }).listen(0, '0.0.0.0');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const hosts = Array.from({ length: SITES }, (_, n) => `127.0.0.${n + 1}:${port}`);
  const change = () => {
    isChanged = true;
  };
  return { hosts, answers, change, close: () => server.close() };
}

/** Items speak for themselves: pages behind them would measure something else. */
function feed(n: number, version: number): string {
  const items = Array.from(
    { length: ITEMS + version - 1 },
    (_, k) =>
      `<item><guid isPermaLink="false">${n}-${k}</guid><title>Item ${k} of feed ${n} tells of something that happened</title><description>It is told in some ${n + k} words more than the title has, and in the words of feed number ${n}.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Feed ${n}</title>${items.join('')}</channel></rss>`;
}
