import type { MoneyLexicon } from './money.ts';

const UNITS =
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

const numbers: Record<string, number> = {
  eine: 1,
  einer: 1,
  'eine weitere': 1,
  'einer weiteren': 1,
  'noch eine': 1,
  'eine gute': 1,
  'eine knappe': 1,
  einen: 1,
  eins: 1,
  halbe: 0.5,
  halben: 0.5,
  'eine halbe': 0.5,
  'einer halben': 0.5,
  'eine dreiviertel': 0.75,
  anderthalb: 1.5,
  eineinhalb: 1.5,
  hundert: 100,
};
UNITS.forEach((word, i) => {
  numbers[word] = i + 1;
  if (i > 0) numbers[`${word}einhalb`] = i + 1.5;
  if (i < 9) numbers[`${word}hundert`] = 100 * (i + 1);
});
TENS.forEach((tens, i) => {
  numbers[tens] = 10 * i + 20;
  UNITS.slice(0, 9).forEach((unit, j) => {
    numbers[`${unit}und${tens}`] = 10 * i + 21 + j;
  });
});

/** "hundertzwanzig", "zweihundertfünfzig", "hunderttausend": one word each. */
function addCompounds(): void {
  const small = Object.entries(numbers).filter(
    ([word, n]) => /^[a-zäöüß]+$/.test(word) && n >= 1 && n < 100 && Number.isInteger(n),
  );
  const heads = Object.entries(numbers).filter(([word]) => /hundert$/.test(word));
  for (const [head, hundred] of heads) for (const [tail, n] of small) numbers[head + tail] = hundred + n;
  const whole = Object.entries(numbers).filter(
    ([word, n]) => /^[a-zäöüß]+$/.test(word) && n >= 2 && n < 1000 && Number.isInteger(n),
  );
  for (const [word, n] of whole) numbers[`${word}tausend`] = n * 1000;
}
addCompounds();

export const german: MoneyLexicon = {
  scales: {
    tausend: 1e3,
    tsd: 1e3,
    million: 1e6,
    millionen: 1e6,
    viertelmillion: 2.5e5,
    viertelmilliarde: 2.5e8,
    mio: 1e6,
    mill: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    mrd: 1e9,
    mrden: 1e9,
    mia: 1e9,
    bn: 1e9,
    billion: 1e12,
    billionen: 1e12,
    bio: 1e12,
  },
  shortScales: { k: 1e3, t: 1e3, m: 1e6 },
  numbers,
  halfMore: [],
  inNumber: ['und'],
  currencies: {
    lira: 'TRY',
    'türkische lira': 'TRY',
    dollar: 'USD',
    dollars: 'USD',
    'us dollar': 'USD',
    'amerikanische dollar': 'USD',
    'kanadische dollar': 'CAD',
    'australische dollar': 'AUD',
    'hongkong dollar': 'HKD',
    'singapur dollar': 'SGD',
    euro: 'EUR',
    pfund: 'GBP',
    'britische pfund': 'GBP',
    'pfund sterling': 'GBP',
    yen: 'JPY',
    won: 'KRW',
    yuan: 'CNY',
    renminbi: 'CNY',
    rupien: 'INR',
    franken: 'CHF',
    'schweizer franken': 'CHF',
    reais: 'BRL',
    dirham: 'AED',
    schekel: 'ILS',
    'schwedische kronen': 'SEK',
    'dänische kronen': 'DKK',
    'norwegische kronen': 'NOK',
  },
  links: ['an', 'in'],
  qualifiers: {
    over: ['über', 'mehr als', 'mindestens', 'gut', 'wenigstens', 'oberhalb von', 'mehr denn'],
    'up-to': ['bis zu', 'bis', 'maximal', 'höchstens', 'nicht mehr als', 'nicht mehr wie'],
    about: [
      'rund',
      'etwa',
      'knapp',
      'fast',
      'ungefähr',
      'circa',
      'ca',
      'annähernd',
      'nahezu',
      'beinahe',
      'schätzungsweise',
      'geschätzt',
      'geschätzte',
      'geschätzten',
    ],
    under: ['weniger als', 'unter', 'unterhalb von'],
  },
  further: [
    'weitere',
    'noch einmal',
    'eine zweite',
    'weiteren',
    'weiterer',
    'zusätzliche',
    'zusätzlichen',
    'zusätzlich',
    'nochmals',
  ],
  orMore: ['oder mehr', 'plus'],
  per: {
    'pro aktie': 'share',
    'je aktie': 'share',
    'pro monat': 'month',
    'im monat': 'month',
    monatlich: 'month',
    'pro jahr': 'year',
    'im jahr': 'year',
    jährlich: 'year',
    'pro quartal': 'quarter',
    'pro woche': 'week',
    'pro tag': 'day',
    'pro stunde': 'hour',
    'pro nutzer': 'user',
    'pro gigawatt': 'gigawatt',
    'pro mitarbeiter': 'employee',
  },
  between: ['zwischen'],
  from: ['von'],
  and: ['und', 'oder', 'beziehungsweise', 'bzw'],
  to: ['bis'],
  converted: ['umgerechnet', 'entspricht', 'rund', 'etwa', 'knapp', 'also'],
  afterBare:
    `während wenn sobald bereit ohne in im ins an am auf für von vom bis zu zum zur und oder mit bei durch nach seit über unter aus mehr als weniger sollen soll
    könnten könnte werden wird wurden wurde sind ist waren war fließen flossen kommen kamen folgen folgten gehen gingen stammen
    hinzu dazu davon später bereits will wollen hat haben hatte hatten zusätzlich zusammen insgesamt investiert zugesagt beteiligt`
      .split(/\s+/)
      .filter(Boolean),
  paying:
    'investiert investieren investierte zahlt zahlte zahlen gezahlt steckt steckte eingesammelt bezahlt bezahlte bezahlen kostet kostete überwiesen ausgegeben'.split(
      ' ',
    ),
};
