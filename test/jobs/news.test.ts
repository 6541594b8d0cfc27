import { describe, expect, it } from 'vitest';
import { saveDocument, saveDocuments } from '../../db/documents/documents.ts';
import { listOutbox, markFailed, markSent } from '../../db/going-out/alerts.ts';
import { changeDelivery } from '../../db/going-out/announce.ts';
import { setDelivery, setUserAlerts, subscribe } from '../../db/going-out/subscriptions.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import type { Database } from '../../db/open.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { sendWaiting } from '../../jobs/alert.ts';
import { composeDue } from '../../jobs/alert-compose.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { watch } from '../../jobs/watch.ts';
import { addMs, type Instant, parsePartialDay } from '../../model/day.ts';
import { nextLocalHour } from '../../model/local-time.ts';
import type { Cadence, EventKind, Subscription } from '../../model/subscription.ts';
import { sources } from '../../sources/index.ts';
import { aDocument, at, aUser, claimOneMail, temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { aPair, aScrutiny, aStep } from '../helpers/build.ts';
import { launch } from '../helpers/process.ts';
import { aClock, aContext, aMailer, aRun } from './world.ts';

const aScore = { score: 50, band: 'Medium', floor: false } as const;

const NAMES = [
  'Beta',
  'Gamma',
  'Delta',
  'Epsilon',
  'Zeta',
  'Eta',
  'Theta',
  'Iota',
  'Kappa',
  'Lambda',
  'Mu',
  'Nu',
  'Xi',
];
const loop = (name: string) => `Alpha puts $2bn into ${name}. ${name} buys $3bn of computing from Alpha.`;

function story(name: string, text = loop(name), day = '2026-05-30') {
  const url = `https://news.example/${name}-${text.length}`;
  return aDocument({ title: `About ${name}`, text, url, published: parsePartialDay(day) });
}

function wish(userId: number, kinds: EventKind[], change: Partial<Subscription> = {}) {
  const any = { scope: 'all', scopeValue: '', minBand: 'none', workingDays: null, webhookId: null } as const;
  return { userId, kinds, cadence: 'now' as Cadence, ...any, ...change, now: at(0) };
}

const mails = async (db: Database) => (await listOutbox(db, { page: 1, pageSize: 200 })).rows;

describe('what people are told of', () => {
  it('is what they asked for, on the deals they asked for, in one mail a pair', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await subscribe(db, wish(user.id, ['money', 'flag', 'deal'], { scope: 'company', scopeValue: 'Beta' }));
    await subscribe(db, wish(user.id, ['money'], { scope: 'pair', scopeValue: 'alpha--beta' }));
    await saveDocuments(db, [story('Beta'), story('Gamma')]);
    await takeThrough(aContext(db));
    const [mail, ...others] = await mails(db);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Alpha → Beta: New deal: .* more$/);
    for (const words of [
      '$2bn put in',
      '$3bn spend back',
      'Cloud-spend round-tripping',
      'Alpha puts $2bn into Beta.',
    ]) {
      expect(mail?.text).toContain(words);
    }
    expect(mail?.text).toContain('on a deal of Beta, mail me at once”; “When there is');
    expect(mail).toMatchObject({ thread: 'pair-alpha--beta', picture: expect.stringContaining('<svg') });
  });

  it('follows a filter of the deals page and the band', async () => {
    const db = await temporaryDatabase();
    const [one, two] = [await aUser(db), await aUser(db, 'viewer', 'b@example.org')];
    await subscribe(db, wish(one.id, ['deal'], { scope: 'filter', scopeValue: 'q=gam&kind=cloud' }));
    await subscribe(db, wish(two.id, ['deal'], { minBand: 'High' }));
    await saveDocuments(db, [story('Beta'), story('Gamma'), story('Delta', 'Alpha puts $2bn into Delta.')]);
    await takeThrough(aContext(db));
    expect((await mails(db)).map((mail) => [mail.to, mail.subject.split(':')[0]])).toEqual([
      ['a@example.org', 'Alpha → Gamma'],
    ]);
  });

  it('follows a filter of the flags page: the screens, people and states that it shows', async () => {
    const db = await temporaryDatabase();
    const emails = ['a@example.org', 'b@example.org', 'c@example.org', 'd@example.org'];
    const people = await Promise.all(emails.map((email) => aUser(db, 'analyst', email)));
    const filters = ['rule=round-trip&q=gam', 'rule=acqui-hire', 'state=dismissed', 'assignee=me'];
    for (const [n, query] of filters.entries())
      await subscribe(
        db,
        wish(people[n]?.id ?? 0, ['flag', 'deal'], { scope: 'filter', scopeValue: `flags?${query}` }),
      );
    await saveDocuments(db, [story('Beta'), story('Gamma')]);
    await takeThrough(aContext(db));
    expect((await mails(db)).map((mail) => [mail.to, mail.subject.split(':')[0]])).toEqual([
      ['a@example.org', 'Alpha → Gamma'],
    ]);
  });

  it('knows a company however its name is written', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await subscribe(db, wish(user.id, ['deal'], { scope: 'company', scopeValue: 'GAMMA Inc.' }));
    await saveDocuments(db, [story('Beta'), story('Gamma')]);
    await takeThrough(aContext(db));
    expect((await mails(db)).map((mail) => mail.subject.split(':')[0])).toEqual(['Alpha → Gamma']);
  });

  it('tells a deadline once for each number of days asked for, also when that day was missed', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    for (const workingDays of [5, 10]) await subscribe(db, wish(user.id, ['deadline'], { workingDays }));
    const launch = { ...aStep('phase1', '2026-05-20'), stage: 'Launch of merger inquiry' };
    await replacePair(db, aPair({ scrutiny: [aScrutiny('CMA', launch)] }), [], aScore, at(0));
    const look = async (day: string) => {
      const context = aContext(db, { now: () => `${day}T12:00:00.000Z` as Instant });
      if (await watch.hasWork?.(context)) await watch.run(context, aRun());
      return (await mails(db)).map((mail) => mail.subject);
    };
    expect(await look('2026-06-10')).toEqual([]);
    expect(await look('2026-06-15')).toEqual([expect.stringContaining('in a simple case in 8 working days')]);
    expect(await look('2026-06-16')).toHaveLength(1);
    expect(await look('2026-06-22')).toHaveLength(2);
    expect(await look('2026-06-23')).toHaveLength(2);
    expect(await look('2026-07-15')).toHaveLength(3);
    const [late] = await mails(db);
    expect(late?.text.match(/in 1 working day/g)).toHaveLength(1);
  });

  it('tells a score that moves, with what it was, and figures that disagree, once', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await saveDocument(db, story('Beta', 'Alpha puts $2bn into Beta.'));
    await takeThrough(aContext(db));
    await subscribe(db, wish(user.id, ['score']));
    await saveDocument(db, story('Beta'));
    await takeThrough(aContext(db, { now: () => at(60) }));
    const [mail] = await mails(db);
    expect(mail?.subject).toMatch(/Score \d+ \(\w+\), was 0 \(\w[\w ]*\)/);
    await takeThrough(aContext(db, { now: () => at(120) }));
    expect(await mails(db)).toHaveLength(1);
  });

  it('quotes for a score that moved what moved it, not what had long been known', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await saveDocument(db, story('Beta', 'Alpha puts $2bn into Beta.', '2025-01-30'));
    await takeThrough(aContext(db));
    await subscribe(db, wish(user.id, ['score']));
    await saveDocument(db, story('Beta', 'Beta buys $3bn of computing from Alpha.'));
    await takeThrough(aContext(db, { now: () => at(60) }));
    const [mail] = await mails(db);
    expect(mail?.text).toContain('"Beta buys $3bn of computing from Alpha."');
    expect(mail?.text).not.toContain('30 Jan 2025');
  });

  it('tells administrators alone of a source that cannot be read, once an outage', async () => {
    const db = await temporaryDatabase();
    const [admin, viewer] = [await aUser(db, 'admin'), await aUser(db, 'viewer', 'b@example.org')];
    for (const { id } of [admin, viewer]) await subscribe(db, wish(id, ['source']));
    await syncBuiltInSources(db, sources, at(0));
    const broken = { error_count: 3, last_error: 'It answered 503.', last_ok_at: at(-600) };
    await db.updateTable('sources').set(broken).where('authority', '=', 'CMA').execute();
    const context = aContext(db);
    expect(await watch.hasWork?.(context)).toBe(true);
    await watch.run(context, aRun());
    expect(await watch.hasWork?.(context)).toBe(false);
    const told = await mails(db);
    expect(new Set(told.map((mail) => mail.to))).toEqual(new Set(['a@example.org']));
    expect(told[0]?.text).toContain('It answered 503.');
  });
});

describe('when they are told', () => {
  it('gathers what waits into a digest at the hour of their own clock', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const clock = aClock();
    await setDelivery(db, user.id, { timeZone: 'Asia/Tokyo', digestHour: 9 });
    await subscribe(db, wish(user.id, ['deal'], { cadence: 'daily' }));
    await saveDocuments(db, [story('Beta'), story('Gamma')]);
    const context = aContext(db, { now: clock.now });
    await takeThrough(context);
    expect(await mails(db)).toEqual([]);
    clock.forward(11 * 60 + 59);
    expect(await composeDue(context)).toBe(0);
    clock.forward(1);
    expect([clock.now(), await composeDue(context)]).toEqual(['2026-06-02T00:00:00.000Z', 1]);
    const [mail] = await mails(db);
    expect(mail?.subject).toBe('2 changes: Alpha → Beta, Alpha → Gamma');
    expect(await composeDue(context)).toBe(0);
  });

  it('keeps quiet hours and snoozes, and loses nothing', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const clock = aClock();
    const context = aContext(db, { now: clock.now });
    await subscribe(db, wish(user.id, ['deal']));
    await setDelivery(db, user.id, { quietFrom: 11, quietTo: 14 });
    await saveDocument(db, story('Beta'));
    await takeThrough(context);
    expect(await mails(db)).toEqual([]);
    clock.forward(120);
    await composeDue(context);
    expect(await mails(db)).toHaveLength(1);
    await setDelivery(db, user.id, { snoozedUntil: addMs(clock.now(), 3 * 86_400_000) });
    await saveDocument(db, story('Gamma'));
    await takeThrough(context);
    clock.forward(3 * 1440 - 1);
    expect(await composeDue(context)).toBe(0);
    clock.forward(1);
    expect(await composeDue(context)).toBe(1);
  });

  it('holds back what already waits when somebody snoozes, and gives it at once when they wake', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const clock = aClock();
    const context = aContext(db, { now: clock.now });
    await subscribe(db, wish(user.id, ['deal'], { cadence: 'daily' }));
    await saveDocuments(db, [story('Beta'), story('Gamma')]);
    await takeThrough(context);
    await changeDelivery(db, user.id, { snoozedUntil: addMs(clock.now(), 7 * 86_400_000) });
    clock.forward(1440);
    expect(await composeDue(context)).toBe(0);
    await changeDelivery(db, user.id, { snoozedUntil: null });
    expect(await composeDue(context)).toBe(1);
    expect((await mails(db))[0]?.subject).toMatch(/^2 changes: /);
  });

  it('moves what waits to the hour that somebody now wants', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const clock = aClock();
    const context = aContext(db, { now: clock.now });
    await subscribe(db, wish(user.id, ['deal'], { cadence: 'daily' }));
    await saveDocument(db, story('Beta'));
    await takeThrough(context);
    await changeDelivery(db, user.id, { digestHour: 14 });
    clock.forward(119);
    expect(await composeDue(context)).toBe(0);
    clock.forward(1);
    expect(await composeDue(context)).toBe(1);
  });

  it('sends nothing in quiet hours that is late because the program stood still', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const clock = aClock();
    const context = aContext(db, { now: clock.now });
    await setDelivery(db, user.id, { digestHour: 14, quietFrom: 22, quietTo: 6 });
    await subscribe(db, wish(user.id, ['deal'], { cadence: 'daily' }));
    await saveDocument(db, story('Beta'));
    await takeThrough(context);
    clock.forward(11 * 60);
    expect([clock.now(), await composeDue(context)]).toEqual(['2026-06-01T23:00:00.000Z', 0]);
    clock.forward(7 * 60 - 1);
    expect(await composeDue(context)).toBe(0);
    clock.forward(1);
    expect(await composeDue(context)).toBe(1);
  });

  it('sends one digest instead of a flood', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const clock = aClock();
    const context = aContext(db, { now: clock.now });
    await subscribe(db, wish(user.id, ['deal']));
    await saveDocuments(
      db,
      NAMES.map((name) => story(name)),
    );
    await takeThrough(context);
    expect(await mails(db)).toHaveLength(10);
    clock.forward(61);
    expect(await composeDue(context)).toBe(1);
    expect((await mails(db))[0]?.subject).toMatch(/^3 changes: /);
  });

  it.each([
    ['the clock skips the hour', '2026-03-28T12:00:00.000Z', 2, '2026-03-29T01:00:00.000Z'],
    ['the hour comes twice', '2026-10-24T12:00:00.000Z', 2, '2026-10-25T00:00:00.000Z'],
    ['it has come for the first time', '2026-10-25T00:00:00.000Z', 2, '2026-10-26T01:00:00.000Z'],
  ])('is told once where %s (M05)', (_what, after, hour, expected) => {
    expect(nextLocalHour(after as Instant, 'Europe/Vienna', hour, null)).toBe(expected);
  });
});

describe('one mail and no more', () => {
  it('is written when a digest runs twice at once, in two processes (M05)', async () => {
    const file = `${temporaryFolder()}/shared.db`;
    const db = await temporaryDatabase(file);
    const user = await aUser(db);
    await subscribe(db, wish(user.id, ['deal'], { cadence: 'daily' }));
    await saveDocuments(db, [story('Beta'), story('Gamma')]);
    await takeThrough(aContext(db));
    expect(await mails(db)).toHaveLength(0);
    const processes = [1, 2, 3].map(() => launch('cli.js', ['job', 'alert'], { DATABASE: file }));
    await Promise.all(processes.map((one) => one.ended));
    const later = () => at(1440);
    await Promise.all([db, db].map(() => composeDue(aContext(db, { now: later }))));
    expect((await mails(db)).map((mail) => mail.subject)).toEqual(['2 changes: Alpha → Beta, Alpha → Gamma']);
  });

  it('is what comes back after three days without a mail server: a bounded queue, then one digest (M06)', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await subscribe(db, wish(user.id, ['deal']));
    const clock = aClock();
    let down = true;
    const { mailer, sent } = aMailer(() => (down ? { outcome: 'failed', reason: 'No answer.' } : { outcome: 'sent' }));
    const context = aContext(db, { mailer, now: clock.now });
    for (const [day, name] of NAMES.slice(0, 12).entries()) {
      await saveDocument(db, story(name, loop(name), `2026-06-0${1 + Math.floor(day / 4)}`));
      await takeThrough(context);
      for (let n = 0; n < 6; n += 1) {
        await composeDue(context);
        await sendWaiting(context, aRun());
        clock.forward(60);
      }
    }
    expect(await mails(db)).toHaveLength(1);
    down = false;
    for (let n = 0; n < 12; n += 1) {
      await composeDue(context);
      await sendWaiting(context, aRun());
      clock.forward(60);
    }
    expect(sent.map((mail) => mail.subject)).toEqual([
      expect.stringMatching(/^Alpha → Beta/),
      expect.stringMatching(/^11 changes: /),
    ]);
  });

  it('goes to nobody whose address the server does not know, until they say that it works', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await setUserAlerts(db, user.id, true, at(0));
    const { mailer } = aMailer(() => ({ outcome: 'refused', reason: '550 5.1.1 Unknown user', noSuchRecipient: true }));
    const context = aContext(db, { mailer });
    await saveDocument(db, story('Beta'));
    await takeThrough(context);
    await sendWaiting(context, aRun());
    await saveDocument(db, story('Gamma'));
    await takeThrough(context);
    expect(await mails(db)).toHaveLength(1);
    await setDelivery(db, user.id, { refusedAt: null, refusedReason: null });
    expect(await composeDue(context)).toBe(1);
  });

  it('goes out under the same Message-ID whatever happened before (M03, M04)', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    await setUserAlerts(db, user.id, true, at(0));
    await saveDocument(db, story('Beta'));
    await takeThrough(aContext(db));
    const dead = await claimOneMail(db, at(0));
    const next = await claimOneMail(db, at(20));
    if (next) await markFailed(db, next, { now: at(20), reason: '451', final: false });
    const last = await claimOneMail(db, at(60));
    if (last) await markSent(db, [last], at(60));
    expect(new Set([dead, next, last].map((one) => one?.mail.messageId)).size).toBe(1);
    expect((await mails(db))[0]).toMatchObject({ state: 'sent', attempts: 3 });
    expect(await claimOneMail(db, at(9999))).toBeNull();
  });
});
