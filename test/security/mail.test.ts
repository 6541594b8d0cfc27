import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { createMailer } from '../../reports/mailer.ts';
import { addressProblem } from '../../server/forms/account.ts';
import { aMailServer } from '../helpers/mail-server.ts';

/** A mail server that keeps to whom each message went and what its head says. */
async function aMailbox() {
  const taken: { from: string; to: string[]; head: string }[] = [];
  const url = await aMailServer(({ from, to, raw }) => {
    taken.push({ from, to, head: raw.split('\r\n\r\n')[0] ?? '' });
  });
  return { taken, mailer: createMailer(url, 'Dealwatch <dealwatch@example.org>') };
}

const EVIL = '\r\nBcc: evil@example.net\r\nX-Made-Up: yes\r\n\r\n<script>';

describe('line ends in what a page or a person wrote (M01)', () => {
  it.each(['subject', 'messageId', 'to', 'text', 'html'])(
    'make no header, recipient or command out of %s',
    async (field) => {
      const { taken, mailer } = await aMailbox();
      const message = {
        to: 'a@example.org',
        subject: 'A deal',
        text: 'Words.',
        html: '<p>Words.</p>',
        messageId: '<m@dealwatch>',
      };
      const delivery = await mailer.send({ ...message, [field]: `${message[field as keyof typeof message]}${EVIL}` });
      // An address with line ends in it is either refused or is one address; the others go out.
      if (field !== 'to') expect(delivery.outcome).toBe('sent');
      for (const { from, to, head } of taken) {
        expect(from).toBe('dealwatch@example.org');
        expect(to).not.toContain('evil@example.net');
        expect(to).toHaveLength(1);
        expect(head.split('\r\n').filter((line) => /^(bcc|x-made-up|<script)/i.test(line))).toEqual([]);
      }
    },
  );
});

describe('addresses of people (M02)', () => {
  it.each([
    '"a@evil.example x"@good.example',
    'a@evil.example, b@good.example',
    'group: a@evil.example;',
    'A <a@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\0',
    `${'('.repeat(100_000)}a@example.org`,
    'a@b@c',
    `a@${'x'.repeat(400)}`,
    '@example.org',
    '',
  ])('that are more than one plain address are refused: %j', (address) => {
    expect(addressProblem(address)).not.toBeNull();
  });

  it.each(['a@example.org', 'first.last+tag@sub.example.org', 'zoë@münchen.example', "o'neil@example.org"])(
    'that are one are taken: %s',
    (address) => expect(addressProblem(address)).toBeNull(),
  );
});

describe('the mailer (M09)', () => {
  it('opens no file and no address for a message, wherever it is made', () => {
    const code = readFileSync(join(projectRoot(), 'reports/mailer.ts'), 'utf8');
    const made = code.match(/createTransport\(\{[^}]*\}/g) ?? [];
    expect(made.length).toBeGreaterThan(0);
    for (const options of made) expect(options).toMatch(/disableFileAccess: true[\s\S]*disableUrlAccess: true/);
    expect(code).not.toMatch(/jsonTransport|\b(path|href|raw): /);
  });
});
