import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInput } from './model/errors.ts';

/**
 * Every setting in one table: name, what it is for, default, check. This is the only file that reads the environment;
 * `.env.example` is checked against it by a test.
 */
interface Setting<T> {
  about: string;
  fallback: string;
  read: (text: string) => T;
}

const text = (value: string) => value;
const integer = (min: number, max: number) => (value: string) => {
  const n = Number(value);
  if (!/^\d+$/.test(value) || n < min || n > max) throw new Error(`a whole number from ${min} to ${max}`);
  return n;
};
const oneOf =
  <const T extends string>(...words: T[]) =>
  (value: string): T => {
    const word = words.find((w) => w === value);
    if (!word) throw new Error(`one of ${words.join(', ')}`);
    return word;
  };
const yesNo = (value: string) => oneOf('yes', 'no')(value) === 'yes';
const address = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('an address that begins with http:// or https://');
  return url.origin;
};
const issuer = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || isLocal) || url.username || url.search || url.hash) {
    throw new Error('an address that begins with https://, without a query');
  }
  return value;
};
/** How many proxies stand in front, or which: express's own words for it. Anybody else's X-Forwarded-For is not believed. */
const proxies = (value: string): false | number | string[] => {
  if (value === 'no') return false;
  if (value === 'yes') return 1;
  if (/^[1-5]$/.test(value)) return Number(value);
  const parts = list(value);
  const isNet = (part: string) => /^(loopback|linklocal|uniquelocal)$/.test(part) || isAddressRange(part);
  if (!parts.length || !parts.every(isNet)) throw new Error('no, yes, a number from 1 to 5, or addresses of proxies');
  return parts;
};
const isAddressRange = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most));
};
const secret = (value: string) => {
  if (value.length < 20) throw new Error('at least 20 characters that nobody can guess (openssl rand -hex 24)');
  return value;
};
const keeping = (value: string) => {
  const [days = -1, weeks = -1, months = -1] = /^\d{1,3},\d{1,3},\d{1,3}$/.test(value)
    ? value.split(',').map(Number)
    : [];
  if (days < 1) throw new Error('three numbers: of days (1 or more), weeks and months, such as 7,4,3');
  return { days, weeks, months };
};
const optional =
  <T>(read: (value: string) => T) =>
  (value: string): T | null =>
    value === '' ? null : read(value);
const smtp = (value: string) => {
  if (!URL.canParse(value) || !/^smtps?:$/.test(new URL(value).protocol)) {
    throw new Error('an address such as smtp://user:password@mail.example.org:587');
  }
  return value;
};
const mailbox = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^imaps?:$/.test(url.protocol) || !url.hostname || !url.username) {
    throw new Error('an address such as imaps://user:password@mail.example.org/INBOX');
  }
  return value;
};
const returnAddress = (value: string) => {
  const [local = ''] = value.split('@');
  const plain = value.replace('*', '');
  const room = value.includes('*') ? 32 : 64;
  if (!/^[\w.+=-]{1,64}@[a-z0-9.-]{1,250}$/i.test(plain) || local.length > room) {
    throw new Error('an address, with one * at most for what stands for each message (bounces+*@example.org)');
  }
  return value;
};
const list = (value: string) =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const setting = <T>(fallback: string, read: (text: string) => T, about: string): Setting<T> => ({
  about,
  fallback,
  read,
});

export const SETTINGS = {
  HOST: setting('127.0.0.1', text, 'Address to listen on. Use 0.0.0.0 only behind a reverse proxy that adds HTTPS.'),
  PORT: setting('3000', integer(0, 65535), 'Port to listen on.'),
  DATABASE: setting('data/dealwatch.db', text, 'The database file. Its folder is made when missing.'),
  PUBLIC_URL: setting(
    '',
    optional(address),
    'How people reach the dashboard; links in mail begin with it. Default: host and port.',
  ),
  TRUST_PROXY: setting(
    'no',
    proxies,
    'yes when one reverse proxy in front sets X-Forwarded-For; a number for several; or their addresses, with commas.',
  ),
  SESSION_DAYS: setting('14', integer(1, 90), 'Days without a visit after which a person signs in again.'),
  SESSION_MAX_DAYS: setting('30', integer(1, 365), 'Days after which a person signs in again however busy they are.'),
  PASSWORD_SIGN_IN: setting('yes', yesNo, 'no leaves single sign-on as the only way in (set-up links still work).'),
  SECOND_FACTOR: setting(
    'no',
    oneOf('no', 'admins', 'everyone'),
    'Who must have a second factor (a code from an app) when signing in with a password.',
  ),
  OIDC_ISSUER: setting(
    '',
    optional(issuer),
    'Issuer of the single sign-on (OpenID Connect), as its provider states it.',
  ),
  OIDC_CLIENT_ID: setting('', text, 'The name by which the single sign-on knows this Dealwatch.'),
  OIDC_CLIENT_SECRET: setting('', text, 'The secret that goes with OIDC_CLIENT_ID.'),
  OIDC_NAME: setting('single sign-on', text, 'What people call the single sign-on; shown on its button.'),
  OIDC_TRUST_EMAIL: setting(
    'no',
    yesNo,
    'yes when the single sign-on lets people use their own addresses alone but does not state email_verified.',
  ),
  OIDC_NEW_PEOPLE: setting(
    'no',
    oneOf('no', 'viewer', 'analyst'),
    'Role of people whom the single sign-on lets in and nobody has invited; no turns them away.',
  ),
  SCHEDULE: setting('on', oneOf('on', 'off'), 'off keeps the server from fetching, reading and mailing on its own.'),
  STARTER_LIBRARY: setting(
    'yes',
    yesNo,
    'yes reads the notes in library/ on the first start, so that the dashboard is alive.',
  ),
  READ_WORKERS: setting('1', integer(1, 16), 'Worker threads that parse and read documents.'),
  INBOX: setting(
    'data/inbox',
    (value) => (value === 'off' ? '' : value),
    'Folder whose files (PDF, Word, mail, pages, text) are read as documents and then move to its folder done; or off.',
  ),
  FETCH_CONTACT: setting(
    '',
    text,
    "A mail address or page for site owners, sent with each request in the reader's name.",
  ),
  FETCH_ALLOW: setting('', list, 'Private host:port addresses that may be fetched all the same, separated by commas.'),
  FETCH_MAX_MB: setting('15', integer(1, 200), 'Largest page or feed that is taken, in MB after decompression.'),
  API_DATA_GOV_KEY: setting(
    'DEMO_KEY',
    (value) => {
      if (!/^[\w-]{1,80}$/.test(value)) throw new Error('a key of letters, digits, _ and -');
      return value;
    },
    "Key for the FTC's list of early terminations, free at api.data.gov; the demonstration key is enough for a few calls a day.",
  ),
  BACKUP: setting('on', oneOf('on', 'off'), 'off keeps the server from copying its database once a day.'),
  BACKUP_FOLDER: setting('', text, 'Where the copies go; better another disk. Default: backups/ beside the database.'),
  BACKUP_KEEP: setting('7,4,3', keeping, 'How many copies are kept: one a day, one a week, one a month.'),
  METRICS_TOKEN: setting(
    '',
    optional(secret),
    'What a monitoring program sends as "Authorization: Bearer …" for /metrics. Without it administrators alone see them.',
  ),
  SMTP_URL: setting('', optional(smtp), 'Mail server. Without it, messages wait on the Outbox page.'),
  MAIL_DOMAINS: setting('', list, 'Domains that mail may go to, separated by commas. Empty: any.'),
  MAIL_FROM: setting('Dealwatch <dealwatch@localhost>', text, 'Sender of alert mail.'),
  MAIL_RETURN: setting(
    '',
    optional(returnAddress),
    'Where mail servers send back what they cannot deliver, such as bounces+*@example.org: * becomes a sign of each message. Default: the sender.',
  ),
  MAIL_RETURN_BOX: setting(
    '',
    optional(mailbox),
    'Mailbox in which they arrive (imaps://user:password@mail.example.org/INBOX). It is read every five minutes; nothing in it is changed.',
  ),
  OPEN_DATA: setting(
    'off',
    oneOf('on', 'off'),
    'on publishes the map of partnerships (who funds and supplies whom, no flags) to everybody under /open.',
  ),
  OPEN_DATA_LICENCE: setting('CC BY 4.0', text, 'Under which licence the open data may be used; shown with it.'),
  LOG_LEVEL: setting('info', oneOf('debug', 'info', 'warn', 'error', 'silent'), 'How much is logged.'),
} as const;

type Values = { [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']> };

export interface Config extends Values {
  /** Folder that holds package.json, views/, public/ and library/. */
  root: string;
}

/** The folder that holds package.json, whether this file runs from source or from dist/. */
export function projectRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return existsSync(join(here, 'package.json')) ? here : dirname(here);
}

/**
 * Takes the environment; gives every setting, checked. A relative DATABASE or INBOX counts from the current folder.
 * Throws InvalidInput naming each setting that cannot be used and what it may be.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, { fallback, read }] of Object.entries(SETTINGS) as [string, Setting<unknown>][]) {
    try {
      values[name] = read(env[name]?.trim() || fallback);
    } catch (cause) {
      problems[name] = `must be ${(cause as Error).message}`;
    }
  }
  for (const { wrong, name, problem } of contradictions(values as Values)) if (wrong) problems[name] ??= problem;
  if (Object.keys(problems).length) {
    const lines = Object.entries(problems).map(([name, problem]) => `${name} ${problem}`);
    throw new InvalidInput(`Settings that cannot be used: ${lines.join('; ')}. See .env.example.`, problems);
  }
  const config = { ...(values as Values), root: projectRoot() };
  const DATABASE = config.DATABASE === ':memory:' ? config.DATABASE : resolve(config.DATABASE);
  return { ...config, DATABASE, INBOX: config.INBOX && resolve(config.INBOX) };
}

/** Settings that are fine each by itself and make no sense together. */
function contradictions(values: Partial<Values>): { wrong: boolean; name: string; problem: string }[] {
  const { OIDC_ISSUER: hasSso, OIDC_CLIENT_ID, PASSWORD_SIGN_IN, SESSION_DAYS = 0, SESSION_MAX_DAYS = 0 } = values;
  return [
    { wrong: Boolean(hasSso) && !OIDC_CLIENT_ID, name: 'OIDC_CLIENT_ID', problem: 'must be set with OIDC_ISSUER' },
    {
      wrong: PASSWORD_SIGN_IN === false && !hasSso,
      name: 'PASSWORD_SIGN_IN',
      problem: 'must be yes without OIDC_ISSUER: nobody could sign in',
    },
    {
      wrong: SESSION_DAYS > SESSION_MAX_DAYS,
      name: 'SESSION_MAX_DAYS',
      problem: 'must be at least SESSION_DAYS',
    },
  ];
}

/** The text of `.env.example`, made from the table above. */
export function exampleEnv(): string {
  const lines = Object.entries(SETTINGS).map(([name, { about, fallback }]) => `# ${about}\n# ${name}=${fallback}\n`);
  return `# Copy to .env and change what you need; every line is optional.\n\n${lines.join('\n')}`;
}
