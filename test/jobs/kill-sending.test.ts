import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { listOutbox, queueMail } from '../../db/going-out/alerts.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { at, temporaryFolder } from '../db/world.ts';
import { aMailServer } from '../helpers/mail-server.ts';
import { seeded } from '../helpers/numbers.ts';
import { launch } from '../helpers/process.ts';

/** How often it is killed: a dozen times in CI; `KILL_ROUNDS=100 npx vitest run test/jobs/kill-sending` for long. */
const KILLS = Number(process.env.KILL_ROUNDS ?? 12);
/** Told when it fails, so that it can be repeated: `KILL_SEED=…`. */
const SEED = Number(process.env.KILL_SEED ?? 20261122);
const MAILS = KILLS * 7;
const random = seeded(SEED);
/** Mails under way at the same time in one sender: so many can be between the server's "250" and our mark. */
const AT_ONCE = 8;

/** Remembers under which numbers each address got a mail; answers after a moment, so that there is time to die. */
function aSlowServer(received: Map<string, string[]>): Promise<string> {
  return aMailServer(async ({ to: [to = ''], raw }) => {
    const { messageId } = await PostalMime.parse(raw);
    received.set(to, [...(received.get(to) ?? []), messageId ?? '']);
    await new Promise((resolve) => setTimeout(resolve, 15));
  });
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
  it('loses none, and what arrives twice arrives under the same Message-ID', {
    timeout: 60_000 + KILLS * 20_000,
  }, async () => {
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
      const [before, wait] = [received.size, Math.floor(random() * 10)];
      const run = send();
      const ended = run.ended.then((code) => code);
      while (received.size < Math.min(MAILS, before + wait)) {
        if ((await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3, 'on'))])) !== 'on') break;
      }
      run.child.kill('SIGKILL');
      if ((await ended) === null) deaths += 1;
      await letClaimsGoStale(file);
    }
    expect(deaths, `seed ${SEED}`).toBeGreaterThan(KILLS / 3);
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
