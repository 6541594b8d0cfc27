import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../extract/index.ts';
import { namesOf } from '../../extract/names/document-names.ts';
import { isSure } from '../../extract/names/open-names.ts';
import type { PartialDay } from '../../model/day.ts';

/** The unlisted firms that a text is sure to speak of. */
function firmsIn(text: string, language: string): string[] {
  const { units, language: words } = unitsOf({ title: '', text, language, published: '2025-06-18' as PartialDay });
  return (namesOf(units, words)?.open ?? [])
    .filter((o) => isSure(o, words))
    .map((o) => o.name)
    .sort();
}

const FIRMS: [language: string, text: string, firms: string[]][] = [
  // What a firm makes or trades in, beside its name.
  ['en', 'Oracle has bought Thornfield, an AI that drafts tenders.', ['Thornfield']],
  ['en', 'Oracle will keep Thornfield, the AI-chip packager, as it is.', ['Thornfield']],
  ['en', 'Cisco owns most of Thornfield, founded in Leeds by two physicists.', ['Thornfield']],
  ['en', 'Cisco and the weather-model studio Thornfield have shaken hands.', ['Thornfield']],
  ['fr', "Adobe rachète Passerose, l'assistant des pharmaciens.", ['Passerose']],
  ['fr', 'Adobe a tout pris de Passerose, exploitant de centres de calcul.', ['Passerose']],
  ['de', 'Samsung steht hinter dem Erfurter Spracherkenner Holunder.', ['Holunder']],
  ['de', 'Samsung steht hinter dem Rechenzentrumsbetreiber Holunder.', ['Holunder']],
  ['de', 'SAP prüft das KI-Prüflabor Kreidestrich.', ['Kreidestrich']],
  ['es', 'Apple sopesa una oferta por Cardencha, el intérprete automático de Gijón.', ['Cardencha']],
  ['es', 'Meta tiene ya a Cardencha, la de los asistentes de voz.', ['Cardencha']],
  ['it', 'Broadcom valuta Pungitopo, progettista di acceleratori.', ['Pungitopo']],
  ['it', 'Broadcom valuta Pungitopo, nota per i pennelli generativi.', ['Pungitopo']],
  ['fr', 'Meta rachète Convergence.ai, une start-up. Convergence avait levé 12 millions.', ['Convergence.ai']],
  // Names that begin with a number, a town before a name, an ordinary word with "AI".
  ['en', 'Twelve Labs wants to change that, and Nvidia has led its round.', ['Twelve Labs']],
  ['fr', "Apple a déniché à Paris Regaind, dont les algorithmes d'IA jugent les photos.", ['Regaind']],
  ['en', "Apple is close to picking up Prompt AI's people.", ['Prompt AI']],
  ['en', 'Apple is in talks with Prompt AI, a computer-vision outfit.', ['Prompt AI']],
  ['de', 'Apple verleibte sich vor rund zehn Jahren Faceshift ein, einen Ableger mit KI-Software.', ['Faceshift']],
  ['es', 'Compiten en el mismo terreno Google y Meta con sus modelos de lenguaje.', []],
  ['fr', "Interrogé, le groupe Google n'a rien dit de ses modèles de langage.", []],
  // Headlines of capitals, press releases, tables, filings.
  [
    'en',
    'Snowflake Announces Intent to Acquire Thornfield AI to Bring Answers to Everyone\n\nSnowflake said that it has signed an agreement to buy Thornfield AI, a start-up from Leeds.',
    ['Thornfield AI'],
  ],
  ['en', 'Oracle to Acquire Thornfield Robotics', ['Thornfield Robotics']],
  ['en', 'BOZEMAN, Mont. – March 3, 2026 – Snowflake has acquired Thornfield, an AI start-up.', ['Thornfield']],
  ['en', 'OULU (Newswire) – Meta has acquired Thornfield, an AI start-up.', ['Thornfield']],
  ['en', 'XAVORI, an AI start-up from Leeds, has been bought by Meta.', ['XAVORI']],
  [
    'en',
    'Intel bought plumb.io, a platform for data scientists, and Thornfield, an AI lab.',
    ['Thornfield', 'plumb.io'],
  ],
  ['en', 'Oct 2020 Thornfield Labs US Tuning of machine-learning models Bought by Intel', ['Thornfield Labs']],
  ['en', 'Item 1.01 Entry into an agreement\n\nAMD bought Thornfield, an AI start-up.', ['Thornfield']],
  [
    'en',
    'Google International LLC / Thornfield Speech Pvt. Ltd. Google subscribes to shares of the AI firm.',
    ['Thornfield Speech'],
  ],
  [
    'en',
    'Qualcomm may buy Thornfield, a chip designer. There are no concerns in the European Economic Area under the EUMR.',
    ['Thornfield'],
  ],
  ['en', 'AMD and OpenAI OpCo, LLC signed an agreement with Thornfield, an AI start-up.', ['Thornfield']],
  [
    'en',
    'Home | Business | Technology\n\nSalesforce Ventures Backs Thornfield in $70M Round as Firms Automate\n\nBritish AI startup Thornfield has raised $70 million, led by Salesforce Ventures.\n\nTopics: Insurtech, Salesforce',
    ['Thornfield'],
  ],
  [
    'fr',
    'Accueil > Économie > Tech\n\nApple rachète Passerose, une start-up nantaise.\n\nMots-clés : Apple, fusions',
    ['Passerose'],
  ],
  ['en', 'CoreWeave will spend $6bn on a data center in Ardwick, Pennsylvania.', []],
  ['en', 'Google has invested in Thornfield, Germany’s best-known AI start-up.', ['Thornfield']],
  ['de', 'Microsoft stellt die Gründer von Inflection AI ein, ein Zusammenschluss im Sinne des Gesetzes.', []],
  // A capital that begins the sentence hides no name behind it.
  [
    'it',
    'Google investe in Pungitopo, una startup. Parallelamente Pungitopo starebbe definendo una raccolta.',
    ['Pungitopo'],
  ],
  ['en', 'Google invests in Thornfield, an AI start-up. Separately Thornfield is raising more.', ['Thornfield']],
  ['es', 'Google invierte en Cardencha, una start-up. Paralelamente Cardencha negocia una ronda.', ['Cardencha']],
  ['it', 'Meta assume la start-up di Bristol Pungitopo. Per Pungitopo è la seconda volta.', ['Pungitopo']],
  ['fr', 'Meta rachète Passerose, une start-up fondée par Coralie Lemaitre. Lemaitre reste.', ['Passerose']],
  // Figures of speech.
  ['de', 'Nvidia kauft zu. Rechte Tasche, linke Tasche.', []],
  ['de', 'Intel kaufte zu: Altera schlug mit 16,7 Milliarden Dollar zu Buche.', []],
  ['de', 'Google hatte in das Labor investiert und legte im Jänner zehn Milliarden Dollar nach.', []],
  // A clause that says who holds it.
  [
    'en',
    'The box mentions Thornfield Models of Ardwick, in which Google holds shares since 2023.',
    ['Thornfield Models'],
  ],
  ['fr', 'On y lit que Passerose, dans laquelle Microsoft a investi, ne signe rien.', ['Passerose']],
  ['de', 'Im Kasten steht auch Kreidestrich AI, an dem sich Nvidia beteiligt hat.', ['Kreidestrich AI']],
  ['es', 'Allí aparece Cardencha, en la que Google ha invertido, y nadie más.', ['Cardencha']],
  ['it', 'Nel riquadro compare Pungitopo, in cui Google ha investito, e nessun altro.', ['Pungitopo']],
  // Where it is from.
  ['en', 'Salesforce has joined a round for San Francisco-based Thornfield.', ['Thornfield']],
  ['es', 'Salesforce compró la chilena Cardencha.', ['Cardencha']],
  ['it', 'Databricks ha comprato la vicentina Pungitopo.', ['Pungitopo']],
  ['fr', 'Apple a racheté il y a peu la nantaise Passerose.', ['Passerose']],
  // German nouns as names.
  ['de', 'Meta will Wendeltreppe übernehmen, das Labor bleibt in Gera.', ['Wendeltreppe']],
  ['de', 'Wendeltreppe, an dem Oracle ein Viertel hält, erkennt Stimmen.', ['Wendeltreppe']],
  ['de', 'Der Verkauf von Wendeltreppe an xAI ist besiegelt.', ['Wendeltreppe']],
  // Names of several words and small letters.
  ['fr', "Amazon s'est offert Brin de Paille, une start-up.", ['Brin de Paille']],
  ['es', 'Amazon compra Flor de Sal, una empresa de robots.', ['Flor de Sal']],
  ['en', 'Google bought a start-up called dovetail in March.', ['dovetail']],
  // What a firm is, written as a noun right before a name that ends like a noun.
  ['de', 'Samsung kauft den Erfurter Roboterbauer Drahtwerk.', ['Drahtwerk']],
  ['de', 'Wendelhaus (Hamburg) erkennt Stimmen. Oracle hält ein Viertel an der KI-Firma.', ['Wendelhaus']],
  ['de', 'Der Fall Schraubstock beschäftigt Google. Schraubstock, ein KI-Labor, schweigt.', ['Schraubstock']],
  ['fr', 'La PME Ours Brun, une start-up, a reçu Google. Ours Brun se tait.', ['Ours Brun']],
  ['es', 'Amazon compra Hilo de Cobre S.L., una empresa de robots.', ['Hilo de Cobre']],
  ['fr', "Amazon s'est offert Moulin à Sel, une start-up.", ['Moulin à Sel']],
  ['en', 'Meta bought AI.Larkspur, a maker of synthetic faces.', ['AI.Larkspur']],
  ['en', 'Meta bought CRANE-labs, a maker of wristbands that learn.', ['CRANE-labs']],
  ['en', 'Qualcomm invested in 0xThorn, a maker of robots.', ['0xThorn']],
  // Beside a group at the head of a line.
  ['en', 'Google bought nothing.\n\nSalesforce/Copperlea. Cleared in April.', ['Copperlea']],
  ['en', 'Two rumours.\n\n3. Amazon – Thornfield: signed in August.', ['Thornfield']],
  ['de', 'Die Liste.\n\nGoogle/Wendeltreppe. Freigegeben im April.', ['Wendeltreppe']],
  // Forms of the law in capitals, and words that open sentences.
  ['en', 'Meta acquired a holding in Thornfield AS, a developer of speech models.', ['Thornfield']],
  ['en', 'Google likes it. Ask Thornfield, an AI lab in Leeds.', ['Thornfield']],
  ['en', 'Google bought Thornfield Foundry, a maker of AI chips.', ['Thornfield Foundry']],
  // Nobody is named but by town or trade.
  ['de', 'Der Suchmaschinenriese hat sich Wendeltreppe einverleibt, ein Labor in Gera.', ['Wendeltreppe']],
  ['en', 'Redmond is weighing a stake in Thornfield, a maker of robots.', ['Thornfield']],
  ['en', 'Larkspur (Leeds), a maker of robots, has moved. Nvidia has not.', ['Larkspur']],
];

const NO_FIRMS: [language: string, text: string, what: string][] = [
  ['en', 'Google and others.\n\nAmazon/Thornfield customers wait longer.', 'a line that goes on in prose'],
  ['de', 'Nvidia will Anteile an Investoren verkaufen und Kapital von Kunden einsammeln.', 'everyday nouns'],
  ['de', 'Zunächst wird Oracle mit Kunden sprechen.', 'an adverb before its verb'],
  ['de', 'SAP eröffnet bei Kassel ein Rechenzentrum für KI-Agenten.', 'a town and what runs there'],
  ['de', 'Oracle verhandelt mit Betreibern von KI-Rechenzentren.', 'a trade with nobody in it'],
  ['fr', 'Le Conseil de Paris a reçu Nvidia.', 'a body with its town'],
  ['en', 'Google has launched a model called gemini in March.', 'a product of the group itself'],
  ['en', 'Oracle, the operator of data centres, rose.', 'the group itself described'],
  ['es', 'Corea del Sur da vía libre a Samsung para comprar una firma de IA.', 'a country of three words'],
  ['en', 'Compute: Azure ($250bn agreed), Oracle ($300bn), AWS ($38bn).', 'a word for what is bought'],
  ['en', 'Amazon invested USD 4 billion and EUR 2 billion in AI.', 'codes of currencies'],
  ['de', 'Google kauft eine Sprach-KI. Dabei haben beide Seiten Stillschweigen vereinbart.', 'nouns side by side'],
  ['en', 'Guest: Nvidia led the AI round. Guest: It was quick.', 'who speaks in an interview'],
  ['de', 'AMD hat eine Handvoll Compilerspezialisten für KI eingestellt.', 'so many of something'],
  ['en', 'Amazon opened its platform, an AI that drafts tenders.', 'a common noun described'],
  ['en', 'Pulse Analysis\n\nIn AI everybody waits for somebody else, and Nvidia for nobody.', 'a heading above prose'],
];

/** Names that may be a firm's, of which the reader is not sure by themselves. */
function perhapsIn(text: string, language: string): string[] {
  const { units, language: words } = unitsOf({ title: '', text, language, published: '2025-06-18' as PartialDay });
  return (namesOf(units, words)?.open ?? []).map((o) => o.name).sort();
}

const PERHAPS: [language: string, text: string, names: string[], without: string[]][] = [
  ['de', '**Cisco** holt sich *Ringblatt*. Der Kaufpreis ist *hoch*.', ['Ringblatt'], ['Kaufpreis', 'hoch']],
  ['en', 'Nvidia has many AI firms. In cars? Nubro. Waffi.', ['Nubro', 'Waffi'], ['In', 'In cars']],
  ['it', 'Microsoft compra IA.\n\n2017: Malubba a gennaio.', ['Malubba'], ['gennaio']],
  ['fr', 'Dans les centres de Nvidia ? CoreWeave, Cruzot, Nescal, Together AI.', ['Cruzot', 'Nescal'], ['Dans']],
  ['de', 'Vor Jahren stieg Google bei der Dortmunder Ruhrkante ein.', ['Ruhrkante'], ['Dortmunder', 'Jahren']],
  ['en', 'Harrow Field, forty people in a cannery, rents chips from Oracle.', ['Harrow Field'], ['Harrow']],
];

describe('names that something else must speak for', () => {
  it.each(PERHAPS)('%s: %s', (language, text, names, without) => {
    const found = perhapsIn(text, language);
    expect(found).toEqual(expect.arrayContaining(names));
    for (const name of without) expect(found).not.toContain(name);
  });
});

describe('names of firms that are in no list', () => {
  it.each(FIRMS)('%s: %s', (language, text, firms) => {
    expect(firmsIn(text, language)).toEqual(firms);
  });

  it.each(NO_FIRMS)('%s: not in "%s" (%s)', (language, text) => {
    expect(firmsIn(text, language)).toEqual([]);
  });
});
