import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { invite } from '../../db/people/account-links.ts';
import { listSessions } from '../../db/people/sessions.ts';
import { findUserByEmail, listUsers, setDisabled } from '../../db/people/users.ts';
import { at } from '../db/world.ts';
import { aBrowser, aPerson, aWorld, type Browser, post, signedIn, tokenOn, type World, words } from './world.ts';

const BASE = 'http://127.0.0.1:3999';
let provider: ChildProcess;
let issuer = '';

beforeAll(async () => {
  const script = join(projectRoot(), 'test/helpers/identity-provider.mjs');
  provider = spawn(process.execPath, [script, `${BASE}/sign-in/sso/return`], { stdio: ['ignore', 'pipe', 'ignore'] });
  issuer = await new Promise((resolve, reject) => {
    let output = '';
    provider.stdout?.on('data', (chunk) => {
      output += chunk;
      const found = /issuer (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
    provider.once('exit', () => reject(new Error(output)));
  });
});

afterAll(() => {
  provider.kill();
});

const aSsoWorld = (settings: Record<string, string> = {}) =>
  aWorld({
    settings: {
      PUBLIC_URL: BASE,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'dealwatch',
      OIDC_CLIENT_SECRET: 'a secret of the tests',
      ...settings,
    },
  });

/** Whoever signs in at the provider next. */
const isNext = (account: string, verified = 'yes') => fetch(`${issuer}/next?account=${account}&verified=${verified}`);

/** Goes to the provider and through its pages; gives the path it sends the browser back to. */
async function throughProvider(browser: Browser, next = '/sources'): Promise<string> {
  await browser.get('/sign-in');
  const begun = await browser.get(`/sign-in/sso?next=${encodeURIComponent(next)}`);
  expect(begun.status).toBe(303);
  let address = String(begun.headers.location);
  const cookies = new Map<string, string>();
  while (!address.startsWith(BASE)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    address = new URL(answer.headers.get('location') ?? '', address).href;
  }
  return address.slice(BASE.length);
}

async function comeBy(world: World, account: string, next?: string, verified?: string) {
  await isNext(account, verified);
  const browser = aBrowser(world.app);
  const back = await throughProvider(browser, next);
  return { browser, back, answer: await browser.get(back) };
}

describe('single sign-on', () => {
  it('signs in whoever was invited, with the role they were invited to, and knows them again', async () => {
    const world = await aSsoWorld();
    await invite(world.db, 'ann@example.org', 'analyst', { userId: null, now: at(0) });
    const { browser, answer } = await comeBy(world, 'ann', '/sources?x=1');
    expect([answer.status, answer.headers.location]).toEqual([303, '/sources?x=1']);
    expect((await browser.get('/outbox')).status).toBe(200);
    const user = await findUserByEmail(world.db, 'ann@example.org');
    expect(user).toMatchObject({ name: 'Test ann', role: 'analyst', hasPassword: false, ssoLinked: true });
    expect((await listSessions(world.db, user?.id ?? 0, at(0)))[0]).toMatchObject({ way: 'sso' });
    expect((await comeBy(world, 'ann')).answer.status).toBe(303);
    expect(await listUsers(world.db)).toHaveLength(1);
  });

  it('belongs to the person who has the address already, and asks them for no second factor of ours', async () => {
    const world = await aSsoWorld({ SECOND_FACTOR: 'everyone' });
    const person = await aPerson(world.db, 'viewer', 'bea@example.org');
    const { browser, answer } = await comeBy(world, 'bea');
    expect(answer.status).toBe(303);
    expect((await browser.get('/sources')).status).toBe(200);
    expect((await listUsers(world.db)).map(({ id, ssoLinked }) => [id, ssoLinked])).toEqual([[person.id, true]]);
  });

  it('lets nobody in who is not invited, is kept out, or has an address that nobody vouches for', async () => {
    const world = await aSsoWorld();
    const stranger = await comeBy(world, 'carl');
    expect([stranger.answer.status, words(stranger.answer.text)]).toEqual([403, expect.stringContaining('invited')]);
    await aPerson(world.db, 'admin', 'dora@example.org');
    expect((await comeBy(world, 'dora', '/', 'no')).answer.status).toBe(403);
    await setDisabled(world.db, 'dora@example.org', true, at(0));
    expect((await comeBy(world, 'dora')).answer.status).toBe(403);
    expect(await world.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  it('lets newcomers in where the settings say so, as what they say', async () => {
    const world = await aSsoWorld({ OIDC_NEW_PEOPLE: 'viewer' });
    expect((await comeBy(world, 'eve')).answer.status).toBe(303);
    expect(await findUserByEmail(world.db, 'eve@example.org')).toMatchObject({ role: 'viewer' });
  });

  it('takes an answer once, from the browser that asked, with the state it was given (W09)', async () => {
    const world = await aSsoWorld({ OIDC_NEW_PEOPLE: 'viewer' });
    const { browser, back } = await comeBy(world, 'finn');
    expect((await browser.get(back)).status, 'replayed').toBe(403);
    const fresh = aBrowser(world.app);
    const answer = await throughProvider(fresh);
    const thief = aBrowser(world.app);
    await thief.get('/sign-in');
    expect((await thief.get(answer)).status, 'in another browser').toBe(403);
    expect((await fresh.get(answer.replace(/state=[^&]+/, 'state=guess'))).status, 'another state').toBe(403);
    expect((await fresh.get(answer.replace(/code=[^&]+/, 'code=guess'))).status, 'another code').toBe(403);
    expect((await fresh.get(answer)).status, 'after a failure').toBe(403);
  });

  it('sends nobody to another site afterwards (W10)', async () => {
    const world = await aSsoWorld({ OIDC_NEW_PEOPLE: 'viewer' });
    expect((await comeBy(world, 'gus', '//evil.example')).answer.headers.location).toBe('/');
  });

  it('can be the only way in', async () => {
    const world = await aSsoWorld({ PASSWORD_SIGN_IN: 'no', OIDC_NAME: 'Example ID' });
    const { email } = await aPerson(world.db, 'admin');
    const browser = aBrowser(world.app);
    const page = await browser.get('/sign-in');
    expect(page.text).toContain('Sign in with Example ID');
    expect(page.text).not.toContain('type="password"');
    const _csrf = await tokenOn(browser, '/setup');
    const sent = await post(browser, '/sign-in', { _csrf, email, password: 'correct horse battery' });
    expect(sent.status).toBe(403);
  });

  it('is not there unless it is set up, and says so when it does not answer', async () => {
    const without = await aWorld();
    expect((await aBrowser(without.app).get('/sign-in/sso')).status).toBe(404);
    expect((await aBrowser(without.app).get('/sign-in')).text).not.toContain('/sign-in/sso');
    const away = await aWorld({ settings: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x' } });
    const answer = await aBrowser(away.app).get('/sign-in/sso');
    expect([answer.status, words(answer.text)]).toEqual([503, expect.stringContaining('does not answer')]);
  });

  it('keeps its secret to itself: it stands on no page and in no export', async () => {
    const world = await aSsoWorld();
    const { browser } = await signedIn(world, 'admin');
    for (const path of ['/sign-in', '/people', '/account', '/audit.csv', '/health']) {
      expect((await browser.get(path)).text, path).not.toContain('a secret of the tests');
    }
  });
});
