import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/open.ts';
import { type AccountLink, findLink, offerReset, useLink } from '../../db/people/account-links.ts';
import { hashPassword, PASSWORD_LENGTH } from '../../db/people/passwords.ts';
import { findUserByEmail, mustGet, setPassword } from '../../db/people/users.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import { mailReset } from '../account-mail.ts';
import { type Problems, passwordProblems, problemLines, refuseProblems } from '../forms/account.ts';
import type { Handler, ViewAnswer } from '../handler.ts';
import { Refusal } from '../refusal.ts';

/** The form that asks for a link to choose a new password. */
export const showForgot: Handler = async ({ mailer, config }) => {
  const data = { sent: false, configured: mailer.configured && config.PASSWORD_SIGN_IN };
  return { view: 'forgot', title: t('sign-in.forgotten-password'), data };
};

/** Says the same whether or not somebody has this address, and does the rest after the answer: nobody can tell who exists. */
export const forgot: Handler = async (context, { form }) => {
  const configured = context.mailer.configured && context.config.PASSWORD_SIGN_IN;
  if (configured) {
    const email = form.get('email') ?? '';
    setImmediate(() => {
      offer(context, email).catch((cause: unknown) => context.log.error({ err: cause }, 'no reset link was mailed'));
    });
  }
  return { view: 'forgot', title: t('sign-in.forgotten-password'), data: { sent: true, configured } };
};

async function offer(context: Context, email: string): Promise<void> {
  const { db, now, log } = context;
  const user = await findUserByEmail(db, email);
  if (!user || user.disabledAt || !user.hasPassword) return;
  const token = await offerReset(db, user, { userId: null, now: now() });
  if (!token) return;
  const { mail } = await mailReset(context, user.email, token);
  if (mail.outcome !== 'sent') log.error({ userId: user.id, outcome: mail.outcome }, 'the reset link was not mailed');
}

/** The form behind a reset link, while it still works. */
export const showReset: Handler = async (context, { query }) => {
  const token = query.get('token') ?? '';
  const { email } = await mustWork(context, token);
  return page(token, email, {});
};

/** Stores the new password and ends every session; the second factor, where there is one, is still asked for. */
export const reset: Handler = async (context, { form }) => {
  const { db, now } = context;
  const token = form.get('token') ?? '';
  const link = await mustWork(context, token);
  const user = await mustGet(db, Number(link.userId));
  try {
    const password = form.get('password') ?? '';
    refuseProblems(passwordProblems(password, form.get('again') ?? '', [user.name, user.email]));
    const passwordHash = await hashPassword(password);
    await inTransaction(db, async (trx) => {
      if (!(await useLink(trx, link, now()))) throw usedUp();
      await setPassword(trx, user.email, passwordHash, now(), user.id);
    });
  } catch (error) {
    if (error instanceof InvalidInput) return { ...page(token, user.email, error.fields), status: 422 };
    throw error;
  }
  return { redirect: paths.signIn(), session: null, notice: t('sign-in.your-password-is-changed-sign') };
};

async function mustWork({ db, now }: Context, token: string): Promise<AccountLink> {
  const link = await findLink(db, 'reset', token, now());
  const user = link?.userId ? await mustGet(db, link.userId) : null;
  if (!link || !user || user.disabledAt) throw usedUp();
  return link;
}

function usedUp(): Refusal {
  return new Refusal(410, t('sign-in.this-link-no-longer-works'), t('sign-in.it-works-once-for-an'));
}

function page(token: string, email: string, problems: Readonly<Problems>): ViewAnswer {
  const data = { token, email, problems, lines: problemLines(problems), least: PASSWORD_LENGTH.least };
  return { view: 'reset', title: t('sign-in.choose-a-new-password'), data };
}
