import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { adviceOn } from '../../advice.ts';
import type { Config } from '../../config.ts';
import { systemNow } from '../../context.ts';
import { verifyAudit } from '../../db/audit.ts';
import { inspect } from '../../db/backup/backup.ts';
import { listJobs } from '../../db/jobs.ts';
import { lastEvidenceCheck } from '../../db/ledger/evidence.ts';
import { closeDatabase, type Database, openDatabase } from '../../db/open.ts';
import { listUsers } from '../../db/people/users.ts';
import { countSourceHealth } from '../../db/sources/sources.ts';
import { freeBytes } from '../../db/watching.ts';
import { backupFolder } from '../../jobs/backup.ts';
import { momentOf } from '../../jobs/backup-rule.ts';
import type { Instant } from '../../model/day.ts';
import { checkMailbox } from '../../reports/mailbox.ts';
import { checkMailServer } from '../../reports/mailer.ts';
import { ssoOf } from '../../server/sso.ts';
import { formatInstant } from '../../words/format.ts';
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
  { about: 'Evidence', look: (config) => inDatabase(config, evidence) },
  { about: 'People', look: (config) => inDatabase(config, people) },
  { about: 'Audit log', look: (config) => inDatabase(config, auditLog) },
  { about: 'Jobs', look: (config) => inDatabase(config, jobs) },
  { about: 'Sources', look: (config) => inDatabase(config, sources) },
  { about: 'Backups', look: backups },
  { about: 'Mail', look: mail },
  { about: 'Returned mail', look: returnedMail },
  { about: 'Single sign-on', look: singleSignOn },
];

type Findings = ReturnType<Check['look']>;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** In GiB from one on, in MiB below. */
const size = (bytes: number) =>
  bytes >= GIB ? `${(bytes / GIB).toFixed(1)} GiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

async function settings(config: Config): Findings {
  const advice = adviceOn(config);
  return advice.length ? advice.flatMap(note) : ok('nothing unwise');
}

async function disk({ DATABASE }: Config): Findings {
  if (!existsSync(dirname(DATABASE))) return note(`${dirname(DATABASE)} is made at the first start`);
  const free = freeBytes(DATABASE);
  const sentence = `${size(free)} free where the database is`;
  return free < LEAST_FREE ? bad(`${sentence}; make room`) : ok(sentence);
}

/** From end to end, as before a restore. */
async function database({ DATABASE }: Config): Findings {
  if (!existsSync(DATABASE)) return note(`${DATABASE} is made at the first start`);
  const { documents, decisions, bytes } = inspect(DATABASE);
  return ok(`whole; ${documents} documents, ${decisions} decisions, ${size(bytes)}`);
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

/** What the daily check found when it last went through. */
async function evidence(db: Database): Findings {
  const check = await lastEvidenceCheck(db);
  if (!check) return note('not checked yet; run: npm run -s job -- evidence');
  const { at, facts, broken, unquoted, where } = check;
  if (facts === 0) return note('no facts were there when it was last checked; run: npm run -s job -- evidence');
  const when = formatInstant(at);
  if (broken + unquoted === 0) return ok(`${facts} facts, each quote stands in its document; checked ${when}`);
  const count = `${broken + unquoted} of ${facts} facts are not borne out by their documents (${where.join(', ')})`;
  return bad(`${count}; restore a backup from before the file was changed, or have them read again`);
}

async function people(db: Database): Findings {
  const inside = (await listUsers(db)).filter((user) => !user.disabledAt);
  const admins = inside.filter((user) => user.role === 'admin');
  if (!admins.length) return bad('no administrator may sign in; run: npm run -s user -- setup-link');
  const bare = admins.filter((user) => user.hasPassword && !user.secondFactor);
  const counted = ok(`${inside.length} may sign in; administrators among them: ${admins.length}`);
  const advice = 'administrators who come in with a password alone';
  return bare.length
    ? [...counted, ...note(`${advice}: ${bare.length}; SECOND_FACTOR=admins asks them for a code`)]
    : counted;
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
  const sentence = `${newest} holds ${documents} documents in ${size(bytes)} and is whole; ${days} days old`;
  return days > OLDEST_BACKUP_DAYS
    ? bad(`${sentence}. Is the server running, and the backup job going well?`)
    : ok(sentence);
}

async function mail({ SMTP_URL }: Config): Findings {
  if (SMTP_URL === null) return note('no mail server is set');
  const problem = await checkMailServer(SMTP_URL);
  return problem ? bad(`the mail server does not take mail: ${problem}`) : ok('the mail server answers and lets us in');
}

async function returnedMail({ MAIL_RETURN_BOX }: Config): Findings {
  if (MAIL_RETURN_BOX === null)
    return note('no mailbox is read (MAIL_RETURN_BOX); npm run -s bounce takes single messages');
  const problem = await checkMailbox(MAIL_RETURN_BOX);
  return problem ? bad(problem) : ok('the mailbox can be read');
}

async function singleSignOn(config: Config): Findings {
  const sso = ssoOf({ config, now: systemNow });
  if (!sso) return ok('not set up');
  await sso.begin();
  return ok(`${config.OIDC_ISSUER} answers`);
}
