/** How one language says that a sum comes on top of an earlier one, beside the words right before it. */
export interface FurtherWords {
  /** Right behind the sum: "2 billion more". */
  behind: readonly string[];
  /** Words that open a comparison, behind which "more" adds nothing: "2 billion more than". */
  than: RegExp;
  /** Verbs of growing, and the word that leads from them to what is added: "enlarges its contract by". */
  grows: RegExp;
  by: RegExp;
  /** Verbs of adding, right before the sum. */
  adds: RegExp;
}

const lexicons: Record<string, FurtherWords> = {
  en: {
    behind: ['more', 'on top', 'extra', 'in addition', 'of fresh money', 'of new money'],
    than: /^than$/,
    grows:
      /^(?:enlarg\w+|expand\w*|increas\w+|rais(?:es|ed|ing|e)|extend\w*|gr[eo]w\w*|widen\w*|boost\w*|lift\w*|topp\w+|upp(?:ed|ing)|swell\w*)$/,
    by: /^by$/,
    adds: /^(?:add(?:s|ed|ing)?)$/,
  },
  fr: {
    behind: ['supplémentaire', 'supplémentaires', 'de plus', 'en plus', 'additionnel', 'additionnels'],
    than: /^qu[e'’]?$/,
    grows:
      /^(?:augment\p{L}+|élargi\p{L}*|éten[dt]\p{L}*|relèv\p{L}+|relev\p{L}+|accr\p{L}+|agrandi\p{L}*|gonfl\p{L}+|renforc\p{L}+)$/u,
    by: /^d[e'’]?$/,
    adds: /^(?:ajout\p{L}+|rajout\p{L}+)$/u,
  },
  de: {
    behind: ['zusätzlich', 'mehr', 'obendrauf', 'dazu', 'hinzu'],
    than: /^als$/,
    grows:
      /^(?:erweiter\p{L}*|erhöh\p{L}*|\p{L}*stock(?:t|te|en|ten)|vergrößer\p{L}*|aus(?:ge)?weite\p{L}*|weite[tn]\p{L}*|ausgebaut|ausbau\p{L}*|verlänger\p{L}*|wächst|wuchs|gewachsen)$/u,
    by: /^um$/,
    adds: /^(?:nachgelegt|hinzugefügt|draufgelegt)$/,
  },
  es: {
    behind: ['más', 'adicionales', 'adicional', 'extra', 'suplementarios'],
    than: /^(?:que|de)$/,
    grows:
      /^(?:ampl[ií]\p{L}*|aument\p{L}+|increment\p{L}+|elev\p{L}+|ensanch\p{L}+|crec\p{L}+|reforz\p{L}+|refuerz\p{L}+)$/u,
    by: /^en$/,
    adds: /^(?:añad\p{L}+|sum(?:a|ó|ará|an))$/u,
  },
  it: {
    behind: ['in più', 'aggiuntivo', 'aggiuntivi', 'supplementari', 'ulteriori'],
    than: /^(?:di|che|del|rispetto)$/,
    grows:
      /^(?:ampli\p{L}+|aument\p{L}+|increment\p{L}+|allarg\p{L}+|este[ns]\p{L}+|accresc\p{L}+|cresc\p{L}+|rafforz\p{L}+)$/u,
    by: /^(?:di|d['’]?|per)$/,
    adds: /^(?:aggiun\p{L}+)$/u,
  },
};

/** Takes a language; gives its words for sums on top of others, the English ones where there are none. */
export const furtherWords = (language: string): FurtherWords => lexicons[language] ?? (lexicons.en as FurtherWords);
