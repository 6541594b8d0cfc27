import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { addressProblem, createMailer, type Message } from '../../reports/mailer.ts';
import { aMailServer, type Got } from '../helpers/mail-server.ts';

const smtp = (received: Got[]) => aMailServer((got) => void received.push(got));

const MESSAGE: Message = {
  to: 'a@example.org',
  subject: 'S',
  text: 't',
  html: '<p>t</p>',
  messageId: '<1@dealwatch>',
};

describe('line breaks in anything that is handed in (M01)', () => {
  it('make no further header, recipient or command', async () => {
    const received: Got[] = [];
    const mailer = createMailer(await smtp(received), 'Dealwatch <d@example.org>');
    const evil = 'x\r\nBcc: evil@example.org\r\n\r\n.\r\nRCPT TO:<evil@example.org>\u2028\u0085';
    const attachments = [{ filename: `a${evil}.png`, type: 'image/png', content: Buffer.from('x'), cid: 'c' }];
    const unsubscribe = `https://d.example/u${evil}`;
    const sent = await mailer.send({ ...MESSAGE, subject: evil, thread: evil, unsubscribe, attachments });
    expect(sent).toEqual({ outcome: 'sent' });
    const [got] = received;
    expect(got?.to).toEqual(['a@example.org']);
    const { headers, bcc, cc } = await PostalMime.parse(got?.raw ?? '');
    expect([bcc, cc]).toEqual([undefined, undefined]);
    expect(headers.map((one) => one.key)).not.toContain('rcpt to');
    expect(got?.raw.split(/\r?\n\r?\n/, 1)[0]).not.toMatch(/^(bcc|rcpt)/im);
  });

  it('in an address are refused before anything is said to the server', async () => {
    const received: Got[] = [];
    const mailer = createMailer(await smtp(received), 'd@example.org');
    const to = 'a@example.org>\r\nRCPT TO:<evil@example.org';
    expect(await mailer.send({ ...MESSAGE, to })).toMatchObject({ outcome: 'refused' });
    expect(received).toEqual([]);
  });
});

describe('an address (M02)', () => {
  const allowed = ['example.org'];
  it.each([
    '"a@evil.example x"@example.org',
    'a@evil.example,b@example.org',
    'Group: a@example.org, b@evil.example;',
    'a(comment)@example.org',
    '<a@evil.example>@example.org',
    'a@example.org@evil.example',
    'a@sub.example.org',
    'a@example.org.evil.example',
    'a@exаmple.org',
    'a@example.org ',
    'a@example.org\0',
    '@example.org',
    'a@',
    `${'('.repeat(100_000)}a@example.org`,
    `${'a'.repeat(65)}@example.org`,
  ])('like %.60s is turned away', (address) => expect(addressProblem(address, allowed)).toEqual(expect.any(String)));

  it.each(['a@example.org', 'A.b+c@EXAMPLE.org', "o'brien@example.org"])('like %s is good', (address) =>
    expect(addressProblem(address, allowed)).toBeNull(),
  );

  it('that is good has exactly one @ and ends in an allowed domain, whatever is tried', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const address = `${a}@${b}example.org`;
        if (addressProblem(address, allowed) !== null) return true;
        return address.split('@').length === 2 && address.toLowerCase().endsWith('@example.org');
      }),
    );
  });

  it('outside the allowed domains gets nothing', async () => {
    const received: Got[] = [];
    const mailer = createMailer(await smtp(received), 'd@example.org', { domains: ['example.org'] });
    expect(await mailer.send({ ...MESSAGE, to: 'a@evil.example' })).toMatchObject({ outcome: 'refused' });
    expect(await mailer.send(MESSAGE)).toEqual({ outcome: 'sent' });
    expect(received).toHaveLength(1);
  });
});

describe('what is sent along (M09)', () => {
  it('is bytes at hand: a path or an address in the place of a text opens nothing', async () => {
    const received: Got[] = [];
    const mailer = createMailer(await smtp(received), 'd@example.org');
    const attachments = [{ filename: 'x', type: 'text/plain', content: { path: '/etc/hostname' } as never }];
    const outcome = await mailer.send({ ...MESSAGE, html: { href: 'http://127.0.0.1:1/' } as never, attachments });
    expect(outcome.outcome).not.toBe('sent');
    expect(received).toEqual([]);
  });
});
