import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { findFigures } from '../../extract/frames/figures.ts';
import { saidRole } from '../../extract/frames/said-role.ts';
import { unitsOf } from '../../extract/index.ts';
import { findMoney } from '../../extract/money/money.ts';
import { tokenAt } from '../../extract/text/tokens.ts';
import { findDates } from '../../extract/when.ts';
import type { PartialDay } from '../../model/day.ts';

const surveyed = (text: string, language: string) => {
  const { units, language: own } = unitsOf({ title: '', text, published: '2026-06-10' as PartialDay, language });
  return surveyUnits(units, own).told;
};

/** The sums as the grammar dates them, before anything is weighed: millions and day. */
const dated = (text: string, language: string) =>
  findFigures(surveyed(text, language)).amounts.map((a) => `${a.money.value / 1e6} ${a.date ?? '-'}`);

describe('each sum has the date that stands with it', () => {
  it.each([
    [
      'de',
      'Microsoft hatte 2019 eine Milliarde US-Dollar in OpenAI investiert und im Januar 2023 eine weitere, mehrere Milliarden schwere Beteiligung vereinbart.',
      ['1000 2019'],
    ],
    [
      'de',
      'Microsoft steckte 2019 eine Milliarde Dollar in OpenAI, 2021 zwei Milliarden und im Januar 2023 weitere zehn Milliarden.',
      ['1000 2019', '2000 2021', '10000 2023-01'],
    ],
    [
      'en',
      'Amazon put $2.75 billion into Anthropic, beside the $1.25 billion that it had put into the maker of Claude in September 2023.',
      ['2750 -', '1250 2023-09'],
    ],
    [
      'en',
      'When CoreWeave went public in March 2025 and demand was thin, it was Nvidia that invested $250 million in CoreWeave, at $40 a share.',
      ['250 2025-03'],
    ],
    [
      'en',
      'Alibaba invested $800 million in Moonshot AI, the Beijing company behind the Kimi chatbot, in February 2024.',
      ['800 2024-02'],
    ],
    [
      'fr',
      "Alibaba a investi 800 millions de dollars dans Moonshot AI, la société pékinoise de l'assistant Kimi, en février 2024.",
      ['800 2024-02'],
    ],
    [
      'it',
      'Alibaba ha investito 800 milioni di dollari in Moonshot AI, la società di Pechino dietro il chatbot Kimi, nel febbraio 2024.',
      ['800 2024-02'],
    ],
    ['en', 'Google put $500 million into Anthropic in 2021. Another $2 billion follows.', ['500 2021', '2000 -']],
  ])('%s: %s', (language, text, expected) => {
    expect(dated(text, language)).toEqual(expected);
  });
});

describe('the beginning of a time that lasts dates no payment', () => {
  it.each([
    ['en', 'Microsoft has invested $13 billion in OpenAI since 2019.'],
    ['en', 'Since September 2024 SoftBank has placed $2.2 billion with OpenAI, investing in OpenAI through a fund.'],
    ['fr', 'Microsoft a investi 13 milliards de dollars dans OpenAI depuis 2019.'],
    ['de', 'Microsoft hat seit 2019 13 Milliarden Dollar in OpenAI investiert.'],
    ['es', 'Microsoft ha invertido 13.000 millones de dólares en OpenAI desde 2019.'],
    ['it', 'Microsoft ha investito 13 miliardi di dollari in OpenAI dal 2019.'],
  ])('%s: %s', (language, text) => {
    const sums = dated(text, language);
    expect(sums.length).toBe(1);
    expect(sums[0]).toMatch(/ -$/);
  });

  it('but a stake that has been held since then was paid for then', () => {
    const text = 'Salesforce hat seit 2022 eine Beteiligung an Aleph Alpha, gekauft für 5 Millionen Euro.';
    expect(dated(text, 'de')).toEqual(['5 2022']);
  });
  it('and makes the one sum of its sentence a total, whatever is likelier', () => {
    const [told] = surveyed('Since September 2024 its fund had placed $2.2 billion with OpenAI, says SoftBank.', 'en');
    const s = told?.sentence;
    const money = s?.unit.money[0];
    if (!s || !money) throw new Error('no sum was found');
    const from = tokenAt(s.unit.tokens, money.start);
    const frame = { kind: 'investment' } as Parameters<typeof saidRole>[2];
    expect(saidRole(s, { money, from, to: from + 3 }, frame, 'tranche')).toBe('total');
  });
});

describe('a German year needs no preposition', () => {
  const years = (text: string) => findDates(text, 'de', null).map((d) => d.date as string);
  it.each([
    ['Der Konzern investierte 2019 eine Milliarde.', ['2019']],
    ['Er hatte 2021 erneut gekauft.', ['2021']],
    ['2021 folgten zwei Milliarden.', ['2021']],
    ['Die Firma hat 2019 Mitarbeiter.', []],
    ['Sie beschäftigt rund 2000 und baut aus.', []],
    ['Der Preis stieg auf 2019 und fiel.', []],
  ])('%s', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });
});

describe('what comes on top of an earlier sum', () => {
  it.each([
    ['en', 'OpenAI enlarges its contract by $100 billion.', true],
    ['en', 'OpenAI extended the contract again, this time by up to $6.5 billion.', true],
    ['en', 'Amazon added $2.75 billion.', true],
    ['en', 'Amazon puts in $2 billion more.', true],
    ['en', 'Amazon puts in another billion dollars.', true],
    ['fr', 'OpenAI augmente de 100 milliards de dollars son contrat.', true],
    ['fr', 'Amazon verse 4 milliards de dollars supplémentaires.', true],
    ['de', 'OpenAI hat den Vertrag um 100 Milliarden Dollar erweitert.', true],
    ['es', 'OpenAI amplía en 100.000 millones de dólares su contrato.', true],
    ['it', 'OpenAI amplia di 100 miliardi di dollari il contratto.', true],
    ['en', 'OpenAI enlarges its contract to $100 billion.', false],
    ['en', 'It was beaten by $2 billion more than expected.', false],
    ['de', 'OpenAI hat den Vertrag auf 100 Milliarden Dollar erweitert.', false],
    ['fr', 'Le contrat est de 100 milliards de dollars.', false],
    ['it', 'Il contratto di 100 miliardi di dollari è firmato.', false],
  ])('%s: %s %s', (language, text, further) => {
    expect(findMoney(text, language)[0]?.further).toBe(further);
  });
});
