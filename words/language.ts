import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { type Grammar, type Message, prepare, type Saying } from './message.ts';

/** One language, ready to be spoken. */
export interface Language extends Grammar {
  /** What `lang` says, and what Intl is asked in. */
  tag: string;
  /** The language by its own name. */
  name: string;
  sayings: Readonly<Record<string, Saying>>;
  messages: Readonly<Record<string, Message>>;
}

/** Takes a tag (BCP 47), the language's own name and all its words; gives the language ready to be spoken. */
export function makeLanguage(tag: string, name: string, catalogue: Catalogue): Language {
  const [rules, numbers] = [new Intl.PluralRules(tag), new Intl.NumberFormat(tag)];
  const grammar: Grammar = {
    plural: (n) => rules.select(n),
    number: (n) => (Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : numbers.format(n)),
  };
  const messages: Record<string, Message> = Object.fromEntries(
    Object.entries(catalogue).flatMap(([page, words]) =>
      Object.entries(words as Record<string, Message>).map(([word, message]) => [`${page}.${word}`, message]),
    ),
  );
  const sayings = Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, prepare(message, grammar)]),
  );
  return { tag, name, ...grammar, messages, sayings };
}

/** Keys of the words that a language still lacks. */
export function missingIn({ messages }: Language): string[] {
  return Object.keys(ENGLISH.messages).filter((key) => messages[key] === undefined);
}

const ENGLISH = makeLanguage('en-GB', 'English', en);
const FRENCH = makeLanguage('fr-FR', 'Français', fr);

/** What is translated, complete or not: what tests look at. */
export const TRANSLATED: readonly Language[] = [ENGLISH, FRENCH];

/** The languages that are complete, by the code that accounts keep. The first is spoken where nothing was chosen. */
export const LANGUAGES = new Map<string, Language>(
  [['en', ENGLISH] as const, ['fr', FRENCH] as const].filter(([, one]) => missingIn(one).length === 0),
);
