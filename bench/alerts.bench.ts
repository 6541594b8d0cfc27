import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../config.ts';
import { type Context, closeContext, openContext } from '../context.ts';
import { announce } from '../db/going-out/announce.ts';
import { subscribe } from '../db/going-out/subscriptions.ts';
import { replacePair } from '../db/ledger/ledger.ts';
import { inTransaction } from '../db/open.ts';
import { createUser } from '../db/people/users.ts';
import { sendWaiting } from '../jobs/alert.ts';
import { composeDue } from '../jobs/alert-compose.ts';
import type { Pair } from '../model/ledger.ts';
import type { AlertEvent } from '../model/subscription.ts';
import type { Bench } from './bench.ts';
import { madeLedger } from './made-ledger.ts';
import { processorSeconds, timed } from './measure.ts';
import { percentile } from './people.ts';

/** One person gets at most ten mails an hour before they are gathered. */
const [PEOPLE, PAIRS] = [500, 10];
const MAILS = PEOPLE * PAIRS;
const QUOTE = 'The two said that the money will be paid in three parts and spent on computing over five years.';

/** A mail server on this machine that takes everything. */
async function aServer(): Promise<{ server: SMTPServer; url: string; taken: () => { mails: number; bytes: number } }> {
  const taken = { mails: 0, bytes: 0 };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.on('data', (chunk: Buffer) => {
        taken.bytes += chunk.length;
      });
      stream.on('end', () => {
        taken.mails += 1;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { server, url, taken: () => taken };
}

function eventOf({ id, acquirer, target }: Pair, at: AlertEvent['at']): AlertEvent {
  const passage = {
    quote: QUOTE,
    title: `About ${target}`,
    source: 'Example News, press',
    url: 'https://news.example/a',
  };
  return {
    key: `flag ${id}`,
    kind: 'flag',
    pairId: id,
    title: `${acquirer} → ${target}`,
    acquirer,
    target,
    authority: null,
    rule: 'round-trip',
    band: 'High',
    score: 75,
    workingDays: null,
    headline: `Cloud-spend round-tripping, strong: ${acquirer} put $5bn into ${target}, $10bn back: ratio 2`,
    before: null,
    after: null,
    details: [`+ ${acquirer} put $5bn into ${target}.`, '? Is the money conditional on the spend?'],
    passages: [passage, { ...passage, quote: `${QUOTE} Again.` }],
    path: `/flags/${id}/round-trip`,
    at,
  };
}

/** People who ask for everything, and news of ten pairs with money in them: as many mails are due as are counted. */
async function dueNews({ db, now }: Context): Promise<void> {
  const pairs = madeLedger(4 * PAIRS)
    .filter(({ sums }) => Object.keys(sums.paid).length > 0)
    .slice(0, PAIRS);
  for (const pair of pairs) await replacePair(db, pair, [], { score: 75, band: 'High', floor: false }, now());
  await inTransaction(db, async (trx) => {
    for (let n = 0; n < PEOPLE; n += 1) {
      const account = { email: `p${n}@example.org`, name: `Test Analyst ${n}`, passwordHash: null };
      const { id: userId } = await createUser(trx, { ...account, role: 'analyst', now: now() });
      const all = { scope: 'all', scopeValue: '', minBand: 'none', workingDays: null, webhookId: null } as const;
      await subscribe(trx, { userId, kinds: ['flag'], cadence: 'now', ...all, now: now() });
    }
    await announce(
      trx,
      pairs.map((pair) => eventOf(pair, now())),
      now(),
    );
  });
}

const bench: Bench = {
  about: `${MAILS.toLocaleString('en')} due alerts, written with their picture and sent through a mail server on this machine, while an event loop turn is timed`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'dealwatch-'));
    const { server, url, taken } = await aServer();
    const settings = { DATABASE: join(folder, 'bench.db'), SMTP_URL: url, LOG_LEVEL: 'silent' };
    const context = await openContext(readConfig(settings));
    await dueNews(context);
    const waits: number[] = [];
    const ticking = setInterval(() => {
      const began = performance.now();
      setImmediate(() => waits.push(performance.now() - began));
    }, 20);
    const run = { signal: new AbortController().signal, warn: () => undefined };
    let [writing, sending] = [0, 0];
    const processor = await processorSeconds(async () => {
      writing = await timed(() => composeDue(context));
      sending = await timed(() => sendWaiting(context, run));
    });
    clearInterval(ticking);
    const { mails, bytes } = taken();
    if (mails !== MAILS) throw new Error(`The server took ${mails} of ${MAILS} mails.`);
    await closeContext(context);
    await new Promise<void>((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
    const what = `${MAILS.toLocaleString('en')} alerts`;
    const row = (said: string, unit: string, ours: number, most: number | null) => ({
      what: said,
      unit,
      ours,
      peer: null,
      limit: most === null ? null : ({ kind: 'most', value: most, of: 'ours' } as const),
    });
    return [
      row(`${what}, from due to taken by the server`, 's', (writing + sending) / 1000, 60),
      row('of which writing them', 's', writing / 1000, null),
      row('processor time, with that of the mail server', 's', processor, null),
      row('a mail, with its picture', 'kB', bytes / MAILS / 1000, null),
      row('turn of the event loop, p99', 'ms', percentile(waits, 0.99), 50),
    ];
  },
};
export default bench;
