import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Logger } from 'nodemailer/lib/shared/index.js';
import { lazily } from '../model/lazily.ts';

const nodemailer = lazily<typeof import('nodemailer')>('nodemailer');

export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable over retries, so that a mail server or reader can drop a second copy. */
  messageId: string;
  /** Mails with the same name hang together in mail programs. */
  thread?: string | null;
  /** Address of the one click that ends it (RFC 8058). */
  unsubscribe?: string | null;
  /** What is sent along; `cid` for a picture that the HTML shows. */
  attachments?: readonly MailAttachment[];
}

/** Bytes at hand, never a path or an address: the mail library is told to open neither. */
export interface MailAttachment {
  filename: string;
  type: string;
  content: Buffer;
  cid?: string;
}

/** How a hand-over to the mail server ended. `unknown`: it may have arrived, so it is not simply sent again. */
export type Delivery =
  | { outcome: 'sent' }
  | {
      outcome: 'failed' | 'refused' | 'unknown';
      reason: string;
      /** True when the server said that there is no such recipient: nothing will ever arrive there. */
      noSuchRecipient?: boolean;
    };

export interface Mailer {
  /** False without SMTP_URL: messages then wait in the outbox. */
  configured: boolean;
  /** Hands one message to the mail server. Never throws: the outcome says what happened. */
  send(message: Message): Promise<Delivery>;
}

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  command?: string;
}

/** A stalled server is given up after this long; the final dot waits longest (RFC 5321, 4.5.3.2.6: 10 minutes). */
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

export interface MailerOptions {
  /** Domains that mail may go to; an empty list allows any. */
  domains?: readonly string[];
  /** Where mail servers send back what they cannot deliver; a `*` in it becomes the sign of the message. Null: the sender. */
  returnTo?: string | null;
}

/** Takes the address of a mail server (or null) and the sender; gives what sends messages. */
export function createMailer(
  smtpUrl: string | null,
  from: string,
  { domains = [], returnTo = null }: MailerOptions = {},
): Mailer {
  if (smtpUrl === null) {
    const waiting: Delivery = { outcome: 'failed', reason: 'No mail server is set (SMTP_URL).' };
    return { configured: false, send: async () => waiting };
  }
  const idle: Line[] = [];
  return {
    configured: true,
    send: async (message) => {
      const problem = addressProblem(message.to, domains);
      return problem
        ? { outcome: 'refused', reason: problem }
        : deliver(smtpUrl, idle, letter(message, from), envelopeOf(message, returnTo ?? bareAddress(from)));
    },
  };
}

/** One plain address: no name, no group, no quoted part, no comment, so that nothing in it can mean a second one. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/i;
const LONGEST_ADDRESS = 254;

/** Why mail may not go to an address, in a sentence; null when it may. The domain is compared whole, after parsing. */
export function addressProblem(address: string, domains: readonly string[]): string | null {
  const m = address.length <= LONGEST_ADDRESS ? ADDRESS.exec(address) : null;
  if (!m) return 'This is not an address that mail is sent to: a name, one @ and a domain in plain letters.';
  const domain = (m[1] as string).toLowerCase();
  if (domains.length === 0 || domains.some((allowed) => allowed.toLowerCase() === domain)) return null;
  return `Mail goes to certain domains alone (MAIL_DOMAINS), and ${domain} is not one of them.`;
}

/** What a header may hold: one line. */
const line = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** The message with everything that mail programs and servers look for. Every header is one line, whatever was handed in. */
function letter(message: Message, from: string): SendMailOptions {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'dealwatch';
  const { unsubscribe, thread } = message;
  const stop = unsubscribe
    ? { 'List-Unsubscribe': `<${line(unsubscribe)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  const root = thread && `<thread-${createHash('sha256').update(thread).digest('hex').slice(0, 24)}@${domain}>`;
  return {
    from,
    to: { name: '', address: message.to },
    subject: line(message.subject),
    text: message.text,
    html: message.html,
    messageId: message.messageId,
    ...(root ? { references: root, inReplyTo: root } : {}),
    headers: {
      'List-Id': `Dealwatch alerts <alerts.${domain}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...stop,
    },
    attachments: (message.attachments ?? []).map(({ filename, type, content, cid }) => ({
      filename: line(filename),
      contentType: type,
      content,
      ...(cid ? { cid, contentDisposition: 'inline' as const } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Connects and signs in, without sending anything; gives why that cannot be, or null when it can. */
export async function checkMailServer(url: string): Promise<string | null> {
  const transport = nodemailer().createTransport({ url, disableFileAccess: true, disableUrlAccess: true, ...TIMEOUTS });
  try {
    await transport.verify();
    return null;
  } catch (cause) {
    return (cause as Error).message.split('\n')[0]?.slice(0, 300) ?? 'no reason given';
  } finally {
    transport.close();
  }
}

/** A connection to the mail server, kept for the next message, and what was last said on it. */
interface Line {
  send(message: SendMailOptions): Promise<unknown>;
  textAccepted(): boolean;
  close(): void;
}

/** A line that has been idle for so long is closed. */
const IDLE_MS = 1_000;

/** One message at a time on a line, so that what the server said on it belongs to that message alone. */
function openLine(url: string): Line {
  const { logger, textAccepted, beginAnew } = conversation();
  const transport = nodemailer().createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // A message is never put in line again behind our back: only who knows what the server said may send it again.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger,
    debug: true,
    ...TIMEOUTS,
  } as Parameters<ReturnType<typeof nodemailer>['createTransport']>[0]);
  return {
    send: (message) => {
      beginAnew();
      return transport.sendMail(message);
    },
    textAccepted,
    close: () => transport.close(),
  };
}

/** `Dealwatch <dealwatch@example.org>` without the name. */
const bareAddress = (from: string) => from.replace(/^.*<([^<>]*)>\s*$/, '$1');

/** What a message is known by when it comes back: the first part of its id. */
const signOf = ({ messageId }: Message) => /[0-9a-f]{32}/.exec(messageId.replaceAll('-', ''))?.[0] ?? 'none';

/** From and to as the servers are told, with a sign that a server which knows RFC 3461 puts on its notice. */
function envelopeOf(message: Message, returnTo: string): Pick<SendMailOptions, 'envelope' | 'dsn'> {
  const sign = signOf(message);
  return {
    envelope: { from: returnTo.replace('*', sign), to: [message.to] },
    dsn: { id: sign, return: 'headers', notify: ['failure', 'delay'], recipient: message.to },
  };
}

/** Hands over one message, on an idle line if there is one. A line on which anything went wrong is closed. */
async function deliver(
  url: string,
  idle: Line[],
  message: SendMailOptions,
  envelope: ReturnType<typeof envelopeOf>,
): Promise<Delivery> {
  const line = idle.pop() ?? openLine(url);
  try {
    await line.send({ ...message, ...envelope });
    idle.push(line);
    return { outcome: 'sent' };
  } catch (cause) {
    line.close();
    return deliveryOf(cause as SmtpError, line.textAccepted());
  }
}

/**
 * Listens to the conversation for the server's 354, after which the text is on its way: nodemailer reports a break
 * before and after it with the same error. Nothing is kept of what was said.
 */
function conversation(): { logger: Logger; textAccepted: () => boolean; beginAnew: () => void } {
  let accepted = false;
  const hear = (entry: unknown, text: unknown) => {
    if ((entry as { tnx?: string }).tnx === 'server' && String(text).startsWith('354')) accepted = true;
  };
  const logger = { level: () => undefined, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
  const beginAnew = () => {
    accepted = false;
  };
  return { logger, textAccepted: () => accepted, beginAnew };
}

/** What a server is asked about a message; whatever else it refuses, as a password or TLS, says nothing of the message. */
const OF_MESSAGE = /^(MAIL FROM|RCPT TO|DATA)$/;
/** "Sign in first", whenever it is said (RFC 4954, 6). */
const SIGN_IN_CODES = new Set([530, 534, 535, 538]);

/**
 * 5xx about the message is final; 4xx, a server that lets us not in, and a break before the text was taken may be tried
 * again; a break after that is unknown.
 */
function deliveryOf(error: SmtpError, textAccepted: boolean): Delivery {
  const reason = error.message.split('\n')[0]?.slice(0, 300) ?? 'The mail server gave no reason.';
  if (error.responseCode) {
    const isFinal = error.responseCode >= 500 && OF_MESSAGE.test(error.command ?? '');
    if (!isFinal || SIGN_IN_CODES.has(error.responseCode)) return { outcome: 'failed', reason };
    const gone = error.command === 'RCPT TO' && !/\b5\.7\.\d/.test(error.response ?? '');
    return { outcome: 'refused', reason, ...(gone ? { noSuchRecipient: true } : {}) };
  }
  return { outcome: textAccepted ? 'unknown' : 'failed', reason };
}
