import { type AuditFilter, listAudit, verifyAudit } from '../../db/audit.ts';
import type { Database } from '../../db/open.ts';
import { listUsers } from '../../db/people/users.ts';
import type { AuditLine } from '../../model/audit-line.ts';
import { paths } from '../../model/paths.ts';
import { auditCsv as inCsv } from '../../reports/audit-csv.ts';
import { t } from '../../words/speak.ts';
import { CSV, fileName } from '../downloads/file-name.ts';
import type { Handler } from '../handler.ts';
import { auditLine } from '../present/audit-line.ts';

const PAGE_SIZE = 100;
const AT_ONCE = 5_000;

/** The audit log, the newest line first, narrowed by who, what and to what. */
export const auditList: Handler = async ({ db }, { query }) => {
  const filter = filterIn(query);
  const lines = await listAudit(db, PAGE_SIZE, filter);
  const last = lines.at(-1);
  const data = {
    lines: lines.map(auditLine),
    people: (await listUsers(db)).map(({ id, name }) => ({ value: String(id), label: name })),
    given: { user: query.get('user') ?? '', action: filter.action ?? '', subject: filter.subject ?? '' },
    older: last && lines.length === PAGE_SIZE ? paths.audit(queryOf(query, last.id)) : null,
    csv: `/audit.csv${queryOf(query, null)}`,
    checked: null,
  };
  return { view: 'audit', title: t('people.audit-log'), data, wide: true };
};

/** Goes through the whole chain and says whether it is whole. */
export const auditVerify: Handler = async ({ db }) => {
  const { lines, head, broken } = await verifyAudit(db);
  const notice = broken.length
    ? t('people.the-log-was-changed-by', { length: broken.length, lines, first: broken[0] ?? '' })
    : t('people.all-lines-follow-from-the', { lines, head: head ?? t('frame.none') });
  return { redirect: paths.audit(), notice };
};

/** The lines that the same query shows, all of them, as a table. */
export const auditCsv: Handler = async ({ db, now }, { query }) => {
  const body = inCsv(await everyLine(db, filterIn(query)));
  return { download: { filename: fileName('audit', 'csv', now()), type: CSV, body } };
};

/** Every line that a filter lets through, the newest first. */
async function everyLine(db: Database, filter: AuditFilter): Promise<AuditLine[]> {
  const all: AuditLine[] = [];
  for (;;) {
    const before = all.at(-1)?.id ?? filter.before;
    const lines = await listAudit(db, AT_ONCE, { ...filter, before });
    all.push(...lines);
    if (lines.length < AT_ONCE) return all;
  }
}

function filterIn(query: URLSearchParams): AuditFilter {
  const number = (name: string) => {
    const text = query.get(name) ?? '';
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
  };
  const words = (name: string) => query.get(name)?.trim().slice(0, 200) || undefined;
  return { userId: number('user'), action: words('action'), subject: words('subject'), before: number('before') };
}

function queryOf(query: URLSearchParams, before: number | null): string {
  const wanted = new URLSearchParams();
  for (const name of ['user', 'action', 'subject']) {
    const value = query.get(name);
    if (value) wanted.set(name, value);
  }
  if (before !== null) wanted.set('before', String(before));
  return wanted.size ? `?${wanted}` : '';
}
