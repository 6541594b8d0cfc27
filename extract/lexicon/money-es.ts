import type { MoneyLexicon } from './money.ts';

const UNITS =
  `uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve
  veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve`.split(
    /\s+/,
  );
const TENS = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const HUNDREDS =
  'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ');

const numbers: Record<string, number> = {
  un: 1,
  una: 1,
  otro: 1,
  medio: 0.5,
  'un centenar de': 100,
  'una decena de': 10,
  'una veintena de': 20,
  media: 0.5,
  ciento: 100,
  'un cuarto de': 0.25,
};
UNITS.forEach((word, i) => {
  numbers[word] = i + 1;
});
TENS.forEach((word, i) => {
  numbers[word] = 10 * i + 30;
});
HUNDREDS.forEach((word, i) => {
  numbers[word] = 100 * (i + 1);
});

export const spanish: MoneyLexicon = {
  scales: {
    mil: 1e3,
    millón: 1e6,
    millon: 1e6,
    millones: 1e6,
    mill: 1e6,
    mm: 1e6,
    mdd: 1e6,
    mde: 1e6,
    mdp: 1e6,
    'mil millones': 1e9,
    'miles de millones': 1e9,
    'mil mill': 1e9,
    'mil m': 1e9,
    'millar de millones': 1e9,
    'millares de millones': 1e9,
    millardo: 1e9,
    millardos: 1e9,
    billón: 1e12,
    billon: 1e12,
    billones: 1e12,
  },
  shortScales: { k: 1e3, m: 1e6, b: 1e9, bn: 1e9, mn: 1e6 },
  numbers,
  halfMore: ['y medio', 'y media'],
  inNumber: ['y'],
  currencies: {
    liras: 'TRY',
    'liras turcas': 'TRY',
    dólar: 'USD',
    dolar: 'USD',
    dólares: 'USD',
    dolares: 'USD',
    'dólares estadounidenses': 'USD',
    'dólares americanos': 'USD',
    'dólares canadienses': 'CAD',
    'dólares australianos': 'AUD',
    'dólares de hong kong': 'HKD',
    euro: 'EUR',
    euros: 'EUR',
    libra: 'GBP',
    libras: 'GBP',
    'libras esterlinas': 'GBP',
    yen: 'JPY',
    yenes: 'JPY',
    wones: 'KRW',
    wons: 'KRW',
    won: 'KRW',
    yuan: 'CNY',
    yuanes: 'CNY',
    rupias: 'INR',
    'francos suizos': 'CHF',
    reales: 'BRL',
    'pesos mexicanos': 'MXN',
    dirhams: 'AED',
    'coronas suecas': 'SEK',
  },
  links: ['de', 'en'],
  qualifiers: {
    over: ['más de', 'al menos', 'por encima de', 'como mínimo', 'superior a', 'superiores a', 'no menos de'],
    'up-to': ['hasta', 'un máximo de', 'como máximo', 'máximo de', 'a lo sumo'],
    about: [
      'alrededor de',
      'unos',
      'unas',
      'casi',
      'cerca de',
      'aproximadamente',
      'en torno a',
      'prácticamente',
      'aproximado de',
    ],
    under: ['menos de', 'por debajo de', 'inferior a'],
  },
  further: ['otros', 'otro', 'un segundo', 'otras', 'adicionales'],
  orMore: ['o más'],
  per: {
    'por acción': 'share',
    'la acción': 'share',
    'por título': 'share',
    'al mes': 'month',
    'por mes': 'month',
    mensuales: 'month',
    'al año': 'year',
    'por año': 'year',
    anuales: 'year',
    'cada año': 'year',
    'al trimestre': 'quarter',
    'por semana': 'week',
    'al día': 'day',
    'por hora': 'hour',
    'por usuario': 'user',
    'por empleado': 'employee',
    'por gigavatio': 'gigawatt',
  },
  between: ['entre'],
  from: ['de', 'desde'],
  and: ['y', 'o', 'e'],
  to: ['a', 'hasta'],
  converted: ['o', 'equivalente', 'equivalentes', 'unos', 'al cambio'],
  afterBare:
    `durante cuando si como entre ante ahora e u del en a al para por y o con sobre desde hasta tras según más que ya podría podrían será serán sería serían es son era eran
    fue fueron ha han había llegará llegarán vendrá vendrán procede proceden adicionales invertidos prometidos comprometidos restantes
    anunciados hace antes después`
      .split(/\s+/)
      .filter(Boolean),
  paying:
    'invertir invertido invertidos invierte invirtió invertirá recaudó recaudar recaudado pagar pagó pagado pagará comprometido aportar aportado aportó gastado desembolsó desembolsar costó'.split(
      ' ',
    ),
};
