import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import type { Instant } from '../../model/day.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { createMailer, type Mailer } from '../../reports/mailer.ts';
import { newsMail } from '../../reports/news-mail.ts';
import { anEntry } from './entry.ts';

type Entry = ReturnType<typeof anEntry>;

function news(change: Partial<AlertEvent> = {}): AlertEvent {
  return {
    key: 'flag amazon--anthropic round-trip High',
    kind: 'flag',
    pairId: 'amazon--anthropic',
    title: 'Amazon → Anthropic',
    acquirer: 'Amazon',
    target: 'Anthropic',
    authority: null,
    band: 'High',
    score: 24,
    workingDays: null,
    headline: 'Cloud-spend round-tripping, clear: $4bn spend back against $8bn put in: ratio 0.5',
    before: null,
    after: null,
    details: ['− Anthropic uses several providers.', '? Is the money conditional on the spend?'],
    passages: [
      {
        quote: 'Amazon has put in <b>$4bn</b> & more',
        title: 'Amazon puts in more',
        source: 'Example News, press, 22 Nov 2024',
        url: 'https://news.example/amazon',
      },
    ],
    path: '/flags/amazon--anthropic/round-trip',
    at: '2026-05-22T08:00:00.000Z' as Instant,
    ...change,
  };
}

function write(events: AlertEvent[] = [news()], entry: Entry = anEntry(), gathered = false) {
  return newsMail({
    groups: [{ title: events[0]?.title ?? '', path: '/deals/amazon--anthropic', events, pair: entry }],
    gathered,
    notRead: gathered ? ['CMA cases'] : [],
    wishes: ['When there is a new flag, mail me at once', 'b', 'c', 'd', 'e'],
    unsubscribe: 'https://dealwatch.example/unsubscribe/1-2-x',
    settings: 'https://dealwatch.example/alerts',
    baseUrl: 'https://dealwatch.example',
    written: '22 May 2026, 10:00 Europe/Vienna',
    root: projectRoot(),
  });
}

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
  it('arrives over SMTP with the same words in text and HTML (M07), and its stable id', async () => {
    const received: Buffer[] = [];
    const { url } = await smtp((raw) => {
      received.push(raw);
      return null;
    });
    mailer = createMailer(url, 'Dealwatch <dealwatch@example.org>');
    const mail = await write();
    const going = { to: 'a@example.org', ...mail, messageId: '<flag-1@dealwatch.example>' };
    const headers = { thread: 'pair-x', unsubscribe: 'https://dealwatch.example/unsubscribe/1-2-x' };
    expect(await mailer.send({ ...going, ...headers })).toEqual({ outcome: 'sent' });
    const raw = received[0] as Buffer;
    const got = await PostalMime.parse(raw);
    expect(got.subject).toBe(
      'Amazon → Anthropic: Cloud-spend round-tripping, clear: $4bn spend back against $8bn put in: ratio 0.5',
    );
    expect(got.messageId).toBe('<flag-1@dealwatch.example>');
    for (const part of [got.text, got.html]) {
      for (const words of [
        '$4bn spend back against $8bn put in',
        'Anthropic uses several providers.',
        'Is the money conditional',
        'https://dealwatch.example/flags/amazon--anthropic/round-trip',
        'https://dealwatch.example/unsubscribe/1-2-x',
        'because you asked for it under Alerts: “When there is a new flag, mail me at once”; “b”; “c”; 2 more.',
      ]) {
        expect(part).toContain(words);
      }
    }
    const header = (name: string) => got.headers.find((one) => one.key === name)?.value;
    expect(header('list-unsubscribe')).toBe('<https://dealwatch.example/unsubscribe/1-2-x>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-id')).toContain('<alerts.example.org>');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(got.references).toMatch(/^<thread-[0-9a-f]{24}@example\.org>$/);
    expect(got.inReplyTo).toBe(got.references);
  });

  it('shows a quote as text, never as markup', async () => {
    const passages = news().passages.map((one) => ({ ...one, title: '<script>alert(1)</script>' }));
    const mail = await write([news({ passages })]);
    expect(mail.html).toContain('&lt;b&gt;$4bn&lt;/b&gt; &amp; more');
    expect(mail.html).not.toMatch(/<script/);
    expect(mail.text).toContain('<b>$4bn</b> & more');
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
