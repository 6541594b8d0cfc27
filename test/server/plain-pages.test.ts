import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { listAudit } from '../../db/audit.ts';
import { getMail, listOutbox, markFailed, markSent, queueMail } from '../../db/going-out/alerts.ts';
import { claimJob, finishJob, syncJobs } from '../../db/jobs.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { decide } from '../../db/review/reviews.ts';
import { rules } from '../../rules/index.ts';
import { aFlag, aPair, claimOneMail } from '../db/world.ts';
import { aBrowser, aPerson, aWorld, post, signedIn, type World, words } from './world.ts';

async function mail(world: World, key: string, subject = `About ${key}`) {
  const message = {
    key,
    to: 'a@example.org',
    subject,
    text: `Text of ${key} <b>`,
    html: '<p>',
    now: world.context.now(),
  };
  await queueMail(world.db, message);
}

async function lose(world: World) {
  const claimed = await claimOneMail(world.db, world.context.now());
  if (!claimed) throw new Error('Nothing waits.');
  await markFailed(world.db, claimed, {
    now: world.context.now(),
    reason: 'It may have arrived all the same: connection lost',
    final: true,
  });
  return claimed.mail.id;
}

describe('the screens', () => {
  it('are printed from their own descriptions, with how often they fired and people agreed', async () => {
    const world = await aWorld();
    const { browser, user } = await signedIn(world, 'analyst');
    for (const [i, action] of (['confirm', 'confirm', 'dismiss', null] as const).entries()) {
      const [id, now] = [`alpha--beta${i}`, world.context.now()];
      const flag = aFlag({ pairId: id });
      await replacePair(
        world.db,
        aPair({ id, target: `Beta${i}` }),
        [flag],
        { score: 50, band: 'High', floor: false },
        now,
      );
      if (action)
        await decide(world.db, {
          pairId: id,
          rule: flag.rule,
          action,
          reason: action === 'dismiss' ? 'talks_only' : null,
          note: null,
          evidenceHash: flag.evidenceHash,
          userId: user.id,
          now,
        });
    }
    const list = load((await browser.get('/screens')).text);
    const row = list('tbody tr')
      .toArray()
      .map((tr) => list(tr).text().replace(/\s+/g, ' '))
      .find((text) => text.includes('round-tripping'));
    expect(row).toContain('4 2 of 3');
    for (const rule of rules) {
      const page = words((await browser.get(`/screens/${rule.id}`)).text);
      for (const sentence of [rule.title, rule.description, ...rule.falsePositives])
        expect(page).toContain(sentence.replace(/\s+/g, ' '));
      for (const { about } of Object.values(rule.thresholds)) expect(page).toContain(about);
    }
    expect((await browser.get('/screens/none')).status).toBe(404);
    expect((await browser.get('/screens/__proto__')).status).toBe(404);
  });
});

describe('the outbox', () => {
  it('shows each message with its state, by state, and one as text', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'analyst');
    await mail(world, 'one');
    await mail(world, 'two', 'About <script>');
    const claimed = await claimOneMail(world.db, world.context.now());
    if (claimed) await markSent(world.db, [claimed], world.context.now());
    const all = await browser.get('/outbox');
    expect(words(all.text)).toContain('No mail server is set');
    expect(load(all.text)('tbody tr').length).toBe(2);
    const sent = load((await browser.get('/outbox?state=sent')).text);
    expect(sent('tbody tr').length).toBe(1);
    expect(sent('[aria-current=page]').text()).toContain('Sent');
    expect(load((await browser.get('/outbox?state=nonsense&page=-1')).text)('tbody tr').length).toBe(2);
    expect((await browser.get('/outbox?page=99999')).status).toBe(200);
    const { rows } = await listOutbox(world.db, { page: 1 });
    const one = await browser.get(`/outbox/${rows[0]?.id}`);
    expect(words(one.text)).toContain('Text of two <b>');
    for (const id of ['0', '999', 'x', '1e3', '1; drop table outbox'])
      expect((await browser.get(`/outbox/${encodeURIComponent(id)}`)).status, id).toBe(404);
  });

  it('lets an analyst say that a lost message arrived, or send it again under the same id, once', async () => {
    const world = await aWorld();
    const { browser, csrf, user } = await signedIn(world, 'analyst');
    await mail(world, 'one');
    const first = await lose(world);
    await mail(world, 'two');
    const second = await lose(world);
    expect(words((await browser.get(`/outbox/${first}`)).text)).toContain('It may have arrived all the same');
    const { messageId } = (await getMail(world.db, second)) ?? {};
    expect((await post(browser, `/outbox/${first}`, { _csrf: csrf, do: 'sent' })).status).toBe(303);
    expect((await post(browser, `/outbox/${second}`, { _csrf: csrf, do: 'again' })).status).toBe(303);
    expect(await getMail(world.db, first)).toMatchObject({ state: 'sent' });
    expect(await getMail(world.db, second)).toMatchObject({ state: 'waiting', messageId });
    expect((await post(browser, `/outbox/${first}`, { _csrf: csrf, do: 'again' })).status).toBe(409);
    expect((await post(browser, `/outbox/${first}`, { _csrf: csrf, do: 'burn' })).status).toBe(422);
    const log = (await listAudit(world.db, 10)).filter((entry) => entry.userId === user.id);
    expect(log.map((entry) => entry.action)).toEqual(['mail.again', 'mail.settled', 'session.begun']);
  });
});

describe('people', () => {
  it('are listed for administrators, without anything secret', async () => {
    const world = await aWorld();
    const { browser } = await signedIn(world, 'admin');
    await aPerson(world.db, 'viewer');
    const page = await browser.get('/people');
    expect(words(page.text)).toContain('viewer@example.org viewer may sign in password never nothing');
    expect(page.text).not.toContain('$argon2');
  });
});

describe('health', () => {
  it('says when each job last went well, and fails when one keeps failing', async () => {
    const world = await aWorld();
    const run = async (error: string | null) => {
      const lease = await claimJob(world.db, 'fetch', { now: world.context.now(), leaseMs: 1000, force: true });
      await finishJob(world.db, 'fetch', lease ?? '', { now: world.context.now(), error });
    };
    await syncJobs(world.db, [{ name: 'fetch', everySeconds: 15 }], world.context.now());
    await run(null);
    const ok = await aBrowser(world.app).get('/health');
    expect([ok.status, ok.body.jobs]).toEqual([
      200,
      [{ name: 'fetch', lastOkAt: world.context.now(), failing: false }],
    ]);
    for (let i = 0; i < 3; i++) await run('secret reason');
    const failing = await aBrowser(world.app).get('/health');
    expect([failing.status, failing.body.status]).toEqual([503, 'failing']);
    expect(failing.text).not.toContain('secret');
  });
});
