import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { closeDatabase } from '../../db/open.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../model/errors.ts';
import type { Route } from '../../server/handler.ts';
import { routes } from '../../server/routes.ts';
import { aBrowser, aWorld, post, signedIn, tokenOn, words } from './world.ts';

const throwing = (path: string, error: unknown): Route => ({
  method: 'GET',
  path,
  role: 'anyone',
  handler: async () => {
    throw error;
  },
});

describe('headers (W20)', () => {
  it('let pages load nothing but our own files, and no inline script or style', async () => {
    const { app } = await aWorld();
    const { headers } = await aBrowser(app).get('/sign-in');
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((part) => {
          const [name, ...values] = part.trim().split(' ');
          return [name, values.join(' ')];
        }),
    );
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
    expect(Object.values(policy).every((value) => value === "'self'" || value === "'none'")).toBe(true);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('are kept to by the templates: no style, script or handler stands in a page', () => {
    const folder = join(projectRoot(), 'views');
    const templates = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((f) => /^(pages|partials)\/.*\.ejs$/.test(f));
    expect(templates.length).toBeGreaterThan(10);
    const inline = /\sstyle\s*=|<style|\son\w+\s*=|<script(?![^>]*\ssrc=)|javascript:|src="data:/i;
    expect(templates.filter((file) => inline.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });
});

describe('static files', () => {
  it('are kept by browsers for a year under an address of their version; nothing else of the disk is served (W16)', async () => {
    const { app } = await aWorld();
    const browser = aBrowser(app);
    const [, prefix] = /href="(\/assets\/[0-9a-f]{12})\//.exec((await browser.get('/sign-in')).text) ?? [];
    const font = await browser.get(`${prefix}/fonts/inter-latin-wght-normal.woff2`);
    expect([font.status, font.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const tries = [
      '../config.ts',
      '..%2fconfig.ts',
      '..%5cconfig.ts',
      '%2e%2e/package.json',
      '.env',
      'fonts/../../package.json',
      '%00',
    ];
    for (const path of tries) expect((await browser.get(`${prefix}/${path}`)).status, path).toBeGreaterThanOrEqual(400);
    expect((await browser.get('/assets/000000000000/base.css')).status).toBe(404);
  });
});

describe('queries (W11, W13)', () => {
  it('reach no template and no prototype, however they are written', async () => {
    const { app } = await aWorld();
    const browser = aBrowser(app);
    const queries = [
      'settings[view options][outputFunctionName]=x;process.exit();y',
      'settings[view options][client]=true&settings[view options][escapeFunction]=1;x',
      'cache=false&filename=/etc/passwd&views=/etc',
      'a[__proto__][polluted]=1&__proto__.polluted=1&constructor[prototype][polluted]=1',
      `a${'[x]'.repeat(2000)}=1`,
      'a[1000000000]=1',
      Array.from({ length: 3000 }, () => 'a=1').join('&'),
      'next=%00%ff%fe',
    ];
    const plain = words((await browser.get('/sign-in')).text);
    for (const query of queries) {
      const page = await browser.get(`/sign-in?${query}`);
      expect(page.status, query.slice(0, 60)).toBe(200);
      expect(words(page.text)).toBe(plain);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('bodies (W14)', () => {
  it('that are too large, packed, of another kind or full of fields are refused in words', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const send = (type: string, body: string | Buffer) =>
      browser.post('/account/name').set('Content-Type', type).send(body);
    const form = 'application/x-www-form-urlencoded';
    expect((await send(form, `_csrf=${csrf}&name=${'x'.repeat(70_000)}`)).status).toBe(413);
    expect((await send(form, `_csrf=${csrf}${'&a=1'.repeat(5000)}`)).status).toBe(400);
    expect((await send('application/json', '{"name":')).status).toBe(415);
    expect((await send('multipart/form-data; boundary=x', '--x--')).status).toBe(415);
    expect((await send(`${form}; charset=utf-7`, `_csrf=${csrf}&name=x`)).status).toBe(415);
    const packed = await send(form, gzipSync(`_csrf=${csrf}&name=x`)).set('Content-Encoding', 'gzip');
    expect(packed.status).toBe(415);
    expect((await browser.post('/account/name')).status).toBe(403);
    expect((await post(browser, '/account/name', { _csrf: csrf, name: ' ' })).status).toBe(422);
    expect((await send(form, `_csrf=${csrf}&name[]=on&name[x]=off`)).status).toBe(422);
    expect((await send(form, `_csrf=${csrf}&__proto__=x&name=Test`)).status).toBe(303);
  });

  it('of strangers are not even taken in where one must be signed in', async () => {
    const { app } = await aWorld();
    const answer = await aBrowser(app)
      .post('/read')
      .type('form')
      .send(`text=${'x'.repeat(2e6)}`);
    expect(answer.status).toBe(403);
    expect(words(answer.text)).toContain('You are signed out');
  });
});

describe('a form that is refused', () => {
  const written = async (site: string, note: string, path = '/flags/alpha--beta/round-trip') => {
    const { app } = await aWorld();
    const send = aBrowser(app).post(path).set('Sec-Fetch-Site', site).type('form');
    return load((await send.send({ action: 'confirm', note })).text);
  };

  it('gives back the note of somebody who was signed out meanwhile, to be copied', async () => {
    const $ = await written('same-origin', 'Ten minutes of <b>care</b>');
    expect($('h1').text()).toBe('You are signed out');
    expect($('#written').text().trim()).toBe('Ten minutes of <b>care</b>');
  });

  it('shows no words that another site sent, and none that are larger than a form', async () => {
    expect((await written('cross-site', 'Call this number'))('#written').length).toBe(0);
    expect((await written('none', 'Call this number'))('#written').length).toBe(0);
    expect((await written('same-origin', 'x'.repeat(70_000)))('#written').length).toBe(0);
  });

  it('gives it back, too, where the form is out of date', async () => {
    const { browser } = await signedIn(await aWorld(), 'analyst');
    const send = browser.post('/flags/alpha--beta/round-trip').set('Sec-Fetch-Site', 'same-origin').type('form');
    const $ = load((await send.send({ _csrf: 'old', note: 'Kept all the same' })).text);
    expect($('#written').text().trim()).toBe('Kept all the same');
  });
});

describe('error pages (W21)', () => {
  it('say each failure in its own words and status', async () => {
    const odd = '<script>alert(1)</script>';
    const errors: [number, unknown][] = [
      [404, new NotFound(`No such thing ${odd}`)],
      [403, new Forbidden(`Not you ${odd}`)],
      [409, new Conflict(`Too late ${odd}`)],
      [422, new InvalidInput(`Wrong ${odd}`, { field: `Say ${odd}` })],
    ];
    const { app } = await aWorld({ routes: errors.map(([status, error]) => throwing(`/${status}`, error)) });
    for (const [status, error] of errors) {
      const page = await aBrowser(app).get(`/${status}`);
      expect(page.status).toBe(status);
      expect(words(page.text)).toContain((error as Error).message);
      expect(page.text).not.toContain(odd);
    }
  });

  it('of what nobody foresaw give a number to quote, and keep the rest for the log', async () => {
    const lines: string[] = [];
    const log = pino(
      { level: 'error' },
      new Writable({
        write(chunk, _encoding, done) {
          lines.push(String(chunk));
          done();
        },
      }),
    );
    const secret = new Error('SQLITE_ERROR near "select * from users" in /srv/dealwatch/db.ts');
    const { app } = await aWorld({
      log,
      routes: [throwing('/x', secret), throwing('/y', 'a string'), throwing('/z', null)],
    });
    const page = await aBrowser(app).get('/x');
    expect(page.status).toBe(500);
    const [, reference] = /Quote ([0-9a-f]{8})/.exec(words(page.text)) ?? [];
    expect(page.text).not.toMatch(/SQLITE|select|srv|\.ts|node_modules|\bat \S+ \(/);
    expect(lines.filter((line) => line.includes(reference as string) && line.includes('SQLITE_ERROR'))).toHaveLength(1);
    expect((await aBrowser(app).get('/y')).status).toBe(500);
    expect((await aBrowser(app).get('/z')).status).toBe(500);
  });

  it('are still drawn when the database is gone, and the health page says so', async () => {
    const { app, db } = await aWorld();
    const browser = aBrowser(app);
    expect((await browser.get('/health')).body).toMatchObject({ status: 'ok' });
    await closeDatabase(db);
    const page = await browser.get('/sign-in').set('Cookie', `dealwatch=${'x'.repeat(43)}`);
    expect([page.status, words(page.text)]).toEqual([500, expect.stringContaining('could not be made')]);
    const health = await browser.get('/health');
    expect([health.status, health.body.status]).toEqual([503, 'failing']);
  });

  it('do not repeat the address that was asked for, nor our version', async () => {
    const { app } = await aWorld();
    const page = await aBrowser(app).get('/no-such-"onmouseover="alert(1)<b>');
    expect(page.status).toBe(404);
    expect(page.text).not.toMatch(/onmouseover|0\.1\.0|express/i);
  });
});

describe('the log (W25)', () => {
  it('has one line for a request, without its query, however odd its headers', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
    const { app } = await aWorld({ log });
    await aBrowser(app).get('/setup?token=secret').set('User-Agent', 'y'.repeat(8000));
    await aBrowser(app).get(`/%0d%0a%1b[31m{"level":60}${'z'.repeat(2000)}`);
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([410, 404]);
    expect(lines.every((line) => line.length < 500 && !/secret|yyy/.test(line) && line.split('\n').length === 2)).toBe(
      true,
    );
  });
});

describe('the host header (W24)', () => {
  it('changes no link and no redirect', async () => {
    const { app } = await aWorld();
    const page = await aBrowser(app)
      .get('/sign-in')
      .set('Host', 'evil.example')
      .set('X-Forwarded-Host', 'evil.example');
    expect(page.text).not.toContain('evil.example');
    expect((await aBrowser(app).get('/sources').set('Host', 'evil.example')).headers.location).toMatch(/^\/sign-in/);
  });
});

describe('notices', () => {
  it('are shown once, to whom they are for, and not used up by a look at the headers', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    await post(browser, '/account/name', { _csrf: csrf, name: 'Test Other' });
    const other = await signedIn(world, 'viewer');
    expect(words((await other.browser.get('/alerts')).text)).not.toContain('Your name is changed');
    await browser.head('/alerts');
    expect(words((await browser.get('/alerts')).text)).toContain('Your name is changed');
    expect(words((await browser.get('/alerts')).text)).not.toContain('Your name is changed');
  });
});

describe('every page there is', () => {
  it('holds the token in each of its forms and sends them by POST or as a search', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    for (const route of routes.filter((r) => r.method === 'GET' && !r.path.includes(':'))) {
      const answer = await browser.get(route.path);
      const $ = load(answer.text ?? '');
      for (const form of $('form').toArray()) {
        const isPost = ($(form).attr('method') ?? 'get').toLowerCase() === 'post';
        expect($(form).find('input[name=_csrf]').length, `${route.path} ${$(form).attr('action')}`).toBe(
          isPost ? 1 : 0,
        );
      }
    }
    expect(await tokenOn(browser, '/alerts')).toHaveLength(43);
  });
});
