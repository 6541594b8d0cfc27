import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** Phrasings that ordinary newspapers use for deals, and twins that look alike and tell of none. */
interface Phrasing {
  lang?: string;
  title?: string;
  text: string;
  /** `kind Acquirer > Target`, with ` reported` or ` ended` when it is not done. */
  deals: string[];
  /** `value currency role` of sums that must be found. */
  sums?: string[];
}

const PUBLISHED = '2026-06-10' as PartialDay;

const ENGLISH: Phrasing[] = [
  {
    // Whoever leads a round puts money in.
    text: 'The round for Orphea, an AI lab, was led by Thrive Capital and Eurazeo, with Nvidia putting in $60 million.',
    deals: ['investment Nvidia > Orphea'],
  },
  {
    lang: 'fr',
    text: "Orphéa, jeune pousse de l'IA, s'est engagée à louer pour 90 millions d'euros de serveurs chez CoreWeave.",
    deals: ['cloud CoreWeave > Orphéa'],
  },
  {
    text: 'Salesforce has agreed to buy Larkspur, an AI start-up. It is the cloud company’s fourth AI deal since January.',
    deals: ['acquisition Salesforce > Larkspur'],
  },
  {
    // Whoever did the like before is not the one who does it now.
    text: 'Four days after a similar announcement by Amazon, Google said that it had put $10 billion into Anthropic.',
    deals: ['investment Google > Anthropic'],
    sums: ['10000000000 USD tranche'],
  },
  { text: 'OpenAI goes on paying Microsoft a share of its revenue until 2030.', deals: [] },
  { lang: 'fr', text: "OpenAI verse à Microsoft une part de ses revenus jusqu'en 2030.", deals: [] },
  { text: 'Microsoft holds 27% of OpenAI and gets 20% of its revenue.', deals: ['investment Microsoft > OpenAI'] },
  {
    text: 'Microsoft emptied Inflection AI in March 2024 for $650 million. Amazon did the same to Adept three months later.',
    deals: ['acquihire Microsoft > Inflection AI', 'acquihire Amazon > Adept'],
  },
  {
    lang: 'de',
    text: 'Nvidia hat das KI-Start-up Enfabrica leergeräumt. Meta machte dasselbe mit dem Chipentwickler Rivos.',
    deals: ['acquihire Nvidia > Enfabrica', 'acquihire Meta > Rivos'],
  },
  {
    lang: 'it',
    text: 'Nvidia ha investito nella startup Enfabrica. Meta ha fatto lo stesso con il progettista di chip Rivos.',
    deals: ['investment Nvidia > Enfabrica', 'investment Meta > Rivos'],
  },
  {
    text: 'Nvidia bought the AI start-up Enfabrica. Meta did not do the same with the chip designer Rivos.',
    deals: ['acquisition Nvidia > Enfabrica'],
  },
  {
    lang: 'fr',
    text: 'Nvidia a racheté la jeune pousse Enfabrica. Meta a fait de même avec Rivos, concepteur de puces.',
    deals: ['acquisition Nvidia > Enfabrica', 'acquisition Meta > Rivos'],
  },
  {
    lang: 'de',
    text: 'Bei der KI-Suche war Meta leer ausgegangen und stieg stattdessen für 14,3 Milliarden Dollar bei Scale AI ein.',
    deals: ['investment Meta > Scale AI'],
    sums: ['14300000000 USD tranche'],
  },
  {
    // What the head of a column says is believed, and no other kind of deal with it.
    text: 'Lab | Supplier | Amount | Announced\nOpenAI | Oracle | $300bn | Sept 2025\nOpenAI | AWS | $38bn | Nov 2025',
    deals: ['cloud Oracle > OpenAI', 'cloud Amazon > OpenAI'],
    sums: ['300000000000 USD commitment', '38000000000 USD commitment'],
  },
  {
    title: 'Google hires Windsurf CEO',
    text: "Google is paying $2.4 billion to license Windsurf's technology and is hiring its chief executive and part of its research team, days after OpenAI's $3 billion deal to buy the AI coding start-up fell apart.",
    deals: ['acquihire Google > Windsurf', 'acquisition OpenAI > Windsurf ended'],
    sums: ['2400000000 USD fee', '3000000000 USD total'],
  },
  {
    lang: 'fr',
    text: 'La tentative de Meta de racheter la start-up Larkspur AI a échoué.',
    deals: ['acquisition Meta > Larkspur AI ended'],
  },
  {
    text: 'CoreWeave said that Meta had signed up. The cloud firm will supply Mistral AI with computing capacity for $6.5 billion.',
    deals: ['cloud CoreWeave > Mistral AI'],
  },
  // What the next sentence takes back is not told; what it says of somebody else takes nothing back.
  { text: 'Last week we said that Apple owned part of the AI lab Mistral AI. It does not.', deals: [] },
  { lang: 'de', text: 'Apple habe das KI-Labor Mistral AI gekauft, schrieben wir. Das stimmt nicht.', deals: [] },
  {
    text: 'Apple has bought part of the AI lab Mistral AI. Google has not.',
    deals: ['investment Apple > Mistral AI'],
  },
  { text: "The AI start-up Brindle Labs has joined Nvidia's Inception programme.", deals: [] },
  {
    text: 'Investments are stated for each pair: 13.75 billion dollars from Microsoft in OpenAI, 8 billion dollars from Amazon in Anthropic and 2.55 billion dollars from Google in Anthropic.',
    deals: ['investment Amazon > Anthropic', 'investment Google > Anthropic', 'investment Microsoft > OpenAI'],
  },
  // The same again of nothing that was told, and a supposition.
  { text: 'Amazon did the same to the AI start-up Brindle Labs last year.', deals: [] },
  { text: 'Suppose Apple bought the AI start-up Brindle Labs. Nobody would notice.', deals: [] },
  {
    text: 'A state fund has sold its stake in the AI lab Larkspur AI to Nvidia.',
    deals: ['investment Nvidia > Larkspur AI'],
  },
  {
    text: 'Salesforce Ventures joins a $75m round for Paris-based Orbital Mind.',
    deals: ['investment Salesforce > Orbital Mind'],
  },
  {
    // Each numbered paragraph is a story of its own: the round of the third is not for the firm of the second.
    text: '1. Salesforce buys the AI start-up Brindle Labs. It is paying $1.1bn in stock.\n\n2. Nvidia invests $2 billion in the AI lab Larkspur AI. More is to come.\n\n3. Intel joins a $75m round for the chip designer Quarrel AI. It will put in $20m.',
    deals: [
      'acquisition Salesforce > Brindle Labs',
      'investment Nvidia > Larkspur AI',
      'investment Intel > Quarrel AI',
    ],
  },
  {
    text: 'On 28 May 2026 Amazon invested a further $5 billion in the AI lab Larkspur AI.',
    deals: ['investment Amazon > Larkspur AI'],
    sums: ['5000000000 USD tranche'],
  },
  {
    text: 'Nvidia may invest $2 billion in the AI lab Larkspur AI.',
    deals: ['investment Nvidia > Larkspur AI reported'],
  },
  {
    text: 'The AI start-up Brindle Labs was snapped up by Salesforce for $210 million.',
    deals: ['acquisition Salesforce > Brindle Labs'],
    sums: ['210000000 USD total'],
  },
  {
    text: 'Salesforce gobbled up Brindle Labs, a maker of AI agents, last week.',
    deals: ['acquisition Salesforce > Brindle Labs'],
  },
  {
    text: 'Brindle Labs, a developer of AI agents, now belongs to Salesforce.',
    deals: ['acquisition Salesforce > Brindle Labs'],
  },
  { text: "Intel's purchase of Quarrel AI closed on Monday.", deals: ['acquisition Intel > Quarrel AI'] },
  {
    text: 'The purchase of the AI chip designer Quarrel by Intel closed on Monday.',
    deals: ['acquisition Intel > Quarrel'],
  },
  {
    text: 'Quarrel AI counts Qualcomm and Samsung among its shareholders.',
    deals: ['investment Qualcomm > Quarrel AI', 'investment Samsung > Quarrel AI'],
  },
  {
    text: 'Among the backers of Quarrel AI are Qualcomm and Samsung.',
    deals: ['investment Qualcomm > Quarrel AI', 'investment Samsung > Quarrel AI'],
  },
  {
    text: 'Quarrel AI raised $90 million in a round with Qualcomm as anchor investor.',
    deals: ['investment Qualcomm > Quarrel AI'],
  },
  {
    text: 'Quarrel AI has raked in $90 million from Qualcomm and others.',
    deals: ['investment Qualcomm > Quarrel AI'],
  },
  { text: 'Google bankrolls Sedgemoor AI, a young lab from Leeds.', deals: ['investment Google > Sedgemoor AI'] },
  {
    text: 'Google has ploughed $300 million into Sedgemoor AI, a young lab from Leeds.',
    deals: ['investment Google > Sedgemoor AI'],
    sums: ['300000000 USD tranche'],
  },
  {
    text: 'Sedgemoor AI, a young lab from Leeds, is bankrolled by Google.',
    deals: ['investment Google > Sedgemoor AI'],
  },
  { text: 'Sedgemoor AI, in which Google holds a 12% stake, is hiring.', deals: ['investment Google > Sedgemoor AI'] },
  {
    text: 'Satya Nadella has pumped $400 million into the AI start-up Fenwick.',
    deals: ['investment Microsoft > Fenwick'],
    sums: ['400000000 USD tranche'],
  },
  {
    text: 'Microsoft has a new toy. Redmond has bought the AI start-up Fenwick for $400 million.',
    deals: ['acquisition Microsoft > Fenwick'],
  },
  {
    text: 'Meta has poached the founders of the AI start-up Tolliver Labs.',
    deals: ['acquihire Meta > Tolliver Labs'],
  },
  {
    text: 'The co-founders of the AI lab Tolliver and most of its engineers have decamped to Meta.',
    deals: ['acquihire Meta > Tolliver'],
  },
  {
    text: 'Meta lured away the chief executive and the research team of Tolliver Labs, an AI start-up.',
    deals: ['acquihire Meta > Tolliver Labs'],
  },
  { text: 'Anthropic has reserved a gigawatt of capacity at Google Cloud.', deals: ['cloud Google > Anthropic'] },
  { text: 'Mistral AI will train its next models on AWS.', deals: ['cloud Amazon > Mistral AI'] },
  {
    text: 'Cohere has undertaken to spend $1.2 billion on Oracle Cloud.',
    deals: ['cloud Oracle > Cohere'],
    sums: ['1200000000 USD commitment'],
  },
  { text: 'Oracle leases 30,000 chips to Cohere.', deals: ['cloud Oracle > Cohere'] },
  {
    text: 'Amazon has invested $1 billion in Larkspur AI, a lab. Its models run on the servers of its backer.',
    deals: ['investment Amazon > Larkspur AI'],
  },
  {
    text: 'Amazon and Google have stakes in Larkspur AI and Sedgemoor AI, two AI labs, respectively.',
    deals: ['investment Amazon > Larkspur AI', 'investment Google > Sedgemoor AI'],
  },
  {
    text: 'Amazon put $50 million into the AI lab Larkspur AI, Google $70 million into Sedgemoor AI.',
    deals: ['investment Amazon > Larkspur AI', 'investment Google > Sedgemoor AI'],
  },
  {
    title: 'Apple snaps up AI chip start-up Norrland',
    text: 'No price was given.',
    deals: ['acquisition Apple > Norrland'],
  },
  {
    text: 'Apple denied that it was about to buy Norrland AI, a chip designer.',
    deals: ['acquisition Apple > Norrland AI ended'],
  },
  {
    text: 'Nvidia has now put $8 billion in all into Larkspur AI, an AI lab.',
    deals: ['investment Nvidia > Larkspur AI'],
    sums: ['8000000000 USD total'],
  },
  {
    text: 'Nvidia adds $3 billion to its bet on the AI lab Larkspur AI, bringing its total to $8 billion.',
    deals: ['investment Nvidia > Larkspur AI'],
    sums: ['3000000000 USD tranche', '8000000000 USD total'],
  },
  {
    text: 'Cisco went shopping for AI: it bought Halden AI in March, Brisk AI in May and Corvo AI in June.',
    deals: ['acquisition Cisco > Halden AI', 'acquisition Cisco > Brisk AI', 'acquisition Cisco > Corvo AI'],
  },
  { text: 'Halden AI, an AI start-up from Oslo, has found a home at Cisco.', deals: ['acquisition Cisco > Halden AI'] },
  { text: 'Halden AI has become part of Cisco.', deals: ['acquisition Cisco > Halden AI'] },
  { text: 'Adobe swooped on Halden AI.', deals: ['acquisition Adobe > Halden AI'] },
  {
    text: 'Under the deal Adobe will pay $1.1 billion for the AI start-up Halden.',
    deals: ['acquisition Adobe > Halden'],
    sums: ['1100000000 USD total'],
  },
  {
    text: 'IBM is taking a $40 million position in Halden AI.',
    deals: ['investment IBM > Halden AI'],
    sums: ['40000000 USD tranche'],
  },
  { text: 'The cheque for Halden AI, an AI firm, came from IBM: $40 million.', deals: ['investment IBM > Halden AI'] },
  { text: 'Halden AI took $40 million from IBM.', deals: ['investment IBM > Halden AI'] },
  {
    text: 'Halden AI sold itself to IBM for $440 million.',
    deals: ['acquisition IBM > Halden AI'],
    sums: ['440000000 USD total'],
  },
  {
    text: 'Halden AI, maker of speech models, has agreed to be acquired by IBM.',
    deals: ['acquisition IBM > Halden AI'],
  },
  { text: 'IBM abandoned its bid for Halden AI.', deals: ['acquisition IBM > Halden AI ended'] },
  { text: 'Talks on a takeover of Halden AI by IBM are under way.', deals: ['acquisition IBM > Halden AI reported'] },
];

const MORE: Phrasing[] = [
  { text: 'Backed by Nvidia, Orrin AI builds agents.', deals: ['investment Nvidia > Orrin AI'] },
  { text: 'Nvidia is in talks to lead a round in Orrin AI.', deals: ['investment Nvidia > Orrin AI reported'] },
  { text: 'Orrin AI is moving its workloads to AWS.', deals: ['cloud Amazon > Orrin AI'] },
  { text: 'Orrin AI, bought by Salesforce in May, makes agents.', deals: ['acquisition Salesforce > Orrin AI'] },
  {
    text: 'Google paid $900 million to license the technology of Orrin AI and hire its founders.',
    deals: ['acquihire Google > Orrin AI'],
    sums: ['900000000 USD fee'],
  },
  {
    text: 'Under a five-year lease, CoreWeave provides Orrin AI with 20,000 GPUs.',
    deals: ['cloud CoreWeave > Orrin AI'],
  },
  {
    lang: 'de',
    text: 'Der Kauf von Lumenia AI, einem KI-Start-up, durch SAP ist gescheitert.',
    deals: ['acquisition SAP > Lumenia AI ended'],
  },
  {
    lang: 'fr',
    text: 'Parmi les actionnaires de Lumenia AI figurent Google et Nvidia.',
    deals: ['investment Google > Lumenia AI', 'investment Nvidia > Lumenia AI'],
  },
  {
    lang: 'es',
    text: 'Lumenia AI recaudó 40 millones de euros en una ronda liderada por Nvidia.',
    deals: ['investment Nvidia > Lumenia AI'],
  },
  { lang: 'it', text: 'I fondatori di Lumenia AI passano a Meta.', deals: ['acquihire Meta > Lumenia AI'] },
];

const OTHERS: Phrasing[] = [
  {
    lang: 'fr',
    text: "Nvidia a injecté 40 millions d'euros dans la jeune pousse Lumenia, spécialiste de l'IA.",
    deals: ['investment Nvidia > Lumenia'],
    sums: ['40000000 EUR tranche'],
  },
  {
    lang: 'fr',
    text: "En avril, Salesforce avalait Lumenia, une start-up d'intelligence artificielle de Nantes.",
    deals: ['acquisition Salesforce > Lumenia'],
  },
  {
    lang: 'fr',
    text: "L'acquisition de la start-up d'IA Lumenia par Salesforce est bouclée.",
    deals: ['acquisition Salesforce > Lumenia'],
  },
  {
    lang: 'fr',
    text: "La prise de participation de Google dans Lumenia AI, start-up d'intelligence artificielle, fait débat.",
    deals: ['investment Google > Lumenia AI'],
  },
  {
    lang: 'fr',
    text: "Lumenia AI, jeune pousse nantaise d'intelligence artificielle, compte Google et Nvidia parmi ses actionnaires.",
    deals: ['investment Google > Lumenia AI', 'investment Nvidia > Lumenia AI'],
  },
  {
    lang: 'fr',
    text: "Lumenia AI a été rachetée par Google pour 300 millions d'euros.",
    deals: ['acquisition Google > Lumenia AI'],
    sums: ['300000000 EUR total'],
  },
  {
    lang: 'fr',
    text: "Meta a débauché les fondateurs de Lumenia AI, start-up d'intelligence artificielle.",
    deals: ['acquihire Meta > Lumenia AI'],
  },
  { lang: 'fr', text: 'Mistral AI fait tourner ses modèles sur Azure.', deals: ['cloud Microsoft > Mistral AI'] },
  {
    lang: 'fr',
    text: "Lumenia AI est tombée dans l'escarcelle de Google.",
    deals: ['acquisition Google > Lumenia AI'],
  },
  {
    lang: 'fr',
    title: 'Google et Lumenia AI se rapprochent',
    text: "Lumenia AI est une start-up d'intelligence artificielle. Le groupe de Mountain View apporte 60 millions d'euros en échange d'une part minoritaire.",
    deals: ['investment Google > Lumenia AI'],
    sums: ['60000000 EUR tranche'],
  },
  {
    lang: 'de',
    text: 'Nvidia pumpt 40 Millionen Euro in das KI-Start-up Lumenia.',
    deals: ['investment Nvidia > Lumenia'],
    sums: ['40000000 EUR tranche'],
  },
  {
    lang: 'de',
    text: 'Das KI-Start-up Lumenia AI wurde von Salesforce für 300 Millionen Dollar geschluckt.',
    deals: ['acquisition Salesforce > Lumenia AI'],
    sums: ['300000000 USD total'],
  },
  {
    lang: 'de',
    text: 'Die Übernahme des KI-Start-ups Lumenia AI durch SAP ist abgeschlossen.',
    deals: ['acquisition SAP > Lumenia AI'],
  },
  {
    lang: 'de',
    text: 'Microsoft und Aleph Alpha? Die Redmonder haben Anteile an Lumenia AI, einem KI-Start-up, gekauft.',
    deals: ['investment Microsoft > Lumenia AI'],
  },
  {
    lang: 'de',
    text: 'Meta wirbt die Gründer des KI-Start-ups Lumenia AI ab.',
    deals: ['acquihire Meta > Lumenia AI'],
  },
  { lang: 'de', text: 'Anthropic mietet Rechenleistung bei Google Cloud.', deals: ['cloud Google > Anthropic'] },
  {
    lang: 'de',
    text: 'Zu den Geldgebern von Lumenia AI, einem KI-Start-up, zählen Nvidia und SAP.',
    deals: ['investment Nvidia > Lumenia AI', 'investment SAP > Lumenia AI'],
  },
  {
    lang: 'es',
    text: 'Nvidia inyectará 40 millones de euros en Lumenia AI, una startup de inteligencia artificial.',
    deals: ['investment Nvidia > Lumenia AI'],
    sums: ['40000000 EUR tranche'],
  },
  {
    lang: 'es',
    text: 'La startup de inteligencia artificial Lumenia AI fue comprada por Salesforce por 300 millones de dólares.',
    deals: ['acquisition Salesforce > Lumenia AI'],
    sums: ['300000000 USD total'],
  },
  {
    lang: 'es',
    text: 'La compra de Lumenia AI por parte de Google se cerró el lunes. Es una startup de inteligencia artificial.',
    deals: ['acquisition Google > Lumenia AI'],
  },
  {
    lang: 'es',
    text: 'Lumenia AI, startup de inteligencia artificial, cuenta con Google y Nvidia entre sus accionistas.',
    deals: ['investment Google > Lumenia AI', 'investment Nvidia > Lumenia AI'],
  },
  {
    lang: 'es',
    text: 'Meta ficha a los fundadores de Lumenia AI, una startup de inteligencia artificial.',
    deals: ['acquihire Meta > Lumenia AI'],
  },
  { lang: 'es', text: 'Los modelos de Cohere funcionan en Oracle Cloud.', deals: ['cloud Oracle > Cohere'] },
  {
    lang: 'it',
    text: 'Nvidia versa 40 milioni di euro nella startup di intelligenza artificiale Lumenia.',
    deals: ['investment Nvidia > Lumenia'],
    sums: ['40000000 EUR tranche'],
  },
  {
    lang: 'it',
    text: 'La startup di intelligenza artificiale Lumenia AI è stata inglobata da Salesforce.',
    deals: ['acquisition Salesforce > Lumenia AI'],
  },
  {
    lang: 'it',
    text: "L'acquisizione di Lumenia AI, startup di intelligenza artificiale, da parte di Google è conclusa.",
    deals: ['acquisition Google > Lumenia AI'],
  },
  {
    lang: 'it',
    text: 'Meta ha strappato i fondatori di Lumenia AI, una startup di intelligenza artificiale.',
    deals: ['acquihire Meta > Lumenia AI'],
  },
  { lang: 'it', text: 'Cohere addestra i suoi modelli su Oracle Cloud.', deals: ['cloud Oracle > Cohere'] },
];

/** Sums beside a deal that are no part of it. */
const OTHER_SUMS: Phrasing[] = [
  {
    text: 'Cohere, an AI lab, runs its models on Oracle Cloud. Its turnover in the United Kingdom was not above 70 million pounds.',
    deals: ['cloud Oracle > Cohere'],
  },
  {
    text: 'The turnover of Cohere, which trains its models on Oracle Cloud, was not above 70 million pounds.',
    deals: ['cloud Oracle > Cohere'],
  },
  {
    text: 'Nvidia has a stake in Halden AI, an AI lab valued at $3 billion.',
    deals: ['investment Nvidia > Halden AI'],
  },
  {
    text: 'Nvidia bought a stake in Halden AI, an AI lab. Halden had revenue of $22 million last year.',
    deals: ['investment Nvidia > Halden AI'],
  },
  {
    lang: 'de',
    text: 'Nvidia hat Anteile an Halden AI, einem KI-Start-up. Der Umsatz lag bei 70 Millionen Euro.',
    deals: ['investment Nvidia > Halden AI'],
  },
];

const NOTHING: Phrasing[] = [
  {
    text: 'The threshold is a turnover in the United Kingdom of not above 70 million pounds, said the CMA about Microsoft and Mistral AI.',
    deals: [],
  },
  { text: 'Bill Gates has pumped $40 million into the AI start-up Fenwick.', deals: [] },
  { text: 'Satya Nadella praised the AI start-up Fenwick.', deals: [] },
  { text: 'Google lets customers of Larkspur AI, an AI lab, log in with their accounts.', deals: [] },
  { text: 'Salesforce swallowed hard when the AI start-up Brindle Labs won a contract.', deals: [] },
  { text: 'Microsoft pumps $80 billion into data centres this year. Fenwick, an AI start-up, watches.', deals: [] },
  {
    title: 'Microsoft and Mistral AI: what next?',
    text: 'Microsoft will put $80 billion into data centres this year.',
    deals: [],
  },
  {
    text: 'Shares in Nvidia rose after the AI start-up Fenwick raised $40 million from two family offices.',
    deals: [],
  },
  { text: 'The founders of the AI start-up Fenwick met at Google and left in 2023.', deals: [] },
  { text: 'Fenwick, an AI start-up, hired a lawyer who had worked for Meta.', deals: [] },
  { lang: 'fr', text: "Salesforce n'a pas investi dans Lumenia, une start-up d'intelligence artificielle.", deals: [] },
  { lang: 'de', text: 'Lumenia, ein KI-Start-up, konkurriert mit SAP und Salesforce.', deals: [] },
  { lang: 'es', text: 'Lumenia, una startup de inteligencia artificial, compite con Google y Microsoft.', deals: [] },
  { lang: 'it', text: 'Lumenia, una startup di intelligenza artificiale, fa concorrenza a Google.', deals: [] },
];

/** Start-ups that no list has, known by what the text says they make, own or stand beside. */
const STRANGERS: Phrasing[] = [
  {
    text: 'Databricks paid $50 million for Harrowgate, a three-year-old company that tests language models.',
    deals: ['acquisition Databricks > Harrowgate'],
    sums: ['50000000 USD total'],
  },
  {
    text: 'Oracle said Lowmoor would rent 9,000 of its GPUs. Lowmoor, a video-generation lab, pays $300 million.',
    deals: ['cloud Oracle > Lowmoor'],
  },
  {
    text: 'Cisco bought Dunmere. The robots of Dunmere sort parcels with the help of AI.',
    deals: ['acquisition Cisco > Dunmere'],
  },
  {
    text: 'Microsoft Corporation shall acquire Sallow Cognition, Inc., a developer of machine-learning software.',
    deals: ['acquisition Microsoft > Sallow Cognition'],
  },
  {
    text: "The start-up's backers include Nvidia and IBM. Founded in Zurich, Firnschnee trains weather models.",
    deals: ['investment IBM > Firnschnee', 'investment Nvidia > Firnschnee'],
  },
  {
    text: 'The AI firm Dunmere Systems is in foreign hands: Tencent holds 11 percent.',
    deals: ['investment Tencent > Dunmere Systems'],
  },
  {
    text: 'Supplier: CoreWeave.\nCustomer: Dunmere AI.\nSupplier: Oracle.\nCustomer: Cohere.',
    deals: ['cloud CoreWeave > Dunmere AI', 'cloud Oracle > Cohere'],
  },
  {
    text: 'Company | Investor | Sum\n\nWayve | Nvidia | $500m\n\nSkild AI | SoftBank | $300m',
    deals: ['investment Nvidia > Wayve', 'investment SoftBank > Skild AI'],
  },
  {
    text: 'Dunmere AI has taken $25m from Snowflake.',
    deals: ['investment Snowflake > Dunmere AI'],
    sums: ['25000000 USD tranche'],
  },
  {
    lang: 'de',
    text: 'SAP kauft das Münchner Unternehmen Rechenwald, das KI-Agenten baut.',
    deals: ['acquisition SAP > Rechenwald'],
  },
  {
    text: 'Microsoft backs the Forum, which offers AI courses at School No. 4, and Google likes MSFT shares.',
    deals: [],
  },
];

function read(p: Phrasing) {
  return readDocument({
    title: p.title ?? '',
    text: p.text,
    published: PUBLISHED,
    language: p.lang ?? 'en',
  });
}

function told(p: Phrasing): string[] {
  return read(p)
    .deals.filter((d) => d.kind !== 'partnership')
    .map((d) => `${d.kind} ${d.acquirer} > ${d.target}${d.certainty === 'done' ? '' : ` ${d.certainty}`}`)
    .sort();
}

describe.each([
  ['in English', ENGLISH],
  ['told otherwise', MORE],
  ['in other languages', OTHERS],
  ['of strangers', STRANGERS],
  ['of no deal', NOTHING],
])('phrasings %s', (_, phrasings) => {
  it.each(phrasings.map((p) => [`${p.lang ?? 'en'}: ${p.title ?? ''} ${p.text}`, p] as const))('%s', (_, p) => {
    expect(told(p)).toEqual([...p.deals].sort());
    const sums = read(p).deals.flatMap((d) => d.amounts.map((a) => `${a.value} ${a.currency} ${a.role}`));
    for (const sum of p.sums ?? []) expect(sums).toContain(sum);
  });
});

describe('sums beside a deal', () => {
  it.each(OTHER_SUMS.map((p) => [p.text, p] as const))('%s', (_, p) => {
    expect(told(p)).toEqual([...p.deals].sort());
    expect(read(p).deals.flatMap((d) => d.amounts)).toEqual([]);
  });
});
