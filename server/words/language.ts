import { t } from '../../words/speak.ts';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** Takes a language's short name as a source gave it; gives its name in English, or what was given when it is none. */
export function languageName(code: string | null): string {
  if (!code) return t('time.not-known');
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code) ? (NAMES.of(code) ?? code) : code;
}
