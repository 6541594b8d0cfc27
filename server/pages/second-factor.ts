import encodeQr from 'qr';
import type { Context } from '../../context.ts';
import {
  newSecret,
  replaceRecoveryCodes,
  secretAddress,
  stepOf,
  switchOff,
  switchOn,
  takeCode,
} from '../../db/people/second-factor.ts';
import { revokeSessions } from '../../db/people/sessions.ts';
import type { User } from '../../db/people/users.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import type { Answer, Handler, PageRequest, ViewAnswer } from '../handler.ts';

/** The page to set up the second factor, or what there is of it. */
export const showSecondFactor: Handler = async ({ config }, { user }) => {
  const person = user as User;
  if (person.secondFactor) return onPage(null);
  return setUpPage(person, newSecret(), { problem: null, isAsked: config.SECOND_FACTOR !== 'no' });
};

/** Sets it up, makes new recovery codes, or switches it off; each asks for a code. */
export const changeSecondFactor: Handler = (context, request) => {
  const action = request.form.get('do');
  if (action === 'on') return on(context, request);
  if (action === 'codes' || action === 'off') return change(context, request, action);
  throw new InvalidInput(t('account.say-what-is-to-be'));
};

async function on({ db, now, config }: Context, { form, user, sessionId }: PageRequest): Promise<Answer> {
  const person = user as User;
  const secret = form.get('secret') ?? '';
  // The form carries the secret that the page made; another one of the same shape hurts nobody but its sender.
  if (!/^[A-Z2-7]{32}$/.test(secret)) throw new InvalidInput(t('account.open-the-page-again-its'));
  const step = stepOf(secret, form.get('code') ?? '', now());
  if (step === null) {
    const problem = t('account.that-code-is-not-right');
    return { ...setUpPage(person, secret, { problem, isAsked: config.SECOND_FACTOR !== 'no' }), status: 422 };
  }
  const by = { userId: person.id, now: now() };
  const codes = await switchOn(db, person.id, { secret, step }, by);
  await revokeSessions(db, person.id, { keep: sessionId }, by);
  return codesPage(codes);
}

async function change({ db, now }: Context, { form, user }: PageRequest, action: 'codes' | 'off'): Promise<Answer> {
  const { id } = user as User;
  const outcome = await takeCode(db, id, form.get('code') ?? '', now());
  if (outcome !== 'right') {
    const wait = t('account.too-many-wrong-codes-none');
    return { ...onPage(outcome === 'blocked' ? wait : t('account.that-code-is-not-right-or')), status: 422 };
  }
  const by = { userId: id, now: now() };
  if (action === 'codes') return codesPage(await replaceRecoveryCodes(db, id, by));
  await switchOff(db, id, by);
  return { redirect: paths.account(), notice: t('account.the-second-factor-is-off') };
}

function onPage(problem: string | null): ViewAnswer {
  return { view: 'second-factor', title: t('account.second-factor'), data: { problem } };
}

function codesPage(codes: readonly string[]): ViewAnswer {
  return { view: 'recovery-codes', title: t('account.recovery-codes'), data: { codes } };
}

function setUpPage(
  { email }: User,
  secret: string,
  { problem, isAsked }: { problem: string | null; isAsked: boolean },
): ViewAnswer {
  const address = secretAddress(secret, email);
  const data = { secret, spaced: secret.replaceAll(/(.{4})/g, '$1 ').trim(), qr: drawing(address), problem, isAsked };
  return { view: 'second-factor-set-up', title: t('account.second-factor'), data };
}

/** A QR code as a path of squares, drawn by the page itself: nothing is asked of anybody else. */
function drawing(text: string): { size: number; path: string } {
  const rows = encodeQr(text, 'raw', { border: 2 });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}
