import { language, t } from '../../words/speak.ts';

const namers = new Map<string, Intl.DisplayNames>();

/** Takes a language's short name as a source gave it; gives its name in the language of the answer, or what was given when it is none. */
export function languageName(code: string | null): string {
  if (!code) return t('time.not-known');
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return code;
  const { tag } = language();
  const names = namers.get(tag) ?? new Intl.DisplayNames([tag], { type: 'language' });
  namers.set(tag, names);
  return names.of(code) ?? code;
}
