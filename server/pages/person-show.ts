import type { Context } from '../../context.ts';
import { listAudit } from '../../db/audit.ts';
import { recoveryCodesLeft } from '../../db/people/second-factor.ts';
import { listSessions } from '../../db/people/sessions.ts';
import { mustGet, ROLES, type User, userSubject } from '../../db/people/users.ts';
import { NotFound } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { auditLine } from '../present/audit-line.ts';
import { sessionLine } from '../present/session-line.ts';

const LINES = 20;

/** One person, for administrators: what they may do, where they are signed in, what was done to their account. */
export const personShow: Handler = async (context, { params, user }) => {
  const { db, now } = context;
  const person = await personOf(context, params.id);
  const lines = await listAudit(db, LINES, { subject: userSubject(person.id) });
  const data = {
    person: await inWords(context, person),
    roles: ROLES,
    isSelf: person.id === user?.id,
    sessions: (await listSessions(db, person.id, now())).map((session) => sessionLine(session, null)),
    audit: lines.map(auditLine),
    auditHref: paths.audit(`?subject=${encodeURIComponent(userSubject(person.id))}`),
    canMail: context.mailer.configured,
  };
  return { view: 'person', title: person.name, data };
};

/** The person whose number stands in the address. Throws NotFound. */
export async function personOf({ db }: Context, id: string | undefined): Promise<User> {
  if (!id || !/^[1-9]\d{0,14}$/.test(id)) throw new NotFound(t('people.there-is-no-such-person'));
  return mustGet(db, Number(id));
}

async function inWords({ db }: Context, person: User) {
  const { id, name, email, role, lastSeenAt, disabledAt, erasedAt } = person;
  const left = await recoveryCodesLeft(db, id);
  return {
    id,
    name,
    email,
    role,
    seen: lastSeenAt ? formatInstant(lastSeenAt) : t('time.never'),
    disabled: disabledAt ? formatInstant(disabledAt) : null,
    erased: erasedAt ? formatInstant(erasedAt) : null,
    hasPassword: person.hasPassword,
    sso: person.ssoLinked,
    secondFactor: person.secondFactor ? t('people.on-recovery-codes-left', { n: left }) : null,
  };
}
