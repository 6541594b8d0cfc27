import { describe, expect, it } from 'vitest';
import { createSetupToken } from '../../db/people/setup.ts';
import { countUsers, findUserByEmail, listUsers, setDisabled } from '../../db/people/users.ts';
import { ownPath } from '../../server/own-path.ts';
import { aBrowser, aPerson, aWorld, csrfIn, PASSWORD, post, signedIn, signInAs, tokenOn, words } from './world.ts';

const cookieIn = (answer: { headers: Record<string, unknown> }, name: string) =>
  ((answer.headers['set-cookie'] ?? []) as string[]).find((line) => line.startsWith(`${name}=`)) ?? '';
const cookieValue = (cookie: string) => cookie.split(';')[0]?.split('=')[1] ?? '';

describe('setting up', () => {
  it('makes one administrator, signs in, and works once', async () => {
    const { db, app, context } = await aWorld();
    const token = await createSetupToken(db, context.now());
    const browser = aBrowser(app);
    const _csrf = await tokenOn(browser, `/setup?token=${token}`);
    const form = { _csrf, token, name: 'Test Admin', email: 'a@example.org', password: PASSWORD, again: PASSWORD };
    const answer = await post(browser, '/setup', form);
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    expect((await listUsers(db)).map((user) => [user.email, user.role])).toEqual([['a@example.org', 'admin']]);
    expect((await browser.get('/people')).status).toBe(200);
    expect((await aBrowser(app).get(`/setup?token=${token}`)).status).toBe(410);
  });

  it('says what is wrong at each field, keeps what was typed but never the password, and stores nothing', async () => {
    const { db, app, context } = await aWorld();
    const token = await createSetupToken(db, context.now());
    const browser = aBrowser(app);
    const _csrf = await tokenOn(browser, `/setup?token=${token}`);
    const form = { _csrf, token, name: 'Test', email: 'nonsense', password: 'too short', again: 'different' };
    const answer = await post(browser, '/setup', form);
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain('3 things to correct');
    expect(answer.text).toContain('value="nonsense"');
    expect(answer.text).not.toContain('too short');
    expect(await countUsers(db)).toBe(0);
    const corrected = await post(browser, '/setup', {
      ...form,
      email: 'a@example.org',
      password: PASSWORD,
      again: PASSWORD,
    });
    expect(corrected.status).toBe(303);
  });

  it('gives one account to two who use the link at once', async () => {
    const { db, app, context } = await aWorld();
    const token = await createSetupToken(db, context.now());
    const attempts = await Promise.all(
      ['a@example.org', 'b@example.org'].map(async (email) => {
        const browser = aBrowser(app);
        const _csrf = await tokenOn(browser, `/setup?token=${token}`);
        return post(browser, '/setup', { _csrf, token, name: 'Test', email, password: PASSWORD, again: PASSWORD });
      }),
    );
    expect(attempts.map((answer) => answer.status).sort()).toEqual([303, 410]);
    expect(await countUsers(db)).toBe(1);
  });

  it('opens nothing with a made-up token or one of yesterday', async () => {
    const { db, app, context, forward } = await aWorld();
    expect((await aBrowser(app).get('/setup?token=guess')).status).toBe(410);
    expect((await aBrowser(app).get('/setup')).status).toBe(410);
    const token = await createSetupToken(db, context.now());
    forward(25 * 60);
    expect((await aBrowser(app).get(`/setup?token=${token}`)).status).toBe(410);
  });
});

describe('sessions (W03)', () => {
  it('begin anew at sign-in, whatever cookie the browser brought, and are dead after sign-out', async () => {
    const world = await aWorld();
    await aPerson(world.db, 'analyst');
    const browser = aBrowser(world.app);
    browser.jar.setCookie(`dealwatch=${'fixed'.repeat(9)}`);
    const answer = await signInAs(browser, 'analyst@example.org', PASSWORD);
    const first = cookieValue(cookieIn(answer, 'dealwatch'));
    expect(first).toMatch(/^[\w-]{43}$/);
    const again = aBrowser(world.app);
    expect(cookieValue(cookieIn(await signInAs(again, 'analyst@example.org', PASSWORD), 'dealwatch'))).not.toBe(first);

    const _csrf = await tokenOn(browser, '/alerts');
    const out = await post(browser, '/sign-out', { _csrf });
    expect([out.headers.location, out.headers['clear-site-data']]).toEqual(['/sign-in', '"cache"']);
    expect((await aBrowser(world.app).get('/sources').set('Cookie', `dealwatch=${first}`)).status).toBe(302);
    expect((await again.get('/sources')).status).toBe(200);
  });

  it('end where someone signs in over them', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    await aPerson(world.db, 'viewer');
    const [before] = browser.jar
      .getCookies({ domain: '127.0.0.1', path: '/', script: false, secure: false })
      .filter((c) => c.name === 'dealwatch');
    const answer = await post(browser, '/sign-in', { _csrf: csrf, email: 'viewer@example.org', password: PASSWORD });
    expect(answer.status).toBe(303);
    expect((await aBrowser(world.app).get('/sources').set('Cookie', `dealwatch=${before?.value}`)).status).toBe(302);
  });

  it('end after so many days without a visit, and when the person is kept out', async () => {
    const world = await aWorld({ settings: { SESSION_DAYS: '2' } });
    const { browser, user } = await signedIn(world, 'analyst');
    world.forward(47 * 60);
    expect((await browser.get('/sources')).status).toBe(200);
    world.forward(49 * 60);
    expect((await browser.get('/sources')).status).toBe(302);
    await signInAs(browser, user.email, PASSWORD);
    await setDisabled(world.db, user.email, true, world.context.now());
    expect((await browser.get('/sources')).status).toBe(302);
    expect((await signInAs(browser, user.email, PASSWORD)).status).toBe(422);
  });

  it('are kept in a cookie that scripts cannot read, and that only HTTPS carries where people come over HTTPS', async () => {
    const plain = await aWorld();
    await aPerson(plain.db, 'viewer');
    const http = cookieIn(await signInAs(aBrowser(plain.app), 'viewer@example.org', PASSWORD), 'dealwatch');
    expect(http).toMatch(/; HttpOnly; SameSite=Lax$/);
    const secure = await aWorld({ settings: { PUBLIC_URL: 'https://deals.example.org' } });
    const page = await aBrowser(secure.app).get('/sign-in');
    expect(cookieIn(page, '__Host-dealwatch-visit')).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(page.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });
});

describe('signing in', () => {
  it('answers alike for a wrong password, an unknown address and someone kept out (W07)', async () => {
    const world = await aWorld();
    const { email } = await aPerson(world.db, 'analyst');
    await aPerson(world.db, 'viewer');
    await setDisabled(world.db, 'viewer@example.org', true, world.context.now());
    const tries = [
      [email, 'wrong password!'],
      ['nobody@example.org', 'wrong password!'],
      ['viewer@example.org', PASSWORD],
    ] as const;
    const answers: string[] = [];
    for (const [address, password] of tries) {
      const answer = await signInAs(aBrowser(world.app), address, password);
      expect(answer.status).toBe(422);
      answers.push(words(answer.text));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('do not go together');
  });

  it('takes about as long for an unknown address as for a wrong password (W07)', async () => {
    const world = await aWorld();
    const { email } = await aPerson(world.db, 'analyst');
    const millis = async (address: string) => {
      const browser = aBrowser(world.app);
      const _csrf = await tokenOn(browser, '/sign-in');
      const began = performance.now();
      await post(browser, '/sign-in', { _csrf, email: address, password: 'wrong password!' });
      return performance.now() - began;
    };
    await millis('warm-up@example.org');
    const [known, unknown] = [Math.min(await millis(email), await millis(email)), await millis('n@example.org')];
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('takes passwords of any script, spelled either way, and refuses megabytes and NULs without a stumble (W08)', async () => {
    const { db, app, context } = await aWorld();
    const token = await createSetupToken(db, context.now());
    const browser = aBrowser(app);
    const _csrf = await tokenOn(browser, `/setup?token=${token}`);
    const password = 'Zürich — 東京 — Ελλάδα';
    const form = { _csrf, token, name: 'Test', email: 'a@example.org', password, again: password };
    expect((await post(browser, '/setup', form)).status).toBe(303);
    expect((await signInAs(aBrowser(app), 'A@example.org', password.normalize('NFD'))).status).toBe(303);
    expect((await signInAs(aBrowser(app), 'a@example.org', `${password}\u0000`)).status).toBe(422);
    expect((await signInAs(aBrowser(app), 'a@example.org', 'x'.repeat(1e6))).status).toBe(413);
  });

  it('goes on to the page that was asked for, and to no other site (W10)', async () => {
    const world = await aWorld();
    await aPerson(world.db, 'analyst');
    const asked = await aBrowser(world.app).get('/sources?x=1');
    expect(asked.headers.location).toBe('/sign-in?next=%2Fsources%3Fx%3D1');
    // A header of many kilobytes is more than proxies take: such an address is left.
    expect((await aBrowser(world.app).get(`/sources?x=${'1'.repeat(3000)}`)).headers.location).toBe('/sign-in');
    const answer = await signInAs(aBrowser(world.app), 'analyst@example.org', PASSWORD, '/sources?x=1');
    expect(answer.headers.location).toBe('/sources?x=1');
    const evil = await signInAs(aBrowser(world.app), 'analyst@example.org', PASSWORD, '//evil.example');
    expect(evil.headers.location).toBe('/');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'evil',
    '',
    '@evil.example',
    `/${'a'.repeat(3000)}`,
  ])('does not take %j for a path of ours', (wanted) => {
    const path = ownPath(wanted);
    expect(new URL(path, 'http://127.0.0.1').origin).toBe('http://127.0.0.1');
    expect(path.startsWith('//')).toBe(false);
    if (!wanted.startsWith('/.')) expect(path).toBe('/');
  });

  it('limits guessing at one account and from one address, and lets an honest person in after a while (W06)', async () => {
    const world = await aWorld();
    const { email } = await aPerson(world.db, 'analyst');
    const browser = aBrowser(world.app);
    const _csrf = await tokenOn(browser, '/sign-in');
    const guess = (address: string, forwarded = '10.0.0.1') =>
      post(browser, '/sign-in', { _csrf, email: address, password: 'wrong password!' }).set(
        'X-Forwarded-For',
        forwarded,
      );
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push((await guess(i % 2 ? email : email.toUpperCase(), `10.0.0.${i}`)).status);
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
    const refused = await post(browser, '/sign-in', { _csrf, email, password: PASSWORD });
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '300']);
    const others: number[] = [];
    for (let i = 0; i < 12; i++) others.push((await guess(`n${i}@example.org`, `10.0.1.${i}`)).status);
    expect(others.filter((status) => status === 422).length).toBeLessThan(10);
    expect(others.at(-1)).toBe(429);
    expect(await findUserByEmail(world.db, email)).toMatchObject({ disabledAt: null });
  });

  it('believes a proxy about where a request comes from when it is told that there is one, and nobody before it', async () => {
    const world = await aWorld({ settings: { TRUST_PROXY: 'yes' } });
    const browser = aBrowser(world.app);
    const _csrf = await tokenOn(browser, '/sign-in');
    const guess = (i: number, forwarded: string) =>
      post(browser, '/sign-in', { _csrf, email: `n${i}@example.org`, password: 'wrong password!' }).set(
        'X-Forwarded-For',
        forwarded,
      );
    for (let i = 0; i < 22; i++) expect((await guess(i, `10.0.0.${i}`)).status).toBe(422);
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) statuses.push((await guess(100 + i, `10.9.9.${i}, 10.0.1.1`)).status);
    expect(statuses.slice(18)).toEqual([422, 422, 429, 429]);
  });

  it('does not count those who get in', async () => {
    const world = await aWorld();
    await aPerson(world.db, 'analyst');
    for (let i = 0; i < 25; i++) {
      expect((await signInAs(aBrowser(world.app), 'analyst@example.org', PASSWORD)).status).toBe(303);
    }
  });

  it('says where the first account comes from while there is none', async () => {
    const { app } = await aWorld();
    const page = await aBrowser(app).get('/sign-in');
    expect(words(page.text)).toContain('Open the set-up link');
    expect(csrfIn(page.text)).toHaveLength(43);
  });
});
