import type { MoneyLexicon } from './money.ts';

const UNITS =
  'uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(
    ' ',
  );
const TENS = 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta'.split(' ');

const numbers: Record<string, number> = {
  un: 1,
  una: 1,
  'un altro': 1,
  'un ulteriore': 1,
  'un centinaio di': 100,
  'una decina di': 10,
  'una ventina di': 20,
  mezzo: 0.5,
  cento: 100,
};
UNITS.forEach((word, i) => {
  numbers[word] = i + 1;
  if (i > 0 && i < 9) numbers[`${word}cento`] = 100 * (i + 1);
});
TENS.forEach((tens, i) => {
  numbers[tens] = 10 * i + 20;
  UNITS.slice(0, 9).forEach((unit, j) => {
    const stem = unit === 'uno' || unit === 'otto' ? tens.slice(0, -1) : tens;
    numbers[`${stem}${unit === 'tre' ? 'tré' : unit}`] = 10 * i + 21 + j;
  });
});

const below = (value: number) => Object.entries(numbers).filter(([word, n]) => n === value && !word.includes(' '));

/** "centottanta", "duecentocinquanta", "millecento", "trecentomila": one word each. */
function addCompounds(): void {
  const small = Array.from({ length: 99 }, (_, i) => i + 1).flatMap((n) => below(n));
  for (const hundred of [100, 200, 300, 400, 500, 600, 700, 800, 900])
    for (const [head] of below(hundred))
      for (const [tail, n] of small) {
        numbers[head + tail] = hundred + n;
        if (/^o/.test(tail)) numbers[head.slice(0, -1) + tail] = hundred + n;
      }
  const whole = Object.entries(numbers).filter(
    ([word, n]) => n >= 2 && n < 1000 && Number.isInteger(n) && !word.includes(' '),
  );
  for (const [word, n] of whole) {
    if (n % 100 === 0) numbers[`mille${word}`] = 1000 + n;
    numbers[`${word}mila`] = n * 1000;
  }
}
addCompounds();

export const italian: MoneyLexicon = {
  scales: {
    mille: 1e3,
    mila: 1e3,
    milione: 1e6,
    milioni: 1e6,
    mln: 1e6,
    miliardo: 1e9,
    miliardi: 1e9,
    mld: 1e9,
    mrd: 1e9,
    bn: 1e9,
    'mila miliardi': 1e12,
    'mille miliardi': 1e12,
  },
  shortScales: { k: 1e3, m: 1e6, mn: 1e6 },
  numbers,
  halfMore: ['e mezzo'],
  inNumber: ['e'],
  currencies: {
    'lire turche': 'TRY',
    dollaro: 'USD',
    dollari: 'USD',
    'dollari usa': 'USD',
    'dollari statunitensi': 'USD',
    'dollari americani': 'USD',
    'dollari canadesi': 'CAD',
    'dollari australiani': 'AUD',
    euro: 'EUR',
    sterlina: 'GBP',
    sterline: 'GBP',
    yen: 'JPY',
    won: 'KRW',
    yuan: 'CNY',
    rupie: 'INR',
    'franchi svizzeri': 'CHF',
    reais: 'BRL',
    dirham: 'AED',
    'corone svedesi': 'SEK',
  },
  links: ['di', 'in', 'd'],
  qualifiers: {
    over: ['oltre', 'più di', 'almeno', 'superiore a', 'superiori a', 'più che', 'non meno di'],
    'up-to': ['fino a', 'sino a', 'fino ad', 'un massimo di', 'al massimo', 'massimo di'],
    about: ['circa', 'quasi', 'intorno a', 'attorno a', 'approssimativamente', 'più o meno', 'pressappoco'],
    under: ['meno di', 'sotto', 'sotto i', 'inferiore a'],
  },
  further: ['altri', 'un altro', 'un secondo', 'altre', 'ulteriori', 'un ulteriore'],
  orMore: ['o più'],
  per: {
    'per azione': 'share',
    'ad azione': 'share',
    'al mese': 'month',
    mensili: 'month',
    'all anno': 'year',
    'l anno': 'year',
    annui: 'year',
    annue: 'year',
    'a trimestre': 'quarter',
    'a settimana': 'week',
    'al giorno': 'day',
    'all ora': 'hour',
    'per utente': 'user',
    'per dipendente': 'employee',
    'per gigawatt': 'gigawatt',
  },
  between: ['tra', 'fra'],
  from: ['da', 'dai', 'dagli'],
  and: ['e', 'o', 'ed'],
  to: ['a', 'ai', 'ad'],
  converted: ['o', 'pari a', 'pari', 'equivalenti', 'circa', 'ossia'],
  afterBare:
    `durante quando se come tra fra nel nella nei ora subito in a al alla ai per e o con su sul dal dalla da entro più che già potrebbe potrebbero sarà saranno sarebbe sarebbero è sono era erano
    ha hanno aveva arriverà arriveranno verrà verranno provengono proviene aggiuntivi investiti promessi impegnati annunciati versati
    dopo prima circa`
      .split(/\s+/)
      .filter(Boolean),
  paying:
    'investito investire investe investirà raccolto raccogliere pagato pagare pagherà versato versare speso sborsato sborsare costato impegnato'.split(
      ' ',
    ),
};
