import { statSync } from 'node:fs';
import type { Config } from './config.ts';

/** Addresses that only this machine reaches. */
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const EVERYBODY = 0o007;

/** Takes settings that can be used; gives sentences about those that are unwise, none when there is nothing to say. */
export function adviceOn(config: Config): string[] {
  const isHttps = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const isOpen = !LOOPBACK.has(config.HOST);
  const hasProxy = config.TRUST_PROXY !== false;
  const mode =
    config.DATABASE === ':memory:' ? null : (statSync(config.DATABASE, { throwIfNoEntry: false })?.mode ?? null);
  const said: [boolean, string][] = [
    [
      isOpen && !isHttps,
      `HOST=${config.HOST} lets other machines in, and PUBLIC_URL does not begin with https://: passwords would cross the network in the clear. Put a reverse proxy with HTTPS in front and set PUBLIC_URL.`,
    ],
    [
      isHttps && !hasProxy,
      'PUBLIC_URL begins with https://, and TRUST_PROXY is no: everybody seems to come from the proxy, and shares one limit on sign-ins. Set TRUST_PROXY=yes.',
    ],
    [
      isOpen && typeof config.TRUST_PROXY === 'number',
      'TRUST_PROXY believes X-Forwarded-For from whoever connects. Let only the proxy reach this port, or name its address in TRUST_PROXY.',
    ],
    [!config.FETCH_CONTACT, 'FETCH_CONTACT is empty: site owners cannot ask about the reader, and some block it.'],
    [config.BACKUP === 'off', 'BACKUP is off: nothing copies the database once a day.'],
    [config.SMTP_URL === null, 'SMTP_URL is empty: messages wait in the outbox, and links are handed over by hand.'],
    [
      maySignInInClear(config.SMTP_URL),
      'SMTP_URL holds a password and does not ask for TLS: where somebody in between takes STARTTLS out, it crosses the network in the clear. Begin it with smtps://, or end it with ?requireTLS=true.',
    ],
    [
      mode !== null && (mode & EVERYBODY) !== 0,
      `Every account of this machine may open ${config.DATABASE}. Take that right away: chmod 600 ${config.DATABASE}`,
    ],
  ];
  return said.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

/** True for a mail server elsewhere that is signed in to whether or not it offers TLS. */
function maySignInInClear(smtpUrl: string | null): boolean {
  if (smtpUrl === null) return false;
  const url = new URL(smtpUrl);
  const asks = url.protocol === 'smtps:' || url.searchParams.get('requireTLS') === 'true';
  return url.password !== '' && !asks && !LOOPBACK.has(url.hostname.replace(/^\[|\]$/g, ''));
}
