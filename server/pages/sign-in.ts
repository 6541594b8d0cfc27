import type { Context } from '../../context.ts';
import { passwordMatches } from '../../db/people/passwords.ts';
import { takeCode } from '../../db/people/second-factor.ts';
import { endStep, keepStep, tryStep } from '../../db/people/sign-in-steps.ts';
import { countUsers, findUserByEmail, getUser, type User } from '../../db/people/users.ts';
import { paths } from '../../model/paths.ts';
import { labels, t } from '../../words/speak.ts';
import type { Answer, Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { ownPath } from '../own-path.ts';
import { Refusal } from '../refusal.ts';
import { beginSession } from './begin-session.ts';

/** The form to sign in; whoever is signed in already goes on. */
export const showSignIn: Handler = async (context, { user, query }) => {
  const next = ownPath(query.get('next'));
  if (user) return { redirect: next };
  return form(context, { next, email: '', problem: null, noAccounts: (await countUsers(context.db)) === 0 });
};

/** Signs in, or asks for the second factor; the same answer in about the same time for a wrong address or password. */
export const signIn: Handler = async (context, request) => {
  const { form: given, from } = request;
  if (!context.config.PASSWORD_SIGN_IN)
    throw new Refusal(403, t('sign-in.not-with-a-password'), t('sign-in.use-the-single-sign-on'));
  const [email, password] = [given.get('email') ?? '', given.get('password') ?? ''];
  const next = ownPath(given.get('next'));
  const user = await findUserByEmail(context.db, email);
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  if (!user || !matches || user.disabledAt) {
    context.log.warn({ address: from.address, userId: user?.id ?? null }, 'sign-in refused');
    const problem = t('sign-in.that-address-and-password-do');
    return { ...form(context, { next, email: email.slice(0, 320), problem, noAccounts: false }), status: 422 };
  }
  return user.secondFactor ? askForCode(context, request, user, next) : enter(context, request, user.id, next);
};

function enter(context: Context, request: PageRequest, userId: number, next: string): Promise<Answer> {
  return beginSession(context, request, { userId, way: 'password', next });
}

async function askForCode(context: Context, { from }: PageRequest, user: User, next: string): Promise<ViewAnswer> {
  const body = { userId: user.id, next };
  const token = await keepStep(context.db, { kind: 'code', visit: from.visit, body, now: context.now() });
  return codeForm(token, null);
}

/** Takes the second factor: a code of the app or a recovery code. Five tries, then from the start. */
export const signInWithCode: Handler = async (context, request) => {
  const { form: given, from } = request;
  const { db, now } = context;
  const token = given.get('token') ?? '';
  const step = await tryStep(db, { kind: 'code', visit: from.visit, token, now: now() });
  const user = step ? await getUser(db, Number(step.userId)) : null;
  if (!step || !user || user.disabledAt)
    throw new Refusal(403, t('sign-in.start-again'), t('sign-in.enter-address-and-password-once'));
  const outcome = await takeCode(db, user.id, given.get('code') ?? '', now());
  if (outcome !== 'right') {
    context.log.warn({ address: from.address, userId: user.id, outcome }, 'second factor refused');
    return { ...codeForm(token, PROBLEMS[outcome]), status: 422 };
  }
  if (!(await endStep(db, token)))
    throw new Refusal(403, t('sign-in.start-again'), t('sign-in.this-sign-in-was-finished'));
  return beginSession(context, request, { userId: user.id, way: 'code', next: ownPath(String(step.next)) });
};

const PROBLEMS = labels('code-problem');

/** Signs out: the session ends here and in the browser. */
export const signOut: Handler = async () => ({ redirect: paths.signIn(), session: null });

function codeForm(token: string, problem: string | null): ViewAnswer {
  return { view: 'sign-in-code', title: t('sign-in.second-factor'), data: { token, problem } };
}

function form(
  { config }: Pick<Context, 'config'>,
  data: { next: string; email: string; problem: string | null; noAccounts: boolean },
): ViewAnswer {
  const sso = config.OIDC_ISSUER ? { name: config.OIDC_NAME, href: paths.sso(data.next) } : null;
  return {
    view: 'sign-in',
    title: t('sign-in.sign-in'),
    data: { ...data, sso, withPassword: config.PASSWORD_SIGN_IN },
  };
}
