import { numbered } from './numbered.ts';
import type { WhenLexicon } from './when.ts';

export const italian: WhenLexicon = {
  months: numbered('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre', 1),
  doubtfulMonths: {
    gen: 1,
    feb: 2,
    apr: 4,
    mag: 5,
    giu: 6,
    lug: 7,
    ago: 8,
    set: 9,
    sett: 9,
    ott: 10,
    nov: 11,
    dic: 12,
  },
  weekdays: numbered('domenica lunedì martedì mercoledì giovedì venerdì sabato', 0),
  dayEndings: ['º', '°'],
  of: ['di', 'del', 'dello', 'dell'],
  lastBefore: ['scorso', 'scorsa'],
  lastAfter: ['scorso', 'scorsa'],
  nextBefore: ['prossimo'],
  nextAfter: ['prossimo'],
  yearAfter: {
    'dello scorso anno': -1,
    'dell anno scorso': -1,
    'di un anno fa': -1,
    'di quest anno': 0,
    'dell anno': 0,
  },
  phrases: {
    ieri: { unit: 'day', by: -1 },
    oggi: { unit: 'day', by: 0 },
    'il mese scorso': { unit: 'month', by: -1 },
    'lo scorso mese': { unit: 'month', by: -1 },
    'mese scorso': { unit: 'month', by: -1 },
    'questo mese': { unit: 'month', by: 0 },
    'l anno scorso': { unit: 'year', by: -1 },
    'lo scorso anno': { unit: 'year', by: -1 },
    'anno scorso': { unit: 'year', by: -1 },
    'scorso anno': { unit: 'year', by: -1 },
    'quest anno': { unit: 'year', by: 0 },
  },
  ahead: ['entro', 'prima', 'fino'],
  before:
    'nel nell nella dal dall del dell in da di a anno fine inizio metà estate primavera autunno inverno entro e fino tra fra il dopo'.split(
      ' ',
    ),
  capitals: false,
};
