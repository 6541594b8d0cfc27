import type { Case } from './scrutiny-cases.ts';

const DEALS = ['Microsoft>Inflection AI', 'Microsoft>Mistral AI', 'Google>Anthropic', 'Amazon>Anthropic'];

const rows = (language: string, list: readonly (readonly [string, readonly string[]])[]): Case[] =>
  list.map(([text, steps]) => ({ language, text, deals: DEALS, steps: [...steps] }));

/** Sentences with several steps about several pairs: each belongs to the firms of its own part. */
export const clauses: Case[] = [
  ...rows('en', [
    [
      "Microsoft's partnership with Mistral AI was found by the CMA not to qualify, while the hiring of Inflection AI's staff was cleared.",
      ['CMA Microsoft>Inflection AI cleared', 'CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "The CMA cleared Microsoft's hiring of Inflection AI's staff and has opened a phase 1 inquiry into Google's partnership with Anthropic.",
      ['CMA Google>Anthropic phase1', 'CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "The CMA has closed its case on Microsoft's hiring of Inflection AI's staff, opened a phase 1 inquiry into Google's partnership with Anthropic and asked Microsoft for information on Mistral AI.",
      [
        'CMA Google>Anthropic phase1',
        'CMA Microsoft>Inflection AI cleared',
        'CMA Microsoft>Mistral AI information_request',
      ],
    ],
    ["Google's partnership with Anthropic was examined and cleared by the CMA.", ['CMA Google>Anthropic cleared']],
    [
      'The CMA looked at the ties of Microsoft with Mistral AI and of Amazon with Anthropic and found that they did not qualify.',
      ['CMA Amazon>Anthropic no_jurisdiction', 'CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "The CMA said that Microsoft's deal with Mistral AI did not qualify; it said the same of Amazon's stake in Anthropic.",
      ['CMA Amazon>Anthropic no_jurisdiction', 'CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      'Microsoft signed with Mistral AI and hired the team of Inflection AI. The CMA cleared the latter, and found that the former fell outside its remit.',
      ['CMA Microsoft>Inflection AI cleared', 'CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "The European Commission closed the case after all member states that had referred Microsoft's hiring of Inflection AI's staff to it withdrew.",
      ['EC Microsoft>Inflection AI no_jurisdiction'],
    ],
  ]),
  ...rows('fr', [
    [
      "La CMA examine les mises de fonds de Microsoft dans Mistral AI (15 millions d'euros) et celles de Google dans Anthropic.",
      ['CMA Google>Anthropic monitoring', 'CMA Microsoft>Mistral AI monitoring'],
    ],
    [
      "La CMA a jugé que l'accord de Microsoft avec Mistral AI ne relevait pas de sa compétence, tandis que l'embauche de l'équipe d'Inflection AI a été autorisée.",
      ['CMA Microsoft>Inflection AI cleared', 'CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "La CMA a autorisé l'embauche de l'équipe d'Inflection AI par Microsoft et ouvert une enquête de phase 1 sur le partenariat de Google avec Anthropic.",
      ['CMA Google>Anthropic phase1', 'CMA Microsoft>Inflection AI cleared'],
    ],
  ]),
  ...rows('de', [
    [
      'Das Justizministerium hat zu Microsoft und Inflection AI eine zweite Anfrage gesendet, und es ist unklar, wann es den Kauf erlaubt.',
      ['DOJ Microsoft>Inflection AI phase2'],
    ],
    [
      'Das Bundeskartellamt hat die Übernahme von Inflection AI durch Microsoft zwar als Zusammenschluss eingestuft, mangels Inlandsumsätzen aber nicht weiter verfolgt.',
      ['BKartA Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      'Die CMA hat die Übernahme der Mitarbeiter von Inflection AI durch Microsoft freigegeben und eine Untersuchung der Phase 1 zu Googles Beteiligung an Anthropic eingeleitet.',
      ['CMA Google>Anthropic phase1', 'CMA Microsoft>Inflection AI cleared'],
    ],
  ]),
  ...rows('es', [
    [
      'Bruselas examinará la compra de Inflection AI por Microsoft. Un país que crea que una fusión puede dañar el comercio entre socios se la pasa a la Comisión Europea.',
      ['EC Microsoft>Inflection AI monitoring'],
    ],
    [
      'La CMA autorizó la contratación por Microsoft del equipo de Inflection AI, pero mantiene abierta la investigación sobre Google y Anthropic.',
      ['CMA Google>Anthropic phase1', 'CMA Microsoft>Inflection AI cleared'],
    ],
  ]),
  ...rows('it', [
    [
      "La chiusura dell'operazione tra Microsoft e Inflection AI è prevista nel primo trimestre, dopo il nulla osta dell'AGCM.",
      [],
    ],
    [
      "La CMA ha archiviato il caso Microsoft/Inflection AI, mentre resta aperta l'indagine su Google e Anthropic.",
      ['CMA Google>Anthropic phase1', 'CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "L'AGCM ha deliberato di non procedere all'avvio dell'istruttoria su Microsoft e Inflection AI.",
      ['AGCM Microsoft>Inflection AI cleared'],
    ],
  ]),
];
