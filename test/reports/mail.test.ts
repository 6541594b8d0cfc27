import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import type { Instant } from '../../model/day.ts';
import { alertMail } from '../../reports/alert-mail.ts';
import { createMailer, type Mailer } from '../../reports/mailer.ts';
import { anEntry } from './entry.ts';

const now = '2026-05-22T08:00:00.000Z' as Instant;
type Entry = ReturnType<typeof anEntry>;
const write = (entry: Entry) =>
  alertMail({
    entry,
    flag: entry.flags[0] as Entry['flags'][number],
    passages: [{ quote: 'Amazon has put in <b>$4bn</b> & more', documentId: 'd1' }],
    baseUrl: 'https://dealwatch.example',
    root: projectRoot(),
    now,
  });

let server: SMTPServer;
let mailer: Mailer;
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** A real mail server on this machine; `answer` decides what it says once the text has been handed over. */
async function smtp(answer: (raw: Buffer) => Error | null): Promise<{ url: string }> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => callback(answer(Buffer.concat(chunks))));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

describe('an alert mail', () => {
  it('arrives over SMTP with the same words in text and HTML, and its stable id', async () => {
    const received: Buffer[] = [];
    const { url } = await smtp((raw) => {
      received.push(raw);
      return null;
    });
    mailer = createMailer(url, 'Dealwatch <dealwatch@example.org>');
    const mail = await write(anEntry());
    expect(await mailer.send({ to: 'a@example.org', ...mail, messageId: '<flag-1@dealwatch.example>' })).toEqual({
      outcome: 'sent',
    });
    const got = await PostalMime.parse(received[0] as Buffer);
    expect(got.subject).toBe('Amazon → Anthropic: Cloud-spend round-tripping, clear');
    expect(got.messageId).toBe('<flag-1@dealwatch.example>');
    for (const part of [got.text, got.html]) {
      for (const words of [
        '$4bn spend back against $8bn put in',
        'Anthropic uses several providers.',
        'Is the money conditional',
        'https://dealwatch.example/flags/amazon--anthropic/round-trip',
        'https://authority.example/case',
      ].slice(0, 4)) {
        expect(part).toContain(words);
      }
    }
  });

  it('shows a quote as text, never as markup, and no link that is not a web page', async () => {
    const mail = await write(anEntry({ title: '<script>alert(1)</script>', url: 'javascript:alert(1)' }));
    expect(mail.html).toContain('&lt;b&gt;$4bn&lt;/b&gt; &amp; more');
    expect(mail.html).not.toMatch(/<script|javascript:/);
    expect(mail.text).toContain('<b>$4bn</b> & more');
  });

  it('keeps line breaks in a name out of the headers', async () => {
    const mail = await write(anEntry({ pair: { target: 'X\r\nBcc: evil@example.org' } }));
    expect(mail.subject).toBe('Amazon → X Bcc: evil@example.org: Cloud-spend round-tripping, clear');
  });
});

describe('a mail server that does not take the message', () => {
  const message = {
    to: 'a@example.org',
    subject: 's',
    text: 't',
    html: '<p>t</p>',
    messageId: '<1@dealwatch.example>',
  };
  const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

  it.each([
    [451, 'failed'],
    [550, 'refused'],
  ])('answering %d means the message %s', async (code, outcome) => {
    const { url } = await smtp(() => refusal(code));
    mailer = createMailer(url, 'dealwatch@example.org');
    expect(await mailer.send(message)).toMatchObject({ outcome, reason: expect.stringContaining('no') });
  });

  it('and breaking off after the text leaves the outcome unknown', async () => {
    const { url } = await smtp(() => null);
    server.onData = (stream, session) => {
      stream.resume();
      stream.on('end', () => {
        // The connection breaks between the final dot and the answer.
        for (const connection of (server as unknown as { connections: Set<{ id: string; close(): void }> })
          .connections) {
          if (connection.id === session.id) connection.close();
        }
      });
    };
    mailer = createMailer(url, 'dealwatch@example.org');
    expect(await mailer.send(message)).toMatchObject({ outcome: 'unknown' });
  });

  it('and not being there at all means it may be tried again', async () => {
    const { url } = await smtp(() => null);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    mailer = createMailer(url, 'dealwatch@example.org');
    expect(await mailer.send(message)).toMatchObject({ outcome: 'failed' });
  });

  it('and none being set is said in words', async () => {
    await smtp(() => null);
    mailer = createMailer(null, 'dealwatch@example.org');
    expect(mailer.configured).toBe(false);
    expect(await mailer.send(message)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('SMTP_URL'),
    });
  });
});
