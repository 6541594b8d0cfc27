import { numbered } from './numbered.ts';
import type { WhenLexicon } from './when.ts';

export const french: WhenLexicon = {
  months: numbered(
    'janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre|decembre',
    1,
  ),
  doubtfulMonths: { ...numbered('janv févr|fév', 1), mars: 3, avr: 4, juil: 7, oct: 10, nov: 11, déc: 12 },
  weekdays: numbered('dimanche lundi mardi mercredi jeudi vendredi samedi', 0),
  dayEndings: ['er', 'ᵉʳ'],
  of: ['de', 'd'],
  lastBefore: [],
  lastAfter: ['dernier', 'dernière', 'passé'],
  nextBefore: [],
  nextAfter: ['prochain', 'prochaine'],
  yearAfter: {
    'de l année dernière': -1,
    'l année dernière': -1,
    'de l an dernier': -1,
    'l an dernier': -1,
    'de l année précédente': -1,
    'de cette année': 0,
    'cette année': 0,
  },
  phrases: {
    hier: { unit: 'day', by: -1 },
    'aujourd hui': { unit: 'day', by: 0 },
    'ce jour': { unit: 'day', by: 0 },
    'le mois dernier': { unit: 'month', by: -1 },
    'mois dernier': { unit: 'month', by: -1 },
    'ce mois ci': { unit: 'month', by: 0 },
    'l année dernière': { unit: 'year', by: -1 },
    'l an dernier': { unit: 'year', by: -1 },
    'cette année': { unit: 'year', by: 0 },
  },
  ahead: ['avant', 'jusqu', 'jusque'],
  before:
    'en de depuis courant fin début mi dès pendant durant avant après à au le du année entre et été printemps automne hiver vers pour d'.split(
      ' ',
    ),
  capitals: false,
};
