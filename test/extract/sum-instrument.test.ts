import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

const forms = (text: string, language: string) =>
  readDocument({ title: '', text, published: '2026-06-10' as PartialDay, language })
    .deals.flatMap((deal) => deal.amounts)
    .map((amount) => `${amount.value / 1e6} ${amount.instrument ?? 'unsaid'}`);

describe('the form in which a sum is put in', () => {
  it.each([
    ['en', 'Microsoft is investing $15 million in Mistral AI in the form of convertible notes.', '15 convertible'],
    ['en', 'Amazon put $4 billion into Anthropic in convertible notes.', '4000 convertible'],
    ['fr', 'Microsoft investit 15 millions d’euros en obligations convertibles dans Mistral AI.', '15 convertible'],
    ['de', 'Microsoft steckt 15 Millionen Euro als Wandelanleihe in Mistral AI.', '15 convertible'],
    ['es', 'Microsoft invierte 15 millones de euros en bonos convertibles de Mistral AI.', '15 convertible'],
    ['it', 'Microsoft investe 15 milioni di euro in obbligazioni convertibili di Mistral AI.', '15 convertible'],
    ['fr', 'Google accorde à Mistral AI un prêt de 40 millions d’euros et des crédits cloud.', '40 debt'],
    ['de', 'Nvidia gibt Brightmoor AI, einem KI-Start-up, ein Darlehen über 40 Millionen Dollar.', '40 debt'],
    ['en', 'Nvidia invested $2 billion in xAI equity.', '2000 equity'],
  ])('is read beside the sum (%s): %s', (language, text, expected) => {
    expect(forms(text, language)).toContain(expected);
  });

  it('is read for each sum of its own', () => {
    const text = 'SoftBank provides a loan of $2 billion to OpenAI and buys $3 billion of preferred stock of OpenAI.';
    expect(forms(text, 'en')).toEqual(expect.arrayContaining(['2000 debt', '3000 equity']));
  });

  it.each([
    ['en', 'Nvidia invested $500 million in Wayve, whose debt is small.', '500 unsaid'],
    ['en', 'AMD buys Silo AI for $665 million in cash and stock.', '665 unsaid'],
    ['en', 'Amazon put $4 billion into Anthropic. Convertible notes are common in such deals.', '4000 unsaid'],
    ['de', 'Microsoft steckt 15 Millionen Euro in Mistral AI; Kredite braucht die Firma nicht.', '15 unsaid'],
  ])('is not taken from other words (%s): %s', (language, text, expected) => {
    expect(forms(text, language)).toContain(expected);
  });

  it('is kept where another sentence tells the sum again without it', () => {
    const text =
      'Microsoft puts 15 million euros into Mistral AI.\n\nMicrosoft is investing 15 million euros in Mistral AI as a convertible bond.';
    expect(forms(text, 'en')).toEqual(['15 convertible']);
  });
});
