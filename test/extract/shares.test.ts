import { describe, expect, it } from 'vitest';
import { surveyUnits } from '../../extract/document.ts';
import { sharesIn } from '../../extract/frames/shares.ts';
import { unitsOf } from '../../extract/index.ts';
import { tokenize } from '../../extract/text/tokens.ts';
import type { PartialDay } from '../../model/day.ts';

const sizes = (text: string) => sharesIn(tokenize(text)).map((s) => s.size);

describe('shares of a firm', () => {
  it.each([
    ['Cisco holds 49% of it.', ['minor']],
    ['SAP hält 24,9 Prozent, die Gründer 75,1 Prozent.', ['minor', 'major']],
    ['Intel a pris 51 pour cent, puis 100 %.', ['major', 'whole']],
    ['Adobe si è presa il 18 per cento.', ['minor']],
    ['Meta compró el 72 por ciento.', ['major']],
    ['IBM bought a quarter of it.', ['minor']],
    ['IBM kaufte ein Drittel der Firma.', ['minor']],
  ])('%s', (text, expected) => expect(sizes(text)).toEqual(expected));

  it.each([
    'In the third quarter of 2025 sales rose.',
    'A third company was sold.',
    'The model has 100 billion parameters.',
    'Il terzo socio è Google.',
  ])('none in: %s', (text) => expect(sizes(text)).toEqual([]));
});

/** What the grammar by itself claims. */
function claimsIn(text: string, language: string): string[] {
  const { units, language: words } = unitsOf({ title: '', text, language, published: '2026-06-10' as PartialDay });
  const claims = surveyUnits(units, words).told.flatMap((t) => t.claims);
  return [...new Set(claims.map(({ frame: f }) => `${f.kind} ${f.acquirer} > ${f.target}`))].sort();
}

describe('how much of a firm is sold says whether it is bought', () => {
  it.each([
    ['it', "Nel 2023 Falcetto, un'azienda di robot, ha venduto il 18 per cento a Samsung.", 'investment Samsung'],
    ['en', 'Falcetto, an AI lab, sold 30% to Intel.', 'investment Intel'],
    ['en', 'Falcetto, an AI lab, sold 60% to Intel.', 'acquisition Intel'],
    ['en', 'Intel bought 60% of the AI start-up Falcetto.', 'acquisition Intel'],
    ['de', 'Intel hält 15 Prozent an dem KI-Start-up Falcetto.', 'investment Intel'],
    ['fr', 'Intel détient 80 % de la start-up d’IA Falcetto.', 'acquisition Intel'],
  ])('%s: %s', (language, text, deal) => expect(claimsIn(text, language)).toEqual([`${deal} > Falcetto`]));

  it('gives a gapped pair to every acquirer of its list', () => {
    const text =
      'On étudie les mises de fonds de Microsoft dans OpenAI et celles de Google et d’Amazon dans Anthropic.';
    expect(claimsIn(text, 'fr')).toEqual([
      'investment Amazon > Anthropic',
      'investment Google > Anthropic',
      'investment Microsoft > OpenAI',
    ]);
  });
});
