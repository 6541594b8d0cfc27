import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { listOutbox } from '../../db/going-out/alerts.ts';
import { setUserAlerts } from '../../db/going-out/subscriptions.ts';
import { syncJobs } from '../../db/jobs.ts';
import { jobs } from '../../jobs/index.ts';
import { runDueJobs } from '../../jobs/tick.ts';
import { createMailer } from '../../reports/mailer.ts';
import { aDocument, at, aUser, temporaryDatabase } from '../db/world.ts';
import { aMailServer } from '../helpers/mail-server.ts';
import { aClock, aContext } from './world.ts';

/** A mail server on this machine that keeps what it is given. */
async function keeping(): Promise<{ url: string; received: Email[] }> {
  const received: Email[] = [];
  const url = await aMailServer(async ({ raw }) => {
    received.push(await PostalMime.parse(raw));
  });
  return { url, received };
}

describe('from a document to a mail', () => {
  it('takes one tick of the schedule, and the mail names the deal, the reason and the source', async () => {
    const db = await temporaryDatabase();
    const clock = aClock();
    const { url, received } = await keeping();
    const context = aContext(db, { mailer: createMailer(url, 'Dealwatch <dealwatch@example.org>'), now: clock.now });
    const user = await aUser(db);
    await setUserAlerts(db, user.id, true, at(0));
    await syncJobs(db, jobs, clock.now());
    await runDueJobs(context);
    const text = 'Alpha puts $2bn into Beta. Beta buys $3bn of computing from Alpha.';
    await saveDocument(db, aDocument({ text }));
    clock.forward(1);
    await runDueJobs(context);
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail?.to?.[0]?.address).toBe('a@example.org');
    expect(mail?.subject).toContain('Alpha → Beta');
    expect(mail?.text).toContain('Alpha puts $2bn into Beta.');
    expect(mail?.text).toContain('https://news.example/one');
    expect(mail?.text).toContain('/flags/alpha--beta/round-trip');
    const [sent] = (await listOutbox(db, { page: 1 })).rows;
    expect(sent).toMatchObject({ state: 'sent', messageId: mail?.messageId });
    clock.forward(60 * 24);
    await runDueJobs(context);
    expect(received).toHaveLength(1);
  });
});
