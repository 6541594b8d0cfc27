import { describe, expect, it } from 'vitest';
import { activeSubscriptions, setUserAlerts } from '../../db/going-out/subscriptions.ts';
import { rawOf } from '../../db/open.ts';
import { createSession, endSession, findSession, pruneSessions } from '../../db/people/sessions.ts';
import { createSetupToken, isSetupToken, useSetupToken } from '../../db/people/setup.ts';
import { countUsers, createUser, findUserByEmail, getUser, setDisabled } from '../../db/people/users.ts';
import { Conflict } from '../../model/errors.ts';
import { at, aUser, temporaryDatabase } from './world.ts';

const DAY = 1440;

describe('people', () => {
  it('are found by their address in whatever case, and there is one for each', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    expect((await findUserByEmail(db, ' A@Example.org'))?.id).toBe(user.id);
    const again = createUser(db, { email: 'A@EXAMPLE.ORG', name: 'X', role: 'viewer', passwordHash: 'x', now: at(0) });
    await expect(again).rejects.toThrow(Conflict);
    expect(await countUsers(db)).toBe(1);
  });

  it('get alerts when they ask for them and may sign in', async () => {
    const db = await temporaryDatabase();
    const [one, two] = [await aUser(db), await aUser(db, 'viewer', 'b@example.org')];
    await setUserAlerts(db, one.id, true, at(0));
    await setUserAlerts(db, two.id, true, at(0));
    await setDisabled(db, two.email, true, at(1));
    expect((await activeSubscriptions(db)).map((wish) => wish.userId)).toEqual([one.id]);
  });
});

describe('a session', () => {
  it('is found by its token alone, which is nowhere in the file', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const { token, csrf } = await createSession(db, { userId: user.id, now: at(0), days: 14 });
    expect(await findSession(db, token, at(1))).toMatchObject({ user: { id: user.id }, csrf });
    expect(await findSession(db, `${token}x`, at(1))).toBeNull();
    const rows = JSON.stringify(rawOf(db).prepare('select * from sessions').all());
    expect(rows).not.toContain(token);
    await endSession(db, token);
    expect(await findSession(db, token, at(2))).toBeNull();
  });

  it('lasts while it is used, and ends so many days after the last visit', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const { token } = await createSession(db, { userId: user.id, now: at(0), days: 2 });
    expect(await findSession(db, token, at(1.5 * DAY))).not.toBeNull();
    expect(await findSession(db, token, at(3 * DAY))).not.toBeNull();
    expect(await findSession(db, token, at(5 * DAY + 10))).toBeNull();
    expect(await pruneSessions(db, at(5 * DAY + 10))).toBe(1);
  });

  it('ends when its person is shut out', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const { token } = await createSession(db, { userId: user.id, now: at(0), days: 2 });
    await setDisabled(db, user.email, true, at(1));
    expect(await findSession(db, token, at(1))).toBeNull();
  });

  it('knows when the visit before ended, so that Today can tell what is new since', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const { token } = await createSession(db, { userId: user.id, now: at(0), days: 14 });
    await findSession(db, token, at(30));
    expect((await findSession(db, token, at(DAY)))?.user.previousVisitAt).toBe(at(30));
    await findSession(db, token, at(DAY + 20));
    expect(await getUser(db, user.id)).toMatchObject({ previousVisitAt: at(30), lastSeenAt: at(DAY + 20) });
  });
});

describe('a set-up link', () => {
  it('works once, for one of those who try, for a day, and only the latest', async () => {
    const db = await temporaryDatabase();
    const old = await createSetupToken(db, at(0));
    const token = await createSetupToken(db, at(1));
    expect(await isSetupToken(db, old, at(2))).toBe(false);
    expect(await isSetupToken(db, token, at(2))).toBe(true);
    const tries = await Promise.all([useSetupToken(db, token, at(2)), useSetupToken(db, token, at(2))]);
    expect(tries.sort()).toEqual([false, true]);
    expect(await isSetupToken(db, token, at(3))).toBe(false);
    const late = await createSetupToken(db, at(5));
    expect(await useSetupToken(db, late, at(5 + DAY))).toBe(false);
  });
});
