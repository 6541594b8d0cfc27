import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { getPair } from '../../db/ledger/ledger.ts';
import { failedItems } from '../../db/sources/items.ts';
import { addFeed } from '../../db/sources/sources.ts';
import { corrections } from '../../jobs/corrections.ts';
import { fetchDue } from '../../jobs/fetch.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun, leadingTo } from './world.ts';

const HOUR = 60;
const FILLER = 'The two firms have worked together since the start-up was founded four years ago. '.repeat(4);

/** An outlet whose feed never changes, and the sum that its one article tells; null when the article is gone. */
async function anOutlet() {
  const article: { sum: number | null; asked: number } = { sum: 2, asked: 0 };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/feed') {
      const item = `<item><guid>1</guid><title>A round</title><link>${origin}/1</link><pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate></item>`;
      return response.end(`<rss version="2.0"><channel><title>News</title>${item}</channel></rss>`);
    }
    if (request.url !== '/1' || article.sum === null) return response.writeHead(404).end();
    article.asked += 1;
    const text = `<p>Alpha puts $${article.sum}bn into Beta. ${FILLER}</p>`.repeat(2);
    return response.setHeader('content-type', 'text/html').end(`<html><body><article>${text}</article></body></html>`);
  };
  const { host, origin } = await aWebServer(answer);
  const db = await temporaryDatabase();
  const clock = aClock();
  const context = aContext(db, { now: clock.now, fetcher: leadingTo(host, clock, (url) => url) });
  const about = { url: `${origin}/feed`, title: 'News', publisher: 'News', everyMinutes: 60 };
  const { id } = await addFeed(db, { ...about, addedBy: (await aUser(db)).id, now: at(0) });
  const visit = async (hours: number) => {
    clock.forward(hours * HOUR);
    const isDue = (await corrections.hasWork?.(context)) ?? false;
    if (isDue) await corrections.run(context, aRun());
    await fetchDue(context, aRun());
    await takeThrough(context);
    return isDue;
  };
  await visit(0);
  const documents = () => db.selectFrom('documents').select(['published', 'superseded_by']).orderBy('seq').execute();
  return { db, id, article, visit, documents };
}

describe('an article that a deal rests on', () => {
  it('is looked at a day later, twice more within two weeks, and no more', async () => {
    const { article, visit, documents } = await anOutlet();
    const looked = [];
    for (let day = 1; day <= 20; day += 1) if (await visit(24)) looked.push(day);
    expect(looked).toEqual([1, 6, 11]);
    expect(article.asked).toBe(4);
    expect(await documents()).toHaveLength(1);
  });

  it('changes the ledger when its page was corrected and its feed says nothing', async () => {
    const { db, article, visit, documents } = await anOutlet();
    article.sum = 7;
    await visit(25);
    expect((await getPair(db, 'alpha--beta'))?.pair.sums.paid).toEqual({ USD: 7e9 });
    expect(await documents()).toEqual([
      { published: '2026-06-01', superseded_by: expect.any(String) },
      { published: '2026-06-01', superseded_by: null },
    ]);
  });

  it('stays as it was read when its page is gone or behind a wall', async () => {
    const { db, id, article, visit, documents } = await anOutlet();
    article.sum = null;
    await visit(25);
    expect((await getPair(db, 'alpha--beta'))?.pair.sums.paid).toEqual({ USD: 2e9 });
    expect(await documents()).toEqual([{ published: '2026-06-01', superseded_by: null }]);
    expect(await failedItems(db, id)).toEqual([]);
  });
});
