import { describe, expect, it } from 'vitest';
import { readSurvey, surveyUnits } from '../../extract/document.ts';
import { findFigures } from '../../extract/frames/figures.ts';
import { saidRole } from '../../extract/frames/said-role.ts';
import { readDocument, unitsOf } from '../../extract/index.ts';
import { toReading } from '../../extract/reading.ts';
import { tokenAt } from '../../extract/text/tokens.ts';
import type { PartialDay } from '../../model/day.ts';

const published = '2026-06-10' as PartialDay;

const toldIn = (language: string, text: string) => {
  const { units, language: own } = unitsOf({ title: '', text, published, language });
  return surveyUnits(units, own).told;
};

/** What the grammar claims, and what it may be that trees believe, before anything is weighed. */
const claimed = (language: string, text: string) =>
  toldIn(language, text).flatMap((t) =>
    t.claims.map(({ frame: f, assertion }) => `${f.kind} ${f.acquirer} > ${f.target} ${assertion}`),
  );
const possible = (language: string, text: string) =>
  toldIn(language, text).flatMap((t) =>
    t.candidates.map(({ candidate: c }) => `${c.kind} ${c.acquirer.name} > ${c.target.name}`),
  );

describe('to whom something is promised', () => {
  it.each([
    ['es', 'OpenAI reparte sus encargos. A Oracle le ha comprometido unos 300.000 millones de dólares en cinco años.'],
    ['fr', 'OpenAI répartit ses commandes. À Oracle, elle a promis environ 300 milliards de dollars sur cinq ans.'],
    ['en', 'OpenAI spreads its orders. To Oracle it has committed about $300 billion over five years.'],
    ['es', 'Oracle suministra capacidad de cálculo a OpenAI, que le ha comprometido 300.000 millones de dólares.'],
  ])('supplies, and puts nothing in (%s): %s', (language, text) => {
    expect(claimed(language, text)).toContain('cloud Oracle > OpenAI done');
    expect(claimed(language, text)).not.toContain('investment Oracle > OpenAI done');
  });
  it('but whoever promises behind the comma does put it in', () => {
    const text = 'Anthropic hängt an Amazon, die vier Milliarden Dollar zugesagt haben.';
    expect(possible('de', text)).toContain('investment Amazon > Anthropic');
  });
});

describe('what people pay from their own pocket', () => {
  it.each([
    ['en', 'Amazon backs Adept, an AI start-up.', 'Its founder had put $100 million of his own money into Adept.'],
    [
      'es',
      'Microsoft invirtió en Figure AI.',
      'El fundador de Amazon, por su cuenta, puso 100 millones de dólares en Figure AI.',
    ],
    [
      'fr',
      'Nvidia a investi dans Mistral AI.',
      "Le fondateur d'Amazon a mis de sa poche 100 millions d'euros dans Mistral AI.",
    ],
    [
      'de',
      'Nvidia beteiligt sich an Aleph Alpha.',
      'Der Gründer von Amazon steckte aus eigener Tasche 100 Millionen Euro in Aleph Alpha.',
    ],
    [
      'it',
      'Nvidia ha investito in Domyn.',
      'Il fondatore di Amazon ha messo di tasca sua 100 milioni di euro in Domyn.',
    ],
  ])('is no firm’s (%s)', (language, first, text) => {
    const told = toldIn(language, `${first} ${text}`);
    expect(told.at(-1)?.claims.filter((c) => c.frame.kind === 'investment')).toEqual([]);
    expect(findFigures(told).amounts.filter((a) => a.money.value === 1e8)).toEqual([]);
  });
  it('but a firm has a pocket too', () => {
    expect(
      claimed('it', 'Tencent mette di tasca sua 1,2 miliardi di yuan nella startup di robot Xingyao Robotics.'),
    ).toContain('investment Tencent > Xingyao Robotics done');
  });
  it('is not what stands behind a semicolon', () => {
    const text = 'Jeff Bezos alone gave $100 million; Nvidia invested $50 million in the robot maker Figure AI.';
    expect(claimed('en', text)).toContain('investment Nvidia > Figure AI done');
  });
});

describe('what is paid to those who move', () => {
  it.each([
    ['en', 'Amazon hired the founders of Adept. Another $30 million bought a promise not to sue.', 3e7],
    ['en', 'Amazon hired the founders of Adept and set aside $100 million as bonuses for them.', 1e8],
    ['de', 'Amazon holte die Gründer von Adept und zahlte ihnen Prämien von 100 Millionen Dollar.', 1e8],
    ['fr', "Amazon a embauché les fondateurs d'Adept et leur a versé 100 millions de dollars de primes.", 1e8],
  ])('is no price (%s): %s', (language, text, value) => {
    const told = toldIn(language, text);
    const s = told.find((t) => t.sentence.unit.money.some((m) => m.value === value))?.sentence;
    const money = s?.unit.money.find((m) => m.value === value);
    if (!s || !money) throw new Error('no sum was found');
    const from = tokenAt(s.unit.tokens, money.start);
    const frame = { kind: 'acquihire' } as Parameters<typeof saidRole>[2];
    expect(saidRole(s, { money, from, to: tokenAt(s.unit.tokens, money.end - 1) + 1 }, frame, 'total')).toBe('tranche');
  });
  it('and what is paid for the firm and its people still is one', () => {
    const [told] = toldIn('en', 'Amazon paid $330 million for a licence and hired the founders of Adept.');
    const s = told?.sentence;
    const money = s?.unit.money[0];
    if (!s || !money) throw new Error('no sum was found');
    const frame = { kind: 'acquihire' } as Parameters<typeof saidRole>[2];
    expect(saidRole(s, { money, from: 2, to: 5 }, frame, 'total')).toBeNull();
  });
});

describe('equal parts of a sum', () => {
  it.each([
    [
      'en',
      'SoftBank will invest $30 billion in OpenAI in three equal parts of $10 billion on 1 April, 1 July and 1 October 2026.',
    ],
    [
      'de',
      'SoftBank steckt 30 Milliarden Dollar in OpenAI, in drei gleichen Teilen von 10 Milliarden Dollar am 1. April, 1. Juli und 1. Oktober 2026.',
    ],
    [
      'fr',
      'SoftBank investit 30 milliards de dollars dans OpenAI, en trois tranches de 10 milliards de dollars les 1er avril, 1er juillet et 1er octobre 2026.',
    ],
    [
      'es',
      'SoftBank invierte 30.000 millones de dólares en OpenAI, en tres partes de 10.000 millones de dólares el 1 de abril, el 1 de julio y el 1 de octubre de 2026.',
    ],
    [
      'it',
      'SoftBank investe 30 miliardi di dollari in OpenAI, in tre parti da 10 miliardi di dollari il 1 aprile, il 1 luglio e il 1 ottobre 2026.',
    ],
  ])('fall due on a day each (%s)', (language, text) => {
    const parts = findFigures(toldIn(language, text)).amounts.filter((a) => a.money.value === 1e10);
    expect(parts.map((a) => a.date)).toEqual(['2026-04-01', '2026-07-01', '2026-10-01']);
    const read = readDocument({ title: '', text, published, language }).deals.find((d) => d.kind === 'investment');
    expect(read?.amounts.filter((a) => a.value === 1e10).length).toBe(3);
  });
  it('are not made of two sums with a date each', () => {
    const text =
      'Nvidia invested $2 billion in OpenAI in two steps, $1 billion on 1 April and $1 billion on 1 July 2026.';
    const whole = findFigures(toldIn('en', text)).amounts.filter((a) => a.money.value === 2e9);
    expect(whole.length).toBeLessThan(2);
  });
});

describe('a second payment of like size', () => {
  /** Sums as they are put together, where all that is told is believed and every sum is one payment. */
  const paid = (text: string, title = '') => {
    const { units, language } = unitsOf({ title, text, published, language: 'en' });
    const believed = readSurvey(
      surveyUnits(units, language),
      () => 0.9,
      (deal) => (deal.kind === 'investment' ? 0.9 : 0),
      { isPaid: () => 0.9, roleOf: () => 'tranche' },
    );
    return toReading('en', believed).deals.flatMap((d) => d.amounts.map((a) => a.date ?? '-'));
  };
  it('is one more, on its own day', () => {
    const text =
      'Amazon put $4 billion into Anthropic in March 2024. In November 2024 Amazon put a second $4 billion into Anthropic.';
    expect(paid(text)).toEqual(['2024-03', '2024-11']);
  });
  it('and the same payment told twice is one', () => {
    const text =
      'In March 2024 Amazon put $4 billion into Anthropic. The $4 billion that Amazon put into Anthropic came in June 2024.';
    expect(paid(text, 'Amazon puts $4 billion into Anthropic').length).toBe(1);
  });
});

describe('answers in an interview', () => {
  const asked: [string, string, string, string][] = [
    ['en', 'Q: Did Nvidia buy the AI start-up Larkspur?', 'A: We did, for $300 million.', 'A: No, we did not.'],
    ['fr', "Nvidia a-t-il racheté la start-up d'IA Larkspur ?", 'Oui, pour 300 millions de dollars.', 'Non.'],
    ['de', 'Hat Nvidia das KI-Start-up Larkspur gekauft?', 'Ja, für 300 Millionen Dollar.', 'Nein, nie.'],
    ['it', 'Nvidia ha comprato la startup di IA Larkspur?', 'Sì, per 300 milioni di dollari.', 'No.'],
  ];
  it.each(asked)('say what was asked, and for how much (%s)', (language, question, yes) => {
    const text = `${question}\n\n${yes}`;
    expect(claimed(language, text)).toContain('acquisition Nvidia > Larkspur done');
    expect(findFigures(toldIn(language, text)).amounts.map((a) => a.money.value)).toEqual([3e8]);
  });
  it.each(asked)('or deny it (%s)', (language, question, _yes, no) => {
    expect(claimed(language, `${question}\n\n${no}`)).toEqual(['acquisition Nvidia > Larkspur ended']);
  });
  it('and a question that nobody answers claims nothing', () => {
    expect(claimed('en', 'Did Nvidia buy the AI start-up Larkspur?\n\nThe weather was fine.')).toEqual([]);
    expect(claimed('en', 'Did Nvidia buy the AI start-up Larkspur?\n\nNo one knows.')).toEqual([]);
  });
});

describe('who takes no part in a round', () => {
  it.each([
    [
      'de',
      'Die Runde für das KI-Start-up Larkspur wurde von Bain angeführt; Nvidia und Amazon beteiligten sich nicht.',
    ],
    ['en', 'The AI start-up Larkspur raised $50 million in a round led by Bain; Nvidia and Amazon took no part.'],
    ['fr', "Le tour de la jeune pousse d'IA Larkspur a été mené par Bain ; Nvidia et Amazon n'y ont pas participé."],
    ['es', 'La ronda de la startup de IA Larkspur la lideró Bain; Nvidia y Amazon no participaron.'],
    ['it', 'Il round della startup di IA Larkspur è stato guidato da Bain; Nvidia e Amazon non hanno partecipato.'],
  ])('invests in nobody, and its leader is no target (%s)', (language, text) => {
    expect(claimed(language, text).filter((c) => !c.endsWith('denied'))).toEqual([]);
  });
  it('German denies behind the verb', () => {
    expect(claimed('de', 'Nvidia investiert nicht in das KI-Start-up Larkspur.')).not.toContain(
      'investment Nvidia > Larkspur done',
    );
    expect(claimed('de', 'Nvidia investiert eine nicht genannte Summe in das KI-Start-up Larkspur.')).toContain(
      'investment Nvidia > Larkspur done',
    );
  });
});

describe('what a sum buys', () => {
  it('is no value of anybody: "$2bn worth of"', () => {
    const told = toldIn('en', 'OpenAI has ordered $2bn worth of Azure computing from Microsoft.');
    expect(findFigures(told).amounts.map((a) => `${a.frame.kind} ${a.role}`)).toEqual(['cloud commitment']);
  });
});

describe('who is a customer, and what everybody gets', () => {
  it.each([
    ['en', "Salesforce owns a little of the AI lab Anthropic; it's a customer rather than a supplier."],
    ['fr', "Google n'a jamais été actionnaire de Scale AI, et il y était client."],
    ['de', 'SAP hält Anteile an Aleph Alpha, verkauft dem Heidelberger Haus aber keine Rechenzeit.'],
    ['en', 'Amazon and Google give the AI lab Cohere the same start-up credits that a bakery with an app would get.'],
    ['en', 'The woman behind the AI start-up Scaldis says that Amazon gave her cloud credits, the standard programme.'],
  ])('supplies nobody, and is no deal (%s): %s', (language, text) => {
    expect(claimed(language, text).filter((c) => c.startsWith('cloud') && !c.endsWith('denied'))).toEqual([]);
  });
  it.each([
    ['en', "Anthropic is a customer of Amazon's cloud.", 'cloud Amazon > Anthropic done'],
    ['en', "Anthropic became one of Google Cloud's biggest customers.", 'cloud Google > Anthropic done'],
    ['en', 'Oracle won OpenAI as a cloud customer.', 'cloud Oracle > OpenAI done'],
    ['de', 'OpenAI bleibt Kunde von Microsofts Cloud.', 'cloud Microsoft > OpenAI done'],
    [
      'de',
      'SAP verkauft Aleph Alpha Rechenzeit in seiner Cloud, macht dazu aber keine Angaben.',
      'cloud SAP > Aleph Alpha done',
    ],
  ])('but whose customer it is supplies (%s): %s', (language, text, claim) => {
    expect(claimed(language, text)).toContain(claim);
  });
  it('whose offer it is buys, and is not bought', () => {
    expect(claimed('en', "Perplexity's offer for Google's browser is kept here for the children.")).toEqual([]);
    expect(claimed('en', "Nvidia's offer for the AI start-up Larkspur stands at $2 billion.").join()).toContain(
      'acquisition Nvidia > Larkspur',
    );
  });
  it('what is spent at a firm is put into nobody', () => {
    const text = 'Google has spent $200 million at the data labeller Scale AI this year.';
    expect(claimed('en', text).filter((c) => c.startsWith('investment'))).toEqual([]);
  });
});

describe('money for a large group', () => {
  it.each([
    [
      'de',
      'Nvidia setzt auf OpenAI. Erst vor wenigen Tagen war Nvidia mit fünf Milliarden Dollar bei Intel eingestiegen.',
    ],
    ['en', 'Nvidia bets on OpenAI. Days ago it took a $5 billion stake in Intel.'],
    ['fr', 'Nvidia mise sur OpenAI. Quelques jours plus tôt, Nvidia avait investi 5 milliards chez Intel.'],
  ])('is no money for the firm spoken of before (%s): %s', (language, text) => {
    const second = toldIn(language, text).at(-1);
    const pairs = second?.candidates.map(({ candidate: c }) => `${c.kind} ${c.acquirer.name} > ${c.target.name}`);
    expect(pairs?.filter((pair) => pair.startsWith('investment'))).toEqual([]);
    expect(second?.claims).toEqual([]);
  });
});

describe('a list of who holds whom', () => {
  it.each([
    ['en', 'The report names stakes: Microsoft in OpenAI, Amazon and Google in Anthropic, Nvidia in CoreWeave.'],
    [
      'fr',
      'L’avis cite des participations : Microsoft dans OpenAI, Amazon et Google dans Anthropic, Nvidia dans CoreWeave.',
    ],
    ['es', 'El informe cita participaciones: Microsoft en OpenAI, Amazon y Google en Anthropic, Nvidia en CoreWeave.'],
    ['it', 'Il rapporto cita partecipazioni: Microsoft in OpenAI, Amazon e Google in Anthropic, Nvidia in CoreWeave.'],
  ])('parts its pairs (%s)', (language, text) => {
    expect(claimed(language, text).sort()).toEqual([
      'investment Amazon > Anthropic done',
      'investment Google > Anthropic done',
      'investment Microsoft > OpenAI done',
      'investment Nvidia > CoreWeave done',
    ]);
  });
});

describe('where the founders of a firm come from', () => {
  it.each([
    ['de', 'Anthropic, eine Gründung früherer OpenAI-Leute, kann von Amazon bis zu vier Milliarden Dollar erhalten.'],
    ['en', 'Amazon will put up to $4bn into Anthropic, which was founded by former OpenAI researchers.'],
    ['en', 'Amazon will put up to $4bn into Anthropic, founded by OpenAI veterans.'],
    ['fr', "Amazon investit 4 milliards de dollars dans Anthropic, fondée par d'anciens chercheurs d'OpenAI."],
    ['es', 'Amazon invierte 4.000 millones de dólares en Anthropic, fundada por exempleados de OpenAI.'],
    ['it', 'Amazon investe 4 miliardi di dollari in Anthropic, fondata da ex ricercatori di OpenAI.'],
  ])('is no party to its deals (%s): %s', (language, text) => {
    expect(possible(language, text).filter((deal) => deal.includes('OpenAI'))).toEqual([]);
    expect(possible(language, text)).toContain('investment Amazon > Anthropic');
  });

  it('leaves a firm that is itself paid for', () => {
    expect(possible('en', 'Microsoft has put $13bn into OpenAI, founded by former researchers.')).toContain(
      'investment Microsoft > OpenAI',
    );
  });
});
