import type { Case } from './scrutiny-cases.ts';

const rows = (language: string, list: [text: string, steps: string[]][]): Case[] =>
  list.map(([text, steps]) => ({ language, text, deals: [], steps }));

/** Pairs that only the authority's step names, each construction with a twin that must give nothing or another thing. */
export const strangers: Case[] = [
  ...rows('en', [
    [
      'The CMA has cleared the takeover of Fernhollow, a maker of tax software, by Salesforce.',
      ['CMA Salesforce>Fernhollow cleared'],
    ],
    ['The CMA has cleared the takeover of a maker of tax software in Leeds.', []],
    [
      'Oracle and Quillwort, which it agreed to buy in May, each got a second request from the FTC.',
      ['FTC Oracle>Quillwort phase2'],
    ],
    [
      'Case M.12001: Qualcomm / Saltmarsh Vision. The European Commission opened an in-depth investigation on Monday.',
      ['EC Qualcomm>Saltmarsh Vision phase2'],
    ],
    ['The CMA said it would not oppose Cisco buying Hobnail AI.', ['CMA Cisco>Hobnail AI cleared']],
    ['The Justice Department is examining how Nvidia sells chips in Taiwan.', []],
    ['The FTC fined Amazon over its dealings with Prime members in Ohio.', []],
  ]),
  ...rows('fr', [
    [
      "L'Autorité de la concurrence a autorisé le rachat de Brindille, spécialiste de la paie, par Adobe.",
      ['AdlC Adobe>Brindille cleared'],
    ],
    ["L'Autorité de la concurrence a autorisé le rachat d'un spécialiste de la paie à Nantes.", []],
    [
      "Bruxelles a ouvert une enquête approfondie sur l'entrée de Qualcomm au capital de Sarcelle.",
      ['EC Qualcomm>Sarcelle phase2'],
    ],
  ]),
  ...rows('de', [
    [
      'Das Bundeskartellamt hat die Übernahme des Regensburger Anbieters Flechtwerk durch Salesforce freigegeben.',
      ['BKartA Salesforce>Flechtwerk cleared'],
    ],
    ['Das Bundeskartellamt hat die Übernahme eines Regensburger Anbieters ohne Auflagen freigegeben.', []],
    ['Die EU-Kommission prüft die Beteiligung von Oracle an Moorleiche nun vertieft.', ['EC Oracle>Moorleiche phase2']],
  ]),
  ...rows('es', [
    ['La CNMC ha autorizado la compra de Jilguero, la firma de nóminas, por Oracle.', ['CNMC Oracle>Jilguero cleared']],
    ['La CNMC ha autorizado la compra de una firma de nóminas en Sevilla.', []],
    ['Bruselas no ve inconveniente en que Cisco se haga con Romero Data.', ['EC Cisco>Romero Data cleared']],
  ]),
  ...rows('it', [
    [
      "L'Antitrust ha autorizzato l'acquisizione di Pettirosso, che fa buste paga, da parte di SAP.",
      ['AGCM SAP>Pettirosso cleared'],
    ],
    ["L'Antitrust ha autorizzato l'acquisizione di una società di buste paga a Lecce.", []],
    ['La Ftc ha inviato una seconda richiesta su Adobe-Stornello.', ['FTC Adobe>Stornello phase2']],
  ]),
];
