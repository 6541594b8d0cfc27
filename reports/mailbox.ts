import { DealwatchError } from '../model/errors.ts';
import { lazily } from '../model/lazily.ts';
import { LARGEST_RETURNED } from '../model/returned-mail.ts';

/** What is used of the library. */
interface Library {
  ImapFlow: new (options: object) => Client;
}
interface Client {
  mailbox: { uidValidity: bigint } | false;
  on(event: 'error', listener: (error: Error) => void): void;
  connect(): Promise<void>;
  mailboxOpen(folder: string, options: { readOnly: boolean }): Promise<unknown>;
  search(query: { uid: string }, options: { uid: true }): Promise<number[] | false | undefined>;
  fetchOne(
    uid: string,
    query: { headers: string[] } | { source: { maxLength: number } },
    options: { uid: true },
  ): Promise<{ headers?: Buffer; source?: Buffer } | false | undefined>;
  logout(): Promise<void>;
  close(): void;
}

const imapflow = lazily<Library>('imapflow');

/** Up to where a mailbox was read. Numbers grow, and hold as long as `validity` stays (RFC 9051, 2.3.1.1). */
export interface MailboxPlace {
  validity: string;
  uid: number;
}

/** Messages that are looked at in one go. */
const MOST_AT_ONCE = 200;
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };
const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Takes the address of a mailbox (`imaps://user:password@host/FOLDER`) and up to where it was read; hands on each newer
 * message whose head calls it a notice of delivery, and gives the new place. Nothing in the mailbox is changed. Throws
 * DealwatchError with the server's words.
 */
export function readMailbox(
  url: string,
  place: MailboxPlace | null,
  take: (message: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<MailboxPlace> {
  return withMailbox(url, (client) => readOn(client, place, take, signal));
}

/** Signs in and opens the mailbox, without reading anything; gives why that cannot be, or null when it can. */
export async function checkMailbox(url: string): Promise<string | null> {
  try {
    return await withMailbox(url, async () => null);
  } catch (cause) {
    return (cause as Error).message;
  }
}

async function withMailbox<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { options, folder } = wayTo(url);
  const client = new (imapflow().ImapFlow)(options);
  // What breaks is told by the call that waits for it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(folder, { readOnly: true });
    const done = await work(client);
    await client.logout();
    return done;
  } catch (cause) {
    if (cause instanceof DealwatchError) throw cause;
    throw new DealwatchError(`The mailbox of returned mails cannot be read: ${wordsOf(cause)}`, { cause });
  } finally {
    client.close();
  }
}

/** A password goes to another machine under TLS alone. */
function wayTo(address: string): { options: object; folder: string } {
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  const secure = protocol === 'imaps:';
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    ...(secure || HERE.has(hostname) ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    maxLiteralSize: 4 * LARGEST_RETURNED,
    ...TIMEOUTS,
  };
  return { options, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
}

async function readOn(
  client: Client,
  place: MailboxPlace | null,
  take: (message: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<MailboxPlace> {
  const validity = client.mailbox ? String(client.mailbox.uidValidity) : '';
  let uid = place?.validity === validity ? place.uid : 0;
  // A range whose beginning lies beyond the last message still names that one.
  const found = (await client.search({ uid: `${uid + 1}:*` }, { uid: true })) || [];
  const newer = found.filter((one) => one > uid).sort((a, b) => a - b);
  for (const one of newer.slice(0, MOST_AT_ONCE)) {
    if (signal.aborted) break;
    const message = await noticeAt(client, one);
    if (message) await take(message);
    uid = one;
  }
  return { validity, uid };
}

async function noticeAt(client: Client, uid: number): Promise<Uint8Array | null> {
  const head = await client.fetchOne(String(uid), { headers: ['content-type'] }, { uid: true });
  if (!head || !/delivery-status/i.test(String(head.headers ?? ''))) return null;
  const message = await client.fetchOne(String(uid), { source: { maxLength: LARGEST_RETURNED } }, { uid: true });
  return message ? (message.source ?? null) : null;
}

function wordsOf(cause: unknown): string {
  const { message, responseText, authenticationFailed } = cause as Error & {
    responseText?: string;
    authenticationFailed?: boolean;
  };
  if (authenticationFailed) return 'it does not let us in with this name and password.';
  return (responseText || message).split('\n')[0]?.slice(0, 300) ?? 'no reason given';
}
