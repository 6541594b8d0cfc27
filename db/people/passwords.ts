import { hash, verify } from '@node-rs/argon2';
import { InvalidInput } from '../../model/errors.ts';
import { lazily } from '../../model/lazily.ts';
import { t } from '../../words/speak.ts';

/** ASVS 5.0, 6.2.1 asks for 8 and advises 15; the upper end keeps hashing cheap. */
export const PASSWORD_LENGTH = { least: 12, most: 256 } as const;

/**
 * Throws InvalidInput with a sentence when a password is too short, too long, known to everybody (ASVS 5.0, 6.2.4), or
 * nothing but a word that is known of the person (6.2.11), such as their address.
 */
export function checkPassword(password: string, words: readonly string[] = []): void {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most) {
    refuse(t('refused.a-password-has', PASSWORD_LENGTH));
  }
  if (isCommon(text) || isMadeOf(text, [...words, 'dealwatch'])) {
    refuse(t('refused.that-password-is-easily-guessed'));
  }
}

function refuse(sentence: string): never {
  throw new InvalidInput(sentence, { password: sentence });
}

/**
 * Patterns cover what lists of common passwords hold at twelve characters and more: repeats, rows of keys, counting. So do
 * the 49,000 commonest passwords of known breaches, each with whatever digits and signs stand around it (ASVS 5.0, 6.2.4, 6.2.12).
 */
function isCommon(text: string): boolean {
  const plain = letters(text);
  if (breached().has(plain) || breached().has(core(plain))) return true;
  const isRepeat = /^(.{1,6}?)\1+.?$/su.test(plain);
  const isRow = ROWS.some((row) => row.includes(plain) || [...row].reverse().join('').includes(plain));
  return isRepeat || isRow || isMadeOf(text, COMMON_WORDS);
}

/** True when nothing but digits and signs is left once the words are taken out. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const parts = words.flatMap((word) => word.split(/[\s@._-]+/)).map(letters);
  let rest = letters(text);
  for (const part of parts.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(part, '');
  }
  return !/\p{L}/u.test(rest) && rest.length < 8;
}

const lists = lazily<{ dictionary: Record<'passwords-common', string[]> }>('@zxcvbn-ts/language-common');
let known: Set<string> | null = null;
function breached(): Set<string> {
  known ??= new Set(lists().dictionary['passwords-common']);
  return known;
}

/** What is left without digits and signs at both ends; nothing of one with eight of them and more, which is no decoration. */
function core(plain: string): string {
  const bare = plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  return plain.length - bare.length < 8 ? bare : '';
}

const letters = (text: string) => text.toLowerCase().replaceAll(/\s/g, '');

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789012345',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p',
  '1q2w3e4r5t6y7u8i9o0p',
];
const COMMON_WORDS = [
  'password',
  'passwort',
  'p@ssw0rd',
  'passw0rd',
  'motdepasse',
  'contrasena',
  'welcome',
  'letmein',
  'iloveyou',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'admin',
  'administrator',
  'changeme',
  'secret',
  'master',
  'login',
  'test',
  'user',
  'hello',
  'football',
  'baseball',
  'princess',
  'sunshine',
  'superman',
  'dragon',
  'monkey',
  'default',
  'abc',
  'spring',
  'summer',
  'autumn',
  'winter',
];

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
