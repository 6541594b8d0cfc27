import { listUsers } from '../../db/users.ts';
import { formatInstant } from '../../model/day.ts';
import type { Handler } from '../handler.ts';

/** Everybody who may sign in, and what they may do. */
export const people: Handler = async ({ db }) => {
  const data = {
    people: (await listUsers(db)).map(({ name, email, role, lastSeenAt, disabledAt, mailHighFlags }) => ({
      name,
      email,
      role,
      seen: lastSeenAt ? formatInstant(lastSeenAt) : 'never',
      state: disabledAt ? `kept out since ${formatInstant(disabledAt)}` : 'may sign in',
      mailed: mailHighFlags ? 'new flags in band High' : 'nothing',
    })),
  };
  return { view: 'people', title: 'People', data };
};
