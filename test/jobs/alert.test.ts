import { describe, expect, it } from 'vitest';
import { listOutbox, markFailed, markSent, queueMail, retryMail } from '../../db/going-out/alerts.ts';
import type { Database } from '../../db/open.ts';
import { alert, sendWaiting } from '../../jobs/alert.ts';
import type { Message } from '../../reports/mailer.ts';
import { at, claimOneMail, temporaryDatabase, temporaryFolder } from '../db/world.ts';
import { aClock, aContext, aMailer, aRun } from './world.ts';

async function queue(db: Database, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    await queueMail(db, { key: `k${i}`, to: `p${i}@example.org`, subject: `S${i}`, text: 't', html: 'h', now: at(0) });
  }
}

describe('the outbox', () => {
  it('takes one message for one key', async () => {
    const db = await temporaryDatabase();
    await queue(db, 2);
    await queue(db, 3);
    expect((await listOutbox(db, { page: 1 })).counts).toMatchObject({ waiting: 3 });
  });

  it('sends each message once although three senders work on it, in two processes', async () => {
    const file = `${temporaryFolder()}/shared.db`;
    const [one, two] = [await temporaryDatabase(file), await temporaryDatabase(file)];
    await queue(one, 30);
    const { mailer, sent } = aMailer();
    const send = (db: Database) => sendWaiting(aContext(db, { mailer }), aRun());
    await Promise.all([send(one), send(one), send(two)]);
    expect(sent.map((message) => message.to).sort()).toEqual(
      Array.from({ length: 30 }, (_, i) => `p${i}@example.org`).sort(),
    );
    expect((await listOutbox(two, { page: 1 })).counts).toEqual({ waiting: 0, sending: 0, sent: 30, failed: 0 });
  });

  it('waits without a mail server, and is not even asked', async () => {
    const db = await temporaryDatabase();
    await queue(db, 1);
    const context = aContext(db);
    expect(await alert.hasWork?.(context)).toBe(false);
    expect(await sendWaiting(context, aRun())).toEqual({ sent: 0, failed: 0 });
    expect((await listOutbox(db, { page: 1 })).rows[0]).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('tries again later and later, and gives up in the end', async () => {
    const db = await temporaryDatabase();
    await queue(db, 1);
    const clock = aClock();
    let tries = 0;
    const { mailer } = aMailer(() => {
      tries += 1;
      return { outcome: 'failed', reason: 'The server is busy.' };
    });
    const context = aContext(db, { mailer, now: clock.now });
    for (let hour = 0; hour < 200; hour += 1) {
      await sendWaiting(context, aRun());
      clock.forward(60);
    }
    expect(tries).toBe(30);
    const [mail] = (await listOutbox(db, { page: 1 })).rows;
    expect(mail).toMatchObject({ state: 'failed', error: 'The server is busy.' });
    expect(await retryMail(db, mail?.id ?? 0, clock.now())).toBe(true);
    await sendWaiting(context, aRun());
    expect(tries).toBe(31);
  });

  it.each(['refused', 'unknown'] as const)('does not send again by itself what came back %s', async (outcome) => {
    const db = await temporaryDatabase();
    await queue(db, 1);
    const clock = aClock();
    const seen: Message[] = [];
    const { mailer } = aMailer((message) => {
      seen.push(message);
      return { outcome, reason: 'No.' };
    });
    const context = aContext(db, { mailer, now: clock.now });
    for (let day = 0; day < 3; day += 1) {
      await sendWaiting(context, aRun());
      clock.forward(1440);
    }
    expect(seen).toHaveLength(1);
    expect((await listOutbox(db, { state: 'failed', page: 1 })).rows[0]?.error).toMatch(/No\./);
  });

  it('takes up what a dead sender left, under the same Message-ID, and hears the dead no more', async () => {
    const db = await temporaryDatabase();
    await queue(db, 1);
    const dead = await claimOneMail(db, at(0));
    expect(await claimOneMail(db, at(10))).toBeNull();
    const next = await claimOneMail(db, at(16));
    expect(next?.mail.messageId).toBe(dead?.mail.messageId);
    expect(next?.mail.messageId).toMatch(/^<[0-9a-f]{32}@dealwatch>$/);
    if (dead) await markFailed(db, dead, { now: at(17), reason: 'late', final: true });
    expect((await listOutbox(db, { page: 1 })).counts).toMatchObject({ sending: 1, failed: 0 });
    if (next) await markSent(db, [next], at(17));
    expect((await listOutbox(db, { page: 1 })).counts).toMatchObject({ sent: 1 });
  });

  it('goes on with the others when one message fails', async () => {
    const db = await temporaryDatabase();
    await queue(db, 3);
    const { mailer, sent } = aMailer((message) =>
      message.to.startsWith('p1') ? { outcome: 'refused', reason: 'Unknown person.' } : { outcome: 'sent' },
    );
    const run = aRun();
    expect(await sendWaiting(aContext(db, { mailer }), run)).toEqual({ sent: 2, failed: 1 });
    expect(sent).toHaveLength(2);
    expect(run.warnings).toEqual(['The mail to p1@example.org was not sent: Unknown person.']);
  });
});
