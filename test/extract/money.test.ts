import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAllMoney, findMoney } from '../../extract/money/money.ts';
import { moneyTokens } from '../../extract/text/text-tokens.ts';
import { NEVER_FROZEN, PUMPS, timeFor } from './pumps.ts';

type Expected = [quote: string, value: number, currency: string];

const read = (text: string, language: string): Expected[] =>
  findMoney(text, language).map((m) => [m.quote, m.value, m.currency ?? '']);

const single: [language: string, text: string, value: number, currency: string][] = [
  ['it', 'Quattordici miliardi e trecento milioni di dollari', 14.3e9, 'USD'],
  ['it', 'millecento milioni di dollari', 1.1e9, 'USD'],
  ['it', 'duecentocinquanta milioni di euro', 2.5e8, 'EUR'],
  ['it', 'un milione e duecentomila euro', 1.2e6, 'EUR'],
  ['it', 'euro 11.000.000,00', 1.1e7, 'EUR'],
  ['de', 'vierzehn Komma drei Milliarden Dollar', 14.3e9, 'USD'],
  ['de', 'hundertzwanzig Millionen Dollar', 1.2e8, 'USD'],
  ['de', 'eine Viertelmilliarde Euro', 2.5e8, 'EUR'],
  ['de', '37.350 T€', 3.735e7, 'EUR'],
  ['de', '2.115 TEUR', 2115e3, 'EUR'],
  ['en', 'fourteen point three billion dollars', 14.3e9, 'USD'],
  ['en', '60 MUSD', 6e7, 'USD'],
  ['en', '45 million kr', 4.5e7, 'DKK'],
  ['fr', 'un million huit cent mille euros', 1.8e6, 'EUR'],
  ['fr', 'quatorze milliards trois cents millions de dollars', 14.3e9, 'USD'],
  ['es', 'catorce mil trescientos millones de dólares', 14.3e9, 'USD'],
  ['es', 'mil doscientos millones de dólares', 1.2e9, 'USD'],
  ['es', '1.900 millones de liras', 1.9e9, 'TRY'],
  ['en', '$2.75bn', 2.75e9, 'USD'],
  ['en', 'US$1.25 billion', 1.25e9, 'USD'],
  ['en', '$4B', 4e9, 'USD'],
  ['en', '$4 billion USD', 4e9, 'USD'],
  ['en', 'USD 4bn', 4e9, 'USD'],
  ['en', '€300m', 3e8, 'EUR'],
  ['en', '£1.2tn', 1.2e12, 'GBP'],
  ['en', 'C$40 million', 4e7, 'CAD'],
  ['en', 'HK$5bn', 5e9, 'HKD'],
  ['en', 'CHF 3m', 3e6, 'CHF'],
  ['en', '₩5 trillion', 5e12, 'KRW'],
  ['en', '5 trillion won', 5e12, 'KRW'],
  ['en', '¥200 billion', 2e11, 'JPY'],
  ['en', '₹500 crore', 5e9, 'INR'],
  ['en', 'Rs 4 lakh crore', 4e12, 'INR'],
  ['en', 'Rs. 1,00,000', 1e5, 'INR'],
  ['en', '$1,250 million', 1.25e9, 'USD'],
  ['en', '$4,000,000.50', 4000000.5, 'USD'],
  ['en', 'half a billion dollars', 5e8, 'USD'],
  ['en', 'half-a-billion dollars', 5e8, 'USD'],
  ['en', 'a billion dollars', 1e9, 'USD'],
  ['en', 'fifteen billion dollars', 1.5e10, 'USD'],
  ['en', 'twenty-five million euros', 2.5e7, 'EUR'],
  ['en', 'two hundred and fifty million pounds', 2.5e8, 'GBP'],
  ['en', 'two and a half billion dollars', 2.5e9, 'USD'],
  ['en', 'a billion and a half dollars', 1.5e9, 'USD'],
  ['en', '40-million-dollar', 4e7, 'USD'],
  ['en', '$2.5-billion', 2.5e9, 'USD'],
  ['fr', '2,75 milliards de dollars', 2.75e9, 'USD'],
  ['fr', '1,5 Md€', 1.5e9, 'EUR'],
  ['fr', '400 M$', 4e8, 'USD'],
  ['fr', '4 Mds de dollars', 4e9, 'USD'],
  ['fr', '4 milliards $ US', 4e9, 'USD'],
  ['fr', '2 milliards de dollars canadiens', 2e9, 'CAD'],
  ['fr', 'un milliard d’euros', 1e9, 'EUR'],
  ['fr', 'un milliard et demi de dollars', 1.5e9, 'USD'],
  ['fr', 'un demi-milliard de dollars', 5e8, 'USD'],
  ['fr', 'deux cents millions de dollars', 2e8, 'USD'],
  ['fr', 'quatre-vingt-dix millions d’euros', 9e7, 'EUR'],
  ['fr', '13 000 millions d’euros', 1.3e10, 'EUR'],
  ['fr', '1 250 000 euros', 1250000, 'EUR'],
  ['fr', '500 millions de livres sterling', 5e8, 'GBP'],
  ['de', '4 Mrd. US-Dollar', 4e9, 'USD'],
  ['de', '650 Mio. Euro', 6.5e8, 'EUR'],
  ['de', '2,75 Milliarden Dollar', 2.75e9, 'USD'],
  ['de', 'eine halbe Milliarde Dollar', 5e8, 'USD'],
  ['de', 'anderthalb Milliarden Euro', 1.5e9, 'EUR'],
  ['de', 'fünfundzwanzig Millionen Franken', 2.5e7, 'CHF'],
  ['de', '1 Billion Dollar', 1e12, 'USD'],
  ['es', '13.000 millones de dólares', 1.3e10, 'USD'],
  ['es', 'mil millones de euros', 1e9, 'EUR'],
  ['es', '4.000.000 €', 4e6, 'EUR'],
  ['es', 'un billón de dólares', 1e12, 'USD'],
  ['es', 'quinientos millones de dólares', 5e8, 'USD'],
  ['it', '4 miliardi di dollari', 4e9, 'USD'],
  ['it', '300 mln di euro', 3e8, 'EUR'],
  ['it', 'mezzo miliardo di dollari', 5e8, 'USD'],
  ['it', 'un miliardo e mezzo di euro', 1.5e9, 'EUR'],
];

describe('H19 one sum', () => {
  it.each(single)('%s: %s', (language, text, value, currency) => {
    expect(read(`x ${text}, y`, language)).toEqual([[text, value, currency]]);
  });
});

describe('what is no sum', () => {
  it.each([
    'a model of 70 billion parameters',
    'two billion users',
    '30% of the shares',
    '1.2 gigawatts by 2027',
    'in 2024 and 2025',
    'billions of dollars',
    'tens of billions of dollars',
    'several billion dollars',
    'several hundred million dollars',
    'a few hundred million dollars',
    'GPT-4 and H100',
    '1e309 dollars',
    '$1e309',
    '-$5bn',
    '−5 dollars',
    '$0',
    '$',
    'dollars',
    '($1 = 0.92 euros)',
    '9'.repeat(60),
    `$${'9'.repeat(60)}`,
  ])('%s', (text) => {
    expect(findMoney(text, 'en')).toEqual([]);
  });

  it('reads a number in words whole, or not at all', () => {
    expect(read('dos mil quinientos millones de dólares', 'es')).toEqual([
      ['dos mil quinientos millones de dólares', 2.5e9, 'USD'],
    ]);
    expect(findMoney('dos mil quinientos mil setenta millones de dólares', 'es')).toEqual([]);
  });
});

describe('ranges and lists', () => {
  it.each([
    ['en', '$300-400m', 3e8, 4e8],
    ['en', '$300m–$400m', 3e8, 4e8],
    ['en', 'between $300 million and $400 million', 3e8, 4e8],
    ['en', '$1 billion to $2 billion', 1e9, 2e9],
    ['fr', '300-400 millions de dollars', 3e8, 4e8],
    ['fr', 'entre 300 et 400 millions de dollars', 3e8, 4e8],
    ['de', 'zwischen 1 und 2 Milliarden Dollar', 1e9, 2e9],
    ['es', 'entre 1.000 y 2.000 millones de euros', 1e9, 2e9],
    ['it', 'tra 1 e 2 miliardi di euro', 1e9, 2e9],
  ])('%s: %s', (language, text, low, high) => {
    expect(findMoney(text, language)).toMatchObject([{ low, high, value: (low + high) / 2 }]);
  });

  it('reads a growth as two sums', () => {
    expect(read('raised it from $1bn to $4bn', 'en').map((m) => m[1])).toEqual([1e9, 4e9]);
  });

  it('shares scale and currency along a list', () => {
    expect(read('tranches of $1.25 and $2.75 billion', 'en').map((m) => m[1])).toEqual([1.25e9, 2.75e9]);
    expect(read('1.25 and 2.75 billion dollars', 'en').map((m) => [m[1], m[2]])).toEqual([
      [1.25e9, 'USD'],
      [2.75e9, 'USD'],
    ]);
  });

  it('takes the currency of the nearest sum of the paragraph, or the only one of the text', () => {
    expect(read('Un milliard de dollars, puis 2,75 milliards pourraient suivre.', 'fr').at(-1)).toEqual([
      '2,75 milliards',
      2.75e9,
      'USD',
    ]);
    expect(read('It paid $5m.\n\nAnother 2.75 billion in May.', 'en').at(-1)?.[2]).toBe('USD');
    expect(read('It paid $5m and €3m.\n\nAnother 2.75 billion in May.', 'en')).toHaveLength(2);
    expect(read('It paid $5m (€4m), then 2.75 billion in May.', 'en').at(-1)?.[2]).toBe('USD');
  });
});

describe('crowns by themselves', () => {
  const currency = (text: string) => findMoney(text, 'en').map((m) => m.currency);

  it('are those of the only country of the North that is spoken of', () => {
    expect(currency('The Norwegian firm Fjellnett raised 40 million kroner.')).toEqual(['NOK']);
    expect(currency('The Danish firm raised 40 million kroner, its Norwegian rival 10 million kroner.')).toEqual([
      'DKK',
      'DKK',
    ]);
    expect(currency('Fjellnett raised 40 million kroner.')).toEqual(['DKK']);
    expect(currency('The Norwegian firm raised DKK 40 million.')).toEqual(['DKK']);
    expect(currency('The Norwegian firm raised 40 million Danish kroner.')).toEqual(['DKK']);
  });
});

describe('a sum that leaves out its scale and currency', () => {
  const values = (text: string, language: string) => findMoney(text, language).map((m) => m.value / 1e6);

  it.each([
    ['en', 'Vantor had $100 million with an option to go to 150.', [100, 150]],
    ['en', 'It put in $40 million in May, and up to 60 later.', [40, 60]],
    ['en', 'The group paid $30 million and another 12 upfront.', [30, 12]],
    ['fr', 'Il remet 10 millions de dollars et en promet 30 de plus si les objectifs sont tenus.', [10, 30]],
    ['fr', "Elle a mis jusqu'à 4 milliards d'euros, dont 1,25 versé.", [4000, 1250]],
    ['de', 'Zehn Millionen Euro sofort, weitere 30 unter Bedingungen.', [10, 30]],
    ['es', 'Abona 30 millones de euros y le entregará otros 45 cuando lance su modelo.', [30, 45]],
    ['es', 'Entra con 1.250 millones de dólares y podrá llegar hasta los 4.000.', [1250, 4000]],
    ['it', 'Aggiunge 180 milioni di euro ai 120 del 2024 e porta così a 300 quanto ha messo.', [180, 120, 300]],
    ['es', 'Nubia (500 millones de euros), Perla (300), Aldaba (200)', [500, 300, 200]],
    ['it', 'Ha versato 16 milioni di euro. Altri 10 li metterà nel 2027.', [16, 10]],
    ['es', 'Pagó 38 millones de euros. Otros 20 se pagarán a fin de año.', [38, 20]],
    ['en', 'It paid $38 million. Another 20 would be paid if it sold.', [38, 20]],
    ['es', 'Prometió 2.000 millones de dólares: 500 de forma inmediata y 1.500 con el tiempo.', [2000, 500, 1500]],
  ])('%s: %s', (language, text, expected) => {
    expect(values(text, language)).toEqual(expected);
  });

  it.each([
    ['en', 'It paid $10 million and hired 30 more engineers for up to 5 years.', [10]],
    ['en', 'It paid $10 million for 12% and another 3 seats.', [10]],
    ['fr', 'Elle a versé 10 millions de dollars, et 30 ingénieurs de plus sont partis.', [10]],
    ['de', 'Sie zahlte 10 Millionen Euro für weitere 30 Prozent.', [10]],
    ['es', 'Pagó 10 millones de euros y otros 45 empleados se fueron.', [10]],
    ['it', 'Versa 10 milioni di euro ai 120 dipendenti.', [10]],
    ['en', 'It paid $10 million. Another 30 left.', [10]],
    ['it', 'Versa 10 milioni di euro. Altri 30 dipendenti restano.', [10]],
    ['es', 'Pagó 10 millones de euros. Otros 20 se marcharon.', [10]],
    ['en', 'It paid $10 million. Another 30 in the team are due to leave.', [10]],
    ['en', 'Anna Bauer (39) paid $10 million, Karl Maier (41) nothing.', [10]],
  ])('is none where something is counted: %s: %s', (language, text, expected) => {
    expect(values(text, language)).toEqual(expected);
  });
});

describe('one scale for two figures', () => {
  it.each([
    ['en', 'They put in 12 and 19 million dollars, respectively.', [12, 19]],
    ['fr', 'Elles ont souscrit pour 20 et 35 millions de dollars.', [20, 35]],
    ['de', 'Sie zahlen 12 beziehungsweise 19 Millionen Dollar.', [12, 19]],
    ['es', 'Ponen 500 y 300 millones de yuanes, respectivamente.', [500, 300]],
    ['it', 'Hanno staccato assegni di 8 e 13 milioni di dollari.', [8, 13]],
    ['en', 'The makers of Llama 3 and 19 million dollars', [19]],
    ['en', 'In 2023 and 19 million dollars later', [19]],
  ])('%s: %s', (language, text, expected) => {
    expect(findMoney(text, language).map((m) => m.value / 1e6)).toEqual(expected);
  });
});

describe('a table in units of its own', () => {
  const rows = (text: string, language: string) => findMoney(text, language).map((m) => [m.value / 1e6, m.currency]);

  it('takes scale and currency from the line above it', () => {
    const table =
      'Holdings ($ millions unless stated)\nFirm / Holder / Stake (%) / Paid in\nOrla / Vantor / 14 / 8,000\nPerla / Vantor / 3 / 25+';
    expect(rows(table, 'en')).toEqual([
      [8000, 'USD'],
      [25, 'USD'],
    ]);
    expect(rows('Importes en millones\n14/01/2025  Vantor  Orla  compra  175 EUR  cerrada', 'es')).toEqual([
      [175, 'EUR'],
    ]);
    expect(rows('Beträge in Mio. Euro\nVantor  |  Orla  |  40', 'de')).toEqual([[40, 'EUR']]);
  });

  it('leaves figures alone that no line tells the units of, and figures of prose', () => {
    expect(rows('Firm / Holder / Paid in\nOrla / Vantor / 8,000', 'en')).toEqual([]);
    expect(rows('The sums are in millions of dollars.\nIn 2024 there were 30 firms.', 'en')).toEqual([]);
    expect(rows('All in millions of dollars\nOrla / Vantor / 2024', 'en')).toEqual([]);
  });
});

describe('what stands beside a sum', () => {
  it.each([
    ['up to $4 billion', 'up-to'],
    ['as much as $4 billion', 'up-to'],
    ['more than $13bn', 'over'],
    ['$13B+', 'over'],
    ['$10 billion or more', 'over'],
    ['nearly $4bn', 'about'],
    ['less than $4bn', 'under'],
    ['$4bn', null],
  ])('%s', (text, qualifier) => {
    expect(findMoney(text, 'en')[0]?.qualifier).toBe(qualifier);
  });

  it('takes "handed over" and "took over" for verbs, not for "more than"', () => {
    expect(findMoney('Microsoft handed over $620 million for it.', 'en')[0]?.qualifier).toBeNull();
    expect(findMoney('Microsoft paid well over $620 million for it.', 'en')[0]?.qualifier).toBe('over');
  });

  it.each([
    ['fr', 'jusqu’à 4 milliards de dollars', 'up-to'],
    ['fr', 'près de 4 milliards de dollars', 'about'],
    ['de', 'bis zu vier Milliarden Dollar', 'up-to'],
    ['es', 'más de 4.000 millones de dólares', 'over'],
    ['it', 'fino a 4 miliardi di dollari', 'up-to'],
  ])('%s: %s', (language, text, qualifier) => {
    expect(findMoney(text, language)[0]?.qualifier).toBe(qualifier);
  });

  it.each([
    ['en', 'Amazon will invest a further $4 billion', true],
    ['en', 'Amazon put in another up to $4 billion', true],
    ['de', 'investiert weitere vier Milliarden Dollar', true],
    ['es', 'invertirá otros 4.000 millones de dólares', true],
    ['fr', 'investit encore 4 milliards de dollars', true],
    ['it', 'investe altri 4 miliardi di dollari', true],
    ['en', 'Amazon will invest $4 billion in another firm', false],
    ['en', 'Another firm put in $4 billion', false],
  ])('%s: %s, on top: %s', (language, text, further) => {
    expect(findMoney(text, language)[0]?.further).toBe(further);
  });

  it('knows a conversion', () => {
    const links = (text: string, language: string) => findMoney(text, language).map((m) => m.conversionOf);
    expect(links('$4bn (€3.7bn) now', 'en')).toEqual([null, 0]);
    expect(links('$650 million, or about €600 million', 'en')).toEqual([null, 0]);
    expect(links('4 milliards de dollars, soit 3,7 milliards d’euros', 'fr')).toEqual([null, 0]);
    expect(links('$15bn ($10bn and $5bn)', 'en')).toEqual([null, null, null]);
    expect(links('$4bn (€3.7bn, £3.2bn)', 'en')).toEqual([null, 0, 0]);
  });

  it('knows a price for something', () => {
    const per = (text: string, language = 'en') => findMoney(text, language)[0]?.per;
    expect(per('$20 a month')).toBe('month');
    expect(per('$35 per share')).toBe('share');
    expect(per('a $1.5bn-a-year contract')).toBe('year');
    expect(per('$5/token')).toBe('token');
    expect(per('40 euros par action', 'fr')).toBe('share');
    expect(per('$4bn in May')).toBeNull();
  });

  it('takes ¥ for yuan where the text speaks of yuan', () => {
    expect(read('¥5bn, that is 5 billion yuan', 'en').map((m) => m[2])).toEqual(['CNY', 'CNY']);
  });
});

describe('any input', () => {
  it('gives quotes that stand where they say, in order, with a positive value', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '$',
        '€',
        'US$',
        'bn',
        'billion',
        'million',
        'milliards de dollars',
        '1',
        '2.75',
        '1,250',
        ' ',
        '-',
        '(',
        ')',
        'to',
        'and',
        'between',
        'a',
        'half',
        'per',
        'or',
        ',',
        '.',
        '+',
        '\n\n',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }),
        fc.constantFrom('en', 'fr', 'de', 'es', 'it', 'xx'),
        (parts, language) => {
          const text = parts.join(' ');
          let last = 0;
          findMoney(text, language).forEach((m, i) => {
            expect(text.slice(m.start, m.end)).toBe(m.quote);
            expect(m.start).toBeGreaterThanOrEqual(last);
            expect(m.value).toBeGreaterThan(0);
            expect(m.value).toBeLessThanOrEqual(1e15);
            expect(m.conversionOf ?? -1).toBeLessThan(i);
            last = m.end;
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(PUMPS)('does not freeze over 100 KB of %j', (pump) => {
    expect(timeFor(pump, (text) => findMoney(text, 'en'))).toBeLessThan(NEVER_FROZEN);
  });
});

describe('figures that may be sums', () => {
  const implied = (text: string, language: string) =>
    findAllMoney(text, language, moneyTokens(text)).implied.map((m) => [m.quote, m.value, m.currency, m.leavesOut]);
  it.each([
    ['en', 'Deci went for $300 million, Run:ai for 700.', ['700', 7e8, 'USD', 'scale']],
    ['es', 'La FTC cifra 13.750 millones de dólares de Microsoft, 8.000 de Amazon.', ['8.000', 8e9, 'USD', 'scale']],
    ['fr', 'Nvidia, Run:ai, 700 millions de dollars ; Deci, 300.', ['300', 3e8, 'USD', 'scale']],
    ['it', 'La quota passa da quattro miliardi di dollari a otto.', ['otto', 8e9, 'USD', 'scale']],
    ['de', 'Oracle hatte 30 Millionen Euro geboten, später 24.', ['24', 2.4e7, 'EUR', 'scale']],
    [
      'de',
      'Mit Oracle wurden 300 Milliarden vereinbart, in Dollar gerechnet.',
      ['300 Milliarden', 3e11, 'USD', 'currency'],
    ],
  ] as const)('are given apart, with what they leave out (%s: %s)', (language, text, expected) => {
    expect(implied(text, language)).toContainEqual(expected);
  });
  it.each([
    ['en', 'Amazon paid $30 million for 20% of the firm in 2023, and 12 engineers moved on 9 May.'],
    ['de', 'Der Preis betrug 30 Millionen Euro. Das Urteil soll am 9. April fallen, sagen 12 Anwälte.'],
    ['fr', 'Le prix : 30 millions de dollars pour 20 % du capital, le 8 décembre 2023.'],
    ['en', '$30 million was paid.\n\nThe number to know is 12.'],
    ['fr', 'Adobe a pris Pastelliste pour 17 millions.'],
    ['en', 'The app has 400 million users and 12 offices.'],
    [
      'de',
      'Der Kauf kostete 30 Millionen Euro; die Firma hat 40 Millionen aktive Nutzer und 12 Kunden, 9 davon in Bayern.',
    ],
    ['es', 'Costó 90 millones de dólares. La usan 40 millones de personas.'],
  ])('are no shares, days, years, counts, nor figures of another paragraph (%s: %s)', (language, text) => {
    expect(implied(text, language)).toEqual([]);
  });
  it('are never among the sums that are told', () => {
    expect(read('Adobe a pris Pastelliste pour 17 millions.', 'fr')).toEqual([]);
  });
});

describe('a column of a table', () => {
  it('has the units that its heading names', () => {
    const rows = 'Nº | Inversor | % | Importe (k€)\n1 | Cisco | 6,0 | 1.800\n2 | Intel | 9,9 | 2.970 (devuelta)';
    expect(read(rows, 'es')).toEqual([
      ['1.800', 1.8e6, 'EUR'],
      ['2.970', 2.97e6, 'EUR'],
    ]);
  });
  it('makes no sums of other columns, nor of prose with a bracket', () => {
    expect(read('Buyer | Staff | Price ($ million)\nNvidia | 120 | n.a.', 'en')).toEqual([]);
    expect(read('They counted (in dollars) and found 12.\nThen 13 | 14 | 15 came.', 'en')).toEqual([]);
  });
});

describe('two sums that no words bound', () => {
  it('are no range: a part of a round and the round', () => {
    expect(read('GV put $12 million to the $60 million round.', 'en').map(([, value]) => value)).toEqual([1.2e7, 6e7]);
    expect(read('tra i 2 e i 3 miliardi di euro', 'it').map(([, value]) => value)).toEqual([2.5e9]);
  });
  it('counts what follows a count: 9 of 12 customers are no 9 million', () => {
    const text = 'SAP zahlte 30 Millionen Euro; die Firma hat 40 Mitarbeiter und 12 Kunden, 9 davon in Bayern.';
    expect(read(text, 'de').map(([, value]) => value)).toEqual([3e7]);
  });
});
