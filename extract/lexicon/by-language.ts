import type { MoneyLexicon } from './money.ts';
import { german as germanMoney } from './money-de.ts';
import { english as englishMoney } from './money-en.ts';
import { spanish as spanishMoney } from './money-es.ts';
import { french as frenchMoney } from './money-fr.ts';
import { italian as italianMoney } from './money-it.ts';
import type { ScrutinyLexicon } from './scrutiny.ts';
import { german as germanScrutiny } from './scrutiny-de.ts';
import { english as englishScrutiny } from './scrutiny-en.ts';
import { spanish as spanishScrutiny } from './scrutiny-es.ts';
import { french as frenchScrutiny } from './scrutiny-fr.ts';
import { italian as italianScrutiny } from './scrutiny-it.ts';
import type { WhenLexicon } from './when.ts';
import { german as germanWhen } from './when-de.ts';
import { english as englishWhen } from './when-en.ts';
import { spanish as spanishWhen } from './when-es.ts';
import { french as frenchWhen } from './when-fr.ts';
import { italian as italianWhen } from './when-it.ts';

const money: Record<string, MoneyLexicon> = {
  en: englishMoney,
  fr: frenchMoney,
  de: germanMoney,
  es: spanishMoney,
  it: italianMoney,
};

/** How a language writes sums; English for a language that has no words here. */
export function moneyLexicon(language: string): MoneyLexicon {
  return money[language] ?? englishMoney;
}

const scrutiny: Record<string, ScrutinyLexicon> = {
  en: englishScrutiny,
  fr: frenchScrutiny,
  de: germanScrutiny,
  es: spanishScrutiny,
  it: italianScrutiny,
};

/** How a language writes authorities' steps; English for a language that has no words here. */
export function scrutinyLexicon(language: string): ScrutinyLexicon {
  return scrutiny[language] ?? englishScrutiny;
}

const when: Record<string, WhenLexicon> = {
  en: englishWhen,
  fr: frenchWhen,
  de: germanWhen,
  es: spanishWhen,
  it: italianWhen,
};

/** How a language writes dates; English for a language that has no words here. */
export function whenLexicon(language: string): WhenLexicon {
  return when[language] ?? englishWhen;
}
