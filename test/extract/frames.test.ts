import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { readDocument, unitsOf } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** Sentences and what the grammar claims of them, before anything is weighed: `kind Acquirer > Target assertion`. */
interface Sentence {
  lang?: string;
  title?: string;
  text: string;
  /** Claimed, among others. */
  says?: string[];
  /** Not claimed. */
  never?: string[];
}

const inputOf = (s: Sentence) => ({
  title: s.title ?? '',
  text: s.text,
  published: '2026-06-10' as PartialDay,
  language: s.lang ?? 'en',
});

function claimed(s: Sentence): string[] {
  const { units, language } = unitsOf(inputOf(s));
  const claims = surveyUnits(units, language).told.flatMap((t) => t.claims);
  return claims.map(({ frame: f, assertion }) => `${f.kind} ${f.acquirer} > ${f.target} ${assertion}`);
}

const OWNING: Sentence[] = [
  {
    text: 'SoftBank is well known in Britain; it owns the AI chip company Larkspur.',
    says: ['acquisition SoftBank > Larkspur done'],
  },
  {
    lang: 'fr',
    text: "SoftBank possède le concepteur de puces d'IA Larkspur.",
    says: ['acquisition SoftBank > Larkspur done'],
  },
  {
    lang: 'de',
    text: 'SoftBank besitzt das KI-Start-up Larkspur.',
    says: ['acquisition SoftBank > Larkspur done'],
  },
  {
    lang: 'es',
    text: 'SoftBank posee la startup de IA Larkspur.',
    says: ['acquisition SoftBank > Larkspur done'],
  },
  {
    lang: 'it',
    text: 'SoftBank possiede la startup di IA Larkspur.',
    says: ['acquisition SoftBank > Larkspur done'],
  },
  // A part of a firm, and what it makes, are not the firm.
  { text: 'SoftBank owns 12% of the AI lab Larkspur AI.', never: ['acquisition SoftBank > Larkspur AI done'] },
  { text: 'SoftBank owns shares in the AI lab Larkspur AI.', never: ['acquisition SoftBank > Larkspur AI done'] },
  {
    lang: 'de',
    text: 'SoftBank besitzt Anteile an dem KI-Start-up Larkspur.',
    never: ['acquisition SoftBank > Larkspur done'],
  },
];

const HINDERED: Sentence[] = [
  {
    text: "The FTC has sued to block Nvidia's purchase of the AI lab Larkspur AI.",
    says: ['acquisition Nvidia > Larkspur AI done'],
  },
  {
    text: "A court has blocked Nvidia's purchase of the AI lab Larkspur AI.",
    says: ['acquisition Nvidia > Larkspur AI ended'],
  },
  {
    text: "The regulator has decided to block Nvidia's purchase of the AI lab Larkspur AI.",
    says: ['acquisition Nvidia > Larkspur AI ended'],
  },
];

const FORSWORN: Sentence[] = [
  { text: 'Apple will not buy the AI start-up Larkspur after all.', says: ['acquisition Apple > Larkspur ended'] },
  {
    lang: 'fr',
    text: "Apple ne rachètera pas la jeune pousse d'IA Larkspur.",
    says: ['acquisition Apple > Larkspur ended'],
  },
  {
    lang: 'de',
    text: 'Das KI-Start-up Larkspur wird doch nicht von Apple übernommen.',
    says: ['acquisition Apple > Larkspur ended'],
  },
  {
    lang: 'es',
    text: 'Apple no comprará la startup de IA Larkspur.',
    says: ['acquisition Apple > Larkspur ended'],
  },
  {
    lang: 'it',
    text: 'Apple non acquisirà la startup di IA Larkspur.',
    says: ['acquisition Apple > Larkspur ended'],
  },
  {
    lang: 'fr',
    text: "Apple n'investira finalement pas dans la jeune pousse d'IA Larkspur.",
    says: ['investment Apple > Larkspur ended'],
  },
  {
    text: 'Apple has not invested in the AI start-up Larkspur after all.',
    says: ['investment Apple > Larkspur denied'],
  },
  { text: 'Apple did not buy the AI start-up Larkspur.', says: ['acquisition Apple > Larkspur denied'] },
  {
    // Whose purchase came to nothing is said by the sentence that names a buyer.
    title: 'Google hires the head of Larkspur',
    text: 'The $3 billion acquisition of the AI start-up Larkspur fell through. Larkspur will not be bought by OpenAI after all.',
    says: ['acquisition OpenAI > Larkspur ended'],
    never: ['acquisition Google > Larkspur ended'],
  },
];

const ORDERED: Sentence[] = [
  {
    text: 'OpenAI had first committed up to $11.9 billion to CoreWeave.',
    says: ['cloud CoreWeave > OpenAI done'],
    never: ['investment OpenAI > CoreWeave done'],
  },
  { text: 'Nvidia has committed $2 billion to CoreWeave.', says: ['investment Nvidia > CoreWeave done'] },
];

const WHENCE: Sentence[] = [
  {
    lang: 'fr',
    title: 'Microsoft et Mistral AI',
    text: "La Commission examine l'acquisition par Nvidia de la société suédoise Fjordal AB, qui conçoit des puces pour l'IA.",
    says: ['acquisition Nvidia > Fjordal done'],
    never: ['acquisition Nvidia > Mistral AI done'],
  },
  {
    lang: 'it',
    text: "Nvidia ha comprato l'azienda comasca Fjordal, che progetta chip per l'intelligenza artificiale.",
    says: ['acquisition Nvidia > Fjordal done'],
  },
  {
    lang: 'es',
    text: 'Nvidia ha comprado la empresa malagueña Fjordal, que diseña chips de inteligencia artificial.',
    says: ['acquisition Nvidia > Fjordal done'],
  },
];

const CONTROLLED: Sentence[] = [
  {
    text: 'Nvidia holds a majority in the AI lab Larkspur AI.',
    says: ['acquisition Nvidia > Larkspur AI done'],
    never: ['investment Nvidia > Larkspur AI done'],
  },
  {
    lang: 'de',
    text: 'Nvidia hält die Mehrheit am KI-Labor Larkspur AI.',
    says: ['acquisition Nvidia > Larkspur AI done'],
  },
  {
    lang: 'fr',
    text: "Nvidia a pris une participation majoritaire dans la jeune pousse d'IA Larkspur.",
    says: ['acquisition Nvidia > Larkspur done'],
  },
  {
    lang: 'es',
    text: 'Nvidia posee la mayoría de la startup de IA Larkspur.',
    says: ['acquisition Nvidia > Larkspur done'],
  },
  {
    lang: 'it',
    text: 'Nvidia detiene la maggioranza della startup di IA Larkspur.',
    says: ['acquisition Nvidia > Larkspur done'],
  },
  {
    text: 'Nvidia holds a minority in the AI lab Larkspur AI.',
    never: ['acquisition Nvidia > Larkspur AI done'],
  },
  {
    text: 'Microsoft emptied the AI start-up Larkspur and took the majority of its engineers.',
    never: ['acquisition Microsoft > Larkspur done'],
  },
];

const SUPPLIED: Sentence[] = [
  {
    text: 'Larkspur AI, an AI lab, will rent capacity with Nvidia processors from CoreWeave.',
    says: ['cloud CoreWeave > Larkspur AI done'],
    never: ['cloud Nvidia > Larkspur AI done'],
  },
  {
    lang: 'fr',
    text: "La jeune pousse d'IA Larkspur s'est engagée à louer pour 90 millions d'euros de capacités équipées de processeurs Nvidia chez CoreWeave.",
    says: ['cloud CoreWeave > Larkspur done'],
    never: ['cloud Nvidia > Larkspur done'],
  },
  {
    text: 'Larkspur AI, an AI lab, has ordered 20,000 processors from Nvidia.',
    says: ['cloud Nvidia > Larkspur AI done'],
  },
  {
    text: 'OpenAI has just made a new and large commitment to Azure.',
    says: ['cloud Microsoft > OpenAI done'],
    never: ['investment Microsoft > OpenAI done'],
  },
  {
    text: 'With CoreWeave as operator and Nvidia as supplier, Larkspur AI is building a GPU cluster.',
    says: ['cloud CoreWeave > Larkspur AI done', 'cloud Nvidia > Larkspur AI done'],
  },
  {
    lang: 'de',
    text: 'Mit CoreWeave als Betreiber baut das KI-Start-up Larkspur ein Rechenzentrum.',
    says: ['cloud CoreWeave > Larkspur done'],
  },
  {
    lang: 'es',
    text: 'Con Oracle como proveedor, la startup de IA Larkspur levanta un centro de datos.',
    says: ['cloud Oracle > Larkspur done'],
  },
  {
    // No computing power, no cloud.
    text: 'With Oracle as host of the party, Larkspur AI celebrated its birthday.',
    never: ['cloud Oracle > Larkspur AI done'],
  },
];

const LISTED: Sentence[] = [
  {
    // Each entry is about the firm that it opens with; who leads a round receives nothing.
    text: '• xAI – raised $6bn; Nvidia among the investors.\n• Larkspur AI – Nvidia, Google participate in $308m Series D led by Fenwick Atlantic.',
    says: ['investment Nvidia > Larkspur AI done', 'investment Google > Larkspur AI done'],
    never: ['investment Google > xAI done', 'investment Nvidia > Fenwick Atlantic done'],
  },
  {
    // An entry that opens with the one who gives is about nobody else than before.
    text: 'Larkspur AI, an AI lab, has raised $300m.\n• Nvidia – $100m\n• Google – $50m',
    never: ['investment Nvidia > Google done'],
  },
];

const HEADLINED: Sentence[] = [
  {
    title: "FTC Challenges Adobe's $2.8 Billion Acquisition of Generative Design Rival Palettica",
    text: 'The agency wants to stop Adobe from acquiring Palettica, Inc. In generative AI, it says, Palettica is the only challenger.',
    says: ['acquisition Adobe > Palettica done'],
    never: ['acquisition Adobe > Generative Design Rival Palettica done'],
  },
  {
    // What the text calls by its whole name keeps it.
    title: 'Adobe Buys Larkspur AI',
    text: 'Adobe has bought the AI start-up Larkspur AI. Larkspur builds models for designers.',
    says: ['acquisition Adobe > Larkspur AI done'],
    never: ['acquisition Adobe > Larkspur done'],
  },
];

const DISOWNED: Sentence[] = [
  {
    text: 'Microsoft has denied that it has invested in the AI lab Larkspur AI.',
    says: ['investment Microsoft > Larkspur AI denied'],
  },
  {
    lang: 'fr',
    text: "Microsoft a démenti avoir investi dans la jeune pousse d'IA Larkspur.",
    says: ['investment Microsoft > Larkspur denied'],
  },
  {
    lang: 'es',
    text: 'Microsoft desmiente haber invertido en la startup de IA Larkspur.',
    says: ['investment Microsoft > Larkspur denied'],
  },
  {
    lang: 'it',
    text: 'Microsoft ha smentito di aver investito nella startup di IA Larkspur.',
    says: ['investment Microsoft > Larkspur denied'],
  },
  {
    text: 'Microsoft has not denied that it invested in the AI lab Larkspur AI.',
    never: ['investment Microsoft > Larkspur AI denied'],
  },
];

const HIRED: Sentence[] = [
  {
    // Whoever hires is not whom the people leave.
    text: "The agency looks into Microsoft's hiring of staff from Larkspur AI, an AI lab.",
    says: ['acquihire Microsoft > Larkspur AI done'],
  },
  {
    text: "The agency looks into Microsoft's staff and into Larkspur AI, an AI lab.",
    never: ['acquihire Microsoft > Larkspur AI done'],
  },
];

const BOUGHT_FROM: Sentence[] = [
  {
    text: 'The AI lab Larkspur AI has a new customer. Snowflake buys Larkspur models and offers them to its customers.',
    never: ['acquisition Snowflake > Larkspur AI done', 'cloud Snowflake > Larkspur AI done'],
  },
  {
    text: "Salesforce buys Anthropic's models and offers them to its customers.",
    never: ['acquisition Salesforce > Anthropic done', 'cloud Salesforce > Anthropic done'],
  },
  {
    text: "Amazon sells Anthropic's models; Anthropic trains them on AWS.",
    says: ['cloud Amazon > Anthropic done'],
  },
  { text: 'OpenAI and Oracle added two gigawatts to their project.', never: ['investment Oracle > OpenAI done'] },
];

const CONTRASTED: Sentence[] = [
  {
    text: 'It was Intel, not AMD, that bought the AI chip designer Larkspur.',
    says: ['acquisition Intel > Larkspur done'],
    never: ['acquisition AMD > Larkspur done'],
  },
  {
    lang: 'fr',
    text: "C'est Intel, et non AMD, qui a racheté le concepteur de puces d'IA Larkspur.",
    says: ['acquisition Intel > Larkspur done'],
    never: ['acquisition AMD > Larkspur done'],
  },
  {
    lang: 'de',
    text: 'Nicht AMD, sondern Intel hat den KI-Chipentwickler Larkspur gekauft.',
    says: ['acquisition Intel > Larkspur done'],
    never: ['acquisition AMD > Larkspur done'],
  },
  {
    lang: 'es',
    text: 'Fue Intel, y no AMD, quien compró la diseñadora de chips de IA Larkspur.',
    says: ['acquisition Intel > Larkspur done'],
    never: ['acquisition AMD > Larkspur done'],
  },
  {
    lang: 'it',
    text: 'Intel, e non AMD, ha comprato la startup di IA Larkspur.',
    says: ['acquisition Intel > Larkspur done'],
    never: ['acquisition AMD > Larkspur done'],
  },
  {
    text: 'The AI lab Larkspur AI trains its models on Azure rather than Google Cloud.',
    says: ['cloud Microsoft > Larkspur AI done'],
    never: ['cloud Google > Larkspur AI done'],
  },
  {
    text: 'Not only Intel but also AMD has invested in the AI lab Larkspur AI.',
    says: ['investment AMD > Larkspur AI done'],
  },
  {
    lang: 'de',
    text: 'Weder Amazon noch Google haben in das KI-Start-up Larkspur investiert.',
    never: ['investment Google > Larkspur done', 'investment Amazon > Larkspur done'],
  },
  {
    lang: 'de',
    text: 'Google hat nicht nur in das KI-Start-up Larkspur investiert.',
    says: ['investment Google > Larkspur done'],
  },
];

const HOSTED: Sentence[] = [
  {
    lang: 'es',
    text: 'La startup de IA Larkspur alojará sus modelos en Oracle por 3.000 millones de euros.',
    says: ['cloud Oracle > Larkspur done'],
  },
  {
    lang: 'de',
    text: 'Das KI-Start-up Larkspur setzt auf Google.',
    never: ['investment Google > Larkspur done'],
  },
  {
    text: 'Google is going to talk to the AI lab Larkspur AI about $2bn.',
    never: ['investment Google > Larkspur AI done'],
  },
  { text: 'Larkspur AI, an AI lab, hosted a dinner at Oracle.', never: ['cloud Oracle > Larkspur AI done'] },
];

const NO_FIRMS: [string, string][] = [
  ['Apple opens its App Store to AI assistants.', 'App Store'],
  ['Meta acquired the rights to show AI clips from the Champions League.', 'Champions League'],
  ['Listeners get Amazon Music AI, which Amazon has bought songs for.', 'Music AI'],
  ['Nvidia has hired Dana Whitfield as Senior Vice President for AI.', 'Dana Whitfield'],
  ['Amazon has acquired land in Northern Virginia for AI.', 'Northern Virginia'],
  ['Nvidia invests in Project Digits, an AI computer.', 'Project Digits'],
  ['Google hired the Chief Product Officer, who works on AI.', 'Chief Product Officer'],
  ['Nvidia supplies AI chips to Omani oil producers.', 'Omani'],
];

/** Whom the reader takes for a firm that may be bought or funded. */
function maybeTargets(text: string): string[] {
  const { units, language } = unitsOf(inputOf({ text }));
  const told = surveyUnits(units, language).told;
  return told.flatMap((t) => [
    ...t.claims.map((c) => c.frame.target),
    ...t.candidates.map((c) => c.candidate.target.name),
  ]);
}

describe('capitals that name no firm', () => {
  it.each(NO_FIRMS)('%s', (text, name) => {
    expect(maybeTargets(text)).not.toContain(name);
  });

  it.each([
    ['Microsoft bought Copperplate, and Amazon Letterpress; both start-ups train AI models.', 'Letterpress'],
    ['Amazon has bought the AI firm Northern Lights Labs.', 'Northern Lights Labs'],
    ['Nvidia has hired the founders of the AI start-up Dana Robotics as advisers.', 'Dana Robotics'],
  ])('%s', (text, name) => {
    expect(maybeTargets(text)).toContain(name);
  });
});

describe('a name told whole and then shortly', () => {
  it('is one firm', () => {
    const text =
      'Basalt Reach, a designer of AI accelerators, closed its round on Monday. SoftBank led it.\n\nNvidia is in as well. Basalt says that Nvidia put $20 million into Basalt.';
    expect(maybeTargets(text)).toContain('Basalt Reach');
    expect(maybeTargets(text)).not.toContain('Basalt');
  });

  it('is two where the short one is told first', () => {
    const text =
      'Nvidia has bought Basalt, a designer of AI chips. Basalt Reach, an AI lab in Leeds, has nothing to do with it; Nvidia has invested in Basalt Reach.';
    expect(maybeTargets(text)).toEqual(expect.arrayContaining(['Basalt', 'Basalt Reach']));
  });
});

describe('control', () => {
  it.each([
    ['en', 'IBM has obtained control of Larkspur, an AI firm.', 'IBM'],
    ['fr', "En septembre Nvidia a pris le contrôle de la start-up d'IA Larkspur.", 'Nvidia'],
    ['de', 'Nvidia hat im September die Kontrolle über das KI-Start-up Larkspur gewonnen und es übernommen.', 'Nvidia'],
    ['es', 'En septiembre Nvidia tomó el control de la start-up de IA Larkspur.', 'Nvidia'],
    ['it', 'A settembre Nvidia ha preso il controllo della start-up di IA Larkspur.', 'Nvidia'],
  ])('is a purchase (%s)', (language, text, buyer) => {
    const { deals } = readDocument({ ...inputOf({ text }), language });
    expect(deals.map((d) => `${d.kind} ${d.acquirer} > ${d.target}`)).toEqual([`acquisition ${buyer} > Larkspur`]);
  });
});

describe('warrants for shares of one’s own', () => {
  it('put nothing into whoever is handed them', () => {
    const { deals } = readDocument(
      inputOf({
        text: 'AMD has handed OpenAI warrants for up to 160 million of its own shares, which vest with orders.',
      }),
    );
    expect(deals.filter((d) => d.kind === 'investment')).toEqual([]);
  });
});

describe('“its” in a clause with a subject of its own', () => {
  it('means the firm named last, not the one that the sentence is about', () => {
    const { deals } = readDocument(
      inputOf({
        title: 'Cognition buys what is left of Windsurf after Google takes its bosses',
        text: 'Cognition said it had agreed to buy Windsurf, three days after Google hired its chief executive and some of its research staff for $2.4bn.',
      }),
    );
    expect(deals.filter((d) => d.acquirer === 'Google').map((d) => `${d.kind} ${d.target}`)).toEqual([
      'acquihire Windsurf',
    ]);
  });
});

describe('an authority', () => {
  it('is no firm, however often it is named', () => {
    const text =
      "L'Autorità garante ha archiviato l'istruttoria sull'acquisizione, da parte di Google, della start-up torinese Orsa Minore, che sviluppa modelli per la robotica. L'operazione non presenta rischi, scrive l'Autorità nel bollettino.";
    const { deals } = readDocument({ ...inputOf({ text }), language: 'it' });
    expect(deals.map((d) => `${d.kind} ${d.acquirer} > ${d.target}`)).toEqual(['acquisition Google > Orsa Minore']);
  });
});

describe('opposition that ends', () => {
  it.each([
    ['en', "The Federal Trade Commission withdrew its complaint against Meta's acquisition of Limitless, an AI firm."],
    ['en', "FTC drops challenge to Meta's acquisition of the AI start-up Limitless"],
    ['de', 'Die FTC hat ihre Klage gegen die Übernahme des KI-Start-ups Limitless durch Meta zurückgezogen.'],
  ])('ends no deal (%s): %s', (language, text) => {
    const { deals } = readDocument({ ...inputOf({ text }), language });
    expect(deals.map((d) => `${d.kind} ${d.certainty}`)).toEqual(['acquisition done']);
  });

  it('leaves a deal ended that was given up', () => {
    const text = 'Meta has abandoned its acquisition of the AI start-up Limitless after the complaint.';
    expect(readDocument(inputOf({ text })).deals.map((d) => d.certainty)).toEqual(['ended']);
  });
});

describe('what a correction takes back', () => {
  it.each([
    ['en', 'An earlier version of this article said that Amazon had acquired Fauna Robotics for $120m.'],
    ['fr', "Une version précédente de cet article indiquait qu'Amazon avait racheté la start-up d'IA Fauna Robotics."],
    ['de', 'In einer früheren Version dieses Artikels hieß es, Amazon habe das KI-Start-up Fauna Robotics gekauft.'],
    [
      'es',
      'En una versión anterior de este artículo se decía que Amazon había comprado la start-up de IA Fauna Robotics.',
    ],
    [
      'it',
      'In una versione precedente di questo articolo si diceva che Amazon aveva acquistato la start-up di IA Fauna Robotics.',
    ],
  ])('is not told (%s)', (language, text) => {
    expect(readDocument({ ...inputOf({ text }), language }).deals).toEqual([]);
  });

  it('is told where it is the article itself', () => {
    const text = 'This article is about how Amazon acquired Fauna Robotics, an AI start-up, for $120m.';
    expect(readDocument(inputOf({ text })).deals.map((d) => d.kind)).toEqual(['acquisition']);
  });
});

describe('a stake and the people told in one story', () => {
  it('are no purchase', () => {
    const { deals } = readDocument(
      inputOf({
        title: 'Meta completes purchase of 49% of Scale AI; founder Wang starts Monday',
        text: 'Meta has completed its purchase of a 49 per cent non-voting stake in Scale AI for $14.3bn. Alexandr Wang, its co-founder, steps down as chief executive and joins Meta with a handful of colleagues to lead a new laboratory.',
      }),
    );
    expect(deals.map((d) => d.kind).sort()).toEqual(['acquihire', 'investment']);
  });
});

describe('who speaks in a transcript', () => {
  it('is no firm, whatever is told beside the name', () => {
    const text = [
      'Presenter: Nvidia put money into an AI start-up this week.',
      'Correspondent: It did. Nvidia has invested in Larkspur, an AI lab.',
      'Presenter: And who sells Larkspur its chips?',
      'Correspondent: Nvidia, of course.',
    ].join('\n\n');
    expect(maybeTargets(text)).toContain('Larkspur');
    expect(maybeTargets(text)).not.toContain('Correspondent');
    expect(maybeTargets(text)).not.toContain('Presenter');
  });
});

describe('a heading without a firm', () => {
  const list = (headings: string[]) =>
    readDocument(
      inputOf({
        title: 'What Google did this year',
        text: headings
          .map((heading) => `${heading}\n\n• Larkspur (Leeds), an AI lab. Terms were not given.`)
          .join('\n\n'),
      }),
    ).deals.map((d) => `${d.kind} ${d.acquirer} > ${d.target}`);

  it('says what was done with those in the list below it', () => {
    expect(list(['Bought outright'])).toEqual(['acquisition Google > Larkspur']);
  });

  it('says nothing where it is about something else', () => {
    expect(list(['Read more'])).toEqual([]);
  });
});

describe('what follows from a sentence for the whole document', () => {
  const told = (text: string) =>
    readDocument(inputOf({ text })).deals.map((d) => `${d.kind} ${d.acquirer} > ${d.target}`);

  it('a firm that buys models supplies nothing, and neither buys nor empties their maker', () => {
    expect(
      told(
        'IBM will integrate Anthropic’s Claude models into some of its software. The agreement is worth $50 million.',
      ),
    ).toEqual([]);
  });

  it('what is denied by name is not told by a sentence that names only one of the two', () => {
    expect(
      told(
        'Apple denies holding a stake in the AI lab Larkspur AI. The lab had been linked with Apple, which uses its models.',
      ),
    ).toEqual([]);
    expect(told('Apple denies that it will sell. Apple has invested $2 billion in the AI lab Larkspur AI.')).toEqual([
      'investment Apple > Larkspur AI',
    ]);
  });
});

const TURNS: Sentence[] = [
  {
    text: 'In March Microsoft hired the founders of the AI lab Larkspur AI. In May it was Google’s turn: two billion dollars for the technology of Character.AI, whose founders went back to the firm.',
    says: ['acquihire Google > Character.AI done'],
    never: ['acquihire Microsoft > Character.AI done'],
  },
  {
    text: 'In January Amazon bought the robot start-up Larkspur. Last Thursday it was the turn of the AI start-up Brindlecot.',
    says: ['acquisition Amazon > Brindlecot done'],
  },
  {
    lang: 'fr',
    text: "En janvier, Amazon a racheté la start-up d'IA Larkspur. Jeudi, c'était au tour de la start-up d'IA Brindlecot. Puis ce fut au tour de Mistral AI.",
    says: ['acquisition Amazon > Mistral AI done'],
  },
  {
    lang: 'de',
    text: 'Im Januar übernahm Amazon das KI-Start-up Larkspur. Am Donnerstag war Mistral AI an der Reihe.',
    says: ['acquisition Amazon > Mistral AI done'],
  },
  {
    lang: 'es',
    text: 'En enero Amazon compró la startup de IA Larkspur. El jueves fue el turno de Mistral AI.',
    says: ['acquisition Amazon > Mistral AI done'],
  },
  {
    lang: 'it',
    text: 'A gennaio Amazon ha comprato la startup di IA Larkspur. Giovedì è stata la volta di Mistral AI.',
    says: ['acquisition Amazon > Mistral AI done'],
  },
  // Without a deal before, a turn is at nothing that is known.
  {
    text: 'On Tuesday it was the turn of Mistral AI to speak after Amazon.',
    never: ['acquisition Amazon > Mistral AI done'],
  },
];

describe.each([
  ['that say whose turn it was', TURNS],
  ['that say who it was not', CONTRASTED],
  ['of hosts', HOSTED],
  ['of what is denied', DISOWNED],
  ['of who hires whom', HIRED],
  ['of who is a customer', BOUGHT_FROM],
  ['of owning a firm', OWNING],
  ['of what is to be hindered', HINDERED],
  ['of what will not be', FORSWORN],
  ['of orders from firms that sell computing power', ORDERED],
  ['with where a firm is from', WHENCE],
  ['of holding a majority', CONTROLLED],
  ['of who supplies computing power', SUPPLIED],
  ['that are entries of a list', LISTED],
  ['below a headline of capitals', HEADLINED],
])('sentences %s', (_, sentences) => {
  it.each(sentences.map((s) => [`${s.lang ?? 'en'}: ${s.text}`, s] as const))('%s', (_, s) => {
    const claims = claimed(s);
    for (const says of s.says ?? []) expect(claims).toContain(says);
    for (const never of s.never ?? []) expect(claims).not.toContain(never);
  });
});
