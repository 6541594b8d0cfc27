import { describe, expect, it } from 'vitest';
import { findAllMoney } from '../../extract/money/money.ts';
import { moneyTokens } from '../../extract/text/text-tokens.ts';

const read = (text: string, language: string) => {
  const { money, implied } = findAllMoney(text, language, moneyTokens(text));
  return [...money, ...implied].map((m) => m.value).sort((a, b) => a - b);
};

describe('what is counted in millions is no money', () => {
  it.each([
    ['en', 'In the $20 billion deal it gets as many as one million of the tensor processing units.', [2e10]],
    ['en', 'For $700 million it receives 7.7 million Class A shares.', [7e8]],
    ['en', 'It ordered a million TPUs for $10 billion.', [1e10]],
    ['en', 'It ordered half a million Trainium2 chips for $10 billion.', [1e10]],
    ['fr', 'Pour 20 milliards de dollars, elle utilise un million de TPU de la maison.', [2e10]],
    ['fr', "Elle reçoit 7,7 millions d'actions de catégorie A pour 700 millions de dollars.", [7e8]],
    ['de', 'Für 20 Milliarden Dollar nutzt sie eine Million der hauseigenen Chips.', [2e10]],
    ['de', 'Sie erhält 7,7 Millionen Aktien der Klasse A für 700 Millionen Dollar.', [7e8]],
    ['es', 'Usará hasta un millón de TPU de la casa por 20.000 millones de dólares.', [2e10]],
    ['it', 'Userà fino a un milione di TPU della casa per 20 miliardi di dollari.', [2e10]],
    ['it', 'Ordina un milione delle sue unità di calcolo per 20 miliardi di dollari.', [2e10]],
  ])('%s: %s', (language, text, values) => {
    expect(read(text, language)).toEqual(values);
  });

  it.each([
    ['en', 'It paid $30 million in March and 12 million of licence fees later.', [1.2e7, 3e7]],
    ['de', 'Gezahlt wurden 30 Millionen Euro, dazu kommen 2,4 Millionen Lizenzgebühr.', [2.4e6, 3e7]],
    ['es', 'La FTC cifra 13.750 millones de dólares de Microsoft, 8.000 millones de Amazon.', [8e9, 1.375e10]],
  ])('and what is paid still is (%s: %s)', (language, text, values) => {
    expect(read(text, language)).toEqual(values);
  });
});
