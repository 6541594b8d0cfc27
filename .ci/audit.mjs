import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// `node .ci/audit.mjs`: known weaknesses in what is installed for production. Fails for each of high weight that is not
// among the written exceptions, and for an exception that is out of date. A registry that answers no audit is said.
const exceptions = JSON.parse(readFileSync(new URL('audit-exceptions.json', import.meta.url), 'utf8'));
const today = new Date().toISOString().slice(0, 10);
const WEIGHTY = new Set(['high', 'critical']);

const report = audit();
if (report.error || report.message) {
  console.log(`NOT CHECKED: the registry answers no audit (${report.message ?? report.error.summary}).`);
  process.exit(0);
}
const found = Object.values(report.vulnerabilities ?? {})
  .flatMap(({ name, via }) => via.filter((one) => typeof one === 'object').map((one) => ({ name, ...one })))
  .filter(({ severity }) => WEIGHTY.has(severity));
const excused = (one) => exceptions.find(({ url, until }) => url === one.url && until >= today);
const open = found.filter((one) => !excused(one));
for (const { name, title, url, severity } of open) console.log(`${severity}: ${name}: ${title} (${url})`);
console.log(`${found.length} of high weight, ${found.length - open.length} with a written reason.`);
process.exit(open.length ? 1 : 0);

function audit() {
  try {
    return JSON.parse(
      execFileSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch (failure) {
    // npm ends with 1 when it found something, and when it could not ask.
    return JSON.parse(failure.stdout || '{"message":"no answer"}');
  }
}
