import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { findFigures } from '../../extract/frames/figures.ts';
import { readDocument, unitsOf } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

const toldIn = (text: string, language: string) => {
  const { units, language: known } = unitsOf({ title: '', text, published: '2026-06-10' as PartialDay, language });
  return surveyUnits(units, known).told;
};
const claimed = (text: string, language: string) =>
  toldIn(text, language).flatMap(({ claims }) =>
    claims.map((c) => `${c.frame.kind} ${c.frame.acquirer} > ${c.frame.target}`),
  );
const named = (text: string, language: string) =>
  toldIn(text, language).flatMap(({ sentence }) => sentence.mentions.map((m) => m.candidates[0]?.name));
const sums = (text: string, language: string) =>
  findFigures(toldIn(text, language)).amounts.map((a) => `${a.money.value / 1e6} ${a.role}`);

describe('a firm beside whom another is set', () => {
  it.each([
    ['en', 'Google and Amazon have put billions into OpenAI rival Anthropic.', 'Amazon > Anthropic'],
    ['en', 'Nvidia invested in Larkspur AI, a rival to OpenAI.', 'Nvidia > Larkspur AI'],
    ['de', 'Microsoft steckt zwei Milliarden Dollar in den OpenAI-Rivalen Anthropic.', 'Microsoft > Anthropic'],
    ['fr', "Amazon investit 4 milliards de dollars dans Anthropic, concurrent d'OpenAI.", 'Amazon > Anthropic'],
    ['es', 'Amazon invierte 4.000 millones de dólares en Anthropic, competidora de OpenAI.', 'Amazon > Anthropic'],
    ['it', 'Amazon investe 4 miliardi di dollari in Anthropic, rivale di OpenAI.', 'Amazon > Anthropic'],
  ])('is no party (%s): %s', (language, text, pair) => {
    expect(claimed(text, language)).toContain(`investment ${pair}`);
    expect(named(text, language)).not.toContain('OpenAI');
  });

  it('is one where the words say whose rival it is', () => {
    expect(claimed('Amazon’s investment came days after its rival Google invested $2bn in Anthropic.', 'en')).toContain(
      'investment Google > Anthropic',
    );
  });
});

describe('a firm that others want to be free of, or to beat', () => {
  it.each([
    ['en', 'The chip start-up Positron raised $230 million as AI firms reduce their reliance on Nvidia.'],
    ['en', 'The chip start-up Positron raised $230 million to challenge Nvidia.'],
    ['de', 'Das Chip-Start-up Positron sammelt 230 Millionen Dollar ein, um die Abhängigkeit von Nvidia zu mindern.'],
    ['fr', 'La start-up Positron lève 230 millions de dollars pour concurrencer Nvidia.'],
    ['es', 'La startup Positron levanta 230 millones de dólares y ofrece una alternativa a Nvidia.'],
    ['it', 'La startup Positron raccoglie 230 milioni di dollari per ridurre la dipendenza da Nvidia.'],
  ])('is no party (%s): %s', (language, text) => {
    expect(named(text, language)).not.toContain('Nvidia');
  });

  it('is one where it is relied on for computing power', () => {
    expect(named('Positron will rely on Nvidia for chips.', 'en')).toContain('Nvidia');
  });
});

describe('those for whom founders worked before', () => {
  it.each([
    ['en', "Mistral AI was founded by former scientists at Alphabet's DeepMind and Meta."],
    ['fr', "Mistral AI a été fondée par d'anciens chercheurs de Google et Meta."],
  ])('are no parties (%s): %s', (language, text) => {
    expect(named(text, language)).toEqual(['Mistral AI']);
  });
});

describe('an aside', () => {
  it.each([
    [
      'fr',
      'Face à Google (plus de 3 milliards de dollars investis dans Anthropic) et à Microsoft (allié à OpenAI), Amazon hésite.',
      'investment Google > Anthropic',
    ],
    [
      'en',
      'Apple, unlike Google ($3 billion invested in Anthropic) and Microsoft, has kept away.',
      'investment Google > Anthropic',
    ],
  ])('tells of the firm right before it (%s): %s', (language, text, told) => {
    const claims = claimed(text, language);
    expect(claims).toContain(told);
    expect(claims.filter((claim) => claim !== told)).toEqual([]);
  });

  it('leaves its firms out of what is told around it', () => {
    const text =
      'Nvidia invests $10bn in Anthropic, and Microsoft – which holds 27% of OpenAI – invests another $5bn in Anthropic.';
    const claims = claimed(text, 'en');
    expect(claims).toContain('investment Microsoft > Anthropic');
    expect(claims).not.toContain('investment Nvidia > OpenAI');
  });

  it('that only lists firms names those into which the money goes', () => {
    expect(claimed('Nvidia invested in three start-ups (Mistral AI, Cohere and Larkspur AI).', 'en')).toContain(
      'investment Nvidia > Cohere',
    );
  });
});

describe('money that goes to a group', () => {
  it('goes to none of the start-ups spoken of before', () => {
    const text =
      'Nvidia will invest in the British start-ups Wayve and Synthesia. Hours before, Nvidia had said that it would invest $5 billion ($5.7 billion with fees) in Intel.';
    expect(sums(text, 'en')).not.toContain('5000 tranche');
  });
});

describe('a sum', () => {
  it.each([
    [
      'en',
      'Amazon has invested in Anthropic. In 2023 investors put $29.1 billion into almost 700 generative AI transactions.',
    ],
    [
      'de',
      'Amazon ist bei Anthropic eingestiegen. Amazon und andere steckten 29 Milliarden Dollar in 700 KI-Start-ups.',
    ],
    [
      'fr',
      'Amazon a investi dans Anthropic. Amazon et d’autres ont mis 29 milliards de dollars dans 700 jeunes pousses.',
    ],
    ['es', 'Amazon ha invertido en Anthropic. Amazon y otros pusieron 29.000 millones de dólares en 700 operaciones.'],
    ['it', 'Amazon ha investito in Anthropic. Amazon e altri hanno messo 29 miliardi di dollari in 700 operazioni.'],
  ])('that many deals add up to is the sum of none (%s): %s', (language, text) => {
    expect(sums(text, language).filter((sum) => sum.startsWith('29'))).toEqual([]);
  });

  it('of one deal is kept beside figures of other things', () => {
    expect(sums('Amazon invested $4 billion in Anthropic, which has 700 employees.', 'en')).toContain('4000 tranche');
  });

  it.each([
    ['en', 'Microsoft has increased its investment in OpenAI to about $13 billion.'],
    ['de', 'Microsoft hat die Investition in OpenAI auf mehr als 13 Milliarden Dollar aufgestockt.'],
    ['fr', 'Microsoft a porté son investissement dans OpenAI à près de 13 milliards de dollars.'],
    ['es', 'Microsoft elevó su inversión en OpenAI a más de 13.000 millones de dólares.'],
    ['it', 'Microsoft ha portato a oltre 13 miliardi di dollari il suo investimento in OpenAI.'],
  ])('that is reached is the total (%s): %s', (language, text) => {
    expect(sums(text, language)).toEqual(['13000 total']);
  });

  it('is read where its scale is written “Mill.”', () => {
    expect(sums('Microsoft investiert 15 Mill. Euro in Mistral AI.', 'de')).toEqual(['15 tranche']);
  });
});

describe('a purchase that is late', () => {
  it.each([
    ['en', 'Nvidia will not close the acquisition of Run:ai before the end of the year.'],
    ['fr', "Nvidia ne bouclera pas l'acquisition de Run:ai avant la fin de l'année comme prévu."],
    ['de', 'Nvidia wird den Kauf von Run:ai nicht vor Jahresende abschließen.'],
  ])('is not off (%s): %s', (language, text) => {
    const assertions = toldIn(text, language).flatMap(({ claims }) => claims.map((c) => c.assertion));
    expect(assertions.length).toBeGreaterThan(0);
    expect(assertions).not.toContain('ended');
    expect(assertions).not.toContain('denied');
  });

  it('is another thing than one that will not be', () => {
    const told = toldIn('Nvidia will not acquire Run:ai after all.', 'en').flatMap(({ claims }) => claims);
    expect(told.map((c) => c.assertion)).toEqual(['ended']);
  });
});

describe('a kind of firm with the name of a stranger behind it', () => {
  it('means nobody else (de)', () => {
    expect(named('Neben Microsoft beteiligte sich auch der japanische Autobauer Honda an Cruise.', 'de')).not.toContain(
      'Tesla',
    );
  });
});

describe('a name', () => {
  it('may be written small behind its dot', () => {
    expect(named('Google signed a deal with Character.ai to hire its founder.', 'en')).toContain('Character.AI');
  });
});

describe('“the start-up”', () => {
  it('is the one that the sentence has named', () => {
    const text =
      'Microsoft hired the staff of Inflection AI. Amazon followed with Adept, where it hired the best people of the start-up.';
    expect(claimed(text, 'en')).not.toContain('acquihire Amazon > Inflection AI');
  });
});

describe('a noun behind whose it is', () => {
  it('is no verb', () => {
    const text =
      'Amazon veut consolider sa place, face à une concurrence menée par Google et Microsoft. Anthropic attend.';
    expect(claimed(text, 'fr')).toEqual([]);
  });
});

describe('a place where something is published', () => {
  it.each([
    ['en', 'Nvidia announced the purchase of Run:ai in a post on LinkedIn.'],
    ['en', 'Five engineers of Run:ai, which Nvidia has bought, changed LinkedIn from one to the other.'],
    ['en', 'Nvidia has bought Run:ai. His Facebook profile says so, too.'],
    ['fr', 'Nvidia rachète Run:ai. Nous sommes aussi sur WhatsApp.'],
    ['de', 'Nvidia kauft Run:ai. Das Gespräch sehen Sie auf YouTube.'],
    ['es', 'Nvidia compra Run:ai. Compartir en WhatsApp. Síguenos en Google News.'],
    ['it', 'Nvidia compra Run:ai. Seguici su Instagram.'],
  ])('is no party (%s): %s', (language, text) => {
    expect(named(text, language)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:Meta|Google|Microsoft)$/)]),
    );
  });

  it('is one where it does something', () => {
    expect(named('LinkedIn has bought Drawbridge, an AI start-up.', 'en')).toContain('Microsoft');
  });
});

describe('a time that is named after a product', () => {
  it('has no firm in it that a deal could be about (fr)', () => {
    const text =
      'Depuis le raz-de-marée ChatGPT, Nvidia croule sous les commandes. Au dernier trimestre, Nvidia a investi 13,5 milliards de dollars.';
    const targets = toldIn(text, 'fr').flatMap((t) => t.candidates.map((c) => c.candidate.target.name));
    expect(targets).not.toContain('OpenAI');
  });
});

describe('what somebody made before', () => {
  it.each([
    [
      'it',
      'Nvidia tratta per rilevare AI21 Labs, fondata fra gli altri dal padre di Mobileye Amnon Shashua.',
      'Mobileye',
    ],
    ['en', 'Nvidia is in talks to buy AI21 Labs, started by the father of Mobileye.', 'Mobileye'],
  ])('is no party (%s): %s', (language, text, name) => {
    expect(named(text, language)).not.toContain(name);
  });
});

describe('“both” behind a list', () => {
  it('is those of the list', () => {
    const [told] = toldIn(
      'Investors in xAI: Nvidia, Cisco (both in the round of this month). Amazon and Google keep out.',
      'en',
    );
    const both = told?.sentence.mentions.find((m) => m.plural);
    expect(both?.candidates.map((c) => c.name)).toEqual(['Nvidia', 'Cisco']);
  });
});

describe('a relative clause', () => {
  it('has its own subject, whom the reader may not know (es)', () => {
    const text =
      'Samsung controla ya la empresa de robots Rainbow Robotics. Compite con LG, que entró el año pasado en Bear Robotics.';
    expect(claimed(text, 'es')).not.toContain('investment Samsung > Bear Robotics');
  });
});

describe('what is ours', () => {
  it('is of our town', () => {
    const text = 'Microsoft is opening a fund for AI, and the first one to benefit is ours: Element AI of Montreal.';
    expect(claimed(text, 'en')).not.toContain('acquisition Microsoft > Element AI');
  });
});

describe('a clause that says who holds a firm', () => {
  it.each([
    ['en', 'CoreWeave, in which Nvidia holds 7%, has signed a five-year contract for computing power with OpenAI.'],
    [
      'de',
      'CoreWeave, an dem Nvidia sieben Prozent hält, hat mit OpenAI einen Vertrag über Rechenleistung geschlossen.',
    ],
    ['fr', 'CoreWeave, dont Nvidia détient 7 %, a signé avec OpenAI un contrat de puissance de calcul.'],
    ['it', 'CoreWeave, di cui Nvidia detiene il 7%, ha firmato con OpenAI un contratto per la potenza di calcolo.'],
  ])('has nothing to do with what is told around it (%s): %s', (language, text) => {
    expect(claimed(text, language)).not.toContain('cloud Nvidia > OpenAI');
    expect(claimed(text, language)).toContain('investment Nvidia > CoreWeave');
  });
});

describe('warrants that a firm hands out', () => {
  it('put nothing into whom it gives them, whatever share they make', () => {
    const text = 'AMD issued OpenAI warrants for up to 160 million shares, about 10% of the company.';
    expect(claimed(text, 'en')).not.toContain('investment AMD > OpenAI');
  });
});

describe('what one sum more brings the whole to', () => {
  it('is a total (es)', () => {
    const text =
      'Amazon duplica su apuesta por Anthropic con otros 4.000 millones de dólares, hasta un total de 8.000 millones.';
    const read = readDocument({ title: '', text, published: null, language: 'es' });
    expect(read.deals[0]?.amounts.map((a) => `${a.value / 1e6} ${a.role}`)).toContain('8000 total');
  });
});
