import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { addMs, formatInstant } from '../model/day.ts';
import { baseUrlOf, paths } from '../model/paths.ts';
import { type AccountMail, accountMail } from '../reports/account-mail.ts';
import type { Delivery } from '../reports/mailer.ts';

type Words = Omit<AccountMail, 'root' | 'link'>;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A link in a mail, and what became of the mail. */
export interface LinkMade {
  link: string;
  mail: Delivery;
}

/**
 * Mails an invitation. Mails that hold a secret pass the outbox by: everybody who may see that page could use them.
 * When no mail goes out, whoever invites hands the link over themselves.
 */
export function mailInvitation(context: Context, to: string, token: string, inviter: string): Promise<LinkMade> {
  return mailLink(context, to, paths.invitation(token), {
    subject: 'You are invited to Dealwatch',
    before: [`${inviter} invites you to Dealwatch, which watches deals of Big Tech with AI start-ups.`],
    label: 'Choose a password and sign in',
    expiresAt: later(context, 7 * DAY_MS),
    after: ['If you expected no invitation, do nothing: without the link there is no account.'],
  });
}

/** Mails the link with which a person chooses a new password. */
export function mailReset(context: Context, to: string, token: string): Promise<LinkMade> {
  return mailLink(context, to, paths.reset(token), {
    subject: 'A new password for Dealwatch',
    before: [`Someone asked for a new password for this address at ${formatInstant(context.now())}.`],
    label: 'Choose a new password',
    expiresAt: later(context, HOUR_MS),
    after: ['If it was not you, do nothing: your password stays as it is.'],
  });
}

async function mailLink(context: Context, to: string, path: string, words: Words): Promise<LinkMade> {
  const { config, mailer } = context;
  const link = `${baseUrlOf(config)}${path}`;
  if (!mailer.configured) return { link, mail: { outcome: 'failed', reason: 'No mail server is set (SMTP_URL).' } };
  const mail = await accountMail({ ...words, link, root: config.root });
  return { link, mail: await mailer.send({ to, ...mail, messageId: `<${randomUUID()}@dealwatch>` }) };
}

function later({ now }: Context, ms: number) {
  return addMs(now(), ms);
}
