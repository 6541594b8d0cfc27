import { hash, verify } from '@node-rs/argon2';
import { InvalidInput } from '../model/errors.ts';

/** ASVS 5.0, 6.2.1 asks for 8 and advises 15; the upper end keeps hashing cheap. */
export const PASSWORD_LENGTH = { least: 12, most: 256 } as const;

/** Throws InvalidInput with a sentence when a password is too short or too long to be taken. */
export function checkPassword(password: string): void {
  const length = [...password.normalize('NFKC')].length;
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most) {
    const sentence = `A password has ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`;
    throw new InvalidInput(sentence, { password: sentence });
  }
}

/** Takes a password that was checked; gives its argon2id hash with salt and costs (OWASP: 19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

let nobody: Promise<string> | null = null;

/** True when the password is the one behind the hash. Without a hash it takes as long, so that nobody can tell who exists. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFKC').slice(0, 1024));
  return passwordHash !== null && matches;
}
