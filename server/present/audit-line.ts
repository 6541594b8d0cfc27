import type { AuditLine } from '../../model/audit-line.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';

/** One line of the log in words: who, what, to what, and the values before and after. */
export function auditLine({ id, at, userId, userName, action, subject, detail }: AuditLine) {
  const { before, after, ...rest } = detail;
  return {
    id,
    at: formatInstant(at),
    who: userId === null ? 'Dealwatch' : (userName ?? t('people.person', { userId })),
    whoHref: userId === null ? null : paths.audit(`?user=${userId}`),
    action,
    subject,
    before: valuesOf(before),
    after: valuesOf(after),
    detail: valuesOf(rest),
  };
}

/** `role analyst, mail on`; nothing for no values. */
export function valuesOf(values: unknown): string {
  if (values === null || typeof values !== 'object') return '';
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value === null ? t('frame.none') : wordOf(value)}`)
    .join(', ');
}

const wordOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
