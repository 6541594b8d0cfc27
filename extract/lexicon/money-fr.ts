import type { MoneyLexicon } from './money.ts';

const UNITS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf';
const TENS = 'vingt trente quarante cinquante soixante';

const numbers: Record<string, number> = {
  une: 1,
  'un autre': 1,
  'une centaine de': 100,
  'centaine de': 100,
  'une dizaine de': 10,
  'une vingtaine de': 20,
  'une trentaine de': 30,
  'une cinquantaine de': 50,
  demi: 0.5,
  'trois quarts de': 0.75,
  'un quart de': 0.25,
  'un demi': 0.5,
  'quatre vingt': 80,
  'quatre vingts': 80,
  cent: 100,
  cents: 100,
};
UNITS.split(' ').forEach((word, i) => {
  numbers[word.replace('-', ' ')] = i + 1;
});
TENS.split(' ').forEach((word, i) => {
  numbers[word] = 10 * i + 20;
});

export const french: MoneyLexicon = {
  scales: {
    mille: 1e3,
    milliers: 1e3,
    million: 1e6,
    millions: 1e6,
    mio: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    md: 1e9,
    mds: 1e9,
    mrd: 1e9,
    mrds: 1e9,
    bn: 1e9,
    'mille milliards': 1e12,
  },
  shortScales: { k: 1e3, m: 1e6, b: 1e9, mn: 1e6 },
  numbers,
  halfMore: ['et demi'],
  inNumber: ['et'],
  currencies: {
    'livres turques': 'TRY',
    dollar: 'USD',
    dollars: 'USD',
    'dollars us': 'USD',
    'dollars américains': 'USD',
    'dollars des états unis': 'USD',
    'dollars canadiens': 'CAD',
    'dollars australiens': 'AUD',
    'dollars de hong kong': 'HKD',
    'dollars singapouriens': 'SGD',
    euro: 'EUR',
    euros: 'EUR',
    livre: 'GBP',
    livres: 'GBP',
    'livres sterling': 'GBP',
    yen: 'JPY',
    yens: 'JPY',
    won: 'KRW',
    wons: 'KRW',
    yuan: 'CNY',
    yuans: 'CNY',
    roupies: 'INR',
    'francs suisses': 'CHF',
    reais: 'BRL',
    dirhams: 'AED',
    shekels: 'ILS',
    'couronnes suédoises': 'SEK',
    'couronnes danoises': 'DKK',
    'couronnes norvégiennes': 'NOK',
  },
  links: ['de', 'd', 'en'],
  qualifiers: {
    over: [
      'plus de',
      'plus d',
      'au moins',
      'au dela de',
      'au delà de',
      'supérieur à',
      'supérieure à',
      'dépassant',
      'pas moins de',
      'pas moins d',
    ],
    'up-to': ['jusqu à', 'jusque', 'au maximum', 'au plus', 'un maximum de', 'plafonné à', 'plafonnée à', 'maximum de'],
    about: [
      'environ',
      'près de',
      'près d',
      'quelque',
      'autour de',
      'presque',
      'aux alentours de',
      'approximativement',
      'de l ordre de',
      'à peu près',
      'une enveloppe estimée à',
    ],
    under: ['moins de', 'moins d', 'sous', 'inférieur à', 'inférieure à'],
  },
  further: [
    'encore',
    'un autre',
    'un deuxième',
    'un second',
    'une deuxième tranche de',
    'une seconde tranche de',
    'supplémentaires',
    'autres',
    'de nouveau',
  ],
  orMore: ['ou plus', 'voire plus', 'et plus'],
  per: {
    'par action': 'share',
    'l action': 'share',
    'par titre': 'share',
    'par mois': 'month',
    mensuels: 'month',
    'par an': 'year',
    'l an': 'year',
    'par année': 'year',
    'chaque année': 'year',
    annuels: 'year',
    'par trimestre': 'quarter',
    'par semaine': 'week',
    'par jour': 'day',
    'par heure': 'hour',
    'l heure': 'hour',
    'par utilisateur': 'user',
    'par salarié': 'employee',
    'par gigawatt': 'gigawatt',
  },
  between: ['entre'],
  from: ['de', 'depuis'],
  and: ['et', 'ou'],
  to: ['à'],
  converted: ['soit', 'ou', 'équivalent', 'environ'],
  afterBare:
    `durant entre comme si quand fin début en à au aux dans pour par et ou sur avec dès depuis sous chez selon contre lors d'ici puis mais qui que dont où après avant pendant
    supplémentaires supplémentaire supplément additionnels plus déjà pourrait pourraient sera seront serait seraient est sont était étaient
    a ont avait avaient aurait auraient doit doivent devait devaient viendra viendront vient viennent ira iront provient proviennent
    restants investis injectés promis annoncés versés levés apportés engagés prévus lui leur se s l`
      .split(/\s+/)
      .filter(Boolean),
  paying:
    'levé lever lève investi investir investit investira versé verser verse payé payer paie dépensé dépenser débourser déboursé débourse injecté injecter injecte coûté coûter mis apporté apporter engagé reçu'.split(
      ' ',
    ),
};
