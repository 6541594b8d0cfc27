import type { Context } from '../../context.ts';
import { pausedAddresses } from '../../db/going-out/returned-mails.ts';
import { activeSubscriptions } from '../../db/going-out/subscriptions.ts';
import { invite, openInvitations, withdrawInvitation } from '../../db/people/account-links.ts';
import { listUsers, ROLES, type Role, type User } from '../../db/people/users.ts';
import type { Instant } from '../../model/day.ts';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { mailInvitation } from '../account-mail.ts';
import { addressProblem, type Problems, problemLines, refuseProblems } from '../forms/account.ts';
import type { Handler, ViewAnswer } from '../handler.ts';

/** Everybody who may sign in, what they may do, and who is invited. */
export const people: Handler = (context) => page(context, { email: '', role: 'analyst' }, {});

/** Invites someone, by mail where there is a mail server; the link is shown when no mail went out. */
export const invitePerson: Handler = async (context, { form, user }) => {
  const [email, role] = [(form.get('email') ?? '').trim(), form.get('role') ?? ''];
  try {
    const wrongAddress = addressProblem(email);
    if (!isRole(role)) throw new InvalidInput(t('people.choose-a-role'), { role: t('people.choose-a-role') });
    refuseProblems(wrongAddress ? { email: wrongAddress } : {});
    const token = await invite(context.db, email, role, { userId: user?.id ?? null, now: context.now() });
    const { link, mail } = await mailInvitation(context, email, token, user?.name ?? t('people.an-administrator'));
    const sent = mail.outcome === 'sent';
    const data = { what: t('people.invitation'), email, link, sent, reason: sent ? null : mail.reason, days: '7 days' };
    return { view: 'link-made', title: t('people.invited'), data };
  } catch (error) {
    const problems = problemsOf(error);
    return { ...(await page(context, { email, role }, problems)), status: 422 };
  }
};

/** Takes an invitation back. */
export const withdraw: Handler = async ({ db, now }, { params, user }) => {
  await withdrawInvitation(db, Number(params.id), { userId: user?.id ?? null, now: now() });
  return { redirect: paths.people(), notice: t('people.the-invitation-is-taken-back') };
};

function problemsOf(error: unknown): Problems {
  if (error instanceof InvalidInput) return { ...error.fields };
  if (error instanceof Conflict) return { email: error.message };
  throw error;
}

export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

async function page(
  { db, now, mailer }: Context,
  given: { email: string; role: string },
  problems: Problems,
): Promise<ViewAnswer> {
  const wishes = new Set((await activeSubscriptions(db)).map((wish) => wish.userId));
  const paused = await pausedAddresses(db);
  const data = {
    people: (await listUsers(db))
      .filter((person) => !person.erasedAt)
      .map((person) => personLine(person, wishes, paused)),
    invitations: (await openInvitations(db)).map(({ id, email, role, expiresAt }) => {
      return { id, email, role, state: expiryOf(expiresAt, now()) };
    }),
    given,
    roles: ROLES,
    problems,
    lines: problemLines(problems),
    configured: mailer.configured,
  };
  return { view: 'people', title: t('people.people'), data };
}

function expiryOf(expiresAt: Instant, now: Instant): string {
  return expiresAt > now ? t('people.works-until', { expiresAt: formatInstant(expiresAt) }) : t('people.has-run-out');
}

function personLine(person: User, wishes: ReadonlySet<number>, paused: ReadonlyMap<number, string>) {
  const { id, name, email, role, lastSeenAt, disabledAt, secondFactor, ssoLinked } = person;
  const factors = [
    secondFactor ? t('people.password-and-code') : t('people.password'),
    ...(ssoLinked ? [t('people.single-sign-on-small')] : []),
  ];
  return {
    href: paths.person(id),
    name,
    email,
    role,
    seen: lastSeenAt ? formatInstant(lastSeenAt) : t('time.never'),
    state: disabledAt
      ? t('people.kept-out-since-small', { disabledAt: formatInstant(disabledAt) })
      : t('people.may-sign-in'),
    mailed: mailedWords(wishes.has(id), paused.get(id)),
    comesBy: person.hasPassword ? factors.join(', ') : t('people.single-sign-on-small'),
  };
}

function mailedWords(hasWishes: boolean, paused: string | undefined): string {
  if (paused !== undefined) return t('people.nothing-mails-come-back', { reason: paused });
  return hasWishes ? t('people.what-they-asked-for') : t('frame.nothing');
}
