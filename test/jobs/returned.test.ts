import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { bounceCommand } from '../../cli/bounce.ts';
import { readConfig } from '../../config.ts';
import type { Context } from '../../context.ts';
import { listOutbox, queueMail, retryMail } from '../../db/going-out/alerts.ts';
import { addressWorks, returnsOf } from '../../db/going-out/returned-mails.ts';
import { deliverySettings } from '../../db/going-out/subscriptions.ts';
import type { Database } from '../../db/open.ts';
import { erasePerson } from '../../db/people/personal-data.ts';
import { sendWaiting } from '../../jobs/alert.ts';
import { returned, takeReturned } from '../../jobs/returned.ts';
import { createMailer } from '../../reports/mailer.ts';
import { aUser, temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { aMailServer, type Got } from '../helpers/mail-server.ts';
import { aMailbox } from '../helpers/mailbox-server.ts';
import { aNotice, type Notice } from '../helpers/returned-mail.ts';
import { aClock, aContext, aRun } from './world.ts';

/** A person, and a mail server that takes what is for them; `mail` sends one and gives it as it arrived. */
async function aWorld(db?: Database, returnTo: string | null = null) {
  const base = db ?? (await temporaryDatabase());
  const user = await aUser(base);
  const got: Got[] = [];
  const url = await aMailServer((message) => void got.push(message));
  const clock = aClock();
  const context = aContext(base, {
    mailer: createMailer(url, 'Dealwatch <dealwatch@example.org>', { returnTo }),
    now: clock.now,
  });
  let n = 0;
  const mail = async (): Promise<Got & { id: number }> => {
    n += 1;
    const key = `k${n}`;
    const words = { subject: 'News', text: 't', html: '<p>t</p>' };
    const id = await queueMail(base, { key, to: user.email, userId: user.id, ...words, now: clock.now() });
    await sendWaiting(context, aRun());
    return { ...(got.at(-1) as Got), id: id as number };
  };
  return { db: base, user, context, clock, got, mail };
}

const comesBack = (context: Context, { raw }: Got, change: Partial<Notice> = {}) =>
  takeReturned(context, aNotice({ raw, ...change }));
const paused = async (db: Database, id: number) => (await deliverySettings(db, id)).refusedReason;
const stateOf = async (db: Database, id: number) =>
  (await listOutbox(db, { page: 1 })).rows.find((row) => row.id === id);

describe('a mail that comes back', () => {
  it('because there is no such address stops mail to it, and says so at the mail', async () => {
    const { db, user, context, mail } = await aWorld();
    const sent = await mail();
    expect(await comesBack(context, sent)).toBe('paused');
    expect(await paused(db, user.id)).toBe('550 5.1.1 <a@example.org>: said the server');
    expect(await stateOf(db, sent.id)).toMatchObject({
      state: 'failed',
      error: 'It came back: 550 5.1.1 <a@example.org>: said the server',
    });
    expect(await comesBack(context, sent)).toBe('known');
    expect(await returnsOf(db, sent.id)).toHaveLength(1);
  });

  it('for another reason is noted; on three days within a month it stops mail, until the owner says that it works', async () => {
    const { db, user, context, clock, mail } = await aWorld();
    const lost = async () => comesBack(context, await mail(), { status: '5.2.2' });
    expect(await lost()).toBe('noted');
    expect(await lost()).toBe('noted');
    clock.forward(60 * 24);
    expect(await lost()).toBe('noted');
    clock.forward(60 * 24);
    expect(await lost()).toBe('paused');
    await addressWorks(db, user.id);
    expect(await paused(db, user.id)).toBeNull();
    clock.forward(60 * 24);
    expect(await lost()).toBe('noted');
  });

  it('seldom, as after holidays, never stops mail', async () => {
    const { context, clock, mail } = await aWorld();
    for (let n = 0; n < 5; n += 1) {
      expect(await comesBack(context, await mail(), { status: '4.4.7' })).toBe('noted');
      clock.forward(60 * 24 * 16);
    }
  });

  it('late is noted, and still counts as sent; what became of it in the end is noted too', async () => {
    const { db, user, context, clock, mail } = await aWorld();
    const sent = await mail();
    expect(await comesBack(context, sent, { action: 'delayed', status: '4.4.1' })).toBe('noted');
    expect(await stateOf(db, sent.id)).toMatchObject({ state: 'sent', error: null });
    clock.forward(60);
    expect(await comesBack(context, sent, { status: '5.4.4' })).toBe('paused');
    expect(await paused(db, user.id)).not.toBeNull();
    expect((await returnsOf(db, sent.id)).map(({ kind }) => kind)).toEqual(['gone', 'delayed']);
  });

  it('once more after it was sent again is news', async () => {
    const { db, context, clock, mail } = await aWorld();
    const sent = await mail();
    await comesBack(context, sent, { status: '5.2.2' });
    clock.forward(1);
    await retryMail(db, sent.id, clock.now());
    await sendWaiting(context, aRun());
    expect(await stateOf(db, sent.id)).toMatchObject({ state: 'sent' });
    clock.forward(1);
    expect(await comesBack(context, sent, { status: '5.2.2' })).toBe('noted');
    expect(await stateOf(db, sent.id)).toMatchObject({ state: 'failed' });
  });

  it('to an address that each message has its own of needs nothing else to be known', async () => {
    const { db, context, mail } = await aWorld(undefined, 'bounces+*@example.org');
    const sent = await mail();
    const { messageId } = (await listOutbox(db, { page: 1 })).rows[0] as { messageId: string };
    expect(sent.from).toBe(`bounces+${messageId.slice(1, 33)}@example.org`);
    expect(await comesBack(context, sent, { bare: true, returnedTo: sent.from })).toBe('paused');
  });
});

describe('a forged notice', () => {
  it('without the sign of a mail of ours changes nothing', async () => {
    const { db, user, context, mail } = await aWorld();
    const sent = await mail();
    const forged = { ...sent, raw: sent.raw.replace(/^Message-ID:.*$/im, `Message-ID: <${'0'.repeat(32)}@dealwatch>`) };
    expect(await comesBack(context, forged)).toBe('not ours');
    expect(await comesBack(context, sent, { bare: true })).toBe('not ours');
    expect(await paused(db, user.id)).toBeNull();
    expect(await stateOf(db, sent.id)).toMatchObject({ state: 'sent' });
  });

  it('with the sign of a mail to somebody else stops nothing', async () => {
    const { db, user, context, mail } = await aWorld();
    const other = await aUser(db, 'analyst', 'b@example.org');
    expect(await comesBack(context, await mail(), { to: 'b@example.org' })).toBe('noted');
    expect([await paused(db, user.id), await paused(db, other.id)]).toEqual([null, null]);
  });

  it('cannot be made by guessing: two mails with the same words and time have other signs', async () => {
    const [one, two] = [await aWorld(), await aWorld()];
    const signs = [await one.mail(), await two.mail()].map(({ raw }) => /^Message-ID: <(\w{32})@/im.exec(raw)?.[1]);
    expect(signs[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(signs[0]).not.toBe(signs[1]);
  });
});

describe('an address that is no longer a person’s', () => {
  it('stops nothing at the new one', async () => {
    const { db, user, context, mail } = await aWorld();
    const sent = await mail();
    await db.updateTable('users').set({ email: 'new@example.org' }).where('id', '=', user.id).execute();
    expect(await comesBack(context, sent)).toBe('noted');
    expect(await paused(db, user.id)).toBeNull();
  });

  it('is not kept in what servers said, once the person is erased', async () => {
    const { db, user, context, clock, mail } = await aWorld();
    await aUser(db, 'admin', 'admin@example.org');
    const sent = await mail();
    await comesBack(context, sent);
    await erasePerson(db, user.id, { userId: null, now: clock.now() });
    expect(JSON.stringify([await stateOf(db, sent.id), await returnsOf(db, sent.id)])).not.toContain('a@example.org');
  });
});

describe('npm run bounce', () => {
  it('takes what a mail server hands over, and says what it was', async () => {
    const file = join(temporaryFolder(), 'test.db');
    const { db, user, mail } = await aWorld(await temporaryDatabase(file));
    const sent = await mail();
    const run = async (bytes: Buffer) => {
      const stdout = new PassThrough();
      const io = { stdin: Readable.from([bytes]), stdout, stderr: stdout };
      const status = await bounceCommand.run([], io, readConfig({ DATABASE: file }));
      return [status, String(stdout.read())];
    };
    expect(await run(Buffer.from('Subject: hello\r\n\r\nhello'))).toEqual([0, expect.stringContaining('no notice')]);
    expect(await run(aNotice({ raw: sent.raw }))).toEqual([0, expect.stringContaining('no more mail')]);
    expect(await paused(db, user.id)).not.toBeNull();
  });

  it('asks the mail server to come again when it cannot keep it', async () => {
    const folder = temporaryFolder();
    const io = { stdin: Readable.from([Buffer.from('x')]), stdout: new PassThrough(), stderr: new PassThrough() };
    expect(await bounceCommand.run([], io, readConfig({ DATABASE: folder }))).toBe(75);
  });
});

describe('a mailbox in which mails come back', () => {
  const reading = (context: Context, url: string): Context => ({
    ...context,
    config: { ...context.config, ...readConfig({ MAIL_RETURN_BOX: url }) },
  });
  const look = (context: Context) => returned.run(context, aRun());
  const bodies = (asked: string[]) => asked.filter((command) => command.includes('BODY.PEEK[]')).length;

  it('is read on from where it was left; notices are taken, everything else is left alone', async () => {
    const { db, user, context, mail } = await aWorld();
    const sent = await mail();
    const box = await aMailbox();
    const there = reading(context, box.url);
    box.messages.push({ uid: 3, raw: Buffer.from('Subject: hello\r\nContent-Type: text/plain\r\n\r\nhello') });
    expect(await look(there)).toEqual({ returned: 0, paused: 0 });
    box.messages.push({ uid: 8, raw: aNotice({ raw: sent.raw }) });
    expect(await look(there)).toEqual({ returned: 1, paused: 1 });
    expect(await paused(db, user.id)).not.toBeNull();
    expect(await look(there)).toEqual({ returned: 0, paused: 0 });
    expect(bodies(box.asked)).toBe(1);
    expect(box.asked.filter((command) => /STORE|EXPUNGE|MOVE|COPY|APPEND|^SELECT/.test(command))).toEqual([]);
  });

  it('that numbers its messages anew is read from its beginning, and tells nothing twice', async () => {
    const { context, mail, db } = await aWorld();
    const sent = await mail();
    const box = await aMailbox();
    const there = reading(context, box.url);
    box.messages.push({ uid: 9, raw: aNotice({ raw: sent.raw }) });
    await look(there);
    Object.assign(box, { validity: 8, messages: [{ uid: 1, raw: aNotice({ raw: sent.raw }) }] });
    expect(await look(there)).toEqual({ returned: 0, paused: 0 });
    expect(bodies(box.asked)).toBe(2);
    expect(await returnsOf(db, sent.id)).toHaveLength(1);
  });

  it('that lets nobody in, or is not there, is a failure in words without the password', async () => {
    const { context } = await aWorld();
    const { url } = await aMailbox();
    for (const wrong of [
      url.replace('a%20password', 'secret'),
      url.replace('Returned', 'Other'),
      'imap://u:secret@127.0.0.1:9/',
    ])
      await expect(look(reading(context, wrong))).rejects.toThrow(
        /^The mailbox of returned mails cannot be read: (?!.*secret)/,
      );
  });

  it('on another machine is told no password before TLS', async () => {
    const { context } = await aWorld();
    const box = await aMailbox();
    const elsewhere = reading(context, box.url.replace('127.0.0.1', '127.0.0.2'));
    await expect(look(elsewhere)).rejects.toThrow(/cannot be read/);
    expect(box.asked.join(' ')).not.toContain('LOGIN');
  });

  it('is not looked for where none is set', async () => {
    const { context } = await aWorld();
    expect(await returned.hasWork?.(context)).toBe(false);
  });
});
