import { checkPassword } from '../../db/people/passwords.ts';
import { InvalidInput } from '../../model/errors.ts';
import { t } from '../../words/speak.ts';

export type Problems = Record<string, string>;

/** A mail address that can be written to: one line, one @, nothing that a header could be broken with. */
export function addressProblem(email: string): string | null {
  const isAddress = email.length <= 320 && /^[^\s@<>",;:\\()[\]\p{Cc}]+@[^\s@<>",;:\\()[\]\p{Cc}]+$/u.test(email);
  return isAddress ? null : t('account.write-an-address-such-as');
}

/** What is wrong with a name, or null. */
export function nameProblem(name: string): string | null {
  return name && name.length <= 100 ? null : t('account.write-your-name-in-up');
}

/** What is wrong with a new password that was typed twice, by field. `words` are what it must not consist of. */
export function passwordProblems(password: string, again: string, words: readonly string[] = []): Problems {
  const problems: Problems = {};
  try {
    checkPassword(password, words);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    problems.password = error.message;
  }
  if (password !== again) problems.again = t('account.the-two-passwords-differ');
  return problems;
}

/** Throws InvalidInput when anything is wrong. */
export function refuseProblems(problems: Problems): void {
  if (Object.keys(problems).length) throw new InvalidInput(t('account.something-to-correct'), problems);
}

/** Problems as a list for the summary at the top of a form. */
export function problemLines(problems: Readonly<Problems>): { field: string; sentence: string }[] {
  return Object.entries(problems).map(([field, sentence]) => ({ field, sentence }));
}
