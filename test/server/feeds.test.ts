import { load } from 'cheerio';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { beforeEach, describe, expect, it } from 'vitest';
import { setDisabled } from '../../db/people/users.ts';
import { at } from '../db/world.ts';
import { atomProblems, jsonFeedProblems } from '../helpers/feed-rules.ts';
import { tell } from './story.ts';
import { aBrowser, aWorld, type Browser, post, signedIn, type World } from './world.ts';

let world: World;
let browser: Browser;
let csrf: string;

beforeEach(async () => {
  world = await aWorld();
  ({ browser, csrf } = await signedIn(world, 'viewer'));
  await tell(world, { title: 'About <b>Larkspur</b>' });
});

/** Makes a feed on its page; gives the paths of its addresses. */
async function make(fields: Record<string, string>): Promise<string[]> {
  const { text } = await post(browser, '/alerts/feeds', {
    _csrf: csrf,
    name: 'Mine & <yours>',
    kind: 'changes',
    ...fields,
  });
  const shown = load(text)('code')
    .map((_, e) => load(text)(e).text())
    .get();
  return shown.map((address) => new URL(address).pathname);
}

describe('a feed', () => {
  it('tells what changed as Atom and as JSON, the same entries under the same ids, to who knows its address', async () => {
    const [atomPath, jsonPath] = (await make({})) as [string, string];
    const stranger = aBrowser(world.app);
    const [atom, json] = [await stranger.get(atomPath), await stranger.get(jsonPath).buffer(true)];
    expect([atom.status, atom.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const feed = parseAtomFeed(atom.text ?? String(atom.body));
    const items = parseJsonFeed(JSON.parse(json.text));
    expect(feed.title).toMatchObject({ value: 'Dealwatch: Mine & <yours>' });
    expect(feed.entries?.length).toBeGreaterThan(0);
    expect(feed.entries?.map((entry) => entry.id)).toEqual(items.items?.map((item) => item.id));
    expect(JSON.stringify(items)).toContain('invested $4 billion in Larkspur AI');
    const again = await stranger.get(atomPath).set('If-None-Match', String(atom.headers.etag));
    expect(again.status).toBe(304);
  });

  it('keeps every rule of Atom (RFC 4287) and of JSON Feed 1.1, with hostile names and without an entry too', async () => {
    await tell(world, {
      url: 'https://news.example/two',
      title: ']]> </title><entry/> \u0007 <script>alert(1)</script> ﷺ 한빛',
      text: 'Amazon has invested $9 billion in Pochard & <b>Teal</b> AI, a maker of models.',
    });
    for (const value of ['', '?acquirer=Nobody']) {
      const [atom, json] = (await make(value ? { value } : {})) as [string, string];
      const xml = await browser.get(atom);
      expect(atomProblems(xml.text ?? String(xml.body))).toEqual([]);
      expect(jsonFeedProblems((await browser.get(json).buffer(true)).text)).toEqual([]);
    }
  });

  it('is judged by rules that find what is wrong', () => {
    const good = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:1</id><title>t</title><updated>2026-01-01T00:00:00Z</updated><author><name>n</name></author><link rel="self" href="https://a.example/"/><entry><id>urn:x:2</id><title>t</title><updated>2026-01-01T00:00:00Z</updated><content>c</content></entry></feed>`;
    expect(atomProblems(good)).toEqual([]);
    for (const [from, to] of [
      ['<id>urn:x:2</id>', ''],
      ['<id>urn:x:2</id>', '<id>two words</id>'],
      ['2026-01-01T00:00:00Z</updated><content>', '1 January 2026</updated><content>'],
      ['<content>c</content>', '<content>c</content><content>d</content>'],
      ['<content>c</content>', ''],
      ['<author><name>n</name></author>', ''],
      ['rel="self"', 'rel="other"'],
      ['<content>c', '<content>c<b>d</b>'],
      ['</entry>', '</entry'],
      ['</entry>', '<pubDate>x</pubDate></entry>'],
    ]) {
      expect([to, atomProblems(good.replace(from as string, to as string)).length > 0]).toEqual([to, true]);
    }
    expect(
      jsonFeedProblems('{"version":"https://jsonfeed.org/version/1","title":"","items":[{}]}').length,
    ).toBeGreaterThan(5);
  });

  it('follows its filter', async () => {
    const [, mine] = (await make({ value: 'http://127.0.0.1/deals?acquirer=Amazon' })) as [string, string];
    const [, none] = (await make({ value: '?acquirer=Nobody' })) as [string, string];
    expect(JSON.parse((await browser.get(mine).buffer(true)).text).items.length).toBeGreaterThan(0);
    expect(JSON.parse((await browser.get(none).buffer(true)).text).items ?? []).toEqual([]);
  });

  it('shows nothing once it is taken out, or its owner is kept out, or to who guesses', async () => {
    const [path] = (await make({})) as [string];
    expect((await browser.get('/feed/guessed/changes.atom')).status).toBe(404);
    await setDisabled(world.db, 'viewer@example.org', true, at(0));
    expect((await aBrowser(world.app).get(path)).status).toBe(404);
    await setDisabled(world.db, 'viewer@example.org', false, at(0));
    expect((await aBrowser(world.app).get(path)).status).toBe(200);
    await world.db.deleteFrom('feeds').execute();
    expect((await aBrowser(world.app).get(path)).status).toBe(404);
  });
});
