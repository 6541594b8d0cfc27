import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';
import { evidenceHolds } from '../../model/evidence.ts';

/** One construction: a text of our own and the deals that it asserts, as `kind Acquirer > Target certainty`. */
interface Construction {
  what: string;
  lang?: string;
  title?: string;
  text: string;
  deals: string[];
  /** `Acquirer > Target: value currency role` for sums that must be found, in any order. */
  sums?: string[];
}

const PUBLISHED = '2025-06-18' as PartialDay;

const CONSTRUCTIONS: Construction[] = [
  {
    what: 'active voice',
    text: 'Nvidia has invested $80 million in Wayve, the British developer of self-driving software.',
    deals: ['investment Nvidia > Wayve done'],
    sums: ['Nvidia > Wayve: 80000000 USD tranche'],
  },
  {
    what: 'passive voice',
    text: 'The AI start-up Silo AI was bought by AMD for $665 million.',
    deals: ['acquisition AMD > Silo AI done'],
    sums: ['AMD > Silo AI: 665000000 USD total'],
  },
  {
    what: 'a noun with owner and preposition',
    text: "Amazon's $300 million bet on Covariant surprised the robotics trade.",
    deals: ['investment Amazon > Covariant done'],
    sums: ['Amazon > Covariant: 300000000 USD tranche'],
  },
  {
    what: 'a noun with "of" and "by"',
    text: 'Regulators looked at the acquisition of the AI firm Run:ai by Nvidia.',
    deals: ['acquisition Nvidia > Run:ai done'],
  },
  {
    what: 'a relative clause whose pronoun is the subject',
    text: 'Google, which has put $2 billion into Anthropic, would not comment.',
    deals: ['investment Google > Anthropic done'],
    sums: ['Google > Anthropic: 2000000000 USD tranche'],
  },
  {
    what: 'a relative clause whose pronoun is the object',
    text: 'OctoAI, which Nvidia bought last autumn, made AI models run on many chips.',
    deals: ['acquisition Nvidia > OctoAI done'],
  },
  {
    what: 'a compound with a hyphen',
    text: 'The Microsoft-backed start-up Figure AI showed a new humanoid robot.',
    deals: ['investment Microsoft > Figure AI done'],
  },
  {
    what: 'a consortium led by one of them',
    text: 'The AI lab Cohere raised $500 million in a round led by Nvidia, with participation from Oracle and Salesforce.',
    deals: [
      'investment Nvidia > Cohere done',
      'investment Oracle > Cohere done',
      'investment Salesforce > Cohere done',
    ],
  },
  {
    what: 'respectively',
    text: 'The founders of Adept and Inflection AI have been hired by Amazon and Microsoft respectively.',
    deals: ['acquihire Amazon > Adept done', 'acquihire Microsoft > Inflection AI done'],
  },
  {
    what: 'a second pair with the verb left out',
    text: 'Microsoft has invested $13 billion in OpenAI, Amazon $8 billion in Anthropic.',
    deals: ['investment Microsoft > OpenAI done', 'investment Amazon > Anthropic done'],
    sums: ['Microsoft > OpenAI: 13000000000 USD total', 'Amazon > Anthropic: 8000000000 USD total'],
  },
  {
    what: 'two sums, each with its supplier',
    text: 'The AI developer Anthropic will spend $3 billion at Google and $4 billion at Amazon.',
    deals: ['cloud Google > Anthropic done', 'cloud Amazon > Anthropic done'],
    sums: ['Google > Anthropic: 3000000000 USD commitment', 'Amazon > Anthropic: 4000000000 USD commitment'],
  },
  {
    what: 'two deals in one sentence',
    text: 'Oracle invested in Cohere, while Nvidia acquired the AI firm Deci.',
    deals: ['investment Oracle > Cohere done', 'acquisition Nvidia > Deci done'],
  },
  {
    what: 'a pronoun for the group and a description for the start-up',
    text: 'Microsoft announced a partnership with Mistral AI in February. It invested €15 million in the Paris company.',
    deals: ['investment Microsoft > Mistral AI done'],
    sums: ['Microsoft > Mistral AI: 15000000 EUR tranche'],
  },
  {
    what: 'groups by seat, trade and brand',
    text: 'The Seattle giant put $4 billion into the maker of Claude. The iPhone maker bought the AI start-up DarwinAI.',
    title: 'A busy week at Amazon and Apple, for Anthropic and for DarwinAI',
    deals: ['investment Amazon > Anthropic done', 'acquisition Apple > DarwinAI done'],
  },
  {
    what: 'a group by the name of its head',
    text: "Satya Nadella's company took a stake in the AI developer G42.",
    title: 'Microsoft goes to Abu Dhabi',
    deals: ['investment Microsoft > G42 done'],
  },
  {
    what: 'an unlisted firm by apposition',
    text: 'Intel has acquired Brightloom, which makes software for training neural networks.',
    deals: ['acquisition Intel > Brightloom done'],
  },
  {
    what: 'an unlisted firm by description',
    text: 'Samsung invested $20 million in the robotics start-up Kestrel Dynamics of Tel Aviv.',
    deals: ['investment Samsung > Kestrel Dynamics done'],
  },
  {
    what: 'founders and staff hired against a licence',
    text: 'Google hired the founders of Windsurf and several engineers, and paid $2.4 billion for a licence to its AI technology.',
    deals: ['acquihire Google > Windsurf done'],
    sums: ['Google > Windsurf: 2400000000 USD fee'],
  },
  {
    what: 'people who join',
    text: "Adept's co-founders and most of its researchers are joining Amazon to work on AI agents.",
    deals: ['acquihire Amazon > Adept done'],
  },
  {
    what: 'a purchase made for its people stays a purchase',
    text: 'Apple bought the AI firm Datakalab to get its engineers, who will join Apple in Paris.',
    deals: ['acquisition Apple > Datakalab done'],
  },
  {
    what: 'talks',
    text: 'Apple is in talks to buy Mistral AI, according to two people.',
    deals: ['acquisition Apple > Mistral AI reported'],
  },
  {
    what: 'a deal that fell through',
    text: 'OpenAI has abandoned its purchase of the AI coding firm Windsurf.',
    deals: ['acquisition OpenAI > Windsurf ended'],
  },
  {
    what: 'a denial',
    text: 'Nvidia did not buy Groq.',
    deals: [],
  },
  {
    what: 'a clearance without conditions denies nothing',
    lang: 'fr',
    text: "L'Autorité a autorisé sans réserve le rachat par Nvidia de la start-up d'IA Run:ai.",
    deals: ['acquisition Nvidia > Run:ai done'],
  },
  {
    what: 'nor does one without objection',
    lang: 'es',
    text: 'La comisión ha aprobado sin objeciones la compra de la firma de IA Silo AI por AMD.',
    deals: ['acquisition AMD > Silo AI done'],
  },
  {
    what: 'somebody else did not',
    text: 'Microsoft itself, and not the fund, owns the shares in the AI lab Mistral AI.',
    deals: ['investment Microsoft > Mistral AI done'],
  },
  {
    what: 'a part of a firm is not the firm',
    text: 'Amazon bought robots from Agility Robotics. Microsoft purchased chips of Graphcore.',
    deals: [],
  },
  {
    what: 'a primary cloud provider without a sum',
    text: 'Anthropic named AWS its primary cloud provider.',
    deals: ['cloud Amazon > Anthropic done'],
  },
  {
    what: 'training on a cloud',
    text: 'Stability AI trains its models on Amazon Web Services.',
    deals: ['cloud Amazon > Stability AI done'],
  },
  {
    what: 'a valuation is no amount',
    text: 'Google invested $300 million in Anthropic at a valuation of $5 billion.',
    deals: ['investment Google > Anthropic done'],
    sums: ['Google > Anthropic: 300000000 USD tranche'],
  },
  {
    what: 'now and later',
    text: 'Google paid $500 million into Anthropic at once and will add the remaining $1.5 billion over time.',
    deals: ['investment Google > Anthropic done'],
    sums: ['Google > Anthropic: 500000000 USD tranche', 'Google > Anthropic: 1500000000 USD future'],
  },
  {
    what: 'a ceiling',
    text: 'Nvidia will invest up to $100 billion in OpenAI.',
    deals: ['investment Nvidia > OpenAI done'],
    sums: ['Nvidia > OpenAI: 100000000000 USD ceiling'],
  },
  {
    what: 'ordinary words that look like names',
    text: 'The meta analysis of the apple harvest used an oracle. Together they cohere: the inflection of a character matters.',
    deals: [],
  },
  {
    what: 'a customer outside AI',
    text: 'The bank Wells Fargo chose Microsoft Azure as its primary cloud.',
    deals: [],
  },
  {
    what: 'French: active voice and a noun',
    lang: 'fr',
    text: "Amazon a investi 4 milliards de dollars dans Anthropic. L'entrée de Nvidia au capital de Mistral AI date de 2024.",
    deals: ['investment Amazon > Anthropic done', 'investment Nvidia > Mistral AI done'],
  },
  {
    what: 'French: conditional for hearsay',
    lang: 'fr',
    text: "Apple envisagerait de racheter la start-up d'intelligence artificielle Perplexity.",
    deals: ['acquisition Apple > Perplexity reported'],
  },
  {
    what: 'French: founders taken over',
    lang: 'fr',
    text: "Microsoft a recruté le patron d'Inflection AI et l'essentiel de son équipe.",
    deals: ['acquihire Microsoft > Inflection AI done'],
  },
  {
    what: 'German: verb at the end and genitive',
    lang: 'de',
    text: 'Nvidia hat das KI-Start-up Run:ai übernommen. Microsofts Einstieg bei OpenAI liegt Jahre zurück.',
    deals: ['acquisition Nvidia > Run:ai done', 'investment Microsoft > OpenAI done'],
  },
  {
    what: 'Spanish: active voice',
    lang: 'es',
    text: 'Amazon ha invertido 8.000 millones de dólares en Anthropic, que utiliza AWS como principal proveedor de nube.',
    deals: ['investment Amazon > Anthropic done', 'cloud Amazon > Anthropic done'],
  },
  {
    what: 'Italian: purchase',
    lang: 'it',
    text: 'Nvidia ha acquisito la startup Deci, che ottimizza modelli di intelligenza artificiale.',
    deals: ['acquisition Nvidia > Deci done'],
  },
];

describe('constructions', () => {
  it.each(CONSTRUCTIONS)('$what', ({ lang = 'en', title = '', text, deals, sums = [] }) => {
    const reading = readDocument({ title, text, published: PUBLISHED, language: lang });
    const said = reading.deals.map((d) => `${d.kind} ${d.acquirer} > ${d.target} ${d.certainty}`);
    expect(said.sort()).toEqual([...deals].sort());
    const found = reading.deals.flatMap((d) =>
      d.amounts.map((a) => `${d.acquirer} > ${d.target}: ${a.value} ${a.currency} ${a.role}`),
    );
    expect(found).toEqual(expect.arrayContaining(sums));
    for (const d of reading.deals) {
      for (const e of [...d.quotes, ...d.amounts, ...d.terms]) expect(evidenceHolds(e, { title, text })).toBe(true);
    }
  });
});

/** More of the same, one a line: language | text | deals. */
const LINES = `
en|Wayve, a London developer of autonomous driving, counts Microsoft, Nvidia and SoftBank among its investors.|investment Microsoft > Wayve done; investment Nvidia > Wayve done; investment SoftBank > Wayve done
en|Among the backers of Mistral AI are Nvidia and Salesforce Ventures.|investment Nvidia > Mistral AI done; investment Salesforce > Mistral AI done
en|Mistral AI closed a €600 million Series B; General Catalyst led, and Nvidia, Samsung and IBM took part.|investment Nvidia > Mistral AI done; investment Samsung > Mistral AI done; investment IBM > Mistral AI done
en|Salesforce is snapping up Convergence.ai, a London start-up building AI agents.|acquisition Salesforce > Convergence.ai done
en|Scale AI's chief executive Alexandr Wang will leave for Meta, which is buying 49% of the data-labelling firm for $14.3 billion.|acquihire Meta > Scale AI done; investment Meta > Scale AI done
en|CoreWeave has signed a five-year deal to supply OpenAI with computing power worth $11.9 billion.|cloud CoreWeave > OpenAI done
en|xAI bought 100,000 Nvidia H100 chips for its Memphis data centre.|cloud Nvidia > xAI done
en|Microsoft paid Inflection about $650 million, mostly in the form of a licensing deal, as it hired most of the start-up's staff, including co-founder Mustafa Suleyman.|acquihire Microsoft > Inflection AI done
en|Amazon is weighing a further multibillion-dollar investment in Anthropic.|investment Amazon > Anthropic reported
en|Meta tried to buy Safe Superintelligence but was rebuffed.|acquisition Meta > Safe Superintelligence ended
en|Nvidia dropped its $40 billion bid for Arm after regulators objected.|acquisition Nvidia > Arm ended
en|OpenAI, in which Microsoft holds a 27% stake, will remain dependent on Azure.|investment Microsoft > OpenAI done; cloud Microsoft > OpenAI done
en|With the $2 billion from Google, Anthropic has now raised $7 billion.|investment Google > Anthropic done
en|About 80% of Adept's employees went to Amazon, which also licensed the company's technology.|acquihire Amazon > Adept done
en|Poolside announced $500 million in Series B funding from Bain Capital Ventures, Nvidia and others.|investment Nvidia > Poolside done
en|Nvidia keeps spending. The Santa Clara chip giant has backed dozens of start-ups, including Cohere and Hugging Face.|investment Nvidia > Cohere done; investment Nvidia > Hugging Face done
en|OpenAI said it had raised $6.6 billion. Thrive Capital led the round. Microsoft, Nvidia and SoftBank also participated.|investment Microsoft > OpenAI done; investment Nvidia > OpenAI done; investment SoftBank > OpenAI done
en|Inflection AI's founders are leaving. Mustafa Suleyman and Karén Simonyan will join Microsoft with most of the start-up's 70 employees. Microsoft will pay $620 million for a licence.|acquihire Microsoft > Inflection AI done
en|The FTC asked Microsoft whether its $13 billion investment in OpenAI might be a merger.|investment Microsoft > OpenAI done
en|If Apple bought Mistral, regulators would object.|
en|Could Nvidia buy Intel?|
en|John Schulman, a co-founder of OpenAI, left to join Anthropic.|
en|Meta is not buying Thinking Machines Lab, a spokesman said.|
en|Anthropic's Claude is now available on Amazon Bedrock and Google Vertex AI.|
en|Andreessen Horowitz led a $100 million round in the AI start-up Luma.|
en|Nvidia's revenue rose to $30 billion, and Microsoft spent $14 billion on capital expenditure.|
fr|La start-up Poolside, soutenue par Nvidia, veut lever deux milliards de dollars.|investment Nvidia > Poolside done
fr|Meta va acquérir 49 % de Scale AI pour 14,3 milliards de dollars.|investment Meta > Scale AI done
fr|Anthropic s'est engagé à dépenser 30 milliards de dollars sur Azure.|cloud Microsoft > Anthropic done
fr|Selon la presse, Amazon discuterait d'un investissement de 10 milliards de dollars dans OpenAI.|investment Amazon > OpenAI reported
fr|Après l'échec des discussions avec OpenAI, Google a embauché le PDG de Windsurf.|acquihire Google > Windsurf done
fr|La CMA examine les liens entre Google et Anthropic, dont le géant détient 14 %.|investment Google > Anthropic done
fr|Meta a débauché quatre chercheurs d'OpenAI.|
de|Nvidia hat sich an dem Start-up Mistral AI beteiligt.|investment Nvidia > Mistral AI done
de|OpenAI kauft für 300 Milliarden Dollar Rechenleistung bei Oracle.|cloud Oracle > OpenAI done
de|Nvidia will Run:ai übernehmen.|acquisition Nvidia > Run:ai reported
es|OpenAI firmó un contrato con Oracle por 300.000 millones de dólares en capacidad de cómputo.|cloud Oracle > OpenAI done
es|Google contrató a los fundadores de Character.AI.|acquihire Google > Character.AI done
it|Meta acquista il 49% di Scale AI per 14,3 miliardi di dollari.|investment Meta > Scale AI done
it|Amazon ha assunto i fondatori di Adept.|acquihire Amazon > Adept done
`;

describe('more constructions', () => {
  const cases = LINES.trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string, string]);

  it.each(cases)('%s: %s', (language, text, wanted) => {
    const { deals } = readDocument({ title: '', text, published: PUBLISHED, language });
    const said = deals.map((d) => `${d.kind} ${d.acquirer} > ${d.target} ${d.certainty}`);
    expect(said.sort()).toEqual(
      wanted
        .split(';')
        .map((deal) => deal.trim())
        .filter(Boolean)
        .sort(),
    );
  });
});
