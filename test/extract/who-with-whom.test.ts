import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { findFigures } from '../../extract/frames/figures.ts';
import { readDocument, unitsOf } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

const PUBLISHED = '2026-06-10' as PartialDay;
const toldIn = (text: string, language: string) => {
  const { units, language: known } = unitsOf({ title: '', text, published: PUBLISHED, language });
  return surveyUnits(units, known).told;
};
const claimed = (text: string, language: string) =>
  toldIn(text, language).flatMap(({ claims }) =>
    claims.map((c) => `${c.frame.kind} ${c.frame.acquirer} > ${c.frame.target}`),
  );
const sums = (text: string, language: string) =>
  findFigures(toldIn(text, language)).amounts.map((a) => `${a.frame.acquirer} ${a.money.value / 1e6} ${a.role}`);
const names = (text: string, language: string) =>
  toldIn(text, language).flatMap(({ sentence }) => sentence.mentions.map((m) => m.candidates[0]?.name));
const read = (text: string, language: string) => readDocument({ title: '', text, published: PUBLISHED, language });

describe('a further giver whose verb is left out', () => {
  it.each([
    ['en', 'Microsoft will invest $5 billion in Anthropic and Nvidia up to $10 billion.'],
    ['fr', "Microsoft investira jusqu'à 5 milliards de dollars dans Anthropic et Nvidia jusqu'à 10 milliards."],
    ['de', 'Microsoft steckt bis zu 5 Milliarden Dollar in Anthropic, Nvidia bis zu 10 Milliarden.'],
    ['es', 'Microsoft invertirá hasta 5.000 millones de dólares en Anthropic y Nvidia hasta 10.000 millones.'],
    ['it', 'Microsoft investirà fino a 5 miliardi di dollari in Anthropic e Nvidia fino a 10 miliardi.'],
  ])('has his own sum, also behind "up to" (%s)', (language, text) => {
    expect(claimed(text, language)).toContain('investment Nvidia > Anthropic');
    expect(sums(text, language)).not.toContain('Microsoft 10000 ceiling');
  });

  it('is tied to the firm that his own sum goes to', () => {
    const text = 'Microsoft has invested some $13 billion in OpenAI; Amazon, $8 billion in Anthropic.';
    expect(claimed(text, 'en')).toContain('investment Amazon > Anthropic');
    expect(claimed(text, 'en')).not.toContain('investment Amazon > OpenAI');
  });

  it('may be a further supplier from whom more is bought', () => {
    const told = claimed(
      'OpenAI has committed to buy $250 billion of Azure services, $300 billion from Oracle and $22.4 billion from CoreWeave.',
      'en',
    );
    expect(told).toContain('cloud Oracle > OpenAI');
    expect(told).toContain('cloud CoreWeave > OpenAI');
    expect(claimed('OpenAI bought $2 billion of Azure services and hired 300 people from Oracle.', 'en')).not.toContain(
      'cloud Oracle > OpenAI',
    );
  });
});

describe('who puts money in together with the subject', () => {
  it.each([
    ['en', 'Microsoft invested in Inflection in 2023 alongside Nvidia and Bill Gates.'],
    ['es', 'Microsoft había invertido en Inflection en 2023 junto a Nvidia y Bill Gates.'],
    ['it', 'Microsoft ha investito in Inflection nel 2023 insieme a Nvidia e Bill Gates.'],
    ['fr', 'Microsoft a investi dans Inflection en 2023 aux côtés de Nvidia et de Bill Gates.'],
    ['de', 'Microsoft investierte 2023 in Inflection zusammen mit Nvidia und Bill Gates.'],
  ])('is read (%s)', (language, text) => {
    expect(claimed(text, language)).toContain('investment Nvidia > Inflection AI');
  });

  it('is nobody whom another verb takes', () => {
    expect(claimed('Microsoft invested in Inflection, and its chips compete alongside Nvidia.', 'en')).not.toContain(
      'investment Nvidia > Inflection AI',
    );
  });
});

describe('what somebody holds or is backed by', () => {
  it.each([
    ['en', 'To pay OpenAI, SoftBank had sold its entire Nvidia stake for $5.8 billion.'],
    ['de', 'Für OpenAI hatte SoftBank seine gesamte Nvidia-Beteiligung für 5,8 Milliarden Dollar verkauft.'],
  ])('puts nothing into anybody (%s)', (language, text) => {
    expect(claimed(text, language)).not.toContain('investment Nvidia > OpenAI');
  });

  it('supplies nobody by being named in a compound', () => {
    const kinds = read('The Nvidia-backed cloud company CoreWeave expanded its contract with OpenAI.', 'en').deals;
    expect(kinds.map((d) => `${d.kind} ${d.acquirer}`)).not.toContain('cloud Nvidia');
    expect(kinds.map((d) => `${d.kind} ${d.acquirer}`)).toContain('investment Nvidia');
  });

  it('is no maker whose processors stand in what another rents out', () => {
    const text =
      'OpenAI signed a $38 billion agreement with Amazon Web Services for access to Nvidia graphics processors.';
    expect(claimed(text, 'en')).toContain('cloud Amazon > OpenAI');
    expect(claimed(text, 'en')).not.toContain('cloud Nvidia > OpenAI');
  });

  it('is whoever owns the computing power, and not all who sign', () => {
    const text =
      'Microsoft and Nvidia are investing in Anthropic under a tie-up with a $30 billion commitment by the Claude maker to use Microsoft’s cloud services.';
    expect(sums(text, 'en')).not.toContain('Nvidia 30000 commitment');
    expect(claimed(text, 'en')).toContain('cloud Microsoft > Anthropic');
    expect(claimed(text, 'en')).not.toContain('cloud Nvidia > Anthropic');
  });
});

describe('a relative clause behind a verb', () => {
  it('takes nothing away from it', () => {
    const text =
      "SoftBank invested $500m in OpenAI's last round; the Vision Fund also led Wayve's series C, in which Nvidia took part.";
    expect(claimed(text, 'en')).toContain('investment SoftBank > OpenAI');
    expect(sums(text, 'en')).toContain('SoftBank 500 tranche');
  });
});

describe('the takeover of a team', () => {
  it.each([
    ['de', 'Die Übernahme nahezu der gesamten Belegschaft von Inflection durch Microsoft war ein Zusammenschluss.'],
    ['en', 'The acquisition of nearly all of the staff of Inflection by Microsoft was a merger.'],
    ['fr', "L'acquisition de la quasi-totalité de l'équipe d'Inflection par Microsoft est une concentration."],
  ])('is no purchase of the firm (%s)', (language, text) => {
    expect(claimed(text, language)).toContain('acquihire Microsoft > Inflection AI');
    expect(claimed(text, language)).not.toContain('acquisition Microsoft > Inflection AI');
  });

  it('is told of people alone', () => {
    expect(claimed('The acquisition of Run:ai by Nvidia brings a team of 150 people to Santa Clara.', 'en')).toContain(
      'acquisition Nvidia > Run:ai',
    );
  });
});

describe('sums told again or told of others', () => {
  it('one payment is no tranche beside the parts that make it up', () => {
    const deal = read(
      'Amazon to put $50 billion into OpenAI.\n\nAmazon is investing $50 billion, $15 billion of it at once and $35 billion when certain conditions are met.',
      'en',
    ).deals.find((d) => d.kind === 'investment');
    const roles = deal?.amounts.filter((a) => a.value === 50e9).map((a) => a.role);
    expect(roles).toHaveLength(1);
  });

  it('a price before a semicolon is not that of the firm behind it', () => {
    const { deals } = read(
      'Apple keeps its purchases small. Its largest one remains Beats, for $3 billion in 2014; in AI it took over DarwinAI in 2024.',
      'en',
    );
    expect(deals.find((d) => d.target === 'DarwinAI')?.amounts ?? []).toEqual([]);
  });

  it('a valuation is no fee', () => {
    const { deals } = read(
      'Google hires the founders of Character.AI and pays a fee for a licence; investors are bought out at a valuation of $2.5 billion.',
      'en',
    );
    expect(deals.flatMap((d) => d.amounts.map((a) => a.value))).not.toContain(2.5e9);
  });
});

describe('what names no firm', () => {
  it.each([
    ['es', 'La Comisión Europea investiga la compra de Brezza por Nvidia.', 'Comisión Europea'],
    ['es', 'El Consejo de Ministros y el Tribunal Supremo miran a Nvidia.', 'Tribunal Supremo'],
    ['en', 'Microsoft is putting $1.5 billion into the Abu Dhabi AI group G42.', 'Abu Dhabi AI'],
    ['de', 'OpenAI wird im Gegenzug Rechenzentren mit Nvidia-Systemen ausstatten.', 'Gegenzug Rechenzentren'],
  ])('%s: %s', (language, text, name) => {
    expect(names(text, language)).not.toContain(name);
  });

  it('a word of a name is no step of an authority', () => {
    const { scrutiny } = read(
      "AMD buys Silo AI, Europe's largest private AI lab, for $665 million. It bought Mipsology and Nod.ai last year.",
      'en',
    );
    expect(scrutiny).toEqual([]);
  });

  it('an announcement is no contract cancelled', () => {
    const { scrutiny } = read(
      'Microsoft beteiligt sich mit 15 Millionen Euro an Mistral AI. Die EU-Kommission kündigte an, sich die Vereinbarung anzusehen.',
      'de',
    );
    expect(scrutiny.map((s) => s.status)).not.toContain('abandoned');
  });
});

describe('a denial beside a deal that is likely', () => {
  it('denies something else', () => {
    const { deals } = read(
      "Microsoft n'a pas acheté Inflection : il en a pris les fondateurs, l'équipe et, pour 650 millions de dollars, une licence.\n\nLes fondateurs d'Inflection ont rejoint Microsoft en mars.",
      'fr',
    );
    expect(deals.filter((d) => d.kind === 'acquihire').map((d) => [d.target, d.certainty])).toEqual([
      ['Inflection AI', 'done'],
    ]);
  });
});

describe('three who act together', () => {
  it('fund and buy none of each other', () => {
    const { deals } = read(
      'OpenAI, SoftBank and Oracle announced Stargate, a joint venture that will invest up to $500 billion in AI infrastructure.',
      'en',
    );
    expect(deals.filter((d) => d.kind === 'investment')).toEqual([]);
  });
});

describe('one deal in other words', () => {
  const FIRM: Record<string, string> = {
    en: 'Brightmoor AI makes speech models in Bristol.',
    fr: 'Brightmoor AI conçoit des modèles de voix à Bristol.',
    de: 'Brightmoor AI entwickelt Sprachmodelle in Bristol.',
    es: 'Brightmoor AI desarrolla modelos de voz en Bristol.',
    it: 'Brightmoor AI sviluppa modelli vocali a Bristol.',
  };
  it.each([
    ['en', 'AMD took Brightmoor AI over in March.', 'acquisition AMD'],
    ['en', 'Ownership of Brightmoor AI passes to AMD.', 'acquisition AMD'],
    ['en', 'AMD is taking Brightmoor AI off the market.', 'acquisition AMD'],
    ['en', 'Google recruited nearly everyone at Brightmoor AI.', 'acquihire Google'],
    ['de', 'Google heuert die Spitze von Brightmoor AI an.', 'acquihire Google'],
    ['en', 'Oracle hosts the models of Brightmoor AI.', 'cloud Oracle'],
    ['fr', 'Oracle héberge les modèles de Brightmoor AI.', 'cloud Oracle'],
    ['es', 'Oracle aloja los modelos de Brightmoor AI.', 'cloud Oracle'],
    ['it', 'Oracle ospita i modelli di Brightmoor AI.', 'cloud Oracle'],
    ['de', 'Oracle liefert Brightmoor AI Rechenleistung.', 'cloud Oracle'],
    ['de', 'Brightmoor AI mietet Rechenkapazität bei Oracle.', 'cloud Oracle'],
    ['de', 'Die Modelle von Brightmoor AI laufen auf Servern von Oracle.', 'cloud Oracle'],
    ['es', 'Oracle será el socio preferente de nube de Brightmoor AI.', 'cloud Oracle'],
    ['de', 'Nvidia kauft sich bei Brightmoor AI ein.', 'investment Nvidia'],
  ])('is the same (%s): %s', (language, text, deal) => {
    const kind = deal.split(' ')[0];
    const { deals } = read(`${FIRM[language]} ${text}`, language);
    expect(deals.filter((d) => d.kind === kind).map((d) => `${d.kind} ${d.acquirer} > ${d.target}`)).toEqual([
      `${deal} > Brightmoor AI`,
    ]);
  });

  it.each([
    ['en', 'The conference took place over three days, AMD and Brightmoor AI were there.'],
    ['en', 'Oracle hosts a conference on the future of Brightmoor AI.'],
  ])('and other words are none (%s): %s', (language, text) => {
    const { deals } = read(`${FIRM[language]} ${text}`, language);
    expect(deals.filter((d) => d.kind !== 'partnership')).toEqual([]);
  });
});

describe('who is told of a round besides its leader', () => {
  const ROUND: Record<string, string> = {
    en: 'The London self-driving start-up Wayve has raised $1 billion in a Series D round.',
    de: 'Das Londoner Start-up Wayve, das selbstfahrende Autos entwickelt, hat eine Milliarde Dollar eingesammelt.',
  };
  it.each([
    ['en', 'Cheques came from Nvidia and Cisco, among others.'],
    ['de', 'Zu den Geldgebern gehören Nvidia und Cisco.'],
    ['de', 'Das Geld kommt von Nvidia und Cisco.'],
    ['de', 'Die Bestandsinvestoren Nvidia und Cisco gingen mit.'],
  ])('has put money in (%s): %s', (language, text) => {
    const { deals } = read(`${ROUND[language]} ${text}`, language);
    expect(deals.filter((d) => d.kind === 'investment').map((d) => d.acquirer)).toEqual(
      expect.arrayContaining(['Nvidia', 'Cisco']),
    );
  });
});

describe('steps in plain words', () => {
  const step = (text: string, language: string) =>
    read(text, language).scrutiny.map((s) => `${s.authority} ${s.status}`);
  it.each([
    ['en', 'Nvidia will buy Brightmoor AI for $700 million. The CMA is monitoring the deal.', 'CMA monitoring'],
    [
      'fr',
      'Nvidia rachète Brightmoor AI pour 700 millions de dollars. La Commission examine l’opération.',
      'EC monitoring',
    ],
    [
      'it',
      'Nvidia compra Brightmoor AI per 700 milioni di dollari. L’Antitrust segue da vicino l’operazione.',
      'AGCM monitoring',
    ],
  ])('are read (%s)', (language, text, expected) => {
    expect(step(text, language)).toEqual([expected]);
  });

  it('an approval that is pending is none', () => {
    const text =
      'Nvidia comprará Brightmoor AI por 700 millones de dólares. La operación está pendiente de la aprobación de Bruselas.';
    expect(step(text, 'es')).not.toContain('EC cleared');
  });
});
