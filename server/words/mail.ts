import type { Mail, OutboxState } from '../../db/alerts.ts';
import { formatInstant } from '../../words/format.ts';
import { labels } from '../../words/speak.ts';

export const MAIL_STATES: Record<OutboxState, string> = labels('mail-state');

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
