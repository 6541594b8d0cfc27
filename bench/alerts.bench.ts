import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../config.ts';
import { closeContext, openContext } from '../context.ts';
import { queueMail } from '../db/alerts.ts';
import { inTransaction } from '../db/open.ts';
import { sendWaiting } from '../jobs/alert.ts';
import type { Bench } from './bench.ts';
import { timed } from './measure.ts';

const MAILS = 5_000;
const TEXT = 'Amazon → Anthropic\n\n* $5bn put in, 20 Apr 2026\n'.repeat(20);

/** A mail server on this machine that takes everything. */
async function aServer(): Promise<{ server: SMTPServer; url: string; taken: () => number }> {
  let taken = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        taken += 1;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { server, url, taken: () => taken };
}

const bench: Bench = {
  about: `${MAILS.toLocaleString('en')} mails from the outbox through a mail server on this machine, while an event loop turn is timed`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'dealwatch-'));
    const { server, url, taken } = await aServer();
    const settings = { DATABASE: join(folder, 'bench.db'), SMTP_URL: url, LOG_LEVEL: 'silent' };
    const context = await openContext(readConfig(settings));
    await inTransaction(context.db, async (trx) => {
      for (let n = 0; n < MAILS; n += 1) {
        const mail = {
          key: `k${n}`,
          to: `p${n}@example.org`,
          subject: `Mail ${n}`,
          text: TEXT,
          html: `<p>${TEXT}</p>`,
        };
        await queueMail(trx, { ...mail, now: context.now() });
      }
    });
    const waits: number[] = [];
    const ticking = setInterval(() => {
      const began = performance.now();
      setImmediate(() => waits.push(performance.now() - began));
    }, 20);
    const run = { signal: new AbortController().signal, warn: () => undefined };
    const millis = await timed(() => sendWaiting(context, run));
    clearInterval(ticking);
    if (taken() !== MAILS) throw new Error(`The server took ${taken()} of ${MAILS} mails.`);
    await closeContext(context);
    await new Promise<void>((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
    const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
    return [
      {
        what: `${MAILS.toLocaleString('en')} mails`,
        unit: 's',
        ours: millis / 1000,
        peer: null,
        limit: { kind: 'most', value: 60, of: 'ours' },
      },
      {
        what: 'turn of the event loop, p99',
        unit: 'ms',
        ours: p99,
        peer: null,
        limit: { kind: 'most', value: 50, of: 'ours' },
      },
    ];
  },
};
export default bench;
