import { createInterface } from 'node:readline/promises';
import type { Context } from '../context.ts';
import { checkPassword, hashPassword } from '../db/people/passwords.ts';
import { createSetupToken } from '../db/people/setup.ts';
import { createUser, listUsers, ROLES, type Role, setDisabled, setPassword } from '../db/people/users.ts';
import { formatInstant } from '../model/day.ts';
import { InvalidInput } from '../model/errors.ts';
import { paths } from '../model/paths.ts';
import type { Command, Io } from './command.ts';
import { withContext } from './with-context.ts';

const USAGE = `add EMAIL NAME ${ROLES.join('|')} | list | password EMAIL | disable EMAIL | enable EMAIL | setup-link`;

interface Call {
  context: Context;
  args: string[];
  io: Io;
}

/** `npm run -s user -- …`: people who may sign in. Passwords are read from standard input, never from an argument. */
export const userCommand: Command = {
  name: 'user',
  summary: 'Add, list or disable people, set a password, or print a set-up link.',
  usage: USAGE,
  async run(args, io, config) {
    const [what = '', ...rest] = args;
    const action = ACTIONS[what];
    if (!action) throw new InvalidInput(`npm run -s user -- ${USAGE}`);
    await withContext(config, (context) => action({ context, args: rest, io }));
    return 0;
  },
};

const ACTIONS: Record<string, (call: Call) => Promise<void>> = {
  async add({ context: { db, now }, args, io }) {
    const [email = '', name = '', role = ''] = args;
    if (args.length !== 3 || !isRole(role))
      throw new InvalidInput(`Write: npm run -s user -- add EMAIL "FULL NAME" ${ROLES.join('|')}`);
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new InvalidInput(`${email} is no mail address.`);
    const passwordHash = await hashPassword(await askPassword(io));
    await createUser(db, { email, name, role, passwordHash, now: now() });
    io.stdout.write(`${name} can sign in as ${email} (${role}).\n`);
  },
  async list({ context: { db }, io }) {
    for (const user of await listUsers(db)) {
      const seen = user.lastSeenAt ? `last here ${formatInstant(user.lastSeenAt)}` : 'never here';
      io.stdout.write(`${user.email}\t${user.name}\t${user.role}\t${user.disabledAt ? 'disabled' : seen}\n`);
    }
  },
  async password({ context: { db, now }, args, io }) {
    const email = only(args, 'password EMAIL');
    await setPassword(db, email, await hashPassword(await askPassword(io)), now());
    io.stdout.write(`${email} has a new password and is signed out everywhere.\n`);
  },
  async disable({ context: { db, now }, args, io }) {
    const email = only(args, 'disable EMAIL');
    await setDisabled(db, email, true, now());
    io.stdout.write(`${email} can no longer sign in. What they decided stays.\n`);
  },
  async enable({ context: { db, now }, args, io }) {
    const email = only(args, 'enable EMAIL');
    await setDisabled(db, email, false, now());
    io.stdout.write(`${email} can sign in again.\n`);
  },
  async 'setup-link'({ context: { db, config, now }, io }) {
    const token = await createSetupToken(db, now());
    const address = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
    io.stdout.write(`Set up an account, once, within a day, at ${address}${paths.setup(token)}\n`);
  },
};

function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

function only(args: string[], usage: string): string {
  const [one] = args;
  if (!one || args.length > 1) throw new InvalidInput(`npm run -s user -- ${usage}`);
  return one;
}

/** The first line of standard input; asked for when a person sits there. */
async function askPassword(io: Io): Promise<string> {
  if ((io.stdin as { isTTY?: boolean }).isTTY) io.stderr.write('Password: ');
  const lines = createInterface({ input: io.stdin, terminal: false });
  for await (const line of lines) {
    lines.close();
    checkPassword(line);
    return line;
  }
  throw new InvalidInput('A password is read from standard input, and there is none.');
}
