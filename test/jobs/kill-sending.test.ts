import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { listOutbox, queueMail } from '../../db/alerts.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { at, temporaryFolder } from '../db/world.ts';
import { launch } from '../helpers/process.ts';

const MAILS = 40;
const KILLS = 6;
/** Mails under way at the same time in one sender: so many can be between the server's "250" and our mark. */
const AT_ONCE = 4;

let server: SMTPServer;
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** A mail server that takes a moment for each message, and remembers whom each was for. */
async function aSlowServer(received: Map<string, string[]>): Promise<string> {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.set(to, [...(received.get(to) ?? []), mail.messageId ?? '']);
          setTimeout(done, 15);
        }, done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

/** As if a quarter of an hour had passed since the sender died. */
async function letClaimsGoStale(file: string): Promise<void> {
  const db = await openDatabase(file);
  await db
    .updateTable('outbox')
    .set({ claimed_at: at(0) })
    .where('state', '=', 'sending')
    .execute();
  await db.updateTable('jobs').set({ lease: null, lease_until: null }).execute();
  await closeDatabase(db);
}

describe('killed at any moment while mails go out (M04)', () => {
  it('loses none, and what arrives twice arrives under the same Message-ID', { timeout: 240_000 }, async () => {
    const received = new Map<string, string[]>();
    const url = await aSlowServer(received);
    const file = `${temporaryFolder()}/kill.db`;
    const db = await openDatabase(file);
    for (let n = 0; n < MAILS; n += 1) {
      const to = `p${n}@example.org`;
      await queueMail(db, { key: `k${n}`, to, subject: `S${n}`, text: 't', html: '<p>h</p>', now: at(0) });
    }
    await closeDatabase(db);
    const send = () => launch('cli.js', ['job', 'alert'], { DATABASE: file, SMTP_URL: url, STARTER_LIBRARY: 'no' });
    let deaths = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const before = received.size;
      const run = send();
      const ended = run.ended.then((code) => code);
      while (received.size < Math.min(MAILS, before + 3 + round)) {
        if ((await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3, 'on'))])) !== 'on') break;
      }
      run.child.kill('SIGKILL');
      if ((await ended) === null) deaths += 1;
      await letClaimsGoStale(file);
    }
    expect(deaths).toBeGreaterThan(2);
    expect(await send().ended).toBe(0);
    const after = await openDatabase(file);
    expect((await listOutbox(after, { page: 1 })).counts).toEqual({ waiting: 0, sending: 0, sent: MAILS, failed: 0 });
    await closeDatabase(after);
    expect(received.size).toBe(MAILS);
    const doubled = [...received.values()].filter((ids) => ids.length > 1);
    expect(doubled.length).toBeLessThanOrEqual(deaths * AT_ONCE);
    for (const ids of doubled) expect(new Set(ids).size).toBe(1);
  });
});
