import type { Context } from '../../context.ts';
import { inTransaction } from '../../db/open.ts';
import { invitationFor, useLink } from '../../db/people/account-links.ts';
import { endStep, keepStep, tryStep } from '../../db/people/sign-in-steps.ts';
import {
  createUser,
  findUserByEmail,
  findUserBySso,
  getUser,
  linkSso,
  type Role,
  type User,
} from '../../db/people/users.ts';
import { NotFound } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { ownPath } from '../own-path.ts';
import { Refusal } from '../refusal.ts';
import { type SsoBegun, type SsoPerson, ssoOf } from '../sso.ts';
import { beginSession } from './begin-session.ts';

/** Sends the browser to the single sign-on, and remembers for ten minutes that it was this browser. */
export const ssoBegin: Handler = async (context, { query, from }) => {
  const sso = mustHave(context);
  const { address, state, kept } = await sso.begin().catch((cause: unknown) => unavailable(context, cause));
  const body = { ...kept, next: ownPath(query.get('next')) };
  await keepStep(context.db, { kind: 'sso', visit: from.visit, body, now: context.now() }, state);
  return { redirect: address };
};

/** Takes what the single sign-on sent back, once, and signs in whoever it is, if they may come in. */
export const ssoReturn: Handler = async (context, request) => {
  const { db, now, log } = context;
  const sso = mustHave(context);
  const state = request.query.get('state') ?? '';
  const step = await tryStep(db, { kind: 'sso', visit: request.from.visit, token: state, now: now() });
  if (!step || !(await endStep(db, state)))
    throw new Refusal(403, t('sign-in.start-again'), t('sign-in.that-sign-in-was-begun'));
  const kept: SsoBegun['kept'] = { verifier: String(step.verifier), nonce: String(step.nonce) };
  const who = await sso.finish(request.query, state, kept).catch((cause: unknown) => {
    log.warn({ err: cause, address: request.from.address }, 'single sign-on refused');
    throw new Refusal(403, t('sign-in.not-signed-in'), t('sign-in.the-single-sign-on-did'));
  });
  const user = await whoComes(context, who);
  return beginSession(context, request, { userId: user.id, way: 'sso', next: ownPath(String(step.next)) });
};

function mustHave(context: Context) {
  const sso = ssoOf(context);
  if (!sso) throw new NotFound(t('sign-in.no-single-sign-on-is'));
  return sso;
}

function unavailable({ log }: Context, cause: unknown): never {
  log.error({ err: cause }, 'the single sign-on cannot be reached');
  throw new Refusal(503, t('sign-in.the-single-sign-on-does'), t('sign-in.try-again-in-a-minute'));
}

/**
 * The person behind an account of the single sign-on: known by its number, else by an address that it says is theirs,
 * else invited, else new where the settings let new people in. Throws Refusal.
 */
async function whoComes(context: Context, who: SsoPerson): Promise<User> {
  const found = await inTransaction(context.db, async (trx) => {
    const inside = { ...context, db: trx };
    return (
      (await findUserBySso(trx, who.subject)) ??
      (await byAddress(inside, who)) ??
      (await invited(inside, who)) ??
      (await newcomer(inside, who))
    );
  });
  if (!found) {
    throw new Refusal(403, t('sign-in.nobody-has-invited-you'), t('sign-in.the-single-sign-on-knows'));
  }
  if (found.disabledAt)
    throw new Refusal(403, t('sign-in.you-are-kept-out'), t('sign-in.an-administrator-has-closed-this'));
  return found;
}

async function byAddress({ db, now }: Context, { email, subject }: SsoPerson): Promise<User | null> {
  const user = email ? await findUserByEmail(db, email) : null;
  if (!user || user.disabledAt) return user;
  await linkSso(db, user.id, subject, now());
  return getUser(db, user.id);
}

async function invited(context: Context, who: SsoPerson): Promise<User | null> {
  const { db, now } = context;
  const link = who.email ? await invitationFor(db, who.email, now()) : null;
  if (!link?.role || !(await useLink(db, link, now()))) return null;
  return make(context, who, link.email, link.role);
}

async function newcomer(context: Context, who: SsoPerson): Promise<User | null> {
  const role = context.config.OIDC_NEW_PEOPLE;
  return who.email && role !== 'no' ? make(context, who, who.email, role) : null;
}

function make({ db, now }: Context, { name, subject }: SsoPerson, email: string, role: Role): Promise<User> {
  return createUser(db, {
    email,
    name: name ?? email.split('@')[0] ?? email,
    role,
    passwordHash: null,
    ssoSubject: subject,
    now: now(),
  });
}
