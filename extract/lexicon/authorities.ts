/** A competition authority: its short name on the board and the words that mean it, lower case. */
export interface AuthorityWords {
  /** Short name; null for a body that does not watch competition, so that "the agency" after it is not mistaken. */
  code: string | null;
  /** Country key for "the British watchdog"; null when the country has several such bodies, or none. */
  country: string | null;
  /** Names that mean it wherever they stand. */
  names: string[];
  /** People who lead or led it: the house is meant. */
  heads?: string[];
  /** Names that mean it only with a capital letter: "Commission", "Brussels". */
  capital?: string[];
  /** Seats that stand for it only right before what it does: "London cleared". */
  seats?: string[];
  /** Kind words that may refer back to it: "the commission", "the department". */
  kinds?: string[];
}

export const AUTHORITIES: readonly AuthorityWords[] = [
  {
    code: 'CMA',
    country: 'uk',
    names: [
      'cma',
      'competition and markets authority',
      'competition & markets authority',
      'autorité de la concurrence et des marchés',
      'autoridad de competencia y mercados',
      'autoridad de la competencia y los mercados',
    ],
    heads: ['sarah cardell', 'joel bamford', 'marcus bokkerink', 'doug gurr'],
    seats: [
      'london',
      'londres',
      'londra',
      'britain',
      'uk',
      'united kingdom',
      'royaume uni',
      'grande bretagne',
      'großbritannien',
      'reino unido',
      'regno unito',
    ],
  },
  {
    code: 'FTC',
    country: null,
    names: [
      'ftc',
      'federal trade commission',
      'us trade commission',
      'comisión federal de comercio',
      'commission fédérale du commerce',
      'us handelskommission',
      'us kartellwächterin',
    ],
    heads: ['lina khan', 'andrew ferguson', 'khan s agency'],
    kinds: ['commission', 'comisión', 'commissione', 'kommission'],
  },
  {
    code: 'DOJ',
    country: null,
    names: [
      'doj',
      'department of justice',
      'justice department',
      'ministère américain de la justice',
      'département de la justice',
      'ministère de la justice',
      'us justizministerium',
      'us justizbehörde',
      'us justiz',
      'amerikanische justiz',
      'justizbehörde',
      'justizministerium',
      'departamento de justicia',
      'dipartimento di giustizia',
      'dipartimento della giustizia',
      'justice américaine',
      'division antitrust',
    ],
    heads: ['jonathan kanter', 'gail slater'],
    kinds: ['department', 'département', 'ministère', 'ministerium', 'departamento', 'dipartimento'],
  },
  {
    code: 'EC',
    country: 'eu',
    names: [
      'european commission',
      'eu commission',
      'commission européenne',
      'europäische kommission',
      'europäischen kommission',
      'eu kommission',
      'comisión europea',
      'commissione europea',
      'commissione ue',
      'ec s directorate general',
      'dg comp',
      'brüsseler behörde',
      'exécutif européen',
      'ejecutivo comunitario',
      'esecutivo ue',
      'esecutivo comunitario',
    ],
    heads: ['margrethe vestager', 'vestager', 'teresa ribera'],
    seats: ['eu', 'european union', 'ue', 'union européenne', 'europe', 'unión europea', 'unione europea'],
    capital: ['brussels', 'bruxelles', 'brüssel', 'bruselas'],
    kinds: ['commission', 'comisión', 'commissione', 'kommission', 'brüsseler'],
  },
  {
    code: 'BKartA',
    country: 'de',
    names: [
      'bundeskartellamt',
      'bundeskartellamts',
      'federal cartel office',
      'german cartel office',
      'cartel office',
      'kartellamt',
      'kartellamts',
      'office fédéral des cartels',
      'office allemand des cartels',
      'office allemand de lutte contre les cartels',
      'office fédéral de lutte contre les cartels',
      'office anticartel',
      'office anti cartel',
      'oficina federal de cárteles',
      'ufficio federale dei cartelli',
      'bonner behörde',
      'bonner wettbewerbshüter',
      'bonner kartellwächter',
      'bkarta',
      'fco',
    ],
    heads: ['andreas mundt'],
    seats: ['bonn'],
    kinds: ['office', 'amt', 'house'],
  },
  {
    code: 'AdlC',
    country: 'fr',
    names: [
      'autorité de la concurrence',
      'autorité française de la concurrence',
      'authority of competition',
      'french competition authority',
      'adlc',
      'französische wettbewerbsbehörde',
      'autoridad francesa de la competencia',
    ],
    heads: ['benoît cœuré', 'benoît coeuré'],
    kinds: ['institution'],
  },
  {
    code: 'AGCM',
    country: 'it',
    names: [
      'agcm',
      'autorità garante della concorrenza e del mercato',
      'autorità garante della concorrenza',
      'garante della concorrenza',
      'antitrust italiana',
      'agcom antitrust',
      'italian competition authority',
    ],
    seats: ['italy', 'italie', 'italien', 'italia', 'rome', 'roma'],
  },
  {
    code: 'CADE',
    country: 'br',
    names: [
      'cade',
      'administrative council for economic defense',
      'administrative council for economic defence',
      'consejo administrativo de defensa económica',
      'conselho administrativo de defesa econômica',
      'conseil administratif de défense économique',
    ],
    seats: ['brasília', 'brasilia', 'brazil', 'brésil', 'brasil', 'brasilien'],
    kinds: ['tribunal', 'superintendence', 'superintendencia', 'organismo'],
  },
  {
    code: 'KFTC',
    country: 'kr',
    names: [
      'kftc',
      'korea fair trade commission',
      'fair trade commission of korea',
      'korean fair trade commission',
      'south korea s fair trade commission',
      'korea s fair trade commission',
      'comisión de comercio justo',
      'commission coréenne du commerce équitable',
      'koreanische wettbewerbskommission',
    ],
    capital: ['fair trade commission'],
    kinds: ['commission', 'comisión', 'commissione', 'kommission'],
  },
  {
    code: 'JFTC',
    country: 'jp',
    names: [
      'jftc',
      'japan fair trade commission',
      'japan s fair trade commission',
      'commission japonaise de la concurrence',
      'japanische wettbewerbsbehörde',
    ],
    kinds: ['commission'],
  },
  {
    code: 'SAMR',
    country: 'cn',
    names: [
      'samr',
      'state administration for market regulation',
      'administration d état pour la régulation du marché',
      'staatliche verwaltung für marktregulierung',
      'administración estatal de regulación del mercado',
    ],
    kinds: ['administration'],
  },
  { code: 'CCI', country: 'in', names: ['cci', 'competition commission of india'], kinds: ['commission'] },
  {
    code: 'ACCC',
    country: 'au',
    names: ['accc', 'australian competition and consumer commission'],
    kinds: ['commission'],
  },
  {
    code: 'Competition Bureau',
    country: 'ca',
    names: ['canada s competition bureau', 'canadian competition bureau', 'bureau de la concurrence'],
    capital: ['competition bureau'],
    kinds: ['bureau'],
  },
  {
    code: 'BWB',
    country: 'at',
    names: [
      'bwb',
      'bundeswettbewerbsbehörde',
      'austrian federal competition authority',
      'federal competition authority',
    ],
  },
  {
    code: 'CNMC',
    country: 'es',
    names: ['cnmc', 'comisión nacional de los mercados y la competencia'],
    kinds: ['comisión', 'commission'],
  },
  {
    code: 'ACM',
    country: 'nl',
    names: ['autoriteit consument & markt', 'authority for consumers and markets', 'dutch acm'],
  },
  {
    code: 'DCCA',
    country: 'dk',
    names: [
      'danish competition and consumer authority',
      'konkurrence og forbrugerstyrelsen',
      'danish competition authority',
    ],
  },
  {
    code: 'COMCO',
    country: 'ch',
    names: ['weko', 'comco', 'swiss competition commission', 'wettbewerbskommission'],
    kinds: ['commission', 'kommission'],
  },
  {
    code: 'TCA',
    country: 'tr',
    names: [
      'turkish competition authority',
      'turkey s competition authority',
      'rekabet kurumu',
      'turkish competition board',
    ],
  },
  { code: 'AdC', country: 'pt', names: ['autoridade da concorrência', 'portuguese competition authority'] },
  { code: 'ICA', country: 'il', names: ['israel competition authority', 'israeli competition authority'] },
  {
    code: 'CompCom',
    country: 'za',
    names: ['competition commission of south africa', 'south africa s competition commission'],
    kinds: ['commission'],
  },
  {
    code: null,
    country: null,
    names: [
      'cfius',
      'committee on foreign investment',
      'ndrc',
      'national development and reform commission',
      'mofcom',
      'ministry of commerce',
      'commerce department',
      'department of commerce',
      'ico',
      'information commissioner',
      'cnil',
      'sec',
      'securities and exchange commission',
      'ofcom',
      'dpc',
      'data protection commission',
      'garante per la protezione dei dati',
      'garante privacy',
      'garante della privacy',
      'department of defense',
      'defense department',
      'pentagon',
      'investment security unit',
      'bureau of industry and security',
      'eu commissioner for',
      'consob',
      'amf',
      'bafin',
      'bundeswirtschaftsministerium',
      'wirtschaftsministerium',
      'agcom',
      'commission nationale de l informatique et des libertés',
      'senate',
      'sénat',
      'senat',
      'congress',
      'house of representatives',
      'parliament',
    ],
  },
  {
    code: null,
    country: null,
    names: [
      'senate',
      'sénat',
      'senat',
      'senators',
      'congress',
      'house of representatives',
      'parliament',
      'parlement',
      'general court',
      'court of justice',
      'district court',
      'supreme court',
      'court of appeal',
      'appeals court',
      'federal court',
      'tribunal de l union européenne',
      'cour de justice',
      'gericht der europäischen union',
      'europäischer gerichtshof',
      'tribunal general',
      'tribunale dell unione europea',
      'federal trade court',
    ],
    kinds: [],
  },
];

/** Country keys of the adjectives, names and abbreviations that stand with "watchdog" or "authority". */
export const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    uk: 'uk british britain britain’s kingdom britannique britanniques britisch britische britischen britischer británico británica británicos britannico britannica britannici england royaume reino regno großbritannien',
    us: 'us u.s american america américain américaine américains us-amerikanische us-amerikanischen amerikanische amerikanischen amerikanischer estadounidense americano americana statunitense usa états etats washington',
    eu: 'eu european europe européen européenne européens européennes europäische europäischen europäischer europeo europea europei brussels bruxelles brüsseler bruselas ue union',
    de: 'german germany allemand allemande deutsche deutschen deutscher alemán alemana tedesco tedesca bonn bonner allemagne alemania germania',
    fr: 'french france français française französische französischen francés francesa francese paris',
    it: 'italian italy italien italienne italienische italienischen italiano italiana italia rome',
    br: 'brazil brazilian brazil’s brésil brésilien brésilienne brasilianische brasilianischen brasilien brasileño brasileña brasil brasiliano brasiliana',
    kr: 'korea korean south-korean korea’s corée coréen coréenne sud-coréen koreanische koreanischen südkoreanische corea surcoreano surcoreana coreano coreana',
    jp: 'japan japanese japan’s japon japonais japonaise japanische japón japonés japonesa giapponese',
    cn: 'china chinese china’s beijing chine chinois chinoise chinesische chino china cinese',
    in: 'india indian india’s inde indien indienne indische',
    ca: 'canada canadian canada’s canadien canadienne kanadische canadiense',
    au: 'australia australian australia’s',
    at: 'austria austrian autrichienne österreichische',
    es: 'spain spanish espagnol espagnole spanische español española',
    nl: 'dutch netherlands',
    dk: 'denmark danish danish’s',
    ch: 'swiss switzerland suisse schweizer',
    tr: 'turkey turkish turkey’s',
    il: 'israel israeli',
  }).flatMap(([country, words]) => words.split(' ').map((word) => [word.replace('’s', ''), country] as const)),
);

/** Nouns that mean some authority; resolved by country or by what was last spoken of. Singular only: "regulators" names none. */
export const GENERIC_NOUNS: ReadonlySet<string> = new Set(
  `watchdog regulator authority agency enforcer officials guardian guardians trustbusters policeman commissioner
   gendarme régulateur autorité agence
   behörde kartellbehörde wettbewerbsbehörde wettbewerbshüter kartellwächter kartellhüter aufsicht wettbewerbsaufsicht kartellaufsicht aufsichtsbehörde amt
   regulador autoridad antimonopolio agencia organismo supervisor
   autorità garante regolatore agenzia vigilante antitrust`
    .split(/\s+/)
    .filter(Boolean),
);

/** The same in the plural: one authority only where its country stands right before, "EU antitrust regulators". */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(
  `regulators watchdogs authorities enforcers agencies trustbusters régulateurs autorités gendarmes behörden kartellbehörden
   wettbewerbsbehörden reguladores autoridades regolatori`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words beside a generic noun which say that another kind of body is meant. */
export const OTHER_BODIES: ReadonlySet<string> = new Set(
  `privacy data financial securities energy telecom telecoms communications media aviation drug health safety espionage news press ratings space advertising
   données financier énergie santé datenschutz finanz energie privacidad datos dati finanziaria`
    .split(/\s+/)
    .filter(Boolean),
);
