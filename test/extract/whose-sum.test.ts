import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';

const read = (text: string, language: string, title = '') => readDocument({ title, text, published: null, language });
const sums = (text: string, language: string) =>
  read(text, language).deals.flatMap((d) =>
    d.amounts.map((a) => `${d.acquirer} ${d.target} ${a.value / 1e9} ${a.role}`),
  );

describe('a sum belongs to the group that it stands beside', () => {
  it.each([
    ['en', 'Anthropic raised money twice. Amazon has put $4 billion into Anthropic in all; Google, $2 billion.'],
    ['fr', 'Amazon a investi 4 milliards de dollars dans Anthropic au total ; Google, 2 milliards.'],
  ])('and never to another one of the sentence (%s)', (language, text) => {
    expect(sums(text, language).filter((sum) => sum.startsWith('Amazon'))).toEqual(['Amazon Anthropic 4 total']);
  });
});

describe('a sum that two put in together', () => {
  it('is nobody’s own where it is told how much each does', () => {
    const text =
      'Microsoft and Nvidia put up to $15bn into Anthropic. Nvidia will put in up to $10bn and Microsoft up to $5bn.';
    expect(sums(text, 'en').sort()).toEqual(['Microsoft Anthropic 5 ceiling', 'Nvidia Anthropic 10 ceiling']);
  });

  it('may hold the parts of others beside theirs (fr)', () => {
    const text =
      "Salesforce, Nvidia et Bpifrance misent 210 millions d'euros sur Cauchemar, une start-up d'IA. Le tour est mené par Salesforce (60 millions d'euros), suivi par Nvidia (45 millions d'euros).";
    expect(sums(text, 'fr').filter((sum) => sum.includes('0.21'))).toEqual([]);
  });

  it('is another thing than a total of one of them', () => {
    const text =
      'Amazon put $4bn into Anthropic in March, which brings its total to $8bn. Google put $4bn into Anthropic as well.';
    expect(sums(text, 'en')).toContain('Amazon Anthropic 8 total');
  });
});

describe('sums told in turn', () => {
  it.each([
    ['en', 'Microsoft and Nvidia will invest up to $5 billion and $10 billion respectively in Anthropic, the AI lab.'],
    [
      'en',
      'Microsoft and Nvidia will invest, respectively, up to $5 billion and $10 billion in Anthropic, the AI lab.',
    ],
    [
      'fr',
      "Microsoft et Nvidia investiront respectivement jusqu'à 5 milliards et 10 milliards de dollars dans Anthropic, le laboratoire d'IA.",
    ],
  ])('go to each in the order of their names (%s)', (language, text) => {
    const told = sums(text, language).map((sum) => sum.split(' ').slice(0, 3).join(' '));
    expect(told.sort()).toEqual(['Microsoft Anthropic 5', 'Nvidia Anthropic 10']);
  });

  it('are all ceilings where the first one is', () => {
    const text =
      'Microsoft and Nvidia will invest up to $5 billion and $10 billion respectively in Anthropic, the AI lab.';
    expect(sums(text, 'en')).toContain('Nvidia Anthropic 10 ceiling');
  });
});

describe('a sum that a firm outside the deal pays', () => {
  it.each([
    ['fr', "ASML a investi 1,3 milliard d'euros dans Mistral AI lors d'un tour de table auquel a participé Nvidia."],
    ['en', 'ASML invested €1.3 billion in Mistral AI in a round that Nvidia joined.'],
  ])('is not that of another who took part (%s)', (language, text) => {
    expect(sums(text, language)).toEqual([]);
  });

  it('stays with the firm that pays where it is named first', () => {
    expect(sums('Nvidia invested $1.3 billion in Mistral AI in a round that ASML joined.', 'en')).toEqual([
      'Nvidia Mistral AI 1.3 tranche',
    ]);
  });
});

describe('a sum that several got together', () => {
  it.each([
    ['en', 'Nvidia invested a combined $300 million in Mistral AI, Cohere and Poolside.'],
    ['de', 'Nvidia steckte zusammen 300 Millionen Dollar in Mistral AI, Cohere und Poolside.'],
  ])('is nobody’s own (%s)', (language, text) => {
    expect(sums(text, language)).toEqual([]);
  });
});

describe('a valuation', () => {
  it('may stand behind a colon', () => {
    const told = sums('Meta took a 49% stake in Scale AI for $14.3 billion (valuation: ~$29B).', 'en');
    expect(told.filter((sum) => sum.includes(' 29 '))).toEqual([]);
    expect(told).toContain('Meta Scale AI 14.3 tranche');
  });
});

describe('what a stake earns or costs on paper', () => {
  it.each([
    [
      'en',
      'Amazon has put $8bn into Anthropic. It books the gain on its stake in Anthropic in other income: $9.5bn before tax.',
    ],
    ['en', 'Amazon has put $8bn into Anthropic. Its stake in Anthropic brought Amazon a pre-tax profit of $9.5bn.'],
    [
      'de',
      'Amazon hat 8 Milliarden Dollar in Anthropic investiert. Der Buchgewinn auf den Anteil an Anthropic betrug 9,5 Milliarden Dollar.',
    ],
    [
      'fr',
      'Amazon a investi 8 milliards de dollars dans Anthropic. Sa participation dans Anthropic lui a valu un bénéfice de 9,5 milliards de dollars.',
    ],
  ])('is put into nobody (%s): %s', (language, text) => {
    expect(sums(text, language).filter((sum) => sum.includes('9.5'))).toEqual([]);
    expect(sums(text, language).some((sum) => sum.startsWith('Amazon Anthropic 8'))).toBe(true);
  });

  it('does not hide what is paid to gain a stake', () => {
    expect(sums('Amazon paid $2bn to gain a stake in Anthropic.', 'en')).toEqual([
      expect.stringContaining('Amazon Anthropic 2'),
    ]);
  });
});

describe('a sum still to be paid', () => {
  it('is promised, not put in', () => {
    const text =
      'Google puts $10 billion into Anthropic now. A further $30 billion is to be paid if Anthropic reaches milestones.';
    expect(sums(text, 'en')).toEqual(['Google Anthropic 10 tranche', 'Google Anthropic 30 future']);
  });
});

describe('a sum that is reached', () => {
  it.each([
    ['en', 'Amazon committed an initial $1.25bn to Anthropic, increasing that to $4bn at the end of March.', '$4bn'],
    [
      'fr',
      'Amazon a encore investi dans Anthropic, portant sa mise à 4 milliards de dollars.',
      '4 milliards de dollars',
    ],
  ])('is a total, not one more payment (%s)', (language, text, quote) => {
    const amounts = read(text, language).deals.flatMap((deal) => deal.amounts);
    expect(amounts.filter((a) => a.quote === quote).map((a) => a.role)).toEqual(['total']);
  });
});

describe('what a price is made of', () => {
  it.each([
    ['en', 'Cisco bought Larkspur AI for $260 million, consisting of $200 million in cash and $60 million in shares.'],
    ['de', 'Cisco kaufte Larkspur AI für 260 Millionen Dollar, davon 200 Millionen in bar und 60 Millionen in Aktien.'],
    ['fr', 'Cisco a racheté Larkspur AI pour 260 millions de dollars, dont 200 millions en numéraire.'],
    ['es', 'Cisco compró Larkspur AI por 260 millones de dólares, de los que 200 millones en efectivo.'],
    ['it', 'Cisco ha comprato Larkspur AI per 260 milioni di dollari, di cui 200 milioni in contanti.'],
  ])('is not paid besides (%s)', (language, text) => {
    expect(sums(text, language)).toEqual(['Cisco Larkspur AI 0.26 total']);
  });
  it('is the price itself where nothing larger is parted', () => {
    expect(sums('Cisco bought Larkspur AI for $260 million in cash.', 'en')).toEqual(['Cisco Larkspur AI 0.26 total']);
  });
});

describe('figures of what is no payment', () => {
  it.each([
    ['en', 'Microsoft bought Larkspur AI. The app has 400 million users and 12 offices.'],
    [
      'it',
      'Nvidia valuta un investimento in Larice AI, con un aumento di capitale che valuterebbe la società 14 miliardi di dollari.',
    ],
    [
      'fr',
      "Nvidia discuterait d'un investissement dans Larkspur AI, lors d'une levée qui la valoriserait 14 milliards de dollars.",
    ],
  ])('are no sums (%s)', (language, text) => {
    expect(sums(text, language)).toEqual([]);
  });
  it.each([
    [
      'en',
      'Nvidia put $40 million into Larkspur AI, a maker of drones. The financing as a whole came to $210 million.',
    ],
    [
      'de',
      'Nvidia steckte 40 Millionen Dollar in Larkspur AI, einen Entwickler von Drohnen. Die Finanzierung als Ganzes belief sich auf 210 Millionen Dollar.',
    ],
  ])('nor is the financing as a whole (%s)', (language, text) => {
    expect(sums(text, language).filter((sum) => !sum.endsWith('round'))).toEqual(['Nvidia Larkspur AI 0.04 tranche']);
  });
});

describe('a takeover that is off', () => {
  it.each([
    'The takeover of Larkspur AI by Nvidia is off.',
    'Nvidia had offered 9 billion dollars for Larkspur AI, a maker of chips, but the talks collapsed.',
  ])('is ended: %s', (text) => {
    const certainties = read(text, 'en').deals.map((deal) => deal.certainty);
    expect(certainties.length).toBeGreaterThan(0);
    expect(certainties).not.toContain('done');
  });
});

describe('a clearance', () => {
  const status = (text: string, language: string) =>
    read(text, language).scrutiny.map((s) => `${s.authority} ${s.status}`);
  it('is none where the page says that it is none', () => {
    const text =
      'Das Bundeskartellamt teilte am 15. November 2023 mit, dass die Beteiligung von Microsoft an OpenAI nicht anmeldepflichtig ist. Eine Freigabe ist mit der Entscheidung nicht verbunden.';
    expect(status(text, 'de')).toEqual(['BKartA no_jurisdiction']);
  });
  it('stays one when the page goes on to say how the case came about', () => {
    const text =
      "The European Commission approved the acquisition of Run:ai by Nvidia on 20 December 2024. The target's sales are so small that no threshold was met.";
    expect(status(text, 'en')).toEqual(['EC cleared']);
  });
});

describe('people who come from a group', () => {
  it.each([
    "Google has a cloud contract with Larkspur AI. Some of the start-up's founders used to work at Google.",
    'Several engineers of Larkspur AI had worked for Meta before.',
  ])('were not hired by it: %s', (text) => {
    expect(read(text, 'en').deals.filter((deal) => deal.kind === 'acquihire')).toEqual([]);
  });
});

describe('a share of the staff', () => {
  const shares = (text: string) =>
    read(text, 'en').deals.flatMap((d) => d.terms.filter((t) => t.term === 'staff-share').map((t) => t.detail));
  it('is told as it stands: almost all is not all', () => {
    expect(shares('Microsoft hired the founders of Larkspur AI and almost all of its staff.')).toEqual(['nearly all']);
    expect(shares('Amazon hired the founders of Larkspur AI together with 80 percent of its staff.')).toEqual([
      '80 percent',
    ]);
  });
  it('is no share of the capital', () => {
    expect(shares('Meta took 49 per cent of Larkspur AI and hired its founder and chief executive.')).toEqual([]);
  });
});

describe('a figure told plainly in the headline and as a ceiling in the text', () => {
  it('is one sum', () => {
    const text = 'Amazon announced an additional investment of up to $25 billion in Anthropic.';
    const found = read(text, 'en', 'Amazon announces $25 billion investment in Anthropic');
    expect(found.deals.flatMap((d) => d.amounts.map((a) => `${a.value / 1e9} ${a.role}`))).toEqual(['25 ceiling']);
  });
});
