import { passwordMatches } from '../../db/passwords.ts';
import { createSession } from '../../db/sessions.ts';
import { countUsers, findUserByEmail } from '../../db/users.ts';
import { paths } from '../../model/paths.ts';
import type { Handler, ViewAnswer } from '../handler.ts';
import { ownPath } from '../own-path.ts';

/** The form to sign in; whoever is signed in already goes on. */
export const showSignIn: Handler = async ({ db }, { user, query }) => {
  const next = ownPath(query.get('next'));
  if (user) return { redirect: next };
  return form({ next, email: '', problem: null, noAccounts: (await countUsers(db)) === 0 });
};

/** Signs in; the same answer in about the same time whether the address or the password is wrong. */
export const signIn: Handler = async ({ db, now, config }, { form: given }) => {
  const [email, password] = [given.get('email') ?? '', given.get('password') ?? ''];
  const next = ownPath(given.get('next'));
  const user = await findUserByEmail(db, email);
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  if (!user || !matches || user.disabledAt) {
    const problem = 'That address and password do not go together.';
    return { ...form({ next, email: email.slice(0, 320), problem, noAccounts: false }), status: 422 };
  }
  const { token } = await createSession(db, { userId: user.id, now: now(), days: config.SESSION_DAYS });
  return { redirect: next, session: token };
};

/** Signs out: the session ends here and in the browser. */
export const signOut: Handler = async () => ({ redirect: paths.signIn(), session: null });

function form(data: { next: string; email: string; problem: string | null; noAccounts: boolean }): ViewAnswer {
  return { view: 'sign-in', title: 'Sign in', data };
}
