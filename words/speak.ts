import { AsyncLocalStorage } from 'node:async_hooks';
import type { English, Key, MessageOf, Page } from './catalogue.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { Names, Value } from './message.ts';

const ENGLISH = LANGUAGES.get('en') as Language;
const spoken = new AsyncLocalStorage<Language>();

/** The language of what is being answered; English outside of any answer: mails, exports, commands. */
export function language(): Language {
  return spoken.getStore() ?? ENGLISH;
}

/** Does the work in a language. In English nothing is set up at all, so that it costs nothing. */
export function speaking<T>(which: Language, work: () => T): T {
  return which === ENGLISH ? work() : spoken.run(which, work);
}

type Values<K extends Key> = [Names<MessageOf<K>>] extends [never]
  ? []
  : [values: Readonly<Record<Names<MessageOf<K>>, Value>>];

/** Takes the key of a message and what it asks for; gives the words in the language of the answer. */
export function t<K extends Key>(key: K, ...[values]: Values<K>): string {
  const saying = language().sayings[key];
  if (saying === undefined) throw new Error(`There are no words for ${key}.`);
  return typeof saying === 'string' ? saying : saying(values ?? {});
}

const lists = new Map<Page, object>();

type Labels<P extends Page> = { readonly [W in keyof English[P]]: string };

/** Takes a page of the catalogue that is a list of labels; gives them by their key, each in the language of the answer. */
export function labels<P extends Page>(page: P): Labels<P> {
  const known = lists.get(page);
  if (known) return known as Labels<P>;
  const all = {};
  lists.set(page, all);
  const prefix = `${page}.`;
  for (const key of Object.keys(ENGLISH.messages).filter((one) => one.startsWith(prefix))) {
    Object.defineProperty(all, key.slice(prefix.length), { enumerable: true, get: () => language().sayings[key] });
  }
  return all as Labels<P>;
}
