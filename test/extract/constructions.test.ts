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
    sums: ['Microsoft > OpenAI: 13000000000 USD tranche', 'Amazon > Anthropic: 8000000000 USD tranche'],
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
    title: 'Anthropic and DarwinAI find buyers: Amazon and Apple',
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
