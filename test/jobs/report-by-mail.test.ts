import { load } from 'cheerio';
import PostalMime, { type Email } from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { listOutbox, mailsTo } from '../../db/going-out/alerts.ts';
import { addReportSchedule, reportSchedulesOf } from '../../db/going-out/report-schedules.ts';
import { listReports } from '../../db/going-out/report-snapshots.ts';
import { setDisabled } from '../../db/people/users.ts';
import { alert } from '../../jobs/alert.ts';
import { report } from '../../jobs/report.ts';
import type { Instant } from '../../model/day.ts';
import { nextReportDue, reportPeriod } from '../../model/local-time.ts';
import { DEFAULT_DELIVERY } from '../../model/subscription.ts';
import { createMailer } from '../../reports/mailer.ts';
import { at } from '../db/world.ts';
import { aMailServer } from '../helpers/mail-server.ts';
import { tell } from '../server/story.ts';
import { aBrowser, aWorld, type Browser, post, signedIn, type World, words } from '../server/world.ts';

const run = { signal: new AbortController().signal, warn: () => undefined };

let world: World;
let browser: Browser;
let csrf: string;
let userId: number;

beforeEach(async () => {
  world = await aWorld();
  const person = await signedIn(world, 'viewer');
  ({ browser, csrf } = person);
  userId = person.user.id;
  await tell(world, { title: 'About Larkspur' });
});

/** A mail server that keeps what it is given. */
const keeping = (received: Email[]) =>
  aMailServer(async ({ raw }) => {
    received.push(await PostalMime.parse(raw));
  });

const WEEK = 7 * 24 * 60;
const WEEKLY = { kind: 'briefing', pairId: null, query: '', format: 'docx', cadence: 'weekly' } as const;
const onSchedule = (nextDueAt: Instant) => addReportSchedule(world.db, { ...WEEKLY, userId, nextDueAt, now: at(0) });

describe('a report by mail', () => {
  it('is asked for on the Reports page, and ended there', async () => {
    const fields = { _csrf: csrf, kind: 'register', value: '/deals?band=High', cadence: 'daily', format: 'xlsx' };
    expect((await post(browser, '/report-schedules', fields)).status).toBe(303);
    const page = words((await browser.get('/reports')).text);
    expect(page).toContain('The register of band: High as Excel (XLSX), every day, about the day before');
    const [one] = await reportSchedulesOf(world.db, userId);
    await post(browser, `/report-schedules/${one?.id}/end`, { _csrf: csrf });
    expect(await reportSchedulesOf(world.db, userId)).toEqual([]);
  });

  it.each([
    [{ kind: 'dossier', value: 'no--such' }, 'There is no such deal.'],
    [{ kind: 'book' }, 'Choose a kind of report.'],
    [{ cadence: 'hourly' }, 'Choose how often.'],
    [{ format: 'exe' }, 'Choose a format.'],
  ])('is not set up as %o', async (wrong, sentence) => {
    const fields = { _csrf: csrf, kind: 'register', value: '', cadence: 'daily', format: 'pdf', ...wrong };
    const answer = await post(browser, '/report-schedules', fields as Record<string, string>);
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
    expect(await reportSchedulesOf(world.db, userId)).toEqual([]);
  });

  it('is nobody else’s to end', async () => {
    const id = await onSchedule(at(0));
    const other = await signedIn(world, 'admin');
    expect((await post(other.browser, `/report-schedules/${id}/end`, { _csrf: other.csrf })).status).toBe(404);
    expect(await reportSchedulesOf(world.db, userId)).toHaveLength(1);
  });

  it('arrives over SMTP with the file, once, and is then due a week later', async () => {
    await onSchedule(at(WEEK));
    expect(await report.hasWork?.(world.context)).toBe(false);
    world.forward(WEEK);
    const received: Email[] = [];
    world.context.mailer = createMailer(await keeping(received), 'Dealwatch <d@example.org>');
    expect(await report.run(world.context, run)).toEqual({ made: 1, failed: 0 });
    expect(await report.run(world.context, run)).toEqual({ made: 0, failed: 0 });
    await alert.run(world.context, run);
    expect(received).toHaveLength(1);
    const [mail] = received;
    const [frozen] = await listReports(world.db, 10);
    expect(mail?.subject).toBe(frozen?.about.title);
    expect(mail?.attachments.map((one) => one.filename)).toEqual([`dealwatch-briefing-${frozen?.id}.docx`]);
    const bytes = Buffer.from(mail?.attachments[0]?.content as ArrayBuffer);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(load(mail?.html ?? '')('body').text()).toContain('1 deal');
    expect(mail?.text).toContain(`/reports/${frozen?.id}`);
    const [schedule] = await reportSchedulesOf(world.db, userId);
    expect(schedule?.nextDueAt).toBe(nextReportDue(world.context.now(), 'weekly', DEFAULT_DELIVERY));
    expect(schedule?.lastError).toBeNull();
  });

  it('is ended by one click without signing in, and not by looking at the link', async () => {
    await onSchedule(at(0));
    world.forward(1);
    await report.run(world.context, run);
    const [mail] = await mailsTo(world.db, userId, 1);
    const path = new URL(mail?.unsubscribe ?? '').pathname;
    const stranger = aBrowser(world.app);
    expect(words((await stranger.get(path)).text)).toContain('A briefing of every deal as Word (DOCX)');
    expect(await reportSchedulesOf(world.db, userId)).toHaveLength(1);
    expect((await stranger.post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await reportSchedulesOf(world.db, userId)).toEqual([]);
    expect((await stranger.get(path.replace('-r', '-r1'))).status).toBe(404);
  });

  it('that cannot be made says why, and its turn is over; others go out', async () => {
    const gone = { userId, kind: 'dossier', pairId: 'no--such', query: '', format: 'pdf', cadence: 'daily' } as const;
    await addReportSchedule(world.db, { ...gone, nextDueAt: at(0), now: at(0) });
    await onSchedule(at(0));
    world.forward(1);
    expect(await report.run(world.context, run)).toEqual({ made: 1, failed: 1 });
    const [first] = await reportSchedulesOf(world.db, userId);
    expect(first).toMatchObject({ lastError: 'There is no such deal.', lastAt: null });
    expect((first?.nextDueAt ?? '') > world.context.now()).toBe(true);
  });

  it('is not made for somebody who may not sign in any more', async () => {
    await onSchedule(at(0));
    await setDisabled(world.db, 'viewer@example.org', true, at(1));
    world.forward(5);
    expect(await report.hasWork?.(world.context)).toBe(false);
    expect((await listOutbox(world.db, { page: 1 })).total).toBe(0);
  });
});

describe('when it is due, and what it is about', () => {
  const settings = { ...DEFAULT_DELIVERY, timeZone: 'Europe/Vienna', digestHour: 8, digestWeekday: 1 };
  const due = (after: string, cadence: 'daily' | 'weekly' | 'monthly') =>
    nextReportDue(after as Instant, cadence, settings);
  it.each([
    ['2026-06-01T05:00:00.000Z', 'daily', '2026-06-01T06:00:00.000Z'],
    ['2026-06-01T06:00:00.000Z', 'daily', '2026-06-02T06:00:00.000Z'],
    ['2026-06-02T06:00:00.000Z', 'weekly', '2026-06-08T06:00:00.000Z'],
    ['2026-06-01T05:00:00.000Z', 'monthly', '2026-06-01T06:00:00.000Z'],
    ['2026-10-02T05:00:00.000Z', 'monthly', '2026-11-01T07:00:00.000Z'],
    ['2026-12-31T23:30:00.000Z', 'monthly', '2027-01-01T07:00:00.000Z'],
  ] as const)('after %s, %s: %s', (after, cadence, expected) => expect(due(after, cadence)).toBe(expected));

  it.each([
    ['daily', '2026-02-28', '2026-02-28'],
    ['weekly', '2026-02-22', '2026-02-28'],
    ['monthly', '2026-02-01', '2026-02-28'],
  ] as const)('%s on 1 March is about %s to %s', (cadence, from, to) => {
    expect(reportPeriod('2026-03-01T07:00:00.000Z' as Instant, cadence, 'Europe/Vienna')).toEqual({ from, to });
  });
});
