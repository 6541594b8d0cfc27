import { numbered } from './numbered.ts';
import type { WhenLexicon } from './when.ts';

export const german: WhenLexicon = {
  months: numbered(
    'januar|jänner februar märz|maerz april mai juni juli august september oktober november dezember',
    1,
  ),
  doubtfulMonths: { ...numbered('jan feb mär|mrz apr mai jun jul aug sep|sept okt nov dez', 1), august: 8 },
  weekdays: numbered('sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend', 0),
  dayEndings: [],
  of: ['des', 'vom'],
  lastBefore: ['vergangenen', 'letzten', 'vorigen', 'vergangener', 'letzter'],
  lastAfter: [],
  nextBefore: ['nächsten', 'kommenden', 'nächster'],
  nextAfter: [],
  yearAfter: {
    'vergangenen jahres': -1,
    'des vergangenen jahres': -1,
    'letzten jahres': -1,
    'des letzten jahres': -1,
    'vorigen jahres': -1,
    'des vorigen jahres': -1,
    'des vorjahres': -1,
    'dieses jahres': 0,
    'diesen jahres': 0,
  },
  phrases: {
    gestern: { unit: 'day', by: -1 },
    heute: { unit: 'day', by: 0 },
    'im vergangenen monat': { unit: 'month', by: -1 },
    'vergangenen monat': { unit: 'month', by: -1 },
    'letzten monat': { unit: 'month', by: -1 },
    'diesen monat': { unit: 'month', by: 0 },
    'in diesem monat': { unit: 'month', by: 0 },
    'vergangenen jahr': { unit: 'year', by: -1 },
    'vergangenes jahr': { unit: 'year', by: -1 },
    'letztes jahr': { unit: 'year', by: -1 },
    'letzten jahr': { unit: 'year', by: -1 },
    'dieses jahr': { unit: 'year', by: 0 },
    'in diesem jahr': { unit: 'year', by: 0 },
  },
  ahead: ['bis', 'vor'],
  before:
    'im in seit ab von vom bis jahr jahre jahres jahren ende anfang mitte sommer frühjahr herbst winter zum am vor nach und schon noch'.split(
      ' ',
    ),
  bareYears: true,
  capitals: true,
};
