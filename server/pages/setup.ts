import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/open.ts';
import { checkPassword, hashPassword, PASSWORD_LENGTH } from '../../db/passwords.ts';
import { createSession } from '../../db/sessions.ts';
import { isSetupToken, useSetupToken } from '../../db/setup.ts';
import { createUser } from '../../db/users.ts';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import type { Handler, ViewAnswer } from '../handler.ts';
import { Refusal } from '../refusal.ts';

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
export const setUp: Handler = async (context, { form: given }) => {
  const { db, now, config } = context;
  const token = given.get('token') ?? '';
  await mustWork(db, token, now());
  const account = accountIn(given);
  try {
    checkAccount(account, given.get('again') ?? '');
    const user = await store(context, token, account);
    const session = await createSession(db, { userId: user.id, now: now(), days: config.SESSION_DAYS });
    return { redirect: paths.today(), session: session.token, notice: `Welcome, ${user.name}.` };
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
  return new Refusal(
    410,
    'This link no longer works',
    'A set-up link works once, for a day. Start Dealwatch again for a new one, or run: npm run -s user -- setup-link',
  );
}

function accountIn(given: URLSearchParams): Account {
  const field = (name: string) => given.get(name) ?? '';
  return { name: field('name').trim(), email: field('email').trim(), password: field('password') };
}

function checkAccount({ name, email, password }: Account, again: string): void {
  const problems: Record<string, string> = {};
  if (!name || name.length > 100) problems.name = 'Write your name, in up to 100 characters.';
  if (email.length > 320 || !/^[^\s@]+@[^\s@]+$/.test(email))
    problems.email = 'Write an address such as a@example.org.';
  try {
    checkPassword(password);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    problems.password = error.message;
  }
  if (password !== again) problems.again = 'The two passwords differ.';
  if (Object.keys(problems).length) throw new InvalidInput('Something to correct.', problems);
}

function form(token: string, { name, email }: Account, problems: Readonly<Record<string, string>>): ViewAnswer {
  const lines = Object.entries(problems).map(([field, sentence]) => ({ field, sentence }));
  const data = { token, name, email, problems, lines, least: PASSWORD_LENGTH.least };
  return { view: 'setup', title: 'Set up your account', data };
}
