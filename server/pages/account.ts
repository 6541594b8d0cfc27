import type { Context } from '../../context.ts';
import { hashPassword, PASSWORD_LENGTH, passwordMatches } from '../../db/people/passwords.ts';
import { recoveryCodesLeft } from '../../db/people/second-factor.ts';
import { listSessions, revokeSessions } from '../../db/people/sessions.ts';
import { findUserByEmail, setLanguage, setName, setPassword, type User } from '../../db/people/users.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { LANGUAGES } from '../../words/language.ts';
import { t } from '../../words/speak.ts';
import { type Problems, passwordProblems, problemLines, refuseProblems } from '../forms/account.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { sessionLine } from '../present/session-line.ts';
import { beginSession } from './begin-session.ts';

/** One's own account: name, password, second factor, sessions, data. */
export const account: Handler = (context, request) => page(context, request, {});

/** Changes the name that stands beside one's decisions. */
export const changeName: Handler = async (context, request) => {
  const user = request.user as User;
  try {
    await setName(context.db, user.id, request.form.get('name') ?? '', { userId: user.id, now: context.now() });
  } catch (error) {
    if (error instanceof InvalidInput) return { ...(await page(context, request, error.fields)), status: 422 };
    throw error;
  }
  return { redirect: paths.account(), notice: t('account.your-name-is-changed') };
};

/** Chooses the language of the pages; empty for English. */
export const changeLanguage: Handler = async ({ db }, { form, user }) => {
  const asked = form.get('language') ?? '';
  if (asked && !LANGUAGES.has(asked)) throw new InvalidInput(t('account.no-such-language'));
  await setLanguage(db, (user as User).id, asked || null);
  return { redirect: paths.account() };
};

/** Replaces the password, by whoever knows the old one; every session ends, and this browser gets a new one. */
export const changePassword: Handler = async (context, request) => {
  const { form, user } = request;
  const { db, now } = context;
  const { id, name, email } = user as User;
  const password = form.get('password') ?? '';
  try {
    const known = await passwordMatches(
      form.get('old') ?? '',
      (await findUserByEmail(db, email))?.passwordHash ?? null,
    );
    refuseProblems({
      ...(known ? {} : { old: t('account.that-is-not-your-password') }),
      ...passwordProblems(password, form.get('again') ?? '', [name, email]),
    });
    await setPassword(db, email, await hashPassword(password), now(), id);
  } catch (error) {
    if (error instanceof InvalidInput) return { ...(await page(context, request, error.fields)), status: 422 };
    throw error;
  }
  const entered = await beginSession(context, request, { userId: id, way: 'password', next: paths.account() });
  return { ...entered, notice: t('account.your-password-is-changed-and') };
};

/** Ends one of one's sessions, or all but this one. */
export const endSessions: Handler = async ({ db, now }, { form, user, sessionId }) => {
  const { id } = user as User;
  const only = form.get('session');
  const which = only === null ? { keep: sessionId } : { only };
  const ended = await revokeSessions(db, id, which, { userId: id, now: now() });
  if (only !== null && ended === 0) throw new NotFound(t('account.that-session-is-over-already'));
  return { redirect: paths.account(), notice: t('account.sessions-are-ended', { n: ended }) };
};

async function page({ db, now }: Context, { user, sessionId }: PageRequest, problems: Problems): Promise<ViewAnswer> {
  const { id, name, email, role, hasPassword, secondFactor, ssoLinked, language } = user as User;
  const data = {
    person: { name, email, role, hasPassword, secondFactor, ssoLinked },
    codesLeft: await recoveryCodesLeft(db, id),
    sessions: (await listSessions(db, id, now())).map((session) => sessionLine(session, sessionId)),
    problems,
    lines: problemLines(problems),
    least: PASSWORD_LENGTH.least,
    languages: [...LANGUAGES].map(([code, one]) => ({ code, name: one.name, chosen: code === language })),
    asOf: formatInstant(now()),
  };
  return { view: 'account', title: t('account.your-account'), data };
}
