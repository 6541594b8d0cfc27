import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { queueMail } from '../../db/going-out/alerts.ts';
import { closeDatabase, rawOf } from '../../db/open.ts';
import type { Route } from '../../server/handler.ts';
import { requestFields } from '../../server/request-id.ts';
import { routes } from '../../server/routes.ts';
import { at } from '../db/world.ts';
import { aBrowser, aPerson, aWorld, post, signedIn, signInAs, tokenOn } from './world.ts';

const TOKEN = 'a token of the tests, long enough';

/** A log that is kept, line by line. */
function aLog() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { log: pino({ level: 'debug', mixin: requestFields }, stream), lines, text: () => JSON.stringify(lines) };
}

describe('programs that watch', () => {
  it('are told that the process lives, even when the database is gone, and that it is not ready then', async () => {
    const { app, db } = await aWorld();
    const program = aBrowser(app);
    expect((await program.get('/healthz')).text).toBe('ok\n');
    expect((await program.get('/readyz')).body).toEqual({ status: 'ready', problems: [] });
    await closeDatabase(db);
    expect((await program.get('/healthz')).status).toBe(200);
    const answer = await program.get('/readyz');
    expect([answer.status, answer.body]).toEqual([
      503,
      { status: 'not ready', problems: ['The database does not answer.'] },
    ]);
  });

  it('are not told ready while a step of the database is missing', async () => {
    const { app, db } = await aWorld();
    rawOf(db).exec("delete from kysely_migration where name like '007%'");
    expect((await aBrowser(app).get('/readyz')).status).toBe(503);
  });

  it('get metrics for the token alone, administrators by signing in, nobody else', async () => {
    const world = await aWorld({ settings: { METRICS_TOKEN: TOKEN } });
    const program = aBrowser(world.app);
    const ask = (header: string) => program.get('/metrics').set('Authorization', header);
    expect((await program.get('/metrics')).status).toBe(401);
    for (const wrong of ['Bearer guess', `Bearer ${TOKEN}x`, TOKEN, 'Bearer '])
      expect((await ask(wrong)).status).toBe(401);
    expect((await program.get(`/metrics?token=${encodeURIComponent(TOKEN)}`)).status).toBe(401);
    const viewer = await signedIn(world, 'viewer');
    expect((await viewer.browser.get('/metrics')).status).toBe(401);
    expect((await (await signedIn(world, 'admin')).browser.get('/metrics')).status).toBe(200);
  });

  it('see requests by route and not by address, and how much there is of everything', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    await queueMail(world.db, { key: 'k', to: 'a@example.org', subject: 's', text: 't', html: 'h', now: at(-10) });
    await browser.get('/sources/secret-name-of-a-source');
    const { text, headers } = await browser.get('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(text).toMatch(/dealwatch_http_request_seconds_count\{method="GET",route="\/sources\/:id",status="4xx"\} 1/);
    expect(text).toContain('dealwatch_outbox{state="waiting"} 1');
    expect(text).toContain('dealwatch_outbox_oldest_seconds 600');
    expect(text).toContain('dealwatch_documents{state="read"} 0');
    expect(text).toContain('dealwatch_backup_age_seconds -1');
    expect(text).toMatch(/dealwatch_database_bytes\{part="file"\} [1-9]/);
    expect(text).toMatch(/process_resident_memory_bytes [1-9]/);
    expect(text).not.toContain('secret-name');
  });
});

describe('the log', () => {
  const failing: Route = {
    method: 'GET',
    path: '/x',
    role: 'anyone',
    handler: async ({ log }) => {
      log.warn('half-way');
      throw new Error('odd');
    },
  };

  it('carries one number through a request: in its answer, in each line, on the error page', async () => {
    const { log, lines } = aLog();
    const { app } = await aWorld({ log, routes: [failing] });
    const answer = await aBrowser(app).get('/x');
    const number = answer.headers['x-request-id'];
    expect(number).toMatch(/^[0-9a-f]{16}$/);
    expect(answer.text).toContain(number);
    expect(lines.map((line) => [line.msg, line.requestId])).toEqual([
      ['half-way', number],
      ['page failed', number],
      ['request', number],
    ]);
    expect((await aBrowser(app).get('/x')).headers['x-request-id']).not.toBe(number);
  });

  it('takes the number of a trusted proxy, of nobody else, and none that could forge a line (W25)', async () => {
    const given = 'abcdef0123456789';
    const ask = (app: Parameters<typeof aBrowser>[0], number: string) =>
      aBrowser(app).get('/healthz').set('X-Request-Id', number);
    const open = await aWorld();
    expect((await ask(open.app, given)).headers['x-request-id']).not.toBe(given);
    const behind = await aWorld({ settings: { TRUST_PROXY: 'yes' } });
    expect((await ask(behind.app, given)).headers['x-request-id']).toBe(given);
    for (const odd of ['short', 'a b c d e f g h', '"},{"level":60', 'x'.repeat(100)])
      expect((await ask(behind.app, odd)).headers['x-request-id']).toMatch(/^[0-9a-f]{16}$/);
  });

  it('holds no password, code, token or cookie, whatever people send (W22, W25)', async () => {
    const { log, lines, text } = aLog();
    const world = await aWorld({ log });
    const { email } = await aPerson(world.db, 'analyst');
    const browser = aBrowser(world.app);
    await signInAs(browser, email, 'a wrong password of mine');
    await signInAs(browser, email, 'correct horse battery');
    const _csrf = await tokenOn(browser, '/account');
    await post(browser, '/account/second-factor', { _csrf, do: 'on', secret: 'A'.repeat(32), code: '987654' });
    await browser.get('/invitation?token=a-token-in-an-address');
    await browser.get('/search?q=what-somebody-looks-for').set('User-Agent', 'odd agent');
    const cookie = /dealwatch=([\w-]+)/.exec(
      String(browser.jar.getCookies({ domain: '127.0.0.1', path: '/', script: false, secure: false })),
    )?.[1];
    expect(lines.length).toBeGreaterThan(5);
    for (const secret of [
      'password of mine',
      'correct horse',
      '987654',
      'AAAA',
      'a-token-in',
      'what-somebody',
      _csrf,
      cookie ?? '-',
    ]) {
      expect(text(), secret).not.toContain(secret);
    }
    expect(lines.every((line) => typeof line.level === 'number' && typeof line.time === 'number')).toBe(true);
  });

  it('cuts and encodes what could break a line or a terminal (W25)', async () => {
    const { log, lines } = aLog();
    const { app } = await aWorld({ log, routes });
    await aBrowser(app).get(`/${'a'.repeat(5000)}%0d%0afake%1b[31m`);
    const line = lines.find((one) => one.msg === 'request');
    expect(String(line?.path).length).toBeLessThanOrEqual(200);
    expect([...JSON.stringify(line)].every((character) => character >= ' ')).toBe(true);
  });
});
