import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../model/errors.ts';
import { LARGEST_RETURNED } from '../../model/returned-mail.ts';
import { readReturnedMail } from '../../reports/returned-mail.ts';
import { aNotice } from '../helpers/returned-mail.ts';

const SIGN = '0123456789abcdef0123456789abcdef';
const raw = `Message-ID: <${SIGN}@dealwatch>\r\nSubject: News\r\n\r\nText`;
const read = (bytes: Buffer | string) => readReturnedMail(Buffer.from(bytes));

describe('a notice that a mail came back', () => {
  it('says which message, whom, how and why', async () => {
    expect(await read(aNotice({ raw, to: 'A@Example.org' }))).toEqual({
      signs: [SIGN],
      recipients: [
        { addresses: ['a@example.org'], kind: 'gone', reason: '550 5.1.1 <A@Example.org>: said the server' },
      ],
    });
  });

  it.each([
    ['failed', '5.1.1', 'gone'],
    ['failed', '5.1.2', 'gone'],
    ['failed', '5.1.10', 'gone'],
    ['failed', '5.2.1', 'gone'],
    ['failed', '5.4.4', 'gone'],
    ['Failed (final)', '5.1.1', 'gone'],
    ['failed', '5.2.2', 'failed'],
    ['failed', '5.7.1', 'failed'],
    ['failed', '5.0.0', 'failed'],
    ['failed', '4.4.7', 'failed'],
    ['delayed', '4.4.1', 'delayed'],
  ])('that is %s with %s as %s', async (action, status, kind) => {
    expect((await read(aNotice({ raw, action, status })))?.recipients.map((one) => one.kind)).toEqual([kind]);
  });

  it.each(['delivered', 'relayed', 'expanded', ''])('that is no trouble, as "%s", of nobody', async (action) => {
    expect((await read(aNotice({ raw, action, status: '2.0.0' })))?.recipients).toEqual([]);
  });

  it('names the message by the address it came back to, by the envelope, or by what it answers', async () => {
    const bare = { raw, bare: true };
    expect((await read(aNotice({ ...bare, returnedTo: `bounces+${SIGN}@example.org` })))?.signs).toEqual([SIGN]);
    expect((await read(aNotice({ ...bare, envelopeId: SIGN })))?.signs).toEqual([SIGN]);
    const answering = aNotice(bare).toString().replace('Subject:', `In-Reply-To: <${SIGN}@dealwatch>\r\nSubject:`);
    expect((await read(answering))?.signs).toEqual([SIGN]);
    expect((await read(aNotice(bare)))?.signs).toEqual([]);
  });

  it('is read with the heads alone sent back, folded lines and an address in brackets', async () => {
    const notice = aNotice({
      raw,
      originalRecipient: '<list@example.org>',
      diagnostic: 'smtp; 550 5.1.1 no\r\n such user',
    })
      .toString()
      .replace('message/rfc822', 'text/rfc822-headers');
    expect(await read(notice)).toMatchObject({
      signs: [SIGN],
      recipients: [{ addresses: ['list@example.org', 'a@example.org'], reason: '550 5.1.1 no such user' }],
    });
  });
});

describe('what is no such notice', () => {
  it.each([
    ['an answer of a person', `From: a@example.org\r\nIn-Reply-To: <${SIGN}@dealwatch>\r\n\r\nThank you. 5.1.1 failed`],
    ['a note of absence', `Auto-Submitted: auto-replied\r\nReferences: <${SIGN}@dealwatch>\r\n\r\nI am away.`],
    ['a complaint', aNotice({ raw }).toString().replace('report-type=delivery-status', 'report-type=feedback-report')],
    ['a notice in the text', `From: a@example.org\r\n\r\n${aNotice({ raw })}`],
    ['a receipt', aNotice({ raw }).toString().replaceAll('delivery-status', 'disposition-notification')],
    ['nothing', ''],
    ['bytes', Buffer.from([0, 255, 254, 10, 13, 0])],
  ])('is left: %s', async (_what, bytes) => {
    expect(await read(bytes as string)).toBeNull();
  });
});

describe('a hostile notice', () => {
  it('nested without end is refused', async () => {
    const deep = Array.from(
      { length: 500 },
      (_, n) => `Content-Type: multipart/mixed; boundary=n${n}\r\n\r\n--n${n}\r\n`,
    );
    await expect(read(deep.join(''))).rejects.toThrow(Unreadable);
  });

  it('with a hundred thousand recipients, fields or signs is read no further than an honest one is long', async () => {
    const groups = Array.from(
      { length: 20_000 },
      (_, n) => `Final-Recipient: rfc822; p${n}@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
    );
    const many = aNotice({ raw })
      .toString()
      .replace('Final-Recipient', `${groups.join('\r\n')}\r\nFinal-Recipient`);
    expect((await read(many))?.recipients).toHaveLength(20);
    const signs = Array.from({ length: 5_000 }, (_, n) => n.toString(16).padStart(32, '0')).join(' ');
    expect((await read(aNotice({ raw, envelopeId: signs })))?.signs).toHaveLength(10);
  });

  it('of ten megabytes is read to its first', async () => {
    const large = Buffer.concat([aNotice({ raw }), Buffer.alloc(10 * LARGEST_RETURNED, 'x\r\n')]);
    expect((await read(large))?.signs).toEqual([SIGN]);
  });

  it('with line ends, controls and directions in its reason gives one plain line', async () => {
    const notice = aNotice({ raw, diagnostic: 'smtp; 550\u0007 no\u202e such\u2028 <b>user</b>' });
    expect((await read(notice))?.recipients[0]?.reason).toBe('550 no such <b>user</b>');
    const endless = await read(aNotice({ raw, diagnostic: `smtp; ${'x'.repeat(5_000)}` }));
    expect(endless?.recipients[0]?.reason).toHaveLength(300);
  });
});
