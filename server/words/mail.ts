import type { Mail, OutboxState } from '../../db/going-out/alerts.ts';
import type { Returned } from '../../db/going-out/returned-mails.ts';
import type { ReturnKind } from '../../model/returned-mail.ts';
import { formatInstant } from '../../words/format.ts';
import { labels } from '../../words/speak.ts';

export const MAIL_STATES: Record<OutboxState, string> = labels('mail-state');

const RETURNS: Record<ReturnKind, string> = labels('mail-return');

/** What pages say of a message that came back. */
export function returnWords({ kind, reason, at }: Returned) {
  return { what: RETURNS[kind], reason, at: formatInstant(at) };
}

/** What pages say of one message. */
export function mailWords(mail: Mail) {
  const { id, to, subject, state, attempts, error } = mail;
  return {
    id,
    to,
    subject,
    state,
    stateWord: MAIL_STATES[state],
    error,
    attempts,
    created: formatInstant(mail.createdAt),
    sent: mail.sentAt ? formatInstant(mail.sentAt) : null,
    nextTry: state === 'waiting' ? formatInstant(mail.nextTryAt) : null,
  };
}
