import { load } from 'cheerio';
import { CompiledQuery } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { markAllDirty } from '../../db/ledger/dirty.ts';
import { saveSettings } from '../../db/ledger/rule-settings.ts';
import { suppress } from '../../db/ledger/suppressions.ts';
import { closeDatabase, fileOf, openDatabase } from '../../db/open.ts';
import { setDisabled, setLanguage, setRole } from '../../db/people/users.ts';
import { assembleDirty } from '../../jobs/assemble.ts';
import { addDays, dayOf } from '../../model/day.ts';
import type { Route } from '../../server/handler.ts';
import { routes as allRoutes } from '../../server/routes.ts';
import { decidingFields, tell } from './story.ts';
import {
  aBrowser,
  aPerson,
  aWorld,
  type Browser,
  PASSWORD,
  post,
  signedIn,
  signInAs,
  type World,
  words,
} from './world.ts';

const PAIR = 'amazon--larkspur';
const FLAG = `/flags/${PAIR}/round-trip`;

let world: World;
let browser: Browser;
let csrf: string;
let userId: number;
/** How often each page was drawn. */
let drawn: Record<string, number>;

const counted = (route: Route): Route => ({
  ...route,
  handler: (context, request) => {
    drawn[route.path] = (drawn[route.path] ?? 0) + 1;
    return route.handler(context, request);
  },
});

beforeEach(async () => {
  drawn = {};
  world = await aWorld({ routes: allRoutes.map(counted) });
  await tell(world, { published: '2026-01-14' });
  const someone = await signedIn(world, 'analyst');
  ({ browser, csrf } = someone);
  userId = someone.user.id;
});

const see = async (path: string, who = browser) => (await who.get(path).expect(200)).text;

/** Asks twice, so that the page is certainly kept. */
async function kept(path: string, who = browser): Promise<string> {
  await see(path, who);
  const before = drawn[path];
  const html = await see(path, who);
  expect(drawn[path]).toBe(before);
  return html;
}

describe('a page that nothing has changed', () => {
  it.each(['/', '/flags', '/deals', `/deals/${PAIR}`, '/scrutiny', '/companies', '/documents', '/search?q=larkspur'])(
    'is answered again as it was drawn: %s',
    async (path) => {
      const first = await browser.get(path);
      const count = { ...drawn };
      const again = await browser.get(path);
      expect(drawn).toEqual(count);
      expect(again.text).toBe(first.text);
      const aside = ['x-request-id', 'x-pad', 'date'];
      const headers = (all: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(all).filter(([name]) => !aside.includes(name)));
      expect(headers(again.headers)).toEqual(headers(first.headers));
      expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
      expect(again.headers['set-cookie']).toBeDefined();
    },
  );

  it('is drawn anew when the minute is another', async () => {
    await kept('/flags');
    world.forward(1);
    await see('/flags');
    expect(drawn['/flags']).toBe(2);
  });

  it('is packed for whoever asks', async () => {
    const plain = await browser.get('/flags').set('Accept-Encoding', 'identity');
    const packed = await browser.get('/flags').set('Accept-Encoding', 'gzip');
    const again = await browser.get('/flags').set('Accept-Encoding', 'identity');
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.text).toBe(plain.text);
    expect(again.headers['content-encoding']).toBeUndefined();
    expect(again.text).toBe(plain.text);
  });
});

describe('at once it shows', () => {
  it('a decision, one’s own and another’s', async () => {
    expect(words(await kept('/flags'))).toContain('Watching0');
    await aPerson(world.db, 'analyst', 'other@example.org');
    const other = aBrowser(world.app);
    await signInAs(other, 'other@example.org', PASSWORD);
    const before = words(await kept(`/deals/${PAIR}`, other));
    await post(browser, FLAG, {
      ...(await decidingFields(browser, FLAG)),
      action: 'watch',
      note: 'Seen by one',
    }).expect(303);
    const after = words(await see(`/deals/${PAIR}`, other));
    expect(before).not.toContain('Seen by one');
    expect(after).toContain('Seen by one');
    expect(words(await see('/flags'))).toContain('Watching1');
  });

  it('what another process has written', async () => {
    await kept(`/deals/${PAIR}`);
    const elsewhere = await openDatabase(fileOf(world.db));
    await elsewhere.executeQuery(CompiledQuery.raw('update sources set error_count = 9 where 1'));
    await elsewhere.executeQuery(
      CompiledQuery.raw("insert into notes (id, pair_id, user_id, text, at) values (77, ?, 1, 'From elsewhere', ?)", [
        PAIR,
        world.context.now(),
      ]),
    );
    await closeDatabase(elsewhere);
    expect(words(await see(`/deals/${PAIR}`))).toContain('From elsewhere');
  });

  it('a new document that changes the pair, and one that changes nothing of it', async () => {
    await kept(`/deals/${PAIR}`);
    await tell(world, {
      title: 'Amazon doubles down',
      text: 'Amazon said on Friday that it has invested another $5 billion in Larkspur AI.',
      url: 'https://news.example/larkspur-2',
      published: '2026-02-20',
    });
    expect(words(await see(`/deals/${PAIR}`))).toContain('$9bn');
  });

  it('another language, and nobody else’s', async () => {
    await kept('/flags');
    await setLanguage(world.db, userId, 'fr');
    expect(load(await see('/flags'))('html').attr('lang')).toBe('fr-FR');
    await setLanguage(world.db, userId, 'en');
    expect(load(await see('/flags'))('html').attr('lang')).toBe('en-GB');
  });

  it('that somebody has signed out', async () => {
    const signedInWith = (await kept('/flags')) && (await browser.get('/flags')).request.cookies;
    await post(browser, '/sign-out', { _csrf: csrf }).expect(303);
    await aBrowser(world.app).get('/flags').set('Cookie', signedInWith).expect(302);
  });

  it('another role, and that an account is disabled', async () => {
    const by = { userId: null, now: world.context.now() };
    expect(load(await kept('/flags'))('form.decide').length).toBeGreaterThan(0);
    await setRole(world.db, userId, 'viewer', by);
    await browser.get('/flags').expect(302);
    await signInAs(browser, 'analyst@example.org', PASSWORD);
    expect(load(await kept('/flags'))('form.decide').length).toBe(0);
    await setDisabled(world.db, 'analyst@example.org', true, by.now);
    await browser.get('/flags').expect(302);
  });

  it('a flag that was put away', async () => {
    const now = world.context.now();
    expect(words(await kept('/flags'))).not.toContain('All0');
    const expiresOn = addDays(dayOf(now), 30);
    await suppress(world.db, { pairId: PAIR, rule: null, company: null, expiresOn, reason: 'Known', userId, now });
    await assembleDirty(world.context, { signal: new AbortController().signal, warn: () => undefined });
    expect(words(await see('/flags'))).toContain('All0');
  });

  it('other weights', async () => {
    const score = (html: string) => load(html)('.band').first().text();
    const before = score(await kept('/deals'));
    const settings = { weights: { exclusivity: 95 }, thresholds: {}, off: [] };
    await saveSettings(world.db, settings, 'Exclusivity first', userId, world.context.now());
    await markAllDirty(world.db);
    await assembleDirty(world.context, { signal: new AbortController().signal, warn: () => undefined });
    expect(score(await see('/deals'))).not.toBe(before);
  });

  it('a sentence about what was done, once', async () => {
    await kept(`/deals/${PAIR}`);
    await post(browser, `/deals/${PAIR}/notes`, { _csrf: csrf, text: 'Ask for the contract' }).expect(303);
    const said = (html: string) => load(html)('[role=status].said').text();
    const first = await see(`/deals/${PAIR}`);
    const second = await see(`/deals/${PAIR}`);
    expect([said(first) !== '', said(second)]).toEqual([true, '']);
  });
});

it('nobody is answered with what was drawn for somebody else', async () => {
  const mine = await kept('/flags');
  await aPerson(world.db, 'viewer', 'viewer@example.org');
  const viewer = aBrowser(world.app);
  await signInAs(viewer, 'viewer@example.org', PASSWORD);
  const theirs = await kept('/flags', viewer);
  expect(load(mine)('form.decide').length).toBeGreaterThan(0);
  expect(load(theirs)('form.decide').length).toBe(0);
  expect(words(theirs)).toContain('Test viewer');
  await aBrowser(world.app).get('/flags').expect(302);
});
