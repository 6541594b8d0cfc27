import { numbered } from './numbered.ts';
import type { WhenLexicon } from './when.ts';

export const spanish: WhenLexicon = {
  months: numbered(
    'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
    1,
  ),
  doubtfulMonths: { ene: 1, feb: 2, abr: 4, jun: 6, jul: 7, ago: 8, sept: 9, oct: 10, nov: 11, dic: 12 },
  weekdays: numbered('domingo lunes martes miércoles|miercoles jueves viernes sábado|sabado', 0),
  dayEndings: ['º', 'o', 'ro'],
  of: ['de', 'del'],
  lastBefore: ['pasado', 'último'],
  lastAfter: ['pasado', 'último'],
  nextBefore: ['próximo'],
  nextAfter: ['próximo'],
  yearAfter: {
    'del año pasado': -1,
    'de año pasado': -1,
    'del pasado año': -1,
    'del año anterior': -1,
    'de este año': 0,
    'del presente año': 0,
  },
  phrases: {
    ayer: { unit: 'day', by: -1 },
    hoy: { unit: 'day', by: 0 },
    'el mes pasado': { unit: 'month', by: -1 },
    'mes pasado': { unit: 'month', by: -1 },
    'este mes': { unit: 'month', by: 0 },
    'el año pasado': { unit: 'year', by: -1 },
    'año pasado': { unit: 'year', by: -1 },
    'este año': { unit: 'year', by: 0 },
  },
  ahead: ['antes', 'hasta'],
  before:
    'en de del desde durante a el año hacia finales principios mediados verano primavera otoño invierno entre y hasta para tras'.split(
      ' ',
    ),
  capitals: false,
};
