import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/open.ts';
import { type AccountLink, findLink, useLink } from '../../db/people/account-links.ts';
import { hashPassword, PASSWORD_LENGTH } from '../../db/people/passwords.ts';
import { createUser, type User } from '../../db/people/users.ts';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import { nameProblem, type Problems, passwordProblems, problemLines, refuseProblems } from '../forms/account.ts';
import type { Handler, ViewAnswer } from '../handler.ts';
import { Refusal } from '../refusal.ts';
import { beginSession } from './begin-session.ts';

/** The form behind an invitation, while it still works. Looking uses nothing up: mail scanners follow links. */
export const showInvitation: Handler = async (context, { query }) => {
  const token = query.get('token') ?? '';
  return page(await mustWork(context, token), { token, name: '' }, {});
};

/** Makes the account that the invitation is for, with its address and role, and signs in; it works for exactly one. */
export const acceptInvitation: Handler = async (context, request) => {
  const { form } = request;
  const [token, name] = [form.get('token') ?? '', (form.get('name') ?? '').trim()];
  const link = await mustWork(context, token);
  try {
    const wrongName = nameProblem(name);
    const password = form.get('password') ?? '';
    refuseProblems({
      ...(wrongName ? { name: wrongName } : {}),
      ...passwordProblems(password, form.get('again') ?? '', [name, link.email]),
    });
    const user = await accept(context, link, { name, password });
    const entered = await beginSession(context, request, { userId: user.id, way: 'link', next: paths.today() });
    return { ...entered, notice: t('sign-in.welcome', { name: user.name }) };
  } catch (error) {
    if (error instanceof InvalidInput) return { ...page(link, { token, name }, error.fields), status: 422 };
    if (error instanceof Conflict) throw new Refusal(410, t('sign-in.this-invitation-no-longer-works'), error.message);
    throw error;
  }
};

async function accept(
  { db, now }: Context,
  link: AccountLink,
  { name, password }: { name: string; password: string },
): Promise<User> {
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (trx) => {
    if (!(await useLink(trx, link, now()))) throw usedUp();
    return createUser(trx, { email: link.email, name, role: link.role ?? 'viewer', passwordHash, now: now() });
  });
}

async function mustWork({ db, now }: Context, token: string): Promise<AccountLink> {
  const link = await findLink(db, 'invitation', token, now());
  if (!link) throw usedUp();
  return link;
}

function usedUp(): Refusal {
  return new Refusal(410, t('sign-in.this-invitation-no-longer-works'), t('sign-in.it-works-once-for-a'));
}

function page(link: AccountLink, given: { token: string; name: string }, problems: Readonly<Problems>): ViewAnswer {
  const { email, role } = link;
  const data = { ...given, email, role, problems, lines: problemLines(problems), least: PASSWORD_LENGTH.least };
  return { view: 'invitation', title: t('sign-in.your-account'), data };
}
