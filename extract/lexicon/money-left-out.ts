/** Words by which one language leaves the scale and currency of a sum out: "and promises 30 more". */
export interface LeftOutWords {
  /** Right before the figure: "another", "up to". */
  before: readonly string[];
  /** Right behind it: "more". */
  behind: readonly string[];
  /** Verbs of growing, and the words that lead from them to the sum that is reached. */
  reach: RegExp;
  to: readonly string[];
  /** Articles before a figure, and what leads from it to the month or year that it was paid in. */
  articles: readonly string[];
  of: readonly string[];
  /** Words that may follow, beside those that follow any bare sum: none names what is counted. */
  follow: readonly string[];
}

const words = (text: string) => text.split(' ');

const lexicons: Record<string, LeftOutWords> = {
  en: {
    before: ['another', 'a further', 'an additional', 'an extra', 'up to', 'as much as', 'of which'],
    behind: [
      'more',
      'upfront',
      'up front',
      'at once',
      'later on',
      'at closing',
      'extra',
      'is due',
      'are due',
      'will be paid',
      'would be paid',
      'to be paid',
      'is payable',
      'was paid',
    ],
    reach:
      /^(?:brings?|bringing|takes?|taking|rais(?:es?|ing)|lift(?:s|ing)?|push(?:es|ing)?|go(?:es|ing)?|grow(?:s|ing)?|climb(?:s|ing)?|rise[sn]?|rising)$/,
    to: ['to'],
    articles: ['the'],
    of: ['of', 'from', 'in'],
    follow: words('as should once the a an it its at on when if in by'),
  },
  fr: {
    before: ['autres', 'les autres', 'encore', "jusqu'à", 'jusqu’à', 'dont'],
    behind: [
      'de plus',
      'en plus',
      'supplémentaires',
      'autres',
      'en réserve',
      'plus tard',
      'tout de suite',
      'versés',
      'versé',
      'seront versés',
      'seront payés',
      'restent à verser',
      'sont dus',
      'sous conditions',
    ],
    reach: /^(?:port(?:e|ant|er|é|ait|era)|amen(?:ant|er)|amène|pass(?:e|ant|er)|mont(?:e|ant|er)|grimp(?:e|er))$/,
    to: ['à'],
    articles: ['les', 'aux', 'des'],
    of: ['de', "d'", 'en'],
    follow: words('si quand lorsque le la les à ce cette fin dans en au'),
  },
  de: {
    before: [
      'weitere',
      'weiteren',
      'weiterer',
      'nochmals',
      'noch einmal',
      'zusätzliche',
      'zusätzlich',
      'bis zu',
      'davon',
    ],
    behind: [
      'weitere',
      'mehr',
      'sofort',
      'später',
      'davon',
      'obendrauf',
      'sind fällig',
      'werden fällig',
      'sollen fließen',
      'sollten fließen',
      'folgen später',
    ],
    reach:
      /^(?:erhöh(?:t|te|en)|steig(?:t|en|ert|erte|ern)|stieg|aufgestockt|aufstock(?:t|en)|stockt|wächst|wachsen|kommt)$/,
    to: ['auf'],
    articles: ['die', 'den', 'der'],
    of: ['von', 'vom', 'aus', 'im'],
    follow: words('wenn sobald falls sowie der die das den dem am im bei'),
  },
  es: {
    before: ['otros', 'otras', 'hasta', 'hasta los', 'hasta las', 'de los que', 'de los cuales'],
    behind: [
      'más',
      'adicionales',
      'restantes',
      'de ellos',
      'extra',
      'de forma inmediata',
      'de inmediato',
      'de entrada',
      'con el tiempo',
      'dentro de',
      'al cabo de',
      'son debidos',
      'se deben',
      'se pagarán',
      'serán pagados',
    ],
    reach:
      /^(?:elev(?:a|ando|ar|ó|aba|ará)|llev(?:a|ando|ar|ó|ará)|aument(?:a|ando|ar|ó|ará)|sub(?:e|ir|ió|iendo)|lleg(?:a|ar|ó|ará)|pas(?:a|ar|ó)|amplí?(?:a|ando|ar|ó))$/,
    to: ['a', 'hasta', 'a los', 'hasta los'],
    articles: ['los', 'las'],
    of: ['de', 'del', 'en'],
    follow: words('cuando si ya el la los las a e u al en año años un una'),
  },
  it: {
    before: ['altri', 'altre', 'ulteriori', 'fino a', 'di cui'],
    behind: [
      'in più',
      'ulteriori',
      'subito',
      'aggiuntivi',
      'più avanti',
      'sono dovuti',
      'saranno versati',
      'saranno pagati',
      'verranno versati',
      'li metterà',
      'li verserà',
      'li pagherà',
    ],
    reach: /^(?:port(?:a|ando|are|ato|ò|erà)|aument(?:a|ando|are|ò)|sal(?:e|ire|endo|ito)|arriv(?:a|are|ando))$/,
    to: ['a', 'ai'],
    articles: ['i', 'gli', 'ai', 'dai', 'dei'],
    of: ['di', 'del', 'dello', "dell'", 'da'],
    follow: words('se quando quanto il la i gli le al a entro nel alla'),
  },
};

/** The words of a language; of English for a language that has none here. */
export function leftOutWords(language: string): LeftOutWords {
  return lexicons[language] ?? (lexicons.en as LeftOutWords);
}
