import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { Unreadable } from '../model/errors.ts';
import {
  LARGEST_RETURNED,
  type ReturnedMail,
  type ReturnedRecipient,
  type ReturnKind,
} from '../model/returned-mail.ts';

/** Nested deeper, parts are an attack on readers of mail. */
const MOST_NESTING = 10;
/** The part that says what happened, and the head of the returned message, in characters. */
const LONGEST_PART = 64 * 1024;
const MOST_RECIPIENTS = 20;
const MOST_SIGNS = 10;
const LONGEST_REASON = 300;

const NOTICE = /^message\/(global-)?delivery-status$/;
const RETURNED = /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/;
/** Headers of the notice that may name the message: the address it came back to, and what it answers. */
const NAMING = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'in-reply-to', 'references']);
const SIGN = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g;

/**
 * Takes a message as a mail server sends it back; gives what it says of whom, or null when it is no notice of delivery
 * (RFC 3464 in a multipart/report, RFC 6522). Throws Unreadable. Hostile bytes: called in a worker alone.
 */
export async function readReturnedMail(bytes: Uint8Array): Promise<ReturnedMail | null> {
  const mail = await parse(bytes.subarray(0, LARGEST_RETURNED));
  const notice = mail.attachments.find(({ mimeType }) => NOTICE.test(mimeType));
  if (!isReport(mail) || !notice) return null;
  const [message = new Map(), ...recipients] = groupsOf(textOf(notice));
  const returned = mail.attachments.find(({ mimeType }) => RETURNED.test(mimeType));
  const [head = new Map()] = returned ? groupsOf(textOf(returned)) : [];
  const named = [
    ...mail.headers.filter(({ key }) => NAMING.has(key)).map(({ value }) => value),
    message.get('original-envelope-id') ?? '',
    head.get('message-id') ?? '',
  ];
  const signs = named.flatMap((text) => text.toLowerCase().match(SIGN) ?? []);
  return {
    signs: [...new Set(signs)].slice(0, MOST_SIGNS),
    recipients: recipients.slice(0, MOST_RECIPIENTS).flatMap((group) => recipientOf(group) ?? []),
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    const limits = { maxNestingDepth: MOST_NESTING, forceRfc822Attachments: true };
    return await PostalMime.parse(bytes, limits);
  } catch (cause) {
    throw new Unreadable('The message is broken.', { cause });
  }
}

function isReport({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  return /^multipart\/report\b/i.test(type) && /;\s*report-type\s*=\s*"?delivery-status\b/i.test(type);
}

function textOf({ content }: Attachment): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text.slice(0, LONGEST_PART);
}

/** Groups of fields with an empty line between them (RFC 3464, 2.1); a line that begins with a blank goes on. */
function groupsOf(text: string): Map<string, string>[] {
  const groups: Map<string, string>[] = [];
  let group = new Map<string, string>();
  let last = '';
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const colon = line.indexOf(':');
    if (line.trim() === '') {
      if (group.size) groups.push(group);
      group = new Map();
    } else if (/^[ \t]/.test(line)) group.set(last, `${group.get(last) ?? ''} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!group.has(last)) group.set(last, line.slice(colon + 1).trim());
    }
  }
  if (group.size) groups.push(group);
  return groups;
}

function recipientOf(group: ReadonlyMap<string, string>): ReturnedRecipient | null {
  const action = (group.get('action') ?? '').toLowerCase();
  const kind = kindOf(action, group.get('status') ?? '');
  if (!kind) return null;
  const addresses = ['original-recipient', 'final-recipient'].flatMap((field) => addressIn(group.get(field)) ?? []);
  const said = plain((group.get('diagnostic-code') ?? '').replace(/^[\w.-]+\s*;/, ''));
  const reason = said || plain(`${action}, ${group.get('status') ?? 'no reason given'}`);
  return { addresses: [...new Set(addresses)], kind, reason: reason.slice(0, LONGEST_REASON) };
}

const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** `rfc822; <a@example.org>` */
function addressIn(field: string | undefined): string | null {
  const address = field?.split(';').at(-1)?.trim().replace(/^<|>$/g, '').toLowerCase();
  return address?.includes('@') ? address : null;
}

/**
 * Codes that say that there is no such address (RFC 3463): 5.1.x bad address or domain, 5.2.1 closed, 5.4.1 and 5.4.4 no
 * way to it. What else is final says something of the message or the mailbox (full, spam, policy), not of the address.
 */
const GONE = /^5\.(1\.\d{1,3}|2\.1|4\.[14])\b/;

function kindOf(action: string, status: string): ReturnKind | null {
  if (/^delayed\b/.test(action)) return 'delayed';
  if (!/^failed\b/.test(action)) return null;
  return GONE.test(status) ? 'gone' : 'failed';
}
