/**
 * How a mail came back: `gone`, its address does not exist; `failed`, it was not delivered for another reason (mailbox
 * full, refused as spam, given up after days); `delayed`, its mail server still tries.
 */
export const RETURN_KINDS = ['gone', 'failed', 'delayed'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

/** What a mail server says of one recipient. */
export interface ReturnedRecipient {
  /** The address as it was written to and, where that differs, where it led; lower case. */
  addresses: string[];
  kind: ReturnKind;
  /** The server's words, in one line. */
  reason: string;
}

/** A notice that a mail did not arrive (RFC 3464), as its sender wrote it: nothing of it is believed without a sign. */
export interface ReturnedMail {
  /** What may be the sign of one of our messages: 32 hexadecimal digits that only we and the recipient have seen. */
  signs: string[];
  recipients: ReturnedRecipient[];
}

/** A longer one is read no further; the notice stands before the message that it returns. */
export const LARGEST_RETURNED = 1024 * 1024;
