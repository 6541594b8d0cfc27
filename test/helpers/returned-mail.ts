/** What a notice of delivery says; what is left out is as a mail server would write it. */
export interface Notice {
  /** As the message went out: its head is sent back with the notice. */
  raw: string;
  to?: string;
  action?: string;
  status?: string;
  diagnostic?: string;
  originalRecipient?: string;
  /** Where the notice went: the address that the message came from. */
  returnedTo?: string;
  envelopeId?: string;
  /** Leaves the returned message out, as some servers do. */
  bare?: boolean;
}

/** A notice that a mail was not delivered, as mail servers write it (RFC 3464 in RFC 6522). */
export function aNotice({ raw, action = 'failed', status = '5.1.1', to = 'a@example.org', ...rest }: Notice): Buffer {
  const { diagnostic = `smtp; 550 ${status} <${to}>: said the server`, returnedTo = 'dealwatch@example.org' } = rest;
  const head = raw.split(/\r?\n\r?\n/)[0] ?? '';
  const lines = [
    'Return-Path: <>',
    `Delivered-To: ${returnedTo}`,
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    `To: ${returnedTo}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    ...(rest.envelopeId ? [`Original-Envelope-Id: ${rest.envelopeId}`] : []),
    '',
    ...(rest.originalRecipient ? [`Original-Recipient: rfc822; ${rest.originalRecipient}`] : []),
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    ...(rest.bare ? [] : ['--b1', 'Content-Type: message/rfc822', '', head, '', 'the text', '']),
    '--b1--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
