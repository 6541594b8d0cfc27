import { load } from 'cheerio';
import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { listAudit } from '../../db/audit.ts';
import { rawOf } from '../../db/open.ts';
import { invite } from '../../db/people/account-links.ts';
import { findUserByEmail, getUser, listUsers } from '../../db/people/users.ts';
import type { Route } from '../../server/handler.ts';
import { routes } from '../../server/routes.ts';
import { at } from '../db/world.ts';
import { aMailServer } from '../helpers/mail-server.ts';
import {
  aBrowser,
  aPerson,
  aWorld,
  type Browser,
  PASSWORD,
  post,
  signedIn,
  signInAs,
  tokenOn,
  type World,
  words,
} from './world.ts';

const NEW_PASSWORD = 'a quiet harbour at dusk';

/** A mail server that keeps what it is handed; gives its address and the texts. */
async function aMailbox(): Promise<{ url: string; mails: string[] }> {
  const mails: string[] = [];
  const url = await aMailServer(({ raw }) => {
    mails.push(raw.replace(/=\r\n/g, '').replaceAll('=3D', '='));
  });
  return { url, mails };
}

const linkIn = (text: string, path: string) =>
  new RegExp(`http://[^\\s"<]+(${path}\\?token=[\\w-]{43})`).exec(text)?.[1] ?? '';
const sessionCookie = (browser: Browser) =>
  browser.jar
    .getCookies({ domain: '127.0.0.1', path: '/', script: false, secure: false })
    .find((cookie) => cookie.name === 'dealwatch')?.value;

/** Switches the second factor on in a browser; gives the secret and the recovery codes. */
async function withSecondFactor(world: World, browser: Browser, csrf: string) {
  const $ = load((await browser.get('/account/second-factor')).text);
  const secret = String($('input[name=secret]').attr('value'));
  const answer = await post(browser, '/account/second-factor', {
    _csrf: csrf,
    do: 'on',
    secret,
    code: codeOf(secret, world),
  });
  expect(answer.status).toBe(200);
  const codes = load(answer.text)('.codes li')
    .toArray()
    .map((li) => load(li).text());
  return { secret, codes };
}

const codeOf = (secret: string, { context }: World) =>
  new TOTP({ secret }).generate({ timestamp: Date.parse(context.now()) });

async function passwordThenCode(world: World, email: string, code: string, browser = aBrowser(world.app)) {
  const asked = await signInAs(browser, email, PASSWORD, '/sources');
  const $ = load(asked.text);
  const [token, _csrf] = [
    String($('input[name=token]').attr('value')),
    String($('input[name=_csrf]').first().attr('value')),
  ];
  return { asked, token, answer: await post(browser, '/sign-in/code', { _csrf, token, code }) };
}

describe('invitations', () => {
  it('go out by mail, make one account with the role that was chosen, and work once', async () => {
    const { url, mails } = await aMailbox();
    const world = await aWorld({ settings: { SMTP_URL: url, PUBLIC_URL: 'http://deals.example.org' } });
    const { browser, csrf } = await signedIn(world, 'admin');
    const answer = await post(browser, '/people', { _csrf: csrf, email: 'new@example.org', role: 'analyst' });
    expect(words(answer.text)).toContain('A mail with a link went to new@example.org');
    expect(answer.text).not.toContain('token=');
    const link = linkIn(mails[0] ?? '', '/invitation');
    expect(mails[0]).toContain(`http://deals.example.org${link}`);
    const guest = aBrowser(world.app);
    expect(words((await guest.get(link)).text)).toContain('You are invited as analyst, and sign in as new@example.org');
    const _csrf = await tokenOn(guest, link);
    const form = {
      _csrf,
      token: link.split('=')[1] ?? '',
      name: 'Test New',
      password: NEW_PASSWORD,
      again: NEW_PASSWORD,
    };
    const accepted = await post(guest, '/invitation', { ...form, role: 'admin', email: 'other@example.org' });
    expect([accepted.status, accepted.headers.location]).toEqual([303, '/']);
    expect(await findUserByEmail(world.db, 'new@example.org')).toMatchObject({ role: 'analyst', name: 'Test New' });
    expect(await findUserByEmail(world.db, 'other@example.org')).toBeNull();
    expect((await aBrowser(world.app).get(link)).status).toBe(410);
    expect(await world.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
  });

  it('show the link where no mail goes out, say what is wrong, and can be taken back', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'admin');
    for (const email of ['nonsense', 'a@b\r\nBcc: c@example.org', '"x" <a@example.org>', user.email]) {
      expect((await post(browser, '/people', { _csrf: csrf, email, role: 'viewer' })).status, email).toBe(422);
    }
    expect((await post(browser, '/people', { _csrf: csrf, email: 'v@example.org', role: 'owner' })).status).toBe(422);
    const made = await post(browser, '/people', { _csrf: csrf, email: 'v@example.org', role: 'viewer' });
    const link = linkIn(made.text, '/invitation');
    expect((await aBrowser(world.app).get(link)).status).toBe(200);
    const { id } = await world.db.selectFrom('account_links').select('id').executeTakeFirstOrThrow();
    await post(browser, `/people/invitations/${id}`, { _csrf: csrf });
    expect((await aBrowser(world.app).get(link)).status).toBe(410);
  });

  it('run out after a week, and a newer one for the same address replaces the older', async () => {
    const world = await aWorld();
    const by = { userId: null, now: at(0) };
    const first = await invite(world.db, 'new@example.org', 'viewer', by);
    const second = await invite(world.db, 'New@Example.org', 'analyst', by);
    expect((await aBrowser(world.app).get(`/invitation?token=${first}`)).status).toBe(410);
    expect((await aBrowser(world.app).get(`/invitation?token=${second}`)).status).toBe(200);
    world.forward(8 * 24 * 60);
    expect((await aBrowser(world.app).get(`/invitation?token=${second}`)).status).toBe(410);
  });
});

describe('a forgotten password', () => {
  it('is replaced over a link in a mail that works once, and every session ends', async () => {
    const { url, mails } = await aMailbox();
    const world = await aWorld({ settings: { SMTP_URL: url } });
    const { browser, user } = await signedIn(world, 'analyst');
    const guest = aBrowser(world.app);
    await post(guest, '/forgot', { _csrf: await tokenOn(guest, '/forgot'), email: user.email });
    await expect.poll(() => mails.length).toBe(1);
    const link = linkIn(mails[0] ?? '', '/reset');
    const _csrf = await tokenOn(guest, link);
    const token = link.split('=')[1] ?? '';
    const short = await post(guest, '/reset', { _csrf, token, password: 'short', again: 'short' });
    expect(short.status).toBe(422);
    const form = { _csrf, token, password: NEW_PASSWORD, again: NEW_PASSWORD };
    expect((await post(guest, '/reset', form)).headers.location).toBe('/sign-in');
    expect((await post(guest, '/reset', form)).status).toBe(410);
    expect((await browser.get('/sources')).status).toBe(302);
    expect((await signInAs(aBrowser(world.app), user.email, PASSWORD)).status).toBe(422);
    expect((await signInAs(aBrowser(world.app), user.email, NEW_PASSWORD)).status).toBe(303);
  });

  it('is answered alike whether or not somebody has the address, and mails nobody who may not come in (W07)', async () => {
    const { url, mails } = await aMailbox();
    const world = await aWorld({ settings: { SMTP_URL: url } });
    const { email } = await aPerson(world.db, 'viewer');
    const disabled = await aPerson(world.db, 'analyst');
    rawOf(world.db).prepare('update users set disabled_at = ? where id = ?').run(at(0), disabled.id);
    const pages: string[] = [];
    for (const address of [email, disabled.email, 'nobody@example.org']) {
      const guest = aBrowser(world.app);
      const answer = await post(guest, '/forgot', { _csrf: await tokenOn(guest, '/forgot'), email: address });
      pages.push(words(answer.text));
    }
    expect(new Set(pages).size).toBe(1);
    await expect.poll(() => mails.length).toBe(1);
    expect(mails[0]).toContain(email);
  });

  it('floods nobody: three links an hour for one account', async () => {
    const { url, mails } = await aMailbox();
    const world = await aWorld({ settings: { SMTP_URL: url } });
    const { email } = await aPerson(world.db, 'viewer');
    const guest = aBrowser(world.app);
    const _csrf = await tokenOn(guest, '/forgot');
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) statuses.push((await post(guest, '/forgot', { _csrf, email })).status);
    expect(statuses.slice(18)).toEqual([200, 200, 429, 429]);
    await expect.poll(() => mails.length).toBe(3);
    const rows = await world.db.selectFrom('account_links').selectAll().execute();
    expect(rows).toHaveLength(3);
  });
});

describe('the second factor', () => {
  it('is asked for after the password, takes a code once, and lets in to the page that was wanted (W09)', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const { secret } = await withSecondFactor(world, browser, csrf);
    const used = await passwordThenCode(world, user.email, codeOf(secret, world));
    expect(used.asked.headers['set-cookie'] ?? []).not.toContainEqual(expect.stringContaining('dealwatch='));
    expect(used.answer.status, 'the code that switched it on').toBe(422);
    world.forward(1);
    const code = codeOf(secret, world);
    const first = await passwordThenCode(world, user.email, code);
    expect([first.answer.status, first.answer.headers.location]).toEqual([303, '/sources']);
    expect((await passwordThenCode(world, user.email, code)).answer.status).toBe(422);
  });

  it('does not let in with the password alone, nor another browser with a step that was begun here', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const { secret } = await withSecondFactor(world, browser, csrf);
    world.forward(2);
    const half = aBrowser(world.app);
    const asked = await signInAs(half, user.email, PASSWORD);
    const token = String(load(asked.text)('input[name=token]').attr('value'));
    expect((await half.get('/sources')).status).toBe(302);
    const thief = aBrowser(world.app);
    const _csrf = await tokenOn(thief, '/sign-in');
    expect((await post(thief, '/sign-in/code', { _csrf, token, code: codeOf(secret, world) })).status).toBe(403);
    world.forward(11);
    const late = await post(half, '/sign-in/code', {
      _csrf: await tokenOn(half, '/sign-in'),
      token,
      code: codeOf(secret, world),
    });
    expect(late.status).toBe(403);
  });

  it('takes each recovery code once, in whatever spelling (W09)', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const { codes } = await withSecondFactor(world, browser, csrf);
    expect(new Set(codes).size).toBe(10);
    const [one = ''] = codes;
    const spelled = one.toUpperCase().replaceAll('-', ' ');
    expect((await passwordThenCode(world, user.email, spelled)).answer.status).toBe(303);
    expect((await passwordThenCode(world, user.email, one)).answer.status).toBe(422);
    expect(words((await browser.get('/account')).text)).toContain('You have 9 recovery codes left');
    expect(JSON.stringify(rawOf(world.db).prepare('select * from recovery_codes').all())).not.toContain(one);
  });

  it('gives five tries a sign-in and ten in a row, then none for a quarter of an hour (W06)', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const { secret } = await withSecondFactor(world, browser, csrf);
    world.forward(5);
    const statuses: number[] = [];
    for (let round = 0; round < 2; round++) {
      const guesser = aBrowser(world.app);
      const { token } = await passwordThenCode(world, user.email, '000000', guesser);
      const _csrf = await tokenOn(guesser, '/sign-in');
      for (let i = 0; i < 5; i++)
        statuses.push((await post(guesser, '/sign-in/code', { _csrf, token, code: '000000' })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 403, 422, 422, 422, 422, 403]);
    const right = await passwordThenCode(world, user.email, codeOf(secret, world));
    expect([right.answer.status, words(right.answer.text)]).toEqual([422, expect.stringContaining('15 minutes')]);
    world.forward(16);
    expect((await passwordThenCode(world, user.email, codeOf(secret, world))).answer.status).toBe(303);
  });

  it('is switched off with a code alone, by an administrator without one, and both stand in the log', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const { codes } = await withSecondFactor(world, browser, csrf);
    const wrong = await post(browser, '/account/second-factor', { _csrf: csrf, do: 'off', code: '123456' });
    expect([wrong.status, (await getUser(world.db, user.id))?.secondFactor]).toEqual([422, true]);
    await post(browser, '/account/second-factor', { _csrf: csrf, do: 'off', code: codes[3] ?? '' });
    expect((await getUser(world.db, user.id))?.secondFactor).toBe(false);
    await withSecondFactor(world, browser, csrf);
    const admin = await signedIn(world, 'admin');
    await post(admin.browser, `/people/${user.id}`, { _csrf: admin.csrf, do: 'second-factor' });
    expect((await getUser(world.db, user.id))?.secondFactor).toBe(false);
    const log = await listAudit(world.db, 50, { action: 'user.second_factor_off' });
    expect(log.map((line) => line.userId)).toEqual([admin.user.id, user.id]);
  });

  it('is set up before anything else where it is asked for', async () => {
    const world = await aWorld({ settings: { SECOND_FACTOR: 'admins' } });
    await aPerson(world.db, 'admin');
    await aPerson(world.db, 'viewer');
    const [admin, viewer] = [aBrowser(world.app), aBrowser(world.app)];
    await signInAs(viewer, 'viewer@example.org', PASSWORD);
    expect((await viewer.get('/sources')).status).toBe(200);
    await signInAs(admin, 'admin@example.org', PASSWORD);
    expect((await admin.get('/people')).headers.location).toBe('/account/second-factor');
    const csrf = await tokenOn(admin, '/account/second-factor');
    expect((await post(admin, '/people', { _csrf: csrf, email: 'x@example.org', role: 'admin' })).status).toBe(403);
    await withSecondFactor(world, admin, csrf);
    expect((await admin.get('/people')).status).toBe(200);
  });
});

describe('the account page', () => {
  it("lists one's own sessions and ends one or all others, and nobody else's (W05)", async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const other = aBrowser(world.app);
    await signInAs(other, user.email, PASSWORD);
    const stranger = await signedIn(world, 'viewer');
    const page = await browser.get('/account');
    const ids = load(page.text)('input[name=session]')
      .toArray()
      .map((input) => String(load(input)('input').attr('value')));
    expect(ids).toHaveLength(1);
    expect(
      (await post(stranger.browser, '/account/sessions', { _csrf: stranger.csrf, session: ids[0] ?? '' })).status,
    ).toBe(404);
    expect((await other.get('/sources')).status).toBe(200);
    await post(browser, '/account/sessions', { _csrf: csrf, session: ids[0] ?? '' });
    expect((await other.get('/sources')).status).toBe(302);
    await signInAs(other, user.email, PASSWORD);
    await post(browser, '/account/sessions', { _csrf: csrf });
    expect((await other.get('/sources')).status).toBe(302);
    expect((await browser.get('/sources')).status).toBe(200);
    expect((await stranger.browser.get('/sources')).status).toBe(200);
  });

  it('changes the password for who knows the old one: this browser gets a new session, all others end (W03)', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const other = aBrowser(world.app);
    await signInAs(other, user.email, PASSWORD);
    const before = sessionCookie(browser);
    const form = { _csrf: csrf, old: 'wrong password!', password: NEW_PASSWORD, again: NEW_PASSWORD };
    const wrong = await post(browser, '/account/password', form);
    expect([wrong.status, words(wrong.text)]).toEqual([422, expect.stringContaining('That is not your password')]);
    expect((await post(browser, '/account/password', { ...form, old: PASSWORD })).status).toBe(303);
    expect(sessionCookie(browser)).not.toBe(before);
    expect((await browser.get('/sources')).status).toBe(200);
    expect((await other.get('/sources')).status).toBe(302);
    expect((await aBrowser(world.app).get('/sources').set('Cookie', `dealwatch=${before}`)).status).toBe(302);
  });

  it.each([
    'password1234',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1234567890123',
    'qwertyuiopas',
    'Dealwatch2026!',
    'analyst@example.org',
    'Test analyst 99',
    'liverpoolfc1',
    'Basketball2024!',
    '1234567charlie',
  ])('does not take %j for a password', async (password) => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'analyst');
    const answer = await post(browser, '/account/password', { _csrf: csrf, old: PASSWORD, password, again: password });
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining('easily guessed')]);
  });

  it('hands out everything kept about oneself, and no secret', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    const { secret } = await withSecondFactor(world, browser, csrf);
    const answer = await browser.get('/account/data.json');
    const data = JSON.parse(answer.text);
    expect(data.person).toMatchObject({ number: user.id, email: user.email, role: 'analyst' });
    expect(data.sessions).toHaveLength(1);
    expect(data.audit.map((line: { action: string }) => line.action)).toContain('user.second_factor_on');
    for (const hidden of [secret, '$argon2', sessionCookie(browser) ?? '-']) expect(answer.text).not.toContain(hidden);
  });
});

describe('sessions (W03)', () => {
  it('end for good after so many days, however busy', async () => {
    const world = await aWorld({ settings: { SESSION_DAYS: '2', SESSION_MAX_DAYS: '3' } });
    const { browser } = await signedIn(world, 'analyst');
    for (let day = 0; day < 2; day++) {
      world.forward(24 * 60);
      expect((await browser.get('/sources')).status).toBe(200);
    }
    world.forward(24 * 60);
    expect((await browser.get('/sources')).status).toBe(302);
  });

  it('end when the role changes, so that nothing goes on with the old one', async () => {
    const world = await aWorld();
    const analyst = await signedIn(world, 'analyst');
    const { browser, csrf } = await signedIn(world, 'admin');
    await post(browser, `/people/${analyst.user.id}`, { _csrf: csrf, do: 'role', role: 'viewer' });
    expect((await analyst.browser.get('/sources')).status).toBe(302);
    await signInAs(analyst.browser, analyst.user.email, PASSWORD);
    expect((await analyst.browser.get('/outbox')).status).toBe(403);
  });
});

describe('administrators', () => {
  it('cannot lock everybody out: the last one stays what they are', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'admin');
    const change = (fields: Record<string, string>) => post(browser, `/people/${user.id}`, { _csrf: csrf, ...fields });
    for (const fields of [{ do: 'role', role: 'viewer' }, { do: 'disable' }, { do: 'erase', confirm: user.email }]) {
      expect((await change(fields as unknown as Record<string, string>)).status, fields.do).toBe(409);
    }
    expect(await getUser(world.db, user.id)).toMatchObject({ role: 'admin', disabledAt: null, erasedAt: null });
  });

  it('erase a person: nothing personal is left in any table, what was decided stays, the log stays whole', async () => {
    const world = await aWorld();
    const analyst = await signedIn(world, 'analyst');
    await withSecondFactor(world, analyst.browser, analyst.csrf);
    await world.db
      .insertInto('notes')
      .values({ pair_id: 'alpha--beta', rule: null, text: 'A note.', user_id: analyst.user.id, at: at(1) })
      .execute();
    const { browser, csrf } = await signedIn(world, 'admin');
    const erase = (confirm: string) =>
      post(browser, `/people/${analyst.user.id}`, { _csrf: csrf, do: 'erase', confirm });
    expect((await erase('wrong')).status).toBe(422);
    expect((await erase(analyst.user.email)).status).toBe(303);
    expect((await analyst.browser.get('/sources')).status).toBe(302);
    expect(personalIn(world, [analyst.user.email, analyst.user.name])).toEqual([]);
    expect(await getUser(world.db, analyst.user.id)).toMatchObject({ name: `Former colleague ${analyst.user.id}` });
    expect((await world.db.selectFrom('notes').selectAll().execute()).map((note) => note.text)).toEqual(['A note.']);
    const verified = await post(browser, '/audit', { _csrf: csrf });
    expect(verified.status).toBe(303);
    expect(words((await browser.get('/audit')).text)).toMatch(/All \d+ lines follow from the one before/);
  });

  it("see one person with their sessions, and find no route for a number that is nobody's", async () => {
    const world = await aWorld();
    const analyst = await signedIn(world, 'analyst');
    const { browser, csrf } = await signedIn(world, 'admin');
    expect(words((await browser.get(`/people/${analyst.user.id}`)).text)).toContain('Signed in');
    for (const id of ['0', '99', '1e3', 'x', '-1']) expect((await browser.get(`/people/${id}`)).status, id).toBe(404);
    expect((await post(browser, `/people/${analyst.user.id}`, { _csrf: csrf, do: 'constructor' })).status).toBe(422);
    await post(browser, `/people/${analyst.user.id}`, { _csrf: csrf, do: 'sessions' });
    expect((await analyst.browser.get('/sources')).status).toBe(302);
  });
});

/** Tables that still hold one of these words anywhere. */
function personalIn({ db }: World, wanted: string[]): string[] {
  const raw = rawOf(db);
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  return tables.filter((table) => {
    const text = JSON.stringify(raw.prepare(`select * from "${table}"`).all());
    return wanted.some((word) => text.includes(word));
  });
}

describe('the audit log', () => {
  it('says who did what to whom, with the values before and after, and can be narrowed and taken along', async () => {
    const world = await aWorld();
    const analyst = await signedIn(world, 'analyst');
    const { browser, csrf, user } = await signedIn(world, 'admin');
    await post(browser, `/people/${analyst.user.id}`, { _csrf: csrf, do: 'role', role: 'viewer' });
    const [line] = await listAudit(world.db, 1, { action: 'user.role' });
    expect(line).toMatchObject({
      userId: user.id,
      subject: `user ${analyst.user.id}`,
      detail: { before: { role: 'analyst' }, after: { role: 'viewer' } },
    });
    const page = words((await browser.get('/audit?action=user.role')).text);
    expect(page).toContain(`user.role user ${analyst.user.id} role analyst role viewer`);
    expect(page).not.toContain('session.begun');
    const csv = (await browser.get(`/audit.csv?user=${user.id}`)).text;
    expect(csv).toContain('user.role');
    expect(csv).not.toContain(`${analyst.user.id},Test analyst`);
    expect((await analyst.browser.get('/audit')).status).toBe(302);
  });

  it('notes every form that changes something, with the names of its fields and no values', async () => {
    const add = (path: string, change: Partial<Route>): Route => ({
      method: 'POST',
      path,
      role: 'viewer',
      handler: async () => ({ redirect: '/' }),
      ...change,
    });
    const refused = { view: 'error', title: 'x', data: { sentence: 's', problems: [], reference: null }, status: 422 };
    const world = await aWorld({
      routes: [
        ...routes,
        add('/x/:id', {}),
        add('/y', { handler: async () => refused }),
        add('/z', { keepsNothing: true }),
      ],
    });
    const { browser, csrf, user } = await signedIn(world, 'viewer');
    for (const path of ['/x/7', '/y', '/z']) await post(browser, path, { _csrf: csrf, word: 'unsaid' });
    const lines = await listAudit(world.db, 9, { action: 'form' });
    expect(lines).toMatchObject([
      { userId: user.id, action: 'form /x/:id', subject: '/x/7', detail: { fields: ['word'] } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('unsaid');
  });

  it('names a line that was changed by hand, and one that was taken out (D21)', async () => {
    const world = await aWorld();
    const { browser, csrf } = await signedIn(world, 'admin');
    for (const email of ['a@example.org', 'b@example.org'])
      await post(browser, '/people', { _csrf: csrf, email, role: 'viewer' });
    const raw = rawOf(world.db);
    raw.exec('drop trigger audit_no_update; drop trigger audit_no_delete');
    raw.exec("update audit set detail = '{}' where id = 3");
    await post(browser, '/audit', { _csrf: csrf });
    expect(words((await browser.get('/audit')).text)).toContain('first line 3');
    raw.exec('delete from audit where id = 1');
    await post(browser, '/audit', { _csrf: csrf });
    expect(words((await browser.get('/audit')).text)).toContain('first line 2');
  });
});

describe('mass assignment', () => {
  it('gives nobody a role, a factor or a state that the form does not offer', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'viewer');
    const extra = { role: 'admin', id: '1', disabled_at: '', totp_secret: 'A'.repeat(32), mail_high_flags: '1' };
    await post(browser, '/account/name', { _csrf: csrf, name: 'Test Person', ...extra });
    expect(
      (await listUsers(world.db)).map(({ id, name, role, secondFactor }) => [id, name, role, secondFactor]),
    ).toEqual([[user.id, 'Test Person', 'viewer', false]]);
  });
});
