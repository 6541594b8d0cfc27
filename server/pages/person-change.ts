import type { Context } from '../../context.ts';
import { offerReset } from '../../db/people/account-links.ts';
import { erasePerson, personalData } from '../../db/people/personal-data.ts';
import { switchOff } from '../../db/people/second-factor.ts';
import { revokeSessions } from '../../db/people/sessions.ts';
import { type By, setDisabled, setRole, type User } from '../../db/people/users.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import { mailReset } from '../account-mail.ts';
import { fileName, JSON_TYPE } from '../downloads/file-name.ts';
import type { Answer, Handler } from '../handler.ts';
import { isRole } from './people.ts';
import { personOf } from './person-show.ts';

interface Change {
  context: Context;
  person: User;
  form: URLSearchParams;
  by: By;
}

/** What an administrator does to an account: one button, one change, one line in the audit log. */
export const personChange: Handler = async (context, { params, form, user }) => {
  const person = await personOf(context, params.id);
  const change = CHANGES.get(form.get('do') ?? '');
  if (!change) throw new InvalidInput(t('people.say-what-is-to-be'));
  const answer = await change({ context, person, form, by: { userId: user?.id ?? null, now: context.now() } });
  return typeof answer === 'string' ? { redirect: paths.person(person.id), notice: answer } : answer;
};

const CHANGES = new Map<string, (change: Change) => Promise<string | Answer>>([
  [
    'role',
    async ({ context: { db }, person, form, by }) => {
      const role = form.get('role') ?? '';
      if (!isRole(role)) throw new InvalidInput(t('people.choose-a-role'), { role: t('people.choose-a-role') });
      await setRole(db, person.id, role, by);
      return t('people.is-from-now-on-and', { name: person.name, role });
    },
  ],
  [
    'disable',
    async ({ context: { db }, person, by }) => {
      await setDisabled(db, person.email, true, by.now, by.userId);
      return t('people.can-no-longer-sign-in', { name: person.name });
    },
  ],
  [
    'enable',
    async ({ context: { db }, person, by }) => {
      await setDisabled(db, person.email, false, by.now, by.userId);
      return t('people.can-sign-in-again', { name: person.name });
    },
  ],
  [
    'sessions',
    async ({ context: { db }, person, by }) => {
      const ended = await revokeSessions(db, person.id, { keep: null }, by);
      return t('people.sessions-are-ended', { n: ended });
    },
  ],
  [
    'second-factor',
    async ({ context: { db }, person, by }) => {
      await switchOff(db, person.id, by);
      return t('people.signs-in-without-a-second', { name: person.name });
    },
  ],
  ['reset', offerNewPassword],
  [
    'erase',
    async ({ context: { db }, person, form, by }) => {
      const sentence = t('people.write-to-confirm-2', { email: person.email });
      if (form.get('confirm')?.trim() !== person.email) throw new InvalidInput(sentence, { confirm: sentence });
      await erasePerson(db, person.id, by);
      return 'Name, address and everything personal is removed. What was decided stays.';
    },
  ],
]);

async function offerNewPassword({ context, person, by }: Change): Promise<Answer> {
  if (person.disabledAt) throw new InvalidInput(t('people.let-this-person-in-first'));
  const token = await offerReset(context.db, person, by);
  if (!token) throw new InvalidInput(t('people.three-links-were-made-within'));
  const { link, mail } = await mailReset(context, person.email, token);
  const sent = mail.outcome === 'sent';
  const reason = sent ? null : mail.reason;
  const data = { what: t('people.reset'), email: person.email, link, sent, reason, days: t('people.an-hour') };
  return { view: 'link-made', title: t('people.a-new-password'), data };
}

/** Everything kept about one person, as JSON, for them to take along. */
export const personData: Handler = async (context, { params }) => {
  const person = await personOf(context, params.id);
  return dataOf(context, person.id);
};

/** The same for oneself. */
export const ownData: Handler = (context, { user }) => dataOf(context, (user as User).id);

async function dataOf({ db, now }: Context, id: number): Promise<Answer> {
  const body = `${JSON.stringify(await personalData(db, id, now()), null, 2)}\n`;
  return { download: { filename: fileName(`person-${id}`, 'json', now()), type: JSON_TYPE, body } };
}
