import { createTransport } from 'nodemailer';

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
  close(): void;
}

interface SmtpError extends Error {
  responseCode?: number;
  code?: string;
  command?: string;
}

/** A stalled server is given up after this long; the final dot waits longest (RFC 5321, 4.5.3.2.6: 10 minutes). */
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

/** Takes the address of a mail server (or null) and the sender; gives what sends messages. */
export function createMailer(smtpUrl: string | null, from: string): Mailer {
  if (smtpUrl === null) {
    const waiting: Delivery = { outcome: 'failed', reason: 'No mail server is set (SMTP_URL).' };
    return { configured: false, send: async () => waiting, close: () => undefined };
  }
  const transport = createTransport({ url: smtpUrl, disableFileAccess: true, disableUrlAccess: true, ...TIMEOUTS });
  return {
    configured: true,
    send: async (message) => {
      try {
        await transport.sendMail({ from, ...message });
        return { outcome: 'sent' };
      } catch (cause) {
        return deliveryOf(cause as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

/** 5xx is final, 4xx and failures before the text was handed over may be tried again, a break after it is unknown. */
function deliveryOf(error: SmtpError): Delivery {
  const reason = error.message.split('\n')[0]?.slice(0, 300) ?? 'The mail server gave no reason.';
  if (error.responseCode && error.responseCode >= 500) return { outcome: 'refused', reason };
  if (error.responseCode) return { outcome: 'failed', reason };
  return { outcome: error.command === 'DATA' ? 'unknown' : 'failed', reason };
}
