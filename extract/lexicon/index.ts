import type { Term } from '../../model/deal.ts';
import { PhraseBook } from '../text/phrase-book.ts';
import type { Phrases } from '../text/phrases.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { TRADES } from './epithets.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { IDIOMS } from './idioms.ts';
import { completed } from './inflect.ts';
import { it } from './it.ts';
import { FRAME_CLASSES, type FrameClass, type Lexicon, type Prep } from './lexicon.ts';
import { AI_WORDS, MAKERS, ORIGINS, OTHER_WORDS, PRODUCTS } from './offerings.ts';
import { DEAL_NOUNS, ROLE_WORDS } from './role-words.ts';
import { BACKERS, IN_ALL, SYNONYMS } from './synonyms.ts';

/** A lexicon made ready for matching. */
export interface Language {
  lexicon: Lexicon;
  articles: Set<string>;
  indefinite: Set<string>;
  conjunctions: Phrases<true>;
  prepositions: Phrases<Prep>;
  breakers: Set<string>;
  relatives: Set<string>;
  passive: Set<string>;
  perfect: Set<string>;
  it: Phrases<true>;
  they: Phrases<true>;
  possessives: Set<string>;
  nouns: Phrases<'startup' | 'group' | 'company' | 'arm'>;
  trades: Phrases<string[]>;
  /** Makers, products and origins that tell of a firm beside its name. */
  makers: Phrases<true>;
  products: Phrases<true>;
  origins: Phrases<true>;
  adjectives: Set<string>;
  triggers: Phrases<FrameClass>[];
  /** Nouns for one who funds a firm. */
  backers: Phrases<true>;
  partNouns: Set<string>;
  people: Phrases<'founder' | 'chief' | 'team' | 'executive'>;
  cues: Record<Cue, Phrases<true>>;
  terms: Phrases<Term>[];
  /** Every word that stands in one of the lists: no stranger's name by itself. */
  words: ReadonlySet<string>;
}

const CUES = [
  'compute',
  'roundNouns',
  'moneyNouns',
  'ai',
  'otherTrades',
  'negation',
  'reported',
  'ended',
  'hypothesis',
  'agreed',
  'respectively',
  'valuation',
  'otherMoney',
] as const;
const ROLE_CUES = [
  'total',
  'ceiling',
  'future',
  'fee',
  'tranche',
  'commitment',
  'round',
  'combined',
  'each',
  'since',
] as const;
export type Cue =
  | (typeof CUES)[number]
  | `${(typeof ROLE_CUES)[number]}Role`
  | `${RoleWord}Word`
  | 'inAll'
  | 'dealNoun';
type RoleWord = (typeof ROLE_WORD_KINDS)[number];
const ROLE_WORD_KINDS = ['total', 'ceiling', 'future', 'fee', 'tranche', 'commitment', 'each', 'since'] as const;

const set = (list: string) => new Set(list.split(',').map((w) => w.trim()));

function compile(lexicon: Lexicon): Language {
  const book = new PhraseBook();
  const phrases = (lines: string) => book.phrases<true>().add(lines, true);
  const prepositions = book.phrases<Prep>();
  for (const [prep, lines] of Object.entries(lexicon.prepositions)) prepositions.add(lines, prep as Prep);
  return {
    lexicon,
    articles: set(lexicon.articles),
    indefinite: set(lexicon.indefinite),
    conjunctions: phrases(lexicon.conjunctions),
    prepositions,
    breakers: set(lexicon.breakers),
    relatives: set(lexicon.relatives),
    passive: set(lexicon.passive),
    perfect: set(lexicon.perfect),
    it: phrases(lexicon.it),
    they: phrases(lexicon.they),
    possessives: set(lexicon.possessives),
    nouns: book
      .phrases<'startup' | 'group' | 'company' | 'arm'>()
      .add(inflected(lexicon, lexicon.startupNouns), 'startup')
      .add(inflected(lexicon, lexicon.groupNouns), 'group')
      .add(inflected(lexicon, lexicon.companyNouns), 'company')
      .add(lexicon.armNouns, 'arm'),
    trades: TRADES.reduce((all, [lines, owners]) => all.add(lines, owners), book.phrases<string[]>()),
    makers: phrases(inflected(lexicon, MAKERS[lexicon.language] ?? '')),
    products: phrases(inflected(lexicon, PRODUCTS[lexicon.language] ?? '')),
    origins: phrases(ORIGINS[lexicon.language] ?? ''),
    adjectives: set(lexicon.adjectives),
    triggers: FRAME_CLASSES.map((name) =>
      book.phrases<FrameClass>().add(
        [lexicon.triggers, SYNONYMS[lexicon.language], IDIOMS[lexicon.language]]
          .flatMap((words) => words?.[name] ?? [])
          .map((line) => completed(line, lexicon.language)),
        name,
      ),
    ),
    backers: phrases(BACKERS[lexicon.language] ?? ''),
    partNouns: set(lexicon.partNouns),
    people: book
      .phrases<'founder' | 'chief' | 'team' | 'executive'>()
      .add(lexicon.executives, 'executive')
      .add(lexicon.teams, 'team')
      .add(lexicon.chiefs, 'chief')
      .add(lexicon.founders, 'founder'),
    cues: compileCues(lexicon, phrases),
    terms: Object.entries(lexicon.terms).map(([term, lines]) => book.phrases<Term>().add(lines, term as Term)),
    words: wordsIn(lexicon, SYNONYMS[lexicon.language], IDIOMS[lexicon.language]),
  };
}

/** The words of lists within lists. */
function wordsIn(...lists: readonly unknown[]): Set<string> {
  const words = new Set<string>();
  for (const list of lists)
    if (typeof list === 'string') for (const word of list.match(/[\p{L}]+/gu) ?? []) words.add(word);
    else if (list && typeof list === 'object') for (const word of wordsIn(...Object.values(list))) words.add(word);
  return words;
}

function compileCues(lexicon: Lexicon, phrases: (lines: string) => Phrases<true>): Record<Cue, Phrases<true>> {
  const cues = {} as Record<Cue, Phrases<true>>;
  for (const cue of CUES) cues[cue] = phrases(lexicon[cue]);
  cues.ai.add(AI_WORDS[lexicon.language] ?? '', true);
  cues.otherTrades.add(OTHER_WORDS[lexicon.language] ?? '', true);
  for (const role of ROLE_CUES) cues[`${role}Role`] = phrases(lexicon.roles[role]);
  for (const role of ROLE_WORD_KINDS) cues[`${role}Word`] = phrases(ROLE_WORDS[lexicon.language]?.[role] ?? '');
  cues.dealNoun = phrases(DEAL_NOUNS[lexicon.language] ?? '');
  cues.inAll = phrases(IN_ALL[lexicon.language] ?? '');
  return cues;
}

const LEXICONS: Record<string, Lexicon> = { en, fr, de, es, it };
/** German adds an -s in the genitive: "des Konzerns". */
const inflected = (lexicon: Lexicon, list: string) =>
  lexicon.freeOrder
    ? `${list},${list
        .split(',')
        .map((w) => `${w}s`)
        .join(',')}`
    : list;

const ready = new Map<string, Language>();

/** The words of a language (ISO 639-1); English when it is not one that the reader knows. */
export function languageOf(code: string): Language {
  const known = LEXICONS[code] ? code : 'en';
  const language = ready.get(known) ?? compile(LEXICONS[known] as Lexicon);
  ready.set(known, language);
  return language;
}
