const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** All that may be the code of a region (ISO 3166-1, two letters). */
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * Names of countries and territories in the five languages, in small letters, as the Unicode data of the runtime has
 * them; "saint-martin" also as "saint martin", since a hyphen is no word.
 */
export const COUNTRIES_BY_NAME: ReadonlySet<string> = namesOfRegions(['en', 'fr', 'de', 'es', 'it']);

function namesOfRegions(languages: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = names.of(code)?.toLowerCase();
      if (name) for (const form of [name, name.replaceAll('-', ' ')]) found.add(form);
    }
  }
  return found;
}
