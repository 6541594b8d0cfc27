import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach } from 'vitest';

/** A message as a mail server takes it. */
export interface Got {
  to: string[];
  from: string;
  raw: string;
}

const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
});

/**
 * A real mail server on this machine, for one test. Hands each message to `take`, and says "250" when that is done; a
 * connection that breaks, as when the sender is killed, is nothing to it. Gives its address.
 */
export async function aMailServer(take: (got: Got) => void | Promise<void>): Promise<string> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const got = { to: rcptTo.map((one) => one.address), from, raw: Buffer.concat(chunks).toString('utf8') };
        Promise.resolve(take(got)).then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}
