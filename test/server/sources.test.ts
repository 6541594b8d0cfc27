import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { listAudit } from '../../db/audit.ts';
import { finishRun, startRun } from '../../db/runs.ts';
import { saveBackfill } from '../../db/sources/backfills.ts';
import { saveGap } from '../../db/sources/gaps.ts';
import { itemFailed, saveListing } from '../../db/sources/items.ts';
import { claimSource, finishSource } from '../../db/sources/source-turns.ts';
import { getSource, listSources, syncBuiltInSources } from '../../db/sources/sources.ts';
import { addMs, type Day } from '../../model/day.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aWorld, post, signedIn, type World, words } from './world.ts';

const register = {
  id: 'register',
  title: 'Register of cases',
  publisher: 'Authority',
  sourceClass: 'official' as const,
  authority: 'CMA',
  everyMinutes: 60,
};
const news = {
  ...register,
  id: 'news',
  title: 'Example News',
  publisher: 'Example',
  sourceClass: 'press' as const,
  authority: null,
};

/** A site that answers one path. */
async function aSite(type: string, body: string, status = 200): Promise<{ url: string; host: string }> {
  const { host, origin } = await aWebServer((req, res) => {
    if (req.url === '/robots.txt') return res.writeHead(404).end();
    return res.writeHead(status, { 'Content-Type': type }).end(body);
  });
  return { url: `${origin}/feed`, host };
}

async function run(world: World, id: string, error: string | null, warnings: string[] = []) {
  const now = world.context.now();
  const claimed = await claimSource(world.db, now, 60_000, id);
  if (!claimed) throw new Error(`${id} could not be claimed.`);
  const runId = await startRun(world.db, { job: 'fetch', sourceId: id, now });
  await finishRun(world.db, runId, { now, counts: { listed: 40, new: 3 }, warnings, error, millis: 1234 });
  await finishSource(world.db, claimed, { now, error });
}

describe('the Sources page', () => {
  it('has those in trouble on top, with the reason, the last success, the usual rhythm and the next try', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'analyst');
    await syncBuiltInSources(world.db, [register, news], world.context.now());
    await run(world, 'news', null);
    await run(world, 'register', null);
    world.forward(60);
    await run(world, 'register', 'The page says <b>maintenance</b>.');
    world.forward(60);
    await run(world, 'register', 'The page says <b>maintenance</b>.');
    const page = await browser.get('/sources');
    const $ = load(page.text);
    const [trouble, others] = $('table')
      .toArray()
      .map((table) => words($.html(table)));
    expect(trouble).toContain(
      'Register of cases official 2 tries in a row failed: The page says <b>maintenance</b>. Failing',
    );
    // After a failure, the next try is up to a tenth of the wait later, by chance.
    expect(trouble).toMatch(
      /Failing 1 Jun 2026, 12:00 UTC \(2 hours ago\) every hour 1 Jun 2026, 16:(0\d|1[0-2]) UTC 0 Run now/,
    );
    expect(others).toContain('Example News');
    expect(others).not.toContain('Register of cases');
  });

  it('says calmly that there may be no internet when no source can be reached', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'viewer');
    await syncBuiltInSources(world.db, [register, news], world.context.now());
    expect(words((await browser.get('/sources')).text)).not.toContain('No source can be reached');
    await run(world, 'news', 'The name news.example is not known.');
    expect(words((await browser.get('/sources')).text)).toContain('No source can be reached. Is there a connection');
  });

  it('counts a source as late that has not been read for too long, and says so in the bar of every page', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'viewer');
    await syncBuiltInSources(world.db, [news], world.context.now());
    await run(world, 'news', null);
    expect(words((await browser.get('/sources')).text)).toContain('it is not late');
    world.forward(60 * 24);
    const page = words((await browser.get('/sources')).text);
    expect(page).toContain('one has not been read as they should be');
    expect(page).toContain('Late');
    expect(page).toContain('not been read for longer than it should take');
  });

  it('names a source that is read well and from which nothing comes any more', async () => {
    const world = await aWorld();
    await syncBuiltInSources(world.db, [news], world.context.now());
    for (let n = 0; n < 12; n += 1) {
      const item = { key: `${n}`, url: null, title: `${n}`, fingerprint: `${n}`, page: null, document: null };
      const cache = { etag: null, lastModified: null };
      const listing = { url: 'https://news.example/', cache, items: [item], now: world.context.now() };
      await saveListing(world.db, 'news', listing);
      world.forward(24 * 60);
    }
    world.forward(7 * 24 * 60);
    await run(world, 'news', null);
    const { browser } = await signedIn(world, 'viewer');
    const page = words((await browser.get('/sources')).text);
    expect(page).toContain('Silent');
    expect(page).toMatch(
      /It is read, but nothing new has come since .*; usually something comes every day\. Has the page moved\?/,
    );
    expect(words((await browser.get('/sources/news')).text)).toContain('Has the page moved?');
  });

  it('says of a source what waits, what cannot be read and why, and of which time entries may be missing', async () => {
    const world = await aWorld();
    const now = world.context.now();
    await syncBuiltInSources(world.db, [news], now);
    const items = ['kept <b>out</b>', 'waiting'].map((key) => {
      return { key, url: null, title: key, fingerprint: key, page: `https://news.example/${key}`, document: null };
    });
    const cache = { etag: null, lastModified: null };
    await saveListing(world.db, 'news', { url: 'https://news.example/', cache, items, now });
    for (let n = 0; n < 3; n += 1) {
      await itemFailed(world.db, 'news', items[0] as (typeof items)[number], { now, error: 'It is a picture.' });
    }
    await saveGap(world.db, { sourceId: 'news', since: now, until: addMs(now, 3 * 86_400_000) }, now);
    const { browser } = await signedIn(world, 'viewer');
    const page = words((await browser.get('/sources/news')).text);
    expect(page).toContain('One entry waits to be read');
    expect(page).toContain('kept <b>out</b> It is a picture. Given up until its page changes');
    expect(page).toContain('Between 1 Jun 2026 and 4 Jun 2026 nobody looked');
    expect(words((await browser.get('/sources')).text)).toContain('entries of times when nobody looked: Example News');
  });

  it('has the past of a source read back to a day, shows how far that is, and leaves it where it stands', async () => {
    const world = await aWorld();
    const now = world.context.now();
    await syncBuiltInSources(world.db, [{ ...register, id: 'doj-press' }, news], now);
    const { browser, csrf } = await signedIn(world, 'analyst');
    const ask = (fields: object, id = 'doj-press') => post(browser, `/sources/${id}/past`, { _csrf: csrf, ...fields });
    expect((await ask({ do: 'read', since: '2026-13-01' })).status).toBe(422);
    expect((await ask({ do: 'read', since: '2036-01-01' })).status).toBe(422);
    expect((await ask({ do: 'read', since: '2026-01-01' }, 'news')).status).toBe(409);
    expect((await ask({ do: 'read', since: '2026-01-01' })).status).toBe(303);
    const page = async () => (await browser.get('/sources/doj-press')).text;
    expect(words(await page())).toContain('Its past back to 1 Jan 2026 is read at the next turn');
    await saveBackfill(world.db, 'doj-press', { since: '2026-01-01' as Day, queue: ['a', 'b', 'c'], total: 4 }, now);
    expect(words(await page())).toContain('Back to 1 Jan 2026: 1 of 4 lists read.');
    expect(load(await page())('progress').attr('value')).toBe('25');
    await ask({ do: 'stop' });
    expect(load(await page())('progress').length).toBe(0);
    expect(words((await browser.get('/sources/news')).text)).not.toContain('Its past');
  });

  it('shows no buttons to viewers', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'viewer');
    await syncBuiltInSources(world.db, [news], world.context.now());
    const forms = load((await browser.get('/sources')).text)('main form');
    expect(forms.length).toBe(0);
  });

  it('has a source run now, switches it off and on, and writes down who did', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    await syncBuiltInSources(world.db, [news], world.context.now());
    await run(world, 'news', null);
    world.forward(5);
    const answer = await post(browser, '/sources/news/run', { _csrf: csrf });
    expect([answer.status, answer.headers.location]).toEqual([303, '/sources/news']);
    expect((await getSource(world.db, 'news', world.context.now())).nextDueAt).toBe(world.context.now());
    expect(words((await browser.get('/sources/news')).text)).toContain('Example News will be read at the next turn');

    await post(browser, '/sources/news/switch', { _csrf: csrf, enabled: 'no' });
    expect((await getSource(world.db, 'news', world.context.now())).enabled).toBe(false);
    expect((await post(browser, '/sources/news/run', { _csrf: csrf })).status).toBe(409);
    await post(browser, '/sources/news/switch', { _csrf: csrf, enabled: 'yes' });
    expect((await getSource(world.db, 'news', world.context.now())).enabled).toBe(true);
    expect((await post(browser, '/sources/news/switch', { _csrf: csrf, enabled: 'maybe' })).status).toBe(422);
    expect((await post(browser, '/sources/none/run', { _csrf: csrf })).status).toBe(404);
    const log = await listAudit(world.db, 10);
    expect(log.filter((entry) => entry.userId === user.id).map((entry) => entry.action)).toEqual([
      'source.enabled',
      'source.disabled',
      'form /sources/:id/run',
      'session.begun',
    ]);
  });

  it('shows the runs of one source with counts, errors and warnings, as text', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'viewer');
    await syncBuiltInSources(world.db, [news], world.context.now());
    await run(world, 'news', null, ['Item <i>7</i> has no date.', 'Item 8 has no date.']);
    world.forward(60);
    await run(world, 'news', 'The site answered 503.');
    const page = words((await browser.get('/sources/news')).text);
    expect(page).toContain('Failed The site answered 503.');
    expect(page).toContain('40 listed · 3 new');
    expect(page).toContain('2 warnings Item <i>7</i> has no date.');
    expect(page).toContain('1.2 s');
  });

  it('says that nothing is read while the schedule is off', async () => {
    const world = await aWorld({ settings: { SCHEDULE: 'off' } });
    const { browser } = await signedIn(world, 'viewer');
    expect(words((await browser.get('/sources')).text)).toContain('The schedule is switched off');
  });
});

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title>
  <item><title>Alpha buys Beta &lt;script&gt;</title><link>https://news.example/1</link><pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate></item>
  <item><title>Second story</title><link>https://news.example/2</link></item></channel></rss>`;

describe('adding a feed', () => {
  it('tries it first and stores nothing, then adds it', async () => {
    const site = await aSite('application/rss+xml', FEED);
    const world = await aWorld({ settings: { FETCH_ALLOW: site.host } });
    const { browser, csrf } = await signedIn(world, 'analyst');
    const form = { _csrf: csrf, url: site.url, title: 'Example <b>', publisher: 'Example', everyMinutes: '30' };
    const tried = await post(browser, '/sources', { ...form, do: 'try' });
    expect(tried.status).toBe(200);
    expect(words(tried.text)).toContain('It is a feed with 2 entries');
    expect(words(tried.text)).toContain('The first would be read as: Alpha buys Beta');
    expect(words(tried.text)).toContain('Second story');
    expect(load(tried.text)('#url').attr('value')).toBe(site.url);
    expect(await listSources(world.db, world.context.now())).toEqual([]);

    const added = await post(browser, '/sources', { ...form, do: 'add' });
    expect(added.headers.location).toMatch(/^\/sources\/feed-[0-9a-f]{12}$/);
    const [feed] = await listSources(world.db, world.context.now());
    expect(feed).toMatchObject({ url: site.url, title: 'Example <b>', everyMinutes: 30, enabled: true });
    const again = await post(browser, '/sources', { ...form, do: 'add' });
    expect([again.status, words(again.text)]).toEqual([422, expect.stringContaining('among the sources already')]);
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const answer = await post(browser, '/sources', {
      _csrf: csrf,
      url: 'ftp://x',
      title: '',
      publisher: 'Kept',
      everyMinutes: '1',
      do: 'add',
    });
    const $ = load(answer.text);
    expect(answer.status).toBe(422);
    expect($('#url-error').text()).toContain('http:// or https://');
    expect($('#title-error').text()).toContain('needs a title');
    expect($('#everyMinutes-error').text()).toContain('every 5 minutes');
    expect($('#publisher').attr('value')).toBe('Kept');
    expect($('#url').attr('aria-invalid')).toBe('true');
  });

  it.each([
    ['a private address', 'http://192.168.0.1/feed'],
    ['our own computer', 'http://127.0.0.1:9/feed'],
    ['no address at all', 'nonsense'],
    ['an address with a script', 'javascript:alert(1)'],
  ])('refuses to try %s', async (_what, url) => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const answer = await post(browser, '/sources', { _csrf: csrf, url, title: 'T', publisher: 'P', do: 'try' });
    expect([answer.status, load(answer.text)('#url-error').text().length > 20]).toEqual([422, true]);
  });

  it('says what a feed without entries would come to', async () => {
    const empty = '<rss version="2.0"><channel><title>t</title></channel></rss>';
    const site = await aSite('application/rss+xml', empty);
    const world = await aWorld({ settings: { FETCH_ALLOW: site.host } });
    const { browser, csrf } = await signedIn(world, 'analyst');
    const form = { _csrf: csrf, url: site.url, title: 'T', publisher: 'P', do: 'try' };
    const note = load((await post(browser, '/sources', form)).text)('.note[role="status"]').text();
    expect(note).toMatch(/with 0 entries/);
    expect(note).toMatch(/counts as a failure at every visit.*look for another address/s);
  });

  it('says that a page is no feed', async () => {
    const site = await aSite('text/html', '<!doctype html><title>Cookies</title><p>Please accept.</p>');
    const world = await aWorld({ settings: { FETCH_ALLOW: site.host } });
    const { browser, csrf } = await signedIn(world, 'analyst');
    const answer = await post(browser, '/sources', {
      _csrf: csrf,
      url: site.url,
      title: 'T',
      publisher: 'P',
      do: 'try',
    });
    expect([answer.status, load(answer.text)('#url-error').text().length > 20]).toEqual([422, true]);
  });
});

describe('adding a page or sitemap', () => {
  const LIST = `<!doctype html><title>News</title><main><a href="/news/alpha-buys-beta">Alpha buys Beta for two billion</a>
    <a href="/news/gamma-in-talks">Gamma is in talks with Delta</a></main>`;

  it('says what it is, what it would bring and how the first article would be read, and keeps its shape', async () => {
    const site = await aSite('text/html', LIST);
    const world = await aWorld({ settings: { FETCH_ALLOW: site.host } });
    const { browser, csrf } = await signedIn(world, 'analyst');
    const form = {
      _csrf: csrf,
      url: site.url,
      title: 'News',
      publisher: 'Example',
      everyMinutes: '60',
      only: '/news/',
    };
    const tried = await post(browser, '/sources', { ...form, do: 'try' });
    expect(words(tried.text)).toContain('It is a page that lists articles with 2 entries. Nothing was stored.');
    expect(words(tried.text)).toContain('Gamma is in talks with Delta');
    expect(words(tried.text)).toContain('The first would be read as: News no date · 12 words');
    expect(load(tried.text)('[name=shape]').attr('value')).toBe('page');

    await post(browser, '/sources', { ...form, shape: 'page', do: 'add' });
    const [added] = await listSources(world.db, world.context.now());
    expect(added).toMatchObject({ shape: 'page', only: '/news/' });
  });

  it('takes no beginning that would let everything through', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const form = { _csrf: csrf, url: 'https://a.example/', title: 'T', publisher: 'P', everyMinutes: '60' };
    const answer = await post(browser, '/sources', { ...form, only: 'javascript:x', do: 'add' });
    expect([answer.status, load(answer.text)('#only-error').text()]).toEqual([422, expect.stringContaining('/news/')]);
  });
});

describe('lists of feeds', () => {
  const opml = `<opml version="2.0"><body><outline text="One" xmlUrl="https://one.example/feed" htmlUrl="https://www.one.example/"/>
    <outline text="Two" xmlUrl="https://two.example/feed"/></body></opml>`;

  it('are taken in once, and taken along again', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const send = (content: string) =>
      browser.post('/sources.opml').field({ _csrf: csrf }).attach('file', Buffer.from(content), 'feeds.opml');
    expect((await send(opml)).status).toBe(303);
    expect(words((await browser.get('/sources')).text)).toContain('The list has 2 feeds: 2 added, 0 here before.');
    await send(opml);
    expect(words((await browser.get('/sources')).text)).toContain('0 added, 2 here before.');
    const [one] = await listSources(world.db, world.context.now());
    expect(one).toMatchObject({ title: 'One', publisher: 'one.example', url: 'https://one.example/feed' });

    const taken = await browser.get('/sources.opml').buffer(true);
    expect(taken.headers['content-disposition']).toContain('dealwatch-sources.opml');
    expect(String(taken.text ?? taken.body)).toContain('xmlUrl="https://two.example/feed"');

    const bad = await send('<rss/>');
    expect([bad.status, words(bad.text)]).toEqual([422, expect.stringContaining('no OPML list')]);
  });
});
