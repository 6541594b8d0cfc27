import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/open.ts';
import { hashPassword, PASSWORD_LENGTH } from '../../db/people/passwords.ts';
import { isSetupToken, useSetupToken } from '../../db/people/setup.ts';
import { createUser } from '../../db/people/users.ts';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import {
  addressProblem,
  nameProblem,
  type Problems,
  passwordProblems,
  problemLines,
  refuseProblems,
} from '../forms/account.ts';
import type { Handler, ViewAnswer } from '../handler.ts';
import { Refusal } from '../refusal.ts';
import { beginSession } from './begin-session.ts';

interface Account {
  name: string;
  email: string;
  password: string;
}

/** The form behind a set-up link, while the link still works. */
export const showSetup: Handler = async ({ db, now }, { query }) => {
  const token = query.get('token') ?? '';
  await mustWork(db, token, now());
  return form(token, { name: '', email: '', password: '' }, {});
};

/** Makes the account of an administrator and signs in; the link works for exactly one. */
export const setUp: Handler = async (context, request) => {
  const { db, now } = context;
  const token = request.form.get('token') ?? '';
  await mustWork(db, token, now());
  const account = accountIn(request.form);
  try {
    checkAccount(account, request.form.get('again') ?? '');
    const user = await store(context, token, account);
    const entered = await beginSession(context, request, { userId: user.id, way: 'link', next: paths.today() });
    return { ...entered, notice: t('sign-in.welcome', { name: user.name }) };
  } catch (error) {
    if (error instanceof InvalidInput) return { ...form(token, account, error.fields), status: 422 };
    if (error instanceof Conflict) return { ...form(token, account, { email: error.message }), status: 422 };
    throw error;
  }
};

async function store({ db, now }: Context, token: string, { name, email, password }: Account) {
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (trx) => {
    const user = await createUser(trx, { name, email, role: 'admin', passwordHash, now: now(), mailHighFlags: true });
    if (!(await useSetupToken(trx, token, now()))) throw usedUp();
    return user;
  });
}

async function mustWork(db: Context['db'], token: string, now: Instant): Promise<void> {
  if (!(await isSetupToken(db, token, now))) throw usedUp();
}

function usedUp(): Refusal {
  return new Refusal(410, t('sign-in.this-link-no-longer-works'), t('sign-in.a-set-up-link-works'));
}

function accountIn(given: URLSearchParams): Account {
  const field = (name: string) => given.get(name) ?? '';
  return { name: field('name').trim(), email: field('email').trim(), password: field('password') };
}

function checkAccount({ name, email, password }: Account, again: string): void {
  const [wrongName, wrongAddress] = [nameProblem(name), addressProblem(email)];
  refuseProblems({
    ...(wrongName ? { name: wrongName } : {}),
    ...(wrongAddress ? { email: wrongAddress } : {}),
    ...passwordProblems(password, again, [name, email]),
  });
}

function form(token: string, { name, email }: Account, problems: Readonly<Problems>): ViewAnswer {
  const data = { token, name, email, problems, lines: problemLines(problems), least: PASSWORD_LENGTH.least };
  return { view: 'setup', title: t('sign-in.set-up-your-account'), data };
}
