import { describe, expect, it } from 'vitest';
import type { Role } from '../../db/people/users.ts';
import type { Route } from '../../server/handler.ts';
import { mayUse } from '../../server/middleware/access.ts';
import { routes } from '../../server/routes.ts';
import { aBrowser, aWorld, post, signedIn } from './world.ts';

/** An address of the route, its parameters filled with something that does not exist. */
const addressOf = (route: Route) => route.path.replace(/:(\w+)/g, 'no-such-$1');
const posts = routes.filter((route) => route.method === 'POST');
const pages = routes.filter((route) => route.method === 'GET');
const ROLES: (Role | null)[] = [null, 'viewer', 'analyst', 'admin'];

describe('the route table', () => {
  it('has pages and forms, each with a role and each once', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(posts.length).toBeGreaterThan(6);
    const names = routes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is open to strangers only where one signs in, and to programs that watch', () => {
    const open = routes
      .filter((route) => route.role === 'anyone' && !route.program)
      .map((route) => `${route.method} ${route.path}`);
    expect(open.sort()).toEqual([
      'GET /feed/:token/:file',
      'GET /forgot',
      'GET /health',
      'GET /healthz',
      'GET /invitation',
      'GET /metrics',
      'GET /open',
      'GET /open/entities.ftm.jsonl',
      'GET /open/ties.csv',
      'GET /open/ties.json',
      'GET /open/ties/:id',
      'GET /open/ties/:id.json',
      'GET /readyz',
      'GET /reset',
      'GET /setup',
      'GET /sign-in',
      'GET /sign-in/sso',
      'GET /sign-in/sso/return',
      'GET /unsubscribe/:token',
      'POST /forgot',
      'POST /invitation',
      'POST /reset',
      'POST /setup',
      'POST /sign-in',
      'POST /sign-in/code',
      'POST /unsubscribe/:token',
    ]);
    const withoutToken = routes.filter((route) => route.signedAddress).map((route) => route.path);
    expect(withoutToken).toEqual(['/unsubscribe/:token']);
  });

  it('gives each role what it and the lower ones may do, and nothing for a role that is not known', () => {
    const allowed = ROLES.map((role) =>
      ['anyone', 'viewer', 'analyst', 'admin'].filter((needed) => mayUse({ role: needed as Route['role'] }, role)),
    );
    expect(allowed).toEqual([
      ['anyone'],
      ['anyone', 'viewer'],
      ['anyone', 'viewer', 'analyst'],
      ['anyone', 'viewer', 'analyst', 'admin'],
    ]);
    expect(mayUse({ role: 'owner' as Route['role'] }, 'admin')).toBe(false);
    expect(mayUse({ role: 'viewer' }, 'owner' as Role)).toBe(false);
  });
});

describe('routes for programs', () => {
  it('open with a token alone: not for strangers, not for a session', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'admin');
    const closed = routes.filter((route) => route.program && !route.path.endsWith('/openapi.json'));
    expect(closed.length).toBeGreaterThan(10);
    for (const route of closed) {
      const asked =
        route.method === 'GET' ? browser.get(addressOf(route)) : post(browser, addressOf(route), { _csrf: csrf });
      const { status, headers } = await asked;
      expect([status, headers['content-type'], route.path]).toEqual([
        401,
        'application/problem+json; charset=utf-8',
        route.path,
      ]);
    }
  });
});

describe('who may come (W04)', () => {
  it('sends strangers to sign in, and tells those with too small a role', { timeout: 60_000 }, async () => {
    const world = await aWorld();
    const browsers = new Map<Role | null, Awaited<ReturnType<typeof signedIn>>['browser']>([
      [null, aBrowser(world.app)],
    ]);
    for (const role of ['viewer', 'analyst', 'admin'] as const)
      browsers.set(role, (await signedIn(world, role)).browser);
    for (const route of pages.filter((r) => r.role !== 'anyone')) {
      for (const [role, browser] of browsers) {
        const { status, headers } = await browser.get(addressOf(route));
        const label = `${role ?? 'stranger'} ${route.path} ${status}`;
        if (role === null)
          expect([status, headers.location], label).toEqual([302, expect.stringMatching(/^\/sign-in\?next=/)]);
        else if (!mayUse(route, role)) expect(status, label).toBe(403);
        else expect([200, 303, 404, 422], label).toContain(status);
      }
    }
  });

  it('turns away a form from someone with too small a role even with their own token', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'viewer');
    for (const route of posts.filter((r) => !mayUse(r, 'viewer'))) {
      expect((await post(browser, addressOf(route), { _csrf: csrf })).status, route.path).toBe(403);
    }
  });

  it('closes a route whose role nobody knows', async () => {
    const route = { method: 'GET', path: '/x', role: 'owner' as 'admin', handler: async () => ({ json: {} }) } as const;
    const real = await aWorld({ routes: [...routes, route] });
    const { browser } = await signedIn(real, 'admin');
    expect((await browser.get('/x')).status).toBe(403);
  });
});

describe('forms (W01, W02)', () => {
  it('are refused without a token, with a wrong one and with that of another session', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    const other = await signedIn(world, 'analyst');
    const stranger = aBrowser(world.app);
    await stranger.get('/sign-in');
    for (const route of posts.filter((one) => !one.signedAddress && !one.program)) {
      const sender = route.role === 'anyone' ? stranger : browser;
      for (const fields of [{}, { _csrf: 'x'.repeat(43) }, { _csrf: other.csrf }]) {
        const { status } = await post(sender, addressOf(route), fields as Record<string, string>);
        expect(status, `${route.path} ${JSON.stringify(fields)}`).toBe(403);
      }
    }
  });

  it('are refused when another site sends them, whatever they carry', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const sent = await post(browser, '/alerts', { _csrf: csrf, mail: 'on' }).set('Sec-Fetch-Site', 'cross-site');
    expect(sent.status).toBe(403);
  });

  it('cannot be sent by asking for a page', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    const onlyPosts = posts.filter((route) => !pages.some((page) => page.path === route.path));
    expect(onlyPosts.length).toBeGreaterThan(2);
    for (const route of onlyPosts) {
      const { status, headers } = await browser.get(addressOf(route));
      expect([status, headers.allow], route.path).toEqual([405, 'POST, OPTIONS']);
    }
  });

  it('answer to OPTIONS and HEAD, and to nothing else', async () => {
    const { app } = await aWorld();
    const browser = aBrowser(app);
    const options = await browser.options('/sign-in');
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    const head = await browser.head('/sign-in');
    expect([head.status, head.text ?? '']).toEqual([200, '']);
    expect((await browser.put('/sign-in')).status).toBe(405);
    expect((await browser.delete('/sign-in')).status).toBe(405);
    expect((await browser.get('/no-such-page')).status).toBe(404);
    expect((await browser.get('/sources/%E0%A4%A')).status).toBe(400);
  });
});

describe('asking for pages', () => {
  it('changes nothing that people or sources said', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    const before = await fingerprint(world.db);
    for (const route of pages) await browser.get(addressOf(route));
    expect(await fingerprint(world.db)).toEqual(before);
  });
});

async function fingerprint(db: Awaited<ReturnType<typeof aWorld>>['db']) {
  const tables = ['users', 'sources', 'documents', 'decisions', 'notes', 'outbox', 'audit', 'sessions'] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}
