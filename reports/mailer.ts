import { createTransport } from 'nodemailer';
import type { Logger } from 'nodemailer/lib/shared/index.js';

export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable over retries, so that a mail server or reader can drop a second copy. */
  messageId: string;
}

/** How a hand-over to the mail server ended. `unknown`: it may have arrived, so it is not simply sent again. */
export type Delivery = { outcome: 'sent' } | { outcome: 'failed' | 'refused' | 'unknown'; reason: string };

export interface Mailer {
  /** False without SMTP_URL: messages then wait in the outbox. */
  configured: boolean;
  /** Hands one message to the mail server. Never throws: the outcome says what happened. */
  send(message: Message): Promise<Delivery>;
}

interface SmtpError extends Error {
  responseCode?: number;
}

/** A stalled server is given up after this long; the final dot waits longest (RFC 5321, 4.5.3.2.6: 10 minutes). */
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

/** Takes the address of a mail server (or null) and the sender; gives what sends messages. */
export function createMailer(smtpUrl: string | null, from: string): Mailer {
  if (smtpUrl === null) {
    const waiting: Delivery = { outcome: 'failed', reason: 'No mail server is set (SMTP_URL).' };
    return { configured: false, send: async () => waiting };
  }
  return { configured: true, send: (message) => deliver(smtpUrl, { from, ...message }) };
}

/** One connection a message, so that what the server said on it belongs to this message alone. */
async function deliver(url: string, message: Message & { from: string }): Promise<Delivery> {
  const { logger, textAccepted } = conversation();
  const transport = createTransport({
    url,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger,
    debug: true,
    ...TIMEOUTS,
  });
  try {
    await transport.sendMail(message);
    return { outcome: 'sent' };
  } catch (cause) {
    return deliveryOf(cause as SmtpError, textAccepted());
  } finally {
    transport.close();
  }
}

/**
 * Listens to the conversation for the server's 354, after which the text is on its way: nodemailer reports a break
 * before and after it with the same error. Nothing is kept of what was said.
 */
function conversation(): { logger: Logger; textAccepted: () => boolean } {
  let accepted = false;
  const hear = (entry: unknown, text: unknown) => {
    if ((entry as { tnx?: string }).tnx === 'server' && String(text).startsWith('354')) accepted = true;
  };
  const logger = { level: () => undefined, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
  return { logger, textAccepted: () => accepted };
}

/** 5xx is final; 4xx and a break before the text was taken may be tried again; a break after that is unknown. */
function deliveryOf(error: SmtpError, textAccepted: boolean): Delivery {
  const reason = error.message.split('\n')[0]?.slice(0, 300) ?? 'The mail server gave no reason.';
  if (error.responseCode) return { outcome: error.responseCode >= 500 ? 'refused' : 'failed', reason };
  return { outcome: textAccepted ? 'unknown' : 'failed', reason };
}
