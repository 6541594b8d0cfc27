import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { adviceOn } from '../../advice.ts';
import type { Config } from '../../config.ts';
import { systemNow } from '../../context.ts';
import { verifyAudit } from '../../db/audit.ts';
import { inspect } from '../../db/backup.ts';
import { listJobs } from '../../db/jobs.ts';
import { closeDatabase, type Database, openDatabase } from '../../db/open.ts';
import { countSourceHealth } from '../../db/sources.ts';
import { listUsers } from '../../db/users.ts';
import { freeBytes } from '../../db/watching.ts';
import { backupFolder } from '../../jobs/backup.ts';
import { momentOf } from '../../jobs/backup-rule.ts';
import type { Instant } from '../../model/day.ts';
import { checkMailServer } from '../../reports/mailer.ts';
import { ssoOf } from '../../server/sso.ts';
import { bad, type Check, note, ok } from './finding.ts';

const GIB = 1024 ** 3;
const LEAST_FREE = GIB;
const DAY_MS = 86_400_000;
const OLDEST_BACKUP_DAYS = 3;
const FAILING_FROM = 3;

/** Everything the doctor looks at, from the ground up. */
export const checks: readonly Check[] = [
  { about: 'Node', look: async () => ok(`version ${process.versions.node}, zone of the machine ${zone()}`) },
  { about: 'Settings', look: settings },
  { about: 'Disk', look: disk },
  { about: 'Database', look: database },
  { about: 'People', look: (config) => inDatabase(config, people) },
  { about: 'Audit log', look: (config) => inDatabase(config, auditLog) },
  { about: 'Jobs', look: (config) => inDatabase(config, jobs) },
  { about: 'Sources', look: (config) => inDatabase(config, sources) },
  { about: 'Backups', look: backups },
  { about: 'Mail', look: mail },
  { about: 'Single sign-on', look: singleSignOn },
];

type Findings = ReturnType<Check['look']>;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const gib = (bytes: number) => `${(bytes / GIB).toFixed(1)} GiB`;

async function settings(config: Config): Findings {
  const advice = adviceOn(config);
  return advice.length ? advice.flatMap(note) : ok('nothing unwise');
}

async function disk({ DATABASE }: Config): Findings {
  if (!existsSync(dirname(DATABASE))) return note(`${dirname(DATABASE)} is made at the first start`);
  const free = freeBytes(DATABASE);
  const sentence = `${gib(free)} free where the database is`;
  return free < LEAST_FREE ? bad(`${sentence}; make room`) : ok(sentence);
}

/** From end to end, as before a restore. */
async function database({ DATABASE }: Config): Findings {
  if (!existsSync(DATABASE)) return note(`${DATABASE} is made at the first start`);
  const { documents, decisions, bytes } = inspect(DATABASE);
  return ok(`whole; ${documents} documents, ${decisions} decisions, ${gib(bytes)}`);
}

async function inDatabase(config: Config, look: (db: Database, now: Instant) => Findings): Findings {
  if (!existsSync(config.DATABASE)) return note('no database yet');
  const db = await openDatabase(config.DATABASE);
  try {
    return await look(db, systemNow());
  } finally {
    await closeDatabase(db);
  }
}

async function people(db: Database): Findings {
  const inside = (await listUsers(db)).filter((user) => !user.disabledAt);
  const admins = inside.filter((user) => user.role === 'admin');
  if (!admins.length) return bad('no administrator may sign in; run: npm run -s user -- setup-link');
  const bare = admins.filter((user) => user.hasPassword && !user.secondFactor);
  const counted = ok(`${inside.length} may sign in, ${admins.length} of them administrators`);
  const advice = 'administrators come in with a password alone; SECOND_FACTOR=admins asks them for a code';
  return bare.length ? [...counted, ...note(`${bare.length} ${advice}`)] : counted;
}

async function auditLog(db: Database): Findings {
  const { lines, head, broken } = await verifyAudit(db);
  if (broken.length) return bad(`changed by hand in ${broken.length} of ${lines} lines, first line ${broken[0]}`);
  return ok(`${lines} lines, each follows from the one before; newest link ${head ?? 'none'}`);
}

async function jobs(db: Database, now: Instant): Findings {
  const all = await listJobs(db, now);
  const failing = all.filter((job) => job.errorCount >= FAILING_FROM);
  if (!all.length) return note('the server has not run yet');
  if (!failing.length) return ok(`${all.length} jobs, none keeps failing`);
  return failing.flatMap((job) => bad(`${job.name} failed ${job.errorCount} times in a row: ${job.lastError ?? ''}`));
}

async function sources(db: Database, now: Instant): Findings {
  const { ok: fine, late, failing, never } = await countSourceHealth(db, now);
  const sentence = `${fine} read in time, ${late} late, ${failing} failing, ${never} never read`;
  return failing + late > 0 ? note(`${sentence}; see the Sources page`) : ok(sentence);
}

async function backups(config: Config): Findings {
  const folder = backupFolder(config);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const newest = names
    .filter((name) => momentOf(name))
    .sort()
    .at(-1);
  if (!newest) return note(`none in ${folder} yet; one is made a day while the server runs`);
  const at = momentOf(newest) as Instant;
  const days = Math.floor((Date.parse(systemNow()) - Date.parse(at)) / DAY_MS);
  const { bytes, documents } = inspect(join(folder, newest));
  const sentence = `${newest} holds ${documents} documents in ${gib(bytes)} and is whole; ${days} days old`;
  return days > OLDEST_BACKUP_DAYS
    ? bad(`${sentence}. Is the server running, and the backup job going well?`)
    : ok(sentence);
}

async function mail({ SMTP_URL }: Config): Findings {
  if (SMTP_URL === null) return note('no mail server is set');
  const problem = await checkMailServer(SMTP_URL);
  return problem ? bad(`the mail server does not take mail: ${problem}`) : ok('the mail server answers and lets us in');
}

async function singleSignOn(config: Config): Findings {
  const sso = ssoOf({ config, now: systemNow });
  if (!sso) return ok('not set up');
  await sso.begin();
  return ok(`${config.OIDC_ISSUER} answers`);
}
