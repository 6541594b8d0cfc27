import { join } from 'node:path';
import ejs from 'ejs';
import { type MailText, oneLine } from './news-mail.ts';

export interface ReportMail {
  title: string;
  /** What is in it, in sentences: filter, period, how many deals. */
  lines: string[];
  /** Page of the report, with all its formats and whether the ledger has moved since. */
  link: string;
  /** Name of the file that is sent along. */
  file: string;
  settings: string;
  unsubscribe: string;
  /** When it was made, on the reader's clock. */
  written: string;
  /** Folder that holds views/. */
  root: string;
}

/** Gives the mail that brings a report: subject, plain text and HTML saying the same. */
export async function reportMail({ root, ...mail }: ReportMail): Promise<MailText> {
  const render = (part: string) => ejs.renderFile(join(root, 'views/mail', `report.${part}.ejs`), { mail });
  const [text, html] = await Promise.all([render('text'), render('html')]);
  return { subject: oneLine(mail.title), text: `${text.trim()}\n`, html };
}
