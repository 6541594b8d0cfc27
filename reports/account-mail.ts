import { join } from 'node:path';
import ejs from 'ejs';
import { formatInstant, type Instant } from '../model/day.ts';
import { type MailText, oneLine } from './news-mail.ts';

export interface AccountMail {
  subject: string;
  /** Sentences before the link. */
  before: string[];
  link: string;
  /** Word on the link. */
  label: string;
  expiresAt: Instant;
  /** Sentences after it. */
  after: string[];
  /** Folder that holds views/. */
  root: string;
}

/** Gives a mail about an account: subject, plain text and HTML saying the same. */
export async function accountMail({ root, expiresAt, ...mail }: AccountMail): Promise<MailText> {
  const data = { ...mail, until: formatInstant(expiresAt) };
  const render = (part: string) => ejs.renderFile(join(root, 'views/mail', `account.${part}.ejs`), { mail: data });
  const [text, html] = await Promise.all([render('text'), render('html')]);
  return { subject: oneLine(mail.subject), text: `${text.trim()}\n`, html };
}
