import { describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { rawOf } from '../../db/open.ts';
import { createSession, findSession } from '../../db/people/sessions.ts';
import { routes } from '../../server/routes.ts';
import { aDocument, at } from '../db/world.ts';
import { aBrowser, aPerson, aWorld, post, signedIn, tokenOn, words } from '../server/world.ts';

const NASTY = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

describe('names that people choose', () => {
  it('stay words on every page that shows them, in exports and in the audit log (H05)', async () => {
    const world = await aWorld();
    const viewer = await signedIn(world, 'viewer');
    await post(viewer.browser, '/account/name', { _csrf: viewer.csrf, name: NASTY.slice(0, 100) });
    const { browser } = await signedIn(world, 'admin');
    for (const path of [
      '/people',
      `/people/${viewer.user.id}`,
      '/audit',
      `/audit?user=${viewer.user.id}&subject=${encodeURIComponent(NASTY)}`,
    ]) {
      const { text, status } = await browser.get(path);
      expect(status).toBe(200);
      expect(text, path).not.toMatch(/<script>alert|<img src=x/);
    }
    const shown = await viewer.browser.get('/account');
    expect(words(shown.text)).toContain('<script>alert(1)</script>');
  });

  it('cannot run as a formula in the exported audit log', async () => {
    const world = await aWorld();
    const viewer = await signedIn(world, 'viewer');
    await post(viewer.browser, '/account/name', { _csrf: viewer.csrf, name: '=HYPERLINK("https://evil.example")' });
    const { browser } = await signedIn(world, 'admin');
    const { text } = await browser.get('/audit.csv');
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).not.toMatch(/[,"]=HYPERLINK/);
  });

  it('and what a browser calls itself stay words in the list of sessions', async () => {
    const world = await aWorld();
    const { browser, user } = await signedIn(world, 'viewer');
    await createSession(world.db, {
      userId: user.id,
      now: at(0),
      days: 1,
      agent: `${NASTY}${'x'.repeat(5000)}`,
      address: NASTY,
    });
    const { text } = await browser.get('/account');
    expect(text).not.toMatch(/<script>alert|<img src=x/);
    expect(rawOf(world.db).prepare('select max(length(agent)) from sessions').pluck().get()).toBe(200);
  });
});

describe('what belongs to one person (W05)', () => {
  it('is opened by no other viewer or analyst, whatever number stands in the address', async () => {
    const world = await aWorld();
    const mine = await signedIn(world, 'viewer');
    const other = await signedIn(world, 'analyst');
    for (const path of [
      `/people/${mine.user.id}`,
      `/people/${mine.user.id}/data.json`,
      '/audit',
      '/audit.csv',
      '/metrics',
    ]) {
      expect([401, 403], path).toContain((await other.browser.get(path)).status);
    }
    const data = JSON.parse((await other.browser.get(`/account/data.json?id=${mine.user.id}`)).text) as {
      person: { email: string };
    };
    expect(data.person.email).toBe(other.user.email);
  });
});

describe('tokens', () => {
  it('are compared whole: no part, no neighbour and no pattern of one opens anything (W05)', async () => {
    const { db } = await aWorld();
    const { id } = await aPerson(db, 'viewer');
    const { token } = await createSession(db, { userId: id, now: at(0), days: 1 });
    for (const guess of [token.slice(0, -1), `${token}A`, token.toLowerCase(), '%', '_'.repeat(43), '', `${token}\0`]) {
      expect(await findSession(db, guess, at(0)), guess).toBeNull();
    }
    expect(await findSession(db, token, at(0))).not.toBeNull();
    const stored = JSON.stringify(rawOf(db).prepare('select token_hash from sessions').all());
    expect(stored).not.toContain(token);
  });

  it('of links that were sent by mail stand in no page, no log line and no export afterwards', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'admin');
    const made = await post(browser, '/people', { _csrf: csrf, email: 'new@example.org', role: 'viewer' });
    const token = /token=([\w-]{43})/.exec(made.text)?.[1] ?? '';
    expect(token).toHaveLength(43);
    for (const path of ['/people', '/audit', '/audit.csv', '/outbox', '/account/data.json']) {
      expect((await browser.get(path)).text, path).not.toContain(token);
    }
    expect(JSON.stringify(rawOf(world.db).prepare('select * from account_links').all())).not.toContain(token);
  });
});

describe('names of files (W16, W18)', () => {
  it('that are answered with hold no more than letters, digits and dashes, whatever was asked for', async () => {
    const world = await aWorld();
    await saveDocument(world.db, aDocument());
    const { browser } = await signedIn(world, 'admin');
    for (const path of [
      '/flags.csv?q=%22%0d%0aX:1',
      '/deals.csv?acquirer=../../etc',
      '/ledger.json',
      '/audit.csv?subject=%0d%0a',
      '/account/data.json',
    ]) {
      const { headers, status } = await browser.get(path);
      expect(status, path).toBe(200);
      expect(headers['content-disposition'], path).toMatch(
        /^attachment; filename="?dealwatch-[a-z0-9-]+\.(csv|json)"?$/,
      );
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  it.each([
    '..%2f..%2fpackage.json',
    '..%5c..%5cpackage.json',
    '%00',
    '....//package.json',
    '%2e%2e%2fpackage.json',
    'C:%5cwindows',
  ])('that are asked for lead nowhere outside: %s', async (name) => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    for (const before of ['/documents/', '/sources/', '/deals/', '/screens/', '/people/', '/']) {
      const { status, text } = await browser.get(`${before}${name}`);
      expect([400, 404], `${before}${name}`).toContain(status);
      expect(text).not.toContain('"dependencies"');
    }
  });
});

describe('every answer (W19, W20)', () => {
  it('says its kind and its letters, cannot be framed, cannot be guessed to be something else, is not kept', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    const pages = routes.filter((route) => route.method === 'GET').map((route) => route.path.replace(/:\w+/g, '1'));
    for (const path of [...pages, '/no-such-page']) {
      const { headers, status } = await browser.get(path);
      if (status === 302 || status === 303 || status === 204) continue;
      expect(headers['content-type'], path).toMatch(/^(text|application|image)\/[\w.+-]+/);
      if (/^text|json/.test(String(headers['content-type'])))
        expect(headers['content-type'], path).toMatch(/charset=utf-8/i);
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy'], path).not.toMatch(/unsafe|\*/);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      // What programs fetch again and again may be kept by them alone, and is asked for each time.
      expect(headers['cache-control'], path).toMatch(/no-store|^private, no-cache$/);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('sends nobody to another site, whatever the query says (W10)', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    const stranger = aBrowser(world.app);
    const wishes =
      'next=//evil.example&redirect=https://evil.example&return=//evil.example&url=//evil.example&to=/\\evil.example';
    for (const route of routes.filter((one) => one.method === 'GET')) {
      for (const visitor of [browser, stranger]) {
        const { headers } = await visitor.get(`${route.path.replace(/:\w+/g, '1')}?${wishes}`);
        const to = headers.location;
        if (to) expect(new URL(to, 'http://here.invalid').origin, route.path).toBe('http://here.invalid');
      }
    }
  });
});

describe('limits', () => {
  it('stop whoever asks for sign-ins over the single sign-on without end', async () => {
    const world = await aWorld();
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) statuses.push((await aBrowser(world.app).get('/sign-in/sso')).status);
    expect(statuses.slice(19)).toEqual([404, 429, 429]);
  });

  it('take no body of a stranger, however long, on any form that is not for strangers (W14)', async () => {
    const world = await aWorld();
    const browser = aBrowser(world.app);
    await tokenOn(browser, '/sign-in');
    for (const route of routes.filter((one) => one.method === 'POST' && one.role !== 'anyone')) {
      const { status } = await post(browser, route.path.replace(/:\w+/g, '1'), { text: 'x'.repeat(100_000) });
      expect(status, route.path).toBe(403);
    }
  });
});
